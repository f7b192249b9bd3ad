"""Faults of a text's lines that YAML has no words for: git's conflict markers, and tabs as indentation."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from yaml.nodes import Node, ScalarNode

from textual_tracker.reading.faults import MAX_FAULTS, Fault

_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7}|={7})(?: .*)?\r?$", re.MULTILINE)
_TAB = re.compile(r"^ *(\t)[ \t]*[^\s#]", re.MULTILINE)
_MARKS = ("<<<<<<<", ">>>>>>>", "=======")


def has_conflict_marks(text: str) -> bool:
    """Whether `text` may hold git's conflict markers."""
    return any(mark in text for mark in _MARKS)


def conflict_faults(text: str) -> list[Fault]:
    """One fault for each conflict that git left in the text."""
    faults: list[Fault] = []
    conflict: list[re.Match[str]] = []
    for marker in _MARKER.finditer(text):
        if len(faults) > MAX_FAULTS:
            return faults
        if conflict and (marker[0].startswith("<") or conflict[-1][0].startswith(">")):
            faults.append(_conflict(text, conflict))
            conflict = []
        conflict.append(marker)
    return [*faults, _conflict(text, conflict)] if conflict else faults


def _conflict(text: str, markers: list[re.Match[str]]) -> Fault:
    start, last = markers[0].start(), markers[-1].start()
    first_line, last_line = (text.count("\n", 0, at) + 1 for at in (start, last))
    lines = f"lines {first_line}-{last_line}" if last_line > first_line else f"line {first_line}"
    hint = "keep one side, or both, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    return Fault(start, start + 7, "conflict", f"unresolved git conflict, {lines}", hint)


def tab_faults(text: str, root: Node | None) -> list[Fault]:
    """One fault for each line that is indented by a tab, outside of texts that go over several lines."""
    tabs = [tab.start(1) for tab in _TAB.finditer(text)]
    if not tabs:
        return []
    ends = dict(_texts(root)) if root is not None else {}
    starts = sorted(ends)
    outside = (tab for tab in tabs if not (at := bisect_left(starts, tab)) or ends[starts[at - 1]] <= tab)
    return [tab_fault(tab) for tab in islice(outside, MAX_FAULTS + 1)]


def tab_fault(at: int) -> Fault:
    """The fault of a tab at `at`."""
    return Fault(at, at + 1, "tab", "a tab stands at the beginning of the line", "indent with spaces, two a level")


def first_tab(text: str, start: int, end: int) -> int | None:
    """Where the first line of `text` that lies in `start` to `end` and is indented by a tab has that tab."""
    found = _TAB.search(text, text.rfind("\n", 0, start) + 1, end)
    return found.start(1) if found else None


def _texts(node: Node) -> Iterator[tuple[int, int]]:
    """Where the texts in quotes and the blocks of text begin and end."""
    if isinstance(node, ScalarNode):
        if node.style:
            yield node.start_mark.index, node.end_mark.index
        return
    for item in node.value:
        for child in item if isinstance(item, tuple) else (item,):
            yield from _texts(child)
