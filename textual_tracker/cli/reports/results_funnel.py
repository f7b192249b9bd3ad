"""The funnel of `results`: how many came so far, with bars on a terminal."""

from textual_tracker.analytics.results.funnel import Step
from textual_tracker.analytics.results.words import rate_text
from textual_tracker.analytics.wording import stage_label
from textual_tracker.cli.output import Output
from textual_tracker.cli.table import GAP, Column

WIDEST, NARROWEST = 40, 8
"""Cells of the bar of all: it takes what the terminal leaves, and is left out where that is less than the least."""

FULL, HALF = "█", "▌"


def print_funnel(output: Output, steps: tuple[Step, ...]) -> None:
    """A row for each stage."""
    columns = [
        Column("FUNNEL", [stage_label(step.stage) for step in steps]),
        Column("n", [f"{step.reached:,}" for step in steps], right=True),
        Column("of received", ["", *(rate_text(step.from_received) for step in steps[1:])], right=True, goes=2),
        Column("of stage before", ["", *(rate_text(step.from_previous) for step in steps[1:])], right=True, goes=3),
        Column("undecided", [f"{step.undecided:,}" if step.undecided else "" for step in steps], right=True, goes=1),
    ]
    if output.width is not None:
        room = output.width - 1 - sum(column.full + len(GAP) for column in columns)
        if room >= NARROWEST:
            columns.insert(2, Column("", _bars(steps, min(room, WIDEST)), painted=True))
    output.table(columns, ["at_risk"] * len(steps), indent=" ")


def _bars(steps: tuple[Step, ...], cells: int) -> list[str]:
    """A bar a stage, in half cells; whoever came so far is seen, however few."""
    everybody = max(steps[0].reached, 1)
    return [_bar(step.reached, everybody, cells) for step in steps]


def _bar(reached: int, everybody: int, cells: int) -> str:
    halves = round(2 * cells * reached / everybody)
    if reached:
        halves = max(halves, 1)
    return FULL * (halves // 2) + HALF * (halves % 2)
