"""Faults to problems: line, column and excerpt, and never a word of what the privacy checks found."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from textual_tracker.core.problems import Problem
from textual_tracker.reading.codes import CODES
from textual_tracker.reading.excerpt import excerpt, visible
from textual_tracker.reading.faults import MAX_FAULTS, Fault
from textual_tracker.reading.privacy import Secret

MASK: Final = "x"
NEAR: Final = 400
"""Code points before and after a fault's place from which its message may quote."""
SHORTEST_TELLTALE: Final = 4
"""As many characters of a secret already say too much."""


def tell(path: str, text: str, faults: Sequence[Fault], secrets: Sequence[Secret] = ()) -> tuple[Problem, ...]:
    """The problems of the file at `path`, in the order of their place; `secrets` are those of its `text`."""
    shown = masked(text, secrets)
    problems = [_problem(path, text, shown, fault, secrets) for fault in _first(faults)]
    problems.sort(key=lambda problem: problem.sort_key)
    return tuple(problems)


def masked(text: str, secrets: Sequence[Secret]) -> str:
    """`text` with every letter and digit of the secrets masked, in the same length."""
    pieces: list[str] = []
    done = 0
    for secret in secrets:
        pieces += (text[done : secret.start], _mask(text[secret.start : secret.end]))
        done = secret.end
    return "".join((*pieces, text[done:]))


def _mask(text: str) -> str:
    return "".join(MASK if character.isalnum() else character for character in text)


def _first(faults: Sequence[Fault]) -> Iterator[Fault]:
    """As many faults as are told, and that there are more."""
    yield from faults[:MAX_FAULTS]
    if len(faults) > MAX_FAULTS:
        last = faults[MAX_FAULTS]
        message = f"there are more than the {MAX_FAULTS} problems that are shown"
        yield Fault(last.start, last.end, "more", message, "mend the first of them, and look again")


def _problem(path: str, text: str, shown: str, fault: Fault, secrets: Sequence[Secret]) -> Problem:
    start = fault.start if fault.code == "tab" else min(fault.start, len(text.rstrip("\r\n \t")))
    begin = text.rfind("\n", 0, start) + 1
    end = _end_of_line(text, start)
    line = shown[begin:end].rstrip("\r")
    column = start - begin + 1
    around = excerpt(line, column, max(1, min(fault.end, begin + len(line)) - start))
    near = _texts_near(text, start - NEAR, start + NEAR, secrets)
    return Problem(
        path=path,
        line=text.count("\n", 0, start) + 1,
        column=column,
        severity=CODES[fault.code].severity,
        code=fault.code,
        message=visible(_without(fault.message, near)),
        hint=visible(_without(fault.hint, near)),
        field=visible(_without(fault.field, near)),
        excerpt=around.text,
        excerpt_column=around.column,
        width=around.width,
    )


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _texts_near(text: str, begin: int, end: int, secrets: Sequence[Secret]) -> set[str]:
    """The secrets that stand between `begin` and `end`, as typed."""
    first = bisect_left(secrets, begin, key=lambda secret: secret.end)
    last = bisect_left(secrets, end, key=lambda secret: secret.start)
    return {text[secret.start : secret.end] for secret in secrets[first:last]}


def _without(words: str, secrets: Iterable[str]) -> str:
    """`words` with each of the secrets masked in them: as typed, without what stands between digits, or cut short."""
    for secret in secrets:
        for form in (secret, re.sub(r"\W", "", secret)):
            words = words.replace(form, _mask(form))
        if "…" in words:
            for length in range(len(secret) - 1, SHORTEST_TELLTALE - 1, -1):
                words = words.replace(secret[:length] + "…", _mask(secret[:length]) + "…")
    return words
