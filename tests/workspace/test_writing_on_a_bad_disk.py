"""Whatever call of the system fails, or is interrupted: every file is as it was, or every file is as planned."""

import contextlib
import errno
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.workspace.conftest import DANA, DAY, LEE, make_journal, plan, tree
from tests.workspace.faults import Faults, Killed
from textual_tracker.errors import NotWrittenError, RefusedEditError, TrackerError
from textual_tracker.store import undo as undo_log
from textual_tracker.store.refusals import why
from textual_tracker.workspace.writing import perform, plan_undo, undo

OLD = {DANA: "borrower: Dana Ortiz\n", LEE: "borrower: Lee Soto\n"}
NEW = {DANA: "borrower: Dana\n", DAY: "calls: 1\n"}
FULL = OSError(errno.ENOSPC, "No space left on device")
BROKEN = OSError(errno.EIO, "Input/output error")


def three(root: Path) -> None:
    """A write that changes a file, makes one with its folders, and removes one."""
    perform(root, plan(root, dana=NEW[DANA], day=NEW[DAY], lee=None), auto_commit=False)


def two_and_back(root: Path) -> None:
    undo(root, auto_commit=False)


def every_fault(
    tmp_path: Path, action: Callable[[Path], None], error: BaseException, *, after: bool, written: bool = False
) -> Iterator[tuple[Path, BaseException | None]]:
    """Do the action again and again on a fresh journal; each time the next call of the system fails, until none does.

    Each time the journal is given, and what was raised.
    """
    for at in itertools.count():
        shutil.rmtree(tmp_path / "state", ignore_errors=True)
        root = make_journal(tmp_path / f"journal-{at}")
        if written:
            three(root)
        faults = Faults(at, error, after=after)
        raised: BaseException | None = None
        with faults.installed():
            try:
                action(root)
            except (TrackerError, type(error)) as caught:
                raised = caught
        if not faults.struck:
            assert at > 20, "too few calls to be the real ones"
            return
        yield root, raised


@pytest.mark.parametrize("error", [FULL, BROKEN], ids=["full", "broken"])
def test_a_disk_that_fails_once_during_a_write(root: Path, tmp_path: Path, error: OSError) -> None:
    failures = 0
    for journal, raised in every_fault(tmp_path, three, error, after=False):
        if raised is None:
            assert tree(journal) == NEW
        else:
            failures += 1
            assert type(raised) is NotWrittenError
            assert str(raised).startswith("Nothing was written: ")
            assert tree(journal) == OLD
            assert list(undo_log.entries(journal)) == []
    assert failures >= 8
    assert tree(root) == OLD


@pytest.mark.parametrize("error", [FULL, BROKEN], ids=["full", "broken"])
@pytest.mark.usefixtures("root")
def test_a_disk_that_fails_once_during_an_undo(tmp_path: Path, error: OSError) -> None:
    for journal, raised in every_fault(tmp_path, two_and_back, error, after=False, written=True):
        if raised is None:
            assert tree(journal) == OLD
            with pytest.raises(RefusedEditError):
                plan_undo(journal)
        elif type(raised) is NotWrittenError:
            assert tree(journal) == NEW
            undo(journal, auto_commit=False)
            assert tree(journal) == OLD
        else:  # the entry could not be read
            assert type(raised) is RefusedEditError
            assert tree(journal) == NEW


@pytest.mark.parametrize("after", [False, True], ids=["before the call", "after the call"])
@pytest.mark.parametrize("written", [False, True], ids=["write", "undo"])
@pytest.mark.usefixtures("root")
def test_ctrl_c_at_any_moment(tmp_path: Path, *, written: bool, after: bool) -> None:
    action = two_and_back if written else three
    for journal, _ in every_fault(tmp_path, action, KeyboardInterrupt(), after=after, written=written):
        assert tree(journal) in (OLD, NEW)
        if tree(journal) == NEW:
            undo(journal, auto_commit=False)
            assert tree(journal) == OLD
        with pytest.raises(RefusedEditError, match="nothing to undo"):
            undo(journal, auto_commit=False)


@pytest.mark.usefixtures("root")
def test_a_record_that_moves_is_never_nowhere(tmp_path: Path) -> None:
    """Whenever the program is killed, it is at its old place, at its new one, or at both."""
    for at in range(60):
        root = make_journal(tmp_path / f"journal-{at}")
        planned = plan(root, dana=None, day=OLD[DANA])
        with Faults(at, Killed(), for_good=True).installed(), contextlib.suppress(Killed):
            perform(root, planned, auto_commit=False)
        assert OLD[DANA] in {text for path, text in tree(root).items() if path in (DANA, DAY)}


def test_what_cannot_be_put_back_is_named_and_undone_later(root: Path) -> None:
    """The first file is in its place when the disk goes bad for good."""
    # After those of the state folder's own text, of the undo entry and of one file.
    renames = Faults(3, BROKEN, for_good=True, of=("replace",))
    with renames.installed(), pytest.raises(TrackerError) as refused:
        perform(root, plan(root, dana="borrower: Dana\n", lee="borrower: Lee\n"), auto_commit=False)

    assert str(refused.value) == (
        f"Nothing was written: {LEE}: the disk reports an error. But this was already written, and could not be put "
        f"back: {DANA}. `tracker undo` does so when the disk can be written again."
    )
    assert tree(root) == {**OLD, DANA: "borrower: Dana\n"}
    undo(root, auto_commit=False)
    assert tree(root) == OLD


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX's")
def test_a_file_that_finds_no_room_leaves_nothing_behind(root: Path) -> None:
    """The system itself cuts the text short, at 4096 bytes."""
    script = f"""
import resource, signal, sys
from pathlib import Path
from tests.workspace.conftest import plan
from textual_tracker.errors import NotWrittenError
from textual_tracker.workspace.writing import perform
root = Path(sys.argv[1])
planned = plan(root, dana="borrower: Dana\\n", lee="x" * 9000)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    perform(root, planned, auto_commit=False)
except NotWrittenError as error:
    assert str(error) == "Nothing was written: {LEE}: the file would be too large.", error
else:
    raise SystemExit("it was written")
"""
    ran = subprocess.run([sys.executable, "-c", script, str(root)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert tree(root) == OLD


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB, where the test may mount one."""
    mounted = tmp_path / "small"
    mounted.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if sys.platform != "linux" or os.geteuid() != 0 or mount is None or unmount is None:
        pytest.skip("only root mounts a disk")
    ran = subprocess.run([mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", mounted], capture_output=True, check=False)
    if ran.returncode != 0:
        pytest.skip("no disk may be mounted here")
    yield mounted
    subprocess.run([unmount, mounted], check=True)


def test_a_full_disk(root: Path, small_disk: Path) -> None:
    del root  # its state folder lies on another disk
    journal = make_journal(small_disk / "journal")
    (small_disk / "ballast").write_bytes(b"x" * 32 * 1024)
    with pytest.raises(NotWrittenError) as refused:
        perform(journal, plan(journal, dana="borrower: Dana\n", lee="x" * 40_000), auto_commit=False)
    assert str(refused.value) == f"Nothing was written: {LEE}: the disk is full."
    assert tree(journal) == OLD

    (small_disk / "ballast").unlink()
    perform(journal, plan(journal, dana="borrower: Dana\n", lee="x" * 20_000), auto_commit=False)
    assert tree(journal) == {DANA: "borrower: Dana\n", LEE: "x" * 20_000}


def test_a_disk_that_is_read_only(root: Path, small_disk: Path) -> None:
    del root
    journal = make_journal(small_disk / "journal")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True, capture_output=True)
    with pytest.raises(NotWrittenError, match=f"^Nothing was written: {DANA}"):
        perform(journal, plan(journal, dana="borrower: Dana\n"), auto_commit=False)
    with pytest.raises(NotWrittenError) as refused:
        perform(journal, plan(journal, day="calls: 1\n"), auto_commit=False)
    assert str(refused.value) == f"Nothing was written: {DAY}: the disk is read-only."
    assert tree(journal) == OLD


def test_the_system_complains_in_plain_words() -> None:
    assert why(OSError(errno.ENOSPC, "No space left on device")) == "the disk is full"
    assert why(OSError(errno.ENOENT, "No such file or directory")) == "the folder is gone"
    assert why(OSError(errno.EMFILE, "x")) == "too many open files"
    assert why(OSError("no number")) == "no number"
