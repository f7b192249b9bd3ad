"""schema/config.schema.json, by which an editor completes the names of the actions, says what the table of them says.

Run with TRACKER_UPDATE_SCREENS=1 to write its list of actions anew.
"""

import json
import os
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from textual_tracker.config.resources import schema_folder
from textual_tracker.reading.preferences import THEMES, Screen, read_preferences
from textual_tracker.tui.actions import ACTIONS, GO, Action
from textual_tracker.tui.views import VIEWS

FILE = schema_folder() / "config.schema.json"
UPDATE = os.environ.get("TRACKER_UPDATE_SCREENS") == "1"


def described(action: Action) -> dict[str, Any]:
    says = action.help[:1].upper() + action.help[1:]
    return {
        "title": action.label[:1].upper() + action.label[1:],
        "description": f"{says}. Without it: {action.shown_keys}.",
        "$ref": "#/$defs/keys",
    }


def test_it_has_every_action_as_the_table_has_it() -> None:
    schema = json.loads(FILE.read_text("utf-8"))
    wanted = {action.id: described(action) for action in ACTIONS}
    views = [action.id for action in ACTIONS if action.group == GO]
    if UPDATE:
        schema["properties"]["keys"]["properties"] = wanted
        schema["properties"]["start"]["enum"] = [*views, None]
        FILE.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", "utf-8")
    assert schema["properties"]["keys"]["properties"] == wanted
    assert schema["properties"]["start"]["enum"] == [*views, None]
    assert set(VIEWS) <= set(views)
    assert schema["properties"]["theme"]["enum"] == [*THEMES, None]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("keys: {find: ctrl+f, down: [n, down]}\nstart: stalled\ntheme: dark\n", True),
        ("keys:\n  stalled: 3\n  find:\n", True),
        ("keys: {fnd: x}\n", False),
        ("keys: {find: {a: b}}\n", False),
        ("theme: pink\n", False),
        ("colour: red\n", False),
    ],
)
def test_an_editor_and_the_program_are_of_one_mind(text: str, fits: bool) -> None:
    schema = json.loads(FILE.read_text("utf-8"))
    screen = Screen({action.id: action.keys for action in ACTIONS}, VIEWS)
    assert Draft202012Validator(schema).is_valid(yaml.safe_load(text)) is fits
    assert (read_preferences("config.yaml", text.encode(), screen)[1] == ()) is fits
