"""The report of `forecast`: the sentence, the chance of each count, the windows side by side, the track record."""

from textual_tracker.analytics.forecast.bars import Bar, bars, goal_at
from textual_tracker.analytics.forecast.outlook import Forecast, Outlook
from textual_tracker.analytics.forecast.record_words import (
    NO_RECORD,
    against_baselines,
    inside_words,
    month_by_month,
    months_missing,
    takes_care,
    trust,
)
from textual_tracker.analytics.forecast.words import (
    chance_percent,
    goal_percent,
    goal_words,
    headline,
    made_of,
    missing_sentence,
)
from textual_tracker.analytics.results.left_out import left_out_sentence
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.call import Call
from textual_tracker.cli.reports.forecast_chances import print_chances
from textual_tracker.cli.reports.forecast_windows import INDENT, print_indented, print_windows
from textual_tracker.cli.table import Column
from textual_tracker.cli.text import cells

LONGEST_BAR, BESIDE_BAR = 40, 42
"""Cells of the longest bar, and of what stands beside it."""
FULL, HASH = "█", "#"
"""A cell of a bar on a terminal, and on a pipe."""
GAP = "   "


def report(call: Call, snapshot: Snapshot, found: Forecast, officer: str | None) -> None:
    """The whole forecast; where there is too little history, what is missing."""
    officers = snapshot.journal.settings.officers
    if officer is not None:
        call.output.line(officers.get(officer, officer), "quiet")
    without = left_out_sentence(snapshot, officer)
    if found.chosen is None:
        call.output.paragraph(missing_sentence(found), "strong")
        _print_left_out(call, without)
        return
    _print_head(call, snapshot, found.chosen)
    call.output.paragraph(trust(found.track_record), "at_risk" if takes_care(found.track_record) else "quiet")
    _print_bars(call, found.chosen)
    print_indented(call, f"{found.chosen.expected:.1f} expected: {made_of(found.chosen)}")
    print_windows(call, found)
    _print_record(call, snapshot, found)
    print_chances(call, snapshot, found.chosen)
    _print_left_out(call, without)


def _print_left_out(call: Call, without: str) -> None:
    """How many nothing was forecast of, below all that was."""
    if without:
        call.output.line()
        call.output.paragraph(without, "quiet")


def _print_head(call: Call, snapshot: Snapshot, outlook: Outlook) -> None:
    """Both sentences on one line, where they fit."""
    says, goal = headline(outlook, snapshot.today), goal_words(outlook)
    width = call.output.width
    if goal and width is not None and cells(says) + len(GAP) + cells(goal) > width:
        call.output.paragraph(says, "strong")
        call.output.line(goal)
    else:
        call.output.stretches([(says, "strong"), (f"{GAP if goal else ''}{goal}", "")])


def _print_bars(call: Call, outlook: Outlook) -> None:
    """A bar for each count; the goal stands at the first that reaches it, or below them all."""
    shown = bars(outlook)
    most = max(bar.chance for bar in shown)
    goal = goal_at(outlook, shown)
    sign, longest = HASH, LONGEST_BAR
    if call.output.width is not None:
        sign, longest = FULL, max(min(call.output.width - BESIDE_BAR, LONGEST_BAR), 1)
    rows = [
        (bar.label, chance_percent(bar.chance), _drawn(bar, most, sign, longest), _mark(outlook, number, goal))
        for number, bar in enumerate(shown)
    ]
    if goal == len(shown):
        rows.append((f"{outlook.goal:,}", "", "", "← your goal"))
    labels, chances, drawn, marks = zip(*rows, strict=True)
    call.output.line()
    call.output.table(
        [
            Column("", labels, right=True),
            Column("", chances, right=True),
            Column("", drawn, painted=True),
            Column("", marks),
        ],
        ["at_risk" if goal is not None and number >= goal else "quiet" for number in range(len(rows))],
        indent="  ",
    )
    call.output.line()


def _drawn(bar: Bar, most: float, sign: str, longest: int) -> str:
    """A bar of some length for what is not impossible; the likeliest is the longest."""
    return sign * max(round(bar.chance / most * longest), 1 if bar.chance > 0 else 0)


def _mark(outlook: Outlook, number: int, goal: int | None) -> str:
    if number != goal:
        return ""
    return (
        f"← your goal, {goal_percent(outlook)}"
        if outlook.is_reached
        else f"← your goal, or more: {goal_percent(outlook)}"
    )


def _print_record(call: Call, snapshot: Snapshot, found: Forecast) -> None:
    """What it said of past months, and what was; a narrow terminal gets fewer months a line."""
    call.output.line()
    call.output.line("TRACK RECORD", "strong")
    record = found.track_record
    if record is None:
        print_indented(call, NO_RECORD)
        return
    print_indented(call, inside_words(record))
    for sentence in against_baselines(record):
        print_indented(call, sentence)
    if missing := months_missing(record):
        print_indented(call, missing)
    months = month_by_month(record, snapshot.today)
    room = max(map(len, months)) + len(GAP)
    width = len(GAP) + (call.output.width or 3 * room + len(INDENT)) - len(INDENT)
    across = max(width // room, 1)
    for first in range(0, len(months), across):
        call.output.line(INDENT + "".join(month.ljust(room) for month in months[first : first + across]))
