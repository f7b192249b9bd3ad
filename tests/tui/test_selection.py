"""What is selected stays selected, by its id: from view to view, and when its file gets another name."""

from pathlib import Path

from tests.tui.driving import opened

MARCUS = "referrals/2026/2026-03-02-marcus-bell.yaml"


async def test_a_referral_that_was_chosen_is_selected_in_the_next_view_too(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        await person.press("j", "j", "2")
        await person.sees("10 open")
        await person.finds(lambda: "Marcus Bell" in person.selected)
        await person.press("k", "3")
        await person.sees("5 stalled")
        await person.finds(lambda: "Dana Ortiz" in person.selected)


async def test_where_nobody_chose_anything_each_view_begins_at_its_top(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        assert "Priya Nair" in person.selected
        await person.press("2")
        await person.sees("10 open")
        assert "Dana Ortiz" in person.selected


async def test_what_the_next_view_does_not_show_leaves_its_own_selection(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("2")
        await person.sees("10 open")
        await person.press("l", "l", "j")
        assert "Lee Ortiz" in person.selected
        await person.press("3")
        await person.sees("5 stalled")
        assert "Priya Nair" in person.selected
        await person.press("2")
        await person.finds(lambda: "Lee Ortiz" in person.selected)


async def test_a_file_that_is_renamed_keeps_its_row_selected(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        await person.press("j", "j")
        assert "Marcus Bell" in person.selected
        (journal / MARCUS).rename(journal / "referrals/2026/2026-03-02-marcus-aurel-bell.yaml")
        await person.press("Y")
        await person.sees("2026-03-02-marcus-bell copied")
        await person.press("r")
        await person.finds(lambda: person.desk.view.main.key == "2026-03-02-marcus-aurel-bell")
        assert "Marcus Bell" in person.selected
