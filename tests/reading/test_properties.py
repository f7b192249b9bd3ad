"""Whatever people, editors and merges do to a file: read() answers, and every place it names lies in the file."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml.nodes import Node, ScalarNode

from tests.reading.reads import PATH_OF
from tests.reading.test_reader import EVERYTHING
from textual_tracker.core.records import Referral
from textual_tracker.reading import events, source
from textual_tracker.reading.events import composed_with_care
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.parser import PurePythonParser
from textual_tracker.reading.reader import Reading, read
from textual_tracker.reading.schema import KINDS, Kind
from textual_tracker.reading.source import compose

SEEDS: dict[Kind, str] = {
    "referral": EVERYTHING,
    "activity": "date: 2026-03-02\ncalls: 14\ncustom: {open_houses: 1}\nday_off: vacation\ncomment: |\n  a\n  b\n",
    "partner": "name: Sarah Chen\ntype: cpa\nsince: 2024-06-11\ntouches:\n  - {date: 2026-02-20, note: coffee}\n",
    "journal": 'format: 1\nday_ends: "17:00"\nholidays: [2026-07-03]\nstalled: {decide: ~, no_answer: [1, 2]}\n',
}
PIECES = st.sampled_from([
    ":", ": ", "\n", "\r\n", "\r", "\t", " ", "  ", "-", "- ", "#", " #", "'", '"', "{", "}", "[", "]", ",", "&a", "*a",
    "!", "|", ">", "%", "@", "`", "?", "~", "\ufeff", "\u2028", "\x85", "\x1b", "\0", "é", "🏡", "2026-02-30",
    "385,000", "yes", "219-09-9999", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "---\n", "...\n", "<<: *a", "x-a: ",
    "status: lost\n", "[" * 25, "date: 3/6/2026\n", "!!str ", "\\", "\\x", "income 92000", "borrower:\n",
])  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Kind, str]:
    """A valid record, with pieces of text put in, cut out and moved."""
    kind: Kind = draw(st.sampled_from(KINDS))
    text = SEEDS[kind]
    for _ in range(draw(st.integers(1, 5))):
        at, to = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        piece = draw(PIECES)
        text = draw(
            st.sampled_from(
                [
                    text[:at] + piece + text[at:],
                    text[:at] + text[min(to, at + 12) :],
                    text[:at] + piece + text[at + len(piece) :],
                    text + text[at : at + 40],
                ]
            )
        )
    return kind, text


def check(kind: Kind, written: bytes) -> Reading:
    found = read(kind, PATH_OF[kind], written)
    text = written.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.split("\n")
    for problem in found.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert 1 <= problem.excerpt_column <= len(problem.excerpt) + 1
        assert problem.width >= 1
        assert problem.message
    assert found.record is not None or any(problem.severity == "error" for problem in found.problems)
    assert getattr(found.record, "faulty", True) == any(problem.severity == "error" for problem in found.problems)
    assert list(found.problems) == sorted(found.problems, key=lambda problem: problem.sort_key)
    msgspec.msgpack.decode(msgspec.msgpack.encode(found.record), type=type(found.record))
    msgspec.msgpack.encode(found.problems)
    return found


@given(st.sampled_from(KINDS), st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_random_bytes(kind: Kind, written: bytes) -> None:
    check(kind, written)


@given(st.sampled_from(KINDS), st.text(max_size=100))
@settings(max_examples=300, deadline=None)
def test_random_text(kind: Kind, text: str) -> None:
    check(kind, text.encode("utf-8", "surrogatepass"))


@given(mutated())
@settings(max_examples=600, deadline=None)
def test_records_with_slips_in_them(case: tuple[Kind, str]) -> None:
    kind, text = case
    check(kind, text.encode("utf-8", "surrogatepass"))


@given(mutated())
@settings(max_examples=200, deadline=None)
@example(("referral", SEEDS["referral"]))
def test_line_ends_and_a_byte_order_mark_change_no_record(case: tuple[Kind, str]) -> None:
    kind, text = case
    if "\r" in text or "\ufeff" in text or "<<<" in text:
        return
    plain = read(kind, PATH_OF[kind], text.encode())
    dressed = read(kind, PATH_OF[kind], ("\ufeff" + text.replace("\n", "\r\n")).encode())
    assert dressed.record == plain.record
    assert [(p.line, p.column, p.code) for p in dressed.problems] == [
        (p.line, p.column, p.code) for p in plain.problems
    ]


def outline(node: Node | None) -> Any:
    """A tree as plain values: texts, styles and spans."""
    if node is None:
        return None
    span = (node.start_mark.index, node.end_mark.index)
    if isinstance(node, ScalarNode):
        return (type(node).__name__, node.value, node.style or "", span)
    items = [tuple(map(outline, item)) if isinstance(item, tuple) else outline(item) for item in node.value]
    return (type(node).__name__, bool(getattr(node, "flow_style", False)), items, span)


@given(mutated())
@settings(max_examples=200, deadline=None)
@example(("referral", SEEDS["referral"]))
def test_composing_with_care_builds_the_same_tree(case: tuple[Kind, str]) -> None:
    text = case[1].removeprefix("\ufeff")
    try:
        _, root, faults = compose(text.encode("utf-8", "surrogatepass"))
    except RefusedError:
        return
    if not any(fault.code in {"alias", "anchor", "tag"} for fault in faults):
        assert outline(composed_with_care(text)[0]) == outline(root)


@given(mutated())
@settings(max_examples=150, deadline=None)
@example(("referral", SEEDS["referral"]))
def test_the_parser_in_pure_python_reads_the_same_record(case: tuple[Kind, str]) -> None:
    kind, text = case
    with_libyaml = read(kind, PATH_OF[kind], text.encode("utf-8", "surrogatepass"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "_Composer", PurePython)
        patch.setattr(events, "Parser", PurePythonParser)
        in_python = check(kind, text.encode("utf-8", "surrogatepass"))
    if in_python.record is not None and with_libyaml.record is not None:
        assert in_python.record == with_libyaml.record


class PurePython(PurePythonParser):
    resolve: Any = "".format
    descend_resolver: Any = "".format
    ascend_resolver: Any = "".format


@settings(deadline=None)
@given(
    st.sampled_from(
        ["", " ", "NO", "~", "null", "02134", "12:30", "#1", "a: b", "- x", "'", '"', "{", "é🏡", "\x1b", "1e3"]
    )
)
def test_a_text_in_quotes_comes_back_as_it_was(text: str) -> None:
    record = read(
        "referral",
        PATH_OF["referral"],
        f"borrower: x\nsource: cpa\nnotes: {json.dumps(text, ensure_ascii=False)}\n".encode(),
    ).record
    assert isinstance(record, Referral)
    assert record.notes == text
