"""What YAML cannot read, in a sentence for the person who typed it, with the usual cause as its hint.

The parser's own message says where it gave up and what it was reading; the line says what the person meant.
"""

import re
from collections.abc import Callable
from typing import Final

import yaml

from textual_tracker.reading.brackets import bracket, closes_nothing, content
from textual_tracker.reading.encoding import control_character
from textual_tracker.reading.events import several_documents
from textual_tracker.reading.faults import Fault
from textual_tracker.reading.layout import first_tab, tab_fault
from textual_tracker.reading.stop import KEY, LONGEST_SUGGESTION, Stop, needs_quotes

_LEADERS = re.compile(r"[@`%*&!|>?\[\]{},\"'#-]")


def syntax_fault(text: str, error: yaml.YAMLError) -> Fault:
    """The fault that `error` is about."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return control_character(text) or Fault(0, 0, "syntax", "the file cannot be read as YAML")
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark is not None else 0
    since = error.context_mark.index if error.context_mark is not None else at
    stop = Stop(text, at, since, f"{error.context or ''}: {error.problem or ''}")
    if text[at : at + 1] == "\t" or "tab character" in stop.says:
        return tab_fault(at)
    tab = first_tab(text, min(at, since), at)
    if tab is not None and "quoted scalar" not in stop.says:
        return tab_fault(tab)
    return next((tell(stop) for words, tell in _CAUSES if words.search(stop.says)), None) or _unknown(stop)


def _unknown(stop: Stop) -> Fault:
    return Fault(stop.at, stop.at + 1, "syntax", "this cannot be read", "look at this line and the one before it")


def _colon(stop: Stop) -> Fault:
    value = stop.value(stop.at - 1) if stop.at else None
    if value is not None:
        return needs_quotes(stop, value, "a colon and a space inside a value need quotes around it")
    before = _line_before(stop.text, stop.begin(stop.at))
    if before is not None and not KEY.match(before[0]) and not before[0].lstrip().startswith("- "):
        return _no_colon(*before)
    return _indented(stop, before[0] if before is not None else "")


def _indented(stop: Stop, before: str) -> Fault:
    """A key that stands further in than the lines it belongs with, or under a key that has a value already."""
    line = stop.line(stop.at)
    start = stop.begin(stop.at) + len(line) - len(line.lstrip())
    above = KEY.match(before)
    if above is not None and before[above.end() :].strip() and len(line) - len(line.lstrip()) > len(above["lead"]):
        key = above["key"]
        message = f"this line stands under {key}, which has a value on its own line already"
        hint = "write borrower: alone, and the name under it: name: …" if key == "borrower" else _SAME_COLUMN
        return Fault(start, stop.at, "indentation", message, hint)
    message = "this line is indented further than the lines that it belongs with"
    return Fault(start, stop.at, "indentation", message, _SAME_COLUMN)


_SAME_COLUMN = "keys that belong together begin in the same column"


def _line_before(text: str, begin: int) -> tuple[str, int] | None:
    """The last line before `begin` that is neither empty nor a comment, and where it begins."""
    while begin > 0:
        end = begin - 1
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].rstrip("\r")
        if line.strip() and not line.lstrip().startswith("#"):
            return line, begin
    return None


def _no_colon(line: str, begin: int) -> Fault:
    start = begin + len(line) - len(line.lstrip())
    key, colon, rest = line.strip().removeprefix("- ").partition(":")
    hint = "write key: value, or put text of several lines after notes: |"
    if colon and not rest[:1].isspace() and re.fullmatch(r"[\w-]+", key):
        hint = f"put a space after the colon: {key}: {_short(rest)}"
    return Fault(start, begin + len(line), "no_colon", "this line has no key and colon", hint)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SUGGESTION else "…"


def _simple_key(stop: Stop) -> Fault:
    line = stop.line(stop.since)
    if line.lstrip()[:1] in {'"', "'"} and line.count(line.lstrip()[0]) % 2:
        return Fault(
            stop.since, stop.since + 1, "unclosed", "this quote is never closed", "close it with the same sign"
        )
    return _no_colon(line, stop.begin(stop.since))


def _cannot_start(stop: Stop) -> Fault:
    sign = stop.text[stop.at : stop.at + 1]
    return needs_quotes(stop, stop.value(stop.at), f"a value that begins with {sign} needs quotes")


def _leader(stop: Stop) -> Fault:
    """A value that begins with a sign that means something to YAML."""
    value = stop.value(stop.since)
    sign = stop.text[value[1] : value[1] + 1] if value is not None else stop.text[stop.since : stop.since + 1]
    return needs_quotes(stop, value, f"a value that begins with {sign} needs quotes")


def _dash(stop: Stop) -> Fault:
    fault = _leader(stop)
    return Fault(fault.start, fault.end, fault.code, fault.message, "put a list on lines of its own, text into quotes")


def _after_a_value(stop: Stop) -> Fault:
    """Something where a new key was expected: the rest of a value, or a line in the wrong column."""
    if stop.text[stop.at : stop.at + 1] in {"}", "]"}:
        return closes_nothing(stop)
    line = stop.line(stop.at)
    value = stop.value(stop.at)
    if value is None or not stop.text[stop.begin(stop.at) : stop.at].strip():
        start = stop.begin(stop.at) + len(line) - len(line.lstrip())
        message = "this line does not begin in the column of the lines that it belongs with"
        return Fault(start, start + 1, "indentation", message, _SAME_COLUMN)
    sign = stop.text[value[1] : value[1] + 1]
    if sign == "'":
        message = "an apostrophe ends a text in single quotes"
        return needs_quotes(stop, value, message, hint="put the text into double quotes, or write the apostrophe twice")
    if not _LEADERS.match(sign):
        return _unknown(stop)
    return needs_quotes(stop, value, f"a value that begins with {sign} ends where that closes; the rest cannot be read")


def _quote(stop: Stop) -> Fault:
    return Fault(stop.since, stop.since + 1, "unclosed", "this quote is never closed", "close it with the same sign")


def _escape(stop: Stop) -> Fault:
    start = max(stop.text.rfind("\\", 0, stop.at + 1), stop.since)
    message = "a backslash in double quotes begins an escape, and this is none"
    return Fault(start, start + 2, "syntax", message, r"write \\, or put the text into single quotes")


def _document(stop: Stop) -> Fault:
    return several_documents(stop.at)


def _directive(stop: Stop) -> Fault:
    message = "a line that begins with % is a directive to YAML, and this is none"
    return Fault(stop.since, stop.since + 1, "syntax", message, "delete the line")


def _dashes(stop: Stop) -> Fault:
    if stop.text[stop.at : stop.at + 1] in {"}", "]"}:
        return closes_nothing(stop)
    message = "this line does not belong to the list above it"
    return Fault(stop.at, stop.at + 1, "indentation", message, "begin each entry with a dash, all in the same column")


_CAUSES: Final[tuple[tuple[re.Pattern[str], Callable[[Stop], Fault]], ...]] = tuple(
    (re.compile(words), tell)
    for words, tell in (
        (r"a single document|document start", _document),
        (r"directive", _directive),
        (r"quoted scalar: found (?:unexpected|document)", _quote),
        (r"unknown escape|hexadecimal|hexdecimal|escape (?:character|code)", _escape),
        (r"mapping values are not allowed", _colon),
        (r"expected ':'", _simple_key),
        (r"cannot start any token", _cannot_start),
        (r"sequence entries are not allowed", _dash),
        (
            r"block scalar|scanning an? (?:anchor|alias|tag)|parsing a tag|tag handle|keys are not allowed",
            _leader,
        ),
        (r"flow (?:mapping|sequence): .*expected ','", bracket),
        (r"node content", content),
        (r"block collection", _dashes),
        (r"block mapping", _after_a_value),
    )
)
