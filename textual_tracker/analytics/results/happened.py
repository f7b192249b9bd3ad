"""What happened in a window, whenever the person was received: applications submitted, and closings."""

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from textual_tracker.analytics.results.cohort import everyone
from textual_tracker.analytics.results.endings import endings
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.core.records import Referral


class Happened(Struct, frozen=True):
    """The days of the window on which an application was submitted or a loan closed, a day for each, oldest first.

    Of the applications of a referral the one at hand counts; of its closings each that has a day.
    """

    applications: tuple[dt.date, ...]
    closings: tuple[dt.date, ...]


def happened(
    snapshot: Snapshot, window: Window, officer: str | None = None, keep: Callable[[Referral], bool] | None = None
) -> Happened:
    """What happened by the snapshot's day; `officer` and `keep` as in `endings`."""
    applications = [
        submitted
        for member in everyone(snapshot, officer)
        if (submitted := member.referral.application.submitted) is not None and submitted in window
        if keep is None or keep(member.referral)
    ]
    closings = [ending.date for ending in endings(snapshot, "closed", window, officer, keep)]
    return Happened(tuple(sorted(applications)), tuple(closings))
