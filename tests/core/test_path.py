"""Through which stages a referral went, by its dates."""

import datetime as dt
from itertools import pairwise
from typing import TypeVar

from hypothesis import given
from msgspec.structs import replace

from tests import strategies
from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    ended_application,
    ended_outcome,
    make_referral,
    outcome,
)
from textual_tracker.core.path import Path, cut, folded, path, unfolded
from textual_tracker.core.records import Application, ApplicationFacts, Appointment, AppointmentFacts, Outcome, Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import _date_beside, standing

MeetingFacts = TypeVar("MeetingFacts", bound=AppointmentFacts)
FileFacts = TypeVar("FileFacts", bound=ApplicationFacts)
TODAY = day("2026-03-31")


def told(found: Path) -> list[tuple[str, str, str | None]]:
    """Each spell as (stage, month-day entered, stage that came after it)."""
    return [
        (spell.stage.name, f"{dt.date.fromordinal(spell.entered):%m-%d}", None if spell.to is None else spell.to.name)
        for spell in found
    ]


def stage_on(found: Path, ordinal: int) -> Stage:
    return next(spell.stage for spell in reversed(found) if spell.entered <= ordinal)


def test_a_referral_that_nobody_called_is_where_it_came() -> None:
    assert told(path(make_referral(received="2026-03-02"), TODAY)) == [("received", "03-02", None)]


def test_each_stage_lasts_until_the_evening_on_which_the_next_is_reached() -> None:
    referral = make_referral(
        received="2026-03-02",
        contact_attempts=attempts("2026-03-03 call no_answer", "2026-03-05 call reached"),
        appointment=appointment("held", set="2026-03-05", date="2026-03-09"),
        application=application("submitted", started="2026-03-09", submitted="2026-03-11"),
        outcome=outcome("lost", "2026-03-20", reason="went_cold"),
    )
    assert told(path(referral, TODAY)) == [
        ("received", "03-02", "attempting"),
        ("attempting", "03-03", "appointment_set"),
        ("appointment_set", "03-05", "application_started"),
        ("application_started", "03-09", "application_submitted"),
        ("application_submitted", "03-11", "lost"),
        ("lost", "03-20", None),
    ]


def test_facts_after_today_are_not_known_yet() -> None:
    referral = make_referral(
        received="2026-03-02",
        appointment=appointment("held", set="2026-03-05", date="2026-03-09"),
        outcome=outcome("closed", "2026-03-30"),
    )
    assert told(path(referral, day("2026-03-06"))) == [
        ("received", "03-02", "appointment_set"),
        ("appointment_set", "03-05", None),
    ]


def test_a_contract_that_fell_through_leads_back() -> None:
    referral = make_referral(
        received="2026-01-05",
        application=application(
            "preapproved",
            preapproved="2026-01-12",
            earlier=[ended_application("2026-02-20", under_contract="2026-02-02")],
        ),
    )
    assert told(path(referral, TODAY)) == [
        ("received", "01-05", "preapproved"),
        ("preapproved", "01-12", "in_process"),
        ("in_process", "02-02", "preapproved"),
        ("preapproved", "02-20", None),
    ]


def test_a_return_ends_the_ending() -> None:
    referral = make_referral(
        received="2026-01-05",
        contact_attempts=attempts("2026-01-06 call reached", "2026-03-04 call reached"),
        outcome=outcome(earlier=[ended_outcome("nurture", "2026-01-20", "2026-03-02")]),
    )
    assert told(path(referral, TODAY)) == [
        ("received", "01-05", "contacted"),
        ("contacted", "01-06", "nurture"),
        ("nurture", "01-20", "received"),
        ("received", "03-02", "contacted"),
        ("contacted", "03-04", None),
    ]


def test_a_status_without_a_date_counts_for_nothing() -> None:
    referral = make_referral(
        received="2026-03-02",
        appointment=appointment("held", set="2026-03-05"),
        application=application("preapproved", started="2026-03-10"),
        outcome=outcome("nurture", None),
    )
    assert told(path(referral, TODAY)) == [
        ("received", "03-02", "appointment_set"),
        ("appointment_set", "03-05", "application_started"),
        ("application_started", "03-10", None),
    ]


def test_what_was_reached_before_the_referral_was_received_holds_from_then_on() -> None:
    referral = make_referral(received="2026-03-02", contact_attempts=attempts("2026-02-27 call reached"))
    assert told(path(referral, TODAY)) == [("contacted", "03-02", None)]


def without_undated_statuses(referral: Referral) -> Referral:
    """The record with its dated facts alone; an appointment whose day is unknown was still agreed on its `set`."""
    meeting, file, end = referral.appointment, referral.application, referral.outcome
    return replace(
        referral,
        appointment=replace(dated_meeting(meeting), earlier=tuple(map(dated_meeting, meeting.earlier))),
        application=replace(dated_file(file), earlier=tuple(map(dated_file, file.earlier))),
        outcome=end if end.date is not None else replace(end, status=None),
    )


def dated_meeting(facts: MeetingFacts) -> MeetingFacts:
    beside = facts.set if facts.status in {"set", "cancelled"} else facts.date
    if beside is not None or facts.status in {None, "none"}:
        return facts
    return replace(facts, status=None if facts.set is None else "set")


def dated_file(facts: FileFacts) -> FileFacts:
    return facts if facts.status is None or _date_beside(facts) is not None else replace(facts, status=None)


def without_earlier(referral: Referral) -> Referral:
    """The ordinary record, which is told without asking for each day."""
    bare: dict[str, tuple[()]] = {"earlier": ()}
    meeting: Appointment = replace(referral.appointment, **bare)
    file: Application = replace(referral.application, **bare)
    end: Outcome = replace(referral.outcome, **bare)
    return replace(referral, appointment=meeting, application=file, outcome=end)


def agrees(referral: Referral, today: dt.date) -> None:
    """The path says of each day what the standing of that day says."""
    bare = without_undated_statuses(referral)
    found = path(referral, today)
    assert found[0].entered == referral.received.toordinal()
    for ordinal in range(referral.received.toordinal(), today.toordinal() + 1):
        assert stage_on(found, ordinal) is standing(bare, dt.date.fromordinal(ordinal)).stage


@given(strategies.seen)
def test_the_path_is_the_standing_of_every_day(seen: tuple[Referral, dt.date]) -> None:
    agrees(*seen)


@given(strategies.seen)
def test_so_it_is_for_an_ordinary_record(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    agrees(without_earlier(referral), today)


@given(strategies.seen)
def test_the_spells_follow_one_another(seen: tuple[Referral, dt.date]) -> None:
    found = path(*seen)
    assert found[-1].left is None
    for spell, following in pairwise(found):
        assert (spell.left, spell.to) == (following.entered, following.stage)
        assert spell.entered < following.entered
        assert spell.stage is not following.stage


@given(strategies.seen, strategies.dates)
def test_the_path_of_an_earlier_day_is_the_path_cut_there(seen: tuple[Referral, dt.date], earlier: dt.date) -> None:
    referral, today = seen
    if referral.received <= earlier <= today:
        assert cut(path(referral, today), earlier.toordinal()) == path(referral, earlier)


@given(strategies.seen)
def test_what_is_kept_of_a_path_is_all_of_it(seen: tuple[Referral, dt.date]) -> None:
    kept = folded(path(*seen))
    assert unfolded(kept) == path(*seen)
    assert len(kept) == 4 * len(path(*seen))


def test_before_it_was_received_a_referral_has_no_path() -> None:
    referral = make_referral(received="2026-03-02")
    assert cut(path(referral, TODAY), day("2026-03-01").toordinal()) == ()


@given(strategies.seen)
def test_undated_statuses_make_no_difference(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    assert path(referral, today) == path(without_undated_statuses(referral), today)
