"""The journal as one value, and its settings."""

import datetime as dt

from msgspec.structs import replace

from tests.factories import day, make_journal, make_partner, make_referral, make_settings
from textual_tracker.core.problems import WARNING, Problem
from textual_tracker.core.settings import Settings

JOURNAL = make_journal(make_partner("sarah-chen", type="builder"))


def test_a_referral_comes_from_its_source_or_from_its_partners_type() -> None:
    assert JOURNAL.source_of(make_referral(source="cpa", partner="sarah-chen")) == "cpa"
    assert JOURNAL.source_of(make_referral(partner="sarah-chen")) == "builder"
    assert JOURNAL.source_of(make_referral(partner="nobody")) is None
    assert JOURNAL.source_of(make_referral()) is None


def test_a_partner_has_a_name_or_at_least_an_id() -> None:
    assert JOURNAL.partner_name("sarah-chen") == "Sarah Chen"
    assert JOURNAL.partner_name("nobody") == "nobody"


def test_warnings_are_not_errors() -> None:
    error = Problem(path="a.yaml", line=3, column=2, code="enum", message="…")
    warning = Problem(path="a.yaml", line=2, column=9, severity=WARNING, code="future", message="…")
    assert replace(JOURNAL, problems=(error, warning, error)).errors == 2
    assert sorted((error, warning), key=lambda problem: problem.sort_key) == [warning, error]


def test_without_settings_the_week_has_five_days_until_five_o_clock() -> None:
    calendar = Settings().calendar
    assert [calendar.is_working(day(f"2026-03-{date:02}")) for date in range(2, 9)] == [True] * 5 + [False] * 2
    assert calendar.day_ends == dt.time(17)


def test_the_settings_make_the_calendar_and_days_off_do_not_stop_it() -> None:
    settings = make_settings(
        working_days=("tue", "sat"), holidays=["2026-03-03"], days_off=["2026-03-07"], day_ends=dt.time(12)
    )
    assert settings.calendar.waited(day("2026-03-02"), day("2026-03-08")) == 1
    assert settings.calendar.received_for_work(day("2026-03-07"), dt.time(12)) == day("2026-03-10")
