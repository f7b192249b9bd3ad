"""A word of a closed list, from as little of it as tells which."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from textual_tracker.editing.repeated import either, repeated
from textual_tracker.errors import UsageError
from textual_tracker.reading.nearest import nearest, spelled

SHORTEST_PART: Final = 3
"""Letters that may be looked for in the middle of a word."""

SPELLINGS: Final[Mapping[str, str]] = MappingProxyType({"canceled": "cancelled"})
"""Words of the lists that Americans spell another way."""


def a_choice(word: str, choices: Sequence[str], noun: str = "a choice here") -> str:
    """The one of `choices` that `word` is: the whole, with dashes or blanks for underscores; its beginning; a part.

    A part at the beginning of a word within is tried before one in its middle (`rate` is chose_other_lender_rate).

    Raises:
        UsageError: none fits, or several do, which are listed; `noun` says what was wanted.
    """
    typed = spelled(word)
    typed = SPELLINGS.get(typed, typed)
    for fits in _WAYS if typed.strip("_") else ():
        fitting = [choice for choice in choices if fits(typed, spelled(choice))]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise UsageError(f"{repeated(word)} may be {either(fitting)}; write more of it")
    raise UsageError(f"{repeated(word)} is not {noun}; {_instead(word, choices)}")


def _instead(word: str, choices: Sequence[str]) -> str:
    near = nearest(word, choices)
    if near is not None:
        return f"did you mean {near}?"
    return f"write {either(choices)}" if choices else "there is none"


def _joined(word: str) -> str:
    return word.replace("_", "")


_WAYS: Final[tuple[Callable[[str, str], bool], ...]] = (
    lambda typed, choice: typed == choice,
    lambda typed, choice: _joined(typed) == _joined(choice),
    lambda typed, choice: choice.startswith(typed),
    lambda typed, choice: _joined(choice).startswith(_joined(typed)),
    lambda typed, choice: f"_{typed}" in choice,
    lambda typed, choice: len(typed) >= SHORTEST_PART and typed in choice,
)
