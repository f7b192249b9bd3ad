"""docs/screen.md tells every key there is, and the views."""

from pathlib import Path

import pytest

from textual_tracker.config.editor import PLACED
from textual_tracker.reading.key_names import NEVER
from textual_tracker.reading.preferences import Screen, read_preferences
from textual_tracker.tui.actions import ACTIONS, GO, Action, key_name
from textual_tracker.tui.views import VIEWS

PAGE = (Path(__file__).parents[2] / "docs/screen.md").read_text("utf-8")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_the_page_has_every_action_with_all_its_keys(action: Action) -> None:
    keys = " ".join(f"`{key_name(key)}`" for key in action.keys)
    assert f"| {keys} | {action.help} | `{action.id}` |\n" in PAGE


def test_the_table_of_keys_has_nothing_else() -> None:
    table = PAGE.partition("| key | does | action |\n|---|---|---|\n")[2].partition("\n\n")[0]
    assert len(table.splitlines()) == len(ACTIONS)


def test_the_page_has_every_view() -> None:
    for action in ACTIONS:
        if action.group == GO:
            assert f"| `{action.shown_key}` | {action.label} |" in PAGE


def test_the_settings_on_the_page_are_without_fault() -> None:
    example = PAGE.partition("## Your own keys")[2].partition("```yaml\n")[2].partition("```")[0]
    screen = Screen({action.id: action.keys for action in ACTIONS}, VIEWS)
    preferences, problems = read_preferences("config.yaml", example.encode(), screen)
    assert problems == ()
    assert preferences.keys["palette"] == ("f2", ":")
    assert (preferences.keys["copy_phone"], preferences.keys["copy_id"]) == (("Y",), ("y",))
    assert (preferences.start, preferences.theme) == ("stalled", "light")


def test_the_page_has_every_key_that_cannot_be_given_away() -> None:
    assert all(f"`{key}`" in PAGE for key in NEVER)


def test_the_page_has_every_editor_that_is_taken_to_the_line() -> None:
    named = PAGE.partition("the column too: ")[2].partition(". ")[0].split()
    assert {name.strip(",") for name in named} == set(PLACED)
