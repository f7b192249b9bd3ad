"""Whether somebody came too lately for a close rate: closings take their time, and a loss is decided sooner."""

import datetime as dt
from collections.abc import Sequence

from textual_tracker.analytics.results.closing import days_to_close
from textual_tracker.analytics.results.cohort import everyone
from textual_tracker.analytics.results.groups import Group
from textual_tracker.analytics.results.results import Results
from textual_tracker.analytics.results.words import days_text, month_label
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.median import Median

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


def is_rate_too_early(found: Results, today: dt.date, usual: Median) -> bool:
    """Whether the close rate of all of them tells little yet: the first came too lately, and some are undecided."""
    if found.received == found.decided:
        return False
    return is_too_early(found.members[0].referral.received, today, usual)


def first_early(months: Sequence[Group], today: dt.date, usual: Median) -> int:
    """The place of the first month that tells little of closings yet; past the end where all tell enough."""
    if not any(month.open or month.nurture for month in months):
        return len(months)
    return next(
        (
            place
            for place, month in enumerate(months)
            if month.key is not None and is_too_early(dt.date.fromisoformat(f"{month.key}-01"), today, usual)
        ),
        len(months),
    )


def early_text(found: Results, today: dt.date, usual: Median) -> str:
    """`too early: closings take 84 days`, beside the close rate of all; "" where it is not, or there is no rate."""
    return f"too early: {usual_text(usual)}" if found.decided and is_rate_too_early(found, today, usual) else ""


def early_months_text(months: Sequence[Group], today: dt.date, usual: Median) -> str:
    """`Too early for a close rate from Nov 2025 on: closings take 84 days, and …`; "" where all months tell enough."""
    place = first_early(months, today, usual)
    if place == len(months):
        return ""
    year, month = map(int, (months[place].key or "").split("-"))
    return (
        f"Too early for a close rate from {month_label(year, month)} on: {usual_text(usual)}, and a loss is decided"
        " sooner than a closing."
    )


def usual_text(usual: Median) -> str:
    """`closings take 84 days`; of few `the 3 closings so far took 42 days`; "" where nobody ever closed."""
    if usual.value is None:
        return ""
    took = days_text(usual.value)
    if usual.n >= FEW:
        return f"closings take {took}"
    return f"the only closing so far took {took}" if usual.n == 1 else f"the {usual.n} closings so far took {took}"
