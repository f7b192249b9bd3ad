"""Every row of the table of rules, at its limits."""

import pytest

from tests.analytics.rule_table import ROWS, WEDNESDAY, Row, after, fires, level
from tests.factories import day, make_settings, outcome
from textual_tracker.analytics.rules import RULE_NAMES

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)


class TestEveryRow:
    def test_the_rows_are_all_there(self) -> None:
        assert {row.rule for row in ROWS} | {"appointment_passed"} == set(RULE_NAMES)

    @each_row
    def test_a_day_before_the_limit_it_is_quiet(self, row: Row) -> None:
        first = row.stalled if row.at_risk is None else row.at_risk
        assert level(row, first - 1) is None

    @each_row
    def test_at_risk_from_its_first_limit_to_the_day_before_its_second(self, row: Row) -> None:
        if row.at_risk is not None:
            assert {level(row, waited) for waited in range(row.at_risk, row.stalled)} == {"at_risk"}

    @each_row
    def test_stalled_from_its_second_limit_on(self, row: Row) -> None:
        assert {level(row, waited) for waited in (row.stalled, row.stalled + 1, row.stalled + 40)} == {"stalled"}

    @each_row
    def test_what_it_says(self, row: Row) -> None:
        firing = fires(after(row.since, row.stalled), **row.facts)[row.rule]
        assert firing.band == row.band
        assert firing.since == day(row.since)
        assert firing.waited == firing.limit == row.stalled
        assert firing.action == row.action

    @each_row
    def test_the_limit_is_that_of_the_level(self, row: Row) -> None:
        if row.at_risk is not None:
            firing = fires(after(row.since, row.at_risk), **row.facts)[row.rule]
            assert firing.waited == firing.limit == row.at_risk

    @each_row
    def test_null_in_the_journal_switches_it_off(self, row: Row) -> None:
        assert level(row, row.stalled + 1, settings=make_settings(stalled={row.rule: None})) is None

    @each_row
    def test_the_journal_may_set_other_limits(self, row: Row) -> None:
        if row.at_risk is None:
            return  # late_closing's limits in the journal are for its first row
        own = make_settings(stalled={row.rule: (row.stalled, row.stalled + 3)})
        found = {waited: level(row, row.stalled + waited, settings=own) for waited in (-1, 0, 2, 3)}
        assert found == {-1: None, 0: "at_risk", 2: "at_risk", 3: "stalled"}

    @each_row
    def test_the_journal_may_leave_one_level_out(self, row: Row) -> None:
        if row.at_risk is None:
            return
        only_stalled = make_settings(stalled={row.rule: (None, row.stalled)})
        assert level(row, row.stalled - 1, settings=only_stalled) is None
        assert level(row, row.stalled, settings=only_stalled) == "stalled"
        only_at_risk = make_settings(stalled={row.rule: (row.at_risk, None)})
        assert level(row, row.stalled + 20, settings=only_at_risk) == "at_risk"

    @each_row
    def test_what_ended_is_left_alone_but_for_its_second_chance(self, row: Row) -> None:
        if row.rule != "revisit_due":
            assert fires("2026-06-01", **row.facts, outcome=outcome("lost", WEDNESDAY)) == {}
            assert fires("2026-06-01", **row.facts, outcome=outcome("nurture", WEDNESDAY)) == {}
