"""What one evening lets expect: the chance of each open referral, and the outlook of a window."""

import datetime as dt
from collections import Counter
from functools import cache, cached_property, partial
from math import fsum, hypot
from typing import NamedTuple

from textual_tracker.analytics.forecast.arrivals import LOOK_BACK, stream_of
from textual_tracker.analytics.forecast.chances import Chances
from textual_tracker.analytics.forecast.hazards import LEANING, Weights, hazards_of, told_apart
from textual_tracker.analytics.forecast.history import Evening, Waiting
from textual_tracker.analytics.forecast.months import is_month
from textual_tracker.analytics.forecast.outlook import Basis, Chance, Outlook
from textual_tracker.analytics.forecast.slip import Slips, slips_of
from textual_tracker.analytics.forecast.spread import distribution, of_count, of_share
from textual_tracker.analytics.statistics.counts import mean_of, shortest_range
from textual_tracker.analytics.statistics.rate import FEW
from textual_tracker.analytics.window import Window
from textual_tracker.core.settings import Settings
from textual_tracker.core.stages import Stage


class Goals(NamedTuple):
    """What is wanted in a calendar month: closings, and dollars."""

    closings: int | None
    volume: int | None


NO_GOALS = Goals(None, None)


def goals_of(settings: Settings) -> Goals:
    """The month's goals as they are written: the business's, however many work in it. A goal of 0 is none."""
    monthly = settings.goals.monthly
    return Goals(monthly.get("closings") or None, monthly.get("volume") or None)


class ByAge(NamedTuple):
    """A chance by the working days in the stage, and what it rests on: how many others were there for as long."""

    probability: float
    basis: Basis
    others: int


class Reckoning:
    """The chances on an `evening`, for windows that end at most `reach` calendar days later."""

    def __init__(self, evening: Evening, reach: int, weights: Weights = LEANING) -> None:
        self._evening = evening
        self._unseen = weights.unseen
        horizon = evening.clock.passed(evening.day, evening.day + reach)
        self._chances = Chances(hazards_of(evening.counts, weights), horizon)
        self._stream = stream_of(evening)
        self._errors = {
            stage: of_share(self._chances.ever(stage, 0), evening.closings_from.get(stage, 0))
            for stage in evening.counts
        }

    def outlook(self, window: Window, goals: Goals) -> Outlook:
        """The closings of `window`: what has closed, who is open, who is still to come."""
        first, last = self._ahead(window)
        chances = self._chances_of_all(window)
        arrivals, arrivals_error = self._arrivals(first, last)
        closed = [
            closing
            for closing in self._evening.closings
            if window.start.toordinal() <= closing.day <= window.end.toordinal()
        ]
        grouped = Counter((chance.probability, self._errors[chance.stage]) for chance in chances)
        counts = (*[0.0] * len(closed), *distribution(grouped, arrivals, arrivals_error))
        low, high = shortest_range(counts)
        goal = goals.closings if is_month(window) else None
        closed_amount = sum(closing.amount or 0 for closing in closed)
        usual = self._usual_amount
        expected_amounts = (
            chance.probability * (chance.amount if chance.amount is not None else usual or 0) for chance in chances
        )
        return Outlook(
            window=window,
            closed_already=len(closed),
            expected=mean_of(counts),
            low=low,
            high=high,
            distribution=counts,
            arrivals=arrivals,
            goal=goal,
            chance_of_goal=None if goal is None else min(1.0, fsum(counts[goal:])),
            closed_amount=closed_amount,
            expected_amount=closed_amount + fsum(expected_amounts) + arrivals * (usual or 0),
            amount_unknown=sum(chance.amount is None for chance in chances),
            usual_amount=usual,
            volume_goal=goals.volume if is_month(window) else None,
            chances=tuple(sorted(chances, key=lambda chance: (-chance.probability, chance.referral.id))),
        )

    def chance(self, waiting: Waiting, window: Window) -> Chance:
        """The chance of one open referral to close in the window."""
        first, last = self._ahead(window)
        return self._chance(waiting, self._by_age(waiting.stage, waiting.age, first, last), window)

    def _ahead(self, window: Window) -> tuple[int, int]:
        """The first and the last working day of the window after the evening, counted from it."""
        passed, day = self._evening.clock.passed, self._evening.day
        before = passed(day, window.start.toordinal() - 1) if window.start.toordinal() > day else 0
        return before + 1, passed(day, window.end.toordinal())

    def _chances_of_all(self, window: Window) -> list[Chance]:
        first, last = self._ahead(window)
        by_age = cache(partial(self._by_age, first=first, last=last))
        return [
            self._chance(waiting, by_age(waiting.stage, told_apart(waiting.age)), window)
            for waiting in self._evening.waiting
        ]

    def _chance(self, waiting: Waiting, by_age: ByAge, window: Window) -> Chance:
        probability, basis, others = by_age
        expected = waiting.expected_close
        if expected is not None and (weight := self._slips.weight(self._evening.day - expected.toordinal())):
            # Half a closing came on no day that was expected, so that no day before it is impossible.
            when = self._when_expected(waiting, expected, window)
            probability = (weight * when + self._unseen * probability) / (weight + self._unseen)
            basis = "expected_close"
        return Chance(
            referral=waiting.referral,
            stage=waiting.stage,
            days_in_stage=waiting.days,
            probability=probability,
            basis=basis,
            been=others,
            expected_close=expected,
            amount=waiting.referral.loan.amount,
        )

    def _by_age(self, stage: Stage, age: int | None, first: int, last: int) -> ByAge:
        """What all who have been in `stage` for `age` working days have in common."""
        within, been = self._chances.within, self._chances.been(stage, age)
        probability = max(0.0, within(stage, age, last) - within(stage, age, first - 1))
        if age is None:
            return ByAge(probability, "stage", been)
        others = max(0, been - 1)
        return ByAge(probability, "pooled" if others < FEW else "age", others)

    def _when_expected(self, waiting: Waiting, expected: dt.date, window: Window) -> float:
        """The stage says whether, the day that is expected says when; who has not closed yet may do so today."""
        day, promised = self._evening.day, expected.toordinal()
        first, last = max(day, window.start.toordinal()) - promised, window.end.toordinal() - promised
        return self._slips.chance(first, last, day - promised) * self._chances.straight(waiting.stage, waiting.age)

    @cached_property
    def _slips(self) -> Slips:
        return slips_of(self._evening.closings)

    def _arrivals(self, first: int, last: int) -> tuple[float, float]:
        """The closings of those to come in these working days, and their relative error."""
        stay, at_once = self._stream.closings(self._chances, first, last), self._stream.closings_at_once(first, last)
        if not at_once:
            return stay, self._arrivals_error
        error = hypot(stay * self._arrivals_error, at_once * of_count(self._stream.at_once))
        return stay + at_once, error / (stay + at_once)

    @cached_property
    def _arrivals_error(self) -> float:
        """The relative error of the closings of those who stay: of how many come, and of how many of them close."""
        starts = self._stream.starts
        if not starts:
            return of_count(0)
        of_shares = fsum(self._errors[stage] * came for stage, came in starts.items()) / self._stream.seen
        return hypot(of_count(self._stream.seen), of_shares)

    @cached_property
    def _usual_amount(self) -> float | None:
        """The mean of what was funded in the last year; else that of the open loans."""
        since = self._evening.day - LOOK_BACK
        funded = [each.amount for each in self._evening.closings if each.day > since and each.amount is not None]
        wanted = [each.referral.loan.amount for each in self._evening.waiting]
        amounts = funded or [amount for amount in wanted if amount is not None]
        return fsum(amounts) / len(amounts) if amounts else None
