"""A day's counters and score. 2 March 2026 is a Monday."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given

from tests import strategies
from tests.factories import (
    appointment,
    attempt,
    attempts,
    day,
    log,
    make_day,
    make_journal,
    make_partner,
    make_referral,
    make_settings,
    updates,
)
from textual_tracker.analytics.activity.counters import Activity, DayActivity
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings

MONDAY = "2026-03-02"
TODAY = "2026-03-13"
"""A Friday."""

SHARED = make_settings(officers={"ana": "Ana Rivera", "maria": "Maria Soto"}, daily={"calls": 2})


def activity(
    *records: Referral | Partner | Day,
    today: str = TODAY,
    settings: Settings | None = None,
    officer: str | None = None,
) -> Activity:
    return Activity(Snapshot(make_journal(*records, settings=settings), day(today)), officer)


def on(date: str, *records: Referral | Partner | Day, **options: Any) -> DayActivity:
    """What was done on `date`, as of 13 March."""
    return activity(*records, **options).day(day(date))


def counts(date: str, *records: Referral | Partner | Day, **options: Any) -> dict[str, int]:
    """The counters of `date` that are not zero."""
    return {name: number for name, number in on(date, *records, **options).counts.items() if number}


class TestDerived:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("call no_answer", {"calls": 1}),
            ("voicemail left_message", {"calls": 1}),
            ("call reached", {"calls": 1, "conversations": 1}),
            ("call replied", {"conversations": 1}),  # they came to us
            ("voicemail replied", {"conversations": 1}),
            ("text", {}),
            ("text replied", {"conversations": 1}),
            ("in_person reached", {"conversations": 1}),
            ("mail", {"notes": 1}),
            ("email bounced", {}),
        ],
    )
    def test_an_attempt_and_a_touch_of_a_partner(self, line: str, expected: dict[str, int]) -> None:
        assert counts(MONDAY, make_referral(contact_attempts=attempts(f"{MONDAY} {line}"))) == expected
        assert counts(MONDAY, make_partner(touches=attempts(f"{MONDAY} {line}"))) == expected

    @pytest.mark.parametrize(
        ("line", "expected"),
        [("call", {"calls": 1}), ("voicemail", {"calls": 1}), ("mail", {"notes": 1}), ("text", {}), ("in_person", {})],
    )
    def test_an_update_to_a_partner(self, line: str, expected: dict[str, int]) -> None:
        told = make_referral(partner="sarah-chen", partner_updates=updates(f"{MONDAY} {line} thanks"))
        assert counts(MONDAY, told) == expected

    def test_follow_ups_are_attempts_other_than_the_first_by_date(self) -> None:
        tries = attempts("2026-03-04 text", f"{MONDAY} text", "2026-03-03 text")
        referral = make_referral(contact_attempts=tries)
        follow_ups = [on(f"2026-03-{date:02}", referral).counts["follow_ups"] for date in (2, 3, 4)]
        assert follow_ups == [0, 1, 1]

    def test_two_on_the_first_day_are_one_follow_up(self) -> None:
        twice = make_referral(contact_attempts=attempts(f"{MONDAY} call no_answer", f"{MONDAY} text"))
        assert counts(MONDAY, twice) == {"calls": 1, "follow_ups": 1}

    def test_the_first_of_one_day_is_told_by_the_time(self) -> None:
        called, answered = "2026-03-02T09:00 call no_answer", "2026-03-02T08:00 call replied"
        both = make_referral("Pat", MONDAY, contact_attempts=attempts(called, answered))
        assert counts(MONDAY, both) == {"calls": 1, "follow_ups": 1, "conversations": 1}

    def test_without_a_time_it_was_the_first_of_its_day(self) -> None:
        called, answered = "2026-03-02T09:00 call no_answer", "2026-03-02 call replied"
        both = make_referral("Pat", MONDAY, contact_attempts=attempts(called, answered))
        assert counts(MONDAY, both) == {"calls": 1, "follow_ups": 1, "conversations": 1}

    def test_an_answer_is_no_follow_up(self) -> None:
        answered = make_referral(contact_attempts=attempts(f"{MONDAY} text", "2026-03-03 text replied"))
        assert counts("2026-03-03", answered) == {"conversations": 1}

    def test_every_referral_has_a_first_attempt_of_its_own(self) -> None:
        two = [make_referral(name, contact_attempts=attempts("2026-03-03 call")) for name in ("One", "Two")]
        assert counts("2026-03-03", *two) == {"calls": 2}

    def test_appointments_are_counted_when_they_are_agreed(self) -> None:
        meeting = appointment(
            "set",
            set="2026-03-05",
            date="2026-03-20",
            earlier=[appointment("no_show", set=MONDAY, date="2026-03-04")],
        )
        referral = make_referral(appointment=meeting)
        assert counts("2026-03-05", referral) == counts(MONDAY, referral) == {"appointments": 1}
        assert counts("2026-03-04", referral) == {}

    def test_what_is_dated_after_today_has_not_been_done(self) -> None:
        referral = make_referral(contact_attempts=attempts("2026-03-14 call"))
        assert counts("2026-03-14", referral) == {}
        assert counts("2026-03-14", referral, today="2026-03-14") == {"calls": 1}

    def test_a_referral_received_after_today_does_not_exist(self) -> None:
        early = make_referral(received="2026-03-16", contact_attempts=attempts(f"{MONDAY} call"))
        assert counts(MONDAY, early) == {}


class TestTyped:
    CALLED = make_referral(contact_attempts=attempts(f"{MONDAY} call reached", f"{MONDAY} call no_answer"))

    def test_the_larger_of_typed_and_derived(self) -> None:
        assert counts(MONDAY, self.CALLED, make_day(MONDAY, calls=14)) == {
            "calls": 14,
            "follow_ups": 1,
            "conversations": 1,
        }
        assert counts(MONDAY, self.CALLED, make_day(MONDAY, calls=1, follow_ups=0)) == {
            "calls": 2,
            "follow_ups": 1,
            "conversations": 1,
        }

    def test_custom_kinds_are_typed_only(self) -> None:
        settings = make_settings(activities=("open_houses",))
        found = on(MONDAY, make_day(MONDAY, custom=(("open_houses", 2),)), settings=settings)
        assert found.counts["open_houses"] == 2
        assert on("2026-03-03", settings=settings).counts["open_houses"] == 0

    def test_a_day_is_known_by_a_file_or_by_the_records(self) -> None:
        assert on(MONDAY, make_day(MONDAY)).known
        assert on(MONDAY, self.CALLED).known
        assert on(MONDAY, make_referral(contact_attempts=attempts(f"{MONDAY} text"))).known
        assert not on("2026-03-03", self.CALLED).known
        assert counts("2026-03-03", self.CALLED) == {}


class TestScoreAndDone:
    GOALS = make_settings(daily={"calls": 10, "follow_ups": 4, "conversations": 2})

    def test_the_mean_over_the_goals_each_at_most_one(self) -> None:
        found = on(MONDAY, make_day(MONDAY, calls=20, follow_ups=1, conversations=1), settings=self.GOALS)
        assert found.score == pytest.approx((1 + 0.25 + 0.5) / 3)
        assert found.goals == {"calls": 10, "follow_ups": 4, "conversations": 2}

    def test_without_goals_there_is_no_score_and_nothing_is_done(self) -> None:
        found = on(MONDAY, make_day(MONDAY, calls=100, follow_ups=100, notes=100))
        assert found.score is None
        assert not found.done

    def test_a_goal_of_zero_is_none(self) -> None:
        found = on(MONDAY, make_day(MONDAY, calls=1), settings=make_settings(daily={"calls": 1, "notes": 0}))
        assert found.goals == {"calls": 1}
        assert found.score == 1
        assert found.done

    @pytest.mark.parametrize(
        ("counters", "done"),
        [
            ({"calls": 10, "follow_ups": 4}, True),  # conversations are a goal, but not of the streak
            ({"calls": 9, "follow_ups": 4, "conversations": 9}, False),
            ({"calls": 10, "follow_ups": 3}, False),
        ],
    )
    def test_done_when_the_goals_of_the_streak_are_met(self, counters: dict[str, Any], done: bool) -> None:
        assert on(MONDAY, make_day(MONDAY, **counters), settings=self.GOALS).done is done

    def test_the_journal_names_the_goals_of_the_streak(self) -> None:
        settings = make_settings(daily={"calls": 10, "conversations": 2}, streak=("conversations",))
        assert on(MONDAY, make_day(MONDAY, conversations=2), settings=settings).done
        nothing = make_settings(daily={"calls": 10}, streak=("conversations",))
        assert not on(MONDAY, make_day(MONDAY, calls=10), settings=nothing).done

    def test_a_custom_kind_may_be_a_goal(self) -> None:
        settings = make_settings(activities=("open_houses",), daily={"open_houses": 1}, streak=("open_houses",))
        assert on(MONDAY, make_day(MONDAY, custom=(("open_houses", 1),)), settings=settings).done


class TestOfficers:
    def test_by_says_whose_day_it_is_else_the_referrals_officer(self) -> None:
        referral = make_referral(
            officer="ana", contact_attempts=(attempt(f"{MONDAY} call"), attempt(f"{MONDAY} call", by="maria"))
        )
        assert counts(MONDAY, referral, settings=SHARED, officer="ana") == {"calls": 1}
        assert counts(MONDAY, referral, settings=SHARED, officer="maria") == {"calls": 1, "follow_ups": 1}

    def test_updates_touches_and_appointments_too(self) -> None:
        records = (
            make_referral(
                officer="ana",
                partner="sarah-chen",
                partner_updates=(*updates(f"{MONDAY} call"), *updates(f"{MONDAY} mail")),
                appointment=appointment("set", set=MONDAY, date="2026-03-20"),
            ),
            make_partner(touches=(attempt(f"{MONDAY} call", by="maria"),)),
        )
        assert counts(MONDAY, *records, settings=SHARED, officer="ana") == {"calls": 1, "notes": 1, "appointments": 1}
        assert counts(MONDAY, *records, settings=SHARED, officer="maria") == {"calls": 1}

    def test_each_has_files_and_goals_of_their_own(self) -> None:
        files = (make_day(MONDAY, "ana", calls=2), make_day(MONDAY, "maria", calls=1))
        assert on(MONDAY, *files, settings=SHARED, officer="ana").done
        assert not on(MONDAY, *files, settings=SHARED, officer="maria").done
        together = on(MONDAY, *files, settings=SHARED)
        assert together.counts["calls"] == 3
        assert together.goals == {"calls": 4}

    def test_together_a_goal_grows_on_the_day_somebody_begins(self) -> None:
        """Maria joins on the Wednesday; what Ana did by then was enough, and stays so."""
        ana = [make_day(f"2026-03-0{number}", "ana", calls=2) for number in (2, 3, 4, 5)]
        maria = make_day("2026-03-04", "maria", calls=1)
        found = activity(*ana, maria, today="2026-03-05", settings=SHARED)
        days = [found.day(day(f"2026-03-0{number}")) for number in (2, 3, 4, 5)]
        assert [one.goals["calls"] for one in days] == [2, 2, 4, 4]
        assert [one.done for one in days] == [True, True, False, False]
        assert [one.score for one in days] == [1, 1, 0.75, 0.5]

    @pytest.mark.parametrize(
        "maria",
        [
            make_referral(officer="maria", contact_attempts=attempts("2025-03-04 call")),
            make_referral(contact_attempts=(attempt("2026-03-04 call", by="maria"),)),
            make_referral(contact_attempts=(attempt("2025-03-04 call", by="maria"),)),
            make_referral(officer="maria", partner_updates=updates("2025-03-04 text")),
            make_referral(officer="maria", appointment=appointment("set", set="2026-03-04", date="2026-03-20")),
            make_referral(officer="maria", appointment=appointment("set", set="2025-03-04", date="2025-03-20")),
            make_partner(touches=(attempt("2026-03-04 call", by="maria"),)),
            make_day("2026-03-04", "maria", day_off="sick"),
        ],
    )
    def test_whoever_is_known_of_has_begun(self, maria: Referral | Partner | Day) -> None:
        """Lately or long ago, and whatever it was."""
        assert on("2026-03-05", maria, make_day(MONDAY, "ana"), settings=SHARED).goals == {"calls": 4}

    def test_an_officer_who_joins_ends_no_streak(self) -> None:
        """All three days were Ana's alone, whether they say so or lie where a journal of one has them."""
        for officer in ("ana", ""):
            alone = [make_day(f"2026-03-0{number}", officer, calls=2) for number in (2, 3, 4)]
            assert activity(*alone, today="2026-03-04", settings=SHARED).streak() == 3
        typed_too = make_day("2026-03-04", "maria", calls=2)
        alone = [make_day(f"2026-03-0{number}", "ana", calls=2) for number in (2, 3, 4)]
        assert activity(*alone, typed_too, today="2026-03-04", settings=SHARED).streak() == 3

    def test_together_means_what_nobody_claims_too(self) -> None:
        records = (
            make_partner(touches=attempts(f"{MONDAY} call")),
            make_referral(contact_attempts=(attempt(f"{MONDAY} call", by="visitor"),)),
            make_day(MONDAY, "ana", calls=2),
        )
        assert counts(MONDAY, *records, settings=SHARED) == {"calls": 4}
        assert counts(MONDAY, *records, settings=SHARED, officer="ana") == {"calls": 2}

    def test_together_a_day_is_off_where_all_who_are_known_of_have_it_off(self) -> None:
        """Maria is on vacation. Of Ana nothing is known, or a call, or that she is away too."""
        maria = make_day(MONDAY, "maria", day_off="vacation")
        call = make_referral(officer="ana", contact_attempts=attempts(f"{MONDAY} call"))
        nobody = make_partner(touches=attempts(f"{MONDAY} call"))
        assert on(MONDAY, maria, settings=SHARED).day_off
        assert on(MONDAY, maria, nobody, settings=SHARED).day_off
        assert on(MONDAY, maria, make_day(MONDAY, "ana", day_off="sick"), settings=SHARED).day_off
        assert not on(MONDAY, maria, call, settings=SHARED).day_off
        assert not on(MONDAY, maria, make_day(MONDAY, "ana", calls=1), settings=SHARED).day_off
        assert on(MONDAY, maria, call, settings=SHARED, officer="maria").day_off
        assert not on(MONDAY, maria, call, settings=SHARED, officer="ana").day_off

    def test_who_is_off_and_calls_all_the_same_is_off(self) -> None:
        call = make_referral(contact_attempts=attempts(f"{MONDAY} call"))
        assert on(MONDAY, make_day(MONDAY, day_off="vacation"), call).day_off

    def test_in_a_journal_of_one_everything_is_theirs(self) -> None:
        referral = make_referral(contact_attempts=(attempt(f"{MONDAY} call", by="maria"),))
        assert counts(MONDAY, referral) == {"calls": 1}


@given(strategies.journals(), strategies.dates)
def test_any_journal_has_a_streak_and_days(journal: Journal, today: Any) -> None:
    found = Activity(Snapshot(journal, today))
    assert found.streak() == 0  # there are no goals
    for date in strategies.WINDOW[::7]:
        assert found.day(date).known or not any(found.day(date).counts.values())


def test_a_note_in_the_log_counts_for_nothing() -> None:
    assert counts(MONDAY, make_referral(log=log(MONDAY))) == {}


@given(strategies.journals())
def test_a_day_stays_what_it_was_however_long_ago_it_is(journal: Journal) -> None:
    then = Activity(Snapshot(journal, strategies.LAST))
    for later in (25, 75, 390, 450, 900):
        now = Activity(Snapshot(journal, strategies.LAST + dt.timedelta(days=later)))
        assert [now.day(date) for date in strategies.WINDOW] == [then.day(date) for date in strategies.WINDOW]
