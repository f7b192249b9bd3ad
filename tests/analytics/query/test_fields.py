"""The fields of the query language, their ranges and states."""

from typing import Any

import pytest
from hypothesis import given

from tests.analytics.query.journal import NAMES, found
from tests.factories import (
    day,
    ended_outcome,
    make_journal,
    make_referral,
    make_settings,
    outcome,
)
from tests.strategies import journals
from textual_tracker.analytics.query.fields import FIELDS, STATES
from textual_tracker.analytics.query.query import parse_query, select
from textual_tracker.analytics.query.values import day_range, number_range
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.journal import Journal


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", NAMES),
        ("   ", NAMES),
        ("stage:received", {"New", "Back"}),
        ("stage:attempting", {"Tried"}),
        ("stage:appointment", {"Met", "Sits"}),
        ("stage:appointment_held", {"Met"}),
        ("stage:appointment-held", {"Met"}),
        ("STAGE:Received", {"New", "Back"}),
        ("stage:lost,nurture", {"Gone", "Rests"}),
        ("furthest:closed", {"Won"}),
        ("partner:chen", {"New", "Ana Gomez"}),
        ("partner:SARAH", {"New", "Ana Gomez"}),
        ('partner:"mike tran"', {"Bo O'Hara"}),
        ("partner:chen,tran", {"New", "Ana Gomez", "Bo O'Hara"}),
        ("source:cpa", {"Tried"}),
        ("source:builder", {"New", "Ana Gomez"}),  # by the partner's type
        ("source:builder,cpa", {"New", "Ana Gomez", "Tried"}),
        ("officer:ana", NAMES),  # the only officer
        ("officer:maria", set()),
        ("purpose:purchase", {"Ana Gomez"}),
        ("program:fha", {"Ana Gomez"}),
        ("tag:first", {"New"}),
        ("name:go", {"Ana Gomez", "Gone"}),
        ("id:2026-03-02", {"Met", "Sits"}),
        ("reason:chose_other_lender_rate", {"Gone"}),
        ("cause:scripting", {"Gone"}),
        ("outcome:open", NAMES - {"Won", "Gone", "Rests"}),
        ("outcome:closed", {"Won"}),
        ("rule:no_attempt", {"New", "Back"}),
    ],
)
def test_fields(query: str, names: set[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("is:open", NAMES - {"Won", "Gone", "Rests"}),
        ("is:closed", {"Won"}),
        ("is:lost", {"Gone"}),
        ("is:nurture", {"Rests"}),
        ("is:returned", {"Back"}),
        ("is:faulty", {"Back"}),
        ("is:stalled", set()),
        ("is:at_risk", {"New", "Tried", "Back"}),
        ("is:at-risk", {"New", "Tried", "Back"}),
        ("is:closed,lost", {"Won", "Gone"}),
    ],
)
def test_states(query: str, names: set[str]) -> None:
    assert found(query) == names


def test_who_is_open_is_told_without_deriving_anything_of_what_is_settled() -> None:
    journal = make_journal(
        make_referral("Won", "2026-01-05", outcome=outcome("closed", "2026-02-27")),
        make_referral("Gone", "2026-01-05", outcome=outcome("lost", "2026-02-02")),
        make_referral("Rests", "2026-01-05", outcome=outcome("nurture", "2026-02-02")),
        make_referral("Plans", "2026-03-02", outcome=outcome("closed", "2026-03-20")),
        make_referral(
            "Again", "2025-06-02", outcome=outcome(earlier=[ended_outcome("lost", "2025-09-03", "2026-03-09")])
        ),
        make_referral("New", "2026-03-09"),
    )
    snapshot = Snapshot(journal, day("2026-03-10"))
    assert {referral.name for referral in select(snapshot, parse_query("is:open"))} == {"Plans", "Again", "New"}
    assert not any("won" in referral_id or "gone" in referral_id for referral_id in snapshot.known.standings)


@given(journals())
def test_who_is_open_is_who_stands_so(journal: Journal) -> None:
    snapshot, plain = Snapshot(journal, day("2026-03-10")), Snapshot(journal, day("2026-03-10"))
    for referral in snapshot.referrals:
        assert STATES["open"](snapshot, referral) == plain.standing(referral).is_open


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("received:2026-03-02", {"Met", "Sits"}),
        ("received:2026-03", {"New", "Tried", "Met", "Sits"}),
        ("received:2026-03..", {"New", "Tried", "Met", "Sits"}),
        ("received:2025", {"Won", "Back"}),
        ("received:2026", NAMES - {"Won", "Back"}),
        ("received:-1w", {"Met", "Sits"}),
        ("received:..2025", {"Won", "Back"}),
        ("received:2025-12..2026-01", {"Won", "Gone", "Rests"}),
        ("received:2026-02-02..2026-02-03", {"Ana Gomez", "Bo O'Hara"}),
        ("received:>2026-02", {"New", "Tried", "Met", "Sits"}),
        ("received:>=2026-02", {"New", "Tried", "Met", "Sits", "Ana Gomez", "Bo O'Hara"}),
        ("received:<2026-01", {"Won", "Back"}),
        ("received:<=2026-01-05", {"Won", "Back", "Gone"}),
        ("received:today", {"New"}),
        ("received:-4d..", {"New", "Tried"}),
        ("received:-1w..yesterday", {"Tried", "Met", "Sits"}),
        ("received:-2m..", {"New", "Tried", "Met", "Sits", "Ana Gomez", "Bo O'Hara"}),  # sixty days back is 8 January
        ("touched:2026-03-05", {"Ana Gomez", "Bo O'Hara"}),
        ("touched:<2026-03-05", {"Sits"}),
        ("entered:2026-03-09", {"New", "Back"}),
    ],
)
def test_days_take_ranges(query: str, names: set[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("amount:385000", {"Ana Gomez"}),
        ("amount:>300000", {"Ana Gomez", "Won"}),
        ("amount:>385000", {"Won"}),
        ("amount:>=385k", {"Ana Gomez", "Won"}),
        ("amount:<385,000", {"Bo O'Hara"}),
        ("amount:<=$385,000", {"Ana Gomez", "Bo O'Hara"}),
        ("amount:200k..0.3m", {"Bo O'Hara"}),
        ("amount:..0.29m", {"Bo O'Hara"}),
        ("amount:0.385M", {"Ana Gomez"}),
        ("days:4", {"Bo O'Hara"}),
        ("days:<4", {"New", "Back", "Tried", "Met"}),
        ("attempts:0", NAMES - {"Tried"}),
        ("attempts:1..", {"Tried"}),
    ],
)
def test_numbers_take_ranges(query: str, names: set[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize(
    ("text", "number"),
    [("385000", 385_000), ("$385,000", 385_000), ("2.01m", 2_010_000), ("0.5K", 500), ("1_000", 1_000), ("0", 0)],
)
def test_a_number_as_people_write_it(text: str, number: int) -> None:
    assert number_range("amount", text) == (number, number)


def test_every_field_and_state_can_be_asked_for() -> None:
    values: dict[str, Any] = {
        **dict.fromkeys(("received", "entered", "touched"), "2026"),
        **dict.fromkeys(("days", "attempts", "amount"), "1"),
        **dict.fromkeys(("stage", "furthest"), "lost"),
        "is": ",".join(STATES),
        "rule": "decide",
        "source": "cpa",
        "outcome": "lost",
        "reason": "other",
        "cause": "follow-up",
        "purpose": "other",
        "program": "va",
    }
    for field in FIELDS:
        assert found(f"{field}:{values.get(field, 'x')}") <= NAMES


def test_in_a_shared_journal_the_officer_is_a_referrals_own() -> None:
    shared = make_settings(officers={"ana": "Ana Rivera", "maria": "Maria Soto"})
    journal = make_journal(
        make_referral("Hers", officer="maria"),
        make_referral("Nobodys"),
        make_referral("Anas", officer="ana"),
        settings=shared,
    )
    snapshot = Snapshot(journal, day("2026-03-09"))
    names = [referral.name for referral in select(snapshot, parse_query("officer:soto"))]
    assert names == ["Hers"]
    assert [referral.name for referral in select(snapshot, parse_query("officer:ana"))] == ["Anas"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-3-2", "2026-03-02", "2026-03-02"),
        ("today", "2026-03-09", "2026-03-09"),
        ("Yesterday..tomorrow", "2026-03-08", "2026-03-10"),
        ("-3d", "2026-03-06", "2026-03-06"),
        ("-2w", "2026-02-23", "2026-02-23"),
        ("-1m", "2026-02-07", "2026-02-07"),
        ("2025-12..2026", "2025-12-01", "2026-12-31"),
    ],
)
def test_a_day_as_people_write_it(text: str, first: str, last: str) -> None:
    assert day_range("received", text, day("2026-03-09")) == (day(first).toordinal(), day(last).toordinal())
