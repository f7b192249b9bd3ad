"""The names of days, months and spans, whole and short, to their numbers."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

SHORTEST: Final = 3
"""Letters of a short name: `tom`, `fri`, `mar`."""

WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _short(names: Iterable[str], first: int) -> Iterator[tuple[str, int]]:
    """Each name and its beginnings of three letters and more, with its number."""
    for number, name in enumerate(names, first):
        for length in range(SHORTEST, len(name) + 1):
            yield name[:length].lower(), number


WEEKDAYS: Final[Mapping[str, int]] = MappingProxyType({**dict(_short(WEEKDAY_NAMES, 0)), "weds": 2})
"""Monday is 0."""
MONTHS: Final[Mapping[str, int]] = MappingProxyType(dict(_short(MONTH_NAMES, 1)))
NEAR_DAYS: Final[Mapping[str, int]] = MappingProxyType({
    **dict(_short(("yesterday", "today", "tomorrow"), -1)),
    "tmr": 1, "tmrw": 1, "tmw": 1,
})  # fmt: skip
"""How many days ahead."""
DAYS: Final = "d"
WEEKS: Final = "w"
MONTHLY: Final = "m"
YEARS: Final = "y"
UNITS: Final[Mapping[str, str]] = MappingProxyType({
    "d": DAYS, "day": DAYS, "days": DAYS,
    "w": WEEKS, "wk": WEEKS, "wks": WEEKS, "week": WEEKS, "weeks": WEEKS,
    "m": MONTHLY, "mo": MONTHLY, "mos": MONTHLY, "month": MONTHLY, "months": MONTHLY,
    "y": YEARS, "yr": YEARS, "yrs": YEARS, "year": YEARS, "years": YEARS,
})  # fmt: skip
NUMBERS: Final[Mapping[str, int]] = MappingProxyType({
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
})  # fmt: skip
