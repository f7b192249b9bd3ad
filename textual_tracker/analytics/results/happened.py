"""What happened in a window, whenever the person was received: applications submitted, and closings."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.window import Window


class Happened(Struct, frozen=True):
    """The days of the window on which an application was submitted or a loan closed, a day for each, oldest first.

    A referral has one of each at most: of its applications the one at hand, of its endings the one in force.
    """

    applications: tuple[dt.date, ...]
    closings: tuple[dt.date, ...]


def happened(members: Iterable[Member], window: Window) -> Happened:
    """What happened to these; nothing after today, since no window reaches further."""
    applications: list[dt.date] = []
    closings: list[dt.date] = []
    for member in members:
        submitted = member.referral.application.submitted
        closed = member.standing.outcome.date if member.fate == "closed" else None
        if submitted is not None and submitted in window:
            applications.append(submitted)
        if closed is not None and closed in window:
            closings.append(closed)
    return Happened(tuple(sorted(applications)), tuple(sorted(closings)))
