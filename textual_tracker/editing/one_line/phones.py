"""Phone numbers among the words of a line, as Americans write them, and with a + those of other countries."""

import re
from collections.abc import Sequence
from typing import Final

MOST_WORDS: Final = 6
"""`+1 (503) 555 0142 ext 12`."""

_EXTENSION: Final = r"(?: ?(?:x|ext\.?|extension|#) ?[0-9]{1,6})?"
_AMERICAN: Final = r"(?:\+?1[-–. ]?)?(?:\([2-9][0-9]{2}\)[-–. ]?|[2-9][0-9]{2}[-–./ ]?)?[0-9]{3}[-–. ]?[0-9]{4}"
_ABROAD: Final = r"\+[0-9][0-9 ().-]{5,20}[0-9]"
_PHONE = re.compile(f"(?:{_AMERICAN}|{_ABROAD}){_EXTENSION}", re.IGNORECASE)


def phone_at(words: Sequence[str]) -> tuple[str, int] | None:
    """The phone number with which `words` begin, as typed, and how many of them it takes; `None` without one."""
    for length in range(min(len(words), MOST_WORDS), 0, -1):
        typed = " ".join(words[:length]).rstrip(",;")
        if _PHONE.fullmatch(typed):
            return typed, length
    return None
