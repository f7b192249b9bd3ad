"""What depends on what: accepted, or refused with the one sentence that names the missing key."""

import pytest

from tests.schema.schemas import faults

DATE = "'date' is a required property"
REASON = "'reason' is a required property"
REVISIT = "'revisit' is a required property"
NOTE = "'note' is a required property"

OUTCOMES = {
    "{}": [],
    "{status: open}": [],
    "{status: closed, date: 2026-04-28}": [],
    "{status: closed, date: 2026-04-28, amount: 385000, revisit: 2027-04-28}": [],
    "{status: closed}": [DATE],
    "{status: closed, amount: 385000}": [DATE],
    "{status: lost, date: 2026-04-28, reason: went_cold}": [],
    "{status: lost, date: 2026-04-28}": [REASON],
    "{status: lost, reason: went_cold}": [DATE],
    "{status: lost}": [DATE, REASON],
    "{status: lost, date: 2026-04-28, reason: other, note: moved abroad}": [],
    "{status: lost, date: 2026-04-28, reason: other}": [NOTE],
    "{reason: other}": [NOTE],
    "{date: 2026-04-28, reason: went_cold}": [],
    "{status: nurture, revisit: 2026-09-01}": [],
    "{status: nurture, date: 2026-04-28}": [REVISIT],
}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome(outcome: str) -> None:
    found = faults("referral", f"borrower: Dana Ortiz\noutcome: {outcome}\n")
    assert found == [f"outcome: {message}" for message in OUTCOMES[outcome]]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_earlier_outcome_needs_the_same_but_a_day_to_revisit(outcome: str) -> None:
    found = faults("referral", f"borrower: Dana Ortiz\noutcome:\n  earlier:\n    - {outcome}\n")
    assert found == [f"outcome.earlier.0: {message}" for message in OUTCOMES[outcome] if message != REVISIT]


def test_an_outcome_that_is_wrong_twice_is_told_so_twice_and_nothing_else() -> None:
    found = faults(
        "referral",
        "borrower: Dana\noutcome: {status: lost, reason: other, date: 2026-04-28, earlier: [{status: closed}]}",
    )
    assert found == [f"outcome.earlier.0: {DATE}", f"outcome: {NOTE}"]


def test_an_unknown_status_says_only_that() -> None:
    (found,) = faults("referral", "borrower: Dana\noutcome: {status: won}")
    assert found == "outcome.status: 'won' is not one of ['open', 'nurture', 'closed', 'lost', None]"


@pytest.mark.parametrize("outcome", ["{status: closed, date: }", "{status: lost, date: ~, reason: null}", "{status: }"])
def test_an_empty_value_is_let_through_so_that_an_editor_does_not_nag_while_one_types(outcome: str) -> None:
    assert faults("referral", f"borrower: Dana\noutcome: {outcome}") == []


@pytest.mark.parametrize("key", ["contact_attempts", "partner_updates", "log"])
def test_what_happened_needs_its_date(key: str) -> None:
    assert faults("referral", f"borrower: Dana\n{key}: [{{date: 2026-03-02}}]") == []
    assert faults("referral", f"borrower: Dana\n{key}: [{{note: hello}}]") == [f"{key}.0: {DATE}"]


def test_a_moved_date_needs_the_day_on_which_it_was_moved() -> None:
    moved = "borrower: Dana\napplication: {moved: [{what: expected_close, from: 2026-04-24}]}"
    assert faults("referral", moved) == [f"application.moved.0: {DATE}"]


def test_a_touch_needs_its_date() -> None:
    partner = "name: Sarah Chen\ntype: real_estate_agent\ntouches: [2026-02-20, {channel: in_person}]"
    assert faults("partner", partner) == [f"touches.1: {DATE}"]


def test_a_referral_needs_a_borrower_with_a_name() -> None:
    assert faults("referral", "partner: sarah-chen") == [": 'borrower' is a required property"]
    assert faults("referral", "borrower: {phone: 555-0142}") == ["borrower: 'name' is a required property"]
    assert faults("referral", 'borrower: ""') == ["borrower: '' should be non-empty"]


def test_a_partner_needs_a_name_and_a_type() -> None:
    assert faults("partner", "{}") == [": 'name' is a required property", ": 'type' is a required property"]


def test_a_day_needs_nothing_and_a_journal_its_format() -> None:
    assert faults("activity", "{}") == []
    assert faults("journal", "{}") == [": 'format' is a required property"]


@pytest.mark.parametrize(
    "attempt",
    ["2026-03-02", "2026-03-02T10:15", "{date: 2026-03-02}", "{date: 2026-03-02, channel: call, result: reached}"],
)
def test_a_bare_date_is_a_contact_attempt(attempt: str) -> None:
    assert faults("referral", f"borrower: Dana\ncontact_attempts: [{attempt}]") == []


def test_a_short_form_is_judged_as_strictly_as_the_long_one() -> None:
    short, long = faults("referral", "borrower: Dana\ncontact_attempts: [yesterday, {date: yesterday}]")
    assert short.startswith("contact_attempts.0: 'yesterday' does not match ")
    assert long.startswith("contact_attempts.1.date: 'yesterday' does not match ")
    assert faults("referral", "borrower: [Dana]") == [
        "borrower: ['Dana'] is not of type 'object', 'string', 'number', 'boolean', 'null'"
    ]
