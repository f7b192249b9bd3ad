"""`tracker check --fix`: quotes where they are needed, in one write; then the check."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"
TOM = "referrals/2026/2026-03-03-tom-baker.yaml"
BROKEN = (
    "borrower: Dana Ortiz   # she\nsource: cpa\nnotes: call back: Monday\nlog:\n- {date: 2026-03-07, note: @home}\n"
)
MENDED = (
    'borrower: Dana Ortiz   # she\nsource: cpa\nnotes: "call back: Monday"\nlog:\n- {date: 2026-03-07, note: "@home"}\n'
)
FIXED = f"{DANA}:3: notes is in quotes now\n{DANA}:5: note is in quotes now\n"


@pytest.fixture
def broken(journal: Path) -> Path:
    """The small journal, with one file that cannot be read, and one with another error."""
    (journal / DANA).write_text(BROKEN)
    return journal


def test_what_was_mended_is_said_and_what_is_left_is_printed(broken: Path, tracker: Tracker) -> None:
    ran = tracker("check", "--fix")
    assert (broken / DANA).read_text() == MENDED
    assert ran.code == 1
    assert ran.out.startswith(f'{TOM}:2:9: error: "realtr" is not a source [enum]\n')
    assert ran.err == FIXED + "1 error, 0 warnings in 15 files\n"


def test_nothing_left_is_a_success(broken: Path, tracker: Tracker) -> None:
    ran = tracker("check", "--fix", DANA)
    assert (ran.code, ran.out, ran.err) == (0, "", FIXED)
    assert tracker("check", "--fix", DANA).err == ""
    assert (broken / DANA).read_text() == MENDED


def test_one_undo_takes_it_back(broken: Path, tracker: Tracker) -> None:
    (broken / TOM).write_text("borrower: Tom Baker\nsource: online\nnotes: @work\n")
    tracker("check", "--fix")
    assert '"@work"' in (broken / TOM).read_text()
    tracker("undo")
    assert (broken / DANA).read_text() == BROKEN
    assert "notes: @work\n" in (broken / TOM).read_text()


def test_an_error_that_comes_to_light_is_no_reason_to_leave_it(broken: Path, tracker: Tracker) -> None:
    (broken / DANA).write_text("borrower: Dana Ortiz\nsource: realtr\nnotes: @home\n")
    ran = tracker("check", "--fix", DANA)
    assert ran.code == 1
    assert f'{DANA}:2:9: error: "realtr" is not a source [enum]\n' in ran.out
    assert (broken / DANA).read_text().endswith('notes: "@home"\n')


def test_what_is_not_certain_is_left_and_told(broken: Path, tracker: Tracker) -> None:
    text = "borrower: Dana Ortiz\nsource: cpa\nnext_step: {due: 2026-03-12 action: call}\n"
    (broken / DANA).write_text(text)
    ran = tracker("check", "--fix", DANA)
    assert ran.code == 1
    assert "[needs_quotes]" in ran.out
    assert (broken / DANA).read_text() == text


def test_only_these_files(broken: Path, tracker: Tracker) -> None:
    assert tracker("check", "--fix", "partners").err == ""
    assert (broken / DANA).read_text() == BROKEN


def test_a_dry_run_shows_the_patch_and_writes_nothing(broken: Path, tracker: Tracker) -> None:
    ran = tracker("check", "--fix", "--dry-run")
    assert ran.code == 0
    assert '-notes: call back: Monday\n+notes: "call back: Monday"\n' in ran.out
    assert ran.err == "2 values put into quotes (nothing was written)\n"
    assert (broken / DANA).read_text() == BROKEN


def test_a_dry_run_alone_is_no_check(tracker: Tracker) -> None:
    ran = tracker("check", "--dry-run")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "tracker: --dry-run shows what --fix would write; write tracker check --fix --dry-run\n"


@pytest.mark.usefixtures("broken")
def test_the_json_is_that_of_the_check(tracker: Tracker) -> None:
    ran = tracker("check", "--fix", "--json")
    value: Any = ran.json
    assert [problem["path"] for problem in value["problems"]] == [TOM]
    assert ran.err == FIXED
