"""watchdog's observer for Linux, made to say what it keeps to itself: watches that were refused, events that got lost.

watchdog passes over a folder below the first that cannot be watched, and after an overflow of the system's queue it
begins anew without telling; a journal must know of both.
"""

import errno
import os
from collections.abc import Callable

from watchdog.observers.api import BaseObserver
from watchdog.observers.inotify import InotifyEmitter
from watchdog.observers.inotify_c import CallbackId, InotifyEvent, InotifyFD, Mask, WatchCallback, WatchDescriptor

from textual_tracker.store.watching.limits import limit_of


class InotifyObserver(BaseObserver):
    """An observer that notes the limit it met, and calls `on_lost` when the system dropped events.

    Raises:
        OSError: the system gives no further inotify instance.
    """

    def __init__(self, on_lost: Callable[[], None]) -> None:
        self._queue = _Queue(on_lost)
        super().__init__(InotifyEmitter, inotify_fd=self._queue)
        self._queue.start()

    @property
    def limit(self) -> str:
        """The setting whose limit kept a folder from being watched; "": none did."""
        return self._queue.limit

    def on_thread_stop(self) -> None:
        """End the threads that this observer began."""
        super().on_thread_stop()
        self._queue.stop()
        self._queue.join()


class _Queue(InotifyFD):
    """The system's queue of events."""

    def __init__(self, on_lost: Callable[[], None]) -> None:
        super().__init__()
        self.limit = ""
        self._on_lost = on_lost

    def add_callback(self, path: bytes, mask: Mask, callback: WatchCallback, id_: CallbackId) -> WatchDescriptor:
        """Watch a folder, and note a limit that forbids it."""
        if not os.access(path, os.R_OK):  # watchdog would hold such a folder for watched
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        try:
            return super().add_callback(path, mask, callback, id_)
        except OSError as error:
            self.limit = self.limit or limit_of(error)
            raise

    def handle_event(self, event: InotifyEvent) -> None:
        """Pass an event on, and tell of those that were lost before it."""
        super().handle_event(event)
        if event.is_queue_overflow:
            self._on_lost()
