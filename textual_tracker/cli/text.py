"""Text of strangers made fit for a terminal: escapes shown rather than obeyed, and how wide it is in cells."""

PLAIN_WIDTH_BELOW = "\u0300"
"""Beneath it every printable character is one cell wide; the combining marks begin here."""
DASHES_AND_DOTS = ("\u2010", "\u2027")
"""Typographic dashes, quotes and dots, one cell wide as well: the program's own words have them."""
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
    if text.isascii() or all(_one_cell(character) for character in text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415  (as slow to import as a small command takes; few names need it)

    return max(wcswidth(text), 0)


def _one_cell(character: str) -> bool:
    return character < PLAIN_WIDTH_BELOW or DASHES_AND_DOTS[0] <= character <= DASHES_AND_DOTS[1]


def fit(text: str, width: int) -> str:
    """`text` cut to `width` cells, with an ellipsis where something is cut."""
    if cells(text) <= width:
        return text
    kept = text[: max(width - 1, 0)]
    while kept and cells(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS if width > 0 else ""


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` filled with spaces to `width` cells, on its left where it is a number (`right`)."""
    space = " " * (width - cells(text))
    return space + text if right else text + space
