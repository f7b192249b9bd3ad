"""What a partner may hear. 10 March 2026 is a Tuesday."""

from typing import Any

import pytest

from tests.factories import application as an_application
from tests.factories import (
    appointment,
    attempts,
    day,
    loan,
    make_journal,
    make_partner,
    make_referral,
    outcome,
    updates,
)
from textual_tracker.analytics.partners.care import untold
from textual_tracker.analytics.partners.words import IN_TOUCH, may_say, where_it_stands
from textual_tracker.analytics.snapshot import Snapshot

REACHED = attempts("2026-03-09 call reached")
THANKED = updates("2026-03-06 text thanks")


def said(**facts: Any) -> list[str]:
    """What Sarah Chen may hear of Dana Ortiz."""
    referral = make_referral(partner="sarah-chen", **facts)
    snapshot = Snapshot(make_journal(make_partner(tier="A"), referral), day("2026-03-10"))
    return [may_say(snapshot, row) for row in untold(snapshot, at_risk=True)]


def test_thanks_come_with_where_the_referral_stands() -> None:
    assert said() == ["thank you for Dana Ortiz: it is here, and the first call is next"]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"contact_attempts": REACHED}, "Dana Ortiz: we have spoken"),
        (
            {"application": an_application("in_process", under_contract="2026-03-09")},
            "Dana Ortiz: under contract, and in process",
        ),
        ({"outcome": outcome("closed", "2026-03-09", amount=300_000)}, "Dana Ortiz: closed"),
        (
            {"outcome": outcome("lost", "2026-03-09", reason="denied_debt_to_income", note="too much debt")},
            "Dana Ortiz: it goes no further with us",
        ),
    ],
)
def test_news_is_told_in_words_of_stages(facts: dict[str, Any], words: str) -> None:
    assert said(partner_updates=THANKED, **facts) == [words]


def stands(about: str = "", **facts: Any) -> str:
    """What is said of where Dana Ortiz stands."""
    referral = make_referral(partner="sarah-chen", **facts)
    return where_it_stands(Snapshot(make_journal(referral), day("2026-03-10")), referral, about)


@pytest.mark.parametrize("status", ["denied", "withdrawn", "incomplete"])
def test_while_an_application_that_came_to_nothing_is_to_be_closed_out_there_is_contact(status: str) -> None:
    """They are not looking, and what became of them is told with the ending."""
    came_to_nothing = an_application(
        status, started="2026-02-20", submitted="2026-02-24", preapproved="2026-02-26", decided="2026-03-09"
    )
    assert stands(application=came_to_nothing) == IN_TOUCH
    assert stands("appointment_held", application=came_to_nothing) == IN_TOUCH
    assert said(application=came_to_nothing) == [f"thank you for Dana Ortiz: {IN_TOUCH}"]
    lost = outcome("lost", "2026-03-09", reason="denied_credit")
    assert stands(application=came_to_nothing, outcome=lost) == "it goes no further with us"


def test_an_appointment_is_one_unless_it_was_missed() -> None:
    dates = {"set": "2026-03-04", "date": "2026-03-09"}
    assert stands(appointment=appointment("set", **dates)) == "we have an appointment"
    assert stands(appointment=appointment("no_show", **dates)) == "finding a time to meet"
    assert stands(appointment=appointment("cancelled", **dates)) == "finding a time to meet"


@pytest.mark.parametrize(
    ("purpose", "words"),
    [
        (None, "pre-approved, and looking"),
        ("purchase", "pre-approved, and looking"),
        ("construction", "pre-approved, and looking"),
        ("refinance", "pre-approved"),
        ("cash_out_refinance", "pre-approved"),
        ("home_improvement", "pre-approved"),
        ("reverse", "pre-approved"),
        ("other", "pre-approved"),
    ],
)
def test_who_has_a_house_is_not_looking(purpose: str | None, words: str) -> None:
    approved = an_application("preapproved", preapproved="2026-03-02")
    assert stands(application=approved, loan=loan(385_000, purpose=purpose)) == words


@pytest.mark.parametrize("purpose", [None, "purchase", "refinance"])
def test_nobody_is_under_contract_without_a_day_of_it(purpose: str | None) -> None:
    wanted = loan(385_000, purpose=purpose)
    approved = an_application("in_process", conditional_approval="2026-03-05")
    assert stands(application=approved, loan=wanted) == "in process"
    contract = an_application("in_process", under_contract="2026-03-02", conditional_approval="2026-03-05")
    assert stands(application=contract, loan=wanted) == "under contract, and in process"


def test_no_amount_and_no_reason_is_in_any_of_it() -> None:
    (words,) = said(
        partner_updates=THANKED,
        loan=loan(385_000),
        outcome=outcome("lost", "2026-03-09", reason="denied_credit", note="score"),
    )
    assert not any(secret in words for secret in ("385", "denied", "credit", "score"))


def test_without_consent_no_more_than_that_there_is_contact() -> None:
    (words,) = said(partner_updates=THANKED, contact_attempts=REACHED, consent_to_share="none")
    assert words == f"Dana Ortiz: {IN_TOUCH}"


def test_of_a_partner_who_went_quiet_there_is_nothing_to_say() -> None:
    assert said(received="2025-11-03", outcome=outcome("lost", "2025-11-20", reason="not_ready")) == [""]
