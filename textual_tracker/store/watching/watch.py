"""Watching a journal: telling a running program when to look at the disk again, and where.

What the operating system tells (`textual_tracker.store.watching.hints`) is followed once things are quiet. Because
hints get lost (a synchroniser works at the other end of a network), the watcher looks now and then without any; where
the system gives none at all, it does only that, more often. What did change is found by comparing fingerprints
(`textual_tracker.store.scan`).

Nothing tells of a journal that went away, or came back, with the folder that it lies in: so the watcher asks twice a
second which folder it is.
"""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from textual_tracker.store.watching.identity import Identity, identity_of
from textual_tracker.store.watching.limits import limit_of
from textual_tracker.store.watching.mounts import gives_no_events
from textual_tracker.store.watching.quiet import IDLE_SHARE, POLL_SHARE, Looks

if TYPE_CHECKING:
    from textual_tracker.store.watching.hints import Hint, Hints

Mode: TypeAlias = Literal["events", "polling"]

RECONCILE_SECONDS: Final = 7.0
POLL_SECONDS: Final = 2.0
BEAT_SECONDS: Final = 0.5
_STOP_SECONDS: Final = 1.0


class Watcher:
    """Calls `on_change`, in a thread of its own, whenever the journal at `root` may have changed.

    That is after 0.12 s without another event, after 1 s of events without end, when `look_again` asked for it, when
    another folder is at `root`, and now and then anyway. `take_folders` then tells where to look.
    """

    def __init__(self, root: Path, on_change: Callable[[], None], *, poll: bool = False) -> None:
        self._root = os.fspath(root.absolute())
        self._on_change = on_change
        self._mode: Mode = "polling" if poll else "events"
        self._limit = ""
        self._on_polling: Callable[[], object] | None = None
        self._hints: Hints | None = None
        self._watched: Identity | None = None
        self._woken = threading.Condition()
        self._stopped = False
        self._folders: set[str] | None = None
        self._looks = self._routine()
        self._thread = threading.Thread(target=self._run, name="journal-watcher", daemon=True)

    @property
    def mode(self) -> Mode:
        """Where the system tells of changes "events", where the watcher has to look for them "polling"."""
        return self._mode

    @property
    def limit(self) -> str:
        """The setting of the system that would let it watch, such as `fs.inotify.max_user_watches=524288`.

        "": it watches, or polls for another reason than a limit.
        """
        return self._limit

    def start(self) -> None:
        """Begin to watch; the first look is at once, for what changed since the journal was loaded.

        Where the system cannot tell of changes, the watcher polls.
        """
        if gives_no_events(os.path.realpath(self._root)):
            self._mode = "polling"
        self._looks = self._routine()
        self._follow_root()
        self._looks.promise(time.monotonic())
        self._thread.start()

    def stop(self) -> None:
        """Stop watching; waits a moment for a call of `on_change` that is under way, unless it is the caller."""
        with self._woken:
            self._stopped = True
            self._woken.notify()
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

    def when_polling(self, call: Callable[[], object]) -> None:
        """Have `call` called, in the watcher's thread, where from some moment on it has to poll."""
        self._on_polling = call

    def _run(self) -> None:
        try:
            while not self._stopped:
                self._follow_root()
                if self._await_look():
                    self._look()
        finally:
            self._ignore()

    def _look(self) -> None:
        self._follow_folders()
        began = time.monotonic()
        self._on_change()
        with self._woken:
            self._looks.done(began, time.monotonic())

    def _routine(self) -> Looks:
        """No look is due yet but those that come now and then."""
        if self._mode == "polling":
            return Looks(POLL_SECONDS, time.monotonic(), share=POLL_SHARE)
        return Looks(RECONCILE_SECONDS, time.monotonic(), share=IDLE_SHARE)

    def _await_look(self) -> bool:
        """Wait until a look is due, and begin it; False: it is time for a beat, or the watcher was stopped."""
        beat = time.monotonic() + BEAT_SECONDS
        with self._woken:
            while not self._stopped and (now := time.monotonic()) < (due := self._looks.due()):
                if now >= beat:
                    return False
                self._woken.wait(min(due, beat) - now)
            if self._looks.is_routine():
                self._folders = None
            self._looks.start()
            return not self._stopped

    def _follow_root(self) -> None:
        """Watch the folder that is at `root` now; where it is another one than before, or none, look at everything."""
        if self._mode == "polling":
            return
        found = identity_of(self._root)
        if found == self._watched and not (self._hints is not None and self._hints.is_over):
            return
        self._ignore()
        self._watched = found
        if found is not None:
            self._listen()
        self._hint(None)

    def _listen(self) -> None:
        """Have the system tell of changes, or poll where it does not."""
        from textual_tracker.store.watching.hints import Hints  # noqa: PLC0415 - watchdog takes 43 ms, for a screen that is up

        try:
            self._hints = Hints(os.path.realpath(self._root), self._hint)
            self._hints.start()
        except (FileNotFoundError, PermissionError):  # gone again, or not to be read now: the next beat tries again
            self._ignore()
            self._watched = None
        except OSError as error:  # no watch left to give, or none for such a disk
            self._poll(limit_of(error))
        else:
            self._heed_limit()

    def _follow_folders(self) -> None:
        """Watch the record folders that appeared, came back, or were put in the place of others."""
        if self._hints is None:
            return
        try:
            self._hints.watch_tops()
        except OSError as error:
            self._poll(limit_of(error))
        else:
            self._heed_limit()

    def _heed_limit(self) -> None:
        """Half a journal that is watched is none: where one folder met a limit, look at all of them."""
        if self._hints is not None and self._hints.limit:
            self._poll(self._hints.limit)

    def _poll(self, limit: str) -> None:
        """From now on look for changes, because of a limit of the system's or "" for another reason."""
        self._ignore()
        self._mode, self._limit = "polling", limit
        with self._woken:
            self._folders = None
            self._looks = self._routine()
        if self._on_polling is not None:
            self._on_polling()

    def _ignore(self) -> None:
        """Follow no hints any more."""
        if self._hints is not None:
            self._hints.stop()
            self._hints = None

    def _hint(self, folder: "Hint") -> None:
        with self._woken:
            if folder is None:
                self._folders = None
            elif self._folders is not None:
                self._folders.add(folder)
            self._looks.event(time.monotonic())
            self._woken.notify()
