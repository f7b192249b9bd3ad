"""`--explain` beside what asks for something else is refused, and writes nothing."""

import pytest

from tests.cli.conftest import Tracker


@pytest.mark.parametrize(
    "words",
    [
        ("today", "--json"),
        ("stalled", "--json"),
        ("forecast", "--html", "page.html"),
        ("activity", "--html", "-"),
        ("partners", "--report", "chen"),
        ("diagnose", "--json"),
        ("plan", "--json"),
        ("review", "--json"),
    ],
)
def test_an_explanation_is_nothing_else(tracker: Tracker, words: tuple[str, ...]) -> None:
    ran = tracker(*words, "--explain")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"tracker: --explain says what the numbers mean, and nothing else; leave out {words[1]}, or --explain\n"
    )
