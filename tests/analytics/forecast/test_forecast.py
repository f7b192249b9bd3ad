"""Will this be a good month?"""

import datetime as dt
from math import fsum
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.analytics.forecast.pasts import TODAY, TWELVE, after, ended, in_process, snapshot, waiting
from tests.factories import (
    appointment,
    day,
    ended_application,
    ended_outcome,
    loan,
    make_journal,
    make_referral,
    outcome,
)
from textual_tracker.analytics.forecast.forecast import chance_of, forecast, outlook_as_of
from textual_tracker.analytics.forecast.hazards import Weights
from textual_tracker.analytics.forecast.history import Evening, History, paths
from textual_tracker.analytics.forecast.outlook import Chance, Outlook
from textual_tracker.analytics.forecast.reckoning import NO_GOALS, Reckoning
from textual_tracker.analytics.forecast.spread import distribution
from textual_tracker.analytics.results.cohort import everyone
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.counts import mean_of
from textual_tracker.analytics.window import Window
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Referral
from textual_tracker.core.settings import Goals, Settings
from textual_tracker.core.stages import Stage
from textual_tracker.errors import UsageError

MARCH = Window(day("2026-03-01"), day("2026-03-31"))
AS_SEEN = Weights(age=0, stage=0, unseen=0)
FIVE_A_MONTH = Settings(goals=Goals(monthly={"closings": 5, "volume": 1_500_000}))


def this_month(now: Snapshot, officer: str | None = None) -> Outlook:
    found = forecast(now, officer=officer).this_month
    assert found is not None
    return found


def as_seen(now: Snapshot, window: Window = MARCH) -> Outlook:
    """The outlook by what was seen alone, leaning on nothing."""
    (evening,) = History(now, paths(now), []).evenings()
    return Reckoning(evening, (window.end - now.today).days, AS_SEEN).outlook(window, NO_GOALS)


def chances(outlook: Outlook) -> dict[str, Chance]:
    return {chance.referral.name: chance for chance in outlook.chances}


def test_a_chance_is_what_became_of_those_who_waited_as_long() -> None:
    # On the 20th day eight are still there, two close and one is lost; on the 30th one of five closes.
    outlook = as_seen(snapshot(*TWELVE, waiting(1, 12), waiting(2, 36)))
    chance = chances(outlook)["Open 1"]
    assert chance.probability == pytest.approx(2 / 8 + 5 / 8 * 1 / 5)
    assert (chance.been, chance.days_in_stage, chance.stage) == (9, 12, Stage.received)
    # Of the two who stayed longer than 36 days, one closed after 41.
    assert chances(outlook)["Open 2"].probability == pytest.approx(1 / 2)
    assert chances(outlook)["Open 2"].been == 2


def test_it_leans_a_little_on_the_whole_stage() -> None:
    now = snapshot(*TWELVE, waiting(1, 12), waiting(2, 36))
    seen, leaning = (chances(outlook)["Open 1"].probability for outlook in (as_seen(now), this_month(now)))
    assert leaning == pytest.approx(seen, abs=0.1)
    assert leaning != seen


@pytest.mark.parametrize("how", ["lost", "closed"])
def test_twelve_of_one_kind_make_nothing_certain(how: str) -> None:
    past = [ended(number, 5 + 3 * number, how) for number in range(12)]
    found = forecast(snapshot(*past, *(waiting(number, 4 * number + 1) for number in range(8)), settings=FIVE_A_MONTH))
    for outlook in filter(None, (found.this_month, found.next_month, found.ninety_days)):
        assert all(0 < chance.probability < 1 for chance in outlook.chances)
        assert all(0 < chance < 1 for chance in outlook.distribution)
    for outlook in filter(None, (found.this_month, found.next_month)):
        assert outlook.chance_of_goal is not None
        assert 0 < outlook.chance_of_goal < 1


def test_what_was_never_seen_is_as_likely_as_half_of_it_in_as_many_days() -> None:
    # Twelve were lost after ten days each, and one waits since five: 125 days without a closing, and two more beside.
    now = snapshot(*(ended(number, 10, "lost") for number in range(12)), waiting(1, 5))
    (evening,) = History(now, paths(now), []).evenings()
    reckoning = Reckoning(evening, 4, Weights(age=0, stage=0, unseen=0.5))
    outlook = reckoning.outlook(Window(TODAY, TODAY + dt.timedelta(4)), NO_GOALS)
    closes, stays = 0.5 / 127, 1 - (0.5 + 0.5 / 13) / 127
    assert chances(outlook)["Open 1"].probability == pytest.approx(closes * (1 + stays + stays**2 + stays**3))


def test_what_was_never_seen_hardly_moves_a_long_history() -> None:
    long = [
        ended(1000 * month + number, 5 + number, "closed" if number % 4 else "lost", since=day(f"2025-{month:02}-01"))
        for month in range(1, 13)
        for number in range(30)
    ]
    (evening,) = History(
        now := snapshot(*long, *(waiting(each, each) for each in range(30))), paths(now), []
    ).evenings()
    leaning, without = (
        Reckoning(evening, 21, Weights(age=1, stage=100, unseen=unseen)).outlook(MARCH, NO_GOALS) for unseen in (0.5, 0)
    )
    assert leaning.expected == pytest.approx(without.expected, rel=0.001)


def test_what_has_closed_counts_and_the_rest_of_the_month_is_added() -> None:
    closed = ended(50, 30, "closed", since=day("2026-02-05"))
    early = ended(51, 30, "closed", since=day("2026-01-05"))
    outlook = as_seen(snapshot(*TWELVE, waiting(1, 12), closed, early))
    assert outlook.closed_already == 1
    assert outlook.distribution[0] == 0
    open_one = chances(outlook)["Open 1"].probability
    assert outlook.expected == pytest.approx(1 + open_one + outlook.arrivals)
    assert outlook.expected == pytest.approx(mean_of(outlook.distribution))
    assert 1 <= outlook.low <= outlook.high


def test_the_goal_and_the_dollars_of_a_month() -> None:
    closed = make_referral("Done", after(-40, TODAY), outcome=outcome("closed", "2026-03-04", amount=400_000))
    people = (*TWELVE, closed, waiting(1, 12, loan=loan(300_000)), waiting(2, 36))
    outlook = this_month(snapshot(*people, settings=FIVE_A_MONTH))
    assert outlook.goal == 5
    assert outlook.chance_of_goal == pytest.approx(fsum(outlook.distribution[5:]))
    assert (outlook.closed_amount, outlook.usual_amount, outlook.volume_goal) == (400_000, 400_000, 1_500_000)
    assert outlook.amount_unknown == 1
    open_ones = chances(outlook)
    assert outlook.expected_amount == pytest.approx(
        400_000
        + 300_000 * open_ones["Open 1"].probability
        + 400_000 * (open_ones["Open 2"].probability + outlook.arrivals)
    )


@pytest.mark.parametrize(("on", "usual"), [("2025-03-10", 200_000), ("2025-03-11", 500_000)])
def test_the_usual_amount_is_that_of_the_last_365_days(on: str, usual: int) -> None:
    """Of 200,000 and 800,000; the 365th day before 10 March 2026 is over."""
    long_ago = make_referral("Long ago", "2025-01-06", outcome=outcome("closed", on, amount=800_000))
    lately = make_referral("Lately", "2025-01-06", outcome=outcome("closed", "2025-11-03", amount=200_000))
    assert this_month(snapshot(*TWELVE, long_ago, lately)).usual_amount == usual


def test_the_fewer_closed_the_less_certain_are_all_chances_together() -> None:
    """Six closed from received, of whom 29 of 56 close in the end, and sixteen came.

    On the second day one of sixteen leaves, on the fifth one closes, on the eighth one closes and one is lost, on the
    twelfth one is lost; of the seven who are still there then four close.
    """
    outlook = as_seen(snapshot(*TWELVE, *(waiting(number, 12) for number in range(4))))
    ever = 2 / 16 + 11 / 16 * 4 / 7
    of_their_stage = ((1 - ever) / (6 + 1 / 2)) ** 0.5
    of_those_to_come = (of_their_stage**2 + 1 / (16 + 1 / 2)) ** 0.5
    (chance,) = {chance.probability for chance in outlook.chances}
    expected = distribution({(chance, of_their_stage): 4}, outlook.arrivals, of_those_to_come)
    assert outlook.distribution == pytest.approx(expected)


def at_once(received: str, on: str | None = None, **facts: Any) -> Referral:
    """One that closed on the day on which it was received."""
    return make_referral(f"At once {received}", received, outcome=outcome("closed", on or received, **facts))


SIXTY = [at_once(f"2025-{month:02}-{number:02}") for month in range(3, 13) for number in (3, 9, 15, 21, 27)] + [
    at_once(f"2026-{month:02}-{number:02}") for month in (1, 2) for number in (3, 9, 15, 21, 27)
]
"""Five a month for a year, from 3 March 2025 on."""


def test_closings_on_the_day_of_receipt_come_as_they_came() -> None:
    """On 28 February 363 days are seen, with 60 closings; March has 31 days, and every day is worked."""
    found = forecast(snapshot(*SIXTY, today=day("2026-02-28")))
    assert found.next_month is not None
    assert found.next_month.expected == pytest.approx(31 * 60 / 363)
    assert found.next_month.arrivals == pytest.approx(31 * 60 / 363)
    assert (found.next_month.low, found.next_month.high) == (2, 7)
    assert found.track_record is not None
    assert found.track_record.inside == found.track_record.months == 9


def test_how_certain_they_are_is_told_by_how_many_came() -> None:
    """Beside them nobody else came: the error is that of a Poisson count of 60 alone."""
    outlook = forecast(snapshot(*SIXTY, today=day("2026-02-28"))).next_month
    assert outlook is not None
    assert outlook.distribution == pytest.approx(distribution({}, 31 * 60 / 363, 1 / 60.5**0.5))


def test_who_came_back_and_closed_on_the_same_day_is_one_of_them() -> None:
    """Twelve were lost long ago, and one of them came back on the day on which it closed."""
    lost = ended_outcome("lost", "2025-06-20", ended="2026-02-02")
    back = make_referral("Back", "2025-06-02", outcome=outcome("closed", "2026-02-02", earlier=(lost,)))
    (evening,) = History(now := snapshot(*TWELVE, back), paths(now), []).evenings()
    assert [closing.at_once for closing in evening.closings] == [*[False] * 6, True]


def test_a_closing_dated_before_its_referral_came_is_taken_for_one_on_a_single_day() -> None:
    """It did not close later than it came, whichever of the two days is wrong."""
    early = [at_once("2026-02-01", on=f"2025-{month:02}-03") for month in range(3, 13)]
    early = [msgspec.structs.replace(one, id=f"{one.id}-{number}") for number, one in enumerate(early)]
    found = forecast(snapshot(*early, today=day("2026-02-28"))).next_month
    assert found is not None
    assert found.expected == pytest.approx(31 * 10 / 363)


def test_goals_are_taken_as_they_are_written_however_many_work_there() -> None:
    monthly = {"closings": 5, "volume": 1_500_000}
    shared = Settings(officers={"ana": "Ana", "maria": "Maria"}, goals=Goals(monthly=monthly))
    people = [ended(number, 9, "closed", officer="ana") for number in range(12)]
    now = snapshot(*people, settings=shared)
    for outlook in (this_month(now), this_month(now, officer="ana")):
        assert (outlook.goal, outlook.volume_goal) == (5, 1_500_000)
    assert forecast(now, officer="maria").this_month is None


def test_only_a_whole_month_has_a_goal() -> None:
    found = forecast(snapshot(*TWELVE, settings=FIVE_A_MONTH), by=day("2026-03-20"))
    assert found.chosen is not None
    assert found.chosen.goal is None
    assert found.this_month is not None
    assert found.this_month.goal == 5


def test_the_windows() -> None:
    found = forecast(snapshot(*TWELVE), by=day("2026-05-15"))
    assert found.chosen_window == Window(day("2026-03-01"), day("2026-05-15"))
    windows = [outlook.window for outlook in (found.this_month, found.next_month, found.ninety_days) if outlook]
    assert windows == [
        MARCH,
        Window(day("2026-04-01"), day("2026-04-30")),
        Window(day("2026-03-11"), day("2026-06-08")),
    ]
    assert forecast(snapshot(*TWELVE)).chosen_window == MARCH


def test_a_later_window_has_the_chances_of_its_own_days() -> None:
    now = snapshot(*TWELVE, waiting(1, 12))
    april = Window(day("2026-04-01"), day("2026-04-30"))
    until_april = Window(MARCH.start, april.end)
    (both,), (first,), (second,) = (as_seen(now, window).chances for window in (until_april, MARCH, april))
    assert second.probability == pytest.approx(both.probability - first.probability)


@pytest.mark.parametrize("by", ["2026-03-09", "2031-01-01", "9999-12-31"])
def test_a_day_that_is_over_or_too_far_ahead_is_refused(by: str) -> None:
    with pytest.raises(UsageError, match=by):
        forecast(snapshot(*TWELVE), by=day(by))


def test_three_years_ahead_are_told() -> None:
    found = forecast(snapshot(*TWELVE, waiting(1, 12)), by=day("2029-03-10"))
    assert found.chosen is not None
    assert fsum(found.chosen.distribution) == pytest.approx(1)
    assert found.chosen.arrivals > 5


def test_where_a_closing_is_expected_the_stage_says_whether_and_the_day_says_when() -> None:
    # Twelve contracts of 30 days, one of them lost after ten, all others closed on the day that was expected.
    contracts = [
        in_process(
            f"Contract {number}",
            after(10 * number),
            expected_close=after(10 * number + 30),
        )
        for number in range(12)
    ]
    past = [
        _with_outcome(referral, "lost" if number == 3 else "closed", after(10 * number + (10 if number == 3 else 30)))
        for number, referral in enumerate(contracts)
    ]
    now = in_process("Now", "2026-02-20", expected_close="2026-03-20")
    later = in_process("Later", "2026-02-20", expected_close="2026-04-20")
    late = in_process("Late", "2026-02-20", expected_close="2026-03-06")
    outlook = as_seen(snapshot(*past, now, later, late))
    assert chances(outlook)["Now"].basis == "expected_close"
    assert chances(outlook)["Now"].probability == pytest.approx(1)
    assert chances(outlook)["Later"].probability == pytest.approx(0)
    # Who is four days late is asked about the prior's six later days.
    assert chances(outlook)["Late"].probability == pytest.approx(1)
    very_late = in_process("Very late", "2026-01-20", expected_close="2026-02-20")
    assert chances(as_seen(snapshot(*past, very_late)))["Very late"].basis == "pooled"
    # With half a closing beside them that came on no expected day, an earlier one is not impossible.
    leaning = chances(this_month(snapshot(*past, now, later, late)))
    assert 0 < leaning["Later"].probability < 0.05
    assert 0.9 < leaning["Now"].probability < 1


def test_who_is_expected_to_close_today_has_not_closed_yet_and_may() -> None:
    past = [
        _with_outcome(in_process(f"Past {number}", after(number), expected_close=after(number + 30)), "closed", on)
        for number, on in enumerate(after(number + 30 + number % 3) for number in range(12))
    ]
    today = day("2026-03-31")
    due = in_process("Due", "2026-03-01", expected_close="2026-03-31")
    late = in_process("Late", "2026-03-01", expected_close="2026-03-29")
    later = in_process("Later", "2026-03-01", expected_close="2026-04-02")
    undated = in_process("Undated", "2026-03-01")
    outlook = as_seen(snapshot(*past, due, late, later, undated, today=today))
    # Of twelve closings, four were on the day, four a day and four two days late; and three that are 0 to 10 days late.
    assert chances(outlook)["Due"].probability == pytest.approx((4 + 3 / 11) / 15)
    assert chances(outlook)["Late"].probability == pytest.approx((4 + 3 / 11) / (4 + 3 * 9 / 11))
    assert chances(outlook)["Later"].probability == 0
    # Whose day is not known has the chances of the days after this evening, and the month has none left.
    assert chances(outlook)["Undated"].probability == 0
    april = as_seen(snapshot(*past, due, today=today), Window(day("2026-04-01"), day("2026-04-30")))
    assert chances(april)["Due"].probability == pytest.approx(1 - (4 + 3 / 11) / 15)


def test_the_day_that_is_expected_is_that_of_this_contract() -> None:
    # Of eighteen contracts twelve closed after 30 days; six fell through after ten, and their next one closed.
    people = []
    for number in range(6):
        straight = in_process(f"Straight {number}", after(number))
        first = ended_application(after(number + 10), under_contract=after(number))
        again = in_process(f"Again {number}", after(number), under_contract=after(number + 30), earlier=[first])
        people += [
            _with_outcome(straight, "closed", after(number + 30)),
            _with_outcome(again, "closed", after(number + 60)),
        ]
    now = in_process("Now", TODAY.isoformat(), expected_close="2026-04-09")
    april = Window(day("2026-04-01"), day("2026-04-30"))
    assert chances(as_seen(snapshot(*people, now), april))["Now"].probability == pytest.approx(12 / 18)


def _with_outcome(referral: Referral, how: str, on: str) -> Referral:
    reason = {"reason": "stopped_looking"} if how == "lost" else {}
    return msgspec.structs.replace(referral, outcome=outcome(how, on, **reason))


def test_without_a_day_of_entry_the_stage_alone_counts() -> None:
    held = [
        make_referral(
            f"Held {number}",
            after(0),
            appointment=appointment("held", set=after(1), date=after(2)),
            outcome=outcome("closed", after(2 + days)),
        )
        for number, days in enumerate(range(4, 44, 4))
    ]
    undated = make_referral("Undated", after(-9, TODAY), appointment=appointment("held"))
    chance = chances(this_month(snapshot(*held, undated)))["Undated"]
    assert (chance.stage, chance.days_in_stage, chance.basis) == (Stage.appointment_held, None, "stage")
    assert 0 < chance.probability < 1


def test_where_few_waited_as_long_it_says_so() -> None:
    found = chances(this_month(snapshot(*TWELVE, waiting(1, 1), waiting(2, 36))))
    assert (found["Open 1"].basis, found["Open 2"].basis) == ("age", "pooled")


def test_the_likeliest_come_first() -> None:
    found = this_month(snapshot(*TWELVE, *(waiting(number, 3 * number) for number in range(1, 9))))
    probabilities = [chance.probability for chance in found.chances]
    assert probabilities == sorted(probabilities, reverse=True)


def test_with_nobody_open_and_nobody_to_come_nothing_more_closes() -> None:
    old = day("2020-01-06")
    found = this_month(snapshot(*(ended(number, 9, "closed", since=old) for number in range(12))))
    assert (found.distribution, found.expected, found.low, found.high) == ((1.0,), 0, 0, 0)


def test_the_past_is_replayed_month_by_month() -> None:
    monthly = [
        ended(100 * month + number, 20 + number, "closed" if number % 2 else "lost", since=day(f"2025-{month:02}-05"))
        for month in range(1, 13)
        for number in range(4)
    ]
    record = forecast(snapshot(*monthly)).track_record
    assert record is not None
    # Twelve are decided by the first of April: four each of January, February and March.
    assert [replay.month for replay in record.replays] == [
        *(dt.date(2025, month, 1) for month in range(4, 13)),
        day("2026-01-01"),
        day("2026-02-01"),
    ]
    assert forecast(snapshot(*monthly), replays=3).track_record is not None
    assert forecast(snapshot(*monthly), replays=0).track_record is None


def test_the_chance_of_one_referral_is_that_of_the_forecast() -> None:
    one = waiting(1, 12)
    now = snapshot(*TWELVE, one, waiting(2, 36))
    assert chance_of(now, one) == chances(this_month(now))["Open 1"]


def test_who_is_not_open_has_no_chance_and_nobody_has_one_without_a_past() -> None:
    assert chance_of(snapshot(*TWELVE), TWELVE[0]) is None
    one, faulty = waiting(1, 12), waiting(2, 12, faulty=True)
    assert chance_of(snapshot(*TWELVE[:9], one), one) is None
    assert chance_of(snapshot(*TWELVE, faulty), faulty) is None


def test_the_decided_are_those_of_the_results() -> None:
    duplicate = make_referral("Twice", outcome=outcome("lost", "2026-03-04", reason="duplicate"))
    back = make_referral(
        "Back", after(0), outcome=outcome(earlier=[ended_outcome("lost", after(9), after(90), reason="not_ready")])
    )
    now = snapshot(*TWELVE, waiting(1, 5), ended(20, 9, "nurture"), duplicate, back)
    assert forecast(now).decided == sum(member.is_decided for member in everyone(now)) == 12


@pytest.mark.parametrize(
    "people",
    [
        [],
        [waiting(1, 5)],
        [waiting(number, number) for number in range(30)],
        [ended(number, 9, "lost") for number in range(9)],
        [ended(number, 9, "closed") for number in range(9)],
    ],
    ids=["nobody", "one", "all open", "nine lost", "nine closed"],
)
def test_under_ten_decided_there_is_no_number(people: list[Referral]) -> None:
    found = forecast(snapshot(*people))
    assert (found.chosen, found.this_month, found.next_month, found.ninety_days) == (None, None, None, None)
    assert found.track_record is None
    assert found.missing == 10 - found.decided > 0
    assert found.chosen_window == MARCH


@pytest.mark.parametrize(
    "people",
    [
        [ended(number, 9, "lost") for number in range(30)],
        [ended(number, 0, "closed") for number in range(30)],
        [*(ended(number, number, "lost") for number in range(12)), waiting(1, 5), waiting(2, 5000)],
        [*TWELVE, *(make_referral(f"Odd {each}", after(each), appointment=appointment("held")) for each in range(5))],
    ],
    ids=["all lost", "closed on the day", "never closed", "undated"],
)
def test_any_past_gives_a_distribution(people: list[Referral]) -> None:
    outlook = this_month(snapshot(*people))
    assert fsum(outlook.distribution) == pytest.approx(1)
    assert 0 <= outlook.low <= outlook.high < len(outlook.distribution)
    assert all(0 <= chance.probability <= 1 for chance in outlook.chances)


@pytest.mark.parametrize("today", ["0001-01-01", "0001-12-31", "9999-12-01", "9999-12-31"])
def test_at_the_ends_of_the_calendar(today: str) -> None:
    now = day(today)
    people = [make_referral(f"One {number}", today, outcome=outcome("closed", today)) for number in range(11)]
    found = forecast(snapshot(*people, make_referral("Two", today), today=now))
    assert found.this_month is not None
    assert found.this_month.closed_already == 11
    assert (found.next_month is None) == (now.year == 9999)
    assert (found.ninety_days is None) == (now == dt.date.max)


def on_weekdays(*referrals: Referral, today: str, holidays: tuple[dt.date, ...] = ()) -> Snapshot:
    return Snapshot(make_journal(*referrals, settings=Settings(holidays=holidays)), day(today))


def test_the_weekend_that_ends_a_month_brings_no_closing_but_of_those_who_are_expected() -> None:
    # 29 and 30 November 2025 are a Saturday and a Sunday.
    expected = in_process("Expected", "2025-10-20", expected_close="2025-11-28")
    people = (
        *(ended(number, 4 + number, "closed") for number in range(12)),
        waiting(1, 8, day("2025-11-28")),
        expected,
    )
    eve = forecast(on_weekdays(*people, today="2025-11-28")).this_month
    assert eve is not None
    assert chances(eve)["Open 1"].probability == 0
    assert chances(eve)["Expected"].probability > 0
    day_before = forecast(on_weekdays(*people, today="2025-11-27")).this_month
    assert day_before is not None
    assert chances(day_before)["Open 1"].probability > 0
    assert (chances(eve)["Open 1"].days_in_stage, chances(day_before)["Open 1"].days_in_stage) == (8, 7)


def test_as_many_working_days_bring_as_much() -> None:
    # September and November 2026 have 22 and 21 of them; with a holiday in September both have as many.
    people = [ended(number, 4 + 3 * number, "closed" if number % 3 else "lost") for number in range(24)]
    expected = []
    for today, holidays in (("2026-08-31", ()), ("2026-08-31", (day("2026-09-07"),)), ("2026-10-31", ())):
        waits = waiting(1, 0, day(today))
        outlook = forecast(on_weekdays(*people, waits, today=today, holidays=holidays)).next_month
        assert outlook is not None
        expected.append(chances(outlook)["Open 1"].probability)
    assert expected[0] > expected[1] == pytest.approx(expected[2])


def test_a_month_without_a_working_day_and_a_journal_without_any() -> None:
    people = [*TWELVE, waiting(1, 12)]
    march = tuple(day("2026-03-01") + dt.timedelta(number) for number in range(31))
    outlook = forecast(on_weekdays(*people, today="2026-03-10", holidays=march)).this_month
    assert outlook is not None
    assert outlook.distribution == (1.0,)
    never = Snapshot(make_journal(*people, settings=Settings(working_days=())), TODAY)
    assert this_month(never).expected == pytest.approx(this_month(snapshot(*people)).expected)


@settings(max_examples=60, deadline=None)
@given(st.lists(strategies.referrals, max_size=8), strategies.dates)
def test_any_files_can_be_forecast(referrals: list[Referral], today: dt.date) -> None:
    journal = Journal(referrals={f"{number}": _named(one, f"{number}") for number, one in enumerate(referrals * 4)})
    found = forecast(Snapshot(journal, today), by=today)
    for outlook in filter(None, (found.chosen, found.this_month, found.next_month, found.ninety_days)):
        assert fsum(outlook.distribution) == pytest.approx(1)
        assert outlook.expected == pytest.approx(mean_of(outlook.distribution), abs=1e-9)
        assert all(0 <= chance.probability <= 1 for chance in outlook.chances)
        assert sum(outlook.distribution[outlook.low : outlook.high + 1]) >= 0.8 - 1e-9


def _named(referral: Referral, name: str) -> Referral:
    return msgspec.structs.replace(referral, id=name)


def test_a_past_outlook_is_what_was_known_then() -> None:
    """Everything that came later, into the journal or into a record, changes nothing of it."""
    first = day("2026-02-01")
    people = (*TWELVE, waiting(1, 60), waiting(2, 45))
    later = (ended(70, 3, "closed", since=day("2026-02-03")), waiting(3, 20))
    then = snapshot(*people, today=first)
    february = Window(first, day("2026-02-28"))
    seen = _past_evening(snapshot(*people, *later), first)
    known = forecast(then).this_month
    past = outlook_as_of(seen, february)
    assert past is not None
    assert known is not None
    assert past.distribution == pytest.approx(known.distribution)
    assert [chance.probability for chance in past.chances] == pytest.approx(
        [chance.probability for chance in known.chances]
    )


def _past_evening(now: Snapshot, on: dt.date) -> Evening:
    evening, _ = History(now, paths(now), [on.toordinal()]).evenings()
    return evening


def test_without_an_evening_there_is_no_outlook() -> None:
    assert outlook_as_of(None, MARCH) is None
