"""Performing a plan and taking it back."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.workspace.conftest import CONTACTED, DANA, DAY, LEE, plan, plan_of, tree
from textual_tracker.config import places
from textual_tracker.editing.plan import FileChange, Plan
from textual_tracker.errors import FileChangedError, NotWrittenError, RefusedEditError
from textual_tracker.store import undo as undo_log
from textual_tracker.workspace.writing import Undone, Written, perform, plan_undo, undo


def test_what_was_planned_is_written_and_undone(root: Path) -> None:
    before = tree(root)
    written = perform(root, plan(root, dana="borrower: Dana\n", day="calls: 1\n"), auto_commit=False)

    assert written == Written(written.entry_id, CONTACTED)
    assert tree(root) == {DANA: "borrower: Dana\n", DAY: "calls: 1\n", LEE: "borrower: Lee Soto\n"}
    assert undo(root, auto_commit=False) == Undone(
        CONTACTED,
        (FileChange(DANA, b"borrower: Dana\n", b"borrower: Dana Ortiz\n"), FileChange(DAY, b"calls: 1\n", None)),
    )
    assert tree(root) == before


def test_writes_are_undone_the_last_one_first(root: Path) -> None:
    texts = ["borrower: Dana Ortiz\n", "borrower: Dana\n", "borrower: D\n"]
    perform(root, plan(root, "one", dana=texts[1]), auto_commit=False)
    perform(root, plan(root, "two", dana=texts[2]), auto_commit=False)

    assert plan_undo(root).says == "Undo: two"
    assert undo(root, auto_commit=False).says == "two"
    assert (root / DANA).read_text() == texts[1]
    assert undo(root, auto_commit=False).says == "one"
    assert (root / DANA).read_text() == texts[0]
    with pytest.raises(RefusedEditError, match=r"^There is nothing to undo\.$"):
        undo(root, auto_commit=False)


FIRST_OF_A_YEAR: dict[str, str | None] = {
    "referrals/2027/2027-03-02-lee-soto.yaml": "borrower: Lee Soto\n",
    "activity/ana/2026/2026-03-10.yaml": "calls: 1\n",
}


def test_the_folders_that_a_write_made_go_with_it(root: Path) -> None:
    perform(root, plan_of(root, CONTACTED, FIRST_OF_A_YEAR), auto_commit=False)
    assert (root / "referrals/2027").is_dir()
    undo(root, auto_commit=False)

    assert not (root / "referrals/2027").exists()
    assert not (root / "activity").exists()
    assert (root / "referrals/2026").is_dir()


def test_a_folder_that_was_there_stays_and_so_does_one_with_something_in_it(root: Path) -> None:
    (root / "activity").mkdir()
    perform(root, plan_of(root, CONTACTED, FIRST_OF_A_YEAR), auto_commit=False)
    (root / "referrals/2027/mine.txt").write_text("mine")
    undo(root, auto_commit=False)

    assert list((root / "activity").iterdir()) == []
    assert (root / "referrals/2027/mine.txt").read_text() == "mine"


def test_what_undo_would_do_can_be_seen_first(root: Path) -> None:
    perform(root, plan(root, day="calls: 1\n"), auto_commit=False)

    assert plan_undo(root) == Plan(says=f"Undo: {CONTACTED}", changes=(FileChange(DAY, b"calls: 1\n", None),))
    assert (root / DAY).exists()


def test_a_file_that_was_changed_since_it_was_read_is_left_alone(root: Path) -> None:
    planned = plan(root, lee="borrower: Lee\n", dana="borrower: Dana\n")
    (root / DANA).write_text("borrower: Dana Ortiz  # typed meanwhile\n")
    with pytest.raises(FileChangedError) as refused:
        perform(root, planned, auto_commit=False)

    assert str(refused.value) == (f"{DANA} changed since it was read; nothing was written. Look again, then repeat it.")
    assert refused.value.exit_code == 4
    assert (root / LEE).read_text() == "borrower: Lee Soto\n"
    assert list(undo_log.entries(root)) == []


def test_an_edit_that_is_saved_while_the_new_text_is_written_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last look is right before the file is moved into place: after the slow part, which is the disk's."""
    really = os.fsync

    def fsync(descriptor: int) -> None:
        really(descriptor)
        (root / DANA).write_text("borrower: Dana Ortiz  # saved in an editor\n")

    planned = plan(root, lee="borrower: Lee\n", dana="borrower: Dana\n")
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(FileChangedError, match=f"^{DANA} changed since it was read"):
        perform(root, planned, auto_commit=False)
    assert tree(root) == {
        DANA: "borrower: Dana Ortiz  # saved in an editor\n",
        LEE: "borrower: Lee Soto\n",
    }
    assert list(undo_log.entries(root)) == []


def test_a_new_file_takes_no_others_place(root: Path) -> None:
    planned = plan(root, day="calls: 1\n")
    (root / DAY).parent.mkdir(parents=True)
    (root / DAY).write_text("calls: 7\n")

    with pytest.raises(FileChangedError, match=f"^{DAY} is there already; nothing was written"):
        perform(root, planned, auto_commit=False)
    assert (root / DAY).read_text() == "calls: 7\n"


def test_a_file_that_is_gone_is_not_made_again(root: Path) -> None:
    planned = plan(root, dana="borrower: Dana\n")
    (root / DANA).unlink()

    with pytest.raises(FileChangedError, match=f"^{DANA} is not there any more; nothing was written"):
        perform(root, planned, auto_commit=False)
    assert not (root / DANA).exists()


def test_a_write_is_not_undone_once_the_file_has_changed(root: Path) -> None:
    perform(root, plan(root, lee="borrower: Lee\n", dana="borrower: Dana\n"), auto_commit=False)
    (root / DANA).write_text("borrower: Dana  # typed since\n")

    with pytest.raises(FileChangedError) as refused:
        undo(root, auto_commit=False)
    assert str(refused.value) == (f'"{CONTACTED}" cannot be undone: {DANA} has changed since. Nothing was written.')
    assert tree(root) == {DANA: "borrower: Dana  # typed since\n", LEE: "borrower: Lee\n"}
    (root / DANA).write_text("borrower: Dana\n")
    assert undo(root, auto_commit=False).says == CONTACTED


def test_a_write_of_which_nothing_is_left_is_passed_over(root: Path) -> None:
    perform(root, plan(root, "one", dana="borrower: Dana\n"), auto_commit=False)
    perform(root, plan(root, "two", lee="borrower: Lee\n"), auto_commit=False)
    (root / LEE).write_text("borrower: Lee Soto\n")

    assert plan_undo(root).says == "Undo: one"
    assert undo(root, auto_commit=False).says == "one"
    assert list(undo_log.entries(root)) == []


def test_half_of_a_write_is_undone(root: Path) -> None:
    """As after the program was killed between the two files."""
    perform(root, plan(root, dana="borrower: Dana\n", lee="borrower: Lee\n"), auto_commit=False)
    (root / LEE).write_text("borrower: Lee Soto\n")

    assert undo(root, auto_commit=False).changes == (FileChange(DANA, b"borrower: Dana\n", b"borrower: Dana Ortiz\n"),)


def test_nothing_is_forgotten_while_the_journal_is_away(root: Path) -> None:
    perform(root, plan(root, day="calls: 1\n"), auto_commit=False)
    root.rename(root.with_name("elsewhere"))
    with pytest.raises(NotWrittenError, match=r"^Nothing was written: the journal's folder is gone: "):
        undo(root, auto_commit=False)
    root.mkdir()
    with pytest.raises(NotWrittenError, match=r"^Nothing was written: the journal is gone: "):
        undo(root, auto_commit=False)
    root.rmdir()
    root.with_name("elsewhere").rename(root)

    assert undo(root, auto_commit=False).says == CONTACTED


def test_a_folder_that_vanished_is_not_made_again(root: Path) -> None:
    planned = plan(root, day="calls: 1\n")
    root.rename(root.with_name("elsewhere"))

    with pytest.raises(NotWrittenError, match="the journal's folder is gone"):
        perform(root, planned, auto_commit=False)
    assert not root.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_read_only_file_is_not_replaced(root: Path) -> None:
    (root / DANA).chmod(0o444)
    with pytest.raises(NotWrittenError) as refused:
        perform(root, plan(root, lee="borrower: Lee\n", dana="borrower: Dana\n"), auto_commit=False)

    assert str(refused.value) == f"Nothing was written: {DANA} is read-only."
    assert tree(root) == {DANA: "borrower: Dana Ortiz\n", LEE: "borrower: Lee Soto\n"}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_said(root: Path) -> None:
    (root / "referrals/2026").chmod(0o555)
    try:
        with pytest.raises(NotWrittenError, match="you have no permission to write there"):
            perform(root, plan(root, dana="borrower: Dana\n"), auto_commit=False)
    finally:
        (root / "referrals/2026").chmod(0o755)
    assert tree(root) == {DANA: "borrower: Dana Ortiz\n", LEE: "borrower: Lee Soto\n"}


@pytest.mark.parametrize("path", ["../outside.yaml", "/etc/outside.yaml", "referrals/../../outside.yaml", "", "a\0b"])
def test_a_path_never_leaves_the_journal(root: Path, path: str) -> None:
    planned = Plan(says="x", changes=(FileChange(path, None, b"x"),))
    with pytest.raises(NotWrittenError, match="is no path in a journal"):
        perform(root, planned, auto_commit=False)


def test_nothing_is_written_through_a_link_that_leads_out(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "lee.yaml").write_text("theirs")
    (root / "partners").symlink_to(outside)
    (root / "referrals/2026/link.yaml").symlink_to(outside / "lee.yaml")
    for path, before in (("partners/new.yaml", None), ("referrals/2026/link.yaml", b"theirs")):
        planned = Plan(says="x", changes=(FileChange(path, before, b"ours"),))
        with pytest.raises(NotWrittenError, match="leads out of the journal"):
            perform(root, planned, auto_commit=False)
    assert tree(outside) == {"lee.yaml": "theirs"}


def test_a_link_inside_the_journal_stays_one(root: Path) -> None:
    (root / "partners").mkdir()
    (root / "partners/dana.yaml").symlink_to(f"../{DANA}")
    planned = Plan(says="x", changes=(FileChange("partners/dana.yaml", b"borrower: Dana Ortiz\n", b"new\n"),))
    perform(root, planned, auto_commit=False)

    assert (root / "partners/dana.yaml").is_symlink()
    assert (root / DANA).read_text() == "new\n"
    undo(root, auto_commit=False)
    assert (root / DANA).read_text() == "borrower: Dana Ortiz\n"


def test_nothing_planned_is_nothing_written(root: Path) -> None:
    assert perform(root, Plan(says="nothing", changes=()), auto_commit=False) == Written("", "nothing")
    assert list(undo_log.entries(root)) == []


def test_without_a_place_for_undo_the_write_happens(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "state_folder", lambda: None)
    monkeypatch.setattr(undo_log, "state_folder", lambda: None)
    written = perform(root, plan(root, dana="borrower: Dana\n"), auto_commit=False)

    assert (written.entry_id, written.remark) == (
        "",
        "This cannot be undone: what that needs could not be kept (there is no state folder).",
    )
    assert (root / DANA).read_text() == "borrower: Dana\n"
    with pytest.raises(RefusedEditError, match="nothing to undo"):
        undo(root, auto_commit=False)


def test_where_the_state_folder_cannot_be_written_the_write_happens(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    written = perform(root, plan(root, dana="borrower: Dana\n"), auto_commit=False)

    assert (
        written.remark
        == "This cannot be undone: what that needs could not be kept (something else stands in its place)."
    )
    assert (root / DANA).read_text() == "borrower: Dana\n"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_what_is_kept_for_undo_is_for_the_user_alone(root: Path, tmp_path: Path) -> None:
    perform(root, plan(root, dana="borrower: Dana\n"), auto_commit=False)
    state = tmp_path / "state" / "textual-tracker"
    modes = {file.suffix: stat.S_IMODE(file.stat().st_mode) for file in state.rglob("*") if file.is_file()}

    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert modes[".undo"] == 0o600
    assert (state / "README.txt").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_is_told_of_each_write_and_each_undo(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for words in (("init", "-q"), ("config", "user.name", "Ana"), ("config", "user.email", "ana@example.com")):
        subprocess.run(["git", *words], cwd=root, check=True)
    subprocess.run(["git", "add", "."], cwd=root, check=True)
    subprocess.run(["git", "commit", "-q", "-m", "first"], cwd=root, check=True)

    assert perform(root, plan(root, dana="borrower: Dana\n", day="calls: 1\n"), auto_commit=True).remark == ""
    assert undo(root, auto_commit=True).remark == ""
    log = ["git", "log", "--format=%s", "--name-status", "-2"]
    assert subprocess.run(log, cwd=root, check=True, capture_output=True, text=True).stdout == (
        f"Undo: {CONTACTED}\n\nD\t{DAY}\nM\t{DANA}\n{CONTACTED}\n\nA\t{DAY}\nM\t{DANA}\n"
    )


def test_a_git_that_fails_loses_no_write(root: Path) -> None:
    written = perform(root, plan(root, dana="borrower: Dana\n"), auto_commit=True)

    assert written.remark == "This is not committed: the journal is in no git repository."
    assert (root / DANA).read_text() == "borrower: Dana\n"
    assert undo(root, auto_commit=True).remark == written.remark
