"""Days, numbers and flags: what is one, and what to say where it is none."""

import datetime as dt

import pytest

from tests.reading.reads import codes, day, marked, place, problem, problems, referral, settings
from textual_tracker.reading.schema import Kind

HEAD = "borrower: Dana\nsource: cpa\n"


@pytest.mark.parametrize(
    ("typed", "date", "time"),
    [
        ("2026-03-02", "2026-03-02", None),
        ('"2026-03-02"', "2026-03-02", None),
        ("2026-03-02T10:15", "2026-03-02", dt.time(10, 15)),
        ("2026-03-02 10:15", "2026-03-02", dt.time(10, 15)),
        ("2026-03-02T10:15:30", "2026-03-02", dt.time(10, 15, 30)),
        ("2028-02-29", "2028-02-29", None),
        ("1900-01-01", "1900-01-01", None),
        ("2199-12-31T23:59", "2199-12-31", dt.time(23, 59)),
    ],
)
def test_a_day_and_a_time_of_day(typed: str, date: str, time: dt.time | None) -> None:
    record = referral(f"{HEAD}received: {typed}\n")
    assert (record.received.isoformat(), record.received_time, record.faulty) == (date, time, False)


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("3/6/2026", '"3/6/2026" is not a date as dates are written here', "write 2026-03-06"),
        ("03-06-26", '"03-06-26" is not a date as dates are written here', "write 2026-03-06"),
        ("3.6.2026 at noon", '"3.6.2026 at noon" is not a date as dates are written here', "write 2026-03-06"),
        ("13/6/2026", '"13/6/2026" is not a date as dates are written here', "write year-month-day: 2026-03-02"),
        ("2026-3-6", '"2026-3-6" is not a date as dates are written here', "write 2026-03-06"),
        ("2026/03/06", '"2026/03/06" is not a date as dates are written here', "write 2026-03-06"),
        ("2026-3-6 9:15", '"2026-3-6 9:15" is not a date as dates are written here', "write 2026-03-06"),
        ("2026-02-30", "there is no day 2026-02-30", "the month goes first, then the day: 2026-03-02"),
        ("2026-13-01", "there is no day 2026-13-01", "the month goes first, then the day: 2026-03-02"),
        ("2026-02-29T10:15", "there is no day 2026-02-29", "the month goes first, then the day: 2026-03-02"),
        ("2026-03-02T10:15Z", '"2026-03-02T10:15Z" has a time zone; times are local', "write 2026-03-02T10:15"),
        ("2026-03-02 10:15 EST", '"2026-03-02 10:15 EST" has a time zone; times are local', "write 2026-03-02 10:15"),
        (
            "2026-03-02T10:15-05:00",
            '"2026-03-02T10:15-05:00" has a time zone; times are local',
            "write 2026-03-02T10:15",
        ),
        (
            "2026-03-02T24:00",
            '"2026-03-02T24:00" has no time of day that can be read',
            "write 2026-03-02, or with a time 2026-03-02T14:00",
        ),
        (
            "2026-03-02 2pm",
            '"2026-03-02 2pm" has no time of day that can be read',
            "write 2026-03-02, or with a time 2026-03-02T14:00",
        ),
        ("1899-12-31", 'the year of "1899-12-31" is not between 1900 and 2199', "look for a digit that went wrong"),
        ("2206-03-02", 'the year of "2206-03-02" is not between 1900 and 2199', "look for a digit that went wrong"),
        ("yesterday", '"yesterday" is not a date', "write year-month-day: 2026-03-02"),
        ("20260302", '"20260302" is not a date', "write year-month-day: 2026-03-02"),
        ("٢٠٢٦-٠٣-٠٢", '"٢٠٢٦-٠٣-٠٢" is not a date', "write year-month-day: 2026-03-02"),
    ],
)
def test_what_is_no_day_says_why_and_what_was_meant(typed: str, message: str, hint: str) -> None:
    found = problem(f"{HEAD}contact_attempts:\n  - {{date: {typed}, channel: call}}\n")
    assert (found.code, place(found), marked(found)) == ("date", (4, 12), typed)
    assert (found.message, found.hint) == (message, hint)
    assert found.field == "contact_attempts[0].date"


def test_a_day_of_activity_has_no_time_of_day() -> None:
    found = problem("date: 2026-03-02T10:15\n", "activity")
    assert found.message == '"2026-03-02T10:15" has a time of day; only the day belongs here'
    assert found.hint == "write 2026-03-02"


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        (
            "2026-12-31..2026-12-24",
            'the range "2026-12-31..2026-12-24" ends before it begins',
            "write 2026-12-24..2026-12-31",
        ),
        ("2026-12-24..2026-12-32", "there is no day 2026-12-32", "the month goes first, then the day: 2026-03-02"),
        ("2026-12-24..", '"" is not a date', "write year-month-day: 2026-03-02"),
        ("12/24/2026", '"12/24/2026" is not a date as dates are written here', "write 2026-12-24"),
    ],
)
def test_what_is_no_range_of_days(typed: str, message: str, hint: str) -> None:
    found = problem(f"format: 1\nholidays: [2026-07-03, {typed}]\n", "journal")
    assert (found.message, found.hint) == (message, hint)
    assert settings(f"format: 1\nholidays: [2026-07-03, {typed}]\n").holidays == (dt.date(2026, 7, 3),)


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("385,000", '"385,000" is not a whole number', "write 385000"),
        ("$385k", '"$385k" is not a whole number', "write 385000"),
        ("385.5k", '"385.5k" is not a whole number', "write 385500"),
        ("1.25M", '"1.25M" is not a whole number', "write 1250000"),
        ("$385,000.00", '"$385,000.00" is not a whole number', "write 385000"),
        ("385 000", '"385 000" is not a whole number', "write 385000"),
        ("1.5", '"1.5" is not a whole number', "write 1, without the fraction"),
        ("-3", '"-3" is less than 0; amounts and counts are not negative', ""),
        ("0x10", '"0x10" is not a whole number', "write digits only, such as 385000"),
        ("1e3", '"1e3" is not a whole number', "write digits only, such as 385000"),
        ("about 400", '"about 400" is not a whole number', "write digits only, such as 385000"),
        ('"14"', '"14" is in quotes, so it is text, not a number', "write 14"),
        ("1000000000000", '"1000000000000" is larger than any amount', "look for digits too many"),
        ("٣", '"٣" is not a whole number', "write digits only, such as 385000"),
    ],
)
def test_what_is_no_whole_number(typed: str, message: str, hint: str) -> None:
    found = problem(f"{HEAD}loan:\n  amount: {typed}\n")
    assert (found.code, place(found)) == ("number", (4, 11))
    assert (found.message, found.hint) == (message, hint)


def test_an_amount_with_a_comma_in_braces_is_not_its_first_digits() -> None:
    text = HEAD + "loan: {amount: 385,000, program: fha}\n"
    found = problem(text)
    assert (found.code, place(found), marked(found)) == ("number", (3, 16), "385,000")
    assert (found.message, found.hint) == ('"385,000" is not a whole number', "write 385000")
    assert (referral(text).loan.amount, referral(text).loan.program) == (None, "fha")


def test_all_groups_of_a_number_in_braces_belong_to_it() -> None:
    text = HEAD + "loan: {purpose: purchase, amount: 1,250,000}\n"
    found = problem(text)
    assert (found.code, place(found), marked(found)) == ("number", (3, 35), "1,250,000")
    assert (found.message, found.hint) == ('"1,250,000" is not a whole number', "write 1250000")
    assert (referral(text).loan.amount, referral(text).loan.purpose) == (None, "purchase")


@pytest.mark.parametrize(
    ("text", "kind", "hints"),
    [
        (HEAD + "loan: {amount: 1,000,000, program: fha}\n", "referral", ["write 1000000"]),
        (HEAD + "loan: {amount: $1,250,000.00}\n", "referral", ["write 1250000"]),
        ("format: 1\ngoals: {monthly: {volume: 1,500,000}}\n", "journal", ["write 1500000"]),
        ("{calls: 1,000, notes: 2,000}\n", "activity", ["write 1000", "write 2000"]),
        ("custom: {open_houses: 1,250,000}\n", "activity", ["write 1250000"]),
    ],
)
def test_a_number_cut_by_commas_is_told_once_and_dropped(text: str, kind: Kind, hints: list[str]) -> None:
    found = problems(text, kind)
    assert [(found.code, found.hint) for found in found] == [("number", hint) for hint in hints]


def test_the_first_digits_of_a_cut_number_do_not_count() -> None:
    assert settings("format: 1\ngoals: {monthly: {volume: 1,500,000, closings: 5}}\n").goals.monthly == {"closings": 5}
    assert day("{calls: 1,000, notes: 2,000}\n").notes is None
    assert day("custom: {open_houses: 1,250,000, seminars: 2}\n").custom == (("seminars", 2),)


def test_the_largest_amount_and_none() -> None:
    assert referral(HEAD + "loan: {amount: 999999999999}\n").loan.amount == 999_999_999_999
    assert day("calls: 0\n").calls == 0


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("yes", "write true"),
        ("On", "write true"),
        ("no", "write false"),
        ("off", "write false"),
        ("maybe", "write true or false"),
        ("1", "write true or false"),
        ('"true"', "write true, without quotes"),
    ],
)
def test_what_is_no_flag(typed: str, hint: str) -> None:
    found = problem(f"borrower:\n  name: Dana\n  do_not_contact: {typed}\nsource: cpa\n")
    assert (found.code, place(found), found.hint) == ("flag", (3, 19), hint)
    assert found.message == f'"{typed.strip(chr(34))}" is neither true nor false'


def test_flags() -> None:
    assert referral("borrower: {name: Dana, do_not_contact: true}\nsource: cpa\n").do_not_contact
    assert not referral("borrower: {name: Dana, do_not_contact: FALSE}\nsource: cpa\n").do_not_contact


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("yes", "flag", "write true"),
        ("Vacation", "enum", "did you mean vacation?"),
        ("pto", "enum", "did you mean vacation?"),
    ],
)
def test_a_day_off_is_a_flag_or_a_word(typed: str, code: str, hint: str) -> None:
    found = problem(f"day_off: {typed}\n", "activity")
    assert (found.code, found.hint) == (code, hint)


def test_a_time_at_which_the_day_ends() -> None:
    assert settings("format: 1\nday_ends: 16:30\n").day_ends == dt.time(16, 30)
    found = problem("format: 1\nday_ends: 5pm\n", "journal")
    assert (found.code, found.hint) == ("time", 'write it on a 24-hour clock, in quotes: "17:00"')
    assert settings("format: 1\nday_ends: 5pm\n").day_ends == dt.time(17)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("60", "range"),
        ("-0.1", "range"),
        ("60%", "number"),
        ('"0.6"', "number"),
        ("1e-1", "number"),
        ("1.0000000000000001", "number"),
    ],
)
def test_a_share_lies_between_nothing_and_all(typed: str, code: str) -> None:
    assert codes(f"format: 1\ntargets: {{speed: {{within_one: {typed}}}}}\n", "journal") == [code]


@pytest.mark.parametrize("typed", ["0", "1", "0.6", ".5", "1."])
def test_shares(typed: str) -> None:
    assert settings(f"format: 1\ntargets: {{speed: {{within_one: {typed}}}}}\n").targets == {
        "speed": {"within_one": float(typed)}
    }
