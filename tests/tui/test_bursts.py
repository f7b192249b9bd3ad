"""Keys that come faster than the screen can follow: pressed twice, or many at once."""

from itertools import product
from pathlib import Path

import pytest
from textual.events import Key

from tests.tui.driving import Person, opened

VIEWS = "123458"
SEEN = {
    "1": "Next: Priya Nair",
    "2": "10 open · $4.3M",
    "3": "5 stalled, 3 at risk",
    "4": "none of it",
    "5": "waits for word",
    "8": "Nothing is wrong",
}


def burst(person: Person, keys: str) -> None:
    """Let all these keys happen before the screen has done anything about the first."""
    for key in keys:
        person.app.post_message(Key(key, key))


@pytest.mark.parametrize("keys", ["22", "33", "55", "88", "44", "212", "252", "3P3", "35812"])
async def test_a_view_that_is_asked_for_again_before_it_is_there_is_shown_once(journal: Path, keys: str) -> None:
    async with opened(journal, (120, 30)) as person:
        burst(person, keys)
        await person.sees(SEEN[keys[-1]])
        await person.finds(lambda: person.desk.view.has_focus_within)
        await person.finds(lambda: person.desk.view.look is person.desk.look)


async def test_every_view_follows_every_other(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        for first, second in product(VIEWS, VIEWS):
            burst(person, first + second)
            await person.sees(SEEN[second])
            await person.finds(lambda: person.desk.view.is_on_screen)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_the_palette_that_is_closed_twice_is_closed_once(journal: Path, key: str) -> None:
    async with opened(journal, (120, 30)) as person:
        await person.press("colon")
        await person.sees("enter does it")
        for _ in range(3):
            person.app.post_message(Key(key, None))
        await person.finds(lambda: len(person.app.screen_stack) == 1)
