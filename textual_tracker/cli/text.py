"""Text of strangers made fit for a terminal: escapes shown rather than obeyed, and how wide it is in cells."""

import re

ONE_CELL = (
    ("\u0000", "\u02ff"),  # Latin, to where the combining marks begin
    ("\u0370", "\u0482"),  # Greek, Cyrillic
    ("\u048a", "\u052f"),
    ("\u1e00", "\u1eff"),  # Latin with two marks: Nguyễn
    ("\u2010", "\u2027"),  # dashes, quotes, dots
    ("\u20ac", "\u20ac"),  # the euro
    ("\u2190", "\u2193"),  # arrows
    ("\u2212", "\u2212"),  # minus
    ("\u2264", "\u2265"),  # at most, at least
    ("\u2580", "\u259f"),  # blocks, of which bars are made
    ("\u25aa", "\u25aa"),  # the sign of a day off
    ("\u2713", "\u2717"),  # what held, and the sign of a fault
)
"""Ranges of characters one cell wide: the names of most people, and the program's own words and signs."""

_ALL_ONE_CELL = re.compile(f"[{''.join(f'{first}-{last}' for first, last in ONE_CELL)}]*")
BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_BREAKS = frozenset("\u2028\u2029")
ELLIPSIS = "…"


def safe(text: str) -> str:
    r"""`text` with every control character, escape and half of a pair shown as text, such as `\x1b`.

    Characters that turn the direction of the line are shown too. Accents, emoji and their joiners stay.
    """
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character.isprintable() or character == "\u200d":
        return character
    if character in BIDI_CONTROLS or character in LINE_BREAKS or _is_control(character):
        return character.encode("unicode_escape").decode("ascii")
    return character


def _is_control(character: str) -> bool:
    """C0, DEL and C1 controls, and lone surrogates (bytes of a file name that are no UTF-8)."""
    return character < " " or "\x7f" <= character <= "\x9f" or "\ud800" <= character <= "\udfff"


def cells(text: str) -> int:
    """How many terminal cells `text` takes, a wide character two, an accent of its own none."""
    if has_cell_each(text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415  (as slow to import as a small command takes; few names need it)

    return max(wcswidth(text), 0)


def has_cell_each(text: str) -> bool:
    """Whether every character of `text` is known to take one cell, as those of most names do."""
    return text.isascii() or _ALL_ONE_CELL.fullmatch(text) is not None


def fit(text: str, width: int) -> str:
    """`text` cut to `width` cells, with an ellipsis where something is cut."""
    if cells(text) <= width:
        return text
    kept = text[: max(width - 1, 0)]
    while kept and cells(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS if width > 0 else ""


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of no more than `width` cells, broken at spaces; a longer word stands on a line of its own."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and cells(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` filled with spaces to `width` cells, on its left where it is a number (`right`)."""
    space = " " * (width - cells(text))
    return space + text if right else text + space
