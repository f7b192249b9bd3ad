"""What a forecast says: values only, made by `forecast.forecast`."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from textual_tracker.analytics.results.window import Window
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
    without an amount, which are taken at `usual_amount`, the mean of what is known.
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


class Replay(Struct, frozen=True, kw_only=True):
    """One past month as it was forecast on its first day, and what happened.

    `brier` is the mean squared error of the chances of the referrals open then, `brier_fixed` that of the fixed
    percentages, over the `referrals` open then. `log_score` is the log of the chance given to what happened.
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
    three_month_mean: float | None
    expected_fixed: float

    @property
    def is_inside(self) -> bool:
        """Whether what happened lies in the 80 % range."""
        return self.low <= self.actual <= self.high


class TrackRecord(Struct, frozen=True, kw_only=True):
    """The replays, oldest first, and over all of them: the scores, beside those of the two baselines.

    Errors are mean absolute errors of the expected number of closings. `log_score` is a mean a month.
    """

    replays: tuple[Replay, ...]
    inside: int
    brier: float | None
    brier_fixed: float | None
    log_score: float
    log_score_three_month_mean: float | None
    error: float
    error_three_month_mean: float | None
    error_fixed: float


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
