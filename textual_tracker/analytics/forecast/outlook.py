"""What a forecast says: values only, made by `forecast.forecast`."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from textual_tracker.analytics.window import Window
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage

DECIDED_AT_LEAST = 10
"""Under so many decided referrals there is no number."""

Basis = Literal["age", "stage", "pooled", "expected_close"]
"""What a chance rests on: the days in the stage; the stage alone, where the day of entry is unknown; all stages, where
few have been there; the day on which the closing is expected."""


class Chance(Struct, frozen=True, gc=False, kw_only=True):
    """The chance of one open referral to close in the window.

    `been` is how many others were in its stage for as long as it is now. `amount` is the loan's, in dollars.
    """

    referral: Referral
    stage: Stage
    days_in_stage: int | None
    probability: float
    basis: Basis
    been: int
    expected_close: dt.date | None
    amount: int | None


class Outlook(Struct, frozen=True, kw_only=True):
    """The closings of one window, those of it that are closed already included.

    `distribution[k]` is the chance of k closings; they sum to 1. `low` to `high` is the shortest range that holds at
    least 80 %. `arrivals` is the part of `expected` that comes from referrals not received yet. `goal` is the month's,
    `None` where the window is no calendar month. Amounts are dollars; `amount_unknown` counts the open referrals
    without an amount, which are taken at `usual_amount`: the mean of what was funded in a year, else of the open loans.
    """

    window: Window
    closed_already: int
    expected: float
    low: int
    high: int
    distribution: tuple[float, ...]
    arrivals: float
    goal: int | None
    chance_of_goal: float | None
    closed_amount: int
    expected_amount: float
    amount_unknown: int
    usual_amount: float | None
    volume_goal: int | None
    chances: tuple[Chance, ...]

    @property
    def is_reached(self) -> bool:
        """Whether the goal is met by what is closed already."""
        return self.goal is not None and self.closed_already >= self.goal


class Replay(Struct, frozen=True, kw_only=True):
    """One past month as it was forecast on its first day, and what happened.

    `actual` counts its closings, those of referrals received within it too. `brier` is the mean squared error of the
    chances of the `referrals` open on that day, `brier_fixed` that of the fixed percentages of their stages; `None`
    where none was open. `log_score` is the log of the chance given to what happened: the nearer to 0 the better.
    `three_month_mean` and `expected_fixed` are what the two baselines expected.
    """

    month: dt.date
    expected: float
    low: int
    high: int
    actual: int
    referrals: int
    brier: float | None
    brier_fixed: float | None
    log_score: float
    log_score_three_month_mean: float
    three_month_mean: float
    expected_fixed: float

    @property
    def is_inside(self) -> bool:
        """Whether what happened lies in the 80 % range."""
        return self.low <= self.actual <= self.high


class TrackRecord(Struct, frozen=True, kw_only=True):
    """The replays, oldest first, one at least, and over all of them the scores, beside those of the two baselines.

    Brier scores are means over all chances, log scores means a month, errors mean absolute errors of the expected
    number of closings.
    """

    replays: tuple[Replay, ...]
    inside: int
    brier: float | None
    brier_fixed: float | None
    log_score: float
    log_score_three_month_mean: float
    error: float
    error_three_month_mean: float
    error_fixed: float

    @property
    def months(self) -> int:
        """How many months were replayed."""
        return len(self.replays)

    @property
    def skill(self) -> float | None:
        """By how much the chances beat fixed percentages: 0.22 is a Brier score that is 22 % lower.

        Below 0 they are worse. `None` where no referral was open, or the fixed percentages were never wrong.
        """
        if self.brier is None or not self.brier_fixed:
            return None
        return 1 - self.brier / self.brier_fixed


class Forecast(Struct, frozen=True, kw_only=True):
    """The windows, each `None` under `DECIDED_AT_LEAST` decided referrals; `decided` counts them.

    `chosen` is the window that was asked for: by default this month.
    """

    decided: int
    chosen_window: Window
    chosen: Outlook | None
    this_month: Outlook | None
    next_month: Outlook | None
    ninety_days: Outlook | None
    track_record: TrackRecord | None

    @property
    def enough_history(self) -> bool:
        """Whether there is history enough for any number."""
        return self.decided >= DECIDED_AT_LEAST

    @property
    def missing(self) -> int:
        """How many decided referrals are missing until there is a number."""
        return max(0, DECIDED_AT_LEAST - self.decided)
