"""Which records only have another name now, so that what was selected stays selected when its file is renamed.

A record's id is its file's name. Where an id went, and exactly one record says the same as the one that is gone, the
file was renamed.
"""

from collections.abc import Mapping
from typing import Final, TypeVar

import msgspec

from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Partner, Referral

MOST_LOST: Final = 50
"""Where more records than this went at once, nobody renamed them by hand, and nothing is looked for."""

_Named = TypeVar("_Named", Referral, Partner)


def renamed(before: Journal, now: Journal, known: Mapping[str, str]) -> Mapping[str, str]:
    """The ids of referrals and partners that went, each with the id that its record has now.

    `known` is the answer for `before`. A chain of renames leads to its end; an id that is in use is no key.
    """
    found = {**_found(before.referrals, now.referrals), **_found(before.partners, now.partners)}
    if not found and not known:
        return known
    followed = {old: found.get(new, new) for old, new in known.items()} | found
    return {old: new for old, new in followed.items() if old not in now.referrals and old not in now.partners}


def _found(before: Mapping[str, _Named], now: Mapping[str, _Named]) -> dict[str, str]:
    """The renames from one look to the next; one pass over the records, and none while no id went."""
    if before is now or before.keys() <= now.keys():
        return {}
    lost = {record_id: record for record_id, record in before.items() if record_id not in now}
    if len(lost) > MOST_LOST:
        return {}
    names = {record.name for record in lost.values()}
    namesakes = [record for record in now.values() if record.name in names]
    found: dict[str, str] = {}
    for old, record in lost.items():
        same = [other.id for other in namesakes if _says_the_same(record, other)]
        if len(same) == 1:
            found[old] = same[0]
    return found


def _says_the_same(one: Referral | Partner, other: Referral | Partner) -> bool:
    """Whether the two differ in nothing but the file's name, and the day that a referral's file name gives it."""
    if isinstance(one, Referral) and isinstance(other, Referral):
        return msgspec.structs.replace(one, id=other.id, path=other.path, received=other.received) == other
    return msgspec.structs.replace(one, id=other.id, path=other.path) == other
