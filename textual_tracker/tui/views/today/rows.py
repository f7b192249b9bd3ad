"""What Today says in one line: of a deadline, a call, an appointment, a partner, somebody on the weekday's list."""

import datetime as dt

from textual_tracker.analytics.agenda import APPOINTMENT_PASSED, Meeting
from textual_tracker.analytics.next_up import HELD
from textual_tracker.analytics.partners.care import ToTell
from textual_tracker.analytics.partners.words import waits_text
from textual_tracker.analytics.rules import OVERDUE
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.analytics.wording import (
    SIGNS,
    clock,
    count,
    day,
    is_barred,
    sender,
    stage_label,
    word,
)
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Referral
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.partners.labels import status
from textual_tracker.tui.views.today.layout import Entry, Heading, Rest, Saying, Strip
from textual_tracker.tui.views.today.sections import CALL, Person
from textual_tracker.tui.views.words import FAULT, dotted, fires_beside, how_long, level_role, mark, place
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.row import Row

LONGEST = 20
"""Cells of what fires that are always there."""
COLUMNS = (
    Column("", 2, gap=1),
    Column("who", 14, 24),
    Column("what", LONGEST, 38),
    Column("waited", 16, priority=1, align="right"),
    Column("phone", 12, 14, priority=2),
    Column("what to do", 22, 28, priority=3),
    Column("from", 16, 18, priority=4),
    Column("whose", 8, 14, priority=5),
)
NOTHING = Piece("")


def row_of(look: Look, entry: Entry) -> Row:
    """One line of the list."""
    if isinstance(entry, Heading):
        return Row(across=_heading(entry), heading=True)
    if isinstance(entry, Saying):
        return Row(across=(Piece("   "), Piece(entry.text)))
    if isinstance(entry, Strip):
        return Row(across=entry.line, heading=entry.heading)
    if isinstance(entry, Rest):
        return Row(across=_rest(entry))
    if isinstance(entry, Problem):
        return Row(across=(Piece(f"{FAULT}  {place(entry)}", "fault"), Piece(f"  {entry.message}")))
    if isinstance(entry, StalledRow):
        return _stalled(look.snapshot, entry)
    if isinstance(entry, Meeting):
        return _meeting(look.snapshot, entry)
    return _to_tell(look.snapshot, entry) if isinstance(entry, ToTell) else _person(look.snapshot, entry)


def _heading(heading: Heading) -> Line:
    """`CALL 17   9 stalled, 8 at risk   3 shows all`; `TUESDAY 18   updates`."""
    section = heading.section
    number = f" {section.size}" if section.size else ""
    note = f"   {section.note}" if section.note else ""
    is_elsewhere = heading.is_cut and section.id == CALL
    where = f"   {BY_ID['stalled'].shown_key} shows all" if is_elsewhere else ""
    return Piece(section.title, "accent"), Piece(number, "strong"), Piece(f"{note}{where}", "quiet")


def _rest(rest: Rest) -> Line:
    """`… 12 more, 1 to decide or close out   enter unfolds`."""
    if not rest.is_folded:
        return Piece("▾  all are shown", "quiet"), Piece("   enter folds", "quiet")
    dead = f"{rest.dead} to decide or close out" if rest.dead else ""
    if not rest.more:
        return Piece("▸  "), Piece(dead, "strong"), Piece("   enter unfolds", "quiet")
    more = f"{rest.more} more" if rest.more < len(rest.section.items) else f"{rest.more} in all"
    says = ", ".join(part for part in (more, dead) if part)
    return Piece("…  "), Piece(says, "strong"), Piece("   enter unfolds", "quiet")


def _stalled(snapshot: Snapshot, row: StalledRow) -> Row:
    referral, firing = row.referral, row.firing
    return _referral(
        snapshot,
        referral,
        mark(referral, firing),
        fires_beside(snapshot, referral, firing, LONGEST),
        Piece(how_long(firing.waited, firing.since, snapshot.today)),
        firing.action,
        _does(snapshot, row),
    )


def _does(snapshot: Snapshot, row: StalledRow) -> str:
    """Who is to do it: a next step names somebody, everything else is the officer's."""
    step = row.referral.next_step
    if row.firing.rule == OVERDUE and step is not None and step.who:
        return snapshot.journal.settings.officers.get(step.who, step.who)
    return whose(snapshot, row.referral)


def _meeting(snapshot: Snapshot, meeting: Meeting) -> Row:
    referral = meeting.referral
    firing = next((one for one in snapshot.fires(referral) if one.rule == APPOINTMENT_PASSED), None)
    level = firing.level if firing is not None else "at_risk"
    when = "" if meeting.date == snapshot.today and meeting.time else day(meeting.date, snapshot.today)
    return _referral(
        snapshot,
        referral,
        mark(referral, firing),
        Piece(HELD, level_role(level)) if meeting.passed else Piece("appointment"),
        Piece(f"{when} {clock(meeting.time)}".strip(), "strong"),
        "record what happened" if meeting.passed else "",
    )


def _referral(
    snapshot: Snapshot, referral: Referral, sign: Piece, what: Piece, since: Piece, action: str, who: str | None = None
) -> Row:
    """A row about a referral; `who` has it, else its officer."""
    return Row(
        (
            sign,
            Piece(referral.name, "strong"),
            what,
            since,
            Piece(referral.phone),
            Piece(action),
            Piece(sender(snapshot, referral), "quiet"),
            Piece(whose(snapshot, referral) if who is None else who, "quiet"),
        )
    )


def whose(snapshot: Snapshot, referral: Referral) -> str:
    """The officer's name, in a journal of several."""
    officers = snapshot.journal.settings.officers
    return officers.get(referral.officer or "", referral.officer or "") if officers else ""


def _to_tell(snapshot: Snapshot, one: ToTell) -> Row:
    worst = one.rows[0]
    partner = snapshot.journal.partners.get(one.partner)
    role = level_role(one.level)
    barred = status(partner) if partner is not None and is_barred(partner) else ""
    return Row(
        (
            Piece(SIGNS[one.level] if one.level else "", role),
            Piece(snapshot.journal.partner_name(one.partner), "strong"),
            Piece(dotted((barred, waits_text(one.rows, short=True))), role),
            Piece(how_long(worst.waited, worst.since, snapshot.today) if one.level else count(worst.waited, "day")),
            Piece(partner.phone if partner is not None else ""),
            NOTHING if barred else Piece(_tell_action(one)),
            NOTHING,
            NOTHING,
        )
    )


def _tell_action(one: ToTell) -> str:
    if one.level is None:
        return "get in touch"
    return "say thanks" if all(row.rule == "thank" for row in one.rows) else "tell where they stand"


def _person(snapshot: Snapshot, person: Person) -> Row:
    """Somebody on the weekday's list: what they are, and when they were touched last."""
    referral = person.referral
    if referral is not None:
        standing = snapshot.standing(referral)
        fires = snapshot.fires(referral)
        return _referral(
            snapshot,
            referral,
            mark(referral, fires[0] if fires else None),
            Piece(stage_label(standing.stage)),
            Piece(_last(standing.last_touch, snapshot.today), "quiet"),
            "",
        )
    partner = snapshot.journal.partners.get(person.id)
    if partner is None:
        return Row((Piece(FAULT, "fault"), Piece(person.id, "strong"), Piece("no file", "fault"), *[NOTHING] * 5))
    touch = max((touch.date for touch in partner.touches if touch.date <= snapshot.today), default=None)
    return Row(
        (
            Piece(FAULT if partner.faulty or partner.stale else "", "fault"),
            Piece(partner.name, "strong"),
            Piece(dotted((word(partner.type), partner.company))),
            Piece(_last(touch, snapshot.today), "quiet"),
            Piece(partner.phone),
            NOTHING,
            NOTHING,
            NOTHING,
        )
    )


def _last(touch: dt.date | None, today: dt.date) -> str:
    return "" if touch is None else day(touch, today)
