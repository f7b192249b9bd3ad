"""A word to the person at a terminal while something takes long."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module

from textual_tracker.cli.output import Output

SECONDS = 0.5
"""After how long it is said what takes so long."""


@contextmanager
def patience(output: Output, text: str, seconds: float | None = None) -> Iterator[None]:
    """While the work takes longer than `seconds` (else `SECONDS`), `text` stands on stderr, if that is a terminal.

    Then it is gone again.
    """
    if not output.stderr.isatty():
        yield
        return
    threading = import_module("threading")
    said = threading.Event()

    def say() -> None:
        said.set()
        output.stderr.write(text)
        output.stderr.flush()

    timer = threading.Timer(SECONDS if seconds is None else seconds, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if said.is_set():
            output.stderr.write(f"\r{' ' * len(text)}\r")
            output.stderr.flush()


WRITTEN = "it is written; waiting for git, whose hooks take their time …"
GIT_SECONDS = 2.0


def patience_with_git(output: Output) -> AbstractContextManager[None]:
    """The same while git and a person's own hooks are at work, with what was written on the disk already."""
    return patience(output, WRITTEN, GIT_SECONDS)
