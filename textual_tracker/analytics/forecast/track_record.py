"""How good the forecast was: made again as of the first of each past month, and held against what happened.

A month is replayed where the forecast has numbers on its first day: from ten decided referrals on. The month that is
running is not over, so it is not among them. Of each month only what was known on its first day goes in: into the
forecast, and into the two baselines beside it.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from math import fsum, log

from textual_tracker.analytics.forecast.baselines import (
    FixedPercentages,
    between,
    first_days,
    log_poisson,
    three_month_mean,
)
from textual_tracker.analytics.forecast.outlook import Outlook, Replay, TrackRecord
from textual_tracker.core.path import Path
from textual_tracker.core.stages import Stage

MONTHS = 12
NEVER = 1e-9
"""What was forecast as impossible and happened counts as one in a thousand million, so that every score is a number."""

OutlookOn = Callable[[dt.date], Outlook | None]
"""The forecast of a month as of its first day, `None` where there was too little history."""


def track_record(paths: Mapping[str, Path], today: dt.date, outlook_on: OutlookOn) -> TrackRecord | None:
    """The months before that of `today`, twelve at most; `None` where none can be replayed.

    `paths` has, by id, those of all referrals on which the forecast rests.
    """
    earliest = min((path[0].entered for path in paths.values()), default=None)
    if earliest is None:
        return None
    past = _Past(paths, first_days(earliest, today.toordinal()))
    replays = []
    for month in range(max(1, len(past.firsts) - 1 - MONTHS), len(past.firsts) - 1):
        outlook = outlook_on(dt.date.fromordinal(past.firsts[month]))
        if outlook is not None:
            replays.append(past.replay(month, outlook))
    return _over_all(tuple(replays)) if replays else None


class _Past:
    """What happened, month by month. `firsts` are the first days of all months up to the running one, as ordinals."""

    def __init__(self, paths: Mapping[str, Path], firsts: list[int]) -> None:
        self.firsts = firsts
        self._closed: dict[str, list[int]] = {}
        self._fixed = FixedPercentages(self._remembered(paths), firsts)
        self._closings = sorted(day for days in self._closed.values() for day in days)

    def _remembered(self, paths: Mapping[str, Path]) -> Iterator[Path]:
        """Each path, gone through once; the days on which its referral closed are remembered."""
        for name, path in paths.items():
            if days := [spell.entered for spell in path if spell.stage is Stage.closed]:
                self._closed[name] = days
            yield path

    def replay(self, month: int, outlook: Outlook) -> Replay:
        """What was forecast on the first of this month, beside what happened in it."""
        first, end = self.firsts[month], self.firsts[month + 1]
        fixed = self._fixed.known_on(month)
        happened = [self._closes(chance.referral.id, first, end) for chance in outlook.chances]
        chances = [chance.probability for chance in outlook.chances]
        fixed_chances = [fixed[chance.stage] for chance in outlook.chances]
        actual = between(self._closings, first, end)
        mean = three_month_mean(self._closings, self.firsts, month)
        return Replay(
            month=dt.date.fromordinal(first),
            expected=outlook.expected,
            low=outlook.low,
            high=outlook.high,
            actual=actual,
            referrals=len(chances),
            brier=brier(chances, happened),
            brier_fixed=brier(fixed_chances, happened),
            log_score=log(max(_chance_of(actual, outlook), NEVER)),
            log_score_three_month_mean=max(log_poisson(actual, mean), log(NEVER)),
            three_month_mean=mean,
            expected_fixed=outlook.closed_already + fsum(fixed_chances),
        )

    def _closes(self, name: str, first: int, end: int) -> bool:
        """Whether a referral that was open on the evening of `first` closed before `end`."""
        return any(first < day < end for day in self._closed.get(name, ()))


def brier(chances: list[float], happened: list[bool]) -> float | None:
    """The mean squared error of chances: 0 is perfect; `None` of none."""
    if not chances:
        return None
    return fsum((chance - came) ** 2 for chance, came in zip(chances, happened, strict=True)) / len(chances)


def _chance_of(closings: int, outlook: Outlook) -> float:
    return outlook.distribution[closings] if closings < len(outlook.distribution) else 0.0


def _over_all(replays: tuple[Replay, ...]) -> TrackRecord:
    months = len(replays)
    return TrackRecord(
        replays=replays,
        inside=sum(replay.is_inside for replay in replays),
        brier=_pooled([(replay.referrals, replay.brier) for replay in replays]),
        brier_fixed=_pooled([(replay.referrals, replay.brier_fixed) for replay in replays]),
        log_score=fsum(replay.log_score for replay in replays) / months,
        log_score_three_month_mean=fsum(replay.log_score_three_month_mean for replay in replays) / months,
        error=fsum(abs(replay.expected - replay.actual) for replay in replays) / months,
        error_three_month_mean=fsum(abs(replay.three_month_mean - replay.actual) for replay in replays) / months,
        error_fixed=fsum(abs(replay.expected_fixed - replay.actual) for replay in replays) / months,
    )


def _pooled(scores: list[tuple[int, float | None]]) -> float | None:
    """The mean over all chances of the scores of each month."""
    total = sum(count for count, score in scores if score is not None)
    if not total:
        return None
    return fsum(count * score for count, score in scores if score is not None) / total
