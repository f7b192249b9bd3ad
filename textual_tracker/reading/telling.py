"""Faults to problems: line, column and excerpt, and never a word of what the privacy checks found."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final, TypeAlias

from textual_tracker.core.problems import Problem
from textual_tracker.reading.codes import CODES
from textual_tracker.reading.data import MAX_FAULTS
from textual_tracker.reading.excerpt import excerpt, visible
from textual_tracker.reading.faults import Fault

Secrets: TypeAlias = Sequence[tuple[int, int]]
"""The code points of a text that must not be shown."""
MASK: Final = "x"


def tell(path: str, text: str, faults: Iterable[Fault], secrets: Secrets = ()) -> tuple[Problem, ...]:
    """The problems of the file at `path`, in the order of their place."""
    shown = masked(text, secrets)
    problems = [_problem(path, text, shown, fault, secrets) for fault in islice(faults, MAX_FAULTS + 1)]
    problems.sort(key=lambda problem: problem.sort_key)
    return tuple(problems)


def masked(text: str, secrets: Secrets) -> str:
    """`text` with every letter and digit of the secrets masked, in the same length."""
    for start, end in secrets:
        mask = "".join(MASK if character.isalnum() else character for character in text[start:end])
        text = text[:start] + mask + text[end:]
    return text


def _problem(path: str, text: str, shown: str, fault: Fault, secrets: Secrets) -> Problem:
    start = min(fault.start, len(text.rstrip("\r\n \t")))
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    line = shown[begin : len(text) if end < 0 else end].rstrip("\r")
    column = start - begin + 1
    width = min(fault.end, begin + len(line)) - start
    around = excerpt(line, column, max(1, width))
    return Problem(
        path=path,
        line=text.count("\n", 0, start) + 1,
        column=column,
        severity=CODES[fault.code].severity,
        code=fault.code,
        message=visible(_without(fault.message, text, secrets)),
        hint=visible(_without(fault.hint, text, secrets)),
        field=visible(fault.field),
        excerpt=around.text,
        excerpt_column=around.column,
        width=around.width,
    )


def _without(words: str, text: str, secrets: Secrets) -> str:
    """`words` with every secret of `text` masked in them too."""
    for start, end in secrets:
        words = words.replace(text[start:end], masked(text[start:end], [(0, end - start)]))
    return words
