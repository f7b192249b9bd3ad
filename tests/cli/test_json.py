"""Every JSON output fits the schema that describes it, on this journal and on the sample."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Tracker
from textual_tracker.config.resources import sample_journal_folder, schema_folder

OUTPUTS = {
    "activity": ["activity"],
    "check": ["check"],
    "diagnose": ["diagnose"],
    "forecast": ["forecast"],
    "list": ["list", "--all"],
    "partners": ["partners"],
    "plan": ["plan"],
    "results": ["results"],
    "review": ["review"],
    "show": ["show", "priya"],
    "stalled": ["stalled", "--at-risk"],
    "stalled_partners": ["stalled", "--partners", "--at-risk"],
    "today": ["today"],
    "write": ["log", "dana", "vm", "--dry-run"],
}
CORPUS = pytest.mark.skipif(not (sample_journal_folder() / "journal.yaml").is_file(), reason="no sample journal")


def complaints(name: str, value: object) -> list[str]:
    schema = json.loads((schema_folder() / "output" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(value)]


def test_there_is_a_schema_for_every_output_and_no_other() -> None:
    assert sorted(OUTPUTS) == sorted(
        path.name.removesuffix(".schema.json") for path in (schema_folder() / "output").glob("*.schema.json")
    )


@pytest.mark.parametrize("name", OUTPUTS)
def test_the_small_journal_fits(name: str, tracker: Tracker) -> None:
    value = tracker(*OUTPUTS[name], "--json").json
    assert value
    assert complaints(name, value) == []


def test_a_file_that_cannot_be_read_fits(journal: Path, tracker: Tracker) -> None:
    (journal / "referrals/2026/2026-03-08-new.yaml").write_text("borrower: {name: Nia\n")
    value: Any = tracker("today", "--json").json
    assert complaints("today", value) == []
    assert [(row["path"], row["line"]) for row in value["unreadable"]] == [("referrals/2026/2026-03-08-new.yaml", 1)]


@CORPUS
@pytest.mark.parametrize("name", [name for name in OUTPUTS if name not in {"show", "write"}])
def test_the_sample_fits(name: str, outside: Tracker) -> None:
    words = ["-C", str(sample_journal_folder()), "--no-index", *OUTPUTS[name], "--json"]
    assert complaints(name, outside(*words).json) == []


@CORPUS
def test_every_open_referral_of_the_sample_can_be_shown(outside: Tracker) -> None:
    at = ["-C", str(sample_journal_folder()), "--json"]
    listed: Any = outside(*at, "list", "is:stalled").json
    for row in listed[:3]:
        assert complaints("show", outside(*at, "show", row["id"]).json) == []


@pytest.mark.parametrize("words", OUTPUTS.values(), ids=OUTPUTS)
def test_the_option_stands_before_the_command_as_well(words: list[str], tracker: Tracker) -> None:
    assert tracker("--json", *words).out == tracker(*words, "--json").out


def test_a_journal_with_nothing_in_it_has_empty_outputs(outside: Tracker) -> None:
    outside("init", "--no-git", "--bare")
    assert outside("list", "--json").out == "[]\n"
    assert outside("stalled", "--json").out == "[]\n"
    assert outside("stalled", "--partners", "--json").out == "[]\n"
    assert complaints("today", outside("today", "--json").json) == []


STEERING = "\x7f\x85\x9b2J\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069"
"""DEL, two C1 controls (U+009B begins an escape sequence), what turns a line's direction, and the ends of lines."""
KEPT = "é \u00a0李\u200d\u2010\u2027"


@pytest.mark.parametrize(
    "words",
    [["today"], ["stalled"], ["list", "dana"], ["show", "dana"], ["review"], ["log", "dana", "vm", "--dry-run"]],
)
def test_what_a_terminal_would_obey_is_escaped_and_reads_back_the_same(
    words: list[str], journal: Path, tracker: Tracker
) -> None:
    file = journal / "referrals/2026/2026-03-06-dana-ortiz.yaml"
    name = f"Dana {STEERING} {KEPT}"
    file.write_text(file.read_text().replace("Dana Ortiz", json.dumps(name)))
    ran = tracker(*words, "--json")
    assert not set(STEERING) - {"2", "J"} & set(ran.out)
    assert r"\u009b2J\u061c" in ran.out
    assert KEPT in ran.out
    assert json.dumps(name)[1:-1] in json.dumps(ran.json)
