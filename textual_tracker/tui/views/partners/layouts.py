"""The two layouts of the list of partners: what they wait for, and how they do. Each has its columns and its rows."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from textual_tracker.analytics.partners.scorecard import Scorecard
from textual_tracker.analytics.partners.scorecard_words import closed_text, likely_text, told_text
from textual_tracker.analytics.wording import day
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.partners.rows import COLUMNS, awake, mark, name, number, partner_row
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.row import Row

SCORES: Final = (
    Column("", 2, gap=1),
    Column("partner", 13, 24),
    Column("received", 8, align="right", priority=5),
    Column("of decided", 10, align="right", priority=2),
    Column("likely", 13, align="right"),
    Column("told in time", 12, align="right", priority=1),
    Column("last referral", 13, priority=3),
    Column("phone", 12, 14, priority=4),
)


class Layout(NamedTuple):
    """One of them. `name` is what the key that leads to it is called."""

    name: str
    columns: Sequence[Column]
    row: Callable[[Look, Scorecard], Row]

    def has(self, title: str) -> bool:
        """Whether there is a column of this title, on a screen that is wide enough."""
        return any(column.title == title for column in self.columns if title)


def score_row(look: Look, card: Scorecard) -> Row:
    """How one partner does: what became of those they sent in twelve months, and whether they were told."""
    partner, today, role = card.summary.partner, look.snapshot.today, awake(card.summary)
    last = card.summary.last_referral
    return Row(
        (
            mark(card.summary),
            name(card.summary),
            Piece(number(card.group.received), role),
            Piece(closed_text(card), role),
            Piece(likely_text(card.ranked), role),
            Piece(told_text(card.told), role),
            Piece(day(last, today) if last else "", role),
            Piece("" if partner is None else partner.phone, role),
        )
    )


WAITING: Final = Layout("who waits", COLUMNS, partner_row)
SCORED: Final = Layout("scorecards", SCORES, score_row)
