"""The lines of the list of the forecast: its rows, its fold, who is left out, and what an empty list says."""

from typing import Final

from textual_tracker.analytics.forecast.outlook import DECIDED_AT_LEAST, Forecast
from textual_tracker.analytics.forecast.words import chance_percent, rests_on
from textual_tracker.analytics.results.left_out import left_out_words
from textual_tracker.analytics.wording import count, days, sender, short_money, stage_label
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.forecast.found import UNLIKELY, ForecastList, Item
from textual_tracker.tui.views.words import DOT, FAULT, mark, nothing_yet
from textual_tracker.tui.widgets.bars import lying
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.row import Row

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


NO_HEADS: Final = (Column("", 1),)
"""The columns of a list that has no rows, and none to come."""


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


def left_out(number: int) -> Line:
    """`✗ 1 left out: its file has an error · 8 shows it`; nothing where none is."""
    if not number:
        return ()
    key = BY_ID["problems"].shown_key
    return (
        Piece(f"{FAULT}  ", "fault"),
        Piece(left_out_words(number)),
        Piece(f"{DOT}{key} shows {'it' if number == 1 else 'them'}", "quiet"),
    )


def unlikely(number: int) -> str:
    """`44 more under 1%`."""
    return f"{number:,} more under {UNLIKELY:.0%}"


def notice(look: Look, found: ForecastList, *, asked: bool) -> tuple[Line, ...]:
    """What an empty list says."""
    if not look.snapshot.referrals:
        return nothing_yet(look.snapshot.today)
    apart: tuple[Line, ...] = ((), left_out(found.left_out)) if found.left_out else ()
    if not found.forecast.enough_history:
        return (*_missing(found.forecast, asked=asked), *apart)
    if asked:
        return ((), (Piece("Nobody who is open matches. "), Piece("esc clears the query.", "quiet")), *apart)
    new = BY_ID["new_referral"].shown_key
    return ((), (Piece("Nobody is open. "), Piece(f"{new} adds a referral.", "quiet")), *apart)


def _missing(found: Forecast, *, asked: bool) -> tuple[Line, ...]:
    """What is missing until there is a forecast, which the headline says there is not."""
    have = count(found.decided, "referral is", "referrals are") if found.decided else "No referral is"
    close_out = BY_ID["close_out"].shown_key
    return (
        (),
        (Piece(f"{have} decided, which means closed or lost."),),
        (Piece(f"It takes {DECIDED_AT_LEAST}: {found.missing} more."),),
        (),
        (Piece("Until then there is no number here: it would be a guess.", "quiet"),),
        (Piece(close_out, "accent"), Piece(" on a referral of another view writes what became of it.", "quiet")),
        *(((Piece("esc clears the query.", "quiet"),),) if asked else ()),
    )
