"""Names without accents and letter case, so that gomez finds Gómez."""

import unicodedata


def plain(text: str) -> str:
    """`text` without accents and letter case."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
