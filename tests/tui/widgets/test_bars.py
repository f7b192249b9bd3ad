"""Bars of numbers, lying, standing and very small."""

import pytest

from textual_tracker.tui.widgets.bars import Upright, lying, spark, standing
from textual_tracker.tui.widgets.ink import Piece


@pytest.mark.parametrize(
    ("value", "most", "room", "drawn"),
    [
        (10, 10, 4, "████"),
        (5, 10, 4, "██"),
        (5, 10, 3, "█▌"),
        (1, 1000, 4, "▏"),
        (0, 10, 4, ""),
        (20, 10, 4, "████"),
        (3, 0, 4, ""),
        (3, 10, 0, ""),
        (-1, 10, 4, ""),
    ],
)
def test_a_lying_bar_grows_by_eighths_and_what_is_there_is_seen(
    value: float, most: float, room: int, drawn: str
) -> None:
    assert lying(value, most, room) == drawn


def test_standing_bars_share_one_scale_and_are_drawn_from_the_top_down() -> None:
    bars = (Upright(4), Upright(2, "quiet"), Upright(0), Upright(1, "strong"))
    assert standing(bars, 2, wide=2, gap=1) == [
        (Piece("██", "accent"), Piece("   ", "quiet"), Piece("   ", "accent"), Piece("   ", "strong")),
        (Piece("██", "accent"), Piece(" ██", "quiet"), Piece("   ", "accent"), Piece(" ▄▄", "strong")),
    ]


def test_a_scale_may_reach_higher_than_the_highest_bar() -> None:
    assert standing((Upright(1),), 2, most=4) == [(Piece(" ", "accent"),), (Piece("▄", "accent"),)]


def test_no_bars_are_empty_lines() -> None:
    assert standing((), 2) == [(), ()]
    assert standing((Upright(0),), 1) == [(Piece(" ", "accent"),)]


def test_a_line_of_small_bars_has_a_cell_for_each_value() -> None:
    assert spark((0, 1, 4, 8)) == " ▁▄█"
    assert spark((1, 1), most=8) == "▁▁"
    assert spark(()) == ""
    assert spark((0, 0)) == "  "
