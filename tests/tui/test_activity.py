"""Activity: today against the goals, the streak, the year, the days, and what stands behind each."""

from pathlib import Path

import pytest

from tests.tui.driving import Person, opened
from tests.tui.test_screens import SCREENS, SIZES, UPDATE
from tests.tui.working import emptied, seen, worked, write_day

WIDE = (120, 40)
SHARED = """format: 1
officers: {ana: Ana Rivera, maria: Maria Soto}
goals:
  daily: {calls: 10}
streak: [calls]
"""
GOALS = "goals:\n  daily: {calls: 15, follow_ups: 8, notes: 3}\n"


def rows(person: Person) -> list[str]:
    """The lines of the list, with one blank between the cells."""
    return [" ".join(line.split()) for line in person.list if line]


class TestToday:
    async def test_the_first_line_says_what_keeps_the_streak(self, journal: Path) -> None:
        worked(journal)
        write_day(journal, "2026-03-10", "calls: 8\nfollow_ups: 9\nnotes: 2\n")
        async with opened(journal) as person:
            await seen(person)
            await person.sees("7 calls, 1 note to keep the streak of 7 working days", "3 working days missing")

    async def test_each_counter_stands_against_its_goal(self, journal: Path) -> None:
        worked(journal)
        write_day(journal, "2026-03-10", "calls: 6\nfollow_ups: 8\ncustom: {open_houses: 2}\n")
        async with opened(journal, WIDE) as person:
            await seen(person)
            await person.sees("6/15", "8/8 ✓", "0/3", "open houses")

    async def test_a_day_that_is_done_says_when_the_next_is_due(self, journal: Path) -> None:
        worked(journal)
        write_day(journal, "2026-03-10", "calls: 15\nfollow_ups: 8\nnotes: 3\n")
        async with opened(journal) as person:
            await seen(person)
            await person.sees("✓ done for today · streak 8 working days · next tomorrow")

    async def test_without_a_streak_today_is_what_counts(self, journal: Path) -> None:
        async with opened(journal) as person:
            await seen(person)
            await person.sees("to go today · no streak yet")

    @pytest.mark.parametrize(
        ("settings", "says"),
        [
            ("holidays: [2026-03-10]\n", "today is a holiday · streak 7 working days · next tomorrow"),
            ("days_off: [2026-03-10..2026-03-11]\n", "today is a day off · streak 7 working days · next Thu 12 Mar"),
            ("working_days: [mon, wed, thu, fri]\n", "today is no working day · streak 6 working days"),
        ],
    )
    async def test_a_day_that_is_not_due_says_so(self, journal: Path, settings: str, says: str) -> None:
        worked(journal)
        (journal / "journal.yaml").write_text(f"format: 1\n{GOALS}{settings}", "utf-8")
        async with opened(journal) as person:
            await seen(person)
            await person.sees(says)


class TestDays:
    async def test_they_stand_newest_first_under_their_week_with_its_totals(self, journal: Path) -> None:
        worked(journal)
        async with opened(journal, WIDE) as person:
            await seen(person)
            head, average, *days = rows(person)
            assert head == "day calls follow-ups notes conv. appts done score note"
            assert average.startswith("avg 125 days 11.9 6.5 2.0 4.3 0.0 74%")
            assert days[:4] == [
                "this week 15 11 3 5 1 1/2 100% ██████",
                "· Tue today",
                "█ Mon 9 Mar 15 11 3 5 1 ✓ 100%",
                "last week 85 46 15 24 1 5/5 98% █████▉",
            ]

    async def test_the_missing_ones_are_in_their_weeks_and_listed_apart(self, journal: Path) -> None:
        worked(journal)
        async with opened(journal, WIDE) as person:
            await seen(person)
            await person.press("G")
            assert person.selected.startswith("? Wed 8 Oct missing")
            assert "missing 3 working days of which nothing is known" in rows(person)
            await person.press("slash")
            await person.type("missing")
            await person.sees("3 of 133")
            await person.press("enter")
            assert [row for row in rows(person) if row.startswith("?")] == [
                "? Thu 26 Feb missing",
                "? Thu 5 Feb missing",
                "? Wed 8 Oct missing",
            ]

    @pytest.mark.parametrize(
        ("query", "says"),
        [
            ("2026-02", "avg 19 days"),
            ("feb", "avg 19 days"),
            ("monday feb", "avg 4 days"),
            ("underwriting", "avg 1 day"),
            ("sick", "Thu 22 Jan"),
            ("off", "4 of 133"),
            ("holiday", "3 of 133"),
            ("done feb", "6 of 133"),
            ("open houses", "Sat 17 Jan"),
        ],
    )
    async def test_words_find_days(self, journal: Path, query: str, says: str) -> None:
        worked(journal)
        async with opened(journal, WIDE) as person:
            await seen(person)
            await person.press("slash")
            await person.sees("2026-02, monday, missing, done, off, or words of a note")
            await person.type(query)
            await person.sees(says)

    async def test_what_no_day_has_finds_none_and_the_year_stays(self, journal: Path) -> None:
        worked(journal)
        async with opened(journal) as person:
            await seen(person)
            await person.press("slash")
            await person.type("zzz")
            await person.sees("No day matches.", "0 of 133", "none of it")
            await person.press("escape")
            await person.sees("this week")

    async def test_the_selected_day_stays_selected_through_edits(self, journal: Path) -> None:
        worked(journal)
        async with opened(journal, WIDE) as person:
            await seen(person)
            await person.press("j", "j", "j")
            assert "Thu 5 Mar" in person.selected
            write_day(journal, "2026-03-07", "calls: 1\n")
            await person.press("r")
            await person.sees("Sat 7 Mar")
            assert "Thu 5 Mar" in person.selected


class TestOneDay:
    async def test_what_was_typed_stands_beside_what_the_records_show(self, journal: Path) -> None:
        async with opened(journal, (120, 60)) as person:
            await seen(person)
            await person.press("slash")
            await person.type("2026-03-09")
            await person.sees("1 of")
            await person.press("enter")
            await person.sees("│ Mon 9 Mar 2026", "│ not done · score 89%", "count", "typed", "records")
            lines = [" ".join(line.partition("│")[2].rstrip("▐").split()) for line in person.screen.splitlines()]
            assert "calls 14/15 14 2" in lines  # one call reached Lee Ortiz, another told Sarah Chen
            assert "follow-ups 6/8 6 0" in lines
            assert "activity/2026/2026-03-09.yaml" in lines
            await person.sees("in the records")

    async def test_a_team_has_each_officers_typing_and_an_id_shows_one_alone(self, journal: Path) -> None:
        (journal / "journal.yaml").write_text(SHARED, "utf-8")
        (journal / "activity/2026/2026-03-09.yaml").unlink()
        write_day(journal, "2026-03-09", "calls: 12\n", "ana")
        write_day(journal, "2026-03-09", "calls: 3\n", "maria")
        async with opened(journal, WIDE) as person:
            await seen(person)
            await person.sees("0/20")
            await person.press("j")
            await person.sees("17/20", "Ana Rivera  typed: calls 12", "Maria Soto  typed: calls 3")
            await person.press("slash")
            await person.type("ana")
            await person.sees("Ana Rivera: 10 calls", "0/10")
            await person.press("enter", "j")
            await person.sees("12/10")

    async def test_e_opens_its_file_and_says_how_to_write_one_where_there_is_none(
        self, journal: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        worked(journal)
        async with opened(journal, WIDE) as person:
            await seen(person)
            opened_files: list[str] = []

            def hand_over(path: str, _place: tuple[int, int]) -> str:
                opened_files.append(path)
                return ""

            monkeypatch.setattr(person.desk, "_hand_over", hand_over)
            await person.press("e")
            await person.sees("This day has no file yet. + counts, or write", "with a line such as calls: 12")
            await person.press("j", "e")
            await person.finds(lambda: opened_files == ["activity/2026/2026-03-09.yaml"])
            await person.press("Y")
            await person.sees("2026-03-09 copied")

    async def test_a_file_with_an_error_is_marked_and_explained(self, journal: Path) -> None:
        worked(journal)
        write_day(journal, "2026-03-06", "calls: many\nnotes: 3\n")
        async with opened(journal, WIDE) as person:
            await seen(person)
            await person.press("j", "j")
            assert person.selected.startswith("✗ Fri 6 Mar")
            await person.sees("✗ line 1:")


class TestStates:
    async def test_without_anything_it_says_how_a_day_is_written(self, journal: Path) -> None:
        emptied(journal)
        (journal / "journal.yaml").write_text("format: 1\n", "utf-8")
        async with opened(journal) as person:
            await seen(person)
            await person.sees("No activity yet.", "activity/2026/2026-03-10.yaml", "goals: {daily:", "no goals yet")
            await person.press("j", "enter", "e", "Y")
            await person.sees("No record is selected.")

    async def test_without_goals_there_are_counts_and_no_scores(self, journal: Path) -> None:
        worked(journal)
        (journal / "journal.yaml").write_text("format: 1\n", "utf-8")
        async with opened(journal, WIDE) as person:
            await seen(person)
            await person.sees("no goals yet", "▪ known", "calls", "▪")
            assert "%" not in "\n".join(person.list)

    async def test_without_files_the_records_speak(self, journal: Path) -> None:
        emptied(journal, "activity")
        async with opened(journal, WIDE) as person:
            await seen(person)
            await person.sees("Fri 6 Mar", "working days missing")

    async def test_hostile_notes_are_shown_as_text(self, journal: Path) -> None:
        worked(journal)
        async with opened(journal, (200, 60)) as person:
            await seen(person)
            await person.press("slash")
            await person.type("everything")
            await person.sees(r"[bold]Everything[/bold] \x1b[31mred")


DUMPS = {
    "activity": ("4", "j", "j"),
    "activity-detail": ("4", "j", "j", "enter"),
    "activity-query": ("4", "slash", "f", "e", "b"),
    "activity-no-goals": ("4",),
    "activity-empty": ("4",),
}


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
@pytest.mark.parametrize("name", DUMPS)
async def test_the_screen_is_as_it_was_last_agreed(journal: Path, name: str, size: tuple[int, int]) -> None:
    if name == "activity-empty":
        emptied(journal)
    else:
        worked(journal)
        write_day(journal, "2026-03-10", "calls: 8\nfollow_ups: 9\nnotes: 2\nconversations: 3\n")
    if name == "activity-no-goals":
        (journal / "journal.yaml").write_text("format: 1\nofficer: Ana Rivera\n", "utf-8")
    async with opened(journal, size) as person:
        for key in DUMPS[name]:
            await person.press(key)
            await person.finds(lambda: person.desk.view.found is not None)
        if name == "activity-query":
            await person.sees("avg 19 days")
        await person.pilot.pause()
        shown = person.screen + "\n"
    file = SCREENS / f"{name}-{size[0]}x{size[1]}.txt"
    if UPDATE:
        file.write_text(shown, "utf-8")
    assert shown == file.read_text("utf-8")


async def test_on_a_high_screen_activity_stands_beside_results_week_by_week(journal: Path) -> None:
    """Below the calendar: what was done in its weeks, and what came in."""
    async with opened(journal, (80, 44)) as person:
        await person.press("4")
        await person.sees("most in a week", " calls", " applications", "1 closing")
    async with opened(journal, (80, 24)) as person:
        await person.press("4")
        await person.sees("this week", "Mon ", "b shows results")
        assert "most in a week" not in person.screen


@pytest.mark.parametrize(("size", "weeks"), [((80, 24), 53), ((60, 20), 34), ((120, 30), 53)])
async def test_on_a_lower_one_a_key_shows_it_in_place_of_the_calendar(
    journal: Path, size: tuple[int, int], weeks: int
) -> None:
    """Keiko Marsh closed last week, which is the last column but one."""
    worked(journal)
    async with opened(journal, size) as person:
        await seen(person)
        await person.press("b")
        await person.sees("most in a week", "1 closing")
        lines = person.screen.splitlines()
        closings = next(line for line in lines if line.rstrip().endswith("1 closing"))
        assert closings[5 : 5 + weeks].rstrip() == " " * (weeks - 2) + "█"
        assert next(line for line in lines if "most in a week" in line).split()[-5:-4] == ["Mar"]
        assert not any(line.startswith(" Sat") for line in lines)
        await person.press("b")
        await person.sees(" Sat", "this week")
        assert "most in a week" not in person.screen


async def test_where_there_is_room_for_both_the_key_has_nothing_to_do(journal: Path) -> None:
    async with opened(journal, (80, 44)) as person:
        await seen(person)
        await person.press("b")
        await person.sees("most in a week", " Sat")
        assert "shows results" not in person.screen


async def test_the_page_of_a_day_has_its_week_and_how_calls_become_closings(journal: Path) -> None:
    """Keiko Marsh closed on Tue 3 Mar, and is the only one who did."""
    async with opened(journal, (80, 70)) as person:
        await person.press("4")
        await person.finds(lambda: person.desk.view.found is not None)
        await person.type("/2026-03-03")
        await person.sees("1 of")
        await person.press("enter")
        await person.press("enter")
        await person.sees("THE WEEK  last week: what was done, and what came in", "CALLS TO CLOSINGS  12 months")
        shown = [" ".join(line.split()) for line in person.screen.splitlines()]
        assert "closings 1" in shown
        assert any(line.endswith("applications, 1 closing") for line in shown)
