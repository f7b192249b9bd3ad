"""`tracker today`: what to do next, then the day in the order in which to deal with it."""

import datetime as dt
from importlib import import_module

from textual_tracker.analytics.agenda import Agenda, agenda
from textual_tracker.analytics.next_up import HELD
from textual_tracker.analytics.nobodys import WHICH, nobodys_open, nobodys_open_words
from textual_tracker.analytics.partners.words import tell_sentence
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow, folds
from textual_tracker.analytics.wording import (
    SIGNS,
    came_from,
    clock,
    day,
    long_day,
    partner_named,
    rule_text,
    waited,
    word,
)
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot, print_unreadable
from textual_tracker.cli.officers import asked_who, officer_named
from textual_tracker.cli.reports import columns
from textual_tracker.cli.reports.today_row import today_row
from textual_tracker.cli.sentences import first_sentence
from textual_tracker.cli.table import Column


def run(call: Call) -> int:
    """Print the day's report."""
    if call.parsed.flag("explain"):
        import_module("textual_tracker.cli.asked").explained(call, "today")
        return 0
    snapshot = open_snapshot(call, shows_unreadable=not call.json)
    who = asked_who(call)
    found = agenda(snapshot, now=_now(call), who=officer_named(snapshot, who) if who else None)
    if call.json:
        call.output.json(today_row(snapshot, found))
        return 0
    print_unreadable(call.output, snapshot.journal)
    report(call, snapshot, found)
    nobodys = nobodys_open_words(nobodys_open(snapshot)) if who else ""
    if nobodys:
        call.output.paragraph(f"{nobodys}; {WHICH}")
    return 0


def _now(call: Call) -> dt.time | None:
    """The time of day, unless the clock was set to some other day."""
    return None if call.fixed_today is not None else dt.datetime.now().time()  # noqa: DTZ005  (the person's own clock)


def report(call: Call, snapshot: Snapshot, found: Agenda) -> None:
    """The whole day: the sentence first, then a section for whatever there is."""
    call.output.paragraph(first_sentence(snapshot, found), "strong")
    _print_rows(call, snapshot, "DEADLINES", found.deadlines)
    _print_rows(call, snapshot, "CALL", found.calls)
    _print_appointments(call, snapshot, found)
    _print_tell(call, snapshot, found)
    _print_week(call, snapshot, found)
    _print_activity(call, found)


def _title(call: Call, title: str) -> None:
    call.output.line()
    call.output.paragraph(title, "strong")


def _print_rows(call: Call, snapshot: Snapshot, title: str, rows: tuple[StalledRow, ...]) -> None:
    if not rows:
        return
    _title(call, title)
    shown = [row for row in rows if call.output.width is None or not folds(row)]
    referrals = [row.referral for row in shown]
    firings = [row.firing for row in shown]
    pairs = list(zip(referrals, firings, strict=True))
    call.output.table(
        [
            columns.sign_column(pairs),
            Column("", [referral.name for referral in referrals], least=columns.WHO, painted=True),
            Column("", [referral.phone for referral in referrals], goes=4),
            Column("", [rule_text(snapshot, *pair) for pair in pairs], least=columns.RULE),
            Column("", [waited(one.waited, one.since, snapshot.today) for one in firings], goes=2),
            Column("", [firing.action for firing in firings], least=columns.ACTION, goes=3),
            Column("", [came_from(snapshot, referral) for referral in referrals], goes=1),
            columns.fault_column(snapshot, referrals),
        ],
        columns.level_styles(firings),
        indent=" ",
    )
    if len(shown) < len(rows):
        more = f"{len(rows) - len(shown)} more to decide or close out; tracker stalled --all"
        call.output.paragraph(more, "quiet", indent="   ")


def _print_appointments(call: Call, snapshot: Snapshot, found: Agenda) -> None:
    meetings = found.appointments
    if not meetings:
        return
    _title(call, "APPOINTMENTS")
    call.output.table(
        [
            Column("", ["" if one.date == found.date else day(one.date, found.date) for one in meetings]),
            Column("", [clock(one.time) for one in meetings]),
            Column("", [one.referral.name for one in meetings], least=12),
            Column("", [one.referral.phone for one in meetings], goes=2),
            Column("", [HELD if one.passed else "" for one in meetings]),
            Column("", [came_from(snapshot, one.referral) for one in meetings], goes=1),
        ],
        indent="   ",
    )


def _print_tell(call: Call, snapshot: Snapshot, found: Agenda) -> None:
    if not found.tell:
        return
    _title(call, "TELL THE PARTNER")
    levels = [one.level or "" for one in found.tell]
    call.output.table(
        [
            Column("", [SIGNS.get(level, "") for level in levels], painted=True),
            Column("", [partner_named(snapshot, one.partner) for one in found.tell], least=12, painted=True),
            Column("", [tell_sentence(one) for one in found.tell], least=20),
        ],
        levels,
        indent=" ",
    )


def _print_week(call: Call, snapshot: Snapshot, found: Agenda) -> None:
    week = found.week
    if week is None:
        return
    name = week.name if ":" in week.name else word(week.name)
    _title(call, f"{found.date:%A}".upper() + f" {name}")
    if week.says:
        call.output.paragraph(week.says, "" if week.problem else "quiet", indent="   ")
    people = [_partner(snapshot, partner) for partner in week.partners]
    people += [(referral.name, referral.phone) for one in week.referrals if (referral := snapshot.find(one))]
    names, phones = [name for name, _ in people], [phone for _, phone in people]
    call.output.table([Column("", names, least=12), Column("", phones)], indent="   ")


def _partner(snapshot: Snapshot, partner_id: str) -> tuple[str, str]:
    """Name and phone; the id where no such partner is recorded."""
    partner = snapshot.journal.partners.get(partner_id)
    return (partner_id, "") if partner is None else (partner.name, partner.phone)


def _print_activity(call: Call, found: Agenda) -> None:
    """`calls 6/15, follow-ups 3/8`, and how long the streak is."""
    streak = f" · streak {found.streak}" if found.streak else ""
    off = " · day off" if found.activity.day_off else ""
    _title(call, f"{long_day(found.date)}{off}{streak}")
    goals = found.activity.goals
    parts = [_counter(name, number, goals.get(name)) for name, number in found.activity.counts.items()]
    call.output.paragraph(", ".join(parts), indent="   ")


def _counter(name: str, number: int, goal: int | None) -> str:
    return f"{word(name)} {number}/{goal}" if goal else f"{word(name)} {number}"
