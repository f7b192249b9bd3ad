"""`tracker plan`: what a goal takes, and what it says where that cannot be told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker

REFUSED = '--closings is how many closings a month you want, from 1 to 10,000; "{}" is not'


def written(journal: Path, text: str) -> None:
    (journal / "journal.yaml").write_text(text)


def test_the_json(tracker: Tracker) -> None:
    """1 closing of 2 applications, from 4 appointments, 15 conversations and 33 calls: ten times as much for ten."""
    plan: Any = tracker("plan", "--closings", "10", "--json").json
    assert (plan["closings"], plan["from"], plan["to"]) == (10, "2025-03-11", "2026-03-10")
    assert (plan["history_from"], plan["closed"], plan["missing"]) == ("2025-10-06", 1, None)
    assert [(need["what"], need["done"], round(need["a_month"]["likely"], 6)) for need in plan["needs"]] == [
        ("applications", 2, 20), ("appointments", 4, 40), ("conversations", 15, 150), ("calls", 33, 330),
    ]  # fmt: skip
    assert [need["goal_a_working_day"] for need in plan["needs"]] == [None, 1, 5, 15]
    share = plan["needs"][0]["share"]
    assert (share["rate"], share["n"], share["made"]) == (0.5, 2, 1)


def test_without_closings_it_is_the_goal_of_the_journal(tracker: Tracker) -> None:
    assert tracker("plan").out == tracker("plan", "--closings", "5").out


@pytest.mark.parametrize("goals", ["", "goals: {daily: {calls: 15}}"])
def test_without_a_goal_it_asks_for_one(goals: str, journal: Path, tracker: Tracker) -> None:
    written(journal, f"format: 1\n{goals}\n")
    ran = tracker("plan")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "tracker: how many closings a month? journal.yaml has no goal for them (goals: {monthly: {closings: 4}});"
        " say it with --closings 4\n"
    )
    assert tracker("plan", "--closings", "2").code == 0


@pytest.mark.parametrize("typed", ["0", "x", "-3", "2.5", "", "10001", "9" * 400, "²", "٣"])
def test_what_is_no_number_of_closings_is_refused(typed: str, tracker: Tracker) -> None:
    ran = tracker("plan", f"--closings={typed}")
    assert (ran.code, ran.out, ran.err) == (2, "", f"tracker: {REFUSED.format(typed)}\n")


def test_thousands_are_written_as_all_numbers_are(journal: Path, tracker: Tracker) -> None:
    written(journal, "format: 1\ngoals: {monthly: {closings: 10000}, daily: {calls: 50000}}\n")
    said = tracker("plan").out
    assert said.startswith("10,000 closings a month take about ")
    assert "The goal of 50,000 calls a working day " in said
    assert any(line.endswith("  50,000") for line in said.splitlines())


@pytest.mark.parametrize(("goal", "said"), [(0, "0"), (10_001, "10,001"), (99_999_999, "99,999,999")])
def test_a_goal_that_is_none_is_not_made_one(goal: int, said: str, journal: Path, tracker: Tracker) -> None:
    written(journal, f"format: 1\ngoals: {{monthly: {{closings: {goal}}}}}\n")
    ran = tracker("plan")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"tracker: the goal of {said} closings a month in journal.yaml is not from 1 to 10,000;"
        " say another with --closings 4\n"
    )


def test_no_working_day_at_all(journal: Path, tracker: Tracker) -> None:
    written(journal, "format: 1\nworking_days: []\ngoals: {monthly: {closings: 5}}\n")
    ran = tracker("plan")
    assert ran.out.startswith("5 closings a month take about 165 calls a month (56–1,614).\n")
    assert ran.out.endswith(
        "The next 12 months have no working day in journal.yaml, so there is no number a working day.\n"
        "\n1 left out: its file has an error; tracker check shows what is wrong\n"
    )
    plan: Any = tracker("plan", "--json").json
    assert plan["working_days"] is None
    assert {str(need["a_working_day"]) for need in plan["needs"]} == {"None"}


def test_a_journal_with_nothing_in_it(outside: Tracker) -> None:
    outside("init", "--no-git", "--bare")
    out = outside("plan", "--closings", "5").out
    assert out.startswith("What 5 closings a month take cannot be told yet.\n")
    assert "No closing in the last 12 months, so how many applications a closing takes is not known yet." in out
    assert "\nSince Tue 10 Mar 2026: no calls and no closings.\n" in out
    assert "%" not in out


def test_an_officer_with_two_weeks_of_history(tmp_path: Path, outside: Tracker) -> None:
    root = tmp_path / "outside"
    (root / "activity/maria/2026").mkdir(parents=True)
    written(root, "format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\n")
    for day in ("2026-02-25", "2026-03-09"):
        (root / f"activity/maria/2026/{day}.yaml").write_text("calls: 12\nconversations: 4\n")
    ran = outside("plan", "--closings", "3", "--who", "maria")
    assert ran.out.startswith("Maria Soto\nWhat 3 closings a month take cannot be told yet.\nSince Wed 25 Feb 2026: ")
    assert "All of this rests on 14 days of history." in ran.out
    assert outside("plan", "--closings", "3", "--who", "zoe").code == 2


def test_the_goal_of_the_month_is_taken_as_it_is_written(tmp_path: Path, outside: Tracker) -> None:
    written(
        tmp_path / "outside",
        "format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\ngoals: {monthly: {closings: 3}}\n",
    )
    together: Any = outside("plan", "--json").json
    ana: Any = outside("plan", "--who", "ana", "--json").json
    assert (together["closings"], ana["closings"]) == (3, 3)


def test_on_a_narrow_terminal_the_ranges_go_first(tracker: Tracker, terminal: Callable[[int], None]) -> None:
    terminal(60)
    out = tracker("plan", "--color=never").out
    assert max(map(len, out.splitlines())) <= 60
    assert "needed" in out
    assert "range  " not in out


@pytest.mark.parametrize("width", [50, 60, 80, 120])
def test_it_fits(width: int, journal: Path, tracker: Tracker, terminal: Callable[[int], None]) -> None:
    """1 closing, 2 applications and 4 appointments of months with 1,415 conversations and 4,133 calls."""
    (journal / "activity/2026/2026-03-09.yaml").write_text("calls: 4116\nconversations: 1406\n")
    terminal(width)
    out = tracker("plan", "--color=never").out
    assert max(map(len, out.splitlines())) <= width
    assert ("%" in out) is (width > 60)


def test_explained(tracker: Tracker) -> None:
    ran = tracker("plan", "--explain")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("4 closings a month\n")
    assert "165" not in ran.out
