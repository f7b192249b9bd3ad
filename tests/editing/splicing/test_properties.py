"""Any edit of any record in any style: only what it names becomes another, or it is refused with a line."""

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editing.splicing.wild_edits import an_edit, check, wild_record
from tests.reading.test_properties import PurePython
from textual_tracker.editing.edits import Edit
from textual_tracker.editing.splicing.splice import splice
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading import source
from textual_tracker.reading.schema import KINDS

A_LINE = re.compile(r"line [1-9][0-9]*: [^\n]+")
NOTHING_LEFT = "nothing would be left in the file"
A_TAB = "a tab stands"
"""Of a tab before a comment, which libyaml alone reads."""
CANNOT = "this cannot be written here"


def refusal(random: Random) -> str:
    """What is said where a random edit of a random record is refused, "" where it holds."""
    kind = random.choice(KINDS)
    wild, before = wild_record(random, kind)
    edit: Edit = an_edit(random, wild, kind)
    try:
        after = splice(kind, before, [edit])
    except RefusedEditError as error:
        return str(error)
    check(kind, before, after, wild, edit)
    return ""


@given(st.randoms(use_true_random=False))
@settings(max_examples=500, deadline=None)
def test_an_edit_touches_only_what_it_names(random: Random) -> None:
    said = refusal(random)
    assert not said or A_LINE.fullmatch(said)


def test_hardly_an_edit_is_refused() -> None:
    said = [refusal(Random(seed)) for seed in range(2000)]  # noqa: S311 - no secret is made
    assert sum(CANNOT in sentence for sentence in said) <= 2
    assert all(not sentence or CANNOT in sentence or NOTHING_LEFT in sentence for sentence in said)


def test_without_libyaml_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "_Composer", PurePython)
    said = [refusal(Random(seed)) for seed in range(10_000, 10_200)]  # noqa: S311 - no secret is made
    assert all(not sentence or NOTHING_LEFT in sentence or A_TAB in sentence for sentence in said)
