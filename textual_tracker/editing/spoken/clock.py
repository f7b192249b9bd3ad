"""A time of day as people say it.

An hour from 1 to 6 that says neither am nor pm is in the afternoon (`at 2`, `2:30`), because that is when people
meet; with a leading zero it is as written (`02:30`).
"""

import datetime as dt
import re
from typing import Final

from textual_tracker.errors import UsageError

_NOON = re.compile(r"(?:at )?(?:12 )?noon")
_CLOCK = re.compile(r"(at )?([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2}))?)?(?: ?([ap])m|([ap])| ?(o'?clock))?")
_HALF_DAY: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60
_LAST_OF_AFTERNOON: Final = 6
"""The latest hour that, said alone, is one of the afternoon."""


def time_said(text: str) -> dt.time | None:
    """The time that `text`, in small letters, says; `None` where it says none. A lone number needs `at`.

    Raises:
        UsageError: it has the form of a time, and there is no such time.
    """
    if _NOON.fullmatch(text):
        return dt.time(_HALF_DAY)
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    at, hour, minute, second, half, oclock = found[1], found[2], found[3], found[4], found[5] or found[6], found[7]
    if minute is None and half is None and (not (at or oclock) or int(hour) >= _HOURS):
        return None
    return _time(hour, int(minute or 0), int(second or 0), half)


def _time(typed_hour: str, minute: int, second: int, half: str | None) -> dt.time:
    hour = int(typed_hour)
    if half is not None and not 1 <= hour <= _HALF_DAY:
        right = f"{hour}:{minute:02}" if hour < _HOURS else "2pm or 14:00"
        raise UsageError(f"there is no {typed_hour}{half}m; write {right}")
    if half is not None:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    elif not typed_hour.startswith("0") and 1 <= hour <= _LAST_OF_AFTERNOON:
        hour += _HALF_DAY
    if hour >= _HOURS or minute >= _MINUTES or second >= _MINUTES:
        seconds = f":{second:02}" if second else ""
        raise UsageError(f"there is no {hour:02}:{minute:02}{seconds}; times go from 00:00 to 23:59")
    return dt.time(hour, minute, second)
