"""The palette: every action that can be carried out now, found by typing a part of its name."""

from pathlib import Path

import pytest

from tests.tui.driving import opened, press_at_once
from textual_tracker.tui.screens.palette import Entry, found

ENTRIES = [
    Entry("Pipeline", "2", "every open referral by stage", print),
    Entry("Stalled", "3", "who waits", print),
    Entry("Down", "j ↓", "down one", print, moves=True),
    Entry("Copy id", "Y", "copy the record's id", print),
    Entry("Look again", "r", "look at the files again, whatever is copied", print),
]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["Pipeline", "Stalled", "Copy id", "Look again", "Down"]),
        ("ST", ["Stalled", "Pipeline"]),
        ("copy", ["Copy id"]),
        ("cop", ["Copy id", "Look again"]),
        ("id", ["Copy id"]),
        ("again look", ["Look again"]),
        ("one", ["Down"]),
        ("xyz", []),
    ],
)
def test_what_begins_so_is_found_first_then_what_tells_of_it(typed: str, names: list[str]) -> None:
    assert [entry.name for entry in found(ENTRIES, typed)] == names


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_it_carries_out_an_action_by_its_name_and_shows_the_key_of_it(journal: Path, key: str) -> None:
    async with opened(journal, (100, 40)) as person:
        await person.press(key)
        await person.sees("Actions", "Stalled            3     ")
        await person.type("stalled")
        await person.sees("who waits, since when, and what to do")
        await person.misses("Copy phone")
        await person.press("enter")
        await person.sees("3 at risk", "what to do")
        await person.misses("Actions")


async def test_what_is_typed_before_it_is_there_is_not_lost(journal: Path) -> None:
    async with opened(journal) as person:
        person.app.do_palette()
        await person.type("problems")
        await person.press("enter")
        await person.sees("8 Problems", "no errors")


async def test_keys_pressed_at_once_keep_their_order(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        press_at_once(person, ":stax", "backspace", "l", "enter", "/", *"hale", "enter")
        await person.sees("/hale  1 of 8  esc clears")
        press_at_once(
            person, ":prob", "up", "down", "home", "x", "delete", "backspace", "p", "enter", ":", "escape", "s"
        )
        await person.sees("8 Problems", "no errors")
        await person.misses("Actions")


async def test_the_arrows_choose_and_escape_leaves_all_as_it_was(journal: Path) -> None:
    async with opened(journal) as person:
        await person.press("3")
        await person.sees("waiting")
        before = await person.still()
        await person.press("colon", "down", "down", "up")
        await person.sees("Actions")
        await person.press("escape")
        await person.misses("Actions")
        assert await person.still() == before
        await person.press("colon", "x", "y", "z")
        await person.sees("Nothing is called so.")
        await person.press("enter")
        await person.sees("Actions")


async def test_a_click_selects_a_second_does_it_and_one_beside_it_closes(journal: Path) -> None:
    async with opened(journal) as person:
        await person.press("colon")
        await person.sees("Actions")
        y = next(number for number, line in enumerate(person.screen.splitlines()) if "Stalled" in line)
        await person.pilot.click(offset=(8, y))
        await person.pilot.click(offset=(8, y))
        await person.sees("3 at risk", "waited")
        await person.press("colon")
        await person.sees("Actions")
        await person.pilot.click(offset=(1, 0))
        await person.misses("Actions")


async def test_it_lists_the_saved_queries_where_there_can_be_one(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "colon")
        await person.type("query")
        await person.sees("Query: big", "amount:>400000")
        await person.press("enter")
        await person.sees("/big", "esc clears")
        await person.press("8", "colon")
        await person.type("query:")
        await person.sees("Nothing is called so.")


@pytest.mark.parametrize("size", [(60, 20), (40, 10), (20, 5)])
async def test_it_fits_a_small_terminal(journal: Path, size: tuple[int, int]) -> None:
    async with opened(journal, size) as person:
        await person.press("colon")
        await person.type("stal")
        await person.sees(": stal", "Stalled", "3")
        assert all(len(line) <= size[0] for line in person.screen.splitlines())
