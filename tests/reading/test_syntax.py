"""What YAML cannot read, told by its usual cause, whichever of the two parsers stopped there."""

from typing import Any

import pytest

from tests.reading.reads import marked, place, problem
from textual_tracker.core.problems import Problem
from textual_tracker.reading import events, source
from textual_tracker.reading.parser import Parser, PurePythonParser

CASES = [
    # a colon within a value
    ("notes: call back: Monday", "needs_quotes", (1, 8), "call back: Monday", 'write notes: "call back: Monday"'),
    ('notes: say "hi": now', "needs_quotes", (1, 8), 'say "hi": now', 'put the value into quotes: notes: "…"'),
    ("log:\n  - {date: 2026-03-02, note: he said: no}", "needs_quotes", (2, 30), "he said: no}", "comma"),
    ("next_step: {due: 2026-03-12 action: call}", "needs_quotes", (1, 18), "2026-03-12 action: call}", "comma"),
    # a sign that means something where a value begins
    ("notes: @chen says hi", "needs_quotes", (1, 8), "@chen says hi", 'write notes: "@chen says hi"'),
    ("notes: `x`", "needs_quotes", (1, 8), "`x`", 'write notes: "`x`"'),
    ("notes: %5 down", "needs_quotes", (1, 8), "%5 down", 'write notes: "%5 down"'),
    ("notes: * call", "needs_quotes", (1, 8), "* call", 'write notes: "* call"'),
    ("notes: & Co", "needs_quotes", (1, 8), "& Co", 'write notes: "& Co"'),
    ("notes: >300k", "needs_quotes", (1, 8), ">300k", 'write notes: ">300k"'),
    ("notes: | or so", "needs_quotes", (1, 8), "| or so", 'write notes: "| or so"'),
    ("notes: [urgent] call", "needs_quotes", (1, 8), "[urgent] call", 'notes: "…"'),
    ('notes: "hot" lead', "needs_quotes", (1, 8), '"hot" lead', 'notes: "…"'),
    ("notes: 'it's hot'", "needs_quotes", (1, 8), "'it's hot'", "double quotes"),
    ("notes: - call", "needs_quotes", (1, 8), "- call", "quotes"),
    ("notes: ? maybe", "needs_quotes", (1, 8), "? maybe", 'write notes: "? maybe"'),
    ("notes: , and", "needs_quotes", (1, 8), ", and", 'write notes: ", and"'),
    ("notes: } x", "needs_quotes", (1, 8), "} x", 'notes: "…"'),
    ("tags: [#1]", "needs_quotes", (1, 8), "#1]", "quotes"),
    ("loan: {program: #1}", "needs_quotes", (1, 17), "#1}", "quotes"),
    # what was not closed
    ('notes: "met at noon\nsource: cpa', "unclosed", (1, 8), '"', "close it"),
    ("loan: {amount: 385000\nsource: cpa", "unclosed", (1, 7), "{", "close it with }"),
    ("tags: [a, b\nsource: cpa", "unclosed", (1, 7), "[", "close it with ]"),
    ("tags: [a, b}", "unclosed", (1, 12), "}", "write ]"),
    ("loan: {purpose: [\ncontact_attempts:\n  - 2026-03-02", "unclosed", (1, 17), "[", "close it"),
    ("log:\n  - {date: [\n  - {date: 2026-03-02}", "unclosed", (2, 12), "[", "close it"),
    ("tags: [\n  - a\n  - b\n]", "syntax", (2, 3), "-", "dashes"),
    ("next_step: {due: 2026-05-01, action: call #5}", "needs_quotes", (1, 43), "#5}", "put quotes around the value"),
    ("tags: [a, b #c]\nloan:\n  amount: 5", "needs_quotes", (1, 13), "#c]", "quotes"),
    ("log:\n  - {note: 'see #1}', by: didn't, x-a: y #2}\nnotes: z", "needs_quotes", (2, 42), "#2}", "quotes"),
    ("tags: [a, # first\n  b\nloan:\n  amount: 5", "unclosed", (1, 7), "[", "close it with ]"),
    ("loan: {amount: 1}}\nnotes: x", "syntax", (1, 18), "}", "delete it"),
    ("tags: [a]]", "syntax", (1, 10), "]", "delete it"),
    ("log:\n  - {date: 2026-03-02, note: x}}\nnotes: x", "syntax", (2, 32), "}", "delete it"),
    # lines
    ("borrower: Dana\n  phone: 555-0142", "indentation", (2, 3), "phone", "name: …"),
    ("borrower:\n  name: Dana\n phone: 555-0142", "indentation", (3, 2), "p", "same column"),
    ("tags:\n  - a\n  b: c", "indentation", (3, 3), "b", "dash"),
    ("borrower: Dana\npartner sarah-chen\nsource: cpa", "no_colon", (2, 1), "partner sarah-chen", "notes: |"),
    ("borrower:\n  name:Dana\n  phone: 1", "no_colon", (2, 3), "name:Dana", "name: Dana"),
    ("notes: one line\nand another", "no_colon", (2, 1), "and another", "notes: |"),
    ("borrower:\n\tname: x", "tab", (2, 1), " ", "spaces"),
    ("contact_attempts:\n  - {date: 2026-03-03}\n\t", "tab", (3, 1), " ", "spaces"),
    # the rest
    ('notes: "C:\\Users"', "syntax", (1, 11), "\\U", "\\\\"),
]


@pytest.fixture(params=[Parser, PurePythonParser], ids=["libyaml", "pure python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Both parsers: where PyYAML was built without libyaml, the one in pure Python reads."""

    class Composer(request.param):  # type: ignore[misc,name-defined]  # a class given by the test
        resolve = descend_resolver = ascend_resolver = "".format

    monkeypatch.setattr(source, "_Composer", Composer)
    monkeypatch.setattr(events, "Parser", request.param)
    return request.param


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "code", "at", "mark", "hint"), CASES)
def test_tells_the_cause_and_what_to_do(text: str, code: str, at: tuple[int, int], mark: str, hint: str) -> None:
    found = problem(text + "\n")
    assert (found.code, place(found)) == (code, at)
    assert marked(found) == mark
    assert hint in found.hint


def test_a_hint_never_repeats_a_long_value() -> None:
    assert problem("notes: a: " + "b" * 300 + "\n").hint == 'put the value into quotes: notes: "…"'


def test_the_place_lies_in_the_file_where_its_end_is_the_cause() -> None:
    found: Problem = problem("borrower: x\nnotes: [a,\n\n\n")
    assert place(found) == (2, 8)
