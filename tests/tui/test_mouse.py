"""Whoever likes the mouse can use it: a click selects, a second one opens, the wheel scrolls what is under it."""

from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from tests.tui.driving import Person, opened
from textual_tracker.tui.widgets.text_pane import TextPane

TALL, LOW = (120, 40), (120, 12)


def line_of(person: Person, text: str) -> int:
    """The number of the first line of the screen that has the text."""
    return next(number for number, line in enumerate(person.screen.splitlines()) if text in line)


async def wheel(person: Person, kind: type[MouseScrollDown] | type[MouseScrollUp], at: tuple[int, int]) -> None:
    await person.pilot._post_mouse_events([kind], offset=at)
    await person.pilot.pause()


async def test_a_click_selects_a_second_opens_and_a_click_on_the_bar_does_what_its_key_does(journal: Path) -> None:
    async with opened(journal, (80, 24)) as person:
        await person.press("3")
        await person.sees("waiting")
        y = line_of(person, "Marcus Bell")
        await person.pilot.click(offset=(10, y))
        await person.finds(lambda: person.selected.startswith("! Marcus Bell"))
        await person.pilot.click(offset=(10, y))
        await person.sees("from Mike Tran", "enter close")
        await person.pilot.click(offset=(person.screen.splitlines()[-1].index("enter close"), 23))
        await person.sees("Priya Nair", "enter open")


async def test_a_click_into_the_detail_gives_it_the_keys_and_one_into_the_list_takes_them_back(journal: Path) -> None:
    async with opened(journal, LOW) as person:
        await person.press("3")
        await person.sees("waiting")
        selected = person.selected
        detail = person.desk.view.query_one(TextPane)
        top = detail._top
        await person.pilot.click(offset=(detail.region.x + 5, 5))
        await person.press("j", "j")
        assert detail._top == top + 2
        assert person.selected == selected
        await person.pilot.click(offset=(10, line_of(person, "Dana Ortiz")))
        await person.press("j")
        await person.finds(lambda: person.selected.startswith("! Marcus Bell"))


async def test_the_wheel_scrolls_what_is_under_it_and_selects_nothing(journal: Path) -> None:
    async with opened(journal, LOW) as person:
        await person.press("3")
        await person.sees("waiting")
        detail, selected = person.desk.view.query_one(TextPane), person.selected
        await wheel(person, MouseScrollDown, (detail.region.x + 5, 5))
        assert detail._top > 0
        await wheel(person, MouseScrollUp, (detail.region.x + 5, 5))
        assert detail._top == 0
        assert person.selected == selected


@pytest.mark.parametrize("key", ["question_mark", "colon"])
async def test_the_wheel_scrolls_what_lies_over_the_views(journal: Path, key: str) -> None:
    async with opened(journal, (80, 14)) as person:
        await person.press(key)
        await person.sees("esc closes")
        before = await person.still()
        await wheel(person, MouseScrollDown, (30, 8))
        await person.finds(lambda: person.screen != before)
        await wheel(person, MouseScrollUp, (30, 8))
        await person.finds(lambda: person.screen == before)


async def test_the_count_of_problems_leads_to_them(journal: Path) -> None:
    (journal / "partners" / "odd.yaml").write_text("nonsense\n", "utf-8")
    async with opened(journal, TALL) as person:
        await person.sees("✗ 1 problem")
        await person.pilot.click(offset=(person.screen.splitlines()[0].index("✗ 1 problem") + 1, 0))
        await person.sees("partners/odd.yaml")
