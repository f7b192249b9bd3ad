"""One writer at a time: others wait for it, and a killed one does not keep them waiting."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from textual_tracker.errors import NotWrittenError, TrackerError
from textual_tracker.store import lock
from textual_tracker.store.lock import only_writer

HOLD = """
import sys, time
from pathlib import Path
from textual_tracker.store.lock import only_writer
with only_writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture(params=["folder", "file"])
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal's folder, on a system that locks folders, and on one that does not."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    if request.param == "file":
        monkeypatch.setattr(lock, "_open_folder", lambda _root: None)
    journal = tmp_path / "journal"
    journal.mkdir()
    return journal


def is_taken(root: Path) -> bool:
    """Whether somebody writes in the journal right now."""
    try:
        with only_writer(root, wait_seconds=0):
            return False
    except TrackerError:
        return True


def test_the_second_waits_for_the_first(root: Path) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        waiting.set()
        with only_writer(root):
            order.append("second")

    thread = threading.Thread(target=second)
    with only_writer(root):
        thread.start()
        waiting.wait(10)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


def test_who_waits_too_long_is_told(root: Path) -> None:
    with (
        only_writer(root),
        pytest.raises(TrackerError, match="another tracker has been writing"),
        only_writer(root, wait_seconds=0.05),
    ):
        pytest.fail("two at once")
    assert not is_taken(root)


def test_it_is_free_after_a_failure(root: Path) -> None:
    with pytest.raises(ZeroDivisionError), only_writer(root):
        raise ZeroDivisionError
    assert not is_taken(root)


def test_nothing_of_it_lies_in_the_journal(root: Path) -> None:
    with only_writer(root):
        assert list(root.iterdir()) == []


def test_each_journal_has_its_own(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with only_writer(root):
        assert (is_taken(root), is_taken(tmp_path / "other")) == (True, False)


@pytest.mark.skipif(os.name != "posix", reason="the lock of a folder")
def test_a_killed_program_frees_it(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert is_taken(tmp_path)
        holder.send_signal(signal.SIGKILL)
        holder.wait(10)
    assert not is_taken(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="the lock of a folder")
def test_a_child_that_lives_on_does_not_hold_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the descriptor stands for the child that was given one."""
    copies: list[int] = []
    really = lock._open_folder

    def open_folder(root: Path) -> int | None:
        descriptor = really(root)
        assert descriptor is not None
        copies.append(os.dup(descriptor))
        return descriptor

    monkeypatch.setattr(lock, "_open_folder", open_folder)
    with only_writer(tmp_path):
        assert is_taken(tmp_path)
    assert not is_taken(tmp_path)
    for copy in copies:
        os.close(copy)


def test_a_journal_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="the journal's folder is gone"), only_writer(tmp_path / "gone"):
        pass
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWrittenError, match="the journal's folder is gone"), only_writer(tmp_path / "file"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
@pytest.mark.parametrize("homeless", [False, True])
def test_where_a_disk_knows_no_locks_the_state_folder_stands_for_it_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, homeless: bool
) -> None:
    really = lock.fcntl.flock  # type: ignore[attr-defined]  # the module of one platform

    def flock(descriptor: int, operation: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}") or homeless:  # noqa: PTH112 - a descriptor's
            raise OSError(9, "Bad file descriptor")
        really(descriptor, operation)

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("fcntl.flock", flock)
    with only_writer(tmp_path):
        assert is_taken(tmp_path) is not homeless
