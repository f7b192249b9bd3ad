"""The scores of many months, added up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, sqrt

from benchmarks.calibration.months import Month, Told

COVERED = (0.74, 0.88)
"""The share of months that should lie inside an 80 % range of whole numbers."""
ERROR = 0.05
"""The share of all closings by which the expected ones may be off, over all months."""
DECILES = 10
SHORT, LONG = 20, 22
"""Months of so few working days or fewer, and of so many or more, are told apart."""


@dataclass(frozen=True)
class Group:
    """Months put together: how many closings were expected, and came."""

    label: str
    months: int
    expected: float
    actual: int

    @property
    def error(self) -> float:
        """Expected against actual: 0.03 is three closings in a hundred too many."""
        return self.expected / self.actual - 1 if self.actual else 0.0

    @property
    def by_chance(self) -> float:
        """The error of one standard deviation that chance alone makes: closings come like a Poisson count."""
        return 1 / sqrt(self.actual) if self.actual else 0.0


@dataclass(frozen=True)
class Bin:
    """Chances that are alike: how many, what they promised on average, and what came of them."""

    count: int
    promised: float
    came: float


@dataclass(frozen=True)
class Against:
    """The chances beside the truth: what they promise in all against it, and the mean distance of each."""

    label: str
    count: int
    promised: float
    true: float
    distance: float

    @property
    def bias(self) -> float:
        """The share by which they promise too much."""
        return self.promised / self.true - 1 if self.true else 0.0


def group(label: str, months: Sequence[Month]) -> Group:
    """These months as one."""
    return Group(
        label, len(months), fsum(month.outlook.expected for month in months), sum(month.actual for month in months)
    )


def by_working_days(months: Sequence[Month]) -> Iterator[Group]:
    """Short, usual and long months: whether the forecast knows that a long one brings more."""
    yield group(f"up to {SHORT} working days", [month for month in months if month.working_days <= SHORT])
    usual = [month for month in months if SHORT < month.working_days < LONG]
    yield group(f"{SHORT + 1} working days", usual)
    yield group(f"{LONG} working days or more", [month for month in months if month.working_days >= LONG])


def coverage(months: Sequence[Month]) -> float:
    """The share of months inside the 80 % range."""
    return sum(month.is_inside for month in months) / len(months)


def promised_coverage(months: Sequence[Month]) -> float:
    """What the ranges held by their own account: whole numbers hold 80 % or more, never just 80."""
    return fsum(fsum(one.outlook.distribution[one.outlook.low : one.outlook.high + 1]) for one in months) / len(months)


def outside(months: Sequence[Month]) -> tuple[int, int]:
    """How many months lay below the range, and how many above."""
    below = sum(month.actual < month.outlook.low for month in months)
    return below, sum(month.actual > month.outlook.high for month in months)


def all_told(months: Iterable[Month]) -> list[Told]:
    """Every chance that was given to an open referral."""
    return [one for month in months for one in month.told]


def brier(pairs: Iterable[tuple[float, bool]]) -> float:
    """The mean squared error of chances."""
    errors = [(chance - came) ** 2 for chance, came in pairs]
    return fsum(errors) / len(errors) if errors else 0.0


def reliability(told: Sequence[Told]) -> list[Bin]:
    """The chances by tenths of all of them, from the smallest: promised, and what came."""
    ordered = sorted(told, key=lambda one: one.chance)
    cuts = [place * len(ordered) // DECILES for place in range(DECILES + 1)]
    parts = [ordered[start:end] for start, end in pairwise(cuts)]
    return [
        Bin(len(part), _mean(one.chance for one in part), _mean(one.closed for one in part)) for part in parts if part
    ]


def against_truth(label: str, told: Sequence[Told]) -> Against:
    """These chances beside the exact ones."""
    distance = _mean(abs(one.chance - one.truth) for one in told)
    return Against(label, len(told), fsum(one.chance for one in told), fsum(one.truth for one in told), distance)


def mean_log_scores(months: Sequence[Month]) -> tuple[float, float]:
    """A month's, on average: the forecast's and the three-month mean's."""
    return _mean(month.log_score for month in months), _mean(month.log_score_mean for month in months)


def mean_errors(months: Sequence[Month]) -> tuple[float, float, float]:
    """By how many closings a month is off: the forecast, the three-month mean, the fixed percentages."""
    return (
        _mean(abs(month.outlook.expected - month.actual) for month in months),
        _mean(abs(month.three_month_mean - month.actual) for month in months),
        _mean(abs(month.expected_fixed - month.actual) for month in months),
    )


def _mean(values: Iterable[float]) -> float:
    each = list(values)
    return fsum(each) / len(each) if each else 0.0
