"""Lists and mappings in brackets that do not go on, or do not end, as they should."""

import re

from textual_tracker.reading.faults import Fault
from textual_tracker.reading.stop import KEY, Stop, needs_quotes

_COMMENT = re.compile(
    r"""(?<=[\s,\[{])(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(?<=[ \t])(?P<comment>\#[^\r\n]*)""",
)
"""A comment, or a text in quotes, in which a # begins none."""


def bracket(stop: Stop) -> Fault:
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
        return needs_quotes(stop, stop.value(stop.at), "a colon and a space stand inside a value", hint)
    message = f"here a comma or {closing} is expected"
    return Fault(stop.at, stop.at + 1, "needs_quotes", message, "put quotes around the whole value")


def _comment_with(closing: str, stop: Stop) -> tuple[int, int] | None:
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


def _dash_in_brackets(stop: Stop, opened: int) -> Fault:
    """A dash after a bracket: under another key, or as the next entry of a list, it shows that the bracket is open."""
    line = stop.line(opened)
    indent = len(line) - len(line.lstrip())
    between = stop.text[stop.text.find("\n", opened) + 1 : stop.at].split("\n")
    keys = (KEY.match(other) for other in between)
    is_next_entry = line.lstrip().startswith("- ") and stop.at - stop.begin(stop.at) <= indent
    if is_next_entry or any(key is not None and len(key["lead"]) <= indent for key in keys):
        return _never_closed(stop.text, opened)
    message = f"a list is written either in {stop.text[opened]} … or with dashes, not both"
    return Fault(stop.at, stop.at + 1, "syntax", message, "take away the brackets, or the dashes")


def content(stop: Stop) -> Fault:
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
    return needs_quotes(stop, stop.value(stop.at), f"a value that begins with {sign} needs quotes")


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


def closes_nothing(stop: Stop) -> Fault:
    """A closing bracket that nothing has opened."""
    message = f"this {stop.text[stop.at]} closes nothing, there is one too many"
    return Fault(stop.at, stop.at + 1, "syntax", message, "delete it")
