"""The live pipeline as a board: one column for each group of stages, with counts and dollars."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing

CLOSED = "closed"
GROUPS: tuple[tuple[str, str, frozenset[Stage]], ...] = (
    ("new", "New", frozenset({Stage.received, Stage.attempting})),
    ("contacted", "Contacted", frozenset({Stage.contacted})),
    ("appointment", "Appointment", frozenset({Stage.appointment_set, Stage.appointment_held})),
    ("application", "Application", frozenset({Stage.application_started, Stage.application_submitted})),
    ("preapproved", "Pre-approved", frozenset({Stage.preapproved})),
    ("in_process", "In process", frozenset({Stage.in_process, Stage.clear_to_close})),
    (CLOSED, "Closed this month", frozenset({Stage.closed})),
)
"""(key, title, stages) of the columns, from left to right."""


class Card(Struct, frozen=True, gc=False):
    """One referral on the board; `firing` is its worst rule, `amount` in dollars."""

    referral: Referral
    standing: Standing
    firing: Firing | None
    amount: int | None


class Column(Struct, frozen=True):
    """One group of stages; `dollars` sums the amounts that are known."""

    key: str
    title: str
    cards: tuple[Card, ...]
    dollars: int


Rank: TypeAlias = tuple[bool | int | str, ...]
"""Whether nothing fires; then the order among those that fire, or among those that do not."""


class Place(NamedTuple):
    """A card, the key of its column, and where it stands in it."""

    column: str
    rank: Rank
    card: Card


COLUMN_OF = {stage: key for key, _, stages in GROUPS for stage in stages}


def board(snapshot: Snapshot, referrals: Iterable[Referral] | None = None) -> tuple[Column, ...]:
    """The columns of the board: all that are open, and what closed in the month of the snapshot's day.

    Within a column those that fire come first, in the order of the stalled list, then the ones that have been there
    longest. With `referrals`, only those of them.
    """
    everyone = snapshot.of_current(_placed)
    found = everyone.values() if referrals is None else _of(referrals, everyone)
    places: dict[str, list[Place]] = {key: [] for key, _, _ in GROUPS}
    for place in found:
        places[place.column].append(place)
    return tuple(_column(key, title, places[key]) for key, title, _ in GROUPS)


def _of(referrals: Iterable[Referral], everyone: Mapping[str, Place]) -> Iterator[Place]:
    return filter(None, (everyone.get(referral.id) for referral in referrals))


def _column(key: str, title: str, places: list[Place]) -> Column:
    cards = tuple([place.card for place in sorted(places, key=_order)])
    return Column(key, title, cards, sum([card.amount or 0 for card in cards]))


def _placed(snapshot: Snapshot, referral: Referral) -> Place | None:
    """Where the referral lies on the board, if it does."""
    standing = snapshot.standing(referral)
    column = COLUMN_OF.get(standing.stage)
    if column is None or (column == CLOSED and not _is_this_month(standing.entered, snapshot.today)):
        return None
    fires = snapshot.fires(referral)
    card = Card(referral, standing, fires[0] if fires else None, snapshot.amount(referral))
    return Place(column, _rank(card, snapshot.today), card)


def _rank(card: Card, today: dt.date) -> Rank:
    if card.firing is not None:
        return (False, *StalledRow(card.referral, card.standing, card.firing).sort_key)
    return (True, -(card.standing.days_in_stage(today) or 0), card.referral.id)


def _order(place: Place) -> Rank:
    return place.rank


def _is_this_month(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and (day.year, day.month) == (today.year, today.month)
