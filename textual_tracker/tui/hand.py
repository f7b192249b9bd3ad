"""A thread that does what it is asked, one job after the other."""

import threading
from collections.abc import Callable

Job = Callable[[], None]


class Hand:
    """A thread that does jobs by name, one after the other; a newer job of a name replaces one not yet begun."""

    def __init__(self, name: str, on_error: Callable[[Exception], None]) -> None:
        self._on_error = on_error
        self._jobs: dict[str, Job] = {}
        self._stopped = False
        self._change = threading.Condition()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)

    def ask(self, name: str, job: Job) -> None:
        """Do this job next, in place of an older one of the same name."""
        with self._change:
            self._jobs.pop(name, None)
            self._jobs[name] = job
            self._change.notify()
            if self._thread.ident is None:
                self._thread.start()

    def stop(self) -> None:
        """Begin nothing more."""
        with self._change:
            self._stopped = True
            self._jobs.clear()
            self._change.notify()

    def finish(self, seconds: float) -> None:
        """Do what was asked, and nothing more after it; wait so long for that."""
        with self._change:
            self._stopped = True
            self._change.notify()
        if self._thread.ident is not None:
            self._thread.join(seconds)

    def _work(self) -> None:
        while job := self._next():
            try:
                job()
            except Exception as error:  # noqa: BLE001 - whatever it is, it belongs on the screen and not in a thread
                self._on_error(error)

    def _next(self) -> Job | None:
        with self._change:
            self._change.wait_for(lambda: self._jobs or self._stopped)
            return self._jobs.pop(next(iter(self._jobs))) if self._jobs else None
