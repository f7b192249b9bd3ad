"""What is no officer's in a journal of several, and so in nobody's day and numbers: it must not be lost sight of."""

from collections.abc import Iterable

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral

WHICH = "tracker check says which"


def nobodys_open(snapshot: Snapshot) -> int:
    """How many open referrals name no officer, or one who is not in journal.yaml; 0 in a journal of one."""
    return sum(snapshot.standing(one).is_open for one in _nobodys(snapshot, snapshot.unsettled.values()))


def nobodys_open_words(number: int) -> str:
    """`2 open referrals are no officer's`; "" for none."""
    return f"{number:,} {'open referral is' if number == 1 else 'open referrals are'} no officer's" if number else ""


def left_out_sentence(snapshot: Snapshot) -> str:
    """What the numbers of one officer leave out, because it is nobody's; "" for nothing, and in a journal of one."""
    officers = snapshot.journal.settings.officers
    referrals = len(_nobodys(snapshot, snapshot.referrals))
    days = sum(bool(officers) and day.officer not in officers for day in snapshot.journal.days.values())
    if not referrals and not days:
        return ""
    parts = [f"{referrals:,} referral{'s' * (referrals > 1)}"] if referrals else []
    parts += [f"{days:,} day{'s' * (days > 1)} of activity"] if days else []
    verb = "is" if referrals + days == 1 else "are"
    return f"{' and '.join(parts)} {verb} no officer's, and left out here; {WHICH}."


def _nobodys(snapshot: Snapshot, referrals: Iterable[Referral]) -> list[Referral]:
    officers = snapshot.journal.settings.officers
    return [one for one in referrals if one.officer not in officers] if officers else []
