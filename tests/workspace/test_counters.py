"""A counter that was typed keeps in step with what is recorded; one that was not is left to the records."""

from pathlib import Path

import pytest

from tests.workspace.writing import DANA, MARCH_10, TODAY, journal
from textual_tracker.editing.actions.appointment import set_appointment
from textual_tracker.editing.actions.contact import SHORT, Contact, log_contact, log_touch
from textual_tracker.editing.draft import Action
from textual_tracker.workspace.telling import tell_of_all

ORTIZ = "2026-03-02-dana-ortiz"
ONE_ATTEMPT = """\
    borrower: Dana Ortiz
    partner: sarah-chen
    contact_attempts:
      - 2026-03-09
    """


def _day_after(tmp_path: Path, typed: str, short: str) -> str | None:
    """The day's file as it would be after the contact; `None` where it is left alone."""
    workspace = journal(tmp_path, {DANA: ONE_ATTEMPT, MARCH_10: typed})
    plan = workspace.plan(log_contact(ORTIZ, SHORT[short]))
    return next((change.after.decode() for change in plan.changes if change.path == MARCH_10 and change.after), None)


def test_a_typed_counter_is_raised_by_what_the_contact_adds(tmp_path: Path) -> None:
    after = _day_after(tmp_path, "date: 2026-03-10\ncalls: 6\nfollow_ups: 2\nnotes: 1\nconversations: 1\n", "r")

    assert after == "date: 2026-03-10\ncalls: 7\nfollow_ups: 3\nnotes: 1\nconversations: 2\n"


def test_a_counter_that_was_not_typed_stays_so(tmp_path: Path) -> None:
    assert _day_after(tmp_path, "date: 2026-03-10\nnotes: 1\n", "r") is None


def test_a_day_without_a_file_gets_none(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: ONE_ATTEMPT})

    assert workspace.plan(log_contact(ORTIZ, SHORT["r"])).paths == (DANA,)


def test_who_came_to_us_was_not_called(tmp_path: Path) -> None:
    assert _day_after(tmp_path, "calls: 6\nconversations: 1\n", "b") == "calls: 6\nconversations: 2\n"


def test_a_first_attempt_follows_nothing_up(tmp_path: Path) -> None:
    files = {DANA: "borrower: Dana Ortiz\npartner: sarah-chen\n", MARCH_10: "calls: 6\nfollow_ups: 2\n"}
    plan = journal(tmp_path, files).plan(log_contact(ORTIZ, SHORT["na"]))

    assert plan.changes[1].after == b"calls: 7\nfollow_ups: 2\n"


@pytest.mark.parametrize(("contact", "after"), [(Contact("mail"), b"notes: 4\n"), (Contact("text"), None)])
def test_a_touch_of_a_partner_counts_too(tmp_path: Path, contact: Contact, after: bytes | None) -> None:
    plan = journal(tmp_path, {MARCH_10: "notes: 3\n"}).plan(log_touch("sarah-chen", contact))

    assert [change.after for change in plan.changes[1:]] == ([] if after is None else [after])


def test_in_a_shared_journal_it_is_the_day_of_whoever_did_it(tmp_path: Path) -> None:
    files = {
        "journal.yaml": "format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\n",
        DANA: "borrower: Dana Ortiz\npartner: sarah-chen\nofficer: ana\n",
        "activity/ana/2026/2026-03-10.yaml": "calls: 6\n",
        "activity/maria/2026/2026-03-10.yaml": "calls: 2\n",
    }
    workspace = journal(tmp_path, files)

    hers = workspace.plan(log_contact(ORTIZ, SHORT["na"]))
    assistants = workspace.plan(log_contact(ORTIZ, SHORT["na"], by="maria"))

    assert hers.paths == (DANA, "activity/ana/2026/2026-03-10.yaml")
    assert assistants.paths == (DANA, "activity/maria/2026/2026-03-10.yaml")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("calls: 9\n", "Sarah Chen: told about 3 referrals (calls 9 to 12)"),
        ("follow_ups: 1\n", "Sarah Chen: told about 3 referrals"),
    ],
)
def test_it_is_said_where_one_write_raises_a_counter_by_several(tmp_path: Path, typed: str, says: str) -> None:
    files = {f"referrals/2026/2026-03-02-{name}.yaml": ONE_ATTEMPT for name in ("dana-ortiz", "lee-bell", "kai-brooks")}
    plan = journal(tmp_path, {**files, MARCH_10: typed}).plan(tell_of_all("sarah-chen", channel="call"))

    assert plan.says == says


def test_of_a_counter_that_is_raised_by_one_nothing_is_said(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: ONE_ATTEMPT, MARCH_10: "calls: 6\n"})

    assert workspace.plan(log_contact(ORTIZ, SHORT["r"])).says == "Dana Ortiz: contacted (call, reached)"


SHARED = {
    "journal.yaml": "format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\n",
    DANA: "borrower: Dana Ortiz\npartner: sarah-chen\n",
}
BY = "say who did it, with --by or $TRACKER_OFFICER"
OFFICER = f"It counts on nobody's day, for Dana Ortiz has no officer: tracker set {ORTIZ} officer=NAME"


@pytest.mark.parametrize(
    ("action", "aside"),
    [
        (log_contact(ORTIZ, SHORT["na"]), f"{OFFICER}; or {BY}."),
        (set_appointment(ORTIZ, (TODAY, None)), f"{OFFICER}."),
        (log_touch("sarah-chen", SHORT["r"]), f"It counts on nobody's day: {BY}."),
        (log_contact(ORTIZ, SHORT["na"], by="maria"), ""),
        (log_contact(ORTIZ, SHORT["t"]), ""),  # a first text is counted for nobody
    ],
)
def test_what_counts_for_none_of_the_officers_is_said(tmp_path: Path, action: Action, aside: str) -> None:
    assert journal(tmp_path, SHARED).plan(action).aside == aside


def test_in_a_journal_of_one_officer_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert journal(tmp_path, {DANA: SHARED[DANA]}).plan(log_contact(ORTIZ, SHORT["na"])).aside == ""
