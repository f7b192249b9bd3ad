"""Is my activity turning into closed loans? Everything about the referrals of one window, in one value.

Source: docs/numbers.md, "Results". The cohort has those received in the window; what is over the window itself
(ratios, weeks, snapshots, second chances) says so.
"""

from collections.abc import Callable

from msgspec import Struct

from textual_tracker.analytics.results.closing import CloseRates, close_rates, days_to_close, fates
from textual_tracker.analytics.results.cohort import Member, cohort, everyone
from textual_tracker.analytics.results.funnel import Step, funnel
from textual_tracker.analytics.results.groups import Group, by_partner, by_size, grouped
from textual_tracker.analytics.results.happened import happened
from textual_tracker.analytics.results.left_out import left_out
from textual_tracker.analytics.results.losses import CauseOfLosses, Loss, by_cause, losses
from textual_tracker.analytics.results.months import MonthSnapshot, by_month, snapshots
from textual_tracker.analytics.results.ratios import Ratios, ratios
from textual_tracker.analytics.results.second_chances import SecondChances, second_chances
from textual_tracker.analytics.results.speed import Attempts, Speed, attempts, speed
from textual_tracker.analytics.results.stage_times import StageTime, stage_times
from textual_tracker.analytics.results.weekly import WeekOfResults, active_days, weeks_of
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.median import Median
from textual_tracker.analytics.window import Window
from textual_tracker.core.records import Referral


class Results(Struct, frozen=True, kw_only=True):
    """The results of one window, of one officer or (`officer=None`) of all.

    `members` are those counted, oldest first; `received` = `closed` + `lost` + `open` + `nurture` is their number.
    `faulty` are those received in the window that are left out because their file has an error, `left_out` the paths
    of all such files, also of those that tell no day, and `no_referrals` how many are left out because they were lost
    for a reason of `data`.
    """

    window: Window
    officer: str | None
    members: tuple[Member, ...]
    faulty: tuple[Referral, ...]
    left_out: tuple[str, ...]
    no_referrals: int
    received: int
    closed: int
    lost: int
    open: int
    nurture: int
    close_rates: CloseRates
    funnel: tuple[Step, ...]
    losses: tuple[Loss, ...]
    causes: tuple[CauseOfLosses, ...]
    by_source: tuple[Group, ...]
    by_partner: tuple[Group, ...]
    by_month: tuple[Group, ...]
    by_officer: tuple[Group, ...]
    snapshots: tuple[MonthSnapshot, ...]
    speed: Speed
    attempts: Attempts
    stage_times: tuple[StageTime, ...]
    days_to_close: Median
    ratios: Ratios
    weekly: tuple[WeekOfResults, ...]
    second_chances: SecondChances

    @property
    def decided(self) -> int:
        """Closed or lost."""
        return self.closed + self.lost


def results(
    snapshot: Snapshot, window: Window, officer: str | None = None, keep: Callable[[Referral], bool] | None = None
) -> Results:
    """The results of `window` as of the snapshot's day; of one officer only where `officer` is an officer's id.

    Where `keep` is given, of the referrals alone of which it says so. What was done is known by day and officer and
    not by referral, so `ratios` and `weekly` then tell nothing of these.
    """

    def counts(referral: Referral) -> bool:
        return officer in {None, referral.officer} and (keep is None or keep(referral))

    came = [one for one in snapshot.referrals if one.received in window and counts(one)]
    faulty = tuple(one for one in came if one.faulty or one.stale)
    members = tuple(member for member in cohort(snapshot, window, officer) if counts(member.referral))
    everybody = [member for member in everyone(snapshot) if counts(member.referral)]
    found, days = happened(snapshot, window, officer, keep), active_days(snapshot, window, officer)
    others = {one.path for one in snapshot.referrals if not counts(one)}
    total, lost = fates(members), losses(members)
    return Results(
        window=window,
        officer=officer,
        members=members,
        faulty=faulty,
        left_out=tuple(sorted(left_out(snapshot, officer) - others)),
        no_referrals=len(came) - len(faulty) - len(members),
        received=total.received,
        closed=total.closed,
        lost=total.lost,
        open=total.open,
        nurture=total.nurture,
        close_rates=close_rates(members),
        funnel=funnel(members),
        losses=lost,
        causes=by_cause(lost),
        by_source=by_size(grouped(members, lambda member: snapshot.journal.source_of(member.referral))),
        by_partner=by_partner(members),
        by_month=by_month(members, window),
        by_officer=by_size(grouped(members, lambda member: member.referral.officer)),
        snapshots=snapshots(members, found.closings, window),
        speed=speed(members, snapshot),
        attempts=attempts(members),
        stage_times=stage_times(members, snapshot.today),
        days_to_close=days_to_close(members),
        ratios=ratios(days, found),
        weekly=weeks_of(days, found, window),
        second_chances=second_chances(everybody, window),
    )
