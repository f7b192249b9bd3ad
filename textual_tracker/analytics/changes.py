"""What is another record in one journal than in the one before it, told by identity.

A refresh keeps the objects of what did not change, so that a hundred thousand records compare in milliseconds.
"""

from collections.abc import Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Partner, Referral

RecordT = TypeVar("RecordT", Referral, Partner)


def changed_ids(before: Journal, after: Journal) -> set[str]:
    """The ids of the referrals that are new, gone, or another record, and of those that name a partner that is."""
    changed = _ids(before.referrals, after.referrals)
    partners = _ids(before.partners, after.partners)
    if partners:
        changed.update(
            referral.id
            for referral in after.referrals.values()
            if referral.partner in partners or not partners.isdisjoint(referral.also_tell)
        )
    return changed


def _ids(before: Mapping[str, RecordT], after: Mapping[str, RecordT]) -> set[str]:
    if before is after:
        return set()
    if len(before) == len(after):
        pairs = list(compress(zip(before, after, strict=True), map(is_not, before.values(), after.values())))
        if all(old == new for old, new in pairs):
            return {new for _, new in pairs}
    before, after = dict(before), dict(after)
    others = set(compress(after, map(is_not, after.values(), map(before.get, after))))
    added = sum(record_id not in before for record_id in others)
    if len(before) + added > len(after):
        others.update(before.keys() - after.keys())
    return others
