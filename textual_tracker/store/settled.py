"""Which referrals are settled: nothing that is true of them asks anything of the officer any more."""

import datetime as dt
from typing import Final

from textual_tracker.core.records import Referral

_ENDED: Final = frozenset({"closed", "lost"})


def settled_on(referral: Referral) -> dt.date | None:
    """The day from which on the referral cannot be stalled or at risk; None where that is not plain to see.

    It closed or was lost on that day, has no second chance ahead and none behind, and its file is without error.
    """
    outcome = referral.outcome
    if outcome.status in _ENDED and outcome.revisit is None and not outcome.earlier and not referral.faulty:
        return outcome.date
    return None
