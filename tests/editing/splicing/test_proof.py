"""A splice holds only where the text, read back, says what it was to say and has all its comments."""

import pytest

from textual_tracker.editing.splicing.cuts import Cut
from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.proof import proved
from textual_tracker.reading.source import compose

TEXT = "borrower: Dana  # by card\n# her sister sent her\nofficer: ana\n"
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
        replaced("Dana  # by card\n# her sister sent her\nofficer: ana", "Dan\n# her sister sent her\nofficer: maria"),
        replaced("  # by card\n# her sister sent her\nofficer: ana", "\n# her sister sent her\nofficer: maria"),
        replaced("  # by card\n# her sister sent her\nofficer: ana", "\n# by card\n# her sister\nofficer: maria"),
        replaced(
            "borrower: Dana  # by card\n# her sister sent her\nofficer: ana",
            "borrower: Dana\nofficer: maria  # by card\n# her sister sent her",  # it stands behind something else
        ),
        replaced("\n# her sister sent her\nofficer: ana", "\nofficer: maria  # her sister sent her"),
        replaced(" ana\n", " [maria\n"),  # it cannot be read
        replaced(" ana\n", " maria\nofficer: ana\n"),  # the key stands twice
        replaced(" ana\n", " &a maria\n"),  # what it holds may not be used
    ],
)
def test_nothing_else_does(cut: Cut) -> None:
    assert proved(page(TEXT), [cut], WANTED) is None


def test_a_comment_may_get_a_line_of_its_own() -> None:
    found = proved(page(TEXT), [replaced("  # by card\n", "\n# by card\n"), replaced(" ana\n", " maria\n")], WANTED)
    assert found is not None


def comments(text: str) -> list[str]:
    return [comment.text for comment in page(text).comments]


def test_a_sign_within_a_text_is_no_comment() -> None:
    assert comments('# a\nnotes: |  # b\n  # c\n  d\n  # e\n # f\nborrower: "x\n  # g"\n') == ["# a", "# b", "# f"]


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("borrower: Dana   # c\n", "Dana"),
        ("borrower:   # c\n  Dana\n", "borrower"),
        ("borrower:\n  Dana  # c\n", "Dana"),
        ("tags: [vip,   # c\n  va]\n", "vip"),
        ("tags: [vip, va]   # c\n", None),
        ("tags:\n  - # c\n    vip\n", None),
        ("notes: |   # c\n  hi\n", "hi\n"),
        ('borrower: "Dana"#c\n', "Dana"),
        ("borrower: Dana\n# c\n", None),
    ],
)
def test_what_a_comment_stands_behind(text: str, behind: str | None) -> None:
    assert [comment.behind for comment in page(text).comments] == [behind]
