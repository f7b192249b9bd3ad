"""The beta distribution: what is known of a share after so many hits and misses."""

from math import exp, lgamma, log, log1p

ENOUGH = 1e-15
"""Where the continued fraction, and the search for a quantile, have come near enough."""

TINY = 1e-300
"""Stands for 0 in a denominator (Lentz's method)."""

STEPS = 10_000
"""More than the fraction needs for shapes of many millions."""


def beta_cdf(x: float, a: float, b: float) -> float:
    """The chance that a share with the distribution Beta(`a`, `b`), both above 0, is at most `x`.

    This is the regularised incomplete beta function, by its continued fraction.
    Source: NIST Digital Library of Mathematical Functions, 8.17.22.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    # The fraction converges fast below the mean, and the function is its own mirror image.
    if x > (a + 1) / (a + b + 2):
        return 1 - _front(1 - x, b, a) * _fraction(1 - x, b, a)
    return _front(x, a, b) * _fraction(x, a, b)


def beta_quantile(q: float, a: float, b: float) -> float:
    """The share that Beta(`a`, `b`) stays at or below with the chance `q`, from 0 to 1.

    Newton's steps, each of them kept within what is known to hold the quantile.
    """
    if q <= 0:
        return 0.0
    if q >= 1:
        return 1.0
    low, high, x = 0.0, 1.0, a / (a + b)
    constant = lgamma(a + b) - lgamma(a) - lgamma(b)
    while high - low > ENOUGH * max(high, ENOUGH):
        excess = beta_cdf(x, a, b) - q
        low, high = (low, x) if excess > 0 else (x, high)
        density = exp(constant + (a - 1) * log(x) + (b - 1) * log1p(-x)) if 0 < x < 1 else 0.0
        step = x - excess / density if density > 0 else low
        if abs(step - x) <= ENOUGH * x:
            return x
        x = step if low < step < high else (low + high) / 2
        if x in {low, high}:
            return x
    return x


def _front(x: float, a: float, b: float) -> float:
    return exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a


def _fraction(x: float, a: float, b: float) -> float:
    """1/(1 + d1/(1 + d2/(1 + …))), by Lentz's method."""
    denominator = 1 / _nonzero(1 - (a + b) * x / (a + 1))
    numerator, value = 1.0, denominator
    for step in range(1, STEPS):
        even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
        for term in (even, odd):
            denominator = 1 / _nonzero(1 + term * denominator)
            numerator = _nonzero(1 + term / numerator)
            value *= denominator * numerator
        if abs(denominator * numerator - 1) < ENOUGH:
            break
    return value


def _nonzero(value: float) -> float:
    return value if abs(value) > TINY else TINY
