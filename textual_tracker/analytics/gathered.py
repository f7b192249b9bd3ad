"""What is derived of many referrals, and kept from one snapshot to the next for all but those that changed.

Neither a `Gathered` nor a `Tally` ever changes: each look at the journal has its own, and threads may share them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Generic, TypeAlias, TypeVar

from textual_tracker.core.records import Referral

Value = TypeVar("Value")
Key = TypeVar("Key")
Item = TypeVar("Item")

Totals: TypeAlias = Mapping[Key, Counter[Item]]
Count: TypeAlias = Callable[[Iterable[Referral]], dict[Key, Counter[Item]]]
"""Counts the items of some referrals by their key: so that all together are the sum of all, one by one."""


class Gathered(Generic[Value]):
    """The values, by id, of the referrals that have one. Those of `pending` have to be derived anew."""

    __slots__ = ("pending", "values")

    def __init__(self, values: Mapping[str, Value], pending: frozenset[str] = frozenset()) -> None:
        self.values = values
        self.pending = pending

    def after(self, changed: Iterable[str]) -> "Gathered[Value]":
        """The same once these have changed."""
        return Gathered(self.values, self.pending.union(changed))

    def renewed(self, derive: Callable[[str], Value | None]) -> "Gathered[Value]":
        """With nothing pending any more; `derive` gives the value of an id, `None` where it has none now."""
        values = dict(self.values)
        for referral_id in self.pending:
            value = derive(referral_id)
            if value is None:
                values.pop(referral_id, None)
            else:
                values[referral_id] = value
        return Gathered(values)


class Tally(Generic[Key, Item]):
    """Totals by key. Those of `pending` were counted as the records that they were then (`None`: they were not)."""

    __slots__ = ("pending", "totals")

    def __init__(
        self, totals: Totals[Key, Item], pending: Mapping[str, Referral | None] = MappingProxyType({})
    ) -> None:
        self.totals = totals
        self.pending = pending

    def after(self, changed: Mapping[str, Referral | None]) -> "Tally[Key, Item]":
        """The same once these, as they were before, have changed."""
        return Tally(self.totals, {**changed, **self.pending})

    def renewed(self, count: Count[Key, Item], find: Callable[[str], Referral | None]) -> "Tally[Key, Item]":
        """With nothing pending any more: without what those were, and with what they are now."""
        totals = dict(self.totals)
        for key, fewer in count(filter(None, self.pending.values())).items():
            totals[key] = totals[key] - fewer
            if not totals[key]:
                del totals[key]
        for key, more in count(filter(None, map(find, self.pending))).items():
            totals[key] = totals.get(key, Counter()) + more
        return Tally(totals)
