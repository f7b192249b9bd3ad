"""A share with its number and its interval: no rate is ever shown without both."""

from math import sqrt

from msgspec import Struct

Z95 = 1.959963984540054
"""The standard normal's 97.5 % quantile: two-sided 95 %."""

FEW = 10
"""Of fewer than so many, the counts are said in words (`3 of 5`), and no percentage is shown."""


class Rate(Struct, frozen=True):
    """`hits` of `n`: the share, from 0 to 1, and its Wilson 95 % interval."""

    hits: int
    n: int
    rate: float
    low: float
    high: float

    @property
    def is_few(self) -> bool:
        """Too few for a percentage to mean anything."""
        return self.n < FEW


def rate_of(hits: int, n: int) -> Rate | None:
    """The rate of `hits` of `n`; `None` of none at all: that is no rate, not 0 %."""
    if n == 0:
        return None
    return Rate(hits, n, hits / n, *wilson(hits, n))


def wilson(hits: int, n: int, z: float = Z95) -> tuple[float, float]:
    """The score interval of a share of `n` > 0, within 0 and 1.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
    """
    share, weight = hits / n, z * z / n
    middle = (share + weight / 2) / (1 + weight)
    half = z / (1 + weight) * sqrt(share * (1 - share) / n + weight / (4 * n))
    return (0.0 if hits == 0 else middle - half), (1.0 if hits == n else middle + half)
