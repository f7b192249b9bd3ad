"""Pieces that several views say."""

import datetime as dt

import pytest

from textual_tracker.tui.views.words import how_long, shortened
from textual_tracker.tui.widgets.ink import Line, Piece

TODAY = dt.date(2026, 3, 10)
LINE: Line = (Piece("4 stalled", "stalled"), Piece(", "), Piece("3 at risk", "risk"))


@pytest.mark.parametrize(
    ("room", "says"),
    [
        (20, "4 stalled, 3 at risk"),
        (19, "4 stalled, 3 at ri…"),
        (11, "4 stalled,…"),
        (10, "4 stalled…"),
        (9, "4 stalle…"),
        (1, "…"),
        (0, ""),
    ],
)
def test_a_line_is_cut_at_its_end_and_says_so(room: int, says: str) -> None:
    assert "".join(piece.text for piece in shortened(LINE, room)) == says


def test_what_is_left_of_a_line_keeps_its_ink() -> None:
    assert [piece.role for piece in shortened(LINE, 15)] == ["stalled", "text", "risk"]


@pytest.mark.parametrize(
    ("working_days", "since", "says"),
    [
        (0, TODAY, "today"),
        (0, dt.date(2026, 3, 8), "0 working days"),
        (1, dt.date(2026, 3, 9), "1 working day"),
        (999, dt.date(2022, 5, 11), "999 working days"),
        (1000, dt.date(2022, 5, 10), "since May 2022"),
        (-2, dt.date(2026, 3, 12), "Thu 12 Mar"),
    ],
)
def test_how_long_is_said_in_sixteen_cells(working_days: int, since: dt.date, says: str) -> None:
    assert how_long(working_days, since, TODAY) == says
    assert len(says) <= 16
