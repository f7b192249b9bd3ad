"""The detail of one day: its counters against the goals, what was typed, what the records show, and which they are."""

import datetime as dt
from collections.abc import Iterator

from textual_tracker.analytics.activity.words import week_label
from textual_tracker.analytics.activity.year import YearDay, week_of
from textual_tracker.analytics.results.words import ratio_rows
from textual_tracker.analytics.wording import clock, long_day, word
from textual_tracker.core.records import Day
from textual_tracker.core.vocabulary import COUNTERS
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.activity.days import DayList, files_of
from textual_tracker.tui.views.activity.panel import BESIDE
from textual_tracker.tui.views.words import FAULT, dotted, problem_role
from textual_tracker.tui.widgets.cells import cut, plain
from textual_tracker.tui.widgets.ink import Piece, Role
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph

MOST_RECORDS = 60
"""Records of a day that are shown; a team's day may have hundreds."""
NAME_WIDTH, NUMBER_WIDTH = 14, 6
CLOCK_WIDTH = 7
KINDS = {
    "off": "day off",
    "holiday": "holiday",
    "free": "no working day",
    "missing": "missing: nothing is known of this day",
    "blank": "nothing is known yet",
}


def day_page(look: Look, found: DayList, day: YearDay) -> Iterator[Paragraph]:
    """Everything about a day."""
    files = files_of(look.snapshot, day.date, found.wanted.officer)
    yield _line(Piece(long_day(day.date), "strong"))
    yield _line(Piece(_what(day, files), "quiet"))
    yield from _faults(look, day, found.wanted.officer)
    yield from _counters(look, found, day, files)
    for file in files:
        if file.comment.strip():
            yield BLANK
            yield _line(Piece(file.comment.strip()))
    yield from _records(look, found, day)
    yield BLANK
    for file in files:
        yield _line(Piece(file.path, "quiet"))
    if not files:
        yield from how_to_write(look, day.date, found.wanted.officer)
    yield from _week(found, day)
    yield from _ratios(found)


def path_for(look: Look, date: dt.date, officer: str | None) -> str:
    """The file in which a day is typed; for all officers together that of the first."""
    who = officer or next(iter(look.snapshot.journal.settings.officers), "")
    return f"activity/{f'{who}/' if who else ''}{date.year:04}/{date.isoformat()}.yaml"


def how_to_write(look: Look, date: dt.date, officer: str | None) -> Iterator[Paragraph]:
    """How a day gets a file."""
    yield _line(Piece("No file. To type the day's counters, write", "quiet"))
    yield _line(Piece(f"  {path_for(look, date, officer)}", "accent"))
    goals = look.snapshot.journal.settings.goals.daily or dict.fromkeys(COUNTERS[:2], 1)
    for name, number in list(goals.items())[:3]:
        yield _line(Piece(f"  {name}: {number}", "quiet"))


def _line(*pieces: Piece, hang: int = 0) -> Paragraph:
    return Paragraph(tuple(pieces), hang)


def _what(day: YearDay, files: list[Day]) -> str:
    """`done ✓ · score 93%`, `day off: vacation`, `not done · score 40%`."""
    kind = KINDS.get(day.kind, "")
    named = [word(file.day_off) for file in files if file.day_off and file.day_off != "day_off"]
    if day.kind == "off" and named:
        kind = f"{kind}: {', '.join(dict.fromkeys(named))}"
    activity = day.activity
    if not activity.known or activity.score is None:
        return kind or "no goals to measure it by"
    return dotted((kind, "done ✓" if activity.done else "not done", f"score {activity.score:.0%}"))


def _faults(look: Look, day: YearDay, officer: str | None) -> Iterator[Paragraph]:
    """What is wrong in the day's file, where it has one."""
    paths = [file.path for file in files_of(look.snapshot, day.date, officer)]
    for path in paths or [path_for(look, day.date, officer)]:
        for problem in look.problems_of.get(path, ()):
            sign = Piece(f"{FAULT} " if problem_role(problem) == "fault" else "  ", problem_role(problem))
            yield BLANK
            hint = f" {problem.hint}" if problem.hint else ""
            yield _line(sign, Piece(f"line {problem.line}: {problem.message}"), Piece(hint, "quiet"), hang=2)


def _counters(look: Look, found: DayList, day: YearDay, files: list[Day]) -> Iterator[Paragraph]:
    """The counters, each the larger of what was typed and what the records show; of several officers one by one."""
    activity, officer = day.activity, found.wanted.officer
    yield BLANK
    if not activity.known:
        return
    officers = look.snapshot.journal.settings.officers
    together = bool(officers) and officer is None
    heads = "" if together else f"{'typed':>{NUMBER_WIDTH}}{'records':>{NUMBER_WIDTH + 2}}"
    yield _line(Piece(f"{'':{NAME_WIDTH}}{'count':>{NUMBER_WIDTH}}{heads}", "quiet"))
    shown = {} if together else found.records.shown(day.date, officer)
    typed = _typed(files)
    for name, number in activity.counts.items():
        goal = activity.goals.get(name)
        if not goal and not number and name not in COUNTERS:
            continue
        says = f"{number}/{goal}" if goal else str(number)
        role: Role = "strong" if goal and number >= goal else "text" if number else "quiet"
        both = "" if together else f"{typed.get(name, '–'):>{NUMBER_WIDTH}}{shown.get(name, 0):>{NUMBER_WIDTH + 2}}"
        label = f"{cut(plain(word(name)), NAME_WIDTH - 1):<{NAME_WIDTH}}"
        yield _line(Piece(label), Piece(f"{says:>{NUMBER_WIDTH}}", role), Piece(both, "quiet"))
    if together:
        yield from _by_officer(look, day, officers)


def _by_officer(look: Look, day: YearDay, officers: dict[str, str]) -> Iterator[Paragraph]:
    """What each officer typed; a query of the officer's id shows theirs alone."""
    yield BLANK
    nobody = {"": "no officer"} if files_of(look.snapshot, day.date, "") else {}
    for officer, name in (officers | nobody).items():
        files = files_of(look.snapshot, day.date, officer)
        typed = ", ".join(f"{word(counter)} {number}" for counter, number in _typed(files).items() if number)
        says = "day off" if any(file.day_off for file in files) else typed if files else "no file"
        yield _line(
            Piece(f"{name}  "), Piece(f"typed: {says}" if typed else says, "quiet"), Piece(f"  /{officer}", "quiet")
        )


def _typed(files: list[Day]) -> dict[str, int]:
    """The counters that were typed."""
    typed: dict[str, int] = {}
    for file in files:
        counters = {name: getattr(file, name) for name in COUNTERS} | dict(file.custom)
        for name, number in counters.items():
            if number is not None:
                typed[name] = typed.get(name, 0) + number
    return typed


def _week(found: DayList, day: YearDay) -> Iterator[Paragraph]:
    """What was done in the week of the day, and what happened in it."""
    week = next((week for week in found.beside.weeks if week.start == week_of(day.date)), None)
    if week is None:
        return
    yield BLANK
    label = week_label(week.start, found.year.today.date)
    yield _line(Piece("THE WEEK", "head"), Piece(f"  {label}: what was done, and what came in", "quiet"))
    for name in BESIDE:
        number = getattr(week, name)
        value = Piece(f"{number:>{NUMBER_WIDTH}}", "text" if number else "quiet")
        yield _line(Piece(f"{name:{NAME_WIDTH}}"), value)


def _ratios(found: DayList) -> Iterator[Paragraph]:
    """How many of one it took for one of the next, over the year."""
    if not found.beside.weeks:
        return
    yield BLANK
    yield _line(Piece("CALLS TO CLOSINGS", "head"), Piece("  12 months", "quiet"))
    for name, value, of in ratio_rows(found.beside.ratios):
        yield _line(Piece(f"{value:>{NUMBER_WIDTH}}  "), Piece(name), Piece(f"  {of}", "quiet"), hang=NUMBER_WIDTH + 2)


def _records(look: Look, found: DayList, day: YearDay) -> Iterator[Paragraph]:
    """Whom the records name, with what came of it."""
    records = found.records.on(day.date, found.wanted.officer)
    if not records:
        return
    officers = look.snapshot.journal.settings.officers
    yield BLANK
    yield _line(Piece(f"{len(records)} in the records", "head"))
    for record in records[:MOST_RECORDS]:
        by = f", by {officers.get(record.officer, record.officer)}" if officers and record.officer else ""
        yield _line(
            Piece(f"{clock(record.time):{CLOCK_WIDTH}}", "quiet"),
            Piece(record.name, "strong"),
            Piece(f"  {record.what}{by}"),
            hang=CLOCK_WIDTH,
        )
    if len(records) > MOST_RECORDS:
        yield _line(Piece(f"… {len(records) - MOST_RECORDS} more", "quiet"))
