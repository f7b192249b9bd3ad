"""What happened in a window is counted by its own day, before a return and in what ended too."""

from tests.analytics.results.small import found, of
from tests.factories import (
    application,
    ended_application,
    ended_outcome,
    make_day,
    make_journal,
    make_referral,
    outcome,
    update,
)

TWICE = make_referral(
    "Closed Twice",
    "2024-02-01",
    application=application(
        "submitted",
        submitted="2026-01-12",
        earlier=[ended_application("2025-11-01", "submitted", submitted="2025-10-05")],
    ),
    outcome=outcome(
        "closed", "2026-02-16", amount=300_000, earlier=[ended_outcome("closed", "2025-06-02", "2026-01-05", amount=1)]
    ),
)


def test_an_application_that_ended_counts_beside_the_next() -> None:
    assert of(TWICE).ratios.applications_per_closing.numerator == 2


def test_one_that_is_written_twice_counts_once() -> None:
    repeated = make_referral(
        "Same File",
        "2026-01-02",
        application=application(
            "submitted", submitted="2026-01-12", earlier=[ended_application("2026-02-01", submitted="2026-01-12")]
        ),
    )
    assert of(repeated).ratios.applications_per_closing.numerator == 1


def test_a_loan_that_closed_before_its_borrower_came_back_did_close() -> None:
    assert of(TWICE).ratios.applications_per_closing.denominator == 2
    assert [month.month for month in of(TWICE).snapshots if month.closed] == ["2025-06", "2026-02"]


def test_seen_from_before_the_return_it_closed_once() -> None:
    assert of(TWICE, today="2025-12-31").ratios.applications_per_closing.denominator == 1


def test_second_chances_are_of_those_who_came_back_in_the_window() -> None:
    lost_before = make_referral(
        "Lost Before",
        "2024-03-01",
        outcome=outcome("lost", "2026-03-02", reason="not_ready",
                        earlier=[ended_outcome("lost", "2024-05-01", "2026-01-15", reason="not_ready")]),
    )  # fmt: skip
    long_ago = make_referral(
        "Long Ago", "2023-03-01", outcome=outcome(earlier=[ended_outcome("closed", "2023-05-01", "2024-01-15")])
    )
    still_out = make_referral("Never Back", "2026-01-02", outcome=outcome("lost", "2026-02-02", reason="not_ready"))
    chances = of(TWICE, lost_before, long_ago, still_out).second_chances
    assert (chances.reopened, chances.closed, chances.lost, chances.closed_before) == (2, 1, 1, 1)


def test_only_the_days_of_the_window_count() -> None:
    journal = make_journal(
        make_day("2026-01-31", calls=5),
        make_day("2026-02-01", calls=7),
        make_day("2026-03-01", calls=9),
        make_referral("Told Early", "2025-12-01", partner_updates=(update("2026-01-02 call contacted"),)),
    )
    value = found(journal, start="2026-02-01", end="2026-02-28")
    assert value.ratios.calls_per_closing.numerator == 7
    assert (value.weekly[0].start.isoformat(), value.weekly[0].calls) == ("2026-01-26", 7)


def test_what_was_funded_is_the_amount_of_the_closed_alone() -> None:
    lost = make_referral("Lost Late", "2026-01-02", source="online",
                         outcome=outcome("lost", "2026-02-02", reason="not_ready", amount=5))  # fmt: skip
    assert of(lost).by_source[0].amount == 0
