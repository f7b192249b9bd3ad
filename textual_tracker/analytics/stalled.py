"""Who is stalled or at risk, in the order in which to deal with them.

Source: docs/numbers.md, "Stalled: one table of rules" and its order.
"""

import datetime as dt
from operator import itemgetter
from typing import TypeAlias

from msgspec import Struct

from textual_tracker.analytics.rules import STALLED, Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral
from textual_tracker.core.standing import Standing

SortKey: TypeAlias = tuple[int, bool, bool, int, int, int, str]


class StalledRow(Struct, frozen=True, gc=False):
    """A referral with its worst rule."""

    referral: Referral
    standing: Standing
    firing: Firing

    @property
    def sort_key(self) -> SortKey:
        """Band; stalled first; no_attempt first, newest received first; furthest past the limit; the table; id."""
        band, at_risk, attempted, short_of_limit, order = self.firing.sort_key
        newest = 0 if attempted else -_second(self.referral)
        return (band, at_risk, attempted, newest, short_of_limit, order, self.referral.id)


KeyedRow: TypeAlias = tuple[SortKey, StalledRow]


def stalled_rows(snapshot: Snapshot, *, at_risk: bool) -> list[StalledRow]:
    """One row for each referral that is stalled, or with `at_risk` also for those that soon will be."""
    keyed = snapshot.of_unsettled(_worst if at_risk else _worst_stalled)
    return [row for _, row in sorted(keyed.values(), key=itemgetter(0))]


def _worst(snapshot: Snapshot, referral: Referral) -> KeyedRow | None:
    return _keyed(snapshot, referral, snapshot.fires(referral))


def _worst_stalled(snapshot: Snapshot, referral: Referral) -> KeyedRow | None:
    fires = snapshot.fires(referral)
    return _keyed(snapshot, referral, tuple(firing for firing in fires if firing.level == STALLED)) if fires else None


def _keyed(snapshot: Snapshot, referral: Referral, fires: tuple[Firing, ...]) -> KeyedRow | None:
    if not fires:
        return None
    row = StalledRow(referral, snapshot.standing(referral), fires[0])
    return row.sort_key, row


def folds(row: StalledRow) -> bool:
    """Whether screens fold the row into one line with others: to be decided on, or closed out."""
    return row.firing.is_long_dead


def _second(referral: Referral) -> int:
    """When the referral was received, in seconds that grow with time; without a time of day: midnight."""
    time = referral.received_time or dt.time()
    return ((referral.received.toordinal() * 24 + time.hour) * 60 + time.minute) * 60 + time.second
