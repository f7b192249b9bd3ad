"""The settings of a journal, as journal.yaml gives them; every field has the format's default.

They are a record like the others: read by `textual_tracker.reading`, kept in the index, never changed.
"""

import datetime as dt
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from textual_tracker.core.calendar import WorkCalendar
from textual_tracker.core.records import Record
from textual_tracker.core.vocabulary import WEEKDAYS

Limits: TypeAlias = tuple[int | None, int | None]
"""(at risk, stalled) in working days; `None` switches that level off."""


class Goals(Record, frozen=True):
    """Goals a working day by counter, and goals a month (`referrals`, `closings`, and `volume` in dollars)."""

    daily: dict[str, int] = {}
    monthly: dict[str, int] = {}


class Settings(Struct, frozen=True, array_like=True, kw_only=True, dict=True):
    """journal.yaml. `stalled` maps a rule to its limits, or to `None` where the rule is switched off."""

    path: str = "journal.yaml"
    format: int = 1
    officer: str = ""
    officers: dict[str, str] = {}
    working_days: tuple[str, ...] = ("mon", "tue", "wed", "thu", "fri")
    day_ends: dt.time = dt.time(17)
    holidays: tuple[dt.date, ...] = ()
    days_off: tuple[dt.date, ...] = ()
    goals: Goals = Goals()
    streak: tuple[str, ...] = ("calls", "follow_ups", "notes")
    week: dict[str, str] = {}
    activities: tuple[str, ...] = ()
    stalled: dict[str, Limits | None] = {}
    partner_update_days: int = 7
    targets: dict[str, dict[str, float]] = {}
    queries: dict[str, str] = {}
    auto_commit: bool = False
    extra: tuple[tuple[str, str], ...] = ()
    faulty: bool = False
    stale: bool = False

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The working days that these settings describe; holidays stop every clock, days off do not."""
        return WorkCalendar((WEEKDAYS.index(day) for day in self.working_days), self.holidays, self.day_ends)

    def daily_goals(self, people: int = 1) -> dict[str, int]:
        """The goals a working day by counter, of so many officers together: each has all of them. One of 0 is none."""
        return {name: goal * people for name, goal in self.goals.daily.items() if goal}
