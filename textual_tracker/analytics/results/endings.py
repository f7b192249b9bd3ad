"""What ended in a window, whatever became of it since: a loan that closed closed, though its borrower came back.

An ending counts on its own day: the one in force, and those before a return (`outcome.earlier`). So what has closed is
one number wherever it is told: in the ratios, the weeks, the months, the plan, the review and the forecast.
"""

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.core.records import OutcomeFacts, Referral
from textual_tracker.core.stages import ENDINGS
from textual_tracker.core.standing import outcome_in_force


class Ending(Struct, frozen=True, gc=False):
    """One ending of a referral, with its facts; `date` is its day."""

    date: dt.date
    referral: Referral
    facts: OutcomeFacts


def endings(
    snapshot: Snapshot,
    status: str,
    window: Window,
    officer: str | None = None,
    keep: Callable[[Referral], bool] | None = None,
) -> tuple[Ending, ...]:
    """Those of `status` (`closed`, `lost`, `nurture`) dated in `window` and known by the snapshot's day, oldest first.

    Of one officer only where `officer` is an officer's id; where `keep` is given, of the referrals alone of which it
    says so. Records in error have none.
    """
    found = [
        Ending(day, referral, facts)
        for name, all_of_it in snapshot.of_each(dated_endings).items()
        for facts in all_of_it
        if facts.status == status and (day := facts.date) is not None and day in window
        if (referral := snapshot.find(name)) is not None
        if officer in {None, referral.officer} and (keep is None or keep(referral))
    ]
    return tuple(sorted(found, key=lambda one: (one.date, one.referral.id)))


def amount_of(ending: Ending) -> int | None:
    """Dollars: what was funded where it closed (`None` where that was not written), else the loan's amount."""
    return ending.facts.amount if ending.facts.status == "closed" else ending.referral.loan.amount


def dated_endings(snapshot: Snapshot, referral: Referral) -> tuple[OutcomeFacts, ...] | None:
    """Every ending of it up to the snapshot's day that has a date; `None` for none."""
    if referral.faulty or referral.stale:
        return None
    outcome = referral.outcome
    if not outcome.earlier:
        return (outcome,) if _is_over(outcome, snapshot.today) else None
    in_force, _ = outcome_in_force(referral, snapshot.today)
    # Seen from before a return what is in force is one of `earlier`, and counts once.
    found = {(one.status, one.date): one for one in (*outcome.earlier, in_force) if _is_over(one, snapshot.today)}
    return tuple(found.values()) or None


def _is_over(facts: OutcomeFacts, today: dt.date) -> bool:
    return facts.status in ENDINGS and facts.date is not None and facts.date <= today
