"""Why not: the losses of a cohort by cause and reason."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.core.vocabulary import CAUSE_OF, CAUSES


class Loss(Struct, frozen=True):
    """How many were lost for one reason. Where none was written, reason and cause are `None`."""

    reason: str | None
    cause: str | None
    count: int


class CauseOfLosses(Struct, frozen=True):
    """How many were lost to one cause, and its reasons; both with the most first."""

    cause: str | None
    count: int
    reasons: tuple[Loss, ...]


def losses(members: Sequence[Member]) -> tuple[Loss, ...]:
    """A row a reason that occurs, the most first, of equally many in the order of the reasons' list."""
    counted = Counter(member.reason for member in members if member.fate == "lost")
    found = [
        Loss(reason, CAUSE_OF.get(reason or ""), counted[reason]) for reason in (*CAUSE_OF, None) if counted[reason]
    ]
    return tuple(sorted(found, key=lambda loss: -loss.count))


def by_cause(found: Sequence[Loss]) -> tuple[CauseOfLosses, ...]:
    """The same put together by cause."""
    causes = []
    for cause in (*CAUSES, None):
        reasons = tuple(loss for loss in found if loss.cause == cause)
        if reasons:
            causes.append(CauseOfLosses(cause, sum(loss.count for loss in reasons), reasons))
    return tuple(sorted(causes, key=lambda row: -row.count))
