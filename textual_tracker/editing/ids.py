"""The names of new files: a person's name in plain letters, which is a record's id for good."""

import re
from collections.abc import Callable
from itertools import count
from typing import Final

from textual_tracker.core.letters import plain

LONGEST: Final = 60
"""Characters of a name within an id."""

_SPELT: Final = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
})  # fmt: skip
"""Letters that are none with a mark, as people without them spell them."""
_MARKS: Final = re.compile("['\u2018\u2019\u02bc`.]")
_BETWEEN: Final = re.compile("[^a-z0-9]+")


def slug(name: str, otherwise: str) -> str:
    """`name` in ASCII letters, digits and dashes: `Ana Gómez-Lê` -> `ana-gomez-le`, `Megan O'Day` -> `megan-oday`.

    `otherwise` is the result for a name of which nothing is left: one in letters that have no Latin ones.
    """
    words = _BETWEEN.sub("-", _MARKS.sub("", plain(name).translate(_SPELT))).strip("-")
    if len(words) <= LONGEST:
        return words or otherwise
    whole = words[: LONGEST + 1].rpartition("-")[0]
    return whole or words[:LONGEST]


def free(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """`wanted`, or with `-2`, `-3` behind it where it is taken."""
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if not is_taken(wanted) else next(name for name in numbered if not is_taken(name))
