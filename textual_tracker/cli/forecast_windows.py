"""The windows of a forecast side by side: what was asked for, this month, the next, and ninety days."""

from textual_tracker.analytics.forecast.outlook import Forecast
from textual_tracker.analytics.forecast.words import (
    expected_dollars,
    interval,
    likeliest,
    of_goal,
    of_volume_goal,
    windows,
    without_amount,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import short_money
from textual_tracker.cli.call import Call
from textual_tracker.cli.table import Column


def print_windows(call: Call, snapshot: Snapshot, found: Forecast) -> None:
    """A line for each window, in units and in dollars; below them which amounts are not known."""
    shown = windows(found, snapshot.today)
    outlooks = [outlook for _, outlook in shown]
    closed = [short_money(one.closed_amount) if one.closed_amount else "" for one in outlooks]
    call.output.line()
    call.output.table(
        [
            Column("", [name for name, _ in shown], least=10),
            Column(
                "closed",
                [str(one.closed_already) if one.closed_already else "" for one in outlooks],
                right=True,
                goes=4,
            ),
            Column("most likely", [str(likeliest(one)) for one in outlooks], right=True, goes=6),
            Column("80%", [interval(one.low, one.high) for one in outlooks], right=True),
            Column("expected", [f"{one.expected:.1f}" for one in outlooks], right=True, goes=5),
            Column("your goal", [of_goal(one) for one in outlooks], right=True),
            Column("$ closed", closed, right=True, goes=1),
            Column("$ expected", [expected_dollars(one) for one in outlooks], right=True, goes=3),
            Column("$ goal", [of_volume_goal(one) for one in outlooks], right=True, goes=2),
        ],
        indent="  ",
    )
    missing = without_amount(outlooks[0])
    if missing:
        call.output.line(f"  {missing}", "quiet")
