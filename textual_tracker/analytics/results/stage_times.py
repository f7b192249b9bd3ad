"""How long referrals stay in each stage, those included that are still there."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.stays import stays
from textual_tracker.analytics.statistics.median import median_of
from textual_tracker.analytics.statistics.survival import kaplan_meier
from textual_tracker.core.stages import Stage

OPEN_STAGES = tuple(stage for stage in Stage if stage < Stage.closed)


class StageTime(Struct, frozen=True, kw_only=True):
    """The median of the calendar days in one stage, whatever came next; by Kaplan and Meier where some still wait.

    `n` stays whose first day is known, of which `waiting` are not over. The median is `None` where more than half are
    still there, or nobody was.
    """

    stage: Stage
    median_days: float | None
    n: int
    waiting: int


def stage_times(members: Iterable[Member], today: dt.date) -> tuple[StageTime, ...]:
    """A row for each stage before closed. Whoever came back to a stage stays in it anew."""
    found: dict[Stage, list[tuple[float, bool]]] = {stage: [] for stage in OPEN_STAGES}
    for member in members:
        for stay in stays(member.referral, member.standing.stage, today):
            found[stay.stage].append((stay.days, stay.is_over))
    return tuple(
        StageTime(
            stage=stage,
            median_days=_median(times),
            n=len(times),
            waiting=sum(not is_over for _, is_over in times),
        )
        for stage, times in found.items()
    )


def _median(times: Sequence[tuple[float, bool]]) -> float | None:
    """Where all stays are over it is the ordinary median, between the middle two of an even number."""
    if all(is_over for _, is_over in times):
        return median_of(days for days, _ in times).value
    return kaplan_meier(times).median
