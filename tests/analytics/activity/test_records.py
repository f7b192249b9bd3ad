"""The records behind a day's counters."""

import datetime as dt
from typing import Any

from hypothesis import given

from tests import strategies
from tests.factories import (
    appointment,
    attempt,
    attempts,
    day,
    make_day,
    make_journal,
    make_partner,
    make_referral,
    make_settings,
    updates,
)
from textual_tracker.analytics.activity.counters import Activity
from textual_tracker.analytics.activity.records import DayRecord, DayRecords
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.journal import Journal

MONDAY = day("2026-03-02")
TODAY = day("2026-03-10")


def found(*records: Any, **settings: Any) -> DayRecords:
    return DayRecords(Snapshot(make_journal(*records, settings=make_settings(**settings)), TODAY), MONDAY)


def test_what_was_recorded_of_a_day_stands_in_the_order_of_its_hours() -> None:
    dana = make_referral(
        contact_attempts=(
            attempt("2026-03-02 voicemail left_message", note="try after six"),
            attempt("2026-03-02T10:15 call no_answer"),
            attempt("2026-03-03 call reached"),
        ),
        partner="sarah-chen",
        partner_updates=updates("2026-03-02 text contacted"),
        appointment=appointment("set", set="2026-03-02", date="2026-03-12"),
    )
    sarah = make_partner(touches=attempts("2026-03-02T09:00 in_person reached"))
    assert [(record.time, record.name, record.what) for record in found(dana, sarah).on(MONDAY)] == [
        (dt.time(9), "Sarah Chen", "in person: reached"),
        (dt.time(10, 15), "Dana Ortiz", "call: no answer"),
        (None, "Dana Ortiz", "voicemail: left message; try after six"),
        (None, "Dana Ortiz", "appointment agreed for Thu 12 Mar 2026"),
        (None, "Sarah Chen", "told of Dana Ortiz: contacted (text)"),
    ]


def test_a_word_to_nobody_in_particular_was_one_to_the_partner() -> None:
    dana = make_referral(partner_updates=updates("2026-03-02"))
    assert found(dana).on(MONDAY) == [DayRecord(None, "the partner", "told of Dana Ortiz", "")]


def test_each_officer_has_their_own() -> None:
    dana = make_referral(
        officer="ana", contact_attempts=(attempt("2026-03-02 call"), attempt("2026-03-02 text", by="maria"))
    )
    records = found(dana, officers={"ana": "Ana Rivera", "maria": "Maria Soto"})
    assert [record.what for record in records.on(MONDAY, "ana")] == ["call"]
    assert [record.what for record in records.on(MONDAY, "maria")] == ["text"]
    assert len(records.on(MONDAY)) == 2
    assert records.shown(MONDAY, "ana")["calls"] == 1
    assert records.shown(MONDAY, "maria")["calls"] == 0


def test_what_the_records_show_is_without_what_was_typed() -> None:
    dana = make_referral(contact_attempts=attempts("2026-02-27 call", "2026-03-02 call reached", "2026-03-03 call"))
    shown = found(dana, make_day("2026-03-02", calls=14)).shown(MONDAY)
    assert (shown["calls"], shown["follow_ups"], shown["conversations"], shown["notes"]) == (1, 1, 1, 0)


def test_what_lies_ahead_or_before_the_first_day_is_not_there() -> None:
    dana = make_referral(contact_attempts=attempts("2026-02-27 call", "2026-03-11 call"))
    records = found(dana)
    assert records.on(day("2026-02-27")) == records.on(day("2026-03-11")) == []


@given(strategies.journals(), strategies.dates)
def test_a_counter_is_the_larger_of_what_was_typed_and_what_the_records_show(journal: Journal, today: dt.date) -> None:
    snapshot = Snapshot(journal, today)
    activity, records = Activity(snapshot), DayRecords(snapshot, strategies.FIRST)
    typed = {one.date for one in journal.days.values()}
    for date in strategies.WINDOW:
        if date <= today and date not in typed:
            assert records.shown(date) == activity.day(date).counts


def test_a_referral_that_is_gone_from_the_journal_is_gone_from_its_days() -> None:
    dana = make_referral(contact_attempts=attempts("2026-03-02 call"))
    lee = make_referral("Lee Ortiz", contact_attempts=attempts("2026-03-03 call"))
    before = Snapshot(make_journal(dana, lee), TODAY)
    assert len(DayRecords(before, MONDAY).on(MONDAY)) == 1
    records = DayRecords(Snapshot(make_journal(lee), TODAY, before), MONDAY)
    assert records.on(MONDAY) == []
    assert records.shown(MONDAY)["calls"] == 0
    assert [record.name for record in records.on(day("2026-03-03"))] == ["Lee Ortiz"]
