"""The sentence for words that say no day: what they most likely meant, or how days are written."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from textual_tracker.editing.repeated import repeated
from textual_tracker.editing.spoken.names import MONTH_NAMES, WEEKDAY_NAMES
from textual_tracker.errors import UsageError
from textual_tracker.reading.nearest import nearest

CLOSE: Final = 0.7
PLANS: Final = "fri, +3, mon 2pm, 6 mar or 2026-03-06"
FACTS: Final = "yesterday, fri, -2, 6 mar or 2026-03-06"
_KNOWN: Final = ("today", "tomorrow", "yesterday", "noon", *map(str.lower, (*WEEKDAY_NAMES, *MONTH_NAMES)))


def no_moment(text: str, can_be_said: Callable[[str], bool], *, plan: bool) -> UsageError:
    """That `text` is no day; `can_be_said` tells of another one whether it is."""
    if not text.strip():
        return UsageError(f"a day is missing; write it like {PLANS if plan else FACTS}")
    meant = next(filter(can_be_said, _meant(text.split())), None)
    return UsageError(f"{repeated(text)} is no day; {_instead(meant, plan=plan)}")


def ends_with_none(words: Sequence[str], can_be_said: Callable[[str], bool], *, plan: bool) -> UsageError:
    """That the words that name a record do not end with a day."""
    if not words:
        return UsageError("who, and when?")
    if can_be_said(" ".join(words)):
        return UsageError(f"who? {repeated(' '.join(words))} says only when")
    for first in range(1, len(words)):
        meant = next(filter(can_be_said, _meant(list(words[first:]))), None)
        if meant is not None:
            return UsageError(f"{repeated(' '.join(words[first:]))} is no day; {_instead(meant, plan=plan)}")
    return UsageError(f"when? {repeated(' '.join(words))} does not end with a day; {_instead(None, plan=plan)}")


def _instead(meant: str | None, *, plan: bool) -> str:
    return f'did you mean "{meant}"?' if meant else f"write it like {PLANS if plan else FACTS}"


def _meant(words: list[str]) -> Iterator[str]:
    """What the words may have meant: an hour that lacks its `at`, one word that is misspelled."""
    if len(words) > 1 and words[-1].isdecimal():
        yield " ".join((*words[:-1], "at", words[-1]))
    for index, word in enumerate(words):
        near = nearest(word, _KNOWN, CLOSE)
        if near is not None and near != word.lower():
            yield " ".join((*words[:index], near, *words[index + 1 :]))
