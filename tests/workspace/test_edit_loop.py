"""What an editor left: what it means, what undo and git hear of it, and how it is discarded."""

from pathlib import Path

import pytest

from tests.workspace.writing import DANA, MARCH_10, journal
from textual_tracker.errors import FileChangedError, TrackerError
from textual_tracker.workspace import Workspace
from textual_tracker.workspace.edit_loop import (
    accept,
    close_file,
    discard,
    first_place,
    look_again,
    open_file,
)

TEXT = "borrower: {name: Dana Ortiz, phone: 555-0142}\npartner: sarah-chen\nloan: {amount: 385000}\n"
DAY = "calls: 3\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return journal(tmp_path / "journal", {DANA: TEXT, MARCH_10: DAY})


@pytest.mark.parametrize(
    ("path", "before", "after", "says"),
    [
        (DANA, "385000", "400000", "Dana Ortiz: edited (loan amount)"),
        (DANA, "partner: sarah-chen\n", "source: online\ntags: [va]\n", "Dana Ortiz: edited (source, tags, partner)"),
        (DANA, "Dana Ortiz", "Dana Ruiz", "Dana Ruiz: edited (borrower name)"),
        (DANA, "loan:", "# asked again\nloan:", "Dana Ortiz: edited (comments, spacing or order)"),
        (DANA, "{amount: 385000}", "{purpose: purchase, program: va, occupancy: primary, x-a: 1, x-b: 2}",
         "Dana Ortiz: edited (loan purpose, loan program, loan occupancy, loan x-a and 2 more)"),
        (DANA, "loan: {", "loan: {{", "Dana Ortiz: edited"),
        (MARCH_10, "3", "4", "Tue 10 Mar: edited (calls)"),
        ("partners/sarah-chen.yaml", "prefers: text", "prefers: call", "Sarah Chen: edited (prefers)"),
        ("journal.yaml", "format: 1", "format: 1\nofficer: Ana Rivera", "journal.yaml: edited (officer)"),
    ],
)  # fmt: skip
def test_what_changed_in_a_sentence(workspace: Workspace, path: str, before: str, after: str, says: str) -> None:
    file = workspace.root / path
    opened = open_file(workspace.root, path)
    file.write_text(file.read_text().replace(before, after))
    assert look_again(workspace, opened).plan.says == says


def test_new_errors_stand_apart_from_those_that_were_there(workspace: Workspace) -> None:
    file = workspace.root / DANA
    file.write_text(TEXT.replace("385000", "lots"))
    opened = open_file(workspace.root, DANA)
    assert first_place(workspace, opened) == (3, 16)
    file.write_text(TEXT.replace("385000", "lots") + "received: soon\n")
    left = look_again(workspace, opened)
    assert [(problem.line, problem.column) for problem in left.errors] == [(4, 11)]
    assert [(problem.line, problem.column) for problem in left.standing] == [(3, 16)]


def test_an_accepted_edit_is_taken_back_by_undo_while_the_file_is_as_it_was_left(workspace: Workspace) -> None:
    file = workspace.root / DANA
    opened = open_file(workspace.root, DANA)
    file.write_text(TEXT.replace("385000", "400000"))
    accept(workspace, opened, look_again(workspace, opened))
    file.write_text("borrower: Somebody else wrote this\n")
    with pytest.raises(FileChangedError):
        workspace.undo()
    file.write_text(TEXT.replace("385000", "400000"))
    assert workspace.undo().says == "Dana Ortiz: edited (loan amount)"
    assert file.read_text() == TEXT


def test_what_changed_again_before_it_was_accepted_cannot_be_undone(workspace: Workspace) -> None:
    opened = open_file(workspace.root, DANA)
    (workspace.root / DANA).write_text(TEXT.replace("385000", "400000"))
    left = look_again(workspace, opened)
    (workspace.root / DANA).write_text("borrower: Somebody else wrote this\n")
    remark = accept(workspace, opened, left).remark
    assert opened.copy is not None
    assert opened.copy.read_text() == TEXT
    assert remark == (
        f"This cannot be undone: the file has changed again since. What the file held before is kept: {opened.copy}"
    )
    assert (workspace.root / DANA).read_text() == "borrower: Somebody else wrote this\n"


def test_discarded_text_is_kept_and_one_that_changed_again_is_not_touched(workspace: Workspace) -> None:
    file = workspace.root / DANA
    opened = open_file(workspace.root, DANA)
    file.write_text(TEXT.replace("385000", "lots"))
    left = look_again(workspace, opened)
    file.write_text("borrower: Somebody else wrote this\n")
    assert opened.copy is not None
    with pytest.raises(FileChangedError, match=f"What the file held before is kept: {opened.copy}$"):
        discard(workspace, opened, left)
    assert file.read_text() == "borrower: Somebody else wrote this\n"

    file.write_text(TEXT.replace("385000", "lots"))
    kept = discard(workspace, opened, left)
    assert (file.read_text(), kept.read_text()) == (TEXT, TEXT.replace("385000", "lots"))
    assert not opened.copy.exists()


def test_the_old_text_lies_beside_until_the_edit_is_over(workspace: Workspace) -> None:
    opened = open_file(workspace.root, DANA)
    assert opened.copy is not None
    assert opened.copy.read_text() == TEXT
    close_file(opened)
    assert not opened.copy.exists()


@pytest.mark.parametrize("gone", [True, False], ids=["the journal is gone", "a folder in its place"])
def test_where_what_was_left_cannot_be_read_it_is_said_where_the_old_text_lies(
    workspace: Workspace, tmp_path: Path, *, gone: bool
) -> None:
    opened = open_file(workspace.root, DANA)
    (workspace.root / DANA).unlink()
    if gone:
        workspace.root.rename(tmp_path / "elsewhere")
    else:
        (workspace.root / DANA).mkdir()
    with pytest.raises(TrackerError, match=rf"\nWhat the file held before is kept: {opened.copy}$"):
        accept(workspace, opened, look_again(workspace, opened))
    assert opened.copy is not None
    assert opened.copy.read_text() == TEXT


def test_a_file_that_the_program_cannot_read_may_be_edited_all_the_same(workspace: Workspace) -> None:
    (workspace.root / "elsewhere.yaml").symlink_to("/etc/hosts")
    opened = open_file(workspace.root, "elsewhere.yaml")
    assert not opened.is_watched
    assert not look_again(workspace, opened).is_changed
