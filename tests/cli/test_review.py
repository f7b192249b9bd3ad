"""`tracker review`: the week as a page of Markdown, and as JSON."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from tests.histories import write_history
from textual_tracker.config.resources import sample_journal_folder

SAMPLE = ["-C", str(sample_journal_folder()), "--no-index"]
ALWAYS = ["Waiting", "Forecast", "One thing to change"]


def titles(page: str) -> list[str]:
    return [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]


def section(page: str, title: str) -> list[str]:
    """The lines below a heading."""
    return page.partition(f"## {title}\n\n")[2].partition("\n\n## ")[0].splitlines()


def test_the_page_says_first_whose_week_it_is_and_what_is_in_it(tracker: Tracker) -> None:
    page = tracker("review").out
    head = page.splitlines()[:3]
    assert head[0] == "# Ana Rivera: week of Mon 9 to Tue 10 Mar 2026, so far"
    assert head[2] == "> This page has customers' names in it. Give it only to people who may see them."
    assert titles(page) == ["Done", *ALWAYS]


def test_what_did_not_happen_is_one_sentence(tracker: Tracker) -> None:
    quiet = "Nothing moved, nobody was received, nothing closed, nobody was lost."
    assert section(tracker("review").out, "Done")[-2:] == ["", quiet]
    assert section(tracker("review", "--week", "-7").out, "Done")[-1] == "Nothing closed, nobody was lost."
    assert tracker("add", "Ann", "Lee", "555-0170", "@chen").code == 0
    assert tracker("appt", "ann", "today").code == 0
    assert tracker("close", "priya", "--amount", "400000").code == 0
    assert tracker("lose", "marcus", "--reason", "chose_other_lender_rate").code == 0
    page = tracker("review").out
    assert titles(page) == ["Done", "Moved", "Received", "Closed", "Lost", *ALWAYS]
    assert "nobody" not in "".join(section(page, "Done"))


def test_a_file_with_an_error_was_received(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2026/2026-03-06-dana-ortiz.yaml").unlink()
    page = tracker("review", "--week", "2026-03-04").out
    assert section(page, "Received") == ["1 file has an error, left out here; tracker check says where."]
    assert "received" not in "".join(section(page, "Done"))


def test_the_streak_of_today_is_no_past_week_s(tracker: Tracker) -> None:
    page = tracker("review", "--week", "-7")
    assert section(page.out, "Done")[0] == "0 of 5 working days done."
    week: Any = tracker("review", "--week", "-7", "--json").json
    assert week["activity"]["streak"] is None


def test_a_page_without_a_name_warns_of_none(outside: Tracker) -> None:
    outside("init", "--no-git", "--bare")
    assert outside("review").out.splitlines()[2] == "> This page names no customer."


def test_done_is_against_the_goals_of_the_days(tracker: Tracker) -> None:
    """16 + 6 calls on Monday and today, against two days of 15."""
    done = section(tracker("review").out, "Done")
    assert done[0] == "1 of 2 working days done; the streak is 1 working day."
    assert "| calls | 22 | 30 |" in done


def test_a_past_week_says_of_which_day_the_rest_is(tracker: Tracker) -> None:
    page = tracker("review", "--week", "2026-03-04").out
    assert page.startswith("# Ana Rivera: week of Mon 2 to Sun 8 Mar 2026\n")
    assert "## Waiting on Tue 10 Mar 2026\n" in page
    assert section(page, "Received") == [
        "1 referral.", "", "- **Dana Ortiz**, from Sarah Chen, Fri 6 Mar; no attempt yet",
        "", "1 file has an error, left out here; tracker check says where.",
    ]  # fmt: skip


def test_who_waits_worst_first_and_what_to_do(tracker: Tracker) -> None:
    waiting = section(tracker("review").out, "Waiting")
    assert waiting[:4] == [
        "3 stalled.",
        "",
        "- **Priya Nair**: closing 2 days late; tell everyone, today",
        "- **Dana Ortiz**: no attempt, 2 working days; call now",
    ]
    assert "2 partners wait for word." in waiting


def test_where_all_are_long_dead_all_are_to_be_decided_on(outside: Tracker, tmp_path: Path) -> None:
    outside("init", "--no-git", "--bare")
    folder = tmp_path / "outside/referrals/2026"
    folder.mkdir(parents=True, exist_ok=True)
    for number in (1, 2):
        (folder / f"2026-01-0{number}-n.yaml").write_text(
            "borrower: Lee Park\nsource: online\nappointment: {status: held}\napplication: {status: started}\n"
        )
    assert section(outside("review").out, "Waiting")[0] == "2 stalled, all of them to decide on or close out."


def test_who_closed_and_who_was_lost_and_why(tracker: Tracker) -> None:
    assert tracker("close", "priya", "--amount", "400000").code == 0
    assert tracker("lose", "marcus", "--reason", "chose_other_lender_rate").code == 0
    page = tracker("review").out
    assert section(page, "Closed") == ["1 loan, $400k.", "", "- **Priya Nair**, $400,000, Tue 10 Mar"]
    assert section(page, "Lost") == ["1 referral.", "", "- **Marcus Bell**, Tue 10 Mar: chose another lender (rate)"]


@pytest.mark.parametrize(
    ("monthly", "says"),
    [
        ("{closings: 2, volume: 1500000}", "chance of your goal of 2: <1%; $250k expected."),
        ("{closings: 1}", "your goal of 1 is reached; $250k expected."),
        ("{referrals: 20}", "$250k expected."),
    ],
)
def test_this_months_closings_beside_the_goal(monthly: str, says: str, outside: Tracker, tmp_path: Path) -> None:
    """The newest loan closed on 2 March; nobody is open, and the last day of the month is as good as over."""
    root = tmp_path / "outside"
    write_history(root, 10, 10)
    (root / "journal.yaml").write_text(f"format: 1\ngoals: {{monthly: {monthly}}}\n")
    page = outside("review", "--today", "2026-03-31").out
    trust = "2 of the last 2 months fell inside such a range."
    assert section(page, "Forecast") == [f"March 2026: 1 closed, most likely 1 (80%: 1); {says} {trust}"]


def test_notes_stay_in_the_journal_and_names_are_text(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2026/2026-03-09-x.yaml").write_text(
        'borrower: {name: "*Jo* <b>|Hale|"}\nreceived: 2026-03-09\nsource: online\n'
        "contact_attempts: [{date: 2026-03-09, channel: call, result: reached, note: earns a fortune}]\n"
    )
    page = tracker("review").out
    assert "- **\\*Jo\\* \\<b\\>\\|Hale\\|**, online, Mon 9 Mar; now contacted" in page
    assert "fortune" not in page


def test_more_than_a_page_holds_is_counted(journal: Path, tracker: Tracker) -> None:
    for number in range(15):
        (journal / f"referrals/2026/2026-03-09-n{number:02}.yaml").write_text(
            f"borrower: {{name: Number {number:02}}}\nreceived: 2026-03-09\nsource: online\n"
        )
    received = section(tracker("review").out, "Received")
    assert received[0] == "15 referrals."
    assert received[-2:] == ["- **Number 11**, online, Mon 9 Mar; no attempt yet", "- and 3 more"]


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_terminal_has_lines_broken_between_words_and_the_same_markdown(
    width: int, outside: Tracker, terminal: Callable[[int], None]
) -> None:
    asked = [*SAMPLE, "review"]
    paragraphs = outside(*asked).out.splitlines()
    assert max(map(len, paragraphs)) > 150  # a file has a paragraph a line, for mail and wikis to break
    terminal(width)
    lines = outside(*asked).out.splitlines()
    assert all(len(line) <= width or line.startswith(("#", "|")) for line in lines)
    joined: list[str] = []
    for line in lines:
        begins = not joined or not line or not joined[-1] or line.startswith(("#", "|", "- "))
        if begins or joined[-1].startswith(("#", "|")):
            joined.append(line)
        else:
            joined[-1] += f" {line.removeprefix('  ').removeprefix('> ')}"
    assert joined == paragraphs


def test_the_json(tracker: Tracker) -> None:
    found: Any = tracker("review", "--week", "2026-03-04", "--json").json
    assert (found["from"], found["to"], found["today"]) == ("2026-03-02", "2026-03-08", "2026-03-10")
    assert found["activity"]["counts"]["calls"] == {"count": 3, "goal": 75}
    assert (found["activity"]["due"], found["activity"]["done"]) == (5, 0)
    assert found["activity"]["missing"] == ["2026-03-03"]
    assert [row["id"] for row in found["received"]] == ["2026-03-06-dana-ortiz"]
    assert found["faulty"] == ["2026-03-03-tom-baker"]
    assert found["stalled"] == tracker("stalled", "--json").json
    assert found["forecast"] is None
    assert found["one_thing"]["sentence"]


class TestBadInput:
    def test_a_week_that_has_not_begun(self, tracker: Tracker) -> None:
        ran = tracker("review", "--week", "2026-03-16")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "tracker: --week 2026-03-16 is the week of 2026-03-16, and that has not begun\n"
        assert tracker("review", "--week", "2026-03-15").code == 0

    def test_what_is_no_day(self, tracker: Tracker) -> None:
        ran = tracker("review", "--week", "someday")
        assert (ran.code, ran.out) == (2, "")
        assert '"someday"' in ran.err

    def test_a_journal_with_nothing_in_it(self, outside: Tracker) -> None:
        outside("init", "--no-git", "--bare")
        page = outside("review").out
        assert page.startswith("# Week of Mon 9 to Tue 10 Mar 2026, so far\n")
        assert section(page, "Done") == [
            "Nothing is known of these days.",
            "",
            "Nothing moved, nobody was received, nothing closed, nobody was lost.",
        ]
        assert section(page, "Waiting") == ["Nobody stalled, and no partner waits for word."]
        assert section(page, "Forecast")[0].startswith("Too little history for a forecast: ")
        assert titles(page) == ["Done", *ALWAYS]
        assert "%" not in page

    @pytest.mark.parametrize("settings", ["working_days: []", "goals: {daily: {calls: 0}}", ""])
    def test_settings_that_leave_nothing_to_measure_by(self, settings: str, journal: Path, tracker: Tracker) -> None:
        (journal / "journal.yaml").write_text(f"format: 1\n{settings}\n")
        done = section(tracker("review").out, "Done")
        assert "| calls | 22 |  |" in done
        assert not any("done; the streak" in line for line in done)

    @pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31", "2028-02-29"])
    def test_at_any_day_of_the_calendar(self, today: str, tracker: Tracker) -> None:
        ran = tracker("review", "--today", today)
        assert ran.code == 0
        assert [title for title in titles(ran.out) if title in ALWAYS] == ALWAYS


def test_explained(tracker: Tracker) -> None:
    ran = tracker("review", "--explain")
    assert (ran.code, ran.err) == (0, "")
    assert "customers' names\n" in ran.out
    assert "Dana" not in ran.out
