"""The windows over which the view counts; a key goes from each to the next."""

import datetime as dt
from collections.abc import Callable
from typing import Final, NamedTuple

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window, last_twelve_months

QUARTER = 90
"""Days."""


class Span(NamedTuple):
    """A window by name, as of the day of a snapshot."""

    name: str
    window: Callable[[Snapshot], Window]


def _twelve_months(snapshot: Snapshot) -> Window:
    return last_twelve_months(snapshot.today)


def _ninety_days(snapshot: Snapshot) -> Window:
    first = max(snapshot.today.toordinal() - QUARTER + 1, dt.date.min.toordinal())
    return Window(dt.date.fromordinal(first), snapshot.today)


def _this_year(snapshot: Snapshot) -> Window:
    return Window(snapshot.today.replace(month=1, day=1), snapshot.today)


def _everything(snapshot: Snapshot) -> Window:
    """From the first referral that was received."""
    return Window(min((one.received for one in snapshot.referrals), default=snapshot.today), snapshot.today)


SPANS: Final = (
    Span("12 months", _twelve_months),
    Span("90 days", _ninety_days),
    Span("this year", _this_year),
    Span("all", _everything),
)


def following(span: Span) -> Span:
    """The next of them; after the last the first."""
    return SPANS[(SPANS.index(span) + 1) % len(SPANS)]
