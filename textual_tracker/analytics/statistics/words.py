"""Shares as people read them: never without how many they are of, and of very few never a percentage."""

from textual_tracker.analytics.statistics.rate import Rate

HALF_PERCENT = 0.005
NOBODY = "–"


def percent(share: float) -> str:
    """`71%`. What is neither none nor all is not said to be: `<1%`, `>99%`."""
    if 0 < share < HALF_PERCENT:
        return "<1%"
    if 1 - HALF_PERCENT < share < 1:
        return ">99%"
    return f"{share:.0%}"


def percent_range(low: float, high: float) -> str:
    """`50–66%`; where both ends read the same, that: `100%`."""
    first, last = percent(low), percent(high)
    if first == last:
        return last
    return f"{first.removesuffix('%') if '<' not in first else first}–{last}"


def rate_text(rate: Rate | None) -> str:
    """`58% of 151 (50–66%)`; of few `3 of 5`; of none `–`."""
    if rate is None:
        return NOBODY
    if rate.is_few:
        return f"{rate.hits} of {rate.n}"
    return f"{percent(rate.rate)} of {rate.n} ({percent_range(rate.low, rate.high)})"


def short_rate(rate: Rate | None) -> str:
    """The same where the number stands beside it: `58% (50–66%)`; of few `3 of 5`; of none `–`."""
    if rate is None or rate.is_few:
        return rate_text(rate)
    return f"{percent(rate.rate)} ({percent_range(rate.low, rate.high)})"
