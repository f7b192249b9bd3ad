"""Findings to problems: their place is found by reading the files concerned once more."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from yaml.nodes import Node

from textual_tracker.core.problems import Problem
from textual_tracker.reading.checks.finding import Finding
from textual_tracker.reading.data import Data
from textual_tracker.reading.decode import entry_numbers
from textual_tracker.reading.faults import Fault, RefusedError
from textual_tracker.reading.judged import judge
from textual_tracker.reading.paths import Path, path_of
from textual_tracker.reading.privacy import secrets
from textual_tracker.reading.schema import Kind
from textual_tracker.reading.telling import tell
from textual_tracker.reading.tree import key_at, node_at


def place(findings: Iterable[Finding], read_text: Callable[[str], str | None]) -> list[Problem]:
    """The problems that `findings` are, in the order of their place.

    `read_text` gives the text of the file at a path, or `None` where it cannot be read any more; its findings then
    stand at the first line.
    """
    of_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        of_path[finding.path].append(finding)
    problems: list[Problem] = []
    for path in sorted(of_path):
        problems += _placed(path, of_path[path], read_text(path) or "")
    return problems


def _placed(path: str, findings: list[Finding], text: str) -> tuple[Problem, ...]:
    try:
        text, data = judge(_kind(path), text.encode("utf-8", "surrogatepass"))
    except RefusedError:
        faults = [Fault(0, 0, finding.code, finding.message, finding.hint, finding.field) for finding in findings]
        return tell(path, text, faults, secrets(text))
    return tell(path, text, locate(findings, data), secrets(text))


def locate(findings: Iterable[Finding], data: Data) -> list[Fault]:
    """The same findings, at the nodes of the fields that they are about."""
    return [_fault(finding, data) for finding in findings]


def _fault(finding: Finding, data: Data) -> Fault:
    node = _node(data, path_of(finding.field), names_key=finding.code in _ABOUT_KEYS)
    end = node.end_mark.index if node is not data.root else node.start_mark.index
    return Fault(node.start_mark.index, end, finding.code, finding.message, finding.hint, finding.field)


_ABOUT_KEYS = frozenset({"unknown_activity"})
"""The findings that are about the key of a field, not about its value."""


def _node(data: Data, path: Path, *, names_key: bool) -> Node:
    """The value of a field if it is on one line and meant, else what names it."""
    path = entry_numbers(data.value, path)
    node = node_at(data.root, path)
    if names_key or node is None or node.start_mark.line != node.end_mark.line:
        return key_at(data.root, path)
    return node


def _kind(path: str) -> Kind:
    folder = path.partition("/")[0]
    return _KINDS.get(folder, "journal")


_KINDS: dict[str, Kind] = {"referrals": "referral", "activity": "activity", "partners": "partner"}
