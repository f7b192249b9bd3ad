"""The help has two pages: the keys, and what the numbers of the view mean."""

from pathlib import Path

import pytest

from tests.tui.driving import Person, opened
from textual_tracker.analytics.definitions import definitions_of, is_defined
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.screens.help import definitions_text
from textual_tracker.tui.views import VIEWS

DEFINED = [view for view in VIEWS if is_defined(view)]


def is_open(person: Person) -> bool:
    return len(person.app.screen_stack) > 1


@pytest.mark.parametrize("view", DEFINED)
async def test_in_each_view_the_help_leads_on_to_its_numbers_and_back(journal: Path, view: str) -> None:
    async with opened(journal) as person:
        await person.press(BY_ID[view].keys[0], "question_mark")
        await person.sees("Help", "GO TO", "? what the numbers mean")
        await person.press("question_mark")
        await person.sees(f"{BY_ID[view].label}: what the numbers mean", definitions_of(view)[0].term, "? the keys")
        await person.press("question_mark")
        await person.sees("GO TO", "? what the numbers mean")
        await person.press("question_mark", "escape")
        await person.finds(lambda: not is_open(person))


async def test_where_nothing_is_counted_the_help_has_the_keys_alone(journal: Path) -> None:
    async with opened(journal) as person:
        await person.press("8", "question_mark")
        await person.sees("GO TO")
        assert "what the numbers mean" not in person.screen
        await person.press("question_mark")
        await person.finds(lambda: not is_open(person))


async def test_the_second_page_starts_at_its_top_and_is_scrolled_like_the_first(journal: Path) -> None:
    async with opened(journal, (60, 20)) as person:
        await person.press("3", "question_mark", "G", "question_mark")
        await person.sees("stalled (!)")
        await person.press("G")
        await person.sees("to decide or close out")
        await person.misses("stalled (!)")


@pytest.mark.parametrize("view", DEFINED)
def test_the_words_are_those_of_the_definitions(view: str) -> None:
    lines = ["".join(piece.text for piece in paragraph.pieces).strip() for paragraph in definitions_text(view)]
    shown = [*definitions_of(view), *(definitions_of("diagnose") if view == "results" else ())]
    assert [line for line in lines if line] == [part for each in shown for part in each]


@pytest.mark.parametrize("view", DEFINED)
def test_each_definition_is_of_one_term_and_says_so_in_whole_sentences(view: str) -> None:
    definitions = definitions_of(view)
    terms = [definition.term for definition in definitions]
    assert len(set(terms)) == len(terms)
    assert all(definition.means.endswith(".") and definition.means[0].isupper() for definition in definitions)
