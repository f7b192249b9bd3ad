"""A page of Markdown on stdout: a paragraph a line in a file or a pipe, broken between words on a terminal."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from textual_tracker.cli.output import Output
from textual_tracker.cli.text import cells, safe, wrapped

NEVER_BROKEN = ("#", "|")
"""Headings and rows of tables: broken they would be something else."""

FOLLOWS = MappingProxyType({"- ": "  ", "> ": "> "})
"""How the further lines of a list's item and of a quotation begin."""


def print_markdown(output: Output, page: Iterable[str]) -> None:
    """Print the lines of a page. What a person copies from a terminal is the same Markdown.

    A program for mail or a wiki breaks lines at its own width, and some keep each break as it is, so a file has none
    within a paragraph.
    """
    for line in page:
        for part in [line] if output.width is None else _broken(safe(line), output.width):
            output.line(part)


def _broken(line: str, width: int) -> Iterator[str]:
    if line.startswith(NEVER_BROKEN) or cells(line) <= width:
        yield line
        return
    begin = line[:2] if line[:2] in FOLLOWS else ""
    for part in wrapped(line.removeprefix(begin), width - len(begin)):
        yield f"{begin}{part}"
        begin = FOLLOWS.get(begin, begin)
