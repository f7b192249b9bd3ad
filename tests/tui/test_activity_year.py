"""The year in Activity: a sign for each day, the selected one lit, and how it gives way to the rest."""

from pathlib import Path

import pytest

from tests.tui.driving import Person, opened
from tests.tui.seeing import lines_of
from tests.tui.working import emptied, seen, worked, write_day
from textual_tracker.tui.widgets.year_panel import YearPanel

GOALS = "goals:\n  daily: {calls: 15, follow_ups: 8, notes: 3}\n"


def panel(person: Person) -> list[str]:
    """The lines above the list: the meters and the calendar."""
    return lines_of(person.desk.view.query_one(YearPanel))


def marked(person: Person) -> tuple[int, str]:
    """The column and the weekday of the day that is lit in the calendar."""
    widget = person.desk.view.query_one(YearPanel)
    for y in range(widget.size.height):
        x = 0
        for part in widget.render_line(y):
            if part.style is not None and part.style.bgcolor is not None:
                return x, lines_of(widget)[y].split()[0]
            x += part.cell_length
    return -1, ""


class TestYear:
    async def test_a_column_is_a_week_and_each_sort_of_day_has_a_sign_of_its_own(self, journal: Path) -> None:
        worked(journal)
        async with opened(journal) as person:
            await seen(person)
            heads, *days = panel(person)[-8:]
            assert heads[:58].split() == [
                "Apr",
                "May",
                "Jun",
                "Jul",
                "Aug",
                "Sep",
                "Oct",
                "Nov",
                "Dec",
                "Jan",
                "Feb",
                "Mar",
            ]
            assert [line[1:4] for line in days] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
            assert len(days[0][5:58].rstrip()) == 53
            assert days[1][5:59].endswith("·◂")
            assert set("".join(line[5:58] for line in days)) >= set("█▆▂?×+· ")

    async def test_the_top_sign_is_that_of_what_the_streak_counts(self, journal: Path) -> None:
        """Done with half of its score, and not done with nearly all of it: the goal of `streak` says which."""
        emptied(journal, "activity")
        (journal / "journal.yaml").write_text(
            "format: 1\ngoals:\n  daily: {calls: 10, notes: 10}\nstreak: [calls]\n", "utf-8"
        )
        write_day(journal, "2026-03-06", "calls: 9\nnotes: 10\n")
        write_day(journal, "2026-03-09", "calls: 10\n")
        async with opened(journal) as person:
            await seen(person)
            friday, monday = (next(line for line in panel(person) if line[1:4] == name) for name in ("Fri", "Mon"))
            assert (friday[56], monday[57]) == ("▆", "█")
            assert [" ".join(line[61:].split()) for line in panel(person)[-7:-4]] == [
                "█ done",
                "▆▄▂ partly",
                "▁ none of it",
            ]
            listed = [" ".join(line.split()) for line in person.list]
            assert next(line for line in listed if "9 Mar" in line).startswith("█")
            assert next(line for line in listed if "6 Mar" in line).startswith("▆")

    async def test_where_no_goal_makes_a_day_done_no_sign_says_so(self, journal: Path) -> None:
        worked(journal)
        (journal / "journal.yaml").write_text("format: 1\ngoals:\n  daily: {calls: 15}\nstreak: []\n", "utf-8")
        async with opened(journal) as person:
            await seen(person)
            assert "█" not in "".join(line[5:58] for line in panel(person)[-7:])
            assert "done" not in "".join(line[58:] for line in panel(person)[-7:])

    async def test_the_selected_day_is_lit_in_the_year_too(self, journal: Path) -> None:
        worked(journal)
        async with opened(journal) as person:
            await seen(person)
            assert marked(person) == (57, "Tue")
            await person.press("j")
            assert marked(person) == (57, "Mon")
            await person.press("j")
            assert person.selected.startswith("█ Fri 6 Mar")
            assert marked(person) == (56, "Fri")

    async def test_a_click_on_a_day_selects_it(self, journal: Path) -> None:
        worked(journal)
        async with opened(journal) as person:
            await seen(person)
            lines = panel(person)
            wednesday = next(number for number, line in enumerate(lines) if line.startswith(" Wed"))
            await person.pilot.click(YearPanel, offset=(55, wednesday))
            await person.finds(lambda: person.selected.startswith("? Wed 25 Feb") or "25 Feb" in person.selected)

    async def test_it_gives_way_on_a_low_screen_and_for_an_opened_day(self, journal: Path) -> None:
        worked(journal)
        async with opened(journal) as person:
            await seen(person)
            await person.press("enter")
            await person.sees("Tue 10 Mar 2026", "No file.")
            assert "none of it" not in person.screen
            await person.press("escape")
            await person.sees("none of it")
            await person.pilot.resize_terminal(60, 16)
            await person.misses("Sat ", "◂")
            await person.sees("this week")


@pytest.mark.parametrize("settings", [GOALS, "format: 1\n"])
async def test_the_legend_explains_the_days_of_which_nothing_is_known_yet(journal: Path, settings: str) -> None:
    emptied(journal)
    (journal / "journal.yaml").write_text(settings, "utf-8")
    async with opened(journal) as person:
        await seen(person)
        assert any("···" in line for line in panel(person))
        assert any(line.split("   ")[-1].strip() == "not known yet" and " · " in line for line in panel(person))
