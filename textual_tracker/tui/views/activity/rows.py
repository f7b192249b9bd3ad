"""The lines of the Activity view: its headline, its list's rows, and what an empty list says."""

import datetime as dt
from typing import Final

from textual_tracker.analytics.activity.words import today_parts, week_days
from textual_tracker.analytics.activity.year import ActivityYear, Week, YearDay
from textual_tracker.analytics.wording import count
from textual_tracker.core.calendar import ONE_DAY
from textual_tracker.core.records import Day
from textual_tracker.core.vocabulary import COUNTERS
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.activity.days import (
    Average,
    DayList,
    Item,
    Listed,
    custom_words,
    day_words,
    files_of,
)
from textual_tracker.tui.views.activity.page import path_for
from textual_tracker.tui.views.activity.panel import cell
from textual_tracker.tui.views.words import DOT, FAULT, dotted
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece, Role
from textual_tracker.tui.widgets.meters import MET, bar
from textual_tracker.tui.widgets.row import Row

BAR = 6
COLUMNS: Final = (
    Column("", 1, gap=1),
    Column("day", 12, gap=1),
    Column("calls", 5, align="right", gap=1),
    Column("follow-ups", 10, priority=1, align="right", gap=1),
    Column("notes", 5, priority=2, align="right", gap=1),
    Column("conv.", 5, priority=3, align="right", gap=1),
    Column("appts", 5, priority=4, align="right", gap=2),
    Column("done", 4, priority=5, align="right", gap=1),
    Column("score", 5, priority=6, align="right", gap=1),
    Column("", BAR, priority=7),
    Column("note", 7, 90, priority=8),
)


def headline(look: Look, found: DayList) -> Line:
    """`7 calls, 2 notes to keep the streak of 6 working days`."""
    year = found.year
    officers = look.snapshot.journal.settings.officers
    whose = officers.get(found.wanted.officer or "", "")
    before = (Piece(f"{whose}: ", "accent"),) if whose else ()
    return (*before, *_today(year))


def _today(year: ActivityYear) -> Line:
    """The words of the command line: first how today stands, then the rest, the last of it quietly."""
    stands, *more = today_parts(year)
    is_done = year.today.is_due and year.today.activity.done and bool(year.streak_goals)
    first = Piece(f"{MET} {stands}", "accent") if is_done else Piece(stands, "strong")
    rest = [Piece(f"{DOT}{part}", "quiet" if part == more[-1] else "text") for part in more]
    return (first, *rest)


def stands_apart(found: DayList) -> str:
    """How many working days are missing."""
    missing = len(found.year.missing)
    return f"{count(missing, 'working day')} missing" if missing else ""


def nothing_done(look: Look) -> tuple[Line, ...]:
    """What the list says while no day is known: how the first one is written."""
    today = look.snapshot.today
    goals = look.snapshot.journal.settings.goals.daily
    goal_lines: tuple[Line, ...] = (
        (),
        (Piece("Your goals stand in journal.yaml:"),),
        (Piece("    goals: {daily: {calls: 15, follow_ups: 8, notes: 3}}", "accent"),),
    )
    return (
        (),
        (Piece("No activity yet.", "strong"),),
        (Piece("Attempts and updates in the referrals count by themselves."),),
        (Piece(BY_ID["count"].shown_key, "accent"), Piece(" counts what else you did; or type it into")),
        (Piece(f"    {path_for(look, today, None)}", "accent"),),
        (Piece("    calls: 12", "quiet"),),
        *(() if goals else goal_lines),
    )


def row(look: Look, found: DayList, item: Item) -> Row:
    """One line of the list: a day, or a heading."""
    if isinstance(item, Listed):
        return _day_row(look, found, item.day)
    if isinstance(item, Week):
        return _week_row(item, found.year)
    if isinstance(item, Average):
        return _average_row(item, found)
    says = Piece("missing", "accent"), Piece(f"  {count(item.days, 'working day')} of which nothing is known", "quiet")
    return Row(across=says, heading=True)


def _day_row(look: Look, found: DayList, listed: YearDay) -> Row:
    activity, today = listed.activity, found.year.today.date
    files = files_of(look.snapshot, listed.date, found.wanted.officer)
    sign = cell(listed)
    quiet = not activity.known
    scored = activity.score is not None and activity.known
    return Row(
        (
            Piece(FAULT, "fault") if _is_faulty(look, found, listed, files) else Piece(sign.sign, sign.role),
            Piece(_date(listed.date, today), "quiet" if quiet else "strong" if listed.date == today else "text"),
            *(_number(activity.counts[name], activity.goals.get(name, 0), quiet=quiet) for name in COUNTERS),
            Piece(MET if activity.done else "", "accent"),
            Piece(f"{activity.score:.0%}" if scored else "", "quiet"),
            Piece(""),
            Piece(dotted(day_words(look.snapshot, listed, found.wanted.officer)), "quiet"),
        )
    )


def _is_faulty(look: Look, found: DayList, listed: YearDay, files: list[Day]) -> bool:
    """Whether the day's file has an error, or cannot be read."""
    if files:
        return any(file.faulty or file.stale for file in files)
    return bool(look.problems_of.get(path_for(look, listed.date, found.wanted.officer)))


def _number(number: int, goal: int, *, quiet: bool) -> Piece:
    """A count; it stands out where its goal is met, and stands back where it is nothing."""
    if quiet:
        return Piece("")
    return Piece(str(number), "strong" if goal and number >= goal else "text" if number else "quiet")


def _week_row(week: Week, of: ActivityYear) -> Row:
    today = of.today.date
    role: Role = "accent"
    filled, track = bar(week.score, BAR) if week.score is not None else ("", "")
    year = str(week.start.year) if week.start.year != (today - today.weekday() * ONE_DAY).year else ""
    missing = f"{week.missing} missing" if week.missing else ""
    return Row(
        (
            Piece(""),
            Piece(week_days(week.start, today), role),
            *(Piece(str(week.totals[name]), role) for name in COUNTERS),
            Piece(f"{week.done}/{week.due}" if week.due and of.streak_goals else "", role),
            Piece(f"{week.score:.0%}" if week.score is not None else "", role),
            Piece(f"{filled}{track}", role),
            Piece(dotted((year, missing, *custom_words(week.totals))), "quiet"),
        ),
        heading=True,
    )


def _average_row(item: Average, found: DayList) -> Row:
    average = item.of
    over = f"over {count(average.days, 'known day')}{' that match' if item.matching else ''}"
    filled, track = bar(average.score, BAR) if average.score is not None else ("", "")
    return Row(
        (
            Piece(""),
            Piece(f"avg {count(average.days, 'day')}", "quiet"),
            *(Piece(f"{average.counts[name]:.1f}", "quiet") for name in COUNTERS),
            Piece(""),
            Piece(f"{average.score:.0%}" if average.score is not None else "", "quiet"),
            Piece(f"{filled}{track}", "quiet"),
            Piece(dotted((over, stands_apart(found) if not item.matching else "")), "quiet"),
        ),
        heading=True,
    )


def _date(date: dt.date, today: dt.date) -> str:
    """`Mon 9 Mar`, `Tue today`; the week above it says the year."""
    return f"{date:%a} {'today' if date == today else f'{date.day} {date:%b}'}"
