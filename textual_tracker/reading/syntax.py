"""What YAML cannot read, in a sentence for the person who typed it, with the usual cause as its hint.

The parser's own message says where it gave up and what it was reading; the line says what the person meant.
"""

import re
from collections.abc import Callable
from typing import Final

import yaml
from msgspec import Struct

from textual_tracker.reading.encoding import control_character
from textual_tracker.reading.events import several_documents
from textual_tracker.reading.faults import Fault
from textual_tracker.reading.layout import first_tab, tab_fault

_KEY = re.compile(r"(?P<lead>[ ]*(?:- +)*)(?P<key>[\w.-]+|\"[^\"\n]*\"|'[^'\n]*')[ ]*:(?:[ ]+|$)")
_FLOW_KEY = re.compile(r"[{,][ ]*(?P<key>[\w.-]+)[ ]*:[ ]+")
_COMMENT = re.compile(
    r"""(?<=[\s,\[{])(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(?<=[ \t])(?P<comment>\#[^\r\n]*)""",
)
"""A comment, or a text in quotes, in which a # begins none."""
_LEADERS = re.compile(r"[@`%*&!|>?\[\]{},\"'#-]")
LONGEST_SUGGESTION: Final = 60


class _Stop(Struct, frozen=True):
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
        found = [
            match for match in (_KEY.match(line), *_FLOW_KEY.finditer(line)) if match and begin + match.end() <= at
        ]
        return (found[-1]["key"], begin + found[-1].end()) if found else None


def syntax_fault(text: str, error: yaml.YAMLError) -> Fault:
    """The fault that `error` is about."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return control_character(text) or Fault(0, 0, "syntax", "the file cannot be read as YAML")
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark is not None else 0
    since = error.context_mark.index if error.context_mark is not None else at
    stop = _Stop(text, at, since, f"{error.context or ''}: {error.problem or ''}")
    if text[at : at + 1] == "\t" or "tab character" in stop.says:
        return tab_fault(at)
    tab = first_tab(text, min(at, since), at)
    if tab is not None and "quoted scalar" not in stop.says:
        return tab_fault(tab)
    return next((tell(stop) for words, tell in _CAUSES if words.search(stop.says)), None) or _unknown(stop)


def _unknown(stop: _Stop) -> Fault:
    return Fault(stop.at, stop.at + 1, "syntax", "this cannot be read", "look at this line and the one before it")


def _colon(stop: _Stop) -> Fault:
    value = stop.value(stop.at - 1) if stop.at else None
    if value is not None:
        return _needs_quotes(stop, value, "a colon and a space inside a value need quotes around it")
    before = _line_before(stop.text, stop.begin(stop.at))
    if before is not None and not _KEY.match(before[0]) and not before[0].lstrip().startswith("- "):
        return _no_colon(*before)
    return _indented(stop, before[0] if before is not None else "")


def _indented(stop: _Stop, before: str) -> Fault:
    """A key that stands further in than the lines it belongs with, or under a key that has a value already."""
    line = stop.line(stop.at)
    start = stop.begin(stop.at) + len(line) - len(line.lstrip())
    above = _KEY.match(before)
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


def _simple_key(stop: _Stop) -> Fault:
    line = stop.line(stop.since)
    if line.lstrip()[:1] in {'"', "'"} and line.count(line.lstrip()[0]) % 2:
        return Fault(
            stop.since, stop.since + 1, "unclosed", "this quote is never closed", "close it with the same sign"
        )
    return _no_colon(line, stop.begin(stop.since))


def _cannot_start(stop: _Stop) -> Fault:
    sign = stop.text[stop.at : stop.at + 1]
    return _needs_quotes(stop, stop.value(stop.at), f"a value that begins with {sign} needs quotes")


def _leader(stop: _Stop) -> Fault:
    """A value that begins with a sign that means something to YAML."""
    value = stop.value(stop.since)
    sign = stop.text[value[1] : value[1] + 1] if value is not None else stop.text[stop.since : stop.since + 1]
    return _needs_quotes(stop, value, f"a value that begins with {sign} needs quotes")


def _dash(stop: _Stop) -> Fault:
    fault = _leader(stop)
    return Fault(fault.start, fault.end, fault.code, fault.message, "put a list on lines of its own, text into quotes")


def _after_a_value(stop: _Stop) -> Fault:
    """Something where a new key was expected: the rest of a value, or a line in the wrong column."""
    if stop.text[stop.at : stop.at + 1] in {"}", "]"}:
        return _closes_nothing(stop)
    line = stop.line(stop.at)
    value = stop.value(stop.at)
    if value is None or not stop.text[stop.begin(stop.at) : stop.at].strip():
        start = stop.begin(stop.at) + len(line) - len(line.lstrip())
        message = "this line does not begin in the column of the lines that it belongs with"
        return Fault(start, start + 1, "indentation", message, _SAME_COLUMN)
    sign = stop.text[value[1] : value[1] + 1]
    if sign == "'":
        message = "an apostrophe ends a text in single quotes"
        return _needs_quotes(
            stop, value, message, hint="put the text into double quotes, or write the apostrophe twice"
        )
    if not _LEADERS.match(sign):
        return _unknown(stop)
    return _needs_quotes(
        stop, value, f"a value that begins with {sign} ends where that closes; the rest cannot be read"
    )


def _bracket(stop: _Stop) -> Fault:
    """A list or a mapping in brackets that does not go on as it should."""
    opening, here = stop.text[stop.since : stop.since + 1], stop.text[stop.at : stop.at + 1]
    closing = "}" if opening == "{" else "]"
    if stop.begin(stop.at) != stop.begin(stop.since) or stop.at >= len(stop.text.rstrip()):
        comment = _comment_with(closing, stop)
        if comment is not None:
            return _cut_by_comment(*comment)
        message = f"this {opening} is never closed"
        return Fault(stop.since, stop.since + 1, "unclosed", message, f"close it with {closing}")
    if here in {"]", "}"}:
        message = f"{here} stands where {closing} should close what {opening} has opened"
        return Fault(stop.at, stop.at + 1, "unclosed", message, f"write {closing}")
    if here == ":":
        hint = "put quotes around the value, or a comma before the next key"
        return _needs_quotes(stop, stop.value(stop.at), "a colon and a space stand inside a value", hint)
    message = f"here a comma or {closing} is expected"
    return Fault(stop.at, stop.at + 1, "needs_quotes", message, "put quotes around the whole value")


def _comment_with(closing: str, stop: _Stop) -> tuple[int, int] | None:
    """Where the first comment after the opening bracket begins and ends that holds the bracket that would close it."""
    for found in _COMMENT.finditer(stop.text, stop.since, stop.at):
        if found["comment"] is not None and closing in found["comment"]:
            return found.span("comment")
    return None


def _cut_by_comment(start: int, end: int) -> Fault:
    message = "everything after # is a comment, and cuts this value off"
    return Fault(start, end, "needs_quotes", message, "put quotes around the value")


def _never_closed(text: str, start: int) -> Fault:
    return Fault(start, start + 1, "unclosed", f"this {text[start]} is never closed", "close it")


def _dash_in_brackets(stop: _Stop, opened: int) -> Fault:
    """A dash after a bracket: under another key, or as the next entry of a list, it shows that the bracket is open."""
    line = stop.line(opened)
    indent = len(line) - len(line.lstrip())
    between = stop.text[stop.text.find("\n", opened) + 1 : stop.at].split("\n")
    keys = (_KEY.match(other) for other in between)
    is_next_entry = line.lstrip().startswith("- ") and stop.at - stop.begin(stop.at) <= indent
    if is_next_entry or any(key is not None and len(key["lead"]) <= indent for key in keys):
        return _never_closed(stop.text, opened)
    message = f"a list is written either in {stop.text[opened]} … or with dashes, not both"
    return Fault(stop.at, stop.at + 1, "syntax", message, "take away the brackets, or the dashes")


def _content(stop: _Stop) -> Fault:
    """Something where a value was expected, or nothing at all."""
    read = stop.text[: stop.at].rstrip()
    begin = read.rfind("\n") + 1
    comment = re.search(r"[\s\[{,]#", read[begin:])
    if comment is not None:
        return _cut_by_comment(begin + comment.end() - 1, begin + len(stop.line(begin)))
    if stop.at >= len(stop.text.rstrip()):
        return _never_closed(stop.text, _last_open(read))
    sign = stop.text[stop.at : stop.at + 1]
    if sign == "-" and not stop.text[stop.begin(stop.at) : stop.at].strip():
        return _dash_in_brackets(stop, _last_open(read))
    return _needs_quotes(stop, stop.value(stop.at), f"a value that begins with {sign} needs quotes")


def _last_open(read: str) -> int:
    """Where the last bracket stands that nothing after it closes."""
    closed = 0
    for at in range(len(read) - 1, -1, -1):
        if read[at] in "]}":
            closed += 1
        elif read[at] in "[{":
            closed -= 1
            if closed < 0:
                return at
    return 0


def _quote(stop: _Stop) -> Fault:
    return Fault(stop.since, stop.since + 1, "unclosed", "this quote is never closed", "close it with the same sign")


def _escape(stop: _Stop) -> Fault:
    start = max(stop.text.rfind("\\", 0, stop.at + 1), stop.since)
    message = "a backslash in double quotes begins an escape, and this is none"
    return Fault(start, start + 2, "syntax", message, r"write \\, or put the text into single quotes")


def _document(stop: _Stop) -> Fault:
    return several_documents(stop.at)


def _directive(stop: _Stop) -> Fault:
    message = "a line that begins with % is a directive to YAML, and this is none"
    return Fault(stop.since, stop.since + 1, "syntax", message, "delete the line")


def _closes_nothing(stop: _Stop) -> Fault:
    message = f"this {stop.text[stop.at]} closes nothing, there is one too many"
    return Fault(stop.at, stop.at + 1, "syntax", message, "delete it")


def _dashes(stop: _Stop) -> Fault:
    if stop.text[stop.at : stop.at + 1] in {"}", "]"}:
        return _closes_nothing(stop)
    message = "this line does not belong to the list above it"
    return Fault(stop.at, stop.at + 1, "indentation", message, "begin each entry with a dash, all in the same column")


def _needs_quotes(stop: _Stop, value: tuple[str, int] | None, message: str, hint: str = "") -> Fault:
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


_CAUSES: Final[tuple[tuple[re.Pattern[str], Callable[[_Stop], Fault]], ...]] = tuple(
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
        (r"flow (?:mapping|sequence): .*expected ','", _bracket),
        (r"node content", _content),
        (r"block collection", _dashes),
        (r"block mapping", _after_a_value),
    )
)
