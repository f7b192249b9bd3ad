"""What moved in the week of Monday 2 March 2026."""

from typing import Any

import pytest

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    ended_application,
    make_journal,
    make_referral,
    move,
    outcome,
)
from textual_tracker.analytics.results.cohort import everyone
from textual_tracker.analytics.review.moved import MILESTONES, ORDER, moves
from textual_tracker.analytics.review.words import SAID
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window

WEEK = Window(day("2026-03-02"), day("2026-03-08"))


def moved(**facts: Any) -> list[tuple[str, str]]:
    referral = make_referral(received="2026-01-05", **facts)
    snapshot = Snapshot(make_journal(referral), day("2026-03-10"))
    return [(str(one.date), one.what) for one in moves(everyone(snapshot), WEEK)]


def test_only_the_first_talk_is_one() -> None:
    calls = ("2026-03-02 call left_message", "2026-03-03 call reached", "2026-03-04 text replied")
    assert moved(contact_attempts=attempts(*calls)) == [("2026-03-03", "contacted")]
    assert moved(contact_attempts=attempts("2026-02-27 call reached", *calls)) == []


def test_an_appointment_when_it_was_agreed_and_what_became_of_it() -> None:
    meeting = appointment(
        "held",
        set="2026-03-04",
        date="2026-03-06",
        earlier=[appointment("no_show", set="2026-02-27", date="2026-03-03")],
    )
    assert moved(appointment=meeting) == [
        ("2026-03-03", "no_show"),
        ("2026-03-04", "appointment_set"),
        ("2026-03-06", "appointment_held"),
    ]
    assert moved(appointment=appointment("set", date="2026-03-06")) == []


@pytest.mark.parametrize("milestone", MILESTONES)
def test_each_milestone_of_an_application(milestone: str) -> None:
    assert moved(application=application(**{milestone: "2026-03-05"})) == [("2026-03-05", milestone)]
    assert moved(application=application(**{milestone: "2026-03-09"})) == []


def test_what_ended_and_what_was_put_off() -> None:
    facts = application(
        "preapproved",
        preapproved="2026-02-02",
        earlier=[
            ended_application("2026-03-03", "in_process", under_contract="2026-02-10"),
            ended_application("2026-03-04", "withdrawn"),
        ],
        moved=[move("2026-03-05"), move("2026-03-05", "lock_expires")],
    )
    assert moved(application=facts) == [
        ("2026-03-03", "fell_through"),
        ("2026-03-04", "application_ended"),
        ("2026-03-05", "date_moved"),
    ]


def test_those_who_were_no_referrals_did_not_move() -> None:
    assert moved(
        contact_attempts=attempts("2026-03-03 call reached"), outcome=outcome("lost", "2026-03-04", reason="duplicate")
    ) == []  # fmt: skip


def test_everything_has_a_name() -> None:
    assert set(SAID) == set(ORDER)
