"""What was known on each evening."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.analytics.forecast.pasts import TODAY, after, ended, snapshot, waiting
from tests.factories import application, appointment, attempts, day, ended_outcome, make_journal, make_referral, outcome
from textual_tracker.analytics.forecast.hazards import CLOSED, ENDED, OLDEST
from textual_tracker.analytics.forecast.history import Evening, History, paths
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.journal import Journal
from textual_tracker.core.path import path
from textual_tracker.core.records import AppointmentFacts, Referral
from textual_tracker.core.stages import Stage

RECEIVED, CONTACTED = Stage.received, Stage.contacted


def evenings(now: Snapshot, *days: str) -> list[Evening]:
    """Those of the days, and today's."""
    return list(History(now, paths(now), [day(each).toordinal() for each in days]).evenings())


def today(*referrals: Referral) -> Evening:
    return evenings(snapshot(*referrals))[-1]


def lasted(evening: Evening, stage: Stage, way: int | None) -> list[int]:
    """How many days those who left by that way stayed; `None`: those who are still there, so far."""
    seen = evening.counts[stage]
    counts = seen.stayed if way is None else seen.left.get(way, ())
    return [age for age, count in enumerate(counts) for _ in range(count)]


def test_a_spell_is_over_on_the_evening_on_which_the_next_began() -> None:
    referral = make_referral(
        received="2026-01-05",
        contact_attempts=attempts("2026-01-08 call reached"),
        outcome=outcome("lost", "2026-01-20", reason="went_cold"),
    )
    before, on_the_day, now = evenings(snapshot(referral), "2026-01-07", "2026-01-08")
    assert lasted(before, RECEIVED, None) == [2]
    assert [(one.stage, one.age) for one in before.waiting] == [(RECEIVED, 2)]
    assert lasted(on_the_day, RECEIVED, CONTACTED) == [3]
    assert [(one.stage, one.age) for one in on_the_day.waiting] == [(CONTACTED, 0)]
    assert lasted(now, CONTACTED, ENDED) == [12]
    assert now.waiting == []


def test_ages_are_working_days_and_the_calendar_s_are_kept_to_be_shown() -> None:
    # Received on a Friday, called on the Monday after; on Tuesday 10 March it has been there for a day.
    referral = make_referral(received="2026-03-06", contact_attempts=attempts("2026-03-09 call reached"))
    waits = make_referral("Waits", received="2026-03-06")
    now = evenings(Snapshot(make_journal(referral, waits), TODAY))[-1]
    assert lasted(now, RECEIVED, CONTACTED) == [1]
    assert lasted(now, RECEIVED, None) == [2]
    assert [(one.stage, one.age, one.days) for one in now.waiting] == [(CONTACTED, 1, 1), (RECEIVED, 2, 4)]


def test_what_happens_on_a_weekend_took_a_day() -> None:
    saturday = make_referral(received="2026-03-06", contact_attempts=attempts("2026-03-07 call reached"))
    now = evenings(Snapshot(make_journal(saturday), TODAY))[-1]
    assert lasted(now, RECEIVED, CONTACTED) == [1]


def test_a_new_appointment_is_no_new_stay() -> None:
    """The hazards are those of whole stays, so the age is that of the whole stay too, then and now."""
    referral = make_referral(
        received="2026-02-02",
        appointment=appointment(
            "set",
            set="2026-02-20",
            date="2026-03-20",
            earlier=[AppointmentFacts(status="no_show", set=day("2026-02-06"), date=day("2026-02-19"))],
        ),
    )
    before, now = evenings(snapshot(referral), "2026-03-09")
    assert [(one.stage, one.age) for one in before.waiting] == [(Stage.appointment_set, 31)]
    assert [(one.stage, one.age, one.days) for one in now.waiting] == [(Stage.appointment_set, 32, 18)]


def test_nurture_ends_it_like_a_loss_but_is_not_decided() -> None:
    now = today(ended(1, 9, "nurture"), ended(2, 9, "lost"), ended(3, 7, "closed"))
    assert lasted(now, RECEIVED, ENDED) == [9, 9]
    assert lasted(now, RECEIVED, CLOSED) == [7]
    assert now.decided == 2


def test_a_return_is_a_new_arrival() -> None:
    referral = make_referral(
        received="2026-01-05",
        contact_attempts=attempts("2026-02-10 call reached"),
        outcome=outcome(earlier=[ended_outcome("lost", "2026-01-20", "2026-02-09", reason="not_ready")]),
    )
    before, now = evenings(snapshot(referral), "2026-02-01")
    assert before.starts == [(day("2026-01-05").toordinal(), RECEIVED)]
    assert before.decided == 1
    assert now.starts[1:] == [(day("2026-02-09").toordinal(), RECEIVED)]
    assert now.decided == 0
    assert lasted(now, RECEIVED, ENDED) == [15]
    assert lasted(now, RECEIVED, CONTACTED) == [1]
    assert lasted(now, CONTACTED, None) == [28]


def test_a_closing_counts_for_every_stage_on_the_way() -> None:
    referral = make_referral(
        received="2026-01-05",
        contact_attempts=attempts("2026-01-08 call reached"),
        outcome=outcome("closed", "2026-02-20", amount=400_000),
    )
    before, now = evenings(snapshot(referral), "2026-02-19")
    assert (before.closings, before.closings_from) == ([], {})
    assert [(one.day, one.amount) for one in now.closings] == [(day("2026-02-20").toordinal(), 400_000)]
    assert now.closings_from == {RECEIVED: 1, CONTACTED: 1}


def test_the_slips_of_a_closing_are_counted_from_each_day_on_which_it_was_expected() -> None:
    closed = ended(1, 50, "closed", application=application(expected_close=after(47)))
    assert today(closed).closings[0].slips == (3,)


def test_who_turned_out_to_be_no_referral_arrived_and_was_lost_but_decides_nothing() -> None:
    duplicate = make_referral(received="2026-01-05", outcome=outcome("lost", "2026-01-07", reason="duplicate"))
    before, now = evenings(snapshot(duplicate), "2026-01-06")
    assert [one.stage for one in before.waiting] == [RECEIVED]
    assert len(now.starts) == 1
    assert lasted(now, RECEIVED, ENDED) == [2]
    assert now.decided == 0


def test_records_in_error_are_left_out() -> None:
    now = today(waiting(1, 5, faulty=True), waiting(2, 5, stale=True))
    assert (now.waiting, now.starts) == ([], [])


def test_one_officer_s_referrals_alone() -> None:
    now = snapshot(waiting(1, 5, officer="ana"), waiting(2, 5, officer="maria"), waiting(3, 5))
    assert list(paths(now, "ana")) == [f"{after(-5, TODAY)}-open-1"]
    assert len(paths(now)) == 3


def test_an_undated_status_counts_today_and_not_in_the_past() -> None:
    referral = make_referral(received="2026-02-20", appointment=appointment("held"))
    before, now = evenings(snapshot(referral), "2026-03-01")
    assert [(one.stage, one.age) for one in before.waiting] == [(RECEIVED, 9)]
    assert [(one.stage, one.age) for one in now.waiting] == [(Stage.appointment_held, None)]
    # When it left received is unknown, so nothing is counted of it there.
    assert lasted(now, RECEIVED, None) == []


def test_who_was_put_into_nurture_on_an_unknown_day_is_not_open() -> None:
    assert today(make_referral(received="2026-02-20", outcome=outcome("nurture"))).waiting == []


def test_the_day_that_is_expected_is_today_what_is_written_and_in_the_past_what_was_moved() -> None:
    referral = make_referral(
        received="2026-01-05",
        application=application("in_process", under_contract="2026-02-02", expected_close=after(300)),
    )
    before, now = evenings(snapshot(referral), "2026-03-01")
    assert before.waiting[0].expected_close is None
    assert now.waiting[0].expected_close == day(after(300))


def test_days_beyond_the_oldest_age_are_added_up() -> None:
    now = today(ended(1, OLDEST + 5, "lost"), waiting(2, OLDEST + 7))
    assert now.counts[RECEIVED].beyond == 5 + 7
    assert lasted(now, RECEIVED, ENDED) == [OLDEST + 1]


@given(st.lists(strategies.referrals, max_size=4), st.lists(strategies.dates, max_size=3, unique=True))
def test_an_evening_is_as_it_would_have_been_told_then(referrals: list[Referral], days: list[dt.date]) -> None:
    """Seen from a later day, a past evening is what that evening would have said, but for undated statuses."""
    journal = Journal(referrals={referral.id: referral for referral in referrals})
    later = Snapshot(journal, strategies.LAST)
    for past in sorted(each for each in days if each != strategies.LAST):
        then = Snapshot(journal, past)
        seen, *_ = History(later, paths(later), [past.toordinal()]).evenings()
        (known,) = History(then, paths(then), []).evenings()
        assert seen.starts == known.starts
        assert seen.closings_from == known.closings_from
        assert [(one.day, one.amount) for one in seen.closings] == [(one.day, one.amount) for one in known.closings]
        assert {stage: one.left for stage, one in seen.counts.items()} == {
            stage: one.left for stage, one in known.counts.items()
        }


@given(strategies.seen)
def test_a_path_that_was_kept_is_the_path(seen: tuple[Referral, dt.date]) -> None:
    referral, on = seen
    kept = paths(Snapshot(make_journal(referral), on))
    assert dict(kept) == ({} if referral.faulty or referral.stale else {referral.id: path(referral, on)})
    assert (referral.id in kept) == bool(len(kept))
