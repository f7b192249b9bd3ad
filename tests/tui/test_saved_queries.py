"""`F`: the saved queries of journal.yaml."""

from pathlib import Path

import pytest

from tests.tui.driving import opened
from textual_tracker.analytics.query.query import parse_query
from textual_tracker.tui.views.asking import as_typed


def with_queries(journal: Path, lines: str) -> None:
    file = journal / "journal.yaml"
    text = file.read_text("utf-8")
    assert "queries:" in text
    before = text.partition("queries:")[0]
    file.write_text(f"{before}queries:\n{lines}", "utf-8")


async def test_one_is_chosen_from_a_list_and_filters_the_view_by_its_name(journal: Path) -> None:
    with_queries(journal, "  big: amount:>500000\n  from sarah: partner:chen\n")
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "F")
        await person.sees("Saved queries", "amount:>500000", "from sarah", "enter filters by it")
        await person.press("j", "enter")
        await person.sees('/"query:from sarah"  2 of 8  esc clears')
        await person.press("escape")
        await person.sees("5 stalled, 3 at risk")


async def test_escape_or_a_click_beside_it_leaves_the_view_as_it_was(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "F")
        await person.sees("Saved queries")
        await person.press("escape")
        await person.misses("Saved queries")
        await person.press("F")
        await person.sees("Saved queries")
        await person.pilot.click(offset=(1, 0))
        await person.misses("Saved queries")
        assert "esc clears" not in person.screen


async def test_one_that_makes_no_sense_says_so_and_is_not_chosen(journal: Path) -> None:
    with_queries(journal, "  odd: stage:nowhere\n  fine: dana\n")
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "F")
        await person.sees("✗ stage:nowhere", '"stage:nowhere": there is no such stage.')
        await person.press("enter")
        await person.sees("Saved queries")
        await person.press("down", "enter")
        await person.sees("/fine  1 of 8")


async def test_without_any_it_says_how_one_is_written(journal: Path) -> None:
    with_queries(journal, "")
    async with opened(journal, (80, 24)) as person:
        await person.press("3", "F")
        await person.sees("no saved queries yet", "journal.yaml", "jumbo: amount:>766550")
        await person.press("enter", "escape")
        await person.misses("Saved queries")


@pytest.mark.parametrize("view", ["4", "5", "8"])
async def test_a_view_without_that_language_has_none(journal: Path, view: str) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press(view)
        await person.finds(lambda: person.desk.view.look is not None)
        await person.press("F")
        await person.pilot.pause()
        assert "Saved queries" not in person.screen


@pytest.mark.parametrize("name", ["big", "big-2", "two words", "a:b", "-x", "is:open", "straße", "O'Hara", 'a "b"'])
def test_every_name_can_be_typed_as_a_query(name: str) -> None:
    saved = {name: "amount:>1 is:open"}
    assert len(parse_query(as_typed(name, saved[name]), saved).tests) == 2
