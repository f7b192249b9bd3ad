"""The referrals of a window, each with how far it came and what became of it.

A cohort has the referrals received in the window, without those lost for a reason of `data` (they were no referrals)
and without records in error. Its facts are as of the snapshot's day, whatever the window.
"""

from typing import Literal

from msgspec import Struct

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing
from textual_tracker.core.vocabulary import CAUSE_OF, NO_REFERRALS

Fate = Literal["open", "nurture", "closed", "lost"]


class Member(Struct, frozen=True, gc=False):
    """One referral of a cohort. `furthest` is the furthest stage it ever reached: closed only by closing."""

    referral: Referral
    standing: Standing
    fate: Fate

    @property
    def furthest(self) -> Stage:
        """How far it came."""
        return self.standing.furthest

    @property
    def is_decided(self) -> bool:
        """Closed or lost."""
        return self.fate in {"closed", "lost"}

    @property
    def reason(self) -> str | None:
        """Why it was lost; `None` for all others."""
        return self.standing.outcome.reason if self.fate == "lost" else None

    @property
    def cause(self) -> str | None:
        """The cause of that reason, such as `scripting`."""
        return None if self.reason is None else CAUSE_OF.get(self.reason)


def cohort(snapshot: Snapshot, window: Window, officer: str | None = None) -> tuple[Member, ...]:
    """The members received in `window`, oldest first; of one officer only where `officer` is an officer's id."""
    # Of those who came at another time nothing is derived: in a journal of many years they are most.
    members = [
        member
        for referral in snapshot.referrals
        if referral.received in window and officer in {None, referral.officer}
        if (member := _member(snapshot, referral)) is not None
    ]
    return tuple(sorted(members, key=lambda member: (member.referral.received, member.referral.id)))


def everyone(snapshot: Snapshot, officer: str | None = None) -> tuple[Member, ...]:
    """The same of all time, in no order."""
    members = snapshot.of_each(_member).values()
    return tuple(members) if officer is None else tuple([one for one in members if one.referral.officer == officer])


def _member(snapshot: Snapshot, referral: Referral) -> Member | None:
    if referral.faulty or referral.stale:
        return None
    standing = snapshot.standing(referral)
    if standing.is_open:
        return Member(referral, standing, "open")
    if standing.stage is Stage.lost and CAUSE_OF.get(standing.outcome.reason or "") == NO_REFERRALS:
        return None
    fates: dict[Stage, Fate] = {Stage.closed: "closed", Stage.lost: "lost", Stage.nurture: "nurture"}
    return Member(referral, standing, fates[standing.stage])
