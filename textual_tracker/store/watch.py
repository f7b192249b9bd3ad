"""Watching a journal: telling a running program when to look at the disk again, and where.

What the operating system tells (`textual_tracker.store.hints`) is followed once things are quiet. Because hints get
lost (a queue overflows, a synchroniser works at the other end of a network), the watcher looks now and then without
any; where the system gives none at all, it does only that, more often. What did change is found by comparing
fingerprints (`textual_tracker.store.scan`).
"""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from textual_tracker.store.mounts import gives_no_events
from textual_tracker.store.quiet import Looks

if TYPE_CHECKING:
    from textual_tracker.store.hints import Hint, Hints

Mode: TypeAlias = Literal["events", "polling"]

RECONCILE_SECONDS: Final = 7.0
POLL_SECONDS: Final = 2.0
_STOP_SECONDS: Final = 1.0


class Watcher:
    """Calls `on_change`, in a thread of its own, whenever the journal at `root` may have changed.

    That is after 0.12 s without another event, after 1 s of events without end, when `look_again` asked for it, and
    now and then anyway. `take_folders` then tells where to look.
    """

    def __init__(self, root: Path, on_change: Callable[[], None], *, poll: bool = False) -> None:
        self._root = os.path.realpath(root)
        self._on_change = on_change
        self._poll = poll
        self._hints: Hints | None = None
        self._woken = threading.Condition()
        self._stopped = False
        self._folders: set[str] | None = None
        self._looks = Looks(POLL_SECONDS, time.monotonic())
        self._thread = threading.Thread(target=self._run, name="journal-watcher", daemon=True)

    @property
    def mode(self) -> Mode:
        """Where the system tells of changes "events", where the watcher has to look for them "polling"."""
        return "events" if self._hints is not None else "polling"

    def start(self) -> None:
        """Begin to watch; the first look is at once, for what changed since the journal was loaded.

        Where the system cannot tell of changes, the watcher polls.
        """
        if not self._poll and not gives_no_events(self._root):
            self._hints = self._listen()
        routine = POLL_SECONDS if self._hints is None else RECONCILE_SECONDS
        self._looks = Looks(routine, time.monotonic())
        self._looks.promise(time.monotonic())
        self._thread.start()

    def stop(self) -> None:
        """Stop watching; waits a moment for a call of `on_change` that is under way, unless it is the caller."""
        with self._woken:
            self._stopped = True
            self._woken.notify()
        if self._hints is not None:
            self._hints.stop()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(_STOP_SECONDS)

    def take_folders(self) -> frozenset[str] | None:
        """The folders, relative to the journal, in which something happened since this was asked last; None: any."""
        with self._woken:
            folders = self._folders
            self._folders = set()
        return None if folders is None else frozenset(folders)

    def look_again(self, moment: float) -> None:
        """Have `on_change` called at `moment` (monotonic seconds), or before."""
        with self._woken:
            self._looks.promise(moment)
            self._woken.notify()

    def _listen(self) -> "Hints | None":
        from textual_tracker.store.hints import Hints  # noqa: PLC0415 - watchdog takes 43 ms, for a screen that is up

        hints = None
        try:
            hints = Hints(self._root, self._hint)
            hints.start()
        except OSError:  # no watch left to give (ENOSPC, EMFILE), or none for such a disk
            if hints is not None:
                hints.stop()
            return None
        return hints

    def _hint(self, folder: "Hint") -> None:
        with self._woken:
            if folder is None:
                self._folders = None
            elif self._folders is not None:
                self._folders.add(folder)
            self._looks.event(time.monotonic())
            self._woken.notify()

    def _run(self) -> None:
        while self._await_look():
            began = time.monotonic()
            self._follow_folders()
            self._on_change()
            with self._woken:
                self._looks.done(began, time.monotonic())

    def _await_look(self) -> bool:
        """Wait until a look is due; False: the watcher was stopped."""
        with self._woken:
            while not self._stopped and (seconds := self._looks.due() - time.monotonic()) > 0:
                self._woken.wait(seconds)
            if self._looks.is_routine():
                self._folders = None
            self._looks.start()
            return not self._stopped

    def _follow_folders(self) -> None:
        """Watch the record folders that appeared, came back, or were put in the place of others."""
        if self._hints is None:
            return
        try:
            self._hints.watch_tops()
        except OSError:
            self._hints.stop()
            self._hints = None
            with self._woken:
                self._looks = Looks(POLL_SECONDS, time.monotonic())
