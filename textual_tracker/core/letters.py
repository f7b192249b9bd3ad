"""Names without accents and letter case, so that gomez finds Gómez."""

import unicodedata
from collections.abc import Iterable


def plain(text: str) -> str:
    """`text` without accents and letter case."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def listed(known: Iterable[tuple[str, str]]) -> str:
    """Ids and names as one plain text to look for a part in: a line each, a blank on both sides of the name."""
    return "".join(f"\t{plain(key)}\t {plain(name)} \n" for key, name in known)
