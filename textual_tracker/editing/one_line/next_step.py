"""A next step in one line: `fri collect pay stubs`, `mon 2pm @maria collect pay stubs`."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from textual_tracker.editing.moment import Moment
from textual_tracker.editing.spoken import leading_moment
from textual_tracker.errors import UsageError

EXAMPLE: Final = "fri collect pay stubs"


class SaidStep(Struct, frozen=True):
    """What is to be done next: `due`, by `who` (`None`: nobody was named), `action` in words."""

    due: Moment
    who: str | None
    action: str


def parse_next_step(words: Sequence[str], today: dt.date) -> SaidStep:
    """The next step that the words say: when, who where a word begins with @ right before or after, and what.

    Raises:
        UsageError: they do not begin with a day, or do not say what is to be done.
    """
    if not words:
        raise UsageError(f"when is what to be done? write it like {EXAMPLE}")
    before, rest = _who(words)
    due, rest = leading_moment(rest, today)
    after, rest = (None, rest) if before else _who(rest)
    action = " ".join(rest).strip()
    if not action:
        raise UsageError(f"what is to be done? write it like {EXAMPLE}")
    return SaidStep(due, before or after, action)


def _who(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The person after an @ in the first word, and the other words; an @ before a number is an hour's."""
    first, *rest = words or [""]
    name = first.removeprefix("@").rstrip(",:")
    if not first.startswith("@") or not name[:1].isalpha():
        return None, list(words)
    return name, rest
