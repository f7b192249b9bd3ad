"""What a person typed, as a sentence repeats it."""

from collections.abc import Iterable
from typing import Final

from textual_tracker.reading.excerpt import visible

SHOWN: Final = 40
"""As much of what was typed is repeated."""


def repeated(text: str) -> str:
    """`text` in quotes, cut where it is long, with what a terminal might obey written out."""
    return f'"{visible(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")}"'


def either(words: Iterable[str]) -> str:
    """`a, b or c`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
