"""A simulated life: the same for a seed, true to its past, and in a format that the program reads."""

import datetime as dt
from collections import Counter
from typing import Any

import pytest

from benchmarks.simulator.clock import Clock, us_holidays
from benchmarks.simulator.days import Counts, count_referral
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.life import Life, simulate
from benchmarks.simulator.story import Sender, day_of
from benchmarks.simulator.yaml_text import other_text, referral_text
from textual_tracker.reading.reader import read

START = dt.date(2025, 1, 6)
END = dt.date(2025, 12, 31)
SENDERS = (
    Sender("real_estate_agent", "good", 6, "ann", prefers="text"),
    Sender("cpa", "plain", 2, "bob"),
    Sender("past_client", "warm", 1, "cleo"),
    Sender("online", "cold", 3),
)


def life(end: dt.date = END, *, seed: int = 5, **more: Any) -> Life:
    return simulate(seed, START, end, referrals_per_month=15, senders=SENDERS, **more)


@pytest.fixture(scope="module")
def lived() -> Life:
    return life()


def test_a_seed_gives_the_same_life_and_another_seed_another(lived: Life) -> None:
    again = life()
    assert again.referrals == lived.referrals
    assert again.days == lived.days
    assert life(seed=6).referrals != lived.referrals


def test_about_as_many_referrals_come_as_were_asked_for(lived: Life) -> None:
    assert 150 < len(lived.referrals) < 210
    assert all(START <= day_of(facts["received"]) <= END for facts in lived.referrals.values())


def test_nothing_has_happened_after_the_end(lived: Life) -> None:
    plans = {"expires", "expected_close", "lock_expires", "revisit", "from"}
    for facts in lived.referrals.values():
        planned = facts["appointment"].get("date") if facts["appointment"].get("status") == "set" else None
        later = [day for key, day in _dates(facts) if day > END and key not in plans and key != "due"]
        assert later in ([], [day_of(planned) if planned else None])


def test_a_longer_life_has_the_same_past(lived: Life) -> None:
    earlier = dt.date(2025, 9, 30)
    before = life(earlier).referrals
    assert before.keys() == {name for name in lived.referrals if name[:10] <= earlier.isoformat()}
    for name, facts in before.items():
        then, now = facts["outcome"], lived.referrals[name]["outcome"]
        if then.get("status") == "closed" or (then.get("status") == "lost" and "earlier" not in now):
            assert (now["status"], now["date"]) == (then["status"], then["date"])


def test_the_program_reads_every_record_and_finds_no_fault(lived: Life) -> None:
    for name, facts in lived.referrals.items():
        path = f"referrals/{name[:4]}/{name}.yaml"
        assert read("referral", path, referral_text(facts).encode()).problems == (), name
    for day, facts in lived.days.items():
        text = other_text("activity", "../../", facts)
        assert read("activity", f"activity/{day.year}/{day}.yaml", text.encode()).problems == ()


def test_a_day_is_never_less_than_its_records_show(lived: Life) -> None:
    counts: Counts = {}
    for facts in lived.referrals.values():
        count_referral(counts, facts)
    for day, shown in counts.items():
        assert all(lived.days[day][counter] >= number for counter, number in shown.items())


def test_who_sent_them_decides_how_often_they_close() -> None:
    long = life(dt.date(2027, 12, 31))
    closed: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for facts in long.referrals.values():
        who = facts["partner"] or facts["source"]
        closed[who] += facts["outcome"].get("status") == "closed"
        lost[who] += facts["outcome"].get("status") == "lost"
    rate = {who: closed[who] / (closed[who] + lost[who]) for who in lost}
    assert rate["cleo"] > rate["bob"] > rate["online"]
    assert rate["ann"] > 2 * rate["online"]


def test_losses_that_nobody_writes_down_leave_referrals_open(lived: Life) -> None:
    forgetful = life(unrecorded_losses=0.5)
    assert _open(forgetful) > _open(lived) + 20
    assert forgetful.referrals.keys() == lived.referrals.keys()


def test_growth_brings_more_at_the_end_than_at_the_start() -> None:
    months = Counter(day_of(facts["received"]).month for facts in life(growth=4.0).referrals.values())
    assert months[10] + months[11] + months[12] > 2 * (months[1] + months[2] + months[3])


def test_on_days_off_nothing_is_done() -> None:
    off = [dt.date(2025, 8, day) for day in (11, 12, 13, 14, 15)]
    away = life(days_off=off)
    assert not away.days.keys() & set(off)
    touched = {day_of(event["date"]) for facts in away.referrals.values() for event in facts["contact_attempts"]}
    assert not touched & set(off)


def test_the_holidays_of_a_year() -> None:
    assert us_holidays(2026) == [
        dt.date(2026, month, day)
        for month, day in ((1, 1), (1, 19), (2, 16), (5, 25), (6, 19), (7, 3), (9, 7), (11, 26), (11, 27), (12, 25))
    ]


def test_tuesdays_between_two_working_days() -> None:
    clock = Clock(dt.date(2026, 3, 2), dt.date(2026, 3, 31))
    assert [clock.day(number) for number in clock.tuesdays(0, 9)] == [dt.date(2026, 3, 3), dt.date(2026, 3, 10)]


def test_arrivals_are_as_many_as_expected_on_average() -> None:
    assert sum(Dice("arrivals", number).arrivals(2.5) for number in range(2000)) == pytest.approx(5000, rel=0.05)


def _open(lived: Life) -> int:
    return sum(not facts["outcome"].get("status") for facts in lived.referrals.values())


def _dates(value: Any, key: str = "") -> list[tuple[str, dt.date]]:
    if isinstance(value, dict):
        return [found for name, item in value.items() for found in _dates(item, name)]
    if isinstance(value, list):
        return [found for item in value for found in _dates(item, key)]
    return [(key, day_of(value))] if isinstance(value, dt.date) else []
