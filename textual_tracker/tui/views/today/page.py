"""The detail of what in Today is no referral: a partner who waits for word, the day's counters, the pipeline."""

from collections.abc import Iterator, Sequence

from textual_tracker.analytics.partners.care import PartnerRow, ToTell
from textual_tracker.analytics.partners.words import may_say
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import (
    SIGNS,
    clock,
    count,
    day,
    long_day,
    partner_text,
    short_money,
    waited,
    word,
)
from textual_tracker.core.records import Attempt, Partner
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.page_parts import INDENT, dated, faults, line, title
from textual_tracker.tui.views.partners.labels import status
from textual_tracker.tui.views.today.plan import Plan
from textual_tracker.tui.views.today.strips import counter, open_text, rest_of, shown, streak_text
from textual_tracker.tui.views.words import FAULT, dotted, level_role
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph

BAR = 12
MOST = 40
"""Rows of a part of the page; it follows every key."""


def partner_page(look: Look, partner_id: str, to_tell: ToTell | None) -> Iterator[Paragraph]:
    """Who it is; what they wait to hear, of whom, since when, and what may be said; when they were touched."""
    snapshot = look.snapshot
    partner = snapshot.journal.partners.get(partner_id)
    if partner is None:
        yield line(Piece(partner_id, "strong"))
        yield line(Piece(f"{FAULT} ", "fault"), Piece("Referrals name this partner, who has no file."), hang=INDENT)
    else:
        yield from _head(partner)
        yield from faults(look.problems_of.get(partner.path, ()), stale=partner.stale)
    if to_tell is not None:
        yield from title("WAITS FOR WORD" if to_tell.level else "WENT QUIET")
        for row in to_tell.rows[:MOST]:
            yield from _untold(snapshot, row)
        yield from _more(len(to_tell.rows))
    if partner is not None:
        yield from _touches(snapshot, partner.touches)
    yield BLANK
    yield line(Piece(f"{BY_ID['partner'].shown_key} shows everything about this partner.", "quiet"))


def _head(partner: Partner) -> Iterator[Paragraph]:
    yield line(Piece(partner.name, "strong"))
    tier = f"tier {partner.tier}" if partner.tier else ""
    prefers = f"prefers {word(partner.prefers)}" if partner.prefers else ""
    about = dotted((word(partner.type), partner.company, tier, status(partner)))
    reached = dotted((partner.phone, partner.email, prefers))
    yield from (line(piece) for piece in (Piece(about, "quiet"), Piece(reached)) if piece.text)


def _untold(snapshot: Snapshot, row: PartnerRow) -> Iterator[Paragraph]:
    """Whom it is about, what is missing, since when; and what may be said."""
    if row.referral is None:
        yield line(Piece(f"No referral for {count(row.waited, 'day')}.", "strong"))
        yield line(Piece(f"The last one came {long_day(row.since)}; the limit is {count(row.limit, 'day')}.", "quiet"))
        return
    role = level_role(row.level)
    since = f"  {waited(row.waited, row.since, snapshot.today)}"
    since += f", since {day(row.since, snapshot.today)}" if row.since != snapshot.today else ""
    sign, who = Piece(f"{SIGNS[row.level or 'at_risk']} ", role), Piece(f"{row.referral.name}: ", "strong")
    yield line(sign, who, Piece(partner_text(row), role), Piece(since, "quiet"), hang=INDENT)
    yield line(Piece("  say  ", "quiet"), Piece(may_say(snapshot, row)), hang=INDENT + len("say  "))


def _touches(snapshot: Snapshot, touches: Sequence[Attempt]) -> Iterator[Paragraph]:
    """When they were touched, the last time first."""
    past = sorted((touch for touch in touches if touch.date <= snapshot.today), key=lambda touch: touch.date)
    if past:
        yield from title("TOUCHES")
    for touch in past[: -MOST - 1 : -1]:
        says = dotted((word(touch.channel), word(touch.result), touch.note))
        yield dated(touch.date, touch.time, says, snapshot.today)
    yield from _more(len(past))


def counters_page(plan: Plan) -> Iterator[Paragraph]:
    """The day's counters one below the other, what is missing until the day is done, and the records behind them."""
    snapshot, activity = plan.base.look.snapshot, plan.activity
    rest = rest_of(plan)
    yield line(Piece(long_day(snapshot.today), "strong"), Piece(f"  {rest}" if rest else "", "quiet"))
    yield BLANK
    yield from (line(*counter(activity, name, BAR)) for name in shown(activity))
    yield BLANK
    left = [
        f"{activity.goals[name] - number} {word(name)}"
        for name in snapshot.journal.settings.streak
        if name in activity.goals and (number := activity.counts.get(name, 0)) < activity.goals[name]
    ]
    if activity.done:
        yield line(Piece("The day is done.", "strong"))
    elif left and not rest:
        yield line(Piece("Until the day is done: "), Piece(", ".join(left), "strong"))
    if not activity.goals:
        yield line(Piece("No goals are set. In journal.yaml they stand under goals:, daily:.", "quiet"))
    yield line(Piece("streak  ", "quiet"), Piece(streak_text(plan)))
    yield from _records(plan)
    yield BLANK
    yield line(Piece(f"{BY_ID['activity'].shown_key} shows every day of the year.", "quiet"))


def _records(plan: Plan) -> Iterator[Paragraph]:
    """Whom the records of the day name, and with what result."""
    officers = plan.base.look.snapshot.journal.settings.officers
    if plan.records:
        yield from title("RECORDED TODAY", str(len(plan.records)))
    for record in plan.records[:MOST]:
        by = f", by {officers.get(record.officer, record.officer)}" if officers and record.officer else ""
        hour = clock(record.time)
        yield line(Piece(f"{hour:7}", "quiet"), Piece(record.name, "strong"), Piece(f"  {record.what}{by}"), hang=7)
    yield from _more(len(plan.records))


def pipeline_page(plan: Plan) -> Iterator[Paragraph]:
    """The groups of stages one below the other."""
    yield line(Piece(open_text(plan.columns), "strong"))
    yield BLANK
    names = max(len(column.title) for column in plan.columns)
    for column in plan.columns:
        fires = sum(card.firing is not None for card in column.cards)
        yield line(
            Piece(column.title.ljust(names), "quiet"),
            Piece(str(len(column.cards)).rjust(6), "strong"),
            Piece(short_money(column.dollars).rjust(9) if column.dollars else ""),
            Piece(f"   {fires} waiting" if fires else "", "quiet"),
        )
    yield BLANK
    yield line(Piece(f"{BY_ID['pipeline'].shown_key} shows who they are.", "quiet"))


def _more(number: int) -> Iterator[Paragraph]:
    if number > MOST:
        yield line(Piece(f"… {number - MOST} more", "quiet"))
