"""On which day a closing was expected."""

import pytest

from tests.factories import application, day, ended_application, make_referral, move
from textual_tracker.analytics.forecast.expected import expected_then, promises
from textual_tracker.core.stages import Stage

IN_PROCESS = Stage.in_process
MOVED_TWICE = make_referral(
    application=application(
        "in_process",
        under_contract="2026-03-02",
        expected_close="2026-04-20",
        moved=[
            move("2026-04-01", before="2026-04-10"),
            move("2026-04-08", before="2026-04-15"),
            move("2026-04-02", "lock_expires", "2026-04-12"),
        ],
    )
)


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-03-10", "2026-04-10"), ("2026-04-01", "2026-04-15"), ("2026-04-08", "2026-04-20")],
)
def test_before_a_date_was_moved_it_was_what_it_was_moved_from(on: str, expected: str) -> None:
    assert expected_then(MOVED_TWICE, IN_PROCESS, day(on)) == day(expected)


def test_a_day_that_was_never_moved_may_have_been_written_at_any_time() -> None:
    referral = make_referral(application=application("in_process", expected_close="2026-04-20"))
    assert expected_then(referral, IN_PROCESS, day("2026-04-19")) is None


def test_without_a_contract_no_closing_was_expected() -> None:
    assert expected_then(MOVED_TWICE, Stage.preapproved, day("2026-03-01")) is None


def test_a_contract_that_fell_through_had_a_day_of_its_own() -> None:
    first = ended_application("2026-03-20", under_contract="2026-03-02", expected_close="2026-04-18")
    referral = make_referral(
        application=application(
            "in_process",
            under_contract="2026-03-25",
            expected_close="2026-05-15",
            earlier=[first],
            moved=[move("2026-03-10", before="2026-04-10"), move("2026-05-02", before="2026-05-08")],
        )
    )
    assert expected_then(referral, IN_PROCESS, day("2026-03-05")) == day("2026-04-10")
    assert expected_then(referral, IN_PROCESS, day("2026-03-15")) == day("2026-04-18")
    assert expected_then(referral, IN_PROCESS, day("2026-03-28")) == day("2026-05-08")
    assert promises(referral) == [day("2026-05-08"), day("2026-05-15")]


def test_all_days_on_which_it_was_expected() -> None:
    assert promises(MOVED_TWICE) == [day("2026-04-10"), day("2026-04-15"), day("2026-04-20")]
    assert promises(make_referral(application=application(expected_close="2026-04-20"))) == [day("2026-04-20")]
    assert promises(make_referral()) == []


def test_a_move_from_an_unknown_day_promises_nothing() -> None:
    referral = make_referral(application=application("in_process", moved=[move("2026-04-01")]))
    assert promises(referral) == []
    assert expected_then(referral, IN_PROCESS, day("2026-03-20")) is None
