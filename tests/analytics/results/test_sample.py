"""The sample counted a second time, straight from its files and in another way: no code of the program takes part.

Stages, working days and medians are told here from the text of the journal format, with PyYAML, sets and Python's own
statistics.
"""

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lifelines import KaplanMeierFitter
from statsmodels.stats.proportion import proportion_confint

from textual_tracker.analytics.results.results import Results, results
from textual_tracker.analytics.results.stays import stays
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.analytics.window import Window
from textual_tracker.config.resources import sample_journal_folder
from textual_tracker.core.stages import Stage
from textual_tracker.workspace import Workspace

FOLDER = sample_journal_folder()
TODAY = dt.date(2026, 3, 10)
DATA = {"duplicate", "wrong_contact", "out_of_area", "not_a_referral"}
BEYOND = {"not_ready", "stopped_looking", "bought_with_cash", "contract_fell_through", "partner_withdrew"}
APPLICATION = ["started", "submitted", "preapproved", "in_process", "clear_to_close"]
WINDOWS = [
    (dt.date(2025, 3, 11), TODAY),
    (dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
    (dt.date(2025, 6, 1), dt.date(2025, 6, 30)),
]

pytestmark = pytest.mark.skipif(not (FOLDER / "journal.yaml").is_file(), reason="no sample journal")


def as_moment(value: Any) -> dt.datetime | None:
    """PyYAML leaves a time without seconds a text; of a day without a time, nothing."""
    return dt.datetime.fromisoformat(value) if isinstance(value, str) else None


def as_day(value: Any) -> dt.date | None:
    moment = as_moment(value)
    return value if moment is None else moment.date()


@cache
def people() -> tuple[dict[str, Any], ...]:
    found = []
    for path in sorted((FOLDER / "referrals").rglob("*.yaml")):
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        received = as_day(record.get("received")) or dt.date.fromisoformat(path.stem[:10])
        found.append({**record, "id": path.stem, "received_on": received})
    return tuple(found)


@cache
def partners() -> dict[str, str]:
    return {path.stem: yaml.safe_load(path.read_text("utf-8"))["type"] for path in (FOLDER / "partners").glob("*.yaml")}


def furthest(person: dict[str, Any]) -> int:
    """The number of the furthest stage, by the table of the format; everything in the sample is in the past."""
    reached = {1}
    for attempt in person.get("contact_attempts") or []:
        reached.add(3 if isinstance(attempt, dict) and attempt.get("result") in {"reached", "replied"} else 2)
    meeting = person.get("appointment") or {}
    for one in [meeting, *(meeting.get("earlier") or [])]:
        reached.add({"set": 4, "no_show": 4, "cancelled": 4, "held": 5}.get(one.get("status"), 1))
    file = person.get("application") or {}
    for one in [file, *(file.get("earlier") or [])]:
        if one.get("status") in APPLICATION:
            reached.add(6 + APPLICATION.index(one["status"]))
        reached.add({"denied": 7, "withdrawn": 6, "incomplete": 6}.get(one.get("status"), 1))
        for number, name in enumerate(["started", "submitted", "preapproved", "under_contract", "clear_to_close"]):
            if one.get(name):
                reached.add(6 + number)
        if one.get("conditional_approval"):
            reached.add(9)
    return 11 if (person.get("outcome") or {}).get("status") == "closed" else max(reached)


def fate(person: dict[str, Any]) -> str:
    return (person.get("outcome") or {}).get("status") or "open"


def reason(person: dict[str, Any]) -> str | None:
    return person["outcome"].get("reason") if fate(person) == "lost" else None


def cohort(start: dt.date, end: dt.date) -> list[dict[str, Any]]:
    return [one for one in people() if start <= one["received_on"] <= end and reason(one) not in DATA]


@cache
def journal() -> Any:
    return Workspace.open(Path(FOLDER), today=lambda: TODAY, use_index=False).journal


def told(start: dt.date, end: dt.date) -> Results:
    return results(Snapshot(journal(), TODAY), Window(start, end))


def wilson(rate: Rate | None, hits: int, n: int) -> None:
    assert rate is not None
    assert (rate.hits, rate.n) == (hits, n)
    assert (rate.low, rate.high) == pytest.approx(proportion_confint(hits, n, method="wilson"))


@pytest.mark.parametrize(("start", "end"), WINDOWS)
def test_the_counts_and_the_close_rates(start: dt.date, end: dt.date) -> None:
    members, value = cohort(start, end), told(start, end)
    fates = Counter(map(fate, members))
    assert value.received == len(members) > 0
    assert (value.closed, value.lost, value.open, value.nurture) == (
        fates["closed"], fates["lost"], fates["open"], fates["nurture"],
    )  # fmt: skip
    beyond = sum((reason(one) or "").startswith("denied_") or reason(one) in BEYOND for one in members)
    wilson(value.close_rates.decided, fates["closed"], fates["closed"] + fates["lost"])
    wilson(value.close_rates.so_far, fates["closed"], len(members))
    wilson(value.close_rates.controllable, fates["closed"], fates["closed"] + fates["lost"] - beyond)


@pytest.mark.parametrize(("start", "end"), WINDOWS)
def test_the_funnel(start: dt.date, end: dt.date) -> None:
    members, value = cohort(start, end), told(start, end)
    before = len(members)
    for step in value.funnel:
        reached = [one for one in members if furthest(one) >= step.stage]
        pending = [one for one in members if furthest(one) < step.stage and fate(one) in {"open", "nurture"}]
        assert (step.reached, step.undecided) == (len(reached), len(pending)), step.stage
        wilson(step.from_received, len(reached), len(members))
        if step.stage is not Stage.received:
            wilson(step.from_previous, len(reached), before)
        before = len(reached)


@pytest.mark.parametrize(("start", "end"), WINDOWS)
def test_why_not(start: dt.date, end: dt.date) -> None:
    counted = Counter(reason(one) for one in cohort(start, end) if fate(one) == "lost")
    assert {loss.reason: loss.count for loss in told(start, end).losses} == dict(counted)


@pytest.mark.parametrize("column", ["by_source", "by_partner", "by_month"])
def test_the_groups(column: str) -> None:
    start, end = WINDOWS[0]
    keys: dict[str, Callable[[dict[str, Any]], str | None]] = {
        "by_source": lambda one: one.get("source") or partners().get(one.get("partner", "")),
        "by_partner": lambda one: one.get("partner"),
        "by_month": lambda one: f"{one['received_on']:%Y-%m}",
    }
    members = cohort(start, end)
    for row in getattr(told(start, end), column):
        own = [one for one in members if keys[column](one) == row.key]
        closed = [one for one in own if fate(one) == "closed"]
        days = [(one["outcome"]["date"] - one["received_on"]).days for one in closed]
        assert (row.received, row.closed, row.lost) == (
            len(own), len(closed), sum(fate(one) == "lost" for one in own),
        )  # fmt: skip
        assert (row.contacted, row.appointments_held, row.applications) == tuple(
            sum(furthest(one) >= stage for one in own) for stage in (3, 5, 7)
        )
        assert row.amount == sum(one["outcome"].get("amount") or 0 for one in closed)
        assert row.median_days == (statistics.median(days) if days else None)


def test_speed() -> None:
    """In working days from received, told by walking the calendar day by day."""
    start, end = WINDOWS[0]
    own = yaml.safe_load((FOLDER / "journal.yaml").read_text("utf-8"))
    holidays = set(own.get("holidays") or [])
    ends = dt.time.fromisoformat(own.get("day_ends", "17:00"))

    def works(day: dt.date) -> bool:
        return day.weekday() < 5 and day not in holidays

    def working_days(since: dt.date, until: dt.date) -> int:
        return sum(works(since + dt.timedelta(days=number + 1)) for number in range((until - since).days))

    days, in_time, late = [], 0, 0
    for one in cohort(start, end):
        since, moment = one["received_on"], as_moment(one.get("received"))
        is_after_hours = moment is not None and moment.time() >= ends
        if is_after_hours or not works(since):
            since += dt.timedelta(days=1)
            while not works(since):
                since += dt.timedelta(days=1)
        tried = [as_day(a["date"] if isinstance(a, dict) else a) for a in one.get("contact_attempts") or []]
        first = min(day for day in tried if day is not None) if tried else None
        if first is not None:
            days.append((first - one["received_on"]).days)
        is_waiting = first is None and furthest(one) == 1 and fate(one) == "open"
        waited = working_days(since, first or TODAY)
        in_time += first is not None and waited <= 1
        late += (first is not None or is_waiting) and waited > 1
    speed = told(start, end).speed
    assert (speed.to_first_attempt.value, speed.to_first_attempt.n) == (statistics.median(days), len(days))
    wilson(speed.within_one, in_time, in_time + late)


def test_what_happened_in_the_window() -> None:
    start, end = WINDOWS[0]
    everybody = [one for one in people() if reason(one) not in DATA]
    submitted = [(one.get("application") or {}).get("submitted") for one in everybody]
    closings = [one["outcome"]["date"] for one in everybody if fate(one) == "closed"]
    ratio = told(start, end).ratios.applications_per_closing
    assert ratio.numerator == sum(day is not None and start <= day <= end for day in submitted)
    assert ratio.denominator == sum(start <= day <= end for day in closings)
    by_month = Counter(f"{day:%Y-%m}" for day in closings if start <= day <= end)
    assert {month.month: month.closed for month in told(start, end).snapshots if month.closed} == dict(by_month)


def test_the_weeks_sum_to_the_window() -> None:
    value = told(*WINDOWS[0])
    ratios = value.ratios
    assert sum(week.calls for week in value.weekly) == ratios.calls_per_conversation.numerator
    assert sum(week.conversations for week in value.weekly) == ratios.calls_per_conversation.denominator
    assert sum(week.appointments for week in value.weekly) == ratios.appointments_per_application.numerator
    assert sum(week.applications for week in value.weekly) == ratios.applications_per_closing.numerator
    assert sum(week.closings for week in value.weekly) == ratios.applications_per_closing.denominator


def test_days_in_stage_as_lifelines_has_them() -> None:
    value = told(*WINDOWS[0])
    for time in value.stage_times:
        found = [
            stay
            for member in value.members
            for stay in stays(member.referral, member.standing.stage, TODAY)
            if stay.stage is time.stage
        ]
        fitted = KaplanMeierFitter().fit([stay.days for stay in found], [stay.is_over for stay in found])
        assert (time.n, time.waiting) == (len(found), sum(not stay.is_over for stay in found))
        if time.waiting:
            assert time.median_days == fitted.median_survival_time_
        else:
            assert time.median_days == statistics.median(stay.days for stay in found)


def test_days_pre_approved_told_from_the_dates_alone() -> None:
    """Of those with one application and no return: from the letter to the contract, the ending, or today."""
    times = []
    for one in cohort(*WINDOWS[0]):
        file, ending = one.get("application") or {}, one.get("outcome") or {}
        letter = file.get("preapproved")
        if letter is not None and not (file.get("earlier") or ending.get("earlier")):
            ends = [file.get(name) for name in ("under_contract", "conditional_approval", "clear_to_close")]
            ends.append(ending.get("date") if fate(one) != "open" else None)
            left = min((day for day in ends if day is not None), default=None)
            times.append((((left or TODAY) - letter).days, left is not None))
    value = told(*WINDOWS[0])
    found = [
        (stay.days, stay.is_over)
        for member in value.members
        if not (member.referral.application.earlier or member.referral.outcome.earlier)
        for stay in stays(member.referral, member.standing.stage, TODAY)
        if stay.stage is Stage.preapproved
    ]
    assert len(times) > 20
    assert sorted(found) == sorted(times)
