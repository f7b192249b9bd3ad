"""The words of the messages about fields: nouns with their articles, and lists of words."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from textual_tracker.reading.paths import Path

FEW: Final = 14
"""As many words as a hint may list."""

_NOUNS = MappingProxyType({
    "source": "a source",
    "type": "a type of partner",
    "channel": "a channel",
    "prefers": "a channel",
    "result": "a result of a contact",
    "purpose": "a loan purpose",
    "program": "a loan program",
    "about": "a subject of an update",
    "reason": "a reason",
    "what": "a date that can be moved",
    "consent_to_share": "a level of consent",
    "tier": "a tier",
    "day_off": "a kind of day off",
    "working_days": "a day of the week",
    "format": "a format that this version knows",
})  # fmt: skip
_STATUS_OF = MappingProxyType({
    "appointment": "an appointment status",
    "application": "an application status",
    "outcome": "an outcome status",
})  # fmt: skip


def a_value_of(path: Path) -> str:
    """What the value at `path` should have been, with its article: "a source"."""
    names = [element for element in path if isinstance(element, str)]
    if names[-1] == "status":
        return _STATUS_OF.get(names[0], "a partner status")
    return _NOUNS.get(names[-1], f"a value of {names[-1]}")


def one_of(words: Sequence[str]) -> str:
    """A hint that lists the words of a closed list, or its beginning where it is long."""
    if len(words) <= FEW:
        return "write " + " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    return "write one of " + ", ".join(words[:FEW]) + ", … (all are in docs/journal-format.md)"


def with_article(noun: str) -> str:
    """`a contact attempt`, `an outcome`."""
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"
