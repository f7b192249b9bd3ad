"""Amounts as people write them: `385000`, `385,000`, `$385k`, `1.2m`."""

import re
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from textual_tracker.editing.repeated import repeated
from textual_tracker.errors import UsageError
from textual_tracker.reading.scalars import MOST_DIGITS

_AMOUNT = re.compile(r"\$? ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(\.[0-9]{1,6})? ?([km]?)", re.IGNORECASE)
_FACTORS: Final = MappingProxyType({"": 1, "k": 1_000, "m": 1_000_000})


def whole_number(text: str) -> int | None:
    """The number that `text` says, in dollars where it is an amount; `None` where it says none, or a broken one."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    number = Decimal(found[1].replace(",", "") + (found[2] or "")) * _FACTORS[found[3].lower()]
    whole = int(number)
    return whole if whole == number and len(str(whole)) <= MOST_DIGITS else None


def looks_like_amount(word: str) -> bool:
    """Whether a word of a line is an amount without doubt: it has a dollar sign, commas, or k or m at its end."""
    return _AMOUNT.fullmatch(word) is not None and not word.replace(".", "").isdecimal()


def amount(text: str) -> int:
    """The amount in whole dollars that `text` says.

    Raises:
        UsageError: it says none.
    """
    found = whole_number(text)
    if found is None:
        raise UsageError(f"{repeated(text)} is no amount in whole dollars; write it like 385000, 385,000 or $385k")
    return found
