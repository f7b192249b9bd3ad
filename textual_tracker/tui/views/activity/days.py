"""The days that the Activity view lists: which of them match, under the heading of their week, newest first."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from textual_tracker.analytics.activity.records import DayRecords
from textual_tracker.analytics.activity.year import (
    ActivityYear,
    Averages,
    Week,
    YearDay,
    activity_year,
    averages,
    week_of,
)
from textual_tracker.analytics.results.happened import happened
from textual_tracker.analytics.results.ratios import Ratios, ratios
from textual_tracker.analytics.results.weekly import WeekOfResults, weeks_of
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import window_start
from textual_tracker.analytics.wording import word
from textual_tracker.core.records import Day
from textual_tracker.core.settings import Settings
from textual_tracker.core.vocabulary import COUNTERS
from textual_tracker.tui.messages import Look

STATES: Final[Mapping[str, Callable[[YearDay], bool]]] = {
    "done": lambda day: day.activity.done,
    "missing": lambda day: day.kind == "missing",
    "off": lambda day: day.kind == "off",
}
"""Words of a query that mean a state and not a text."""


class Wanted(NamedTuple):
    """A query: whose days (`None`: all together), and the words that are found in each."""

    officer: str | None = None
    words: tuple[str, ...] = ()


class Apart(NamedTuple):
    """The heading of the missing days, which are listed apart as well."""

    days: int


class Average(NamedTuple):
    """The line of the averages; `matching`: over the days that match a query, not over all."""

    of: Averages
    matching: bool


class Listed(NamedTuple):
    """A day; `apart` where it stands among the missing ones."""

    day: YearDay
    apart: bool = False

    @property
    def key(self) -> str:
        """The day, as its file is named."""
        iso = self.day.date.isoformat()
        return f"missing\0{iso}" if self.apart else iso


Item: TypeAlias = Average | Week | Apart | Listed


class Beside(NamedTuple):
    """What came of the activity of the year: week by week, oldest first, and how many of one it took for the next."""

    weeks: Sequence[WeekOfResults]
    ratios: Ratios


class DayList(NamedTuple):
    """What the view shows: the year, its days under headings, and how many match of how many that could be listed."""

    wanted: Wanted
    year: ActivityYear
    records: DayRecords
    beside: Beside
    items: Sequence[Item]
    matching: int
    of: int

    @property
    def keys(self) -> list[str]:
        """A key for each item: of a day its date, which no heading has."""
        return [item.key if isinstance(item, Listed) else f"\0{number}" for number, item in enumerate(self.items)]


def wanted(words: Sequence[str], settings: Settings) -> Wanted:
    """What the words ask for: the id of an officer says whose days, every other word is to be found in the day."""
    officer = next((word for word in words if word in settings.officers), None)
    return Wanted(officer, tuple(word for word in words if word != officer))


def day_list(look: Look, asked: Wanted, known: DayList | None = None) -> DayList:
    """The days that match; `known`: what was worked out of this look before, for another query perhaps."""
    snapshot = look.snapshot
    if known is not None and known.wanted.officer == asked.officer:
        year, beside = known.year, known.beside
    else:
        year = activity_year(snapshot, asked.officer)
        beside = _beside(snapshot, year)
    records = known.records if known is not None else DayRecords(snapshot, window_start(snapshot.today))
    listed = list(_listed(year))
    matching = [day for day in listed if all(_has(snapshot, day, word, asked.officer) for word in asked.words)]
    items = list(_items(year, matching, is_filtered=bool(asked.words)))
    return DayList(asked, year, records, beside, items, len(matching), len(listed))


def _beside(snapshot: Snapshot, year: ActivityYear) -> Beside:
    days = [day.activity for day in year.days if day.activity.known]
    found = happened(snapshot, year.window, year.officer)
    return Beside(weeks_of(days, found, year.window), ratios(days, found))


def files_of(snapshot: Snapshot, date: dt.date, officer: str | None) -> list[Day]:
    """What was typed of a day: in a shared journal perhaps by several officers."""
    journal = snapshot.journal
    people = ("", *journal.settings.officers) if officer is None else (officer,)
    found = (journal.days.get((who, date.isoformat())) for who in people)
    return [day for day in found if day is not None]


def custom_words(counts: Mapping[str, int]) -> list[str]:
    """`open houses 1` for each of the journal's own kinds that was done."""
    return [f"{word(name)} {number}" for name, number in counts.items() if number and name not in COUNTERS]


def day_words(snapshot: Snapshot, day: YearDay, officer: str | None) -> list[str]:
    """What is said of a day beside its numbers: what it was, the journal's own kinds, the comments."""
    files = files_of(snapshot, day.date, officer)
    offs = dict.fromkeys(word(file.day_off) for file in files if file.day_off)
    kind = {"holiday": ["holiday"], "missing": ["missing"], "off": list(offs) or ["day off"]}.get(day.kind, [])
    comments = [" ".join(file.comment.split()) for file in files if file.comment]
    return [*kind, *custom_words(day.activity.counts), *comments]


def _listed(year: ActivityYear) -> Iterator[YearDay]:
    """The days of which there is something to say, newest first, down to the first known one; today always."""
    first = next((day.date for day in year.days if day.activity.known), None)
    if first is None:
        return
    for day in reversed(year.days):
        if day.date < first:
            return
        if day.kind not in {"free", "blank"} or day is year.today:
            yield day


def _items(year: ActivityYear, days: Sequence[YearDay], *, is_filtered: bool) -> Iterator[Item]:
    """The averages, then each week that has one of these days, then the missing ones apart."""
    found = averages(days) if is_filtered else year.averages
    if found is not None:
        yield Average(found, is_filtered)
    weeks = {week.start: week for week in year.weeks}
    before = None
    for day in days:
        monday = week_of(day.date)
        if monday != before:
            yield weeks[monday]
            before = monday
        yield Listed(day)
    missing = [day for day in days if day.kind == "missing"]
    if missing and not is_filtered:
        yield Apart(len(missing))
        yield from (Listed(day, apart=True) for day in missing)


def _has(snapshot: Snapshot, day: YearDay, asked: str, officer: str | None) -> bool:
    """Whether the word is the state that the day is in, or stands in its date or in what is said of it."""
    if asked in STATES:
        return STATES[asked](day)
    date = f"{day.date.isoformat()} {day.date:%A} {day.date.day} {day.date:%B}"
    return asked in " ".join((date, *day_words(snapshot, day, officer))).casefold()
