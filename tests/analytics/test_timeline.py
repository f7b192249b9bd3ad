"""A referral's story: what happened, oldest first, and what is planned after it."""

from tests.factories import (
    application,
    appointment,
    attempt,
    day,
    ended_application,
    ended_outcome,
    log,
    make_journal,
    make_partner,
    make_referral,
    move,
    next_step,
    outcome,
    update,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.timeline import timeline
from textual_tracker.core.records import Referral


def story(referral: Referral, today: str = "2026-03-10") -> list[str]:
    """The timeline as lines `day hour kind: text`."""
    journal = make_journal(referral, make_partner("sarah-chen"), make_partner("mike-tran"))
    return [
        " ".join(filter(None, (str(event.date)[5:], str(event.time or "")[:5], f"{event.kind}: {event.text}")))
        for event in timeline(Snapshot(journal, day(today)), referral)
    ]


def test_a_day_begins_with_what_was_received_and_goes_on_by_the_hour() -> None:
    referral = make_referral(
        received="2026-03-02T16:40",
        partner="sarah-chen",
        contact_attempts=(
            attempt("2026-03-02T17:15 call left_message", by="maria"),
            attempt("2026-03-02T17:05 text", note="no reply"),
            attempt("2026-03-02"),
        ),
        log=log("2026-03-02"),
    )
    assert story(referral) == [
        "03-02 16:40 received: received from Sarah Chen",
        "03-02 17:05 attempt: text; no reply",
        "03-02 17:15 attempt: call: left message, by maria",
        "03-02 attempt: contact attempt",
        "03-02 log: noted",
    ]


def test_word_to_partners_names_them() -> None:
    referral = make_referral(
        partner="sarah-chen",
        also_tell=("mike-tran",),
        partner_updates=(
            update("2026-03-03 text contacted"),
            update("2026-03-04 call preapproved @mike-tran", by="maria"),
        ),
    )
    assert story(referral)[1:] == [
        "03-03 partner_update: told Sarah Chen: contacted (text)",
        "03-04 partner_update: told Mike Tran: pre-approved (call), by maria",
    ]


def test_appointments_are_agreed_and_then_held_or_not() -> None:
    missed = appointment("no_show", set="2026-03-03", date="2026-03-04")
    referral = make_referral(
        appointment=appointment("set", set="2026-03-05", date="2026-03-12T14:00", earlier=[missed])
    )
    assert story(referral)[1:] == [
        "03-03 appointment: appointment agreed for Wed 4 Mar 2026",
        "03-04 appointment: no-show",
        "03-05 appointment: appointment agreed for Thu 12 Mar 2026, 14:00",
        "03-12 14:00 appointment: appointment",
    ]
    assert story(referral, "2026-03-12")[-1] == "03-12 14:00 appointment: appointment"
    assert story(referral, "2026-03-13")[-1] == (
        "03-12 14:00 appointment: appointment, what came of it is not recorded"
    )


def test_an_application_its_milestones_its_deadlines_and_what_was_moved() -> None:
    referral = make_referral(
        application=application(
            "in_process",
            under_contract="2026-03-06",
            expected_close="2026-04-10",
            lock_expires="2026-04-15",
            earlier=[ended_application("2026-03-05", under_contract="2026-03-03", reason="contract_fell_through")],
            moved=[move("2026-03-09", before="2026-04-03")],
        )
    )
    assert story(referral)[1:] == [
        "03-03 application: under contract",
        "03-05 application: contract ended: contract fell through",
        "03-06 application: under contract",
        "03-09 moved: closing moved, was Fri 3 Apr 2026",
        "04-10 deadline: closing expected",
        "04-15 deadline: rate lock ends",
    ]


def test_a_denial() -> None:
    referral = make_referral(application=application("denied", submitted="2026-03-04", decided="2026-03-06"))
    assert story(referral)[1:] == [
        "03-04 application: application submitted",
        "03-06 application: application denied",
    ]


def test_who_was_lost_and_came_back_and_closed() -> None:
    lost = ended_outcome("lost", "2026-03-03", "2026-03-05", reason="went_cold")
    referral = make_referral(
        outcome=outcome("closed", "2026-03-09", amount=385000, revisit="2027-03-09", earlier=[lost])
    )
    assert story(referral)[1:] == [
        "03-03 outcome: lost: went cold",
        "03-05 outcome: came back",
        "03-09 outcome: closed: $385,000",
        "03-09 deadline: second chance: look again",
    ]


def test_the_next_step_is_told_even_when_it_is_overdue() -> None:
    referral = make_referral(next_step=next_step("2026-03-09", who="maria"))
    assert story(referral)[-1] == "03-09 next_step: next step: collect pay stubs, by maria"


def test_what_is_dated_after_the_day_is_not_told_yet() -> None:
    referral = make_referral(
        contact_attempts=(attempt("2026-03-03 call reached"), attempt("2026-03-20 call reached")),
        application=application("preapproved", preapproved="2026-03-18", expires="2026-06-16"),
    )
    assert story(referral) == [
        "03-02 received: received",
        "03-03 attempt: call: reached",
        "06-16 deadline: pre-approval letter ends",
    ]
