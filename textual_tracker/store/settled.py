"""Which referrals are settled: nothing that is true of them asks anything of the officer any more."""

import datetime as dt
from typing import Final

from textual_tracker.core.records import Referral

_ENDED: Final = frozenset({"closed", "lost"})


def settled_on(referral: Referral) -> dt.date | None:
    """The day from which on the referral cannot be stalled or at risk; None where that is not plain to see.

    It closed or was lost on that day, has no second chance ahead, had come back by then from every ending before it,
    and its file is without error.
    """
    outcome = referral.outcome
    day = outcome.date
    if day is None or outcome.status not in _ENDED or outcome.revisit is not None or referral.faulty:
        return None
    is_last = all(item.ended is not None and item.ended <= day for item in outcome.earlier)
    return day if is_last else None
