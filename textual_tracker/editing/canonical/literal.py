"""Texts of several lines: blocks under `|` and `>`, and texts that run on over the end of a line.

The lines of a block stay as they are but for where they begin.
"""

import re

_HEADER = re.compile(r"(?P<style>[|>])(?P<how>[0-9+-]*)(?P<comment>[ \t]+#[^\n]*)?[ \t]*")


def end_of_block(text: str, start: int, column: int) -> tuple[int, int]:
    """Where the block that begins at `start` ends, behind its last line, and in which column its lines begin.

    `column` is that of the group or list which it lies in. Empty lines at the end belong to a block only under `+`.
    """
    header = _HEADER.match(text, start)
    how = header["how"] if header is not None else ""
    digit = re.search("[1-9]", how)
    indent = column + int(digit[0]) if digit else None
    end = header.end() if header is not None else start
    at = end + 1
    while at < len(text):
        line = _line(text, at)
        blanks = len(line) - len(line.lstrip(" "))
        if blanks < len(line):
            if indent is None:
                indent = max(blanks, column + 1)
            if blanks < indent:
                break
        is_line = at + len(line) < len(text)
        if blanks < len(line) or (indent is not None and blanks > indent) or ("+" in how and is_line):
            end = at + len(line)
        at += len(line) + 1
    return end, column + 1 if indent is None else indent


def moved_block(text: str, start: int, end: int, indent: int, to: int) -> tuple[str, list[str]]:
    """The header of the block between `start` and `end`, and its lines, moved from column `indent` to column `to`.

    A block whose last line has no end, at the end of the file, gets one, and a header that says that it has none.
    """
    header, *lines = text[start:end].split("\n")
    found = _HEADER.fullmatch(header)
    style, how, comment = (found["style"], found["how"], found["comment"] or "") if found else (header, "", "")
    chomping = how.strip("0123456789")
    if lines and end == len(text):
        chomping = "-"
    digit = "2" if chomping != how and re.search("[1-9]", how) else ""
    moved = [" " * to + line[indent:] if line[indent:] else "" for line in lines]
    return f"{style}{digit}{chomping}{comment.rstrip()}", moved


def on_one_line(typed: str) -> str | None:
    """A text that runs over the end of a line, in quotes or without, on one line; `None` where that cannot be."""
    first, *rest = typed.split("\n")
    lines = [first.rstrip(" \t"), *(line.strip(" \t") for line in rest)]
    if len(lines) == 1:
        return typed
    if "" in lines or any(line.endswith("\\") for line in lines):
        return None
    return " ".join(lines)


def wrapped(typed: str, indent: int) -> list[str]:
    """The lines of a text that runs over the end of a line; all but the first begin at `indent`."""
    first, *rest = typed.split("\n")
    if not rest:
        return [first]
    *between, last = rest
    inner = [_without_blanks(line) for line in between] + [last.lstrip(" \t")]
    return [_without_blanks(first, first=True), *(" " * indent + line if line else "" for line in inner)]


def _without_blanks(line: str, *, first: bool = False) -> str:
    """A line without the blanks that mean nothing; one behind a backslash means something."""
    bare = line.rstrip(" \t")
    kept = line if bare.endswith("\\") else bare
    return kept if first else kept.lstrip(" \t")


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : len(text) if end < 0 else end]
