"""One writer at a time in a journal, on this machine. The system frees the lock of a program that is killed.

Where the system can lock a folder it is the journal's own, so that nothing of the lock lies in the journal; elsewhere
a file in the user's state folder stands for it. A lock only makes two programs wait for each other: that nothing is
overwritten which was not read follows from comparing, not from here. So where nothing can be locked, writing goes on.
"""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from textual_tracker.config.places import STATE_README, lock_file, state_folder
from textual_tracker.errors import NotWrittenError, TrackerError
from textual_tracker.store.private import OWN_FILE, OWN_FOLDER, make_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

WAIT_SECONDS: Final = 10.0
_PAUSE_SECONDS: Final = 0.02


@contextlib.contextmanager
def only_writer(root: Path, *, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold off every other writer of the journal at `root` on this machine; waits for one that is at work.

    Raises:
        NotWrittenError: the journal's folder is gone, or may not be opened.
        TrackerError: the other is still at work after `wait_seconds`.
    """
    descriptor = _locked(root, time.monotonic() + wait_seconds)
    try:
        yield
    finally:
        if descriptor is not None:
            _unlock(descriptor)
            os.close(descriptor)


def _locked(root: Path, until: float) -> int | None:
    """A descriptor that holds the lock; `None` where nothing can be locked."""
    for place in (_open_folder, _open_file):
        descriptor = place(root)
        if descriptor is None:
            continue
        try:
            if _wait(descriptor, until):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
    return None


def _open_folder(root: Path) -> int | None:
    try:
        return os.open(root, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except (FileNotFoundError, NotADirectoryError):
        raise NotWrittenError(f"Nothing was written: the journal's folder is gone: {root}") from None
    except OSError as error:
        if sys.platform == "win32":  # no folder is opened there
            return None
        raise NotWrittenError(f"Nothing was written: {root} cannot be opened: {error.strerror}") from None


def _open_file(root: Path) -> int | None:
    file, state = lock_file(str(root)), state_folder()
    if file is None or state is None:
        return None
    with contextlib.suppress(OSError):
        make_folder(Path(state), STATE_README)
        Path(file).parent.mkdir(mode=OWN_FOLDER, exist_ok=True)
        return os.open(file, os.O_RDWR | os.O_CREAT, OWN_FILE)
    return None


def _wait(descriptor: int, until: float) -> bool:
    """Lock it as soon as it is free. False: this cannot be locked here, as folders on some network disks."""
    while True:
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):  # EAGAIN and EACCES: it is taken
            if time.monotonic() >= until:
                raise TrackerError(
                    "Nothing was written: another tracker has been writing in this journal for a while. "
                    "Try again in a moment."
                ) from None
            time.sleep(_PAUSE_SECONDS)
        except OSError:
            return False
        else:
            return True


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        with contextlib.suppress(OSError):
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        """Not left to the closing: a child process that was started meanwhile may hold the descriptor too."""
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)
