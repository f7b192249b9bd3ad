"""What each kind of value accepts and refuses, in the data that an editor's YAML 1.2 hands to the schema."""

import pytest

from tests.schema.schemas import faults

DAYS = ["2026-03-02", "'2026-03-02'", "2024-02-29", "", "null", "~"]
MOMENTS = [*DAYS, "2026-03-02T10:15", "2026-03-02 10:15", "2026-03-02T10:15:30", "2026-03-02T00:00"]
NO_MOMENTS = [
    "2026-3-2", "3/6/2026", "20260302", "2026-13-01", "2026-00-10", "2026-03-32", "2026-03-02T24:00",
    "2026-03-02T10:60", "2026-03-02T10", "2026-03-02T10:15Z", "2026-03-02T10:15+01:00", "2026-03-02t10:15",
    "2026-03-02  10:15", "2026-03-02T10:15:30.5", "tomorrow", "20260302.0", "true", "[2026-03-02]", "{day: 2}",
    '"2026-03-02\\n"', '"٢٠٢٦-03-02"', '""',
]  # fmt: skip


@pytest.mark.parametrize("value", MOMENTS)
def test_a_moment(value: str) -> None:
    assert faults("referral", f"borrower: Dana\nreceived: {value}") == []
    assert faults("partner", f"name: Sarah Chen\ntype: cpa\nsince: {value}") == []


@pytest.mark.parametrize("value", NO_MOMENTS)
def test_not_a_moment(value: str) -> None:
    (found,) = faults("referral", f"borrower: Dana\nreceived: {value}")
    assert found.startswith("received: ")


@pytest.mark.parametrize("value", DAYS)
def test_a_day(value: str) -> None:
    assert faults("activity", f"date: {value}") == []


@pytest.mark.parametrize("value", [*NO_MOMENTS, "2026-03-02T10:15"])
def test_not_a_day(value: str) -> None:
    (found,) = faults("activity", f"date: {value}")
    assert found.startswith("date: ")


@pytest.mark.parametrize("value", [*DAYS, "2026-12-24..2026-12-31"])
def test_a_day_or_a_range_of_days(value: str) -> None:
    assert faults("journal", f"format: 1\nholidays:\n  - {value}\ndays_off:\n  - {value}") == []


@pytest.mark.parametrize("value", ["2026-12-24 .. 2026-12-31", "2026-12-24..", "2026-12-24...2026-12-31", "12-24"])
def test_not_a_range_of_days(value: str) -> None:
    (found,) = faults("journal", f"format: 1\nholidays: [{value}]")
    assert found.startswith("holidays.0: ")


@pytest.mark.parametrize("value", ["17:00", '"17:00"', "00:00", "23:59", ""])
def test_a_time_of_day(value: str) -> None:
    assert faults("journal", f"format: 1\nday_ends: {value}") == []


@pytest.mark.parametrize("value", ["5pm", "9:00", "24:00", "17:60", "1020", "17", "17:00:00"])
def test_not_a_time_of_day(value: str) -> None:
    (found,) = faults("journal", f"format: 1\nday_ends: {value}")
    assert found.startswith("day_ends: ")


@pytest.mark.parametrize("value", ["0", "14", "385000", "", "null"])
def test_a_whole_number(value: str) -> None:
    assert faults("activity", f"calls: {value}") == []


@pytest.mark.parametrize("value", ["-1", "1.5", '"14"', "385,000", "$385000", "14 calls", "true", "[14]"])
def test_not_a_whole_number(value: str) -> None:
    (found,) = faults("referral", f"borrower: Dana\nloan:\n  amount: {value}")
    assert found.startswith("loan.amount: ")


@pytest.mark.parametrize("value", ["true", "false", "", "vacation", "sick", "training"])
def test_a_day_off(value: str) -> None:
    assert faults("activity", f"day_off: {value}") == []


@pytest.mark.parametrize("value", ["yes", "no", "on", '"true"', "1", "holiday"])
def test_not_a_day_off(value: str) -> None:
    (found,) = faults("activity", f"day_off: {value}")
    assert found.startswith("day_off: ")


@pytest.mark.parametrize("value", ["yes", "no", "1", '"false"'])
def test_true_and_false_are_the_only_flags(value: str) -> None:
    assert faults("referral", f"borrower: {{name: Dana, do_not_contact: {value}}}") == [
        f"borrower.do_not_contact: {1 if value == '1' else repr(value.strip(chr(34)))} is not of type 'boolean', 'null'"
    ]


@pytest.mark.parametrize("value", ["NO", "5550142", "12:30", "02134", "on", "~user", "true", "1.5", "", "2026-03-02"])
def test_text_is_whatever_was_typed(value: str) -> None:
    assert faults("referral", f"borrower:\n  name: {value}\n  phone: {value}\npartner: {value}\nnotes: {value}") == []
    assert faults("referral", f"borrower: {value}\ntags:\n  - {value}") == []


@pytest.mark.parametrize("value", ["[a]", "{a: b}"])
def test_text_is_not_a_list_or_a_mapping(value: str) -> None:
    (found,) = faults("referral", f"borrower: Dana\nnotes: {value}")
    assert found.startswith("notes: ")


def test_a_list_may_be_empty_and_so_may_a_line_of_it() -> None:
    assert faults("referral", "borrower: Dana\ncontact_attempts:\n") == []
    assert faults("referral", "borrower: Dana\ncontact_attempts:\n  -\n  - 2026-03-02\n") == []
    assert faults("referral", "borrower: Dana\ncontact_attempts: 2026-03-02\n") == [
        "contact_attempts: '2026-03-02' is not of type 'array', 'null'"
    ]


@pytest.mark.parametrize(
    "text",
    ["borrower: Dana\nx-file: {number: [1]}", "borrower: {name: Dana, x-nickname: D}", "borrower: Dana\nloan: {x-y: }"],
)
def test_keys_that_begin_with_x_are_the_persons_own(text: str) -> None:
    assert faults("referral", text) == []


@pytest.mark.parametrize(
    "text",
    ["borrower: Dana\nparnter: sarah-chen", "borrower: {name: Dana, fone: 1}", "borrower: Dana\nnext_step: {do: it}"],
)
def test_any_other_unknown_key_is_refused(text: str) -> None:
    (found,) = faults("referral", text)
    assert found.endswith("does not match any of the regexes: '^x-'")


def test_goals_take_custom_kinds_for_the_day_but_not_for_the_month() -> None:
    assert faults("journal", "format: 1\ngoals: {daily: {calls: 15, open_houses: 1}, monthly: {closings: 5}}") == []
    assert faults("journal", "format: 1\ngoals: {monthly: {open_houses: 1}}") == [
        "goals.monthly: 'open_houses' does not match any of the regexes: '^x-'"
    ]


@pytest.mark.parametrize("limits", ["[0, 1]", "[-3, -1]", "[null, 1]", "[0, null]", "null", ""])
def test_a_rule_takes_two_limits_either_of_which_may_be_off_or_is_off_as_a_whole(limits: str) -> None:
    assert faults("journal", f"format: 1\nstalled:\n  late_closing: {limits}") == []


@pytest.mark.parametrize("limits", ["3", "[3]", "[1, 2, 3]", "[a, b]", "[0.5, 1]", "{at_risk: 1}", "off"])
def test_a_rule_takes_nothing_else(limits: str) -> None:
    for found in faults("journal", f"format: 1\nstalled:\n  no_show: {limits}"):
        assert found.startswith("stalled.no_show")
    assert faults("journal", f"format: 1\nstalled:\n  no_show: {limits}")


def test_a_rule_that_does_not_exist_is_an_unknown_key() -> None:
    assert faults("journal", "format: 1\nstalled: {no_shows: [1, 2]}") == [
        "stalled: 'no_shows' does not match any of the regexes: '^x-'"
    ]


def test_a_quiet_partner_has_no_limits_to_set_but_can_be_switched_off() -> None:
    assert faults("journal", "format: 1\nstalled: {quiet_partner: null, silent: [5, 7], thank: null}") == []
    assert faults("journal", "format: 1\nstalled: {quiet_partner: [90, 120]}") == [
        "stalled.quiet_partner: [90, 120] is not of type 'null'"
    ]


def test_a_target_is_a_share() -> None:
    assert faults("journal", "format: 1\ntargets: {scripting: {contacted_to_set: 0.6}, follow_up: {stalled: 0}}") == []
    assert faults("journal", "format: 1\ntargets: {scripting: {contacted_to_set: 60}}") == [
        "targets.scripting.contacted_to_set: 60 is greater than the maximum of 1"
    ]
