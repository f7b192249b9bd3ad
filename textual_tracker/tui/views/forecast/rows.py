"""The lines of the forecast: its headline, its list's rows, and what an empty list says."""

from typing import Final

from textual_tracker.analytics.forecast.outlook import DECIDED_AT_LEAST, Forecast, Outlook
from textual_tracker.analytics.forecast.words import chance_percent, goal_percent, rests_on
from textual_tracker.analytics.forecast.words import headline as sentence
from textual_tracker.analytics.wording import count, days, sender, short_money, stage_label
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.forecast.found import Item
from textual_tracker.tui.views.words import DOT, FAULT, mark, nothing_yet
from textual_tracker.tui.widgets.bars import lying
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.line_table import Row

BAR: Final = 8
COLUMNS: Final = (
    Column("", 2, gap=1),
    Column("who", 15, 24),
    Column("chance", 6, align="right", gap=1),
    Column("", BAR, priority=7),
    Column("stage", 15, 21, priority=2),
    Column("days", 4, priority=4, align="right"),
    Column("rests on", 23, 28, priority=1),
    Column("phone", 12, 14, priority=3),
    Column("amount", 6, priority=5, align="right"),
    Column("from", 10, 20, priority=6),
)


def row(look: Look, item: Item) -> Row:
    """Somebody open: the chance, the stage, what it rests on."""
    chance, today = item.chance, look.snapshot.today
    return Row(
        (
            mark(item.referral, item.firing),
            Piece(item.referral.name, "strong"),
            Piece(chance_percent(chance.probability), "strong"),
            Piece(lying(chance.probability, 1.0, BAR), "accent"),
            Piece(stage_label(chance.stage)),
            Piece(days(chance.days_in_stage), "quiet"),
            Piece(rests_on(chance, today), "quiet"),
            Piece(item.referral.phone),
            Piece(short_money(chance.amount)),
            Piece(sender(look.snapshot, item.referral)),
        )
    )


def headline(look: Look, found: Forecast, room: int) -> Line:
    """`March 2026: 3 closed, most likely 5 (80%: 4–7) · 71% for your goal of 5`; in little room `71% for 5`.

    `room`: cells; 0 where a query stands there too, and the goal gives way to it.
    """
    unreadable = len(look.snapshot.journal.unreadable)
    fault = (Piece(f"{DOT}{FAULT} {count(unreadable, 'file')} cannot be read", "fault"),) if unreadable else ()
    if found.chosen is None:
        return (Piece("too little history for a forecast", "strong"), *fault)
    says = Piece(sentence(found.chosen, look.snapshot.today), "strong")
    goal = _goal(found.chosen, room - width(says.text)) if room else ()
    return (says, *goal, *fault)


def _goal(outlook: Outlook, room: int) -> Line:
    if outlook.goal is None:
        return ()
    if outlook.is_reached:
        return (Piece(DOT), Piece(f"your goal of {outlook.goal} is reached", "accent"))
    chance, whose = goal_percent(outlook), f" for your goal of {outlook.goal}"
    fits = width(DOT + chance + whose) <= room
    return (Piece(DOT), Piece(chance, "accent"), Piece(whose if fits else f" for {outlook.goal}"))


def notice(look: Look, found: Forecast, *, asked: bool) -> tuple[Line, ...]:
    """What an empty list says."""
    if not look.snapshot.referrals:
        return nothing_yet(look.snapshot.today)
    if not found.enough_history:
        return _missing(found)
    if asked:
        return ((), (Piece("Nobody who is open matches. "), Piece("esc clears the query.", "quiet")))
    new = BY_ID["new_referral"].shown_key
    return ((), (Piece("Nobody is open. "), Piece(f"{new} adds a referral.", "quiet")))


def _missing(found: Forecast) -> tuple[Line, ...]:
    have = count(found.decided, "referral is", "referrals are") if found.decided else "No referral is"
    close_out = BY_ID["close_out"].shown_key
    return (
        (),
        (Piece("Too little history for a forecast.", "strong"),),
        (),
        (Piece(f"{have} decided, which means closed or lost."),),
        (Piece(f"It takes {DECIDED_AT_LEAST}: {found.missing} more."),),
        (),
        (Piece("Until then there is no number here: it would be a guess.", "quiet"),),
        (Piece(close_out, "accent"), Piece(" on a referral of another view writes what became of it.", "quiet")),
    )
