"""Second chances: who came back after an ending, and what became of it."""

from collections.abc import Iterable

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.window import Window


class SecondChances(Struct, frozen=True, kw_only=True):
    """Of the referrals that came back in the window, whenever they were received.

    `reopened`: how many. `closed`: how many of them closed since. `lost`: how many were lost again. `closed_before`:
    how many had closed before they came back, as a past client does.
    """

    reopened: int
    closed: int
    lost: int
    closed_before: int


def second_chances(members: Iterable[Member], window: Window) -> SecondChances:
    """The second chances among these."""
    returned = [
        member
        for member in members
        if member.standing.returned is not None
        and any(item.ended in window for item in member.referral.outcome.earlier)
    ]
    return SecondChances(
        reopened=len(returned),
        closed=sum(member.fate == "closed" for member in returned),
        lost=sum(member.fate == "lost" for member in returned),
        closed_before=sum(
            any(item.status == "closed" and item.ended in window for item in member.referral.outcome.earlier)
            for member in returned
        ),
    )
