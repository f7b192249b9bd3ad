"""A median with its number: what the middle one took, and over how many."""

from collections.abc import Iterable

from msgspec import Struct


class Median(Struct, frozen=True):
    """The middle of `n` values, of an even number the mean of the middle two; `None` of none at all."""

    value: float | None
    n: int


def median_of(values: Iterable[float]) -> Median:
    """The median of these."""
    ordered = sorted(values)
    n = len(ordered)
    if n == 0:
        return Median(None, 0)
    return Median((ordered[(n - 1) // 2] + ordered[n // 2]) / 2, n)
