"""docs/commands.md is complete: every command, option, exit code, key of the JSON, and word of the query language."""

import json
import re
from pathlib import Path

import pytest

from textual_tracker.analytics.query.fields import FIELDS, STATES
from textual_tracker.cli.grammar import Verb
from textual_tracker.cli.main import BROKEN_PIPE, INTERRUPTED
from textual_tracker.cli.verbs import GLOBAL_OPTIONS, VERBS
from textual_tracker.config.resources import schema_folder
from textual_tracker.errors import FileChangedError, NoJournalError, UsageError
from textual_tracker.tui.terminal import HANGUP

MANUAL = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The text below a heading, up to the next that is no deeper."""
    below = MANUAL.partition(f"\n{title}\n")[2]
    return re.split(rf"^#{{1,{title.count('#')}}} ", below, maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_command_has_a_section_with_its_options(verb: Verb) -> None:
    text = section(f"## tracker {verb.name}")
    assert text
    assert f"(#tracker-{verb.name})" in MANUAL
    for option in verb.options:
        assert re.search(rf"^\| `{option.flags[-1]}[` ]", text, re.MULTILINE), option.name
    if verb.argument is not None:
        assert f"`{verb.argument.metavar}" in text or verb.argument.metavar in {"QUERY", "REF"}


def test_no_command_is_described_that_there_is_not() -> None:
    described = re.findall(r"^## tracker (.+)$", MANUAL, re.MULTILINE)
    assert sorted(described) == sorted(verb.name for verb in VERBS)


def test_the_global_options() -> None:
    text = section("## Everywhere")
    for option in GLOBAL_OPTIONS:
        for flag in option.flags:
            assert f"`{flag}" in text


def test_the_exit_codes() -> None:
    codes = [int(code) for code in re.findall(r"^\| (\d+) \|", section("### Exit codes"), re.MULTILINE)]
    assert codes == [
        0,
        1,
        UsageError.exit_code,
        NoJournalError.exit_code,
        FileChangedError.exit_code,
        HANGUP,
        INTERRUPTED,
        BROKEN_PIPE,
    ]


@pytest.mark.parametrize("name", [path.name for path in sorted((schema_folder() / "output").glob("*.schema.json"))])
def test_every_key_of_the_json_is_described(name: str) -> None:
    schema = json.loads((schema_folder() / "output" / name).read_text(encoding="utf-8"))
    keys = schema.get("required") or schema["items"]["required"]
    command = name.removesuffix(".schema.json").partition("_")[0]
    text = section("### Writing" if command == "write" else f"## tracker {command}")
    if command == "show":
        text += section("## tracker list")
    assert f"(../schema/output/{name})" in text
    for key in keys:
        assert f"`{key}`" in text, key


def test_the_words_of_the_query_language() -> None:
    text = section("### Queries")
    for word in (*FIELDS, *STATES):
        assert f"`{word}`" in text, word
