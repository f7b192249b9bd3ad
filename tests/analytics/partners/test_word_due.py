"""What to tell a partner when somebody tells them now. 10 March 2026 is a Tuesday."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    ended_application,
    ended_outcome,
    make_journal,
    make_partner,
    make_referral,
    move,
    outcome,
    updates,
)
from textual_tracker.analytics.partners.care import untold_about
from textual_tracker.analytics.partners.word_due import word_for, words_about, words_for_partner
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Loan, Partner, Referral
from textual_tracker.core.vocabulary import ABOUTS

TODAY = day("2026-03-10")
REACHED = attempts("2026-03-04 call reached")


def about(*told: str, partner: Partner | None = None, **facts: Any) -> str:
    """What to tell Sarah Chen about Dana Ortiz, after the updates `told`."""
    referral = make_referral(partner="sarah-chen", partner_updates=updates(*told), **facts)
    snapshot = Snapshot(make_journal(referral, partner or make_partner()), TODAY)
    return word_for(snapshot, referral, "sarah-chen").about


class TestNewsThatTheyHaveNotHeard:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"contact_attempts": REACHED}, "contacted"),
            ({"appointment": appointment("held", set="2026-03-03", date="2026-03-05")}, "appointment"),
            ({"application": application("preapproved", preapproved="2026-03-05")}, "preapproved"),
            ({"application": application("in_process", under_contract="2026-03-05")}, "under_contract"),
            ({"application": application("in_process", conditional_approval="2026-03-05")}, "approval"),
            ({"application": application("clear_to_close", clear_to_close="2026-03-05")}, "clear_to_close"),
            ({"outcome": outcome("closed", "2026-03-05")}, "closed"),
            ({"outcome": outcome("lost", "2026-03-05", reason="went_cold")}, "lost"),
            ({"outcome": outcome("nurture", "2026-03-05", revisit="2026-09-01")}, "nurture"),
            ({"application": application(earlier=[ended_application("2026-03-05")])}, "fell_through"),
            ({"application": application(moved=[move("2026-03-05")])}, "date_moved"),
        ],
    )
    def test_it_comes_first(self, facts: dict[str, Any], expected: str) -> None:
        assert about("2026-03-02 text thanks", **facts) == expected

    def test_of_several_stages_the_one_where_it_stands_is_told(self) -> None:
        begun: dict[str, Any] = {
            "contact_attempts": REACHED,
            "application": application("started", started="2026-03-09"),
        }
        assert about("2026-03-02 text thanks", **begun) == "application"
        assert about("2026-03-02 text thanks", "2026-03-04 text contacted", **begun) == "application"

    def test_a_past_client_is_told_of_the_ending_only(self) -> None:
        friend = make_partner(type="past_client")
        assert about("2026-03-04 text contacted", partner=friend, contact_attempts=REACHED) == "no_news"
        assert about("2026-03-04 text lost", partner=friend, outcome=outcome("closed", "2026-03-05")) == "closed"


class TestWhereTheReferralStands:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"contact_attempts": attempts("2026-03-03 call no_answer")}, "attempted"),
            ({"appointment": appointment("set", set="2026-03-03", date="2026-03-12")}, "appointment"),
            ({"application": application("started", started="2026-03-06")}, "application"),
            ({"application": application("submitted", submitted="2026-03-06")}, "application"),
            ({"application": application("preapproved")}, "preapproved"),  # on an unknown day
            ({"application": application("in_process")}, "under_contract"),
            ({"application": application("clear_to_close")}, "clear_to_close"),
        ],
    )
    def test_each_stage_has_its_word(self, facts: dict[str, Any], expected: str) -> None:
        assert about("2026-03-02 text thanks", **facts) == expected

    def test_an_application_that_came_to_nothing_is_told_with_the_ending(self) -> None:
        denied = application("denied", submitted="2026-03-02", preapproved="2026-03-03", decided="2026-03-09")
        assert about(application=denied) == "thanks"
        assert about("2026-03-02 text thanks", application=denied) == "no_news"
        lost = outcome("lost", "2026-03-09", reason="denied_credit")
        assert about("2026-03-02 text thanks", application=denied, outcome=lost) == "lost"

    def test_who_refinances_has_no_contract(self) -> None:
        refinance = Loan(purpose="refinance")
        assert about("2026-03-02 text thanks", application=application("in_process"), loan=refinance) == "application"

    def test_thanks_when_nothing_was_ever_told(self) -> None:
        assert about() == "thanks"

    @pytest.mark.parametrize("told", ["2026-03-02 text thanks", "2026-03-02 text received"])
    def test_who_was_thanked_knows_that_it_is_here(self, told: str) -> None:
        assert about(told) == "no_news"

    @pytest.mark.parametrize(
        ("dates", "expected"),
        [
            ({}, "under_contract"),
            ({"appraisal_ordered": "2026-02-04"}, "appraisal"),
            ({"appraisal_ordered": "2026-02-04", "conditional_approval": "2026-02-05"}, "approval"),
            ({"appraisal_received": "2026-02-06", "conditional_approval": "2026-02-05"}, "appraisal"),
            ({"appraisal_received": "2026-02-06", "conditional_approval": "2026-02-06"}, "approval"),
        ],
    )
    def test_in_process_the_word_is_what_happened_last(self, dates: dict[str, str], expected: str) -> None:
        facts = application("in_process", under_contract="2026-02-03", **dates)
        assert about("2026-02-03 text under_contract", received="2026-01-05", application=facts) == (
            "no_news" if expected == "under_contract" else expected
        )
        assert about("2026-02-03 text thanks", received="2026-01-05", application=facts) == expected


class TestNothingNew:
    def test_when_the_last_word_was_about_exactly_that(self) -> None:
        assert about("2026-03-04 text contacted", contact_attempts=REACHED) == "no_news"

    def test_and_again_after_a_word_without_news(self) -> None:
        told = ("2026-03-04 text contacted", "2026-03-06 text no_news", "2026-03-09 text thanks")
        assert about(*told, contact_attempts=REACHED) == "no_news"

    def test_not_when_it_has_become_true_again_since(self) -> None:
        met_twice = appointment("set", set="2026-03-09", date="2026-03-12")
        assert about("2026-03-05 text appointment", appointment=met_twice) == "appointment"
        assert about("2026-03-09 text appointment", appointment=met_twice) == "no_news"

    def test_after_news_with_which_they_heard_where_it_stands(self) -> None:
        facts = application("preapproved", preapproved="2026-03-03", earlier=[ended_application("2026-03-06")])
        assert about("2026-03-06 call fell_through", application=facts) == "no_news"

    def test_a_return_makes_all_of_it_new(self) -> None:
        back = outcome(earlier=[ended_outcome("lost", "2026-03-05", "2026-03-09")])
        assert about("2026-03-04 text contacted", "2026-03-05 text lost", outcome=back) == "received"

    def test_word_to_somebody_else_is_no_word_to_her(self) -> None:
        assert about("2026-03-04 text contacted @mike-tran", contact_attempts=REACHED) == "contacted"

    def test_a_word_dated_ahead_is_not_given_yet(self) -> None:
        assert about("2026-03-04 text thanks", "2026-03-11 text contacted", contact_attempts=REACHED) == "contacted"


class TestWithoutConsent:
    """Only "we are in touch" may be said, so no stage was told."""

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({}, "no_news"),
            ({"contact_attempts": REACHED}, "no_news"),
            ({"application": application("submitted", submitted="2026-03-06")}, "no_news"),
            ({"outcome": outcome("nurture", "2026-03-05", revisit="2026-09-01")}, "no_news"),
            ({"outcome": outcome("closed", "2026-03-05")}, "closed"),  # else it would never count as told
            ({"outcome": outcome("lost", "2026-03-05", reason="went_cold")}, "lost"),
        ],
    )
    def test_the_word_names_no_stage_but_an_ending(self, facts: dict[str, Any], expected: str) -> None:
        assert about("2026-03-02 text thanks", consent_to_share="none", **facts) == expected

    def test_thanks_give_nothing_away(self) -> None:
        assert about(consent_to_share="none") == "thanks"


def test_each_of_the_people_to_tell_has_a_word_the_sender_first() -> None:
    told = updates("2026-03-04 text contacted @mike-tran", "2026-03-03 text thanks")
    referral = make_referral(
        partner="sarah-chen", also_tell=("mike-tran",), partner_updates=told, contact_attempts=REACHED
    )
    words = words_about(Snapshot(make_journal(referral), TODAY), referral)
    assert [(word.partner_id, word.about) for word in words] == [("sarah-chen", "contacted"), ("mike-tran", "no_news")]


class TestAllOfAPartners:
    def words(self, *referrals: Referral) -> list[tuple[str, str]]:
        snapshot = Snapshot(make_journal(make_partner(), *referrals), TODAY)
        return [(word.referral.name, word.about) for word in words_for_partner(snapshot, "sarah-chen")]

    def test_open_ones_and_endings_that_are_not_told_the_most_urgent_first(self) -> None:
        heard = updates("2026-03-09 text thanks")
        assert self.words(
            make_referral("Ann Gray", partner="sarah-chen", partner_updates=updates("2026-03-09 text thanks")),
            make_referral("Bo Hale", partner="sarah-chen", partner_updates=updates("2026-03-06 text thanks")),
            make_referral("Cy Reed", partner="mike-tran", also_tell=("sarah-chen",), received="2026-03-05"),
            make_referral(
                "Di Moss", partner="sarah-chen", outcome=outcome("lost", "2026-03-04"), partner_updates=heard
            ),
            make_referral(
                "Ed Nash",
                partner="sarah-chen",
                outcome=outcome("closed", "2026-03-04"),
                partner_updates=updates("2026-03-04 call closed"),
            ),
            make_referral("Flo Pike", partner="mike-tran"),
            make_referral("Gil Ross", partner="sarah-chen", received="2026-03-11"),
        ) == [("Di Moss", "lost"), ("Cy Reed", "thanks"), ("Bo Hale", "no_news"), ("Ann Gray", "no_news")]

    def test_whoever_was_told_today_is_told_again_only_of_something_new(self) -> None:
        told_today = updates("2026-03-06 text thanks", "2026-03-10 text attempted")
        tried, reached = attempts("2026-03-09 call no_answer"), attempts("2026-03-10 call reached")
        assert self.words(
            make_referral("Ann Gray", partner="sarah-chen", contact_attempts=tried, partner_updates=told_today),
            make_referral("Bo Hale", partner="sarah-chen", contact_attempts=reached, partner_updates=told_today),
        ) == [("Bo Hale", "contacted")]

    def test_nobody_of_a_partner_without_referrals(self) -> None:
        assert self.words(make_referral(partner="mike-tran")) == []


@given(strategies.journals(), st.sampled_from(strategies.PARTNERS))
def test_whoever_waits_for_word_is_among_the_words(journal: Journal, partner_id: str) -> None:
    snapshot = Snapshot(journal, strategies.LAST)
    words = words_for_partner(snapshot, partner_id)
    waiting = {
        row.referral.id
        for referral in snapshot.referrals
        for row in untold_about(snapshot, referral)
        if row.partner == partner_id and row.referral is not None
    }
    assert waiting <= {word.referral.id for word in words}
    assert all(word.about in ABOUTS for word in words)
    assert len({word.referral.id for word in words}) == len(words)
    asked_one_by_one = [word_for(snapshot, word.referral, partner_id) for word in words]
    assert words == asked_one_by_one
