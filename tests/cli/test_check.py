"""`tracker check`: every problem with its place, for people, editors, scripts and GitHub."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker

TOM = "referrals/2026/2026-03-03-tom-baker.yaml"
TEXT = f"""\
{TOM}:2:9: error: "realtr" is not a source [enum]
  2 | source: realtr
    |         ^^^^^^ did you mean real_estate_agent?
"""


def test_the_line_with_a_caret_and_a_hint(tracker: Tracker) -> None:
    ran = tracker("check")
    assert (ran.code, ran.out) == (1, TEXT)
    assert ran.err == "1 error, 0 warnings in 15 files\n"


def test_nothing_is_said_when_all_is_well(journal: Path, tracker: Tracker) -> None:
    (journal / TOM).unlink()
    ran = tracker("check")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_warning_is_shown_and_is_no_failure(journal: Path, tracker: Tracker) -> None:
    (journal / TOM).write_text("borrower: Tom Baker\nsource: online\npartner: sara-chen\n")
    ran = tracker("check")
    assert ran.code == 0
    assert f"{TOM}:3:10: warning: " in ran.out
    assert "sarah-chen" in ran.out
    assert ran.err == "0 errors, 1 warning in 15 files\n"


@pytest.mark.parametrize(
    ("paths", "files", "code"),
    [
        ([TOM], 1, 1),
        (["partners"], 3, 0),
        (["partners", "activity"], 5, 0),
        (["referrals/2026"], 7, 1),
        (["."], 15, 1),
        (["journal.yaml"], 1, 0),
    ],
)
def test_only_these_files_and_folders(tracker: Tracker, paths: list[str], files: int, code: int) -> None:
    ran = tracker("check", *paths, "--json")
    value: Any = ran.json
    assert (value["files"], ran.code) == (files, code)


def test_a_path_is_seen_from_here_and_else_from_the_journal(outside: Tracker, journal: Path) -> None:
    assert outside("-C", str(journal), "check", TOM).out == TEXT
    assert outside("-C", str(journal), "check", str(journal / TOM)).out == TEXT


def test_a_file_needs_no_journal_to_be_named(outside: Tracker, journal: Path) -> None:
    assert outside("check", str(journal / TOM)).out == TEXT


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("nowhere.yaml", "there is no nowhere.yaml, neither here nor in the journal"), ("..", ".. is not in the journal")],
)
def test_a_path_that_is_not_there(tracker: Tracker, path: str, sentence: str) -> None:
    ran = tracker("check", path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracker: {sentence}")


def test_the_json(tracker: Tracker) -> None:
    expected = {
        "files": 15,
        "records": {"referrals": 9, "activity": 2, "partners": 3},
        "problems": [
            {
                "path": TOM,
                "line": 2,
                "column": 9,
                "severity": "error",
                "code": "enum",
                "message": '"realtr" is not a source',
                "hint": "did you mean real_estate_agent?",
            }
        ],
    }
    for words in (["--json"], ["--format", "json"], ["--format=json", "--no-index"]):
        ran = tracker("check", *words)
        assert (ran.code, ran.json, ran.err) == (1, expected, "")


def test_a_file_that_cannot_be_read_counts_as_a_file_and_not_as_a_record(journal: Path, tracker: Tracker) -> None:
    (journal / TOM).write_text("borrower: {name: Nia\n")
    value: Any = tracker("check", "--json").json
    assert value["files"] == 15
    assert value["records"]["referrals"] == 8
    assert [problem["severity"] for problem in value["problems"]] == ["error"]


def test_github_shows_it_beside_the_line(tracker: Tracker) -> None:
    assert tracker("check", "--format", "github").out == (
        f"::error file={TOM},line=2,col=9,endColumn=15,title=enum::"
        '"realtr" is not a source; did you mean real_estate_agent?\n'
    )


def test_github_looks_from_the_top_of_the_repository(
    tracker: Tracker, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(journal.parent))
    assert tracker("check", "--format", "github").out.startswith(f"::error file=journal/{TOM},line=2,")


def test_what_github_reads_as_a_sign_is_escaped(journal: Path, tracker: Tracker) -> None:
    (journal / TOM).rename(journal / "referrals/2026/2026-03-03-50%, tom.yaml")
    out = tracker("check", "--format", "github").out
    assert "file=referrals/2026/2026-03-03-50%25%2C tom.yaml,line=2" in out


def test_an_escape_in_the_name_of_a_file_is_text(journal: Path, tracker: Tracker) -> None:
    (journal / TOM).rename(journal / "referrals/2026/2026-03-03-\x1b[31m.yaml")
    for form in ("text", "github"):
        out = tracker("check", "--format", form).out
        assert r"2026-03-03-\x1b[31m.yaml" in out
        assert "\x1b" not in out


def test_the_caret_stands_under_wide_characters_and_shown_escapes(journal: Path, tracker: Tracker) -> None:
    (journal / TOM).write_text(
        "borrower: {name: 李小龙, phone: 1}\nsource: online\nloan: {purpose: 李, amount: lots}\n"
    )
    lines = tracker("check", TOM).out.splitlines()
    at = next(number for number, line in enumerate(lines) if "amount" in line and line.startswith("  3 |"))
    assert lines[at] == "  3 | loan: {purpose: 李, amount: lots}"
    assert lines[at + 1].startswith("    |                           " + "^^^^") or "^^" in lines[at + 1]


def test_colour(tracker: Tracker) -> None:
    out = tracker("check", "--color", "always").out
    assert f"\x1b[1m{TOM}:2:9:\x1b[0m \x1b[1;38;5;166merror:\x1b[0m" in out
    assert "\x1b[1;38;5;166m^^^^^^\x1b[0m did you mean" in out
