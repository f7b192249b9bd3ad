"""Counting: `calls+3 notes+1`, `calls=12`, `conv+2`, `calls`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from msgspec import Struct

from textual_tracker.core.vocabulary import COUNTERS
from textual_tracker.editing.one_line.choices import a_choice
from textual_tracker.editing.repeated import SHOWN, repeated
from textual_tracker.errors import UsageError

MOST: Final = 9999
"""Nobody counts more of anything in a day; a larger number is a typing error."""

_SIGN: Final = r"(\+=?|[-−]=?|=)\s*"
_COUNT = re.compile(rf"(.*?\S)\s*{_SIGN}([0-9]+)")
_NUMBERED = re.compile(r"([^\W\d]+)([0-9]{1,4})")
SIGNS: Final = frozenset({"+", "-", "−", "="})
_CHANGE = re.compile(rf"{_SIGN}([0-9]+)")


class Count(Struct, frozen=True):
    """One counter of a day: `number` is added to it, taken from it, or is what it becomes."""

    counter: str
    operation: Literal["+", "-", "="]
    number: int

    def of(self, before: int) -> int:
        """What the counter is afterwards; it never falls below nothing."""
        if self.operation == "=":
            return self.number
        return before + self.number if self.operation == "+" else max(0, before - self.number)


def parse_counts(words: Sequence[str], activities: Sequence[str] = ()) -> tuple[Count, ...]:
    """The counts in their order; a counter alone is one more. `activities` are the journal's own kinds.

    Raises:
        UsageError: a word is no counter, or the beginning of several, or a number is not one of a day.
    """
    known = (*COUNTERS, *activities)
    counts = tuple(_count(word, known) for word in _joined([word.strip(" ,") for word in words], known))
    if not counts:
        raise UsageError("nothing is counted; write what, such as calls+3 or notes+1")
    return counts


def _joined(words: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    """The words with `calls +3` made one."""
    waiting = list(filter(None, words))[::-1]
    while waiting:
        word = waiting.pop()
        if len(waiting) > 1 and waiting[-1] in SIGNS and waiting[-2].isdecimal():
            word += waiting.pop() + waiting.pop()
        elif waiting and _CHANGE.fullmatch(waiting[-1]) and not _COUNT.fullmatch(word):
            word += waiting.pop()
        elif waiting and waiting[-1].isdecimal() and not _COUNT.fullmatch(word):
            counter, number = _counter(word, known), waiting[-1]
            raise UsageError(f"is {counter} {number} more, or all? write {counter}+{number} or {counter}={number}")
        yield word


def _count(word: str, known: Sequence[str]) -> Count:
    found = None if word in known else _COUNT.fullmatch(word)
    if found is None:
        return Count(_counter(word, known), "+", 1)
    digits = found[3].lstrip("0") or "0"
    if len(digits) > len(str(MOST)):
        shown = digits if len(digits) <= SHOWN else f"a number of {len(digits)} digits"
        raise UsageError(f"{shown} is more than anybody counts in a day")
    number = int(digits)
    operation: Literal["+", "-", "="] = "=" if found[2] == "=" else "+" if found[2].startswith("+") else "-"
    return Count(_counter(found[1], known), operation, number)


def _counter(word: str, known: Sequence[str]) -> str:
    number = _NUMBERED.fullmatch(word)
    if number is not None:
        counter = _counter(number[1], known)
        raise UsageError(f"is that {number[2]} more, or all? write {counter}+{number[2]} or {counter}={number[2]}")
    if word.isdecimal() and len(word) <= len(str(MOST)):
        raise UsageError(f"{repeated(word)} counts nothing; a number stands behind what is counted: calls+{word}")
    if not word[:1].isalpha():
        raise UsageError(f"{repeated(word)} counts nothing; write what, such as calls+3 or notes+1")
    return a_choice(word, known, "something that you count")
