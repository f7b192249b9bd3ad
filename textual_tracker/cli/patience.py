"""A word to the person at a terminal while something takes long."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from textual_tracker.cli.output import Output

SECONDS = 0.5
"""After how long it is said what takes so long."""


@contextmanager
def patience(output: Output, text: str) -> Iterator[None]:
    """While the work takes long, `text` stands on stderr, if that is a terminal; then it is gone again."""
    if not output.stderr.isatty():
        yield
        return
    threading = import_module("threading")
    said = threading.Event()

    def say() -> None:
        said.set()
        output.stderr.write(text)
        output.stderr.flush()

    timer = threading.Timer(SECONDS, say)
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
