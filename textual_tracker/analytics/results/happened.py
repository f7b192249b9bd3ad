"""What happened in a window, whenever the person was received: applications submitted, closings, returns."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.window import Window


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


def _closed(member: Member) -> Iterator[dt.date]:
    outcome = member.referral.outcome
    if member.fate == "closed" and member.standing.outcome.date is not None:
        yield member.standing.outcome.date
    for earlier in outcome.earlier:
        is_in_force = earlier.date == member.standing.outcome.date
        if earlier.status == "closed" and earlier.date is not None and not is_in_force:
            yield earlier.date
