"""What has closed, where nothing can be said yet of what will."""

from textual_tracker.analytics.results.cohort import everyone
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.core.records import Referral


def closed_in(snapshot: Snapshot, window: Window, officer: str | None = None) -> list[Referral]:
    """The referrals that closed in the window, as of the snapshot's day; of one officer, where one is named."""
    return [
        member.referral
        for member in everyone(snapshot)
        if member.fate == "closed"
        and member.standing.outcome.date in window
        and officer in {None, member.referral.officer}
    ]
