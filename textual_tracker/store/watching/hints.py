"""What the operating system says of a journal's folders, boiled down to hints: look at this folder, or at all.

Only the record folders are watched, and the journal's own folder without what lies below it: never `.git`, where
three commands make hundreds of events. What a hint says is not believed, only followed.
"""
# ruff: noqa: PTH118 - os.path: events come as plain text

import contextlib
import logging
import os
import sys
import warnings
from collections.abc import Callable
from typing import Final, TypeAlias

from watchdog.events import (
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver, ObservedWatch

from textual_tracker.store import layout
from textual_tracker.store.links import is_within
from textual_tracker.store.scan import split
from textual_tracker.store.watching.identity import Identity, identity_of

Hint: TypeAlias = str | None
"""The folder to look at, relative to the journal; None: all of them."""

# Opened and closed without writing are left out: our own reading would wake us. What a person may do is an attribute.
_TELLING: Final[list[type[FileSystemEvent]]] = [
    FileAttribEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
]


class Hints(FileSystemEventHandler):
    """Calls `on_hint`, in a thread of watchdog's, for whatever may have changed a record of the journal at `root`.

    `root` is an absolute path without links.

    Raises:
        OSError: the system has no watch left to give.
    """

    def __init__(self, root: str, on_hint: Callable[[Hint], None]) -> None:
        self._root = root
        self._on_hint = on_hint
        self._observer = _observer(lambda: on_hint(None))
        self._tops: dict[str, tuple[Identity, ObservedWatch]] = {}
        self._loosened: set[str] = set()

    @property
    def limit(self) -> str:
        """The setting whose limit kept a folder from being watched (see `…watching.limits`); "": none did."""
        return str(getattr(self._observer, "limit", ""))

    @property
    def is_over(self) -> bool:
        """Whether the journal's own folder was deleted: another one in its place is not watched."""
        return self._root in self._loosened

    def start(self) -> None:
        """Begin.

        Raises:
            OSError: the system has no watch left to give, or none for this folder.
        """
        # What watchdog logs and warns of would be printed across the screen.
        logging.getLogger("watchdog").addHandler(logging.NullHandler())
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        self._observer.schedule(self, self._root, event_filter=_TELLING)
        self.watch_tops()
        self._observer.start()

    def watch_tops(self) -> None:
        """Watch the record folders that are there now; one that was taken away and put back is another folder.

        Raises:
            OSError: the system has no watch left to give.
        """
        for top in layout.RECORD_FOLDERS:
            folder = os.path.join(self._root, top)
            identity = identity_of(folder)
            known = self._tops.get(top)
            if known is not None and (known[0] != identity or known[1].path in self._loosened):
                self._loosened.discard(known[1].path)
                del self._tops[top]
                with contextlib.suppress(KeyError):
                    self._observer.unschedule(known[1])
            if identity is not None and top not in self._tops:
                self._watch_top(top, identity)

    def stop(self) -> None:
        """End; no hint is given after this, but perhaps one at this moment."""
        self._observer.stop()

    def dispatch(self, event: FileSystemEvent) -> None:
        """Turn one event of watchdog's into hints."""
        if isinstance(event, DirDeletedEvent | DirAttribEvent):
            self._loosen(os.fsdecode(event.src_path), is_gone=isinstance(event, DirDeletedEvent))
        for path in (event.src_path, event.dest_path):
            if path:
                self._tell(os.fsdecode(path), is_folder=event.is_directory)

    def _loosen(self, path: str, *, is_gone: bool) -> None:
        """Note which watches are over: of a folder that was deleted, or in which folders may be read only now."""
        if is_gone and path == self._root:
            self._loosened.add(path)
        for _, watch in list(self._tops.values()):
            if path == watch.path or (not is_gone and path.startswith(watch.path + os.sep)):
                self._loosened.add(watch.path)

    def _tell(self, path: str, *, is_folder: bool) -> None:
        inside = path.removeprefix(self._root + os.sep).replace(os.sep, "/")
        folder, name = split(inside)
        if folder and inside.partition("/")[0] not in layout.RECORD_FOLDERS:
            self._on_hint(None)  # a record folder that is a link, or a journal that the system knows by another name
        elif is_folder:
            # What lies in it may come and go with it, unheard: only a look at everything is sure.
            if inside.partition("/")[0] in layout.RECORD_FOLDERS and not layout.is_hidden(name):
                self._on_hint(None)
        elif layout.kind_of(inside) is not None or layout.is_conflicted_copy(name):
            self._on_hint(folder)

    def _watch_top(self, top: str, identity: Identity) -> None:
        folder = os.path.realpath(os.path.join(self._root, top))
        if not is_within(folder, self._root):
            return
        try:
            watch = self._observer.schedule(self, folder, recursive=True, event_filter=_TELLING)
        except (FileNotFoundError, PermissionError):  # gone again; or a look tells that it cannot be read
            return
        self._tops[top] = (identity, watch)


def _observer(on_lost: Callable[[], None]) -> BaseObserver:
    """What listens to this system."""
    if sys.platform == "linux":
        from textual_tracker.store.watching.inotify import InotifyObserver  # noqa: PLC0415 - exists on Linux only

        return InotifyObserver(on_lost)
    else:  # noqa: RET505 - for mypy, which knows this system only
        from watchdog.observers import Observer  # noqa: PLC0415 - looks for what the system has

        return Observer()
