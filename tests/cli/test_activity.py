"""`tracker activity`: the days of a window on a terminal, on a pipe, and as JSON."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker

Terminal = Callable[[int], None]
HEAD = "9 calls, 5 follow-ups, 2 notes to keep the streak of 1 working day.\n"


class TestJson:
    def test_every_day_of_the_last_twelve_months(self, tracker: Tracker) -> None:
        found: Any = tracker("activity", "--json").json
        assert (found["from"], found["to"], found["streak"]) == ("2025-03-11", "2026-03-10", 1)
        assert [found["days"][0]["date"], found["days"][-1]["date"], len(found["days"])] == [
            "2025-03-11",
            "2026-03-10",
            365,
        ]
        assert found["goals"] == {"calls": 15, "follow_ups": 8, "notes": 3, "conversations": 5, "appointments": 1}

    def test_a_day(self, tracker: Tracker) -> None:
        """6 of 15 calls, 3 of 8 follow-ups, 1 of 3 notes, 2 of 5 conversations, no appointment of 1."""
        found: Any = tracker("activity", "--from", "today", "--json").json
        (today,) = found["days"]
        assert today.pop("score") == pytest.approx((6 / 15 + 3 / 8 + 1 / 3 + 2 / 5 + 0) / 5)
        assert today == {
            "date": "2026-03-10",
            "calls": 6,
            "follow_ups": 3,
            "notes": 1,
            "conversations": 2,
            "appointments": 0,
            "custom": {},
            "done": False,
            "day_off": False,
            "known": True,
        }
        assert found["totals"] == {
            "calls": 6, "follow_ups": 3, "notes": 1, "conversations": 2, "appointments": 0, "custom": {},
        }  # fmt: skip

    def test_a_window_has_its_own_totals_and_the_streak_of_today(self, tracker: Tracker) -> None:
        found: Any = tracker("activity", "--from", "2026-03-02", "--to", "2026-03-06", "--json").json
        assert len(found["days"]) == 5
        assert found["missing"] == ["2026-03-03"]
        assert found["streak"] == 1
        assert (found["totals"]["calls"], found["averages"]["days"], found["averages"]["calls"]) == (3, 4, 0.75)
        assert [(week["start"], week["calls"], week["closings"]) for week in found["weeks"]] == [("2026-03-02", 3, 0)]
        assert found["ratios"]["calls_per_closing"] is None

    def test_the_ratios(self, tracker: Tracker) -> None:
        found: Any = tracker("activity", "--json").json
        assert found["ratios"] == {
            "calls_per_conversation": 33 / 15,
            "conversations_per_appointment": 15 / 4,
            "appointments_per_application": 2.0,
            "applications_per_closing": 2.0,
            "calls_per_closing": 33.0,
        }

    def test_own_kinds_stand_under_custom(self, journal: Path, tracker: Tracker) -> None:
        (journal / "journal.yaml").write_text("format: 1\nactivities: [open_houses]\n")
        (journal / "activity/2026/2026-03-10.yaml").write_text("calls: 2\ncustom: {open_houses: 1}\n")
        found: Any = tracker("activity", "--from", "today", "--json").json
        (today,) = found["days"]
        assert (today["custom"], today["score"]) == ({"open_houses": 1}, None)


class TestTerminal:
    @pytest.mark.parametrize("width", [50, 60, 80, 120])
    def test_it_fits(self, width: int, tracker: Tracker, terminal: Terminal) -> None:
        terminal(width)
        out = tracker("activity", "--color=never").out
        assert max(map(len, out.splitlines())) <= width

    def test_signs_tell_the_days_apart_without_colour(self, tracker: Tracker, terminal: Terminal) -> None:
        terminal(80)
        lines = tracker("activity", "--color=never").out.splitlines()
        monday = next(line for line in lines if line.startswith("  Mon "))
        assert monday == "  Mon ▁▄▄▄▄????????▄▄?????▄▄█"
        assert "      █ done  ▄ partly  ▁ none of it  ? missing" in lines

    def test_a_narrow_one_shows_the_last_weeks(self, tracker: Tracker, terminal: Terminal) -> None:
        terminal(16)
        lines = tracker("activity", "--color=never").out.splitlines()
        assert next(line for line in lines if line.startswith("  Mon ")) == "  Mon ▄▄?????▄▄█"

    def test_the_missing_days_are_named(self, tracker: Tracker, terminal: Terminal) -> None:
        terminal(200)
        out = tracker("activity", "--color=never").out
        assert "Nothing is known of 93 working days: Tue 3 Mar, Fri 27 Feb, Wed 25 Feb, Fri 20 Feb, Thu 19 Feb" in out


class TestPipe:
    def test_a_row_a_day(self, tracker: Tracker) -> None:
        lines = tracker("activity", "--from", "2026-03-01").out.splitlines()
        assert "  2026-03-09  Mon     16           9      3              6             1   100%  done" in lines
        assert "  2026-03-03  Tue                                                                missing" in lines
        assert not any(line.startswith("  2026-03-01") for line in lines)  # a Sunday


class TestBadInput:
    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("--from", "2027-01-01"), "--from 2027-01-01 lies ahead"),
            (
                ("--from", "2026-03-09", "--to", "2026-03-01"),
                "the window ends on 2026-03-01, before it begins on 2026-03-09",
            ),
            (("--who", "zoe"), 'this journal is Ana Rivera\'s; there is nobody called "zoe"'),
        ],
    )
    def test_what_cannot_be_shown_is_a_sentence(self, words: tuple[str, ...], says: str, tracker: Tracker) -> None:
        ran = tracker("activity", *words)
        assert (ran.code, ran.out, ran.err) == (2, "", f"tracker: {says}\n")

    def test_a_journal_with_nothing_in_it(self, outside: Tracker) -> None:
        outside("init", "--no-git", "--bare")
        assert outside("activity").out == (
            "No goals yet: goals and streak in journal.yaml say when a day is done.\n"
            "12 months to 10 Mar 2026: nothing is known of these days\n"
        )
        found: Any = outside("activity", "--json").json
        assert (found["averages"], found["weeks"], found["missing"], found["streak"]) == (None, [], [], 0)

    def test_no_working_day_at_all(self, journal: Path, tracker: Tracker, terminal: Terminal) -> None:
        (journal / "journal.yaml").write_text("format: 1\nworking_days: []\ngoals: {daily: {calls: 15}}\n")
        terminal(80)
        out = tracker("activity", "--color=never").out
        says = "Today is no working day: no streak yet, journal.yaml has no working day in the year ahead."
        assert " ".join(out.splitlines()[:2]) == says
        assert "missing" not in out.partition("\n")[2].partition("none missing")[2]

    def test_goals_of_nothing(self, journal: Path, tracker: Tracker) -> None:
        (journal / "journal.yaml").write_text("format: 1\ngoals: {daily: {calls: 0}}\n")
        out = tracker("activity").out
        assert out.startswith("No goals yet: ")
        assert "%" not in out


def test_whose_days(tmp_path: Path, outside: Tracker) -> None:
    root = tmp_path / "outside"
    (root / "journal.yaml").write_text(
        "format: 1\nofficers: {ana: Ana Rivera, maria: Maria Soto}\ngoals: {daily: {calls: 10}}\nstreak: [calls]\n"
    )
    for officer, calls in (("ana", 10), ("maria", 4)):
        (root / f"activity/{officer}/2026").mkdir(parents=True)
        (root / f"activity/{officer}/2026/2026-03-10.yaml").write_text(f"calls: {calls}\n")
    together: Any = outside("activity", "--from", "today", "--json").json
    assert (together["officer"], together["totals"]["calls"], together["goals"]) == (None, 14, {"calls": 20})
    ana: Any = outside("activity", "--from", "today", "--who", "ana", "--json").json
    assert (ana["officer"], ana["totals"]["calls"], ana["goals"], ana["streak"]) == ("ana", 10, {"calls": 10}, 1)
    assert outside("activity", "--who", "maria").out.startswith("Maria Soto\n6 calls to go today; no streak yet.\n")


def test_explained(tracker: Tracker) -> None:
    ran = tracker("activity", "--explain")
    assert (ran.code, ran.err) == (0, "")
    assert "streak\nWorking days done in a row" in ran.out
    assert HEAD not in ran.out
