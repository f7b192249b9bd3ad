"""Whether somebody came too lately for a close rate: closings take their time, and a loss is decided sooner."""

import datetime as dt

from textual_tracker.analytics.results.closing import days_to_close
from textual_tracker.analytics.results.cohort import everyone
from textual_tracker.analytics.results.median import Median
from textual_tracker.analytics.results.words import days_text
from textual_tracker.analytics.snapshot import Snapshot

TIMES = 2
"""A close rate is told of people who had so many times the usual days to close."""

FEW = 5
"""The median of fewer closings is said with their number."""


def usual_days(snapshot: Snapshot, officer: str | None = None) -> Median:
    """The days from received to closing over all of history, of one officer only where `officer` is an officer's id."""
    return days_to_close([member for member in everyone(snapshot) if officer in {None, member.referral.officer}])


def is_too_early(since: dt.date, today: dt.date, usual: Median) -> bool:
    """Whether the first of these people came less than twice the usual days ago; no where nobody ever closed."""
    return usual.value is not None and (today - since).days < TIMES * usual.value


def usual_text(usual: Median) -> str:
    """`closings take 84 days`; of few `the 3 closings so far took 42 days`; "" where nobody ever closed."""
    if usual.value is None:
        return ""
    took = days_text(usual.value)
    if usual.n >= FEW:
        return f"closings take {took}"
    return f"the only closing so far took {took}" if usual.n == 1 else f"the {usual.n} closings so far took {took}"
