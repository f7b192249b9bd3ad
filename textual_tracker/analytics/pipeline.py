"""The live pipeline as a board: one column for each group of stages, with counts and dollars."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing

GROUPS: tuple[tuple[str, str, frozenset[Stage]], ...] = (
    ("new", "New", frozenset({Stage.received, Stage.attempting})),
    ("contacted", "Contacted", frozenset({Stage.contacted})),
    ("appointment", "Appointment", frozenset({Stage.appointment_set, Stage.appointment_held})),
    ("application", "Application", frozenset({Stage.application_started, Stage.application_submitted})),
    ("preapproved", "Pre-approved", frozenset({Stage.preapproved})),
    ("in_process", "In process", frozenset({Stage.in_process, Stage.clear_to_close})),
    ("closed", "Closed this month", frozenset({Stage.closed})),
)
"""(key, title, stages) of the columns, from left to right."""


class Card(Struct, frozen=True):
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


def board(snapshot: Snapshot, referrals: Iterable[Referral] | None = None) -> tuple[Column, ...]:
    """The columns of the board: all that are open, and what closed in the month of the snapshot's day.

    Within a column those that fire come first, in the order of the stalled list, then the ones that have been there
    longest. With `referrals`, only those of them.
    """
    column_of = {stage: key for key, _, stages in GROUPS for stage in stages}
    cards: dict[str, list[Card]] = {key: [] for key, _, _ in GROUPS}
    for referral in snapshot.referrals if referrals is None else referrals:
        if _closed_before_this_month(snapshot, referral):
            continue
        standing = snapshot.standing(referral)
        key = column_of.get(standing.stage)
        if key is None or (standing.stage is Stage.closed and not _is_this_month(standing.entered, snapshot.today)):
            continue
        fires = snapshot.fires(referral)
        cards[key].append(Card(referral, standing, fires[0] if fires else None, snapshot.amount(referral)))
    return tuple(
        Column(
            key,
            title,
            _in_order(cards[key], snapshot.today),
            sum(card.amount or 0 for card in cards[key]),
        )
        for key, title, _ in GROUPS
    )


def _in_order(cards: Iterable[Card], today: dt.date) -> tuple[Card, ...]:
    waiting, resting = [], []
    for card in cards:
        if card.firing is not None:
            waiting.append((StalledRow(card.referral, card.standing, card.firing).sort_key, card))
        else:
            resting.append((-(card.standing.days_in_stage(today) or 0), card.referral.id, card))
    return (
        *(card for _, card in sorted(waiting, key=lambda item: item[0])),
        *(card for *_, card in sorted(resting, key=lambda item: item[:2])),
    )


def _closed_before_this_month(snapshot: Snapshot, referral: Referral) -> bool:
    """Told from the outcome alone, so that thousands of old referrals cost nothing."""
    return snapshot.is_settled(referral) and not _is_this_month(referral.outcome.date, snapshot.today)


def _is_this_month(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and (day.year, day.month) == (today.year, today.month)
