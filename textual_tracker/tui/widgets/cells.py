r"""Text as a terminal shows it: measured in cells, cut and padded, and never obeyed.

Names and notes come from strangers. A control character, a terminal escape or an invisible mark that reorders the
line is shown as text (`\x1b`, `\u202e`). What terminals disagree about is not drawn as it is, so that columns stay
aligned everywhere: joiners, variation selectors and skin tones are left out, a flag becomes its two letters, and a
character that is wide here and narrow there is shown as text too.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from rich.cells import get_character_cell_size

Align = Literal["left", "right"]
End = Literal["head", "tail"]
ELLIPSIS = "…"
LONGEST = 4096
"""No line of a screen shows more characters than this; the rest of a longer text is not looked at."""

_SIMPLE = "\u0300"
"""Below this every character takes one cell; from here on there are marks that take none, and wide characters."""
_SPACES = frozenset("\t\n\r\v\f\x85\u2028\u2029")
_OBEYED = frozenset({"Cc", "Cf", "Cs", "Cn"})
"""Unicode categories that a terminal acts on, that a person cannot see, or that nobody knows the width of."""
_MARKS = frozenset({"Mn", "Me"})
_SPACING_MARK = "Mc"
LATIN, BMP = 0xFF, 0xFFFF
_MOST_MARKS = 3
"""More combining marks than this on one character are not drawn: they would spill over the lines around it."""
_LEAST_NAME = 4
"""Fewer cells of a name tell nobody who it is."""
_FLAG_A = 0x1F1E6
"""The first of the 26 letters of which two make a flag."""


def _ranges(*ends: tuple[int, int]) -> frozenset[str]:
    return frozenset(chr(code) for first, last in ends for code in range(first, last + 1))


_LEFT_OUT = _ranges(
    (0x034F, 0x034F),  # joins marks
    (0x180B, 0x180F),  # variation selectors of Mongolian
    (0x200C, 0x200D),  # joiners
    (0xFE00, 0xFE0F),  # variation selectors
    (0x1F3FB, 0x1F3FF),  # skin tones
    (0xE0100, 0xE01EF),  # more variation selectors
)
_FLAG_LETTERS = _ranges((_FLAG_A, _FLAG_A + 25))
_DISPUTED = _ranges(
    (0x115F, 0x1160),  # letters that are blank
    (0x2630, 0x2637),  # signs of the Yijing, wide since Unicode 16
    (0x268A, 0x268F),
    (0x302E, 0x302F),  # tone marks, on a letter or beside it
    (0x3164, 0x3164),
    (0x3248, 0x324F),  # numbers in circles
    (0xFFA0, 0xFFA0),
    (0x16FF0, 0x16FF1),
    (0x1D300, 0x1D376),
)


def plain(text: str) -> str:
    """`text` on one line, every character of it harmless: controls escaped, line breaks and tabs as a space."""
    if text.isascii() and text.isprintable():
        return text[:LONGEST]
    return _plain(text[:LONGEST])


def width(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    if text.isascii() or max(text) < _SIMPLE:
        return len(text)
    return _width(text)


def fit(text: str, room: int, align: Align = "left", keep: End = "head") -> str:
    """`text` in exactly `room` cells: padded, or cut with an ellipsis."""
    if len(text) <= room and text.isascii():
        return text.rjust(room) if align == "right" else text.ljust(room)
    return _fit(text, room, align, keep)


def cut(text: str, room: int, keep: End = "head") -> str:
    """`text` in at most `room` cells, with an ellipsis where something was cut off: at its end, or its beginning."""
    if width(text) <= room:
        return text
    if room <= 0:
        return ""
    if keep == "tail":
        backwards, _ = split_at(text[::-1], room - 1)
        return ELLIPSIS + _without_stray_marks(backwards[::-1].lstrip())
    head, _ = split_at(text, room - 1)
    return head.rstrip() + ELLIPSIS


def cut_name(title: str, room: int) -> str:
    """`title`, a name and what is asked of it behind `: ` or `, `, in at most `room` cells: the name is what is cut.

    Where nothing that could be read would be left of the name, it goes.
    """
    if width(title) <= room:
        return title
    end = min((place for place in map(title.find, (": ", ", ")) if place > 0), default=len(title))
    asked = title[end:]
    if room - width(asked) >= _LEAST_NAME:
        return cut(title[:end], room - width(asked)) + asked
    return cut(asked[2:] or title, room)


def break_paths(text: str, room: int) -> str:
    """`text` with a line break behind a slash of each path that is longer than `room` cells, none within a name."""
    return re.sub(r"\S+", lambda found: _broken(found[0], room), text)


def _broken(word: str, room: int) -> str:
    if width(plain(word)) <= room:
        return word
    lines = [""]
    for part in re.findall(r"[^/]*/|[^/]+", word):
        if lines[-1] and width(plain(lines[-1] + part)) > room:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def split_at(text: str, room: int) -> tuple[str, str]:
    """The longest head of `text` that takes at most `room` cells, and the rest of it."""
    if text.isascii():
        return text[:room], text[room:]
    used = 0
    for index, character in enumerate(text):
        used += _cells(character)
        if used > room:
            return text[:index], text[index:]
    return text, ""


@lru_cache(4096)
def _cells(character: str) -> int:
    """Cells of one character. A mark that has a place of its own, such as a vowel of Hindi, takes one."""
    return 1 if unicodedata.category(character) == _SPACING_MARK else get_character_cell_size(character)


@lru_cache(4096)
def _width(text: str) -> int:
    return sum(map(_cells, text))


@lru_cache(4096)
def _fit(text: str, room: int, align: Align, keep: End) -> str:
    text = cut(text, room, keep)
    padding = " " * (room - width(text))
    return padding + text if align == "right" else text + padding


@lru_cache(4096)
def _plain(text: str) -> str:
    shown: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        if category in _MARKS:
            marks += 1
            if marks > _MOST_MARKS:
                continue
        elif character not in _LEFT_OUT:
            marks = 0
        shown.append(_harmless(character, category))
    return "".join(shown)


def _without_stray_marks(text: str) -> str:
    """`text` from its first character on that is no mark of one before it."""
    start = next((index for index, character in enumerate(text) if _cells(character)), len(text))
    return text[start:]


def _harmless(character: str, category: str) -> str:
    if character in _SPACES:
        return " "
    if character in _LEFT_OUT:
        return ""
    code = ord(character)
    if character in _FLAG_LETTERS:
        return chr(ord("A") + code - _FLAG_A)
    if category not in _OBEYED and character not in _DISPUTED:
        return character
    return f"\\x{code:02x}" if code <= LATIN else f"\\u{code:04x}" if code <= BMP else f"\\U{code:08x}"
