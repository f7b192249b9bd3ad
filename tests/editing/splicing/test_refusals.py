"""What is not written, and what a person is told of it: the line, and why."""

import pytest

from tests.editing.splicing.edited import edited
from textual_tracker.editing.edits import Append, Edit, Put, Remove
from textual_tracker.errors import RefusedEditError

SOURCE = Put(("source",), "cpa")


@pytest.mark.parametrize(
    ("text", "edit", "says"),
    [
        ("borrower: x\nnotes: [\n", SOURCE, "line 2: this [ is never closed"),
        ("borrower: x\n\tpartner: y\n", SOURCE, "line 2: a tab stands at the beginning of the line"),
        ("a: 1\nborrower: x\na: 2\n", SOURCE, 'line 3: "a" stands here twice; keep one of the two first'),
        ("borrower: x\nloan: {amount: 1, amount: 2}\n", SOURCE, 'line 2: "amount" stands here twice'),
        ("borrower: x\n<<<<<<< a\nofficer: y\n=======\n>>>>>>> b\n", SOURCE, "line 2: unresolved git conflict"),
        ("borrower: &b x\n", SOURCE, "line 1: &b marks a value for reuse; every value must be written out"),
        ("borrower: x\n{a: b}: c\n", SOURCE, "line 2: a key must be a plain word, such as name"),
        ("", SOURCE, "line 1: the file holds no data"),
        ("borrower: x\n", Remove(("borrower",)), "line 1: nothing would be left in the file"),
        ("borrower: x\n", Put((), "x"), "line 1: a whole file cannot be put, appended or removed"),
        (
            "borrower: x\npartner: y\n",
            Put(("partner", "name"), "z"),
            "line 2: partner is no group of keys, so no key can be put into it",
        ),
        ("borrower: x\ntags: y\n", Append(("tags",), "z"), "line 2: tags is no list, so nothing can be added to it"),
        (
            "borrower: x\ntags:\n  - y\n",
            Put(("tags", 3), "z"),
            "line 2: tags has no entry 3; it has 1",
        ),
        (
            "borrower: x\nnotes: y\n",
            Put(("notes",), "a\x1b[2Jb"),
            "line 2: the text holds the control character U+001B, which no text file can",
        ),
        ("borrower: x\n", Put(("notes",), "\ud800"), "line 1: the text holds the control character U+D800"),
    ],
)
def test_refused(text: str, edit: Edit, says: str) -> None:
    with pytest.raises(RefusedEditError) as refused:
        edited(text, edit)
    assert str(refused.value).startswith(says)


def test_nothing_is_half_done() -> None:
    with pytest.raises(RefusedEditError):
        edited("borrower: x\ntags: y\n", SOURCE, Append(("tags",), "z"))
