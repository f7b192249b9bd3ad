"""Scalars: what a person typed for a day, a number or a flag, and what to say where it is none.

Source: "YAML as typed" (docs/journal-format.md).
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

from msgspec import Struct

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
MAX_WHOLE: Final = 999_999_999_999

Moment: TypeAlias = tuple[dt.date, dt.time | None]


class Wrong(Struct, frozen=True):
    """Why a scalar is not of its kind: a code of `textual_tracker.reading.codes`, a sentence and a hint."""

    code: str
    message: str
    hint: str = ""


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?))?")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_WHOLE = re.compile(r"[0-9]+")
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
FLAGS = MappingProxyType({"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False})
_MEANT = MappingProxyType({"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"})


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
    return text in FLAGS or text.lower() in _MEANT


def convert(kind: str, text: str, *, quoted: bool) -> str | int | float | bool | Wrong:
    """`text` as the kind of scalar that a schema's `x-kind` names, or why it is none."""
    return _CONVERTERS[kind](text, quoted)


def _text(text: str, _quoted: bool) -> str:
    return text


def _moment(text: str, _quoted: bool) -> str | Wrong:
    return text if moment(text) is not None else wrong_day(text)


def _day(text: str, _quoted: bool) -> str | Wrong:
    if moment(text) is None:
        return wrong_day(text)
    if not _DAY.fullmatch(text):
        return Wrong("date", f"{shown(text)} has a time of day; only the day belongs here", f"write {text[:10]}")
    return text


def _days(text: str, _quoted: bool) -> str | Wrong:
    if days(text) is not None:
        return text
    if ".." not in text:
        return _day(text, _quoted) if moment(text) is not None else wrong_day(text)
    first, _, last = text.partition("..")
    for part in (first, last):
        if moment(part) is None:
            return wrong_day(part)
    if first > last:
        return Wrong("date", f"the range {shown(text)} ends before it begins", f"write {last}..{first}")
    return Wrong("date", f"{shown(text)} is not a range of days", "write 2026-03-09..2026-03-13")


def _clock(text: str, _quoted: bool) -> str | Wrong:
    if _CLOCK.fullmatch(text):
        return text
    return Wrong("time", f"{shown(text)} is not a time of day", 'write it on a 24-hour clock, in quotes: "17:00"')


def _whole(text: str, quoted: bool) -> int | Wrong:
    if not quoted and _WHOLE.fullmatch(text) and (len(text) <= 12 or int(text[-4300:]) <= MAX_WHOLE):  # noqa: PLR2004 - the digits of MAX_WHOLE
        return int(text)
    return _wrong_whole(text, quoted)


def _number(text: str, quoted: bool) -> int | float | Wrong:
    if quoted or not _NUMBER.fullmatch(text) or len(text) > 12:  # noqa: PLR2004 - the digits of MAX_WHOLE
        return Wrong("number", f"{shown(text)} is not a number", _without_quotes(text, quoted))
    return float(text) if "." in text else int(text)


def _flag(text: str, quoted: bool) -> bool | str | Wrong:
    flag = FLAGS.get(text)
    if flag is not None and not quoted:
        return flag
    meant = _MEANT.get(text.lower()) or (text.lower() if flag is not None else None)
    hint = f"write {meant}" if meant else "write true or false"
    return Wrong("flag", f"{shown(text)} is neither true nor false", hint + (", without quotes" if quoted else ""))


_CONVERTERS: Mapping[str, Callable[[str, bool], str | int | float | bool | Wrong]] = MappingProxyType({
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


def shown(text: str) -> str:
    """`text` in quotes, cut where it is long."""
    short = text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004 - what a message can carry
    return f'"{short}"'


def _without_quotes(text: str, quoted: bool) -> str:
    return f"write {text}, without quotes" if quoted and _NUMBER.fullmatch(text) else ""


def _wrong_whole(text: str, quoted: bool) -> Wrong:
    if quoted and _WHOLE.fullmatch(text):
        return Wrong("number", f"{shown(text)} is in quotes, so it is text, not a number", f"write {text}")
    if _WHOLE.fullmatch(text):
        return Wrong("number", f"{shown(text)} is larger than any amount here can be", "look for a digit too many")
    if re.fullmatch(r"-[0-9]+", text):
        return Wrong("number", f"{text} is less than 0; amounts and counts are not negative")
    return Wrong("number", f"{shown(text)} is not a whole number", _whole_hint(text))


def _whole_hint(text: str) -> str:
    plain = re.sub(r"[$€£\s,_']", "", text).lower()
    scaled = re.fullmatch(r"([0-9]+)(?:\.([0-9]+))?([km]?)", plain)
    if scaled is None or len(plain) > 12:  # noqa: PLR2004 - the digits of MAX_WHOLE
        return "write digits only, such as 385000"
    digits, fraction, unit = scaled[1], scaled[2] or "", scaled[3]
    zeros = {"": 0, "k": 3, "m": 6}[unit]
    if len(fraction.rstrip("0")) > zeros:
        return f"write {digits}, without the fraction" if not unit else "write digits only, such as 385000"
    return f"write {int(digits + fraction.rstrip('0').ljust(zeros, '0')) if zeros else digits}"


# --- days -------------------------------------------------------------------------------------------------------------

_SLASHES = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})(?:\D.*)?", re.DOTALL)
_LOOSE = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(.*)", re.DOTALL)
_ZONE = re.compile(r"[T ][0-9:.]+\s*(?:Z|z|[+-][0-9]{2}:?[0-9]{0,2}|[A-Z]{3,4})")


def wrong_day(text: str) -> Wrong:
    """Why `text` is not a day, or not a day with a time."""
    loose = _LOOSE.fullmatch(text)
    if loose is not None:
        return _wrong_iso(text, *loose.groups())
    american = _SLASHES.fullmatch(text)
    if american is not None:
        return Wrong(
            "date", f"{shown(text)} is not a date as dates are written here", _from_american(*american.groups())
        )
    return Wrong("date", f"{shown(text)} is not a date", "write year-month-day: 2026-03-02")


def _wrong_iso(text: str, year: str, month: str, day: str, rest: str) -> Wrong:
    iso = f"{year}-{month:0>2}-{day:0>2}"
    if moment(iso) is None:
        return _impossible(text, int(year), iso)
    if not text.startswith(iso):
        return Wrong(
            "date",
            f"{shown(text)} is not a date as dates are written here",
            f"write {iso}{rest if moment(iso + rest) else ''}",
        )
    if _ZONE.fullmatch(rest):
        time = re.sub(r"\s*(?:[Zz]|[+-][0-9:]+|[A-Z]{3,4})$", "", rest)
        return Wrong(
            "date",
            f"{shown(text)} has a time zone; times are local here",
            f"write {iso}{time if moment(iso + time) else ''}",
        )
    return Wrong(
        "date", f"{shown(text)} has no time of day that can be read", f"write {iso}, or with the time {iso}T14:00"
    )


def _impossible(text: str, year: int, iso: str) -> Wrong:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Wrong(
            "date",
            f"the year of {shown(text)} is not between {FIRST_YEAR} and {LAST_YEAR}",
            "look for a digit that went wrong",
        )
    return Wrong("date", f"there is no day {iso}", "the month goes first, then the day: 2026-03-02")


def _from_american(month: str, day: str, year: str) -> str:
    iso = f"{'20' + year if len(year) == 2 else year}-{month:0>2}-{day:0>2}"  # noqa: PLR2004 - a year of two digits
    return f"write {iso}" if moment(iso) is not None else "write year-month-day: 2026-03-02"
