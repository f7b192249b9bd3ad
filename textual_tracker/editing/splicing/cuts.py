"""Cuts: pieces of a text that are replaced, all at once."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias


class Cut(NamedTuple):
    """The text from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str


Way: TypeAlias = list[Cut]
"""One way to make an edit: cuts that do not overlap."""


def cut(text: str, cuts: Iterable[Cut]) -> str:
    """`text` with the cuts made; those at one place in the order given."""
    pieces, at = [], 0
    for piece in sorted(cuts, key=lambda one: one.start):
        pieces += [text[at : piece.start], piece.text]
        at = piece.end
    return "".join([*pieces, text[at:]])
