"""What happened lately. 10 March 2026 is the 60th day after 9 January."""

from typing import Any

import pytest

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    ended_application,
    ended_outcome,
    log,
    make_referral,
    move,
    outcome,
    updates,
)
from textual_tracker.analytics.recency import last_fact, recent_since


def test_recent_are_sixty_days() -> None:
    assert recent_since(day("2026-03-10")) == day("2026-01-09")
    assert recent_since(day("0001-02-01")) == day("0001-01-01")


@pytest.mark.parametrize(
    "facts",
    [
        lambda date: {"contact_attempts": attempts("2025-12-01 call", f"{date} call", "2025-12-02 call")},
        lambda date: {"partner_updates": updates("2025-12-01 text", f"{date} text", "2025-12-02 text")},
        lambda date: {"outcome": outcome("lost", date)},
        lambda date: {"appointment": appointment("set", set=date)},
        lambda date: {"appointment": appointment("held", date=date)},
        lambda date: {"appointment": appointment("held", earlier=[appointment("no_show", set=date)])},
        lambda date: {"appointment": appointment("set", earlier=[appointment("held", date=date)])},
        lambda date: {"application": application("preapproved", preapproved=date)},
        lambda date: {"application": application("in_process", under_contract=date)},
        lambda date: {"application": application("in_process", conditional_approval=date)},
        lambda date: {"application": application("clear_to_close", clear_to_close=date)},
        lambda date: {"application": application(earlier=[ended_application(date)])},
        lambda date: {"application": application(earlier=[ended_application("2025-12-01", preapproved=date)])},
        lambda date: {"application": application(moved=[move(date)])},
        lambda date: {"outcome": outcome(earlier=[ended_outcome("lost", date, ended="2026-04-01")])},
    ],
)
def test_whatever_is_news_or_activity(facts: Any) -> None:
    assert last_fact(make_referral(received="2025-11-03", **facts("2026-01-09"))) == day("2026-01-09")


def test_what_is_neither_is_not_asked() -> None:
    quiet = make_referral(log=log("2026-01-09"), application=application(expected_close="2026-01-09"))
    assert last_fact(quiet) == day("0001-01-01")
