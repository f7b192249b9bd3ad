"""Words that are a name and something else: `dana ortiz text reached` is a contact with Dana Ortiz."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from textual_tracker.analytics.naming import PARTNER_SIGN
from textual_tracker.core.letters import plain
from textual_tracker.errors import UsageError

T = TypeVar("T")


class Split(Struct, Generic[T], frozen=True):
    """One way to take the words apart. `begun`: a word of `rest` is only the beginning of what it is taken for."""

    name: str
    rest: T
    begun: bool = False


def splits(words: Sequence[str], read: Callable[[Sequence[str]], tuple[T, bool]]) -> list[Split[T]]:
    """Every way in which the first words are a name and `read` understands all others; the shortest name first.

    `read` raises UsageError for what it does not understand; else it gives what that is, and whether it was only begun.
    """
    found = []
    for at in range(1, len(words)):
        try:
            rest, begun = read(words[at:])
        except UsageError:
            continue
        found.append(Split(" ".join(words[:at]), rest, begun))
    return found


def choose(ways: Sequence[Split[T]], names: "Names") -> Split[T]:
    """The way that is meant: the shortest name that is anybody's.

    A word that is only the beginning of a channel, and stands in full in the longer name, is the name's:
    `nguyen mai reached` is nobody's mail.
    """
    if len(ways) == 1:
        return ways[0]
    for place, way in enumerate(ways):
        longer = ways[place + 1] if place + 1 < len(ways) else None
        if way.begun and longer is not None and names.in_full(longer.name):
            continue
        if names.anyone(way.name):
            return way
    return ways[0]


class Names:
    """Ids and names, to see whom words could name; accents, letter case and an `@` before them do not matter.

    They are given as one text (`textual_tracker.core.letters.listed`).
    """

    def __init__(self, known: str) -> None:
        self._known = known

    def anyone(self, typed: str) -> bool:
        """Whether it is a part of anybody's id or name."""
        return _bare(typed) in self._known

    def in_full(self, typed: str) -> bool:
        """Whether it is whole words of anybody's name."""
        return f" {_bare(typed)} " in self._known


def _bare(name: str) -> str:
    return plain(name.removeprefix(PARTNER_SIGN)).strip()


def pieces(words: Sequence[str], names: Names) -> Iterator[tuple[str, str, str]]:
    """Every way in which the first words are the name of somebody, and the others two things, to see what is wrong."""
    for at in range(1, len(words)):
        name, rest = " ".join(words[:at]), words[at:]
        if names.anyone(name):
            yield from ((name, " ".join(rest[:cut]), " ".join(rest[cut:])) for cut in range(1, len(rest)))
