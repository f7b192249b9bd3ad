"""The line of a file that a problem stands on, as it can be shown: short, without control characters."""

import re
import unicodedata
from typing import Final

from msgspec import Struct

LONGEST: Final = 200
"""Code points of a line that are shown; a longer line is cut around the column."""
BEFORE: Final = 80
"""Code points shown before the column, in a line that is cut."""
CUT: Final = "…"

# What a terminal might obey, or what might reorder or hide the text around it.
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"})
_SIMPLE = re.compile(r"[ -~]*")


class Excerpt(Struct, frozen=True):
    """A line as shown; the caret goes under `column`, from 1, and marks `width` code points of it."""

    text: str
    column: int
    width: int


def excerpt(line: str, column: int, width: int) -> Excerpt:
    """The line around `column` (from 1, in code points), of which `width` code points are meant."""
    start = column - 1
    first, last = 0, len(line)
    if last > LONGEST:
        first = max(0, min(start - BEFORE, last - LONGEST))
        last = first + LONGEST
    before = (CUT if first else "") + visible(line[first:start])
    marked = visible(line[start : min(start + width, last)])
    after = visible(line[min(start + width, last) : last]) + (CUT if last < len(line) else "")
    return Excerpt(before + marked + after, len(before) + 1, max(1, len(marked)))


def visible(text: str) -> str:
    r"""`text` with what a terminal might obey written out (`\x1b`); a tab becomes one space."""
    if _SIMPLE.fullmatch(text):
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    if unicodedata.category(character) not in _INVISIBLE:
        return character
    return character.encode("unicode_escape").decode()
