"""A page to send to a partner: words of stages, and nothing that a borrower did not consent to."""

from typing import Any

import pytest

from tests.factories import (
    application,
    attempts,
    day,
    loan,
    make_journal,
    make_partner,
    make_referral,
    outcome,
)
from textual_tracker.analytics.partners.report import partner_report
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import last_twelve_months
from textual_tracker.core.records import Referral

TODAY = "2026-03-10"


def page(*referrals: Referral, officer: str = "Ana Rivera") -> str:
    journal = make_journal(make_partner(), *referrals)
    snapshot = Snapshot(journal, day(TODAY))
    return partner_report(
        snapshot, journal.partners["sarah-chen"], last_twelve_months(day(TODAY)), [officer] if officer else []
    )


def sent(name: str, received: str = "2026-01-05", **facts: Any) -> Referral:
    return make_referral(name, received, **{"partner": "sarah-chen", **facts})


SPOKEN: dict[str, Any] = {"contact_attempts": attempts("2026-01-06 call reached")}
CLOSED: dict[str, Any] = {"outcome": outcome("closed", "2026-03-03", amount=488_000)}
LOST: dict[str, Any] = {"outcome": outcome("lost", "2026-02-17", reason="denied_credit", note="score 540")}
LATER: dict[str, Any] = {"outcome": outcome("nurture", "2026-02-17", revisit="2026-09-01")}


def test_the_whole_page() -> None:
    found = page(
        sent("Dana Ortiz", "2026-03-02", **SPOKEN),
        sent("Keiko Marsh", **CLOSED),
        sent("Jo Hale", **LOST),
        sent("Lee Ortiz", **LATER),
        make_referral("Nobody of hers", "2026-01-05", partner="mike-tran"),
        make_referral("Also told", "2026-01-05", partner="mike-tran", also_tell=("sarah-chen",)),
    )
    assert found == (
        "# For Sarah Chen: the people you sent\n\n"
        "Ana Rivera, 10 Mar 2026\n\n"
        "Hi Sarah,\n\n"
        "Thank you for the 4 people whom you sent me since 11 Mar 2025. 1 of them has closed.\n\n"
        "## Closed\n\nKeiko Marsh.\n\n"
        "## Where they stand\n\n- **Dana Ortiz**: we have spoken\n\n"
        "## Later\n\n- **Lee Ortiz**: not now; we stay in touch\n\n"
        "## Did not go ahead\n\nJo Hale.\n\n"
        "Call me about any of them, any time.\n\n"
        "Ana Rivera\n"
    )


def test_of_several_it_says_us() -> None:
    journal = make_journal(make_partner(), sent("Dana Ortiz", "2026-03-02", **SPOKEN))
    snapshot, window = Snapshot(journal, day(TODAY)), last_twelve_months(day(TODAY))
    found = partner_report(snapshot, journal.partners["sarah-chen"], window, ["Ana Rivera", "Maria Soto", "An Short"])
    assert "Thank you for the person whom you sent us since" in found
    assert found.endswith("\n\nCall us about them, any time.\n\nAna Rivera, Maria Soto, An Short\n")
    empty = Snapshot(make_journal(make_partner()), day(TODAY))
    nobody = partner_report(empty, journal.partners["sarah-chen"], window, ["Ana Rivera", "Maria Soto"])
    assert "We have not heard of anybody from you since 11 Mar 2025" in nobody


@pytest.mark.parametrize("consent", ["none", "status_only", "full"])
def test_never_an_amount_a_reason_or_the_day_of_a_decision(consent: str) -> None:
    promised = application("in_process", under_contract="2026-02-20", expected_close="2026-04-28")
    found = page(
        sent("Ada Voss", loan=loan(385_000), application=promised, consent_to_share=consent),
        sent("Keiko Marsh", loan=loan(488_000), consent_to_share=consent, **CLOSED),
        sent("Jo Hale", consent_to_share=consent, **LOST),
        sent("Lee Ortiz", consent_to_share=consent, **LATER),
    )
    for secret in ("385", "488", "$", "denied", "credit", "540", "17 Feb", "02-17", "3 Mar", "28 Apr", "Sep"):
        assert secret not in found


@pytest.mark.parametrize("facts", [SPOKEN, CLOSED, LOST, LATER, {}])
def test_whoever_consented_to_nothing_is_in_touch_whatever_became_of_them(facts: dict[str, Any]) -> None:
    found = page(sent("Dana Ortiz", consent_to_share="none", **facts))
    assert "## Where they stand\n\n- **Dana Ortiz**: we are in touch\n" in found
    assert found == page(sent("Dana Ortiz", consent_to_share="none"))


def test_who_was_denied_and_has_not_ended_yet_is_in_touch() -> None:
    denied = application("denied", submitted="2026-02-20", preapproved="2026-02-24", decided="2026-03-09")
    assert "- **Dana Ortiz**: we are in touch\n" in page(sent("Dana Ortiz", application=denied))


def test_nor_does_whether_they_stand_on_the_page_tell_it() -> None:
    pages = {page(sent("Dana Ortiz", "2025-01-05", consent_to_share="none", **facts)) for facts in (SPOKEN, CLOSED)}
    assert len(pages) == 1
    assert "Dana Ortiz" not in pages.pop()


@pytest.mark.parametrize("fault", ["faulty", "stale"])
def test_of_a_file_in_error_it_is_not_known_what_may_be_said(fault: str) -> None:
    facts: dict[str, Any] = {fault: True, **LOST}
    found = page(sent("Dana Ortiz", **facts))
    assert "- **Dana Ortiz**: we are in touch\n" in found


def test_those_sent_before_the_window_stand_there_while_they_are_open() -> None:
    found = page(sent("Dana Ortiz", "2025-01-05", **SPOKEN), sent("Keiko Marsh", "2025-01-05", **CLOSED))
    assert "- **Dana Ortiz**: we have spoken\n" in found
    assert "Keiko Marsh" not in found
    assert "Thank you for the person whom you sent me. This is where things stand." in found
    assert "Call me about them, any time." in found
    found = page(sent("Dana Ortiz", "2025-01-05", **SPOKEN), sent("Lee Ortiz", "2025-01-05", **SPOKEN))
    assert "Thank you for the people whom you sent me. This is where things stand." in found
    assert "Call me about any of them, any time." in found


def test_what_was_no_referral_is_not_spoken_of() -> None:
    assert "Jo Hale" not in page(sent("Jo Hale", outcome=outcome("lost", "2026-02-17", reason="duplicate")))


def test_one_who_closed() -> None:
    assert "Thank you for the person whom you sent me since 11 Mar 2025. The loan has closed." in page(
        sent("Keiko Marsh", **CLOSED)
    )


def test_nobody_came() -> None:
    found = page(officer="")
    assert "I have not heard of anybody from you since 11 Mar 2025, and would be glad to help the next one." in found
    assert found.endswith("Your loan officer\n")
    assert "any of them" not in found


def test_a_name_is_no_markup() -> None:
    assert r"- **Jo \*\*Ace\*\* \<b\>**: we have spoken" in page(sent("Jo **Ace**\n<b>", id="jo", **SPOKEN))


def test_one_page() -> None:
    found = page(*(sent(f"Person {number}", id=f"p{number:02}", **SPOKEN) for number in range(50)))
    assert found.count("we have spoken") == 20
    assert "- and 30 others\n" in found
    closed = page(*(sent(f"Person {number}", id=f"p{number:02}", **CLOSED) for number in range(21)))
    assert "Person 2, Person 1 and 1 other.\n" in closed
