"""Which action has which key, where a person gave the same key to two of them.

An action that the person gave no key has those that it always had; that of two actions which the person gave the same
key has it which stands first in the file. An action that is left without any key that it was given has its own again.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

ALWAYS: Final = MappingProxyType({"detail": "enter", "back": "escape"})
"""The keys that their actions have whatever the person gave them: a line that is typed could not be left without."""

Keys: TypeAlias = Mapping[str, tuple[str, ...]]
"""The keys of each action, by its id."""


class Wish(NamedTuple):
    """A person gave an action a key, at the code points `start` to `end` of the file."""

    action: str
    key: str
    start: int
    end: int


def settle(wishes: Sequence[Wish], defaults: Keys) -> tuple[Keys, list[Wish]]:
    """The keys of every action, no key twice; and the wishes, in the order of the file, that are not met."""
    met = list(wishes)
    unmet: set[Wish] = set()
    while True:
        keys = _keys(met, defaults)
        lost = _lost(met, keys)
        if not lost:
            return keys, [wish for wish in wishes if wish in unmet]
        unmet |= lost
        met = [wish for wish in met if wish not in lost]


def _keys(met: Sequence[Wish], defaults: Keys) -> dict[str, tuple[str, ...]]:
    keys: dict[str, tuple[str, ...]] = {}
    for action, own in defaults.items():
        given = [wish.key for wish in met if wish.action == action]
        always = [ALWAYS[action]] if action in ALWAYS else []
        keys[action] = tuple(dict.fromkeys([*given, *always])) if given else own
    return keys


def _lost(met: Sequence[Wish], keys: Keys) -> set[Wish]:
    """The wishes for a key that another action has."""
    wished = {wish.action for wish in met}
    taken = {key: action for action, key in ALWAYS.items() if action in keys}
    taken |= {key: action for action, own in keys.items() if action not in wished for key in own}
    return {wish for wish in met if taken.setdefault(wish.key, wish.action) != wish.action}
