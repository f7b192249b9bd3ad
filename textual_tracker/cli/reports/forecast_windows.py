"""The windows of a forecast side by side: what was asked for, this month, the next, and ninety days."""

from textual_tracker.analytics.forecast.outlook import Forecast
from textual_tracker.analytics.forecast.words import (
    expected_dollars,
    interval,
    likeliest,
    of_goal,
    of_volume_goal,
    since_when,
    windows,
    without_amount,
)
from textual_tracker.analytics.wording import short_money
from textual_tracker.cli.call import Call
from textual_tracker.cli.reports.forecast_chances import NARROW
from textual_tracker.cli.table import Column
from textual_tracker.cli.text import wrapped

INDENT = "  "
NARROW_NAME = 10
"""The fewest cells of a window's name; on a terminal of `NARROW` cells and more it is whole."""


def print_windows(call: Call, found: Forecast) -> None:
    """A line for each window, in units and in dollars; below them from when they count, and amounts not known."""
    shown = windows(found)
    outlooks = [outlook for _, outlook in shown]
    narrow = call.output.width is not None and call.output.width < NARROW
    closed = [short_money(one.closed_amount) if one.closed_amount else "" for one in outlooks]
    call.output.line()
    call.output.table(
        [
            Column("", [name for name, _ in shown], least=NARROW_NAME if narrow else 0),
            Column(
                "closed",
                [f"{one.closed_already:,}" if one.closed_already else "" for one in outlooks],
                right=True,
                goes=3,
            ),
            Column("most likely", [f"{likeliest(one):,}" for one in outlooks], right=True, goes=6),
            Column("80%", [interval(one.low, one.high) for one in outlooks], right=True),
            Column("expected", [f"{one.expected:,.1f}" for one in outlooks], right=True, goes=5),
            Column("your goal", [of_goal(one) for one in outlooks], right=True),
            Column("$ closed", closed, right=True, goes=1),
            Column("$ expected", [expected_dollars(one) for one in outlooks], right=True, goes=4),
            Column("$ goal", [of_volume_goal(one) for one in outlooks], right=True, goes=2),
        ],
        indent=INDENT,
    )
    for sentence in filter(None, (since_when(found), without_amount(outlooks[0]))):
        print_indented(call, sentence, "quiet")


def print_indented(call: Call, sentence: str, style: str = "") -> None:
    """A sentence below its heading, broken between words where the terminal is narrower."""
    width = call.output.width
    for line in [sentence] if width is None else wrapped(sentence, width - len(INDENT)):
        call.output.line(f"{INDENT}{line}", style)
