"""What is odd about one record by itself: told when its file is read, as warnings."""

import pytest

from tests.reading.reads import codes, marked, place, problem, problems, reading, settings

HEAD = "borrower: Dana\nsource: cpa\n"
RECEIVED = "2026-03-02"  # by the name of the file


def warned(text: str) -> list[tuple[str, str]]:
    return [(found.code, found.field) for found in problems(HEAD + text)]


# --- names ------------------------------------------------------------------------------------------------------------


def test_a_file_named_by_another_day_is_told_where_the_day_stands() -> None:
    found = problem(HEAD + "received: 2026-03-03T09:00\n")
    assert (found.code, found.severity, place(found)) == ("file_date", "warning", (3, 11))
    assert found.message == "the file is named 2026-03-02, but received says 2026-03-03"


def test_limits_with_at_risk_above_stalled_are_told() -> None:
    found = problem("format: 1\nstalled:\n  process_silent: [15, 10]\n", "journal")
    assert (found.code, found.severity, place(found), marked(found)) == ("limits_order", "warning", (3, 19), "[15, 10]")
    assert found.message == "process_silent is stalled at 10, before it is at risk at 15"
    assert found.hint == "the first number is for at risk: write [10, 15]"
    assert settings("format: 1\nstalled: {process_silent: [15, 10]}\n").stalled == {"process_silent": (15, 10)}


@pytest.mark.parametrize("limits", ["[3, 3]", "[-3, -1]", "[~, 1]", "[9, ~]", "~"])
def test_other_limits_are_fine(limits: str) -> None:
    assert codes(f"format: 1\nstalled: {{late_closing: {limits}}}\n", "journal") == []


def test_a_file_without_a_day_in_its_name_is_fine() -> None:
    assert codes(HEAD + "received: 2026-03-03\n", path="referrals/2026/dana-ortiz.yaml") == []


def test_a_file_in_another_years_folder_is_told() -> None:
    found = problem(HEAD, path="referrals/2025/2026-03-02-dana.yaml")
    assert (found.code, found.message) == (
        "year_folder",
        "the file lies in the folder 2025, but received is 2026-03-02",
    )
    assert found.hint == "move the file into the folder 2026"


def test_a_file_in_no_years_folder_is_fine() -> None:
    assert codes(HEAD, path="referrals/2026-03-02-dana.yaml") == []


def test_a_day_is_that_of_its_name() -> None:
    found = reading("activity", "date: 2026-03-03\ncalls: 1\n")
    assert [problem.code for problem in found.problems] == ["file_date"]
    assert found.record is not None
    assert getattr(found.record, "date").isoformat() == "2026-03-02"  # noqa: B009 - one of four kinds of record


def test_a_days_file_that_is_not_named_by_its_day_is_told() -> None:
    found = problem("date: 2026-03-02\ncalls: 1\n", "activity", "activity/2026/monday.yaml")
    assert (found.code, found.hint) == ("file_date", "rename it to 2026-03-02.yaml")


def test_a_days_folder_may_be_an_officers() -> None:
    assert codes("calls: 1\n", "activity", "activity/ana/2026/2026-03-02.yaml") == []
    assert codes("calls: 1\n", "activity", "activity/ana/2025/2026-03-02.yaml") == ["year_folder"]


# --- order ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("contact_attempts: [2026-03-02, 2026-03-01]", "contact_attempts[1].date"),
        ("partner_updates: [{date: 2025-03-03}]", "partner_updates[0].date"),
        ("appointment: {status: set, set: 2026-03-01, date: 2026-03-09}", "appointment.set"),
        ("appointment: {status: held, set: 2026-03-05, date: 2026-03-04}", "appointment.date"),
        (
            "appointment: {earlier: [{status: no_show, set: 2026-03-05, date: 2026-03-04}]}",
            "appointment.earlier[0].date",
        ),
        ("application: {started: 2026-02-06}", "application.started"),
        ("application: {started: 2026-03-06, submitted: 2026-03-05}", "application.submitted"),
        ("application: {submitted: 2026-03-06, preapproved: 2026-03-05}", "application.preapproved"),
        ("application: {preapproved: 2026-03-06, expires: 2026-03-05}", "application.expires"),
        ("application: {under_contract: 2026-03-26, clear_to_close: 2026-03-25}", "application.clear_to_close"),
        (
            "application: {appraisal_ordered: 2026-03-26, appraisal_received: 2026-03-25}",
            "application.appraisal_received",
        ),
        (
            "application: {earlier: [{under_contract: 2026-03-14, ended: 2026-03-13}]}",
            "application.earlier[0].ended",
        ),
        ("outcome: {status: lost, reason: went_cold, date: 2026-03-01}", "outcome.date"),
        ("outcome: {status: nurture, date: 2026-03-05, revisit: 2026-03-04}", "outcome.revisit"),
        (
            "outcome: {earlier: [{status: lost, reason: went_cold, date: 2026-03-05, ended: 2026-03-04}]}",
            "outcome.earlier[0].ended",
        ),
        (
            "outcome: {status: lost, reason: went_cold, date: 2026-03-05, earlier: [{ended: 2026-03-06}]}",
            "outcome.date",
        ),
        (
            "application: {clear_to_close: 2026-04-20}\noutcome: {status: closed, date: 2026-04-19}",
            "outcome.date",
        ),
    ],
)
def test_dates_that_cannot_be_in_this_order(text: str, field: str) -> None:
    assert ("date_order", field) in warned(text + "\n")


def test_an_ending_of_before_a_return_is_told_not_to_count() -> None:
    earlier = "earlier: [{status: lost, reason: went_cold, date: 2026-03-03, ended: 2026-03-10}]"
    found = problem(f"{HEAD}outcome: {{status: closed, date: 2026-03-05, {earlier}}}\n")
    assert found.message == (
        "it ended on 2026-03-05, before they came back, 2026-03-10, so the referral counts as open"
    )
    assert warned(f"outcome: {{status: closed, date: 2026-03-10, {earlier}}}\n") == []


def test_a_message_about_order_names_both_days() -> None:
    found = problem(HEAD + "application: {started: 2026-03-06, submitted: 2026-03-05}\n")
    assert (
        found.message == "the application was submitted on 2026-03-05, before the application was started, 2026-03-06"
    )
    assert (found.severity, place(found)) == ("warning", (3, 47))


@pytest.mark.parametrize(
    "text",
    [
        "application: {under_contract: 2026-02-20, started: 2026-03-06}",  # sent to the officer with the contract
        "application: {under_contract: 2026-03-05, preapproved: 2026-03-06}",
        "appointment: {status: held, set: 2026-03-05, date: 2026-03-05T09:00}",
        "contact_attempts: [2026-03-05, 2026-03-03]",
        "log: [{date: 2026-02-02, note: met at a party}]",
        "application: {clear_to_close: 2026-04-20}\noutcome: {status: closed, date: 2026-04-20}",
    ],
)
def test_what_happens_in_life_is_no_contradiction(text: str) -> None:
    assert warned(text + "\n") == []


# --- after an ending --------------------------------------------------------------------------------------------------

LOST = "outcome: {status: lost, date: 2026-03-06, reason: went_cold%s}\n"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("contact_attempts: [2026-03-07]\n", "contact_attempts[0].date"),
        ("appointment: {status: set, set: 2026-03-07, date: 2026-03-09}\n", "appointment.set"),
        ("appointment: {status: held, date: 2026-03-09}\n", "appointment.date"),
        ("application: {status: started, started: 2026-03-07}\n", "application.started"),
    ],
)
def test_a_fact_after_the_ending(text: str, field: str) -> None:
    assert warned(text + LOST % "") == [("after_ending", field)]


def test_the_way_back_is_named_with_the_command_for_it() -> None:
    found = problem(HEAD + "contact_attempts: [2026-03-11, 2026-03-10]\n" + LOST % "")
    assert found.hint == (
        "if they came back: tracker reopen 2026-03-02-dana-ortiz --date 2026-03-10, "
        "or move the ending to outcome.earlier, with the day on which it ended"
    )


def test_several_facts_after_the_ending_are_one_warning_at_the_first() -> None:
    found = problem(HEAD + "contact_attempts: [2026-03-09, 2026-03-08]\n" + LOST % "")
    assert found.message == "2026-03-08 is after the referral was lost, 2026-03-06, and 1 more"
    assert (found.field, place(found)) == ("contact_attempts[1].date", (3, 32))


@pytest.mark.parametrize(
    "text",
    [
        "contact_attempts: [2026-03-06]\n" + LOST % "",
        "contact_attempts: [2026-04-01, 2026-04-08]\n" + LOST % ", revisit: 2026-04-01",
        "log: [{date: 2026-03-09, note: sent a card}]\n" + LOST % "",
        "partner_updates: [{date: 2026-03-09, about: lost}]\n" + LOST % "",
        "contact_attempts: [2026-03-09]\noutcome: {status: nurture, date: 2026-03-06, revisit: 2026-06-01}\n",
        (
            "contact_attempts: [2026-03-09]\noutcome: {status: open, earlier: [{status: lost, date: 2026-03-06, "
            "reason: went_cold, ended: 2026-03-08}]}\n"
        ),
    ],
)
def test_what_may_follow_an_ending(text: str) -> None:
    assert warned(text) == []


# --- contradictions ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "field"),
    [
        (
            "application: {status: denied}\noutcome: {status: closed, date: 2026-03-09}",
            "contradiction",
            "outcome.status",
        ),
        (
            "application: {status: not_started}\noutcome: {status: closed, date: 2026-03-09}",
            "contradiction",
            "outcome.status",
        ),
        ("application: {status: not_started, submitted: 2026-03-09}", "contradiction", "application.status"),
        (
            (
                "contact_attempts: [{date: 2026-03-03, result: replied}]\n"
                "outcome: {status: lost, date: 2026-03-09, reason: never_reached}"
            ),
            "contradiction",
            "outcome.reason",
        ),
        (
            "appointment: {status: held, date: 2026-03-05}\noutcome: {status: lost, date: 2026-03-09, reason: no_show}",
            "contradiction",
            "outcome.reason",
        ),
        ("appointment: {date: 2026-03-05}", "no_status", "appointment.date"),
        ("appointment: {status: none, set: 2026-03-05}", "no_status", "appointment.set"),
        ("outcome: {reason: went_cold}", "no_status", "outcome.reason"),
        ("outcome: {date: 2026-03-09, amount: 385000}", "no_status", "outcome.date"),
        ("application: {earlier: [{started: 2026-03-04}]}", "no_ended", "application.earlier[0]"),
        ("outcome: {status: open, earlier: [{status: nurture}]}", "no_ended", "outcome.earlier[0]"),
    ],
)
def test_statuses_that_contradict_the_facts_or_were_forgotten(text: str, code: str, field: str) -> None:
    assert warned(text + "\n") == [(code, field)]


@pytest.mark.parametrize(
    "text",
    [
        "outcome: {status: closed, date: 2026-03-09}",  # closed, and nothing else was written down
        "application: {status: preapproved}",
        (
            "contact_attempts: [{date: 2026-03-03, result: no_answer}]\n"
            "outcome: {status: lost, date: 2026-03-09, reason: never_reached}"
        ),
        (
            "contact_attempts: [{date: 2026-03-03, result: reached}]\n"
            "outcome: {status: lost, date: 2026-03-19, reason: never_reached, earlier: "
            "[{status: lost, date: 2026-03-09, reason: went_cold, ended: 2026-03-15}]}"
        ),
        "outcome: {note: waiting for the bonus}",
    ],
)
def test_what_only_looks_like_a_contradiction(text: str) -> None:
    assert warned(text + "\n") == []


def test_an_error_is_not_followed_by_what_follows_from_it() -> None:
    assert codes(HEAD + "appointment: {status: sett, date: 2026-03-05}\n") == ["enum"]


def test_the_place_of_a_warning_counts_the_entries_of_the_file() -> None:
    text = HEAD + "contact_attempts:\n  -\n  - 3/3/2026\n  - {channel: call}\n  - 2026-03-01\n"
    found = [problem for problem in problems(text) if problem.code == "date_order"]
    assert [place(problem) for problem in found] == [(7, 5)]
