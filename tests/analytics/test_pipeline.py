"""The pipeline as a board. 9 March 2026 is a Monday."""

from typing import Any

import pytest

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    loan,
    make_journal,
    make_referral,
    outcome,
)
from textual_tracker.analytics.pipeline import Column, board
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral


def columns(*referrals: Referral, today: str = "2026-03-09") -> tuple[Column, ...]:
    return board(Snapshot(make_journal(*referrals), day(today)))


def where(today: str = "2026-03-09", **facts: Any) -> list[str]:
    """The columns in which a referral of 2 February stands."""
    referral = make_referral(**{"received": "2026-02-02", **facts})
    return [column.key for column in columns(referral, today=today) if column.cards]


def test_a_column_for_each_group_of_stages() -> None:
    assert [column.title for column in columns()] == [
        "New",
        "Contacted",
        "Appointment",
        "Application",
        "Pre-approved",
        "In process",
        "Closed this month",
    ]
    assert all(column.cards == () and column.dollars == 0 for column in columns())


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({}, "new"),
        ({"contact_attempts": attempts("2026-03-06 call")}, "new"),
        ({"contact_attempts": attempts("2026-03-06 call reached")}, "contacted"),
        ({"appointment": appointment("no_show", set="2026-03-06")}, "appointment"),
        ({"appointment": appointment("held", date="2026-03-06")}, "appointment"),
        ({"application": application("started")}, "application"),
        ({"application": application("denied")}, "application"),
        ({"application": application("preapproved")}, "preapproved"),
        ({"application": application("in_process")}, "in_process"),
        ({"application": application("clear_to_close")}, "in_process"),
        ({"outcome": outcome("closed", "2026-03-01")}, "closed"),
        ({"outcome": outcome("closed", "2026-03-09", revisit="2027-03-01")}, "closed"),
    ],
)
def test_who_stands_where(facts: dict[str, Any], key: str) -> None:
    assert where(**facts) == [key]


@pytest.mark.parametrize(
    "ended",
    [
        outcome("closed", "2026-02-28"),
        outcome("closed", "2025-03-09"),
        outcome("closed", "2026-02-28", revisit="2027-03-01"),
        outcome("lost", "2026-03-09"),
        outcome("nurture", "2026-03-09"),
    ],
)
def test_what_ended_is_off_the_board(ended: Any) -> None:
    assert where(outcome=ended) == []


def test_a_closing_to_come_is_still_in_process() -> None:
    assert where(outcome=outcome("closed", "2026-03-10"), application=application("clear_to_close")) == ["in_process"]


def test_counts_and_dollars() -> None:
    new, contacted, *_, closed = columns(
        make_referral("One", "2026-03-09", loan=loan(385_000)),
        make_referral("Two", "2026-03-09", loan=loan(115_000)),
        make_referral("Three", "2026-03-09"),
        make_referral("Won", loan=loan(300_000), outcome=outcome("closed", "2026-03-06", amount=295_000)),
    )
    assert (len(new.cards), new.dollars) == (3, 500_000)
    assert (len(contacted.cards), contacted.dollars) == (0, 0)
    assert (closed.cards[0].amount, closed.dollars) == (295_000, 295_000)


def test_those_that_fire_come_first_then_those_that_wait_longest() -> None:
    def submitted(name: str, on: str, *touches: str) -> Referral:
        return make_referral(
            name,
            "2026-02-02",
            application=application("submitted", submitted=on),
            contact_attempts=attempts(*touches),
        )

    application_column = columns(
        submitted("Fresh", "2026-03-09"),
        submitted("Patient", "2026-02-16", "2026-03-09 call reached"),
        submitted("At Risk", "2026-03-05"),
        submitted("Stalled", "2026-02-16"),
        make_referral(
            "Unknown Day", "2026-02-02", application=application("started"), contact_attempts=attempts("2026-03-09")
        ),
    )[3]
    assert [card.referral.name for card in application_column.cards] == [
        "Stalled",
        "At Risk",
        "Patient",
        "Fresh",
        "Unknown Day",
    ]
    assert [card.firing.level if card.firing else None for card in application_column.cards] == [
        "stalled",
        "at_risk",
        None,
        None,
        None,
    ]


def test_new_ones_that_nobody_called_stand_as_in_the_stalled_list_the_newest_first() -> None:
    new_column = columns(make_referral("Old", "2026-02-02"), make_referral("New", "2026-03-04"))[0]
    assert [card.referral.name for card in new_column.cards] == ["New", "Old"]


def test_only_some_of_them() -> None:
    one, two = make_referral("One"), make_referral("Two")
    snapshot = Snapshot(make_journal(one, two), day("2026-03-09"))
    assert [card.referral for column in board(snapshot, [two]) for card in column.cards] == [two]
