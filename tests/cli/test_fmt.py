"""`tracker fmt`: the files in order, one write, one undo."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"
KAI = "referrals/2026/2026-02-16-kai-brooks.yaml"
TOM = "referrals/2026/2026-03-03-tom-baker.yaml"


@pytest.fixture
def untidy(journal: Path, tracker: Tracker) -> Path:
    """The small journal, with two files out of order."""
    tracker("fmt")
    for name in (DANA, TOM):
        file = journal / name
        file.write_text(file.read_text().replace(": ", ":   ", 1) + "\n\n")
    return journal


def test_files_are_put_in_order_and_named(untidy: Path, tracker: Tracker) -> None:
    before = (untidy / DANA).read_text()
    ran = tracker("fmt")
    assert (ran.code, ran.out, ran.err) == (0, f"2 files formatted\n  {TOM}\n  {DANA}\n", "")
    assert (untidy / DANA).read_text() == before.replace(":   ", ": ", 1).rstrip("\n") + "\n"


def test_one_undo_takes_all_of_it_back(untidy: Path, tracker: Tracker) -> None:
    before = {name: (untidy / name).read_bytes() for name in (DANA, TOM)}
    tracker("fmt")
    assert tracker("undo").code == 0
    assert {name: (untidy / name).read_bytes() for name in (DANA, TOM)} == before


def test_nothing_to_do(untidy: Path, tracker: Tracker) -> None:
    tracker("fmt")
    times = {path: path.stat().st_mtime_ns for path in untidy.rglob("*.yaml")}
    ran = tracker("fmt")
    assert (ran.code, ran.out, ran.err) == (0, "all is in order\n", "")
    assert {path: path.stat().st_mtime_ns for path in untidy.rglob("*.yaml")} == times


@pytest.mark.usefixtures("untidy")
def test_only_these_files_and_folders(tracker: Tracker) -> None:
    assert tracker("fmt", "partners", "journal.yaml").out == "all is in order\n"
    assert tracker("fmt", DANA).out == f"1 file formatted\n  {DANA}\n"


def test_check_names_them_and_writes_nothing(untidy: Path, tracker: Tracker) -> None:
    before = (untidy / DANA).read_bytes()
    ran = tracker("fmt", "--check")
    assert (ran.code, ran.out) == (1, f"{TOM}\n{DANA}\n")
    assert ran.err == "2 files are not in order; tracker fmt puts them in order\n"
    assert (untidy / DANA).read_bytes() == before
    tracker("fmt")
    ran = tracker("fmt", "--check")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_dry_run_shows_a_patch_and_writes_nothing(untidy: Path, tracker: Tracker) -> None:
    before = (untidy / DANA).read_bytes()
    ran = tracker("fmt", "--dry-run", DANA)
    assert ran.code == 0
    assert f"+++ b/{DANA}\n" in ran.out
    assert ran.err == "1 file formatted (nothing was written)\n"
    assert (untidy / DANA).read_bytes() == before


@pytest.mark.usefixtures("untidy")
@pytest.mark.parametrize("words", [[], ["--check"], ["--dry-run"]])
def test_the_json(tracker: Tracker, words: list[str]) -> None:
    ran = tracker("fmt", "--json", *words)
    value: Any = ran.json
    assert (value["written"], value["paths"]) == (not words, [TOM, DANA])
    assert ran.code == (1 if "--check" in words else 0)


def test_a_file_that_cannot_be_read_is_named_and_left(untidy: Path, tracker: Tracker) -> None:
    text = "borrower: Kai Brooks\nsource: cpa\nnotes:   call back: Monday\n"
    (untidy / KAI).write_text(text)
    ran = tracker("fmt")
    assert (ran.code, ran.out) == (0, f"2 files formatted\n  {TOM}\n  {DANA}\n")
    where = f"{KAI}:3:10 cannot be read and was left as it is: "
    assert ran.err == where + "a colon and a space inside a value need quotes around it\n"
    assert (untidy / KAI).read_text() == text
    assert tracker("fmt").out == "all else is in order\n"


def test_a_file_with_an_error_is_put_in_order_too(untidy: Path, tracker: Tracker) -> None:
    (untidy / TOM).write_text("borrower:  Tom\nsource:   realtr\n")
    tracker("fmt", TOM)
    assert (untidy / TOM).read_text() == "borrower: Tom\nsource: realtr\n"


def test_a_key_with_a_question_mark_is_left(untidy: Path, tracker: Tracker) -> None:
    (untidy / KAI).write_text("? borrower\n: Kai Brooks\nsource:   cpa\n")
    why = "line 1: a key that is written with a question mark cannot be put in order"
    assert tracker("fmt", KAI).err == f"{KAI} was left as it is: {why}\n"


def test_a_path_where_no_record_lies(journal: Path, tracker: Tracker) -> None:
    (journal / "readme.txt").write_text("notes")
    ran = tracker("fmt", "readme.txt")
    assert (ran.code, ran.out, ran.err) == (0, "no record lies there\n", "")


def test_settings_that_cannot_be_read_are_left(journal: Path, tracker: Tracker) -> None:
    (journal / "journal.yaml").write_text("format: [1\n")
    ran = tracker("fmt", "journal.yaml")
    assert (ran.code, ran.out) == (0, "all else is in order\n")
    assert ran.err == "journal.yaml:1:9 cannot be read and was left as it is: this [ is never closed\n"


def test_a_path_that_is_not_there(tracker: Tracker) -> None:
    ran = tracker("fmt", "nowhere.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "tracker: there is no nowhere.yaml, neither here nor in the journal\n"


def test_a_new_journal_is_in_order(outside: Tracker, tmp_path: Path) -> None:
    outside("init", "--no-git", str(tmp_path / "new"))
    assert outside("-C", str(tmp_path / "new"), "fmt", "--check").code == 0
