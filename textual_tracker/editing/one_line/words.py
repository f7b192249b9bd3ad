"""A typed line taken apart into words, as a shell would, but friendly to apostrophes."""

import re
from typing import Final

_STRAIGHT: Final = str.maketrans({"“": '"', "”": '"', "„": '"'})
_PIECE = re.compile(r'"([^"]*)"?|([^\s"]+)|(\s+)')


def split_words(line: str) -> tuple[str, ...]:
    """The words of `line`; double quotes keep blanks within one: `@"pat lee"`, `note="met at Elm Street"`.

    Quotes that are not closed reach to the end. Apostrophes are letters, as in O'Brien.
    """
    words: list[str] = []
    word: str | None = None
    for quoted, bare, blank in _PIECE.findall(line.translate(_STRAIGHT)):
        if blank:
            words += [] if word is None else [word]
            word = None
        else:
            word = (word or "") + (bare or quoted)
    return tuple(filter(None, [*words, word]))
