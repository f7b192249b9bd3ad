"""Faults: what is wrong with one file, by its place in the text, before it is told to a person as a problem."""

from typing import Final

from msgspec import Struct

MAX_FAULTS: Final = 100
"""What is told about one file; whoever broke more lines than that broke one thing."""


class Fault(Struct, frozen=True, gc=False):
    """One fault at the code points `start` to `end` of a file's text, which stands without its BOM.

    `code` is one of `textual_tracker.reading.codes`, which knows its severity. `field` is the dotted path within
    the record, or "". `end` may equal `start`: then the place itself is meant, between two code points.
    """

    start: int
    end: int
    code: str
    message: str
    hint: str = ""
    field: str = ""


class RefusedError(Exception):
    """The text holds no data that could be read; `faults` say why. It never leaves this floor."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults
