"""A line of the table of measurements."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measured ratio, size or time, and the budget that it should keep. `beside` says what it was measured by."""

    what: str
    measured: float
    budget: float | None
    unit: str
    beside: str

    def __str__(self) -> str:
        """The line, aligned."""
        verdict = "" if self.budget is None else ("kept" if self.measured <= self.budget else "MISSED")
        budget = "" if self.budget is None else f"<= {self.budget:g}"
        return f"{self.what:<42} {self.measured:7.2f} {self.unit:<2} {budget:>8}  {verdict:<7} {self.beside}"


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that at least this share of them does not exceed: 0.5 the median, 0.95 "p95"."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
