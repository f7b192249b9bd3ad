"""Speed and follow-up: how soon, how often, and how steadily people are called."""

from collections.abc import Sequence

from textual_tracker.analytics.diagnosis.evidence import Evidence, came, gathered, is_lately
from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.speed import ENOUGH, first_attempt, is_tried_or_waits, within_one
from textual_tracker.analytics.rules import STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.stages import Stage

SUBMITTED = Stage.application_submitted


def in_time(snapshot: Snapshot, members: Sequence[Member]) -> Evidence:
    """Who was first attempted within one working day: the share of the results. Not judged yet are the newest."""

    def judge(member: Member) -> bool | None:
        return within_one(member, first_attempt(member, snapshot.today), snapshot)

    return gathered([one for one in members if is_tried_or_waits(one, snapshot.today)], judge)


def six_attempts(snapshot: Snapshot, members: Sequence[Member]) -> Evidence:
    """Of those never reached, who was attempted six times or more.

    Not judged are those received, or come back, within the last ten working days and still open, however often they
    were tried: to count those who were tried six times already, and not the others, would flatter. Nor is an open one
    who does not want to be called.
    """

    def judge(member: Member) -> bool | None:
        is_fresh = member.referral.do_not_contact or is_lately(snapshot, came(snapshot, member))
        if member.fate == "open" and is_fresh:
            return None
        return member.standing.all_attempts >= ENOUGH

    return gathered([member for member in members if member.furthest < Stage.contacted], judge)


def not_stalled(snapshot: Snapshot, members: Sequence[Member]) -> Evidence:
    """Of those open before an application is submitted, who is not stalled."""
    early = [member for member in members if member.fate == "open" and member.standing.stage < SUBMITTED]
    return gathered(early, lambda member: not is_stalled(snapshot, member))


def is_stalled(snapshot: Snapshot, member: Member) -> bool:
    """Whether a rule says that it is stalled."""
    return any(firing.level == STALLED for firing in snapshot.fires(member.referral))
