"""Where the YAML parser gave up, and the value that stands there."""

import re
from typing import Final

from msgspec import Struct

from textual_tracker.reading.faults import Fault

KEY = re.compile(r"(?P<lead>[ ]*(?:- +)*)(?P<key>[\w.-]+|\"[^\"\n]*\"|'[^'\n]*')[ ]*:(?:[ ]+|$)")
FLOW_KEY = re.compile(r"[{,][ ]*(?P<key>[\w.-]+)[ ]*:[ ]+")
LONGEST_SUGGESTION: Final = 60


class Stop(Struct, frozen=True):
    """Where the parser gave up: `at` the place, `since` where what it was reading began, `says` its message."""

    text: str
    at: int
    since: int
    says: str

    def begin(self, at: int) -> int:
        """Where the line of `at` begins."""
        return self.text.rfind("\n", 0, at) + 1

    def line(self, at: int) -> str:
        """The line of `at`, without its end."""
        end = self.text.find("\n", at)
        return self.text[self.begin(at) : len(self.text) if end < 0 else end].rstrip("\r")

    def value(self, at: int) -> tuple[str, int] | None:
        """The key and the start of the value on the line of `at` that lies nearest before it."""
        begin, line = self.begin(at), self.line(at)
        found = [match for match in (KEY.match(line), *FLOW_KEY.finditer(line)) if match and begin + match.end() <= at]
        return (found[-1]["key"], begin + found[-1].end()) if found else None


def needs_quotes(stop: Stop, value: tuple[str, int] | None, message: str, hint: str = "") -> Fault:
    """The fault of a value that needs quotes: `value` is its key and where it starts; `None`: it has none."""
    if value is None:
        return Fault(stop.at, stop.at + 1, "needs_quotes", message, hint or 'put it into quotes: "…"')
    key, start = value
    line_end = stop.begin(start) + len(stop.line(start).rstrip())
    typed = stop.text[start:line_end]
    return Fault(start, line_end, "needs_quotes", message, hint or _suggestion(key, typed))


def _suggestion(key: str, typed: str) -> str:
    if any(sign in typed for sign in '"\\{}[]') or not typed or len(typed) > LONGEST_SUGGESTION:
        return f'put the value into quotes: {key}: "…"'
    return f'write {key}: "{typed}"'
