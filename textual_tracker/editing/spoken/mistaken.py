"""The sentence for words that say no day: what they most likely meant, or how days are written."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from textual_tracker.editing.repeated import either, repeated
from textual_tracker.editing.spoken.names import MONTH_NAMES, WEEKDAY_NAMES
from textual_tracker.errors import UsageError
from textual_tracker.reading.nearest import nearest

CLOSE: Final = 0.7
LONGEST: Final = 4
"""As many words at the beginning of a line may be a day with a slip in it."""
SHOWN: Final = 2
"""As many days are offered."""
PLANS: Final = "fri, +3, mon 2pm, 6 mar or 2026-03-06"
FACTS: Final = "yesterday, fri, -2, 6 mar or 2026-03-06"
_KNOWN: Final = ("today", "tomorrow", "yesterday", "noon", *map(str.lower, (*WEEKDAY_NAMES, *MONTH_NAMES)))


def no_moment(text: str, can_be_said: Callable[[str], bool], *, plan: bool) -> UsageError:
    """That `text` is no day; `can_be_said` tells of another one whether it is."""
    if not text.strip():
        return UsageError(f"a day is missing; write it like {PLANS if plan else FACTS}")
    return UsageError(f"{repeated(text)} is no day; {_instead(_said(text.split(), can_be_said), plan=plan)}")


def ends_with_none(words: Sequence[str], can_be_said: Callable[[str], bool], *, plan: bool) -> UsageError:
    """That the words that name a record do not end with a day."""
    if not words:
        return UsageError("who, and when?")
    if can_be_said(" ".join(words)):
        return UsageError(f"who? {repeated(' '.join(words))} says only when")
    for first in range(1, len(words)):
        meant = _said(list(words[first:]), can_be_said)
        if meant:
            return UsageError(f"{repeated(' '.join(words[first:]))} is no day; {_instead(meant, plan=plan)}")
    return UsageError(f"when? {repeated(' '.join(words))} does not end with a day; {_instead((), plan=plan)}")


def begins_with_none(words: Sequence[str], can_be_said: Callable[[str], bool], *, plan: bool) -> UsageError:
    """That the words do not begin with a day."""
    for last in range(min(len(words), LONGEST), 0, -1):
        meant = _said(list(words[:last]), can_be_said)
        if meant:
            return UsageError(f"{repeated(' '.join(words[:last]))} is no day; {_instead(meant, plan=plan)}")
    return no_moment(" ".join(words), can_be_said, plan=plan)


def _said(words: list[str], can_be_said: Callable[[str], bool]) -> list[str]:
    """What the words may have meant, of that which can be said."""
    return [meant for meant in dict.fromkeys(_meant(words)) if can_be_said(meant)][:SHOWN]


def _instead(meant: Sequence[str], *, plan: bool) -> str:
    if not meant:
        return f"write it like {PLANS if plan else FACTS}"
    return f"did you mean {either(repeated(one) for one in meant)}?"


def _meant(words: list[str]) -> Iterator[str]:
    """What the words may have meant: a day of the month, an hour that lacks its `at`, one word that is misspelled."""
    if len(words) > 1 and words[-1].isdecimal():
        yield " ".join((*words[:-1], _ordinal(words[-1])))
        yield " ".join((*words[:-1], "at", words[-1]))
    for index, word in enumerate(words):
        near = nearest(word, _KNOWN, CLOSE)
        if near is not None and near != word.lower():
            yield " ".join((*words[:index], near, *words[index + 1 :]))


def _ordinal(number: str) -> str:
    """`1st`, `12th`, `23rd`."""
    is_teen = number[-2:-1] == "1"
    return number + ("th" if is_teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))
