"""A text to send to a partner. 10 March 2026 is a Tuesday."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests import strategies
from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    ended_application,
    loan,
    make_journal,
    make_partner,
    make_referral,
    outcome,
    updates,
)
from textual_tracker.analytics.partners.message import suggested_text
from textual_tracker.analytics.partners.word_due import Word, word_for, words_for_partner
from textual_tracker.analytics.partners.words import (
    BY_NEWS,
    BY_STAGE,
    FINDING_A_TIME,
    IN_TOUCH,
    LOOKING,
    UNDER_CONTRACT,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Partner
from textual_tracker.core.vocabulary import ABOUTS, CONSENTS, REASONS

TODAY = day("2026-03-10")
REACHED = attempts("2026-03-04 call reached")


def text(*told: str, partner: Partner | None = None, **facts: Any) -> str:
    """What to send to Sarah Chen about Dana Ortiz."""
    referral = make_referral(partner="sarah-chen", partner_updates=updates(*told), **facts)
    snapshot = Snapshot(make_journal(referral, partner or make_partner()), TODAY)
    return suggested_text(snapshot, [word_for(snapshot, referral, "sarah-chen")])


class TestOne:
    def test_thanks(self) -> None:
        assert text() == "Hi Sarah, thank you for Dana Ortiz: it is here, and the first call is next."

    def test_where_it_stands(self) -> None:
        assert text("2026-03-02 text thanks", contact_attempts=REACHED) == "Hi Sarah, about Dana Ortiz: we have spoken."

    def test_nothing_new(self) -> None:
        told = ("2026-03-04 text contacted",)
        assert text(*told, contact_attempts=REACHED) == "Hi Sarah, about Dana Ortiz: nothing new yet; we have spoken."

    def test_news_that_the_stage_does_not_tell(self) -> None:
        held = appointment("held", set="2026-03-03", date="2026-03-05")
        begun = application("started", started="2026-03-06")
        assert text("2026-03-02 text thanks", appointment=held, application=begun) == (
            "Hi Sarah, about Dana Ortiz: we have met; they are working on the application."
        )
        ended = application(preapproved="2026-03-02", earlier=[ended_application("2026-03-09")])
        assert text("2026-03-02 text thanks", application=ended) == (
            "Hi Sarah, about Dana Ortiz: that contract has ended; pre-approved, and looking."
        )

    def test_of_an_application_that_came_to_nothing_no_more_than_that_there_is_contact(self) -> None:
        denied = application("denied", submitted="2026-03-02", preapproved="2026-03-03", decided="2026-03-09")
        assert text(application=denied) == "Hi Sarah, thank you for Dana Ortiz: we are in touch."
        assert text("2026-03-02 text thanks", application=denied) == "Hi Sarah, about Dana Ortiz: we are in touch."

    @pytest.mark.parametrize(
        ("status", "facts", "ending"),
        [
            ("lost", {"reason": "went_cold"}, "it goes no further with us"),
            ("closed", {"amount": 300_000}, "closed"),
            ("nurture", {"revisit": "2026-09-01"}, "not now; we stay in touch"),
        ],
    )
    def test_of_an_ending_that_they_know_nothing_new_is_to_come(
        self, status: str, facts: dict[str, Any], ending: str
    ) -> None:
        ended = outcome(status, "2026-03-04", **facts)
        said = text(f"2026-03-05 text {status}", contact_attempts=REACHED, outcome=ended)
        assert said == f"Hi Sarah, about Dana Ortiz: {ending}."

    @pytest.mark.parametrize("facts", [{"contact_attempts": REACHED}, {"outcome": outcome("closed", "2026-03-09")}])
    def test_without_consent_no_more_than_that_there_is_contact(self, facts: dict[str, Any]) -> None:
        said = text("2026-03-02 text thanks", consent_to_share="none", **facts)
        assert said == "Hi Sarah, about Dana Ortiz: we are in touch."

    def test_and_not_even_that_there_is_nothing_new(self) -> None:
        said = text("2026-03-04 text contacted", contact_attempts=REACHED, consent_to_share="none")
        assert said == "Hi Sarah, about Dana Ortiz: we are in touch."


class TestGreeting:
    @pytest.mark.parametrize(
        ("name", "greeting"),
        [
            ("Hoa Nguyễn", "Hi Hoa,"),
            ("Dr. Jin Park", "Hi Dr. Park,"),
            ("Prince", "Hi Prince,"),
            ("Cedar Hollow Homes", "Hello,"),
            ("Wright & Lowell", "Hello,"),
            ("Ferry Street Title", "Hello,"),
        ],
    )
    def test_by_the_first_name_where_the_name_is_a_persons(self, name: str, greeting: str) -> None:
        partner = Partner(id="sarah-chen", path="partners/sarah-chen.yaml", name=name)
        assert text(partner=partner).startswith(greeting)

    def test_who_bears_the_companys_name_is_no_person(self) -> None:
        house = Partner(id="sarah-chen", path="partners/sarah-chen.yaml", name="Holm Waterfront")
        assert text(partner=house).startswith("Hi Holm,")
        house = Partner(
            id="sarah-chen", path="partners/sarah-chen.yaml", name="Holm Waterfront", company="Holm Waterfront"
        )
        assert text(partner=house).startswith("Hello,")

    def test_who_has_no_file_is_not_called_by_an_id(self) -> None:
        referral = make_referral(partner="pat-lee")
        snapshot = Snapshot(make_journal(referral), TODAY)
        assert suggested_text(snapshot, [Word(referral, "pat-lee", "thanks")]).startswith("Hello, thank you for Dana")


def test_several_have_a_line_each() -> None:
    journal = make_journal(
        make_partner(),
        make_referral("Ann\n  Gray", partner="sarah-chen", id="one"),
        make_referral("Bo Hale", partner="sarah-chen", partner_updates=updates("2026-03-09 text thanks")),
    )
    snapshot = Snapshot(journal, TODAY)
    assert suggested_text(snapshot, words_for_partner(snapshot, "sarah-chen")).splitlines() == [
        "Hi Sarah, here is where things stand:",
        "- thank you for Ann Gray: it is here, and the first call is next",
        "- Bo Hale: nothing new yet; it is here, and the first call is next",
    ]


def test_of_nothing_there_is_nothing_to_say() -> None:
    assert suggested_text(Snapshot(make_journal(), TODAY), []) == ""


ALLOWED = re.compile(
    r"Hello, (?:about |thank you for )Dana Ortiz: (?:nothing new yet; )?(?:{})?(?:{})\.".format(
        "|".join(map(re.escape, BY_NEWS.values())),
        "|".join(map(re.escape, [*BY_STAGE.values(), IN_TOUCH, FINDING_A_TIME, LOOKING, UNDER_CONTRACT])),
    )
)


@given(strategies.journals(), st.sampled_from(CONSENTS), st.sampled_from((None, *ABOUTS)))
def test_never_an_amount_a_day_or_a_reason(journal: Journal, consent: str, about: str | None) -> None:
    """Whatever stands in the file, and whatever a person chooses to tell: words of stages, and nothing else."""
    for referral in journal.referrals.values():
        private = replace(
            referral,
            name="Dana Ortiz",
            consent_to_share=consent,
            loan=loan(385_000),
            notes="score 512",
            tags=("broke",),
        )
        snapshot = Snapshot(make_journal(private), strategies.LAST)
        word = word_for(snapshot, private, "nobody")
        said = suggested_text(snapshot, [word if about is None else Word(private, "nobody", about)])
        assert ALLOWED.fullmatch(said)
        assert not re.search(r"[0-9$]", said)
        assert not any(reason in said for reason in REASONS if "_" in reason)
        if consent == "none":
            assert said.endswith("Dana Ortiz: we are in touch.")
