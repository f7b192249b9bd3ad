"""Where the value lies that a fault is about, and how it looks in quotes; the most likely one first."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml
from msgspec import Struct
from yaml import tokens

from textual_tracker.reading.faults import Fault
from textual_tracker.reading.parser import Parser
from textual_tracker.reading.shape import OWN_KEY
from textual_tracker.reading.stop import Stop
from textual_tracker.reading.wrong import in_quotes

PROSE: Final = frozenset({"note", "notes", "comment", "action"})
"""Keys under which whatever is typed is text, even what looks like another key."""

_COMMENT = re.compile(r"[ \t]#(?:[ \t]|$)")
_NUMBER_SIGN = re.compile(r"#[0-9]")
_CLOSERS = re.compile(r"[ \t}\],]*$")
_INNER_KEY = re.compile(r"(?<![\w-])(?P<key>[\w-]+)[ ]*:(?:[ ]|$)")
_NEXT_KEY = re.compile(r",[ ]*(?P<key>[\w.-]+)[ ]*:[ ]")
_DASHES = re.compile(r"[ ]*(?:- +)+")
_ITEM = re.compile(r"[\[,][ ]*")


class Span(Struct, frozen=True):
    """The value at `start` to `end`, of the key `key` ("" for an entry of a list), and how it is written in quotes."""

    key: str
    start: int
    end: int
    quoted: str


def candidates(text: str, fault: Fault, names: Mapping[str, bool]) -> Iterator[Span]:
    """Where the value may lie that `fault` is about.

    `names` are the keys that there are, and whether each stands for text and nothing else.
    """
    key, start = _beginning(text, fault)
    if not _is_certain(text, fault, key, names):
        return
    stop = Stop(text, start, start, "")
    line_end = stop.begin(start) + len(stop.line(start))
    depth = _depth(text, start)
    ends = (
        _ends_in_brackets(text, start, line_end, depth, names, is_item=not key)
        if depth
        else (_end_in_line(text, start, line_end),)
    )
    for end in dict.fromkeys(ends):
        typed = text[start:end].rstrip()
        if typed and not _may_be_keys(typed, key, names, in_brackets=depth > 0):
            yield Span(key, start, start + len(typed), _in_quotes(typed))


def _beginning(text: str, fault: Fault) -> tuple[str, int]:
    """The key of the value, and where the value begins."""
    stop = Stop(text, fault.start, fault.start, "")
    begin = stop.begin(fault.start)
    value = stop.value(fault.start)
    dashes = _DASHES.match(text, begin)
    if value is None:
        key, start = "", dashes.end() if dashes is not None else fault.start
    else:
        key, start = value
    at = max(fault.start, _stop(text)) if text[start : start + 1] in {"[", "{"} else start
    if at > start and _depth(text, at):
        before = list(_ITEM.finditer(text, start, at))
        return "", before[-1].end() if before else at
    return key.strip("\"'"), start


def _is_certain(text: str, fault: Fault, key: str, names: Mapping[str, bool]) -> bool:
    """Whether the value was meant as text, as far as the kind of fault leaves a doubt of it."""
    is_text = names.get(key, False) or key.startswith(OWN_KEY)
    if fault.code == "unknown_key":
        is_bare = text[fault.end : fault.end + 1] in {",", "}", " "} and text[fault.start : fault.end] not in names
        return is_text and is_bare and text[: fault.start].rstrip().endswith(",")
    if fault.code == "cut_off":
        return is_text and _NUMBER_SIGN.match(text, fault.start) is not None
    if fault.code in {"alias", "anchor", "tag"} or text[fault.start : fault.start + 2] == "- ":
        return is_text
    return True


def _stop(text: str) -> int:
    """Where the parser gives up; 0 where it does not."""
    parser: Any = Parser(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.index if error.problem_mark is not None else 0
    return 0


def _depth(text: str, at: int) -> int:
    """How many brackets are open at `at`. What stands behind is kept from the scanner, which looks ahead."""
    depth = 0
    parser: Any = Parser(text[:at])
    try:
        while not isinstance(token := parser.get_token(), tokens.StreamEndToken):
            depth += isinstance(token, tokens.FlowMappingStartToken | tokens.FlowSequenceStartToken)
            depth -= isinstance(token, tokens.FlowMappingEndToken | tokens.FlowSequenceEndToken)
    except yaml.YAMLError:
        return max(depth, 0)
    return max(depth, 0)


def _end_in_line(text: str, start: int, line_end: int) -> int:
    """Where a value ends that has its line to itself; a comment has a blank behind its sign."""
    comment = _COMMENT.search(text, start - 1, line_end)
    return comment.start() if comment is not None else line_end


def _ends_in_brackets(
    text: str, start: int, line_end: int, depth: int, names: Mapping[str, bool], *, is_item: bool
) -> Iterator[int]:
    """Where a value may end that stands in brackets: at the next key, at the next comma, at what closes them."""
    end = _end_in_line(text, start, line_end)
    for comma in _NEXT_KEY.finditer(text, start, end):
        if comma["key"] in names or comma["key"].startswith(OWN_KEY):
            yield comma.start()
            break
    if is_item and (comma_at := text.find(",", start, end)) >= 0:
        yield comma_at
    closers = _CLOSERS.search(text[start:end])
    if closers is not None:
        places = [start + closers.start() + found.start() for found in re.finditer(r"[}\]]", closers[0])]
        if places:
            yield places[max(0, len(places) - depth)]
    yield start + len(text[start:end].rstrip(" \t,"))


def _may_be_keys(typed: str, key: str, names: Mapping[str, bool], *, in_brackets: bool) -> bool:
    """Whether a key, and what it holds, may stand in the value for want of a comma or a line of its own."""
    if key in PROSE and not in_brackets:
        return False
    return any(found["key"] in names for found in _INNER_KEY.finditer(typed))


def _in_quotes(typed: str) -> str:
    """The value in quotes; where it stands in some that do not hold it, in others."""
    quote, inner = typed[0], typed[1:-1]
    if len(typed) > 1 and quote in {'"', "'"} and typed[-1] == quote and not _closes_early(inner, quote):
        return in_quotes(inner.replace("''", "'") if quote == "'" else inner)
    return in_quotes(typed)


def _closes_early(inner: str, quote: str) -> bool:
    """Whether the first quote within ends what the one before it began: `"hot" and "cold"`."""
    at = inner.find(quote)
    return at > 0 and not inner[at - 1].isspace() and not inner[at + 1 : at + 2].isalnum()
