"""`tracker log`: a contact in as few letters as can be."""

import pytest

from tests.cli.conftest import Tracker


def test_what_is_no_contact_is_answered_with_the_list(tracker: Tracker) -> None:
    ran = tracker("log", "dana", "xx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('tracker: "xx" is no contact. It is one of\n  na  called, no answer\n')


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["log", "ortiz", "vm"], '"ortiz" names 2 records; which one?'),
        (["log", "zoe", "vm"], 'no referral or partner is named "zoe"'),
        (["log", "@zoe", "vm"], 'no partner is named "zoe"'),
        (["log", "vm"], "log needs REF CONTACT [RESULT]:"),
        (["log", "dana", "r", "--date", "tomorow"], '"tomorow" is no day; did you mean "tomorrow"?'),
        (["log", "dana", "r", "--date", "31 feb"], "there is no 31 Feb"),
    ],
)
def test_what_cannot_be_meant(tracker: Tracker, words: list[str], sentence: str) -> None:
    ran = tracker(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tracker: {sentence}")
