"""The detail of what in Today is no referral: a partner who waits for word, the day's counters, the pipeline."""

from collections.abc import Iterator

from textual_tracker.analytics.agenda import ToTell
from textual_tracker.analytics.partner_care import PartnerRow
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import SIGNS, count, day, long_day, short_money, waited, word
from textual_tracker.core.records import Partner
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.today_plan import Plan
from textual_tracker.tui.views.today_rows import untold_text
from textual_tracker.tui.views.today_strips import counter, open_text, rest_of, shown, streak_text
from textual_tracker.tui.views.words import FAULT, dotted, level_role
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph

INDENT = 2
BAR = 12
MOST_TOUCHES = 20


def partner_page(look: Look, partner_id: str, to_tell: ToTell | None) -> Iterator[Paragraph]:
    """Who it is; what they wait to hear, of whom and since when; when they were touched."""
    snapshot = look.snapshot
    partner = snapshot.journal.partners.get(partner_id)
    yield from _head(partner_id, partner)
    if to_tell is not None:
        yield BLANK
        for row in to_tell.rows:
            yield from _untold(snapshot, row)
    if partner is None:
        return
    touches = sorted((touch for touch in partner.touches if touch.date <= snapshot.today), key=lambda one: one.date)
    if touches:
        yield BLANK
        yield _line(Piece("TOUCHES", "head"))
    for touch in touches[: -MOST_TOUCHES - 1 : -1]:
        says = dotted((word(touch.channel), word(touch.result), touch.note))
        yield _line(Piece(day(touch.date, snapshot.today).ljust(12), "quiet"), Piece(says), hang=12)
    yield BLANK
    yield _line(Piece(partner.path, "quiet"))


def _head(partner_id: str, partner: Partner | None) -> Iterator[Paragraph]:
    if partner is None:
        yield _line(Piece(partner_id, "strong"))
        yield _line(Piece(f"{FAULT} ", "fault"), Piece("Referrals name this partner, who has no file."), hang=INDENT)
        return
    yield _line(Piece(partner.name, "strong"))
    tier = f"tier {partner.tier}" if partner.tier else ""
    prefers = f"prefers {word(partner.prefers)}" if partner.prefers else ""
    for text, role in (
        (dotted((word(partner.type), partner.company, tier)), "quiet"),
        (dotted((partner.phone, partner.email, prefers)), "text"),
    ):
        if text:
            yield _line(Piece(text, "quiet" if role == "quiet" else "text"))


def _untold(snapshot: Snapshot, row: PartnerRow) -> Iterator[Paragraph]:
    """Whom it is about, what is to be told, since when."""
    role, today = level_role(row.level), snapshot.today
    if row.referral is None:
        yield _line(Piece(f"No referral for {count(row.waited, 'day')}.", "strong"))
        yield _line(Piece(f"The last one came {long_day(row.since)}; {count(row.limit, 'day')} are usual.", "quiet"))
        return
    sign = Piece(f"{SIGNS[row.level or 'at_risk']} ", role)
    since = f"  {waited(row.waited)}, since {day(row.since, today)}"
    yield _line(
        sign,
        Piece(f"{row.referral.name}: ", "strong"),
        Piece(untold_text(row), role),
        Piece(since, "quiet"),
        hang=INDENT,
    )


def counters_page(plan: Plan) -> Iterator[Paragraph]:
    """The day's counters one below the other, and what is still missing until the day is done."""
    snapshot, activity = plan.base.look.snapshot, plan.activity
    rest = rest_of(plan)
    yield _line(Piece(long_day(snapshot.today), "strong"), Piece(f"  {rest}" if rest else "", "quiet"))
    yield BLANK
    for name in shown(activity):
        yield _line(*counter(activity, name, BAR))
    yield BLANK
    settings = snapshot.journal.settings
    left = [
        f"{activity.goals[name] - number} {word(name)}"
        for name in settings.streak
        if name in activity.goals and (number := activity.counts.get(name, 0)) < activity.goals[name]
    ]
    if activity.done:
        yield _line(Piece("The day is done.", "strong"))
    elif left and not rest:
        yield _line(Piece("Until the day is done: "), Piece(", ".join(left), "strong"))
    if not activity.goals:
        yield _line(Piece("No goals are set; journal.yaml takes them, under goals: daily:.", "quiet"))
    yield _line(Piece("streak ", "quiet"), Piece(streak_text(snapshot, plan)))
    yield BLANK
    yield _line(Piece(f"{BY_ID['activity'].shown_key} shows every day of the year.", "quiet"))


def pipeline_page(plan: Plan) -> Iterator[Paragraph]:
    """The groups of stages one below the other."""
    yield _line(Piece(open_text(plan.columns), "strong"))
    yield BLANK
    names = max(len(column.title) for column in plan.columns)
    for column in plan.columns:
        fires = sum(card.firing is not None for card in column.cards)
        yield _line(
            Piece(column.title.ljust(names + 2), "quiet"),
            Piece(str(len(column.cards)).rjust(5), "strong"),
            Piece(short_money(column.dollars).rjust(9) if column.dollars else " " * 9),
            Piece(f"   {fires} waiting" if fires else "", "quiet"),
        )
    yield BLANK
    yield _line(Piece(f"{BY_ID['pipeline'].shown_key} shows who they are.", "quiet"))


def _line(*pieces: Piece, hang: int = 0) -> Paragraph:
    return Paragraph(tuple(pieces), hang)
