"""The report of `activity`: what today takes, the averages, the days, the weeks beside results, the ratios."""

from collections.abc import Sequence

from textual_tracker.analytics.activity.words import known_days, today_sentence, week_label, what_it_was
from textual_tracker.analytics.activity.year import ActivityYear, YearDay
from textual_tracker.analytics.results.ratios import Ratios
from textual_tracker.analytics.results.weekly import WeekOfResults
from textual_tracker.analytics.results.words import ratio_rows, window_label
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import count, day, word
from textual_tracker.cli.call import Call
from textual_tracker.cli.reports.activity_calendar import print_calendar
from textual_tracker.cli.table import Column
from textual_tracker.core.vocabulary import COUNTERS

WEEKS = 8
"""Weeks that a terminal shows; a pipe gets all."""

NAMED = 5
"""Missing days that are named."""


def report(call: Call, snapshot: Snapshot, year: ActivityYear, weeks: Sequence[WeekOfResults], found: Ratios) -> None:
    """Everything; a calendar on a terminal, a row a day on a pipe."""
    if year.officer is not None:
        call.output.line(snapshot.journal.settings.officers.get(year.officer, year.officer), "quiet")
    call.output.paragraph(today_sentence(year), "strong")
    call.output.paragraph(f"{window_label(year.window, snapshot.today)}: {known_days(year)}")
    if year.averages is None and not weeks:
        return
    _print_counters(call, year)
    if call.output.width is None:
        _print_days(call, year)
    else:
        print_calendar(call, year)
    _print_missing(call, year)
    _print_weeks(call, year, weeks)
    _print_ratios(call, found)


def _print_counters(call: Call, year: ActivityYear) -> None:
    """Each counter: its goal, its average a known day, its total."""
    averages, goals, totals = year.averages, year.today.activity.goals, year.totals
    if averages is None:
        return
    names = [name for name in averages.counts if name in COUNTERS or totals[name] or name in goals]
    score = [] if averages.score is None else ["score"]
    call.output.line()
    call.output.table(
        [
            Column("", [*map(word, names), *score], least=12),
            Column("goal", [str(goals.get(name, "")) for name in names] + [""] * len(score), right=True),
            Column(
                "a day",
                [*(f"{averages.counts[name]:.1f}" for name in names), *(f"{averages.score:.0%}" for _ in score)],
                right=True,
            ),
            Column("total", [f"{totals[name]:,}" for name in names] + [""] * len(score), right=True),
        ],
        indent="  ",
    )


def _print_days(call: Call, year: ActivityYear) -> None:
    """The days from the first known one on, oldest first, without those of which nothing was to be expected."""
    first = next((one.date for one in year.days if one.activity.known), year.window.end)
    shown = [one for one in year.days if one.date >= first and one.kind not in {"free", "blank"}]
    kinds = [name for name in year.totals if name not in COUNTERS and year.totals[name]]
    if not shown:
        return
    call.output.line()
    call.output.table(
        [
            Column("day", [one.date.isoformat() for one in shown]),
            Column("", [f"{one.date:%a}" for one in shown]),
            *(Column(word(name), [_number(one, name) for one in shown], right=True) for name in (*COUNTERS, *kinds)),
            Column("score", [_score(one.activity.score) if one.activity.known else "" for one in shown], right=True),
            Column("", [what_it_was(one) for one in shown]),
        ],
        indent="  ",
    )


def _number(one: YearDay, name: str) -> str:
    return str(one.activity.counts[name]) if one.activity.known else ""


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:.0%}"


def _print_missing(call: Call, year: ActivityYear) -> None:
    """The working days of which nothing is known, the last ones first; on a pipe each has a row of its own."""
    if not year.missing or call.output.width is None:
        return
    newest = year.missing[::-1]
    named = newest[:NAMED]
    more = f" and {len(newest) - len(named)} more" if len(named) < len(newest) else ""
    days = ", ".join(day(date, year.today.date) for date in named)
    call.output.line()
    call.output.paragraph(f"Nothing is known of {count(len(newest), 'working day')}: {days}{more}.")


def _print_weeks(call: Call, year: ActivityYear, weeks: Sequence[WeekOfResults]) -> None:
    """The last weeks, newest first: what was done, and what came of it."""
    newest = weeks[::-1] if call.output.width is None else weeks[: -WEEKS - 1 : -1]
    if not newest:
        return
    of_days = {week.start: week for week in year.weeks}
    days = [of_days.get(week.start) for week in newest]
    call.output.line()
    call.output.line("ACTIVITY BESIDE RESULTS", "strong")
    call.output.table(
        [
            Column("", [week_label(week.start, year.today.date) for week in newest]),
            Column("calls", [str(week.calls) for week in newest], right=True),
            Column("conv.", [str(week.conversations) for week in newest], right=True, goes=3),
            Column("appts", [str(week.appointments) for week in newest], right=True, goes=4),
            Column("applications", [str(week.applications) for week in newest], right=True),
            Column("closings", [str(week.closings) for week in newest], right=True),
            Column(
                "days done",
                [f"{one.done}/{one.due}" if one is not None and one.due and year.streak_goals else "" for one in days],
                right=True,
                goes=2,
            ),
            Column("score", [_score(None if one is None else one.score) for one in days], right=True, goes=1),
        ],
        indent="  ",
    )


def _print_ratios(call: Call, found: Ratios) -> None:
    """How many of one thing it took for one of the next, with both numbers."""
    rows = ratio_rows(found)
    call.output.line()
    call.output.line("FROM CALLS TO CLOSINGS", "strong")
    call.output.table(
        [
            Column("", [what for what, _, _ in rows]),
            Column("", [value for _, value, _ in rows], right=True),
            Column("", [of for _, _, of in rows], goes=1),
        ],
        indent="  ",
    )
