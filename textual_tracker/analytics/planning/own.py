"""A plan from an officer's own twelve months: what the goal takes, beside what was done.

Source: docs/numbers.md, "Plan".
"""

import datetime as dt
from collections import Counter
from itertools import pairwise

from msgspec import Struct

from textual_tracker.analytics.planning.plan import Need, Step, plan
from textual_tracker.analytics.results.happened import happened
from textual_tracker.analytics.results.known_part import is_short, known_part
from textual_tracker.analytics.results.weekly import active_days
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import DAYS_IN_MONTH, Window, last_twelve_months
from textual_tracker.core.months import in_year

CHAIN = ("applications", "appointments", "conversations", "calls")
"""What closings take, the last thing before them first."""


class PlanLine(Struct, frozen=True):
    """One thing that the goal takes; `done` of it in the window, and the goal a working day, where there is one."""

    need: Need
    done: int
    goal: int | None


class Plan(Struct, frozen=True, kw_only=True):
    """What `wanted` closings a month take, of one officer or (`officer=None`) of all together.

    The ratios are those of `window`, the last twelve months. `history` is the part of it since anything was first
    known, `closed` the closings in it. `working_days` is how many an average month of the next twelve has, `None`
    where there is none at all.
    """

    officer: str | None
    window: Window
    history: Window
    wanted: int
    closed: int
    lines: tuple[PlanLine, ...]
    working_days: float | None

    @property
    def months(self) -> float | None:
        """Of how many months of history averages are told; `None` of too few days for any."""
        return None if is_short(self.history) else self.history.months

    def a_month(self, number: int) -> float | None:
        """So many in the history, a month; `None` where it is too short for that."""
        return None if self.months is None else number / self.months

    @property
    def unknown(self) -> Step | None:
        """The first step that nothing is known of: neither it nor any before it has a number."""
        return next((line.need.step for line in self.lines if line.need.number is None), None)


def own_plan(snapshot: Snapshot, wanted: int, officer: str | None = None) -> Plan:
    """The plan for `wanted` > 0 closings a month."""
    window = last_twelve_months(snapshot.today)
    found, days = happened(snapshot, window, officer), active_days(snapshot, window, officer)
    counts: Counter[str] = Counter()
    for day in days:
        counts.update(day.counts)
    counts["applications"] = len(found.applications)
    follows = {"applications": len(found.closings)} | {what: counts[after] for after, what in pairwise(CHAIN)}
    steps = [Step(what, counts[what], follows[what]) for what in CHAIN]
    settings = snapshot.journal.settings
    goals = settings.daily_goals((len(settings.officers) or 1) if officer is None else 1)
    return Plan(
        officer=officer,
        window=window,
        history=known_part(snapshot, window, officer),
        wanted=wanted,
        closed=len(found.closings),
        lines=tuple(PlanLine(need, need.step.used, goals.get(need.what)) for need in plan(wanted, steps)),
        working_days=working_days_a_month(snapshot),
    )


def working_days_a_month(snapshot: Snapshot) -> float | None:
    """Working days of an average month of the next twelve, without holidays and booked days off; `None`: there is none.

    A month of its own would make the same goal harder in February than in March.
    """
    today, calendar = snapshot.today, snapshot.calendar
    end = dt.date.max if today.year == dt.MAXYEAR else in_year(today, today.year + 1)
    off = sum(today < day <= end and calendar.is_working(day) for day in snapshot.journal.settings.days_off)
    days = calendar.waited(today, end) - off
    return days / ((end - today).days / DAYS_IN_MONTH) if days > 0 else None
