"""A splice holds only where the text, read back, says what it was to say and has all its comment lines."""

import pytest

from textual_tracker.editing.splicing.cuts import Cut
from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.proof import comments_of, proved
from textual_tracker.reading.source import compose

TEXT = "borrower: Dana\n# her sister sent her\nofficer: ana\n"
WANTED = {"borrower": "Dana", "officer": "maria"}


def page(text: str) -> Page:
    read, root, _ = compose(text.encode())
    return Page(read, root)


def replaced(old: str, new: str) -> Cut:
    return Cut(TEXT.index(old), TEXT.index(old) + len(old), new)


def test_what_was_wanted_holds() -> None:
    found = proved(page(TEXT), [replaced(" ana\n", " maria\n")], WANTED)
    assert found is not None
    assert found.text == TEXT.replace(" ana\n", " maria\n")


@pytest.mark.parametrize(
    "cut",
    [
        replaced("# her sister sent her\nofficer: ana", "officer: maria"),  # a comment is gone
        replaced("Dana\n# her sister sent her\nofficer: ana", "Dan\n# her sister sent her\nofficer: maria"),
        replaced(" ana\n", " [maria\n"),  # it cannot be read
        replaced(" ana\n", " maria\nofficer: ana\n"),  # the key stands twice
        replaced(" ana\n", " &a maria\n"),  # what it holds may not be used
    ],
)
def test_nothing_else_does(cut: Cut) -> None:
    assert proved(page(TEXT), [cut], WANTED) is None


def test_a_sign_within_a_text_is_no_comment() -> None:
    assert comments_of(page('# a\nnotes: |\n  # b\n  c\n  # d\n # e\nborrower: "x\n  # f"\n')) == ["# a", "# e"]
