"""What an editor left: what it means, what undo and git hear of it, and how it is discarded."""

from pathlib import Path

import pytest

from tests.workspace.writing import DANA, MARCH_10, journal
from tests.workspace.writing import opened as another_tracker
from textual_tracker.editing.actions.contact import SHORT, log_contact
from textual_tracker.errors import FileChangedError, TrackerError
from textual_tracker.workspace import Workspace, writing
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


CALL = "\ncontact_attempts:\n  - {date: 2026-03-10, channel: call, result: reached}\n"


def log_a_call(workspace: Workspace) -> None:
    """What somebody does in another tracker."""
    other = another_tracker(workspace.root)
    other.perform(other.plan(log_contact("2026-03-02-dana-ortiz", SHORT["r"])))


def test_what_another_tracker_wrote_is_not_what_the_editor_changed(workspace: Workspace) -> None:
    opened = open_file(workspace.root, DANA)
    log_a_call(workspace)
    left = look_again(workspace, opened)
    assert not left.is_changed
    assert left.plan.says == "nothing was changed"


@pytest.mark.parametrize("typed_on", [TEXT, TEXT + CALL], ids=["the old text", "the new text"])
def test_undo_takes_back_what_was_typed_and_not_what_another_tracker_wrote(workspace: Workspace, typed_on: str) -> None:
    file = workspace.root / DANA
    opened = open_file(workspace.root, DANA)
    log_a_call(workspace)
    assert file.read_text() == TEXT + CALL
    file.write_text(typed_on.replace("385000", "400000"))
    accept(workspace, opened, look_again(workspace, opened))
    workspace.undo()
    assert file.read_text() == TEXT + CALL
    workspace.undo()
    assert file.read_text() == TEXT


@pytest.mark.parametrize("typed_on", [TEXT, TEXT + CALL], ids=["the old text", "the new text"])
def test_discard_leaves_what_another_tracker_wrote(workspace: Workspace, typed_on: str) -> None:
    file = workspace.root / DANA
    opened = open_file(workspace.root, DANA)
    log_a_call(workspace)
    file.write_text(typed_on.replace("385000", "lots"))
    left = look_again(workspace, opened)
    assert len(left.errors) == 1
    assert discard(workspace, opened, left).read_text() == typed_on.replace("385000", "lots")
    assert file.read_text() == TEXT + CALL


def test_what_another_tracker_took_back_is_not_what_the_editor_changed(workspace: Workspace) -> None:
    log_a_call(workspace)
    opened = open_file(workspace.root, DANA)
    another_tracker(workspace.root).undo()
    assert not look_again(workspace, opened).is_changed


def test_what_was_saved_before_and_after_another_tracker_wrote_is_checked_but_neither_undone_nor_discarded(
    workspace: Workspace,
) -> None:
    file = workspace.root / DANA
    opened = open_file(workspace.root, DANA)
    file.write_text(TEXT + "received: soon\n")
    log_a_call(workspace)
    both = file.read_text()
    left = look_again(workspace, opened)
    assert [problem.line for problem in left.errors] == [7]

    with pytest.raises(FileChangedError, match=f"^Another tracker wrote in {DANA} too while it was open"):
        discard(workspace, opened, left)
    written = accept(workspace, opened, left)
    assert written.entry_id == ""
    assert written.remark == (
        "This cannot be undone: another tracker wrote in the file too while it was open. "
        f"What the file held before is kept: {opened.copy}"
    )
    assert file.read_text() == both


def test_what_cannot_be_told_apart_is_not_committed_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    settings = "format: 1\ngit: {auto_commit: true}\n"
    another = journal(tmp_path / "another", {DANA: TEXT, "journal.yaml": settings})
    opened = open_file(another.root, DANA)
    (another.root / DANA).write_text(TEXT.replace("385000", "400000"))
    other = another_tracker(another.root)
    other.write(other.plan(log_contact("2026-03-02-dana-ortiz", SHORT["r"])))
    remark = accept(another, opened, look_again(another, opened)).remark
    assert remark.startswith(
        "This cannot be undone: another tracker wrote in the file too while it was open. It is not committed. What the"
    )


def test_where_nobody_can_write_it_is_said_where_lies_what_was_to_be_discarded(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_file(workspace.root, DANA)
    (workspace.root / DANA).write_text(TEXT.replace("385000", "lots"))
    left = look_again(workspace, opened)

    def busy(*_: object) -> None:
        raise TrackerError("Nothing was written: another tracker has been writing in this journal for a while.")

    monkeypatch.setattr(writing, "put_back", busy)
    with pytest.raises(
        TrackerError, match=r"for a while.\nWhat you typed is kept: .*\nWhat the file held before is kept"
    ):
        discard(workspace, opened, left)
