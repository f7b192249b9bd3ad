"""Values that a # cut off, told from comments that are meant as such."""

import pytest

from tests.reading.reads import codes, marked, place, problem

HEAD = "borrower: Dana\nsource: cpa\n"


@pytest.mark.parametrize(
    ("line", "mark", "message", "hint"),
    [
        (
            "notes: see #1 on the list",
            "#1 on the list",
            "everything after # is a comment, so this value is cut off",
            'if it belongs to the value, write notes: "see #1 on the list"; if not, put a space after the #',
        ),
        (
            "notes: #1 on the list",
            "#1 on the list",
            "everything after # is a comment, so this value is empty",
            'if it belongs to the value, write notes: "#1 on the list"; if not, put a space after the #',
        ),
        (
            'notes: said "hi" #2',
            "#2",
            "everything after # is a comment, so this value is cut off",
            "if it belongs to the value, put quotes around the whole",
        ),
    ],
)
def test_a_value_that_is_cut_off(line: str, mark: str, message: str, hint: str) -> None:
    found = problem(f"{HEAD}{line}\n")
    assert (found.code, found.severity, found.field) == ("cut_off", "warning", "notes")
    assert (marked(found), found.message, found.hint) == (mark, message, hint)


def test_at_any_depth() -> None:
    found = problem(f"{HEAD}log:\n  - date: 2026-03-02\n    note: renewal #2\n")
    assert (found.field, place(found)) == ("log[0].note", (5, 19))


def test_a_value_that_is_empty_because_of_it_whatever_it_should_have_been() -> None:
    assert codes("borrower: Dana\npartner: sarah-chen\nsource: #1 agent\n") == ["cut_off"]


@pytest.mark.parametrize(
    "line",
    [
        "notes: see # the list",
        "notes: 'see #1'",
        "notes: see#1",
        "notes: |\n  see #1",
        "notes: # to be written",
        "loan: {amount: 385000} #approx",
        "loan:\n  amount: 385000 #approx",
        "received: 2026-03-02 #evening",
        "loan: # what they want\n  amount: 1",
        "#notes: see #1",
        "notes: x #",
        "notes: x ##",
        "notes: x #!",
    ],
)
def test_a_comment_that_is_meant_as_one(line: str) -> None:
    assert codes(f"{HEAD}{line}\n") == []
