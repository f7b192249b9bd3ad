"""What the operating system says of a journal's folders, boiled down to hints: look at this folder, or at all.

Only the record folders are watched, and the journal's own folder without what lies below it: never `.git`, where
three commands make hundreds of events. What a hint says is not believed, only followed.
"""
# ruff: noqa: PTH116, PTH118 - os.path: events come as plain text

import contextlib
import logging
import os
from collections.abc import Callable
from typing import Final, TypeAlias

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from textual_tracker.store import layout
from textual_tracker.store.links import is_within
from textual_tracker.store.scan import split

Hint: TypeAlias = str | None
"""The folder to look at, relative to the journal; None: all of them."""

# Opened and closed without writing are left out: our own reading would wake us.
_TELLING: Final[list[type[FileSystemEvent]]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
]
_Identity: TypeAlias = tuple[int, int]


class Hints(FileSystemEventHandler):
    """Calls `on_hint`, in a thread of watchdog's, for whatever may have changed a record of the journal at `root`."""

    def __init__(self, root: str, on_hint: Callable[[Hint], None]) -> None:
        self._root = root
        self._on_hint = on_hint
        self._observer = Observer()
        self._tops: dict[str, tuple[_Identity, ObservedWatch]] = {}

    def start(self) -> None:
        """Begin.

        Raises:
            OSError: the system has no watch left to give, or none for this folder.
        """
        # Without a handler, what watchdog logs would be printed across the screen.
        logging.getLogger("watchdog").addHandler(logging.NullHandler())
        self._observer.schedule(self, self._root, event_filter=_TELLING)
        self.watch_tops()
        self._observer.start()

    def watch_tops(self) -> None:
        """Watch the record folders that are there now; one that was taken away and put back is another folder.

        Raises:
            OSError: the system has no watch left to give.
        """
        for top in layout.RECORD_FOLDERS:
            identity = _identity(os.path.join(self._root, top))
            known = self._tops.get(top)
            if known is not None and known[0] != identity:
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
        for path in (event.src_path, event.dest_path):
            if path:
                self._tell(os.fsdecode(path), is_folder=event.is_directory)

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

    def _watch_top(self, top: str, identity: _Identity) -> None:
        folder = os.path.realpath(os.path.join(self._root, top))
        if not is_within(folder, self._root):
            return
        try:
            watch = self._observer.schedule(self, folder, recursive=True, event_filter=_TELLING)
        except FileNotFoundError:  # gone again
            return
        self._tops[top] = (identity, watch)


def _identity(folder: str) -> _Identity | None:
    """Which folder it is, by device and inode, whatever its name; None: there is none."""
    try:
        found = os.stat(folder)
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
