"""Every value of the results, counted by hand on the small journal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from tests.analytics.results.small import DANA, JO, KAI, RAVI, SAM, SMALL, found, of
from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    make_journal,
    make_referral,
    make_settings,
    outcome,
)
from textual_tracker.analytics.results.months import MonthSnapshot
from textual_tracker.analytics.results.words import closing_line
from textual_tracker.analytics.statistics.median import Median
from textual_tracker.analytics.statistics.rate import Rate, rate_of
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage

SMALL_RESULTS = found()


def shares(rate: Rate | None) -> tuple[int, int] | None:
    return None if rate is None else (rate.hits, rate.n)


def test_who_is_counted_and_what_became_of_them() -> None:
    value = SMALL_RESULTS
    assert [member.referral.name for member in value.members] == [
        "Dana Ortiz", "Lee Park", "Kai Brooks", "Jo Hale", "Ravi Shah",
    ]  # fmt: skip
    assert (value.received, value.closed, value.lost, value.open, value.nurture) == (5, 1, 2, 1, 1)
    assert value.faulty == (SAM,)
    assert value.no_referrals == 1


def test_the_last_good_version_of_a_file_that_cannot_be_read_is_left_out_too() -> None:
    gone = make_referral("Old Version", "2026-02-12", source="online", stale=True)
    assert (of(gone).received, of(gone).faulty, of(gone).no_referrals) == (0, (gone,), 0)


def test_the_close_rates() -> None:
    """Kai was lost to qualification, which no officer could have kept."""
    rates = SMALL_RESULTS.close_rates
    assert (shares(rates.decided), shares(rates.so_far), shares(rates.controllable)) == ((1, 3), (1, 5), (1, 2))


def test_the_funnel() -> None:
    """Kai's application skipped the appointment. Ravi and Jo may still come further."""
    assert [(step.stage.name, step.reached, step.undecided) for step in SMALL_RESULTS.funnel] == [
        ("received", 5, 0),
        ("attempting", 4, 1),
        ("contacted", 3, 1),
        ("appointment_set", 2, 2),
        ("appointment_held", 2, 2),
        ("application_started", 2, 2),
        ("application_submitted", 2, 2),
        ("preapproved", 1, 2),
        ("in_process", 1, 2),
        ("clear_to_close", 1, 2),
        ("closed", 1, 2),
    ]
    assert [shares(step.from_received) for step in SMALL_RESULTS.funnel[:4]] == [(5, 5), (4, 5), (3, 5), (2, 5)]
    assert [shares(step.from_previous) for step in SMALL_RESULTS.funnel[:4]] == [None, (4, 5), (3, 4), (2, 3)]
    assert SMALL_RESULTS.funnel[-1].from_received == rate_of(1, 5)


def test_why_not() -> None:
    assert [(loss.reason, loss.cause, loss.count) for loss in SMALL_RESULTS.losses] == [
        ("never_reached", "follow-up", 1),
        ("denied_credit", "qualification", 1),
    ]
    assert [(cause.cause, cause.count) for cause in SMALL_RESULTS.causes] == [("follow-up", 1), ("qualification", 1)]


def test_by_source_which_is_the_partners_type_where_none_is_written() -> None:
    assert [(row.key, row.received, row.closed, row.lost) for row in SMALL_RESULTS.by_source] == [
        ("real_estate_agent", 2, 1, 1),
        ("builder", 1, 0, 1),
        ("online", 1, 0, 0),
        ("past_client", 1, 0, 0),
    ]


def test_by_partner_whoever_has_shown_most_comes_first_and_whoever_has_nobody_last() -> None:
    """Both partners have fewer than three decided, and the prior is flat: Beta(2, 2) of Chen, Beta(1, 2) of Tran."""
    rows = SMALL_RESULTS.by_partner
    assert [(row.key, row.closed, row.decided) for row in rows] == [
        ("sarah-chen", 1, 2),
        ("mike-tran", 0, 1),
        (None, 0, 0),
    ]
    chen, tran, nobody = (row.ranked for row in rows)
    assert chen is not None
    assert (chen.mean, chen.is_few) == (0.5, True)
    assert chen.low == pytest.approx(beta.ppf(0.1, 2, 2))
    assert tran is not None
    assert tran.low == pytest.approx(beta.ppf(0.1, 1, 2))
    assert nobody is None


def test_days_in_stage() -> None:
    """Contacted: Dana 1 (to the appointment), Kai 7 (to the application), Jo 9 (to nurture).

    Received: Dana and Kai were reached at once, Lee was tried after 2 days and Jo reached after 1; Ravi has waited 1.
    """
    times = {time.stage.name: time for time in SMALL_RESULTS.stage_times}
    assert list(times) == [step.stage.name for step in SMALL_RESULTS.funnel[:-1]]
    contacted, received = times["contacted"], times["received"]
    assert (contacted.median_days, contacted.n, contacted.waiting) == (7, 3, 0)
    assert (received.median_days, received.n, received.waiting) == (1, 5, 1)
    assert (times["appointment_set"].median_days, times["appointment_set"].n) == (1, 1)
    assert (times["preapproved"].median_days, times["preapproved"].n) == (None, 0)


def test_a_stage_that_ended_on_a_day_nobody_knows_is_no_stay() -> None:
    """The appointment was held some day: how long it was contacted before cannot be told."""
    held = make_referral(
        "No Day", "2026-02-02", contact_attempts=attempts("2026-02-04 call reached"), appointment=appointment("held")
    )
    times = {time.stage.name: (time.n, time.waiting) for time in of(held).stage_times}
    assert times["received"] == (1, 0)
    assert times["contacted"] == (0, 0)
    assert times["appointment_held"] == (0, 0)


def test_a_stage_that_is_passed_within_a_day_is_a_stay_of_none_and_one_that_is_skipped_is_not() -> None:
    """Called, reached and the appointment set, all on the day; then straight to the application."""
    quick = make_referral(
        "Quick One",
        "2026-02-02",
        contact_attempts=attempts("2026-02-02T09:00 call no_answer", "2026-02-02T15:00 call reached"),
        appointment=appointment("set", set="2026-02-02", date="2026-02-09"),
        application=application("submitted", started="2026-02-05", submitted="2026-02-05"),
        outcome=outcome("lost", "2026-02-06", reason="not_ready"),
    )
    times = {time.stage.name: (time.median_days, time.n) for time in of(quick).stage_times if time.n}
    assert times == {
        "received": (0, 1),
        "attempting": (0, 1),
        "contacted": (0, 1),
        "appointment_set": (3, 1),
        "application_started": (0, 1),
        "application_submitted": (1, 1),
    }


def test_whoever_was_lost_on_the_day_they_came_was_received_for_no_day() -> None:
    gone = make_referral("Gone", "2026-02-02", outcome=outcome("lost", "2026-02-02", reason="not_ready"))
    times = of(gone).stage_times
    assert (times[0].median_days, times[0].n) == (0, 1)
    assert sum(time.n for time in times) == 1


def test_half_of_a_stage_is_told_only_once_half_have_left() -> None:
    reached = attempts("2026-03-01 call reached")
    there = [make_referral(f"There {n}", "2026-03-01", contact_attempts=reached) for n in range(2)]
    gone = make_referral(
        "Gone", "2026-03-01", contact_attempts=reached, outcome=outcome("lost", "2026-03-04", reason="not_ready")
    )
    time = of(*there, gone).stage_times[2]
    assert (time.stage, time.median_days, time.n, time.waiting) == (Stage.contacted, None, 3, 2)
    assert of(there[0], gone).stage_times[2].median_days == 3


def test_where_everybody_has_left_a_stage_it_is_the_ordinary_median() -> None:
    """After 1, 2, 5 and 8 days: between the middle two, 3.5. With one more still there, half have left after 5."""
    reached = attempts("2026-03-01 call reached")
    gone = [
        make_referral(
            f"Gone {n}", "2026-03-01", contact_attempts=reached, outcome=outcome("lost", on, reason="not_ready")
        )
        for n, on in enumerate(("2026-03-02", "2026-03-03", "2026-03-06", "2026-03-09"))
    ]
    there = make_referral("There", "2026-03-01", contact_attempts=reached)
    assert of(*gone).stage_times[2].median_days == 3.5
    assert of(*gone, there).stage_times[2].median_days == 5


def test_the_columns_of_a_row() -> None:
    agent = SMALL_RESULTS.by_source[0]
    assert (agent.contacted, agent.appointments_held, agent.applications, agent.open, agent.nurture) == (1, 1, 1, 0, 0)
    assert (agent.amount, agent.median_days, shares(agent.close_rate)) == (300_000, 42, (1, 2))


def test_by_month_every_month_has_a_row() -> None:
    rows = SMALL_RESULTS.by_month
    assert [row.key for row in rows][:2] == ["2025-03", "2025-04"]
    assert len(rows) == 13
    assert [(row.key, row.received, row.closed) for row in rows[-3:]] == [
        ("2026-01", 2, 1), ("2026-02", 2, 0), ("2026-03", 1, 0),
    ]  # fmt: skip


def test_speed() -> None:
    """Dana and Kai at once, Jo a day later, Lee after two working days; Ravi has waited for one, so not yet."""
    speed = SMALL_RESULTS.speed
    assert (speed.to_first_attempt.value, speed.to_first_attempt.n) == (0.5, 4)
    assert shares(speed.within_one) == (3, 4)


def test_attempts_of_those_never_reached() -> None:
    """Lee twice, Ravi never; Lee was given up."""
    attempts = SMALL_RESULTS.attempts
    assert (attempts.never_reached, attempts.per_referral, shares(attempts.gave_up_early)) == (2, 1.0, (1, 1))


CLOSED_BEFORE = make_referral(
    "Before Coming", "2026-01-15", partner="mike-tran", outcome=outcome("closed", "2026-01-02")
)


def test_a_closing_before_anybody_came_is_in_no_median() -> None:
    value = of(DANA, CLOSED_BEFORE)
    assert (value.closed, value.days_to_close) == (2, Median(42, 1))
    assert {row.key: row.median_days for row in value.by_partner} == {"mike-tran": None, "sarah-chen": 42}
    assert closing_line(value) == "from received to closing 42 days (median of 1 of 2 closed)"
    assert closing_line(of(CLOSED_BEFORE)) == ""


def test_days_to_close() -> None:
    assert (SMALL_RESULTS.days_to_close.value, SMALL_RESULTS.days_to_close.n) == (42, 1)


def test_the_ratios_are_over_the_window_whenever_somebody_came() -> None:
    """Calls: 1, 1, 1 recorded in January, 9 and 7 typed. Conversations: Dana, 4 typed with Kai's, Jo.

    Uma came before the window and closed in it.
    """
    ratios = SMALL_RESULTS.ratios
    assert [(one.numerator, one.denominator) for one in (
        ratios.calls_per_conversation, ratios.conversations_per_appointment, ratios.appointments_per_application,
        ratios.applications_per_closing, ratios.calls_per_closing,
    )] == [(19, 6), (6, 2), (2, 3), (3, 2), (19, 2)]  # fmt: skip
    assert ratios.calls_per_closing.value == 9.5


def test_a_week_has_what_was_done_and_what_came_of_it() -> None:
    weeks = {week.start: week for week in SMALL_RESULTS.weekly}
    first, last = SMALL_RESULTS.weekly[0], SMALL_RESULTS.weekly[-1]
    assert (first.start, first.applications) == (day("2025-03-31"), 1)
    assert last.start == day("2026-03-09")
    monday = weeks[day("2026-02-02")]
    assert (monday.calls, monday.conversations, monday.appointments) == (16, 4, 1)
    assert weeks[day("2026-02-16")].closings == 1
    assert weeks[day("2026-02-09")].applications == 1
    assert sum(week.calls for week in SMALL_RESULTS.weekly) == 19


@pytest.mark.parametrize(
    ("start", "end", "received"), [("2026-02-01", "2026-02-28", 2), ("2026-01-05", "2026-01-05", 1)]
)
def test_the_window_takes_both_of_its_days(start: str, end: str, received: int) -> None:
    assert found(start=start, end=end).received == received


def test_facts_are_as_of_today_whatever_the_window() -> None:
    """Dana, received on 5 January, closed on 16 February: in the results of January."""
    assert found(start="2026-01-01", end="2026-01-31").closed == 1
    assert found(start="2026-01-01", end="2026-01-31", today="2026-02-15").closed == 0


def test_an_officers_own() -> None:
    shared = make_journal(
        make_referral("Ana's Own", "2026-02-02", source="online", officer="ana"),
        make_referral("Maria's Own", "2026-02-03", officer="maria", outcome=outcome("closed", "2026-03-02")),
        make_referral("Nobody's Own", "2026-02-04", source="online"),
        settings=make_settings(officers={"ana": "Ana Rivera", "maria": "Maria Soto"}),
    )
    assert [(row.key, row.received) for row in found(shared).by_officer] == [("ana", 1), ("maria", 1), (None, 1)]
    hers = found(shared, officer="maria")
    assert (hers.received, hers.closed, hers.ratios.calls_per_closing.denominator) == (1, 1, 1)
    assert found(shared, officer="ana").ratios.calls_per_closing.denominator == 0


def growing() -> list[MonthSnapshot]:
    """10, 20 and 40 received a month, of which half close two months later to the day."""
    people = []
    for month, many in ((1, 10), (2, 20), (3, 40)):
        for number in range(many):
            closes = outcome("closed", f"2026-{month + 2:02d}-05") if number % 2 else outcome()
            people.append(
                make_referral(f"Person {month}-{number}", f"2026-{month:02d}-05", source="online", outcome=closes)
            )
    journal = make_journal(*people)
    return list(found(journal, start="2026-01-01", end="2026-03-31", today="2026-03-31").snapshots)


def test_the_snapshot_lies_under_the_close_rate_while_a_business_grows() -> None:
    third = growing()[2]
    assert (third.month, third.closed, third.received, third.share) == ("2026-03", 5, 40, 0.125)
    assert [month.share for month in growing()[:2]] == [0, 0]


def test_a_month_in_which_nobody_came_has_no_share() -> None:
    assert of(JO).snapshots[0].share is None


def test_a_journal_without_referrals() -> None:
    empty = of()
    assert (empty.received, empty.decided, empty.members) == (0, 0, ())
    assert empty.close_rates.decided is None
    assert [step.reached for step in empty.funnel] == [0] * 11
    assert all(step.from_received is None and step.from_previous is None for step in empty.funnel)
    assert (empty.losses, empty.by_source, empty.by_partner, empty.weekly) == ((), (), (), ())
    assert (empty.speed.to_first_attempt.value, empty.speed.within_one) == (None, None)
    assert (empty.attempts.per_referral, empty.ratios.calls_per_closing.value) == (None, None)


def test_one_open_referral_has_no_close_rate() -> None:
    one = of(RAVI)
    assert (one.close_rates.decided, shares(one.close_rates.so_far), one.open) == (None, (0, 1), 1)


def test_all_lost() -> None:
    assert shares(of(KAI).close_rates.decided) == (0, 1)
    assert of(KAI).close_rates.controllable is None


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_the_ends_of_the_calendar_and_a_leap_day(today: str) -> None:
    one = of(make_referral("Early Bird", today, source="online"), today=today)
    assert (one.received, one.by_month[-1].key) == (1, today[:7])


def test_without_a_working_day_nobody_waits() -> None:
    journal = make_journal(RAVI, KAI, settings=make_settings(working_days=()))
    assert shares(found(journal).speed.within_one) == (1, 1)


def referral_of(
    number: int, fate: str, channel: str | None, meeting: str | None, file: str | None, partner: str | None
) -> Referral:
    """Somebody who came so far, and whom this became of."""
    endings = {
        "open": outcome(),
        "nurture": outcome("nurture", "2026-03-05", revisit="2026-09-01"),
        "closed": outcome("closed", "2026-03-05", amount=100_000),
        "lost": outcome("lost", "2026-03-05", reason="not_ready"),
        "duplicate": outcome("lost", "2026-03-05", reason="duplicate"),
    }
    return make_referral(
        f"Person {number}",
        f"2026-02-{number + 1:02d}",
        partner=partner,
        contact_attempts=attempts(f"2026-03-01 {channel} reached") if channel else (),
        appointment=appointment(meeting),
        application=application(file),
        outcome=endings[fate],
    )


FATES = st.sampled_from(["open", "nurture", "closed", "lost", "duplicate"])


@given(
    people=st.lists(st.tuples(FATES, st.sampled_from(["call", None]), st.sampled_from([None, "held", "set"]),
                              st.sampled_from([None, "started", "submitted", "preapproved"]),
                              st.sampled_from([None, "sarah-chen", "mike-tran"])), max_size=25)
)  # fmt: skip
def test_what_holds_of_any_journal(people: list[tuple[str, str | None, str | None, str | None, str | None]]) -> None:
    value = of(*(referral_of(number, *person) for number, person in enumerate(people)))
    reached = [step.reached for step in value.funnel]
    assert reached == sorted(reached, reverse=True)
    assert all(step.reached + step.undecided <= value.received for step in value.funnel)
    assert value.received == value.closed + value.lost + value.open + value.nurture == len(value.members)
    assert value.funnel[0].reached == value.received
    assert value.funnel[-1].reached == value.closed
    assert value.funnel[-1].undecided == value.open + value.nurture
    assert sum(loss.count for loss in value.losses) == value.lost
    for rows in (value.by_source, value.by_partner, value.by_month, value.by_officer):
        for column in (
            "received",
            "contacted",
            "appointments_held",
            "applications",
            "closed",
            "lost",
            "open",
            "nurture",
        ):
            whole = {"contacted": Stage.contacted, "appointments_held": Stage.appointment_held,
                     "applications": Stage.application_submitted}  # fmt: skip
            expected = reached[whole[column] - 1] if column in whole else getattr(value, column)
            assert sum(getattr(row, column) for row in rows) == expected


def test_the_small_journal_is_not_changed_by_looking() -> None:
    assert found(SMALL) == SMALL_RESULTS
