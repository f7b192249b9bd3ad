"""Scalars: what a person typed for a day, a number or a flag.

Source: "YAML as typed" (docs/journal-format.md).
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
MOST_DIGITS: Final = 12
"""No amount has more; what has would not fit into 64 bits some day."""

Moment: TypeAlias = tuple[dt.date, dt.time | None]


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?))?")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_WHOLE = re.compile(r"[0-9]+")
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
FLAGS = MappingProxyType({"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False})
MEANT = MappingProxyType({"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"})


@lru_cache(maxsize=1 << 14)
def moment(text: str) -> Moment | None:
    """The day and the time of day (`None`: not written) of `2026-03-02` or `2026-03-02T10:15`, else `None`."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    try:
        day = dt.date.fromisoformat(found[1])
        time = dt.time.fromisoformat(found[2]) if found[2] else None
    except ValueError:
        return None
    return (day, time) if FIRST_YEAR <= day.year <= LAST_YEAR else None


@lru_cache(maxsize=1 << 10)
def days(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of `2026-03-02` or `2026-03-09..2026-03-13`, else `None`."""
    first, dots, last = text.partition("..")
    begin, end = moment(first), moment(last if dots else first)
    if begin is None or end is None or not _DAY.fullmatch(first) or (dots and not _DAY.fullmatch(last)):
        return None
    return (begin[0], end[0]) if begin[0] <= end[0] else None


def is_flag(text: str) -> bool:
    """Whether `text` is a flag, or a word that people type for one."""
    return text in FLAGS or text.lower() in MEANT


def convert(kind: str, text: str, *, quoted: bool) -> str | int | float | bool | None:
    """`text` as the kind of scalar that a schema's `x-kind` names, `None` where it is none; `wrong` says why."""
    return _CONVERTERS[kind](text, quoted)


def _text(text: str, _quoted: bool) -> str:
    return text


def _moment(text: str, _quoted: bool) -> str | None:
    return text if moment(text) is not None else None


def _day(text: str, _quoted: bool) -> str | None:
    return text if _DAY.fullmatch(text) and moment(text) is not None else None


def _days(text: str, _quoted: bool) -> str | None:
    return text if days(text) is not None else None


def _clock(text: str, _quoted: bool) -> str | None:
    return text if _CLOCK.fullmatch(text) else None


def _whole(text: str, quoted: bool) -> int | None:
    if quoted or not _WHOLE.fullmatch(text) or len(text) > MOST_DIGITS:
        return None
    return int(text)


def _number(text: str, quoted: bool) -> int | float | None:
    if quoted or not _NUMBER.fullmatch(text) or len(text) > MOST_DIGITS:
        return None
    return float(text) if "." in text else int(text)


def _flag(text: str, quoted: bool) -> bool | None:
    return None if quoted else FLAGS.get(text)


_CONVERTERS: Final[Mapping[str, Callable[[str, bool], str | int | float | bool | None]]] = MappingProxyType({
    "text": _text,
    "choice": _text,
    "moment": _moment,
    "day": _day,
    "days": _days,
    "clock": _clock,
    "whole": _whole,
    "number": _number,
    "flag": _flag,
})  # fmt: skip
