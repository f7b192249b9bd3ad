r"""Text as a terminal shows it: measured in cells, cut and padded, and never obeyed.

Names and notes come from strangers. A control character, a terminal escape or an invisible mark that reorders the
line is shown as text (`\x1b`, `\u202e`); what terminals disagree about (joiners, variation selectors) is left out, so
that columns stay aligned everywhere.
"""

import unicodedata
from functools import lru_cache
from typing import Literal

from rich.cells import cell_len, get_character_cell_size

Align = Literal["left", "right"]
End = Literal["head", "tail"]
ELLIPSIS = "…"
LONGEST = 4096
"""No line of a screen shows more characters than this; the rest of a longer text is not looked at."""

_LEFT_OUT = frozenset("\u200c\u200d\ufe0e\ufe0f")
_SPACES = frozenset("\t\n\r\v\f\x85\u2028\u2029")
_OBEYED = frozenset({"Cc", "Cf", "Cs"})
"""Unicode categories that a terminal acts on, or that a person cannot see."""
LATIN, BMP = 0xFF, 0xFFFF
_MOST_MARKS = 3
"""More combining marks than this on one character are not drawn: they would spill over the lines around it."""


def plain(text: str) -> str:
    """`text` on one line, every character of it harmless: controls escaped, line breaks and tabs as a space."""
    if text.isascii() and text.isprintable():
        return text[:LONGEST]
    return _plain(text[:LONGEST])


def width(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    return cell_len(text)


def fit(text: str, room: int, align: Align = "left", keep: End = "head") -> str:
    """`text` in exactly `room` cells: padded, or cut with an ellipsis."""
    if len(text) <= room and text.isascii():
        return text.rjust(room) if align == "right" else text.ljust(room)
    return _fit(text, room, align, keep)


def cut(text: str, room: int, keep: End = "head") -> str:
    """`text` in at most `room` cells, with an ellipsis where something was cut off: at its end, or its beginning."""
    if cell_len(text) <= room:
        return text
    if room <= 0:
        return ""
    if keep == "tail":
        backwards, _ = split_at(text[::-1], room - 1)
        return ELLIPSIS + backwards[::-1].lstrip()
    head, _ = split_at(text, room - 1)
    return head.rstrip() + ELLIPSIS


def split_at(text: str, room: int) -> tuple[str, str]:
    """The longest head of `text` that takes at most `room` cells, and the rest of it."""
    if text.isascii():
        return text[:room], text[room:]
    used = 0
    for index, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > room:
            return text[:index], text[index:]
    return text, ""


@lru_cache(4096)
def _fit(text: str, room: int, align: Align, keep: End) -> str:
    text = cut(text, room, keep)
    padding = " " * (room - cell_len(text))
    return padding + text if align == "right" else text + padding


@lru_cache(4096)
def _plain(text: str) -> str:
    shown: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            shown.append(_harmless(character))
    return "".join(shown)


def _harmless(character: str) -> str:
    if character in _SPACES:
        return " "
    if character in _LEFT_OUT:
        return ""
    code = ord(character)
    if unicodedata.category(character) not in _OBEYED:
        return character
    return f"\\x{code:02x}" if code <= LATIN else f"\\u{code:04x}" if code <= BMP else f"\\U{code:08x}"
