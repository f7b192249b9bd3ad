"""Whole sentences: what to do next, and what a partner waits for."""

import pytest
from msgspec.structs import replace

from tests.factories import appointment, attempts, day, make_journal, make_partner, make_referral, next_step, updates
from textual_tracker.analytics.agenda import agenda
from textual_tracker.analytics.partners.care import ToTell, untold
from textual_tracker.analytics.partners.words import tell_sentence, waits_text
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import stalled_rows
from textual_tracker.cli.sentences import first_sentence, next_sentence
from textual_tracker.core.records import Outcome, Referral

TODAY = "2026-03-10"


def snapshot(*referrals: Referral) -> Snapshot:
    return Snapshot(make_journal(make_partner("sarah-chen"), *referrals), day(TODAY))


@pytest.mark.parametrize(
    ("referral", "sentence"),
    [
        (
            make_referral(received="2026-03-06", phone="555-0142", partner="sarah-chen"),
            "Next: call Dana Ortiz 555-0142, from Sarah Chen",
        ),
        (make_referral(received="2026-03-06", source="past_client"), "Next: call Dana Ortiz, past client"),
        (make_referral(received="2026-03-06"), "Next: call Dana Ortiz"),
        (
            make_referral(contact_attempts=attempts("2026-03-02 call no_answer", "2026-03-04 call no_answer")),
            "Next: Dana Ortiz; no answer, 2 tries: try again, another channel",
        ),
        (
            make_referral(appointment=appointment("no_show", set="2026-03-03", date="2026-03-05"), phone="555-0142"),
            "Next: Dana Ortiz 555-0142; no-show: rebook",
        ),
        (
            make_referral(contact_attempts=attempts("2026-03-09 call reached"), next_step=next_step("2026-03-09")),
            "Next: Dana Ortiz; next step: collect pay stubs: do it",
        ),
    ],
)
def test_what_to_do_next(referral: Referral, sentence: str) -> None:
    seen = snapshot(referral)
    assert next_sentence(seen, stalled_rows(seen, at_risk=True)[0]) == sentence


def told(*referrals: Referral) -> str:
    rows = untold(snapshot(*referrals), at_risk=True)
    return tell_sentence(ToTell("sarah-chen", tuple(rows)))


def heard(name: str, *words: str, **facts: object) -> Referral:
    return make_referral(name, "2026-02-20", partner="sarah-chen", partner_updates=updates(*words), **facts)


def test_one_referral_about_which_nothing_was_heard() -> None:
    """From Thursday 26 February to Tuesday 10 March are eight working days."""
    assert told(heard("Marcus Bell", "2026-02-26 text thanks")) == "Marcus Bell: nothing heard for 8 working days"


def test_one_referral_with_news() -> None:
    reached = heard("Lee Ortiz", "2026-03-05 text thanks", contact_attempts=attempts("2026-03-09 call reached"))
    assert told(reached) == "Lee Ortiz: contacted, not told yet"


def test_several_referrals_in_one_line() -> None:
    reached = heard("Lee Ortiz", "2026-03-05 text thanks", contact_attempts=attempts("2026-03-06 call reached"))
    held = heard("Jo Hale", "2026-03-05 text thanks", appointment=appointment("held", date="2026-03-09"))
    fresh = heard("Kai Brooks")
    assert told(reached, held, fresh) == (
        "3 referrals: 1 contacted and 1 appointment held, not told yet; 1 not thanked yet"
    )


def test_what_all_of_several_wait_for_is_said_of_all_and_all_else_with_its_number() -> None:
    """The screen's narrow columns say the same in short."""
    lost = [
        heard(name, "2026-03-05 text thanks", outcome=Outcome("lost", day("2026-03-09")))
        for name in ("Kai", "Jo", "Lee")
    ]
    closed = heard("Zoe Park", "2026-03-05 text thanks", outcome=Outcome("closed", day("2026-03-09")))
    silent = [heard(name, "2026-02-26 text thanks") for name in ("Marcus", "Tom")]
    assert told(*lost) == "3 referrals: lost, not told yet"
    assert told(*silent) == "2 referrals: nothing heard"
    assert told(*lost, closed, heard("Dana")) == "5 referrals: 3 lost and 1 closed, not told yet; 1 not thanked yet"
    assert told(*lost, *silent) == "5 referrals: 3 lost, not told yet; nothing heard of 2"
    rows = untold(snapshot(*lost, closed, heard("Dana")), at_risk=True)
    assert waits_text(rows) == tell_sentence(ToTell("sarah-chen", tuple(rows)))
    assert waits_text(rows, short=True) == "5 referrals: 3 lost, 1 closed, 1 not thanked yet"


def test_two_of_one_name_are_two() -> None:
    both = [replace(heard("Dana Ortiz"), id=name) for name in ("2026-02-20-dana-ortiz", "2026-02-20-dana-ortiz-2")]
    assert told(*both) == "2 referrals: not thanked yet"


def test_first_comes_who_waits_then_the_appointment_of_today_then_nobody() -> None:
    meeting = make_referral(
        "Lee Ortiz",
        "2026-03-09",
        phone="555-0146",
        contact_attempts=attempts("2026-03-09 call reached"),
        appointment=appointment("set", set="2026-03-09", date="2026-03-10T14:00"),
    )
    calm = snapshot(meeting)
    assert first_sentence(calm, agenda(calm)) == "Next: 14:00 Lee Ortiz 555-0146"
    busy = snapshot(meeting, make_referral(received="2026-03-06"))
    assert first_sentence(busy, agenda(busy)) == "Next: call Dana Ortiz"
    assert first_sentence(snapshot(), agenda(snapshot())) == "Nobody is waiting for you."
