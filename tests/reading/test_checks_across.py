"""What only all records together tell, or today's date."""

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.reading.journals import journal_of
from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.reading.checks import Finding, check_journal

TODAY = dt.date(2026, 3, 10)
DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
SARAH = {"partners/sarah-chen.yaml": "name: Sarah Chen\ntype: real_estate_agent\n"}
OFFICERS = {"journal.yaml": "format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\nactivities: [open_houses]\n"}
HEAD = "borrower: Dana Ortiz\nsource: cpa\n"


def journal(files: dict[str, str]) -> Journal:
    made = journal_of(files)
    assert made.problems == ()
    return made


def told(files: dict[str, str], today: dt.date = TODAY) -> list[Finding]:
    return check_journal(journal(files), today)


def only(files: dict[str, str]) -> Finding:
    found = told(files)
    assert len(found) == 1, found
    return found[0]


# --- ids that lead nowhere --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("source: cpa\npartner: sara-chen\n", "partner"),
        ("source: cpa\nalso_tell: [sarah-chen, sara-chen]\n", "also_tell[1]"),
        ("source: cpa\npartner_updates: [{date: 2026-03-03, partner: sara-chen}]\n", "partner_updates[0].partner"),
    ],
)
def test_an_unknown_partner_has_the_nearest_one_as_its_hint(text: str, field: str) -> None:
    found = only({DANA: "borrower: Dana\n" + text, **SARAH})
    assert (found.code, found.severity, found.path, found.field) == ("unknown_partner", "warning", DANA, field)
    assert (found.message, found.hint) == ('there is no partner "sara-chen"', "did you mean sarah-chen?")


def test_a_partner_may_have_been_named_by_their_name() -> None:
    assert only({DANA: HEAD + "partner: sarah chen\n", **SARAH}).hint == "did you mean sarah-chen?"
    broker = {"partners/elm-street.yaml": "name: Jo Hale\ntype: builder\n"}
    assert only({DANA: HEAD + "partner: Jo Hale\n", **broker}).hint == "did you mean elm-street?"


def test_an_unknown_partner_leaves_the_source_unknown() -> None:
    found = only({DANA: "borrower: Dana\npartner: mike\n", **SARAH})
    assert found.message == 'there is no partner "mike", so the source is unknown as well'
    assert found.hint == "add a file partners/mike.yaml"


def test_a_partners_type_tells_the_source() -> None:
    assert told({DANA: "borrower: Dana\npartner: sarah-chen\n", **SARAH}) == []


def test_a_partner_without_a_type_tells_none() -> None:
    made = journal_of({DANA: "borrower: Dana\npartner: sarah-chen\n", "partners/sarah-chen.yaml": "name: Sarah\n"})
    assert [(found.code, found.field) for found in check_journal(made, TODAY)] == [("no_source", "partner")]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("officer: anna\n", "officer"),
        ("officer: ana\ncontact_attempts: [2026-03-03, {date: 2026-03-03, by: anna}]\n", "contact_attempts[1].by"),
        ("officer: ana\npartner_updates: [{date: 2026-03-03, by: anna}]\n", "partner_updates[0].by"),
        ("officer: ana\nlog: [{date: 2026-03-03, by: anna}]\n", "log[0].by"),
        ("officer: ana\nnext_step: {due: 2026-03-12, who: anna}\n", "next_step.who"),
    ],
)
def test_an_unknown_officer_has_the_nearest_one_as_its_hint(text: str, field: str) -> None:
    found = only({DANA: HEAD + text, **OFFICERS})
    assert (found.code, found.field, found.hint) == ("unknown_officer", field, "did you mean ana?")


def test_an_officer_may_have_been_named_by_the_full_name() -> None:
    assert only({DANA: HEAD + "officer: maria soto\n", **OFFICERS}).hint == "did you mean maria?"


def test_officers_of_partners_and_days_are_looked_at_too() -> None:
    files = {
        "partners/jo.yaml": "name: Jo\ntype: cpa\ntouches: [{date: 2026-03-03, by: bob}]\n",
        "activity/bob/2026/2026-03-02.yaml": "calls: 1\n",
        "activity/ana/2026/2026-03-02.yaml": "calls: 1\n",
        **OFFICERS,
    }
    assert [(found.path, found.field) for found in told(files)] == [
        ("partners/jo.yaml", "touches[0].by"),
        ("activity/bob/2026/2026-03-02.yaml", ""),
    ]


def test_referrals_and_days_of_nobody_are_told_once_a_kind() -> None:
    files = {
        **{
            f"referrals/2026/2026-03-02-{name}.yaml": f"borrower: {name}\nsource: cpa\n"
            for name in ("jo", "kim", "lee")
        },
        DANA: HEAD + "officer: ana\n",
        "activity/2025/2025-12-30.yaml": "calls: 1\n",
        "activity/2026/2026-03-02.yaml": "calls: 1\n",
        "activity/2026/2026-03-03.yaml": "calls: 1\n",
        "activity/ana/2026/2026-03-04.yaml": "calls: 1\n",
        **OFFICERS,
    }
    referrals, days = told(files)
    assert (referrals.path, referrals.field, referrals.code) == ("journal.yaml", "officers", "no_officer")
    assert referrals.message == "3 referrals name no officer, so they are in no officer's lists and numbers"
    assert referrals.hint == (
        "tracker set 2026-03-02-jo officer=ana makes it Ana Rivera's; tracker list -officer:ana,maria shows them all"
    )
    assert (days.path, days.field, days.code) == ("journal.yaml", "officers", "no_officer")
    assert days.message == "3 days of activity lie in no officer's folder, so they count for none of them"
    assert days.hint == "move activity/2025 and activity/2026 into activity/ana, if they are Ana Rivera's"


def test_one_referral_of_nobody_is_named() -> None:
    found = only({DANA: HEAD, **OFFICERS})
    assert found.message == "1 referral names no officer, so it is in no officer's lists and numbers"
    assert found.hint == "tracker set 2026-03-02-dana-ortiz officer=ana makes it Ana Rivera's"


def test_an_officer_in_error_is_told_where_it_stands() -> None:
    """The field is dropped, so nobody is left; but somebody is written there."""
    assert codes_of(journal_of({DANA: HEAD + "officer: [ana, maria]\n", **OFFICERS})) == []


def test_a_journal_of_one_has_nobodys_records_only() -> None:
    assert told({DANA: HEAD, "activity/2026/2026-03-02.yaml": "calls: 1\n"}) == []


def test_without_officers_in_the_settings_nobody_is_unknown() -> None:
    assert told({DANA: HEAD + "officer: anna\n"}) == []


def test_an_unknown_kind_of_activity_has_the_nearest_one_as_its_hint() -> None:
    found = only({"activity/ana/2026/2026-03-02.yaml": "custom: {open_house: 1, open_houses: 2}\n", **OFFICERS})
    assert (found.code, found.field, found.hint) == (
        "unknown_activity",
        "custom.open_house",
        "did you mean open_houses?",
    )


def test_goals_and_the_streak_name_known_kinds() -> None:
    goals = "goals: {daily: {calls: 1, open_houses: 1, cards: 2}}\nstreak: [calls, notez]\n"
    text = "format: 1\nactivities: [open_houses]\n" + goals
    assert [(found.field, found.hint) for found in told({"journal.yaml": text})] == [
        ("goals.daily.cards", "add it to activities"),
        ("streak[1]", "did you mean notes?"),
    ]


# --- ids that lead to what cannot be read -----------------------------------------------------------------------------

DAY = "activity/ana/2026/2026-03-02.yaml"


def codes_of(made: Journal) -> list[str]:
    return [found.code for found in check_journal(made, TODAY)]


def test_a_partner_whose_file_cannot_be_read_is_not_unknown() -> None:
    files = {DANA: HEAD + "partner: jo\nalso_tell: [mike]\n", "partners/jo.yaml": "name: Jo: CPA\n"}
    assert [(found.code, found.field) for found in check_journal(journal_of(files), TODAY)] == [
        ("unknown_partner", "also_tell[0]")
    ]


@pytest.mark.parametrize("code", ["no_permission", "cannot_read", "vanished"])
@pytest.mark.parametrize("path", ["partners", "partners/north"])
def test_no_partner_is_unknown_while_their_folder_cannot_be_opened(path: str, code: str) -> None:
    severity = "warning" if code == "vanished" else "error"
    fault = Problem(path=path, code=code, message="x", severity=severity)
    made = journal({DANA: HEAD + "partner: jo\n"})
    assert codes_of(made) == ["unknown_partner"]
    assert codes_of(replace(made, problems=(fault,))) == []


def test_a_partners_other_errors_and_files_that_are_no_records_hide_nobody_else() -> None:
    files = {DANA: HEAD + "partner: mike\n", "partners/jo.yaml": "name: Jo\ntype: cpo\n"}
    odd = Problem(path="partners/mike.txt", code="not_read", message="x", severity="warning")
    made = journal_of(files)
    assert codes_of(replace(made, problems=(*made.problems, odd))) == ["unknown_partner"]


@pytest.mark.parametrize("text", ["format: 1: 2\n", "format: 1\nactivities: open_houses\n"])
def test_no_activity_is_unknown_while_the_known_ones_cannot_be_read(text: str) -> None:
    assert codes_of(journal_of({"journal.yaml": text, DAY: "custom: {open_houses: 1}\n"})) == []


def test_an_error_elsewhere_in_the_settings_leaves_what_is_unknown() -> None:
    text = OFFICERS["journal.yaml"] + "day_ends: late\n"
    made = journal_of({"journal.yaml": text, DAY: "custom: {seminars: 1}\n", DANA: HEAD + "officer: bob\n"})
    assert codes_of(made) == ["unknown_officer", "unknown_activity"]


def test_no_officer_is_unknown_while_one_of_them_cannot_be_read() -> None:
    text = "format: 1\nofficers: {ana: Ana Rivera, bob: [Bob]}\n"
    assert codes_of(journal_of({"journal.yaml": text, DANA: HEAD + "officer: bob\n"})) == []


def test_the_last_good_settings_tell_what_is_known() -> None:
    made = journal({**OFFICERS, DAY: "custom: {seminars: 1}\n"})
    broken = Problem(path="journal.yaml", code="needs_quotes", message="x")
    stale = replace(made, settings=replace(made.settings, stale=True), problems=(broken,))
    assert codes_of(stale) == ["unknown_activity"]


# --- days ahead -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("contact_attempts: [2026-03-10, 2026-03-11]", "contact_attempts[1].date"),
        ("partner_updates: [{date: 2026-03-11}]", "partner_updates[0].date"),
        ("log: [{date: 2026-03-11, note: x}]", "log[0].date"),
        ("appointment: {status: set, set: 2026-03-11, date: 2026-03-12}", "appointment.set"),
        ("appointment: {status: held, date: 2026-03-11}", "appointment.date"),
        (
            "appointment: {earlier: [{status: no_show, date: 2026-03-11}]}",
            "appointment.earlier[0].date",
        ),
        ("application: {preapproved: 2026-03-11}", "application.preapproved"),
        ("application: {status: denied, decided: 2026-03-11}", "application.decided"),
        ("application: {moved: [{date: 2026-03-11, what: expires}]}", "application.moved[0].date"),
        ("application: {earlier: [{started: 2026-03-09, ended: 2026-03-11}]}", "application.earlier[0].ended"),
        ("outcome: {status: closed, date: 2026-03-11}", "outcome.date"),
    ],
)
def test_a_fact_dated_after_today(text: str, field: str) -> None:
    found = only({DANA: HEAD + text + "\n"})
    assert (found.code, found.severity, found.field) == ("future", "warning", field)
    assert found.message == "2026-03-11 is after today, 2026-03-10"


@pytest.mark.parametrize(
    "text",
    [
        "contact_attempts: [2026-03-10]",
        "appointment: {status: set, set: 2026-03-09, date: 2026-03-11}",
        "appointment: {status: cancelled, set: 2026-03-09, date: 2026-03-11}",
        "application: {status: preapproved, expires: 2026-06-11, expected_close: 2026-04-28, lock_expires: 2026-05-02}",
        "outcome: {status: nurture, revisit: 2026-09-01}",
        "next_step: {due: 2026-03-12, action: call}",
    ],
)
def test_what_may_lie_ahead(text: str) -> None:
    assert told({DANA: HEAD + text + "\n"}) == []


def test_a_referral_received_after_today_is_one_warning() -> None:
    files = {"referrals/2026/2026-03-12-dana.yaml": HEAD + "contact_attempts: [2026-03-12]\n"}
    assert only(files).field == "received"


def test_partners_and_days_have_days_too() -> None:
    files = {
        "partners/jo.yaml": "name: Jo\ntype: cpa\ntouches: [2026-03-11]\n",
        "activity/2026/2026-03-11.yaml": "calls: 1\n",
        "activity/2026/2026-03-12.yaml": "day_off: vacation\n",
    }
    assert [(found.path, found.code) for found in told(files)] == [
        ("partners/jo.yaml", "future"),
        ("activity/2026/2026-03-11.yaml", "future"),
    ]


# --- appointments that are over ---------------------------------------------------------------------------------------


def test_an_appointment_that_is_over_and_still_set() -> None:
    found = only({DANA: HEAD + "appointment: {status: set, set: 2026-03-03, date: 2026-03-09}\n"})
    assert (found.code, found.field) == ("appointment_passed", "appointment.status")
    assert found.message == "the appointment of 2026-03-09 is over, but its status is still set"


@pytest.mark.parametrize(
    "text",
    [
        "appointment: {status: set, set: 2026-03-03, date: 2026-03-10}",
        "appointment: {status: held, set: 2026-03-03, date: 2026-03-09}",
        "appointment: {status: set, date: 2026-03-05}\noutcome: {status: lost, date: 2026-03-09, reason: no_show}",
    ],
)
def test_an_appointment_about_which_there_is_nothing_to_say(text: str) -> None:
    assert told({DANA: HEAD + text + "\n"}) == []


# --- likely duplicates ------------------------------------------------------------------------------------------------

LATER = "referrals/2026/2026-03-05-d-ortiz.yaml"


def person(name: str, more: str = "") -> str:
    return f"borrower: {{name: {name}{more}}}\nsource: cpa\n"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (person("Dana Ortiz", ", phone: 503-555-0142"), person("D. Ortiz", ", phone: (503) 555 0142"), "phone"),
        (person("Dana Ortiz", ", phone: 5035550142"), person("D. Ortiz", ", phone: +1 503.555.0142"), "phone"),
        (person("Dana Ortiz", ", phone: 503-555-0142"), person("D. Ortiz", ", phone: 503-555-0142 x5"), "phone"),
        (person("Dana Ortiz", ", phone: 503-555-0142 ext. 12"), person("D. Ortiz", ", phone: 5035550142"), "phone"),
        (person("Dana Ortiz", ", email: dana@example.com"), person("D. O.", ", email: Dana@Example.com"), "e-mail"),
        (person("Dana Ortiz"), person("dana  ORTIZ"), "name"),
        (person("Dana O'Neil-Ortiz"), person("Dana O Neil Ortiz"), "name"),
    ],
)
def test_two_referrals_of_what_seems_to_be_one_person(first: str, second: str, same: str) -> None:
    found = only({DANA: first, LATER: second})
    assert (found.code, found.path) == ("duplicate", LATER)
    assert found.message == f"this looks like Dana {_rest(first)} of {DANA}: the same {same}, received 2026-03-02"


def _rest(text: str) -> str:
    return "O'Neil-Ortiz" if "Neil" in text else "Ortiz"


def test_a_pair_that_shares_everything_is_told_once() -> None:
    same = person("Dana Ortiz", ", phone: 503-555-0142, email: dana@example.com")
    assert only({DANA: same, LATER: same}).field == "borrower.phone"


def test_three_of_one_person_are_two_warnings() -> None:
    files = {DANA: person("Dana"), LATER: person("Dana"), "referrals/2026/2026-03-09-dana.yaml": person("Dana")}
    assert [found.path for found in told(files)] == [LATER, "referrals/2026/2026-03-09-dana.yaml"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("referrals/2026/2026-05-31-dana.yaml", person("Dana Ortiz")),  # 90 days
        ("referrals/2026/2026-06-01-dana.yaml", person("Dana Ortiz")),  # 91 days
    ],
)
def test_ninety_days_apart_is_still_likely(path: str, text: str) -> None:
    found = told({DANA: person("Dana Ortiz"), path: text}, dt.date(2026, 6, 30))
    assert len(found) == (1 if "05-31" in path else 0)


@pytest.mark.parametrize(
    "second",
    [
        person("Dana Ortega"),
        person("Lee", ", phone: 0142"),
        person("Dana Ortiz") + "outcome: {status: lost, date: 2026-03-06, reason: duplicate}\n",
    ],
)
def test_what_is_no_duplicate_or_settled(second: str) -> None:
    assert told({DANA: person("Dana Ortiz", ", phone: 0142"), LATER: second}) == []
