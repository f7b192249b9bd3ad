"""Where results go: data on stdout, talk on stderr; colour and fitting only for a terminal."""

import io
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from textual_tracker.cli.streams import abandon
from textual_tracker.cli.table import GAP, Column, Table
from textual_tracker.cli.text import cells, safe, wrapped

STYLES = {
    "stalled": "1;38;5;166",  # orange, readable on black and on white
    "at_risk": "38;5;33",  # blue, likewise
    "error": "1;38;5;166",
    "warning": "38;5;33",
    "strong": "1",
    "quiet": "2",
}
RESET = "\x1b[0m"
FALLBACK_WIDTH = 80


class Output:
    """The two streams of one run. `width`: the terminal's cells, `None` where stdout is no terminal."""

    def __init__(self, environ: Mapping[str, str], color: str | None = None) -> None:
        self.stdout = sys.stdout if sys.stdout is not None else _nowhere()
        self.stderr = sys.stderr if sys.stderr is not None else _nowhere()
        for stream in (self.stdout, self.stderr):
            _never_refuse(stream)
        self.width = _width(self.stdout, environ) if self.stdout.isatty() else None
        self.coloured = _coloured(self.stdout, environ, color)

    def line(self, text: str = "", style: str = "") -> None:
        """Print one line; whatever is in `text` is shown as text."""
        self.stretches([(text, style)])

    def paragraph(self, text: str, style: str = "", indent: str = "") -> None:
        """Print a sentence or two: one line on a pipe, broken between words where it is wider than a terminal."""
        shown = safe(text)
        if self.width is None or self.has_room_for(indent + shown):
            self.line(f"{indent}{shown}", style)
            return
        for line in wrapped(shown, self.width - len(indent)):
            self.line(f"{indent}{line}", style)

    def has_room_for(self, text: str) -> bool:
        """Whether the text fits on one line; on a pipe any does."""
        return self.width is None or cells(safe(text)) <= self.width

    def stretches(self, stretches: Iterable[tuple[str, str]]) -> None:
        """Print one line made of (text, style)."""
        shown = "".join(self._painted(safe(text), style) for text, style in stretches)
        self.stdout.write(shown.rstrip() + "\n")

    def table(self, columns: Sequence[Column], styles: Sequence[str] = (), indent: str = "") -> None:
        """Print the columns; `styles` has one style a row, for those of its cells that carry it."""
        table = Table(columns, None if self.width is None else self.width - len(indent))
        head = table.head()
        if head:
            self.stdout.write(f"{indent}{self._painted(GAP.join(head), 'quiet').rstrip()}\n")
        if self.coloured and styles:
            lines = [self._painted_row(row, table, style) for row, style in zip(table.rows(), styles, strict=True)]
        else:
            lines = [GAP.join(row) for row in table.rows()]
        self.stdout.write("".join([f"{indent}{line}".rstrip() + "\n" for line in lines]))

    def _painted_row(self, row: tuple[str, ...], table: Table, style: str) -> str:
        painted = zip(row, table.painted, strict=True)
        return GAP.join([self._painted(cell, style) if carries else cell for cell, carries in painted])

    def json(self, value: object) -> None:
        """Print one JSON value, on one line."""
        from textual_tracker.cli.encoded import encoded  # noqa: PLC0415 - text and pages do without

        self.data(encoded(value))

    def data(self, encoded: bytes) -> None:
        """Write bytes as they are: JSON is UTF-8 whatever the terminal's encoding."""
        self.stdout.flush()
        buffer = getattr(self.stdout, "buffer", None)
        if buffer is None:
            self.stdout.write(encoded.decode())
        else:
            buffer.write(encoded)
            buffer.flush()

    def say(self, text: str) -> None:
        """Tell the person something that is not data; on stderr, a line for each of the text's lines."""
        self.stdout.flush()
        try:
            for line in text.split("\n"):
                self.stderr.write(safe(line) + "\n")
            self.stderr.flush()
        except OSError:  # where it cannot be said there is no other place to say so
            abandon("stderr")

    def _painted(self, text: str, style: str) -> str:
        if not self.coloured or not style or not text.strip():
            return text
        bare = text.rstrip()
        return f"\x1b[{STYLES[style]}m{bare}{RESET}{text[len(bare) :]}"


def is_terminal(environ: Mapping[str, str]) -> bool:
    """Whether a person sits at both ends, on a terminal that can do more than print lines."""
    streams = (sys.stdin, sys.stdout)
    return environ.get("TERM") != "dumb" and all(stream is not None and stream.isatty() for stream in streams)


def _nowhere() -> TextIO:
    """A stream for a caller that closed the real one."""
    return io.StringIO()


def _never_refuse(stream: TextIO) -> None:
    """A character that the terminal's encoding lacks becomes a question mark, never an error."""
    if isinstance(stream, io.TextIOWrapper) and stream.errors in {"strict", "surrogateescape"}:
        stream.reconfigure(errors="replace")


def _width(stream: TextIO, environ: Mapping[str, str]) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or FALLBACK_WIDTH
    except OSError:
        return FALLBACK_WIDTH


def _coloured(stream: TextIO, environ: Mapping[str, str], color: str | None) -> bool:
    if color in {"always", "never"}:
        return color == "always"
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
