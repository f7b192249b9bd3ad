"""A month of an officer: what the forecast of its first day said, and what their life brought."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log

from benchmarks.calibration.officers import Desk, Officer, month_end
from benchmarks.simulator.clock import Clock
from benchmarks.simulator.path import RESTING, Visit
from benchmarks.simulator.story import Story
from benchmarks.simulator.truth import chance_of_closing
from textual_tracker.analytics.forecast.baselines import (
    AS_SHIPPED,
    FixedPercentages,
    first_days,
    log_poisson,
    three_month_mean,
)
from textual_tracker.analytics.forecast.outlook import Outlook
from textual_tracker.analytics.forecast.track_record import NEVER
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.path import path
from textual_tracker.core.stages import Stage

Forecaster = Callable[[Snapshot], Outlook | None]
"""The forecast of the month that begins on the snapshot's day."""


@dataclass(frozen=True)
class Told:
    """The chance of one open referral, what the others would have said, the truth, and what came.

    `truth` is exact, from the hazards, for who is in this stage for so long; the day on which the closing was expected
    tells more than that (`has_date`), so there the truth knows less than the record.
    """

    stage: Stage
    chance: float
    fixed: float
    shipped: float
    truth: float
    has_date: bool
    closed: bool


@dataclass(frozen=True)
class Month:
    """One forecast, beside what happened. `log_score` and that of the three-month mean are logs of chances."""

    officer: str
    first: dt.date
    working_days: int
    outlook: Outlook
    actual: int
    log_score: float
    three_month_mean: float
    log_score_mean: float
    expected_fixed: float
    told: tuple[Told, ...]

    @property
    def is_inside(self) -> bool:
        """Whether what happened lies in the 80 % range."""
        return self.outlook.low <= self.actual <= self.outlook.high


def judged(officer: Officer, forecast: Forecaster, *, promises: bool = True) -> Iterator[Month]:
    """Each of the officer's months that could be forecast; without `promises` no closing is ever expected on a day."""
    desk = Desk(officer, promises=promises)
    for first in officer.months:
        snapshot = Snapshot(desk.journal(first), first)
        outlook = forecast(snapshot)
        if outlook is not None:
            yield _month(officer, first, snapshot, outlook)


def _month(officer: Officer, first: dt.date, snapshot: Snapshot, outlook: Outlook) -> Month:
    clock, end = officer.clock, month_end(first)
    paths = [path(referral, first) for referral in snapshot.referrals]
    firsts = first_days(min(one[0].entered for one in paths), first.toordinal())
    known = sorted(spell.entered for one in paths for spell in one if spell.stage is Stage.closed)
    mean = three_month_mean(known, firsts, len(firsts) - 1)
    fixed = FixedPercentages(paths, firsts).known_on(len(firsts) - 1)
    closings = {name: closed_on(clock, story) for name, story in officer.stories.items()}
    actual = sum(day is not None and first <= day <= end for day in closings.values())
    told = []
    for chance in outlook.chances:
        day = closings[chance.referral.id]
        told.append(
            Told(
                chance.stage,
                chance.probability,
                fixed[chance.stage],
                AS_SHIPPED[chance.stage],
                true_chance(clock, officer.stories[chance.referral.id], first, end),
                chance.expected_close is not None,
                day is not None and first < day <= end,
            )
        )
    said = outlook.distribution[actual] if actual < len(outlook.distribution) else 0.0
    return Month(
        officer.seed,
        first,
        last_number(clock, end) - last_number(clock, first),
        outlook,
        actual,
        log(max(said, NEVER)),
        mean,
        max(log_poisson(actual, mean), log(NEVER)),
        outlook.closed_already + sum(one.fixed for one in told),
        tuple(told),
    )


def closed_on(clock: Clock, story: Story) -> dt.date | None:
    """The day on which this life closes, if ever."""
    last = story.visits[-1]
    return clock.day(last.entered) if last.stage == "closed" else None


def true_chance(clock: Clock, story: Story, evening: dt.date, end: dt.date) -> float:
    """The exact chance that who stands there on this evening closes by the `end`: of who is open, from the hazards."""
    now = last_number(clock, evening)
    visit = _visit_on(story, now)
    if visit.stage in RESTING or visit.stage == "closed":
        raise ValueError(f"{story.number} is not open on {evening}")
    horizon = last_number(clock, end) - now
    return chance_of_closing(visit.stage, story.sender.quality, now - visit.entered, horizon, refinance=story.refinance)


def _visit_on(story: Story, now: int) -> Visit:
    """Where it stands in the evening of a working day; who is received after hours has not begun and waits."""
    return next((visit for visit in reversed(story.visits) if visit.entered <= now), story.visits[0])


def last_number(clock: Clock, day: dt.date) -> int:
    """The number of the last working day up to `day`."""
    return clock.number(day + dt.timedelta(days=1)) - 1
