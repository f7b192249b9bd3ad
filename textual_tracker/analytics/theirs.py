"""What of a journal is one officer's to do."""

from textual_tracker.analytics.rules import OVERDUE
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.core.records import Referral


def is_theirs(row: StalledRow, who: str | None, snapshot: Snapshot) -> bool:
    """A next step belongs to whom it names; all else of a referral to its officer. `None`: to anybody."""
    step = row.referral.next_step
    if who is not None and row.firing.rule == OVERDUE and step is not None and step.who:
        return step.who == who
    return is_officers(row.referral, who, snapshot)


def is_officers(referral: Referral, who: str | None, snapshot: Snapshot) -> bool:
    """In a journal of one officer, everything is theirs unless a next step names somebody else."""
    if who is None or referral.officer == who:
        return True
    settings = snapshot.journal.settings
    return not settings.officers and who.casefold() in settings.officer.casefold().split()
