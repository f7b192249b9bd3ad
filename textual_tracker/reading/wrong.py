"""What is wrong with a scalar that is not of its kind, and what the person most likely meant."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from textual_tracker.reading.scalars import FIRST_YEAR, FLAGS, LAST_YEAR, MEANT, MOST_DIGITS, convert, moment

LONGEST: Final = 60
"""Characters of a value that a message can carry."""


class Wrong(Struct, frozen=True):
    """What is wrong: a code of `textual_tracker.reading.codes`, a sentence and a hint."""

    code: str
    message: str
    hint: str = ""


def wrong(kind: str, text: str, *, quoted: bool) -> Wrong:
    """Why `text` is not the kind of scalar that a schema's `x-kind` names."""
    return _EXPLAINERS[kind](text, quoted)


def shown(text: str) -> str:
    """`text` in quotes, cut where it is long."""
    return f'"{short(text)}"'


def in_quotes(text: str) -> str:
    """`text` in quotes so that it can be typed into a file: in single ones where it has double ones in it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def short(text: str) -> str:
    """`text`, cut where it is long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


# --- numbers and flags ------------------------------------------------------------------------------------------------


def _clock(text: str, _quoted: bool) -> Wrong:
    return Wrong("time", f"{shown(text)} is not a time of day", 'write it on a 24-hour clock, in quotes: "17:00"')


def _number(text: str, quoted: bool) -> Wrong:
    plain = quoted and convert("number", text, quoted=False) is not None
    return Wrong("number", f"{shown(text)} is not a number", f"write {text}, without quotes" if plain else "")


def _whole(text: str, _quoted: bool) -> Wrong:
    if re.fullmatch(r"[0-9]+", text):
        if len(text) > MOST_DIGITS:
            return Wrong("number", f"{shown(text)} is larger than any amount", "look for digits too many")
        return Wrong("number", f"{shown(text)} is in quotes, so it is text, not a number", f"write {text}")
    if re.fullmatch(r"-[0-9]+", text):
        return Wrong("number", f"{shown(text)} is less than 0; amounts and counts are not negative")
    return Wrong("number", f"{shown(text)} is not a whole number", _whole_hint(text))


def _whole_hint(text: str) -> str:
    plain = re.sub(r"[$€£\s,_']", "", text).lower()
    scaled = re.fullmatch(r"([0-9]+)(?:\.([0-9]+))?([km]?)", plain)
    if scaled is None or len(plain) > MOST_DIGITS:
        return "write digits only, such as 385000"
    digits, fraction, unit = scaled[1], (scaled[2] or "").rstrip("0"), scaled[3]
    zeros = {"": 0, "k": 3, "m": 6}[unit]
    if len(fraction) > zeros:
        return f"write {digits}, without the fraction"
    return f"write {digits}{fraction.ljust(zeros, '0')}"


def _flag(text: str, quoted: bool) -> Wrong:
    meant = text.lower() if text in FLAGS else MEANT.get(text.lower())
    hint = f"write {meant}" if meant else "write true or false"
    return Wrong("flag", f"{shown(text)} is neither true nor false", hint + (", without quotes" if quoted else ""))


# --- days -------------------------------------------------------------------------------------------------------------

_AMERICAN = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})(?:[ T,].*)?", re.DOTALL)
_LOOSE = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(.*)", re.DOTALL)
_ZONE = re.compile(r"([T ][0-9:.]+?)\s*(?:Z|z|[+-][0-9]{2}:?[0-9]{0,2}|[A-Z]{3,4})")
_NOT_WRITTEN_SO = "is not a date as dates are written here"


def _moment(text: str, _quoted: bool) -> Wrong:
    loose = _LOOSE.fullmatch(text)
    if loose is not None:
        return _almost_iso(text, *loose.groups())
    american = _AMERICAN.fullmatch(text)
    if american is not None:
        return Wrong("date", f"{shown(text)} {_NOT_WRITTEN_SO}", _from_american(*american.groups()))
    return Wrong("date", f"{shown(text)} is not a date", "write year-month-day: 2026-03-02")


def _almost_iso(text: str, year: str, month: str, day: str, rest: str) -> Wrong:
    iso = f"{year}-{month:0>2}-{day:0>2}"
    if moment(iso) is None:
        return _impossible(text, int(year), iso)
    if not text.startswith(iso):
        return Wrong("date", f"{shown(text)} {_NOT_WRITTEN_SO}", f"write {iso}{_if_a_moment(iso, rest)}")
    zone = _ZONE.fullmatch(rest)
    if zone is not None:
        return Wrong(
            "date", f"{shown(text)} has a time zone; times are local", f"write {iso}{_if_a_moment(iso, zone[1])}"
        )
    return Wrong(
        "date", f"{shown(text)} has no time of day that can be read", f"write {iso}, or with a time {iso}T14:00"
    )


def _if_a_moment(iso: str, rest: str) -> str:
    return rest if moment(iso + rest) is not None else ""


def _impossible(text: str, year: int, iso: str) -> Wrong:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"the year of {shown(text)} is not between {FIRST_YEAR} and {LAST_YEAR}"
        return Wrong("date", message, "look for a digit that went wrong")
    return Wrong("date", f"there is no day {iso}", "the month goes first, then the day: 2026-03-02")


def _from_american(month: str, day: str, year: str) -> str:
    iso = f"{'20' + year if len(year) == 2 else year}-{month:0>2}-{day:0>2}"  # noqa: PLR2004 - a year of two digits
    return f"write {iso}" if moment(iso) is not None else "write year-month-day: 2026-03-02"


def _day(text: str, quoted: bool) -> Wrong:
    if moment(text) is None:
        return _moment(text, quoted)
    return Wrong("date", f"{shown(text)} has a time of day; only the day belongs here", f"write {text[:10]}")


def _days(text: str, quoted: bool) -> Wrong:
    first, dots, last = text.partition("..")
    for part in (first, last) if dots else (first,):
        if convert("day", part, quoted=False) is None:
            return _day(part, quoted)
    return Wrong("date", f"the range {shown(text)} ends before it begins", f"write {last}..{first}")


_EXPLAINERS: Final[Mapping[str, Callable[[str, bool], Wrong]]] = MappingProxyType({
    "moment": _moment,
    "day": _day,
    "days": _days,
    "clock": _clock,
    "whole": _whole,
    "number": _number,
    "flag": _flag,
})  # fmt: skip
