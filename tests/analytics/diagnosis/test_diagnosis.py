"""Each verdict: who is counted, who is not yet, what fires, and in which order."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analytics.diagnosis.made import (
    APPLIED,
    CALLED,
    CLOSED,
    HELD,
    LONG_AGO,
    SET,
    TODAY,
    diagnosed,
    lost,
    people,
    tried,
    verdict,
    wanted,
)
from tests.factories import (
    appointment,
    attempts,
    day,
    ended_outcome,
    make_journal,
    make_partner,
    make_settings,
    outcome,
    updates,
)
from textual_tracker.analytics.diagnosis.diagnosis import diagnosis
from textual_tracker.analytics.diagnosis.verdict import Verdict
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window, last_twelve_months


def counts(found: Verdict) -> tuple[int, int, int]:
    """Hits, of how many, and how many are left out."""
    return (0 if found.rate is None else found.rate.hits, found.n, found.left_out)


class TestScripting:
    def test_of_those_talked_with_who_agreed(self) -> None:
        found = diagnosed(people(3, lost("went_cold", **SET)), people(7, lost("chose_other_lender_rate", **CALLED)))
        step = verdict("contacted_to_set", found)
        assert counts(step) == (3, 10, 0)
        assert step.fires
        assert len(step.behind) == 7

    def test_who_was_talked_with_lately_is_not_judged_whether_they_agreed_or_not(self) -> None:
        """The fast ones would look like all of them: 8 of 8."""
        lately = {"contact_attempts": attempts("2026-03-05 call reached")}
        agreed = {**lately, "appointment": appointment("set", set="2026-03-06", date="2026-03-12")}
        found = diagnosed(people(24, lately, "2026-03-05"), people(8, agreed, "2026-03-05"))
        step = verdict("contacted_to_set", found)
        assert counts(step) == (0, 0, 32)
        assert (step.status, step.needed) == ("too_few", 8)

    @pytest.mark.parametrize(("on", "counted"), [("2026-02-24", (0, 0, 3)), ("2026-02-23", (1, 3, 0))])
    def test_lately_is_ten_working_days(self, on: str, counted: tuple[int, int, int]) -> None:
        talked = {"contact_attempts": attempts(f"{on} call reached")}
        agreed = {**talked, "appointment": appointment("set", set=on, date="2026-03-09")}
        gone = {**talked, "outcome": outcome("lost", "2026-03-02", reason="went_cold")}
        for received in (LONG_AGO, on):  # what counts is the day of the step, not that of the referral
            found = diagnosed(*(people(1, facts, received) for facts in (talked, agreed, gone)))
            assert counts(verdict("contacted_to_set", found)) == counted

    def test_lately_is_when_they_came_to_the_step_not_where_they_are_now(self) -> None:
        agreed_lately = {**CALLED, "appointment": appointment("set", set="2026-03-06", date="2026-03-09")}
        found = diagnosed(people(1, agreed_lately))
        assert counts(verdict("contacted_to_set", found)) == (1, 1, 0)
        assert counts(verdict("set_to_held", found)) == (0, 0, 1)

    def test_who_came_to_a_step_on_an_unknown_day_is_judged(self) -> None:
        undated = {**CALLED, "appointment": appointment("held")}
        assert counts(verdict("held_to_application", diagnosed(people(2, undated)))) == (0, 2, 0)
        assert counts(verdict("held_to_application", diagnosed(people(2, undated, "2026-03-02")))) == (0, 0, 2)

    def test_who_closed_lately_came_lately_to_every_step_that_was_skipped(self) -> None:
        closed = {**CALLED, "outcome": outcome("closed", "2026-03-05", amount=300_000)}
        found = diagnosed(people(1, closed))
        assert counts(verdict("contacted_to_set", found)) == (1, 1, 0)
        assert counts(verdict("set_to_held", found)) == counts(verdict("held_to_application", found)) == (0, 0, 1)

    def test_who_came_back_lately_is_not_judged(self) -> None:
        back = outcome("open", earlier=[ended_outcome("lost", "2025-12-01", "2026-03-04", reason="went_cold")])
        assert counts(verdict("contacted_to_set", diagnosed(people(1, {**SET, "outcome": back})))) == (0, 0, 1)

    def test_one_that_was_cancelled_is_judged_though_its_day_lies_ahead(self) -> None:
        meeting = {"appointment": appointment("cancelled", set="2025-10-07", date="2026-03-20")}
        step = verdict("set_to_held", diagnosed(people(8, {**CALLED, **meeting})))
        assert counts(step) == (0, 8, 0)

    def test_an_appointment_today_or_ahead_is_not_judged_whether_it_was_held_or_not(self) -> None:
        def on(date: str, status: str) -> dict[str, Any]:
            return {**CALLED, "appointment": appointment(status, set="2026-01-05", date=date)}

        found = diagnosed(
            people(1, on("2026-03-20", "set")),
            people(1, on("2026-03-10", "set")),
            people(1, on("2026-03-10", "held")),
            people(1, on("2026-03-09", "held")),
            people(1, on("2026-03-09", "no_show")),
        )
        assert counts(verdict("set_to_held", found)) == (1, 2, 3)

    def test_nor_does_the_next_appointment_take_back_one_that_was_held(self) -> None:
        again = appointment(
            "set",
            set="2026-03-02",
            date="2026-03-20",
            earlier=[appointment("held", set="2025-10-07", date="2025-10-09")],
        )
        found = diagnosed(people(1, {**CALLED, "appointment": again}))
        assert counts(verdict("set_to_held", found)) == (1, 1, 0)
        assert counts(verdict("held_to_application", found)) == (0, 1, 0)

    def test_whoever_is_parked_did_not_make_the_step(self) -> None:
        parked = {**CALLED, "outcome": outcome("nurture", "2026-03-09")}
        assert counts(verdict("contacted_to_set", diagnosed(people(1, parked)))) == (0, 1, 0)

    def test_an_application_that_is_started_is_enough(self) -> None:
        assert counts(verdict("held_to_application", diagnosed(people(2, APPLIED), people(3, HELD)))) == (2, 5, 0)

    def test_the_advice_names_the_reasons(self) -> None:
        found = diagnosed(
            people(5, lost("chose_other_lender_rate", **CALLED)),
            people(3, lost("went_cold", **CALLED)),
            people(2, lost("denied_credit", **CALLED)),
        )
        step = verdict("contacted_to_set", found)
        assert step.advice.startswith(
            "Of the 10 who did not, 5 chose another lender for the rate and 3 went cold. Ask for"
        )
        assert "denied" not in step.advice


class TestProcess:
    def test_denials_and_the_market_are_left_out_and_the_open_too(self) -> None:
        found = diagnosed(
            people(4, CLOSED),
            people(2, lost("paperwork_abandoned", **APPLIED)),
            people(9, lost("denied_credit", **APPLIED)),
            people(9, lost("stopped_looking", **APPLIED)),
            people(3, APPLIED),
        )
        assert counts(verdict("submitted_to_closed", found)) == (4, 6, 3)


class TestSpeed:
    def test_a_wait_of_two_working_days_is_late(self) -> None:
        late = {"contact_attempts": attempts("2025-10-08 call reached")}
        soon = {"contact_attempts": attempts("2025-10-07 call reached")}
        found = diagnosed(people(2, late), people(3, soon), people(1, {}, received="2026-03-09"))
        assert counts(verdict("within_one", found)) == (3, 5, 1)

    def test_behind_it_are_those_late_and_those_waiting_but_nobody_given_up_without_a_call(self) -> None:
        late = people(2, {"contact_attempts": attempts("2025-10-08 call reached")})
        waiting, given_up = people(3, {}), people(6, lost("never_reached"))
        step = verdict("within_one", diagnosed(late, waiting, given_up))
        assert counts(step) == (0, 5, 0)
        assert set(step.behind) == {*late, *waiting}

    def test_it_fires_and_says_what_calling_sooner_would_bring(self) -> None:
        # Called in time: 10 of 10 reached. Late: 4 of 10. Now 14 of 20; at 90% it would be 0.9 + 0.1 * 0.4 = 0.94.
        late = [f"2025-10-{9 + number:02} call no_answer" for number in range(1)]
        found = diagnosed(
            people(5, CLOSED),
            people(5, lost("went_cold", **CALLED)),
            people(4, lost("went_cold", contact_attempts=attempts("2025-10-09 call reached"))),
            people(6, lost("never_reached", contact_attempts=attempts(*late))),
        )
        step = verdict("within_one", found)
        assert counts(step) == (10, 20, 0)
        assert found.closings_a_month
        assert step.leverage == pytest.approx(found.closings_a_month * (0.94 / 0.7 - 1))

    def test_who_came_lately_says_nothing_of_how_many_are_reached(self) -> None:
        kinds = (
            people(8, CLOSED),
            people(5, lost("went_cold", contact_attempts=attempts("2025-10-09 call reached"))),
            people(9, lost("never_reached", contact_attempts=attempts("2025-10-09 call no_answer"))),
        )
        reached = people(3, {"contact_attempts": attempts("2026-03-05 call reached")}, "2026-03-02")
        # In time 8 of 8, late 5 of 14. At 90% it would be 0.9 + 0.1 × 5/14, and now it is 13 of 22.
        of = diagnosed(*kinds, reached)
        step = verdict("within_one", of)
        assert counts(step) == (8, 25, 0)
        assert of.closings_a_month
        assert step.leverage == pytest.approx(of.closings_a_month * ((0.9 + 0.1 * 5 / 14) / (13 / 22) - 1))


class TestFollowUp:
    def test_of_those_never_reached_who_was_tried_six_times(self) -> None:
        found = diagnosed(
            people(3, lost("never_reached", **tried(6))),
            people(4, lost("never_reached", **tried(5))),
            people(2, tried(2)),  # still open after five months
            people(1, CALLED),
        )
        assert counts(verdict("six_attempts", found)) == (3, 9, 0)

    def test_open_ones_are_fresh_for_ten_working_days_however_often_they_were_tried(self) -> None:
        six = {"contact_attempts": attempts(*["2026-03-09 call no_answer"] * 6)}
        found = diagnosed(people(1, six, received="2026-02-24"), people(1, six, received="2026-02-23"))
        assert counts(verdict("six_attempts", found)) == (1, 1, 1)

    def test_whoever_does_not_want_to_be_called_is_not_counted(self) -> None:
        found = diagnosed(people(1, tried(1), do_not_contact=True))
        assert counts(verdict("six_attempts", found)) == (0, 0, 1)

    def test_what_trying_six_times_would_bring(self) -> None:
        # The first call reaches 8 of 18, the second 2 of 10, a third nobody of none: 0.2 for each given up after one.
        second = {"contact_attempts": attempts("2025-10-06 call no_answer", "2025-10-07 call reached")}
        found = diagnosed(
            people(8, lost("went_cold", **CALLED)),
            people(2, {**second, "outcome": outcome("closed", "2025-12-01")}),
            people(8, lost("never_reached", **tried(2))),
        )
        step = verdict("six_attempts", found)
        assert counts(step) == (0, 8, 0)
        assert step.leverage == pytest.approx(0.0)  # nobody was ever reached after the second

        found = diagnosed(
            people(8, lost("went_cold", **CALLED)),
            people(2, {**second, "outcome": outcome("closed", "2025-12-01")}),
            people(8, lost("never_reached", **tried(6))),
            people(10, lost("never_reached", **tried(1))),
        )
        step = verdict("six_attempts", found)
        assert counts(step) == (8, 18, 0)
        share = (0.8 - 8 / 18) / (10 / 18)
        assert found.closings_a_month
        assert step.leverage == pytest.approx(found.closings_a_month * share * 10 * 0.2 / 10)

    @pytest.mark.parametrize(("tried_again", "is_told"), [(7, False), (8, True)])
    def test_what_it_would_bring_is_told_from_eight_who_were_tried_again(self, tried_again: int, is_told: bool) -> None:
        found = diagnosed(
            people(12, CLOSED),
            people(tried_again, lost("never_reached", **tried(2))),
            people(9, lost("never_reached", **tried(1))),
        )
        step = verdict("six_attempts", found)
        assert step.fires
        assert (step.leverage is not None) == is_told

    def test_the_stalled_are_those_of_today_before_an_application_is_submitted(self) -> None:
        found = diagnosed(people(3, CALLED), people(4, APPLIED), people(1, {}, received="2026-03-10"))
        step = verdict("stalled", found)
        assert counts(step) == (3, 4, 0)
        assert step.at_most
        assert len(step.behind) == 3


class TestPartnerCare:
    def test_of_the_words_that_were_due_how_many_came_in_time(self) -> None:
        thanked: dict[str, Any] = {"partner": "sarah-chen", "partner_updates": updates("2025-10-06 text thanks")}
        found = diagnosed(
            people(6, tried(1), **thanked), people(3, tried(1), partner="mike-tran"), [make_partner("sarah-chen")]
        )
        step = verdict("told", found)
        assert counts(step) == (6, 9, 0)
        assert (step.status, step.leverage, len(step.behind)) == ("fires", None, 3)

    def test_somebody_of_whom_two_words_were_late_stands_once(self) -> None:
        found = diagnosed(people(1, CLOSED, partner="mike-tran"))
        step = verdict("told", found)
        assert step.n > 1
        assert len(step.behind) == 1


class TestQualification:
    def test_it_is_told_and_never_fires(self) -> None:
        found = diagnosed(people(9, lost("denied_credit", **APPLIED)), people(1, CLOSED))
        step = verdict("lost_to_it", found)
        assert counts(step) == (9, 10, 0)
        assert step.status == "reported"
        assert "nobody's fault" in step.advice
        assert not found.fired


class TestTraffic:
    def test_without_a_goal_it_says_so(self) -> None:
        step = verdict("referrals", diagnosed(people(9, CLOSED)))
        assert step.status == "no_goal"
        assert "goals.monthly.referrals" in step.advice

    def test_it_fires_where_all_steps_hold_and_too_few_come(self) -> None:
        found = diagnosed(people(20, CLOSED), settings=wanted({"referrals": 20, "closings": 5}))
        step = verdict("referrals", found)
        assert step.fires
        # 6 October to 10 March: 156 days.
        months = 156 / (365.2425 / 12)
        assert step.a_month == pytest.approx(20 / months)
        assert found.closings_a_month == pytest.approx(20 / months)
        assert step.leverage == pytest.approx(20 / months * (20 / (20 / months) - 1))

    def test_of_a_few_days_no_number_a_month_is_told(self) -> None:
        """Eight came and closed in the nine days since the first of them: that tells no month."""
        found = diagnosed(people(8, {"outcome": outcome("closed", "2026-03-09")}, "2026-03-02"))
        assert (found.closings_a_month, verdict("referrals", found).a_month) == (None, None)

    def test_it_waits_while_a_step_breaks(self) -> None:
        cold = people(20, lost("went_cold", **CALLED))
        step = verdict("referrals", diagnosed(people(8, CLOSED), cold, settings=wanted({"referrals": 20})))
        assert (step.status, step.leverage) == ("waits", None)

    def test_it_waits_where_fewer_close_than_the_goals_count_on(self) -> None:
        denied = people(20, lost("denied_credit", **APPLIED))
        found = diagnosed(people(8, CLOSED), denied, settings=wanted({"referrals": 20, "closings": 15}))
        assert verdict("referrals", found).status == "waits"

    def test_no_more_can_close_than_all(self) -> None:
        found = diagnosed(people(12, CLOSED), settings=wanted({"referrals": 10, "closings": 20}))
        assert verdict("referrals", found).fires

    def test_it_needs_eight(self) -> None:
        step = verdict("referrals", diagnosed(people(5, CLOSED), settings=wanted({"referrals": 20})))
        assert (step.status, step.needed) == ("too_few", 3)

    def test_the_goal_is_as_it_is_written_for_one_officer_and_for_all_of_them(self) -> None:
        settings = wanted({"referrals": 20}, officers={"ana": "Ana Rivera", "maria": "Maria Soto"})
        journal = make_journal(*people(9, CLOSED, officer="ana"), settings=settings)
        snapshot, window = Snapshot(journal, TODAY), last_twelve_months(TODAY)
        assert verdict("referrals", diagnosis(snapshot, window)).goal == 20
        assert verdict("referrals", diagnosis(snapshot, window, "ana")).goal == 20

    def test_a_goal_of_nothing_is_none(self) -> None:
        step = verdict("referrals", diagnosed(people(9, CLOSED), settings=wanted({"referrals": 0})))
        assert step.status == "no_goal"


class TestTheOrder:
    def test_what_brings_most_comes_first_and_what_nobody_can_know_after(self) -> None:
        found = diagnosed(
            people(20, CLOSED),
            people(12, lost("no_show", **SET)),  # 20 of 32 held: × 1.28
            people(40, lost("went_cold", **CALLED)),  # 32 of 80 agreed: × 1.5
            people(8, CALLED),
        )
        assert [one.step for one in found.fired] == ["contacted_to_set", "set_to_held", "stalled"]
        assert [one.leverage is None for one in found.fired] == [False, False, True]
        assert all(one.leverage is None for one in found.verdicts if not one.fires)
        assert found.first is not None
        assert found.closings_a_month
        assert found.first.leverage == pytest.approx(found.closings_a_month * (0.6 / (32 / 80) - 1))

    def test_where_nothing_closed_there_is_no_gain_and_the_order_is_the_same(self) -> None:
        """20 of 32 held (× 1.28), 32 of 80 agreed (× 1.5): no closing a month to multiply, and still these."""
        found = diagnosed(
            people(20, lost("chose_other_lender_rate", **APPLIED)),
            people(12, lost("no_show", **SET)),
            people(48, lost("went_cold", **CALLED)),
        )
        assert found.closings_a_month == 0
        assert [one.step for one in found.fired] == ["contacted_to_set", "set_to_held", "submitted_to_closed"]
        assert [one.leverage for one in found.fired] == [None, None, None]

    def test_those_behind_stand_newest_first(self) -> None:
        old = people(4, lost("went_cold", **CALLED), received="2025-10-01")
        new = people(4, lost("went_cold", **CALLED), received="2025-10-06")
        behind = verdict("contacted_to_set", diagnosed(old, new)).behind
        assert [one.received.day for one in behind] == [6, 6, 6, 6, 1, 1, 1, 1]


class TestTargets:
    def test_they_are_settings(self) -> None:
        kinds = (people(5, lost("went_cold", **SET)), people(5, lost("went_cold", **CALLED)))
        assert not verdict("contacted_to_set", diagnosed(*kinds)).fires
        high = make_settings(targets={"scripting": {"contacted_to_set": 0.9}})
        assert verdict("contacted_to_set", diagnosed(*kinds, settings=high)).fires


@pytest.mark.parametrize("target", [0.0, 1.0])
@given(numbers=st.lists(st.integers(0, 9), min_size=8, max_size=8))
def test_nothing_that_may_happen_breaks_it(target: float, numbers: list[int]) -> None:
    kinds: tuple[dict[str, Any], ...] = (
        {},
        tried(3),
        CALLED,
        SET,
        HELD,
        APPLIED,
        CLOSED,
        lost("denied_credit", **CALLED),
    )
    steps = {
        "speed": {"within_one": target},
        "follow_up": {"six_attempts": target, "stalled": target},
        "scripting": {"contacted_to_set": target, "set_to_held": target, "held_to_application": target},
        "process": {"submitted_to_closed": target},
    }
    journal = make_journal(
        *(one for number, facts in zip(numbers, kinds, strict=True) for one in people(number, facts)),
        settings=make_settings(targets=steps, working_days=() if target else ("mon",)),
    )
    found = diagnosis(Snapshot(journal, TODAY), last_twelve_months(TODAY))
    for one in found.verdicts:
        assert one.leverage is None or one.leverage >= 0
        assert one.chance is None or 0 <= one.chance <= 1
        assert one.status != "too_few" or (one.needed or 0) > 0
        assert one.fires is (one.status == "fires")


def test_of_nobody_nothing_fires() -> None:
    found = diagnosed()
    assert found.received == 0
    assert not found.fired


def test_of_one_officer_only_theirs_count() -> None:
    journal = make_journal(*people(4, CLOSED, officer="ana"), *people(9, CALLED, officer="maria"))
    snapshot, window = Snapshot(journal, TODAY), last_twelve_months(TODAY)
    assert diagnosis(snapshot, window, "ana").received == 4
    assert verdict("contacted_to_set", diagnosis(snapshot, window, "maria")).n == 9
    assert diagnosis(snapshot, window, "maria").closings_a_month == 0.0
    assert diagnosis(snapshot, window).received == 13


def test_of_another_window_only_those_received_in_it() -> None:
    journal = make_journal(*people(4, CLOSED, received="2025-10-01"), *people(9, CLOSED))
    found = diagnosis(Snapshot(journal, TODAY), Window(day("2025-10-06"), day("2025-10-31")))
    assert found.received == 9
    assert found.closings_a_month is None  # 26 days are less than a month
