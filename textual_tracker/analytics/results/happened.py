"""What happened in a window, whenever the person was received: applications submitted, closings, returns."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.window import Window


class Happened(Struct, frozen=True):
    """The days of the window on which an application was submitted or a loan closed, a day for each, oldest first.

    An application that ended and was followed by another counts beside it, and so does a loan that closed before its
    borrower came back: both happened.
    """

    applications: tuple[dt.date, ...]
    closings: tuple[dt.date, ...]


def happened(members: Iterable[Member], window: Window) -> Happened:
    """What happened to these; nothing after today, since no window reaches further."""
    applications: list[dt.date] = []
    closings: list[dt.date] = []
    for member in members:
        applications += [day for day in _submitted(member) if day in window]
        closings += [day for day in _closed(member) if day in window]
    return Happened(tuple(sorted(applications)), tuple(sorted(closings)))


def _submitted(member: Member) -> Iterable[dt.date]:
    """The days on which the referral's applications were submitted; one that is written twice counts once."""
    application = member.referral.application
    if not application.earlier:
        return () if application.submitted is None else (application.submitted,)
    return {facts.submitted for facts in (application, *application.earlier) if facts.submitted is not None}


def _closed(member: Member) -> set[dt.date]:
    """The days on which it closed: in the outcome in force, and before it came back."""
    days = {item.date for item in member.referral.outcome.earlier if item.status == "closed"}
    if member.fate == "closed":
        days.add(member.standing.outcome.date)
    return {day for day in days if day is not None}
