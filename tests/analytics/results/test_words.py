"""The results in words: no per cent of few, nothing that is all or none unless it is."""

import datetime as dt

import pytest

from tests.analytics.results.small import KAI, LEE, RAVI, SMALL, found, of
from tests.factories import day, make_day, make_journal, make_referral, make_settings, outcome
from textual_tracker.analytics.diagnosis.diagnosis import diagnosis
from textual_tracker.analytics.diagnosis.words import headline
from textual_tracker.analytics.results.results import results
from textual_tracker.analytics.results.words import (
    attempts_lines,
    close_rate_text,
    key_label,
    left_out_line,
    month_of_window,
    nobody_line,
    number,
    percent,
    rate_of_text,
    rate_text,
    ratio_rows,
    reason_label,
    share_of_text,
    window_label,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate, rate_of
from textual_tracker.analytics.window import Window, last_twelve_months
from textual_tracker.core.records import Referral

TODAY = day("2026-03-10")


def rate(hits: int, n: int) -> Rate:
    found = rate_of(hits, n)
    assert found is not None
    return found


def window(start: str, end: str) -> Window:
    return Window(day(start), day(end))


@pytest.mark.parametrize(
    ("hits", "n", "text"),
    [
        (0, 20, "0%"),
        (1, 300, "<1%"),
        (1, 200, "<1%"),
        (51, 10_000, "1%"),
        (29, 100, "29%"),
        (9949, 10_000, "99%"),
        (199, 200, ">99%"),
        (299, 300, ">99%"),
        (20, 20, "100%"),
    ],
)
def test_a_share_in_per_cent(hits: int, n: int, text: str) -> None:
    assert percent(rate(hits, n)) == text


def test_a_rate_stands_with_its_number_and_its_interval() -> None:
    """18 of 20: Wilson's 0.699 to 0.972, as R has it."""
    assert rate_text(rate(18, 20)) == "90% (70–97%)"
    assert rate_of_text(rate(18, 20), "decided") == "90% of 20 decided (70–97%)"
    assert (rate_text(rate(3, 5)), rate_of_text(rate(3, 5), "decided")) == ("3 of 5", "3 of 5 decided")
    assert rate_text(None) == "–"


def test_without_room_for_the_interval_the_number_stays() -> None:
    assert share_of_text(rate(18, 20), "decided") == "90% of 20 decided"
    assert share_of_text(rate(3, 5)) == "3 of 5"


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (window("2025-03-11", "2026-03-10"), "12 months to 10 Mar 2026"),
        (window("2026-02-01", "2026-02-28"), "Feb 2026"),
        (window("2024-02-01", "2024-02-28"), "1 Feb 2024 to 28 Feb 2024"),
        (window("2026-02-05", "2026-02-05"), "5 Feb 2026"),
        (Window(dt.date(9999, 12, 1), dt.date.max), "Dec 9999"),
    ],
)
def test_windows(found: Window, text: str) -> None:
    assert window_label(found, TODAY) == text


@pytest.mark.parametrize(
    ("month", "text"),
    [("2026-01", "from 5 Jan 2026"), ("2026-02", "Feb 2026"), ("2026-03", "to 10 Mar 2026")],
)
def test_a_month_that_is_not_whole_in_the_window_says_so(month: str, text: str) -> None:
    assert month_of_window(month, window("2026-01-05", "2026-03-10")) == text


def test_a_window_within_a_month() -> None:
    assert month_of_window("2026-03", window("2026-03-02", "2026-03-06")) == "2–6 Mar 2026"
    assert month_of_window("2026-03", window("2026-03-02", "2026-03-02")) == "2 Mar 2026"


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("chose_other_lender_rate", "chose another lender (rate)"),
        ("denied_debt_to_income", "denied: debt to income"),
        ("never_reached", "never reached"),
        ("no_show", "no-show"),
        (None, "no reason written"),
    ],
)
def test_reasons(reason: str | None, text: str) -> None:
    assert reason_label(reason) == text


@pytest.mark.parametrize(
    ("value", "text"), [(2.94, "2.9"), (3, "3"), (2.96, "3"), (14.6, "15"), (9.97, "10"), (1250, "1,250"), (0.4, "0.4")]
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


def test_keys() -> None:
    snapshot, usual = Snapshot(SMALL, TODAY), window("2025-03-11", "2026-03-10")
    assert key_label("partner", "sarah-chen", snapshot, usual) == "Sarah Chen"
    assert key_label("partner", "nobody-known", snapshot, usual) == "nobody-known"
    assert key_label("source", "cpa", snapshot, usual) == "CPA"
    assert [key_label(kind, None, snapshot, usual) for kind in ("source", "partner", "officer")] == [
        "no source", "no partner", "no officer",
    ]  # fmt: skip


def test_the_one_officer_of_a_journal_has_a_name() -> None:
    usual = window("2025-03-11", "2026-03-10")
    alone = Snapshot(make_journal(settings=make_settings(officer="Ana Rivera")), TODAY)
    shared = Snapshot(make_journal(settings=make_settings(officer="Ana Rivera", officers={"ana": "Ana Rivera"})), TODAY)
    assert key_label("officer", None, alone, usual) == "Ana Rivera"
    assert key_label("officer", None, shared, usual) == "no officer"
    assert key_label("officer", "ana", shared, usual) == "Ana Rivera"


def test_of_nobody_sentences_are_left_out_or_say_so() -> None:
    waiting = of(RAVI)
    assert close_rate_text(waiting.close_rates) == "no close rate yet: nobody is closed or lost"
    assert attempts_lines(waiting) == ["1 never reached, nor tried"]
    assert attempts_lines(of(KAI)) == []
    assert attempts_lines(of(RAVI, LEE)) == [
        "2 never reached, tried once each, 1 of them still open; 1 of 1 given up had fewer than six tries"
    ]
    assert left_out_line(waiting) == ""
    assert {value for _, value, _ in ratio_rows(of().ratios)} == {"–"}


def test_what_was_never_recorded_is_no_ratio_of_0() -> None:
    cash = make_referral("Paid Cash", "2026-01-05", outcome=outcome("closed", "2026-02-16"))
    assert of(cash).ratios.applications_per_closing.value == 0
    said = {name: (value, counted) for name, value, counted in ratio_rows(of(cash).ratios)}
    assert said["applications for one closing"] == ("–", "no applications recorded, 1 closing")
    assert said["appointments for one application"] == ("–", "no appointments recorded, no applications")
    assert said["calls for one closing"] == ("–", "no calls recorded, 1 closing")


def test_small_ratios_all_have_tenths_and_large_ones_none() -> None:
    day_of = make_day("2026-02-02", calls=36, conversations=12, appointments=1)
    said = {name: value for name, value, _ in ratio_rows(found(make_journal(day_of)).ratios)}
    assert said["calls for one conversation"] == "3.0"
    assert said["conversations for one appointment"] == "12"


def test_who_was_received_and_does_not_count_was_received() -> None:
    twice = [
        make_referral(f"Twice {number}", "2026-01-05", outcome=outcome("lost", "2026-01-05", reason="duplicate"))
        for number in range(2)
    ]
    faulty = make_referral("Faulty", "2026-01-05", faulty=True)

    def says(*referrals: Referral) -> tuple[str, str]:
        now = Snapshot(make_journal(*referrals), TODAY)
        year = last_twelve_months(TODAY)
        return nobody_line(now, results(now, year)), headline(diagnosis(now, year))

    why = "each was no referral (a duplicate and the like), or has an error in its file"
    none = f"Nobody received from 11 Mar 2025 to 10 Mar 2026 counts, so nothing can be said: {why}."
    assert says(*twice) == ("none of the 2 received in the window counts", none)
    assert says(faulty) == ("the one received does not count", none)
    old = [make_referral(f"Old {number}", "2024-01-05") for number in range(2)]
    assert says(*old)[0] == "nobody was received in the window; those there are came on 5 Jan 2024"
