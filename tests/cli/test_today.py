"""`tracker today`: the sentence that says what to do next, and the day."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker

SHARED = """\
format: 1
officers: {ana: Ana Rivera, maria: Maria Soto}
goals: {daily: {calls: 10}}
"""


def test_the_json_of_the_day(tracker: Tracker) -> None:
    value: Any = tracker("today", "--json").json
    assert value["date"] == "2026-03-10"
    assert value["next"] == "Next: Priya Nair 555-0138, past client; closing 2 days late: tell everyone, today"
    assert [row["id"] for row in value["deadlines"]] == ["2026-01-12-priya-nair"]
    assert [row["rule"] for row in value["calls"]] == ["no_attempt", "no_answer", "no_appointment"]
    assert value["appointments"] == [
        {
            "id": "2026-02-23-lee-ortiz",
            "borrower": "Lee Ortiz",
            "date": "2026-03-10",
            "time": "14:00",
            "partner": "sarah-chen",
            "passed": False,
        }
    ]
    assert value["tell"][0] == {
        "partner": "sarah-chen",
        "name": "Sarah Chen",
        "referrals": ["2026-03-06-dana-ortiz"],
        "level": "stalled",
        "rules": ["thank"],
    }
    assert value["week"] == {"list": "updates", "rows": ["mike-tran", "sarah-chen"]}
    assert value["activity"]["calls"] == {"count": 6, "goal": 15}
    assert value["streak"] == 1
    assert not value["done"]


def test_a_fresh_referral_is_to_be_called(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2026/2026-01-12-priya-nair.yaml").unlink()
    assert tracker("today").out.startswith("Next: call Dana Ortiz 555-0142, from Sarah Chen\n\nCALL\n")


def test_an_appointment_whose_day_is_over_asks_what_came_of_it(tracker: Tracker) -> None:
    out = tracker("today", "--today", "2026-03-11").out
    assert "APPOINTMENTS\n   yesterday  14:00  Lee Ortiz  555-0146  held or no-show?  from Sarah Chen\n" in out


def test_a_record_that_cannot_be_read_comes_before_everything(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2026/2026-03-08-new.yaml").write_text("borrower: {name: Nia\n")
    ran = tracker("today")
    assert ran.out.startswith("✗ referrals/2026/2026-03-08-new.yaml:1:11  cannot be read: ")
    assert ran.out.splitlines()[1].startswith("Next: ")
    assert ran.err == "1 record cannot be read: referrals/2026/2026-03-08-new.yaml:1\n"


def test_a_partner_who_is_not_recorded_is_on_the_list_by_id(journal: Path, tracker: Tracker) -> None:
    dana = journal / "referrals/2026/2026-03-06-dana-ortiz.yaml"
    dana.write_text(dana.read_text().replace("sarah-chen", "sara-chen"))
    out = tracker("today").out
    assert "TUESDAY updates\n   Mike Tran   555-0188\n   sara-chen\n   Sarah Chen  555-0199\n" in out
    assert "from sara-chen\n" in out


@pytest.mark.parametrize(
    ("week", "lines"),
    [
        ("stage:contacted", "TUESDAY stage:contacted\n   Kai Brooks  555-0128\n   Tom Baker   555-0119\n"),
        ("partners", "TUESDAY partners\n   Mike Tran   555-0188\n   Sarah Chen  555-0199\n"),
        ("past_clients", "TUESDAY past clients\n   Ana Gómez  555-0151\n"),
        ("stage:clear_to_close", "TUESDAY stage:clear_to_close\n   nobody is on it\n"),
        ("stage:nosuch", 'TUESDAY stage:nosuch\n   "stage:nosuch": there is no such stage.'),
    ],
)
def test_the_list_of_the_weekday(journal: Path, tracker: Tracker, week: str, lines: str) -> None:
    (journal / "journal.yaml").write_text(f'format: 1\nweek: {{tue: "{week}"}}\n')
    assert lines in tracker("today").out


def test_partners_without_a_tier_are_on_no_list_and_it_says_so(journal: Path, tracker: Tracker) -> None:
    (journal / "journal.yaml").write_text("format: 1\nweek: {tue: partners}\n")
    for file in (journal / "partners").glob("*.yaml"):
        file.write_text(file.read_text().replace("tier: A", "tier: C").replace("tier: B", ""))
    says = "TUESDAY partners\n   nobody is on it: no active partner has tier A or B\n"
    assert says in tracker("today").out


@pytest.fixture
def shared(journal: Path) -> Path:
    """The journal of two officers: Dana and Kai are Maria's, but what is next for Kai is Ana's to do."""
    (journal / "journal.yaml").write_text(SHARED)
    dana = journal / "referrals/2026/2026-03-06-dana-ortiz.yaml"
    dana.write_text(dana.read_text() + "officer: maria\n")
    kai = journal / "referrals/2026/2026-02-16-kai-brooks.yaml"
    kai.write_text(kai.read_text() + "officer: maria\nnext_step: {due: 2026-03-09, who: ana, action: send the list}\n")
    return journal


@pytest.mark.parametrize(
    ("who", "calls"),
    [
        ("maria", ["Dana Ortiz"]),
        ("Maria Soto", ["Dana Ortiz"]),
        ("ana", ["Kai Brooks"]),
        ("rivera", ["Kai Brooks"]),
    ],
)
def test_only_what_is_one_officers_to_do(shared: Path, tracker: Tracker, who: str, calls: list[str]) -> None:
    assert shared.is_dir()
    value: Any = tracker("today", "--who", who, "--json").json
    assert [row["borrower"] for row in value["calls"]] == calls


def test_what_is_nobodys_is_not_lost_sight_of(shared: Path, tracker: Tracker) -> None:
    """Lee, Marcus, Priya and Tom have no officer; then Marcus has one whom nobody knows, and then Ana."""
    says = "4 open referrals are no officer's; tracker check says which"
    assert tracker("today", "--who", "ana").out.splitlines()[-1] == says
    assert "no officer's" not in tracker("today").out
    marcus = next(shared.glob("referrals/*/*marcus-bell.yaml"))
    text = marcus.read_text()
    marcus.write_text(text + "officer: zoe\n")
    assert tracker("today", "--who", "maria").out.splitlines()[-1] == says
    marcus.write_text(text + "officer: ana\n")
    assert tracker("today", "--who", "maria").out.splitlines()[-1].startswith("3 open referrals are no officer's; ")


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("zoe", 'nobody here is called "zoe"; there are ana, maria'),
        ("r", '"r" is more than one officer: ana, maria'),
    ],
)
def test_who_has_to_be_somebody(shared: Path, tracker: Tracker, who: str, sentence: str) -> None:
    assert shared.is_dir()
    ran = tracker("today", "--who", who)
    assert (ran.code, ran.err) == (2, f"tracker: {sentence}\n")


def test_in_a_journal_of_one_the_officer_is_named_by_any_of_their_names(tracker: Tracker) -> None:
    assert tracker("today", "--who", "ana").code == 0
    assert tracker("today", "--who", "Ana Rivera").code == 0
    assert tracker("today", "--who", "maria").err == 'tracker: nobody here is called "maria"; there are Ana Rivera\n'
