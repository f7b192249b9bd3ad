"""A day at the beginning of a line, or after the name of whom it is about; on Tuesday 10 March 2026."""

import datetime as dt

import pytest

from textual_tracker.editing.moment import written
from textual_tracker.editing.spoken import leading_moment, split_ref_and_moment
from textual_tracker.errors import UsageError

TUESDAY = dt.date(2026, 3, 10)


@pytest.mark.parametrize(
    ("line", "moment", "rest"),
    [
        ("fri collect pay stubs", "2026-03-13", "collect pay stubs"),
        ("fri 2pm collect pay stubs", "2026-03-13T14:00", "collect pay stubs"),
        ("fri 2 pm collect pay stubs", "2026-03-13T14:00", "collect pay stubs"),
        ("in 2 weeks call Tom", "2026-03-24", "call Tom"),
        ("fri @maria collect pay stubs", "2026-03-13", "@maria collect pay stubs"),
        ("fri 2 calls", "2026-03-13", "2 calls"),
        ("tomorrow at 30 Elm Street", "2026-03-11", "at 30 Elm Street"),
        ("+3", "2026-03-13", ""),
    ],
)
def test_the_longest_beginning_that_is_a_day(line: str, moment: str, rest: str) -> None:
    found, words = leading_moment(line.split(), TUESDAY)
    assert (written(found), " ".join(words)) == (moment, rest)


def test_a_beginning_may_be_a_fact() -> None:
    assert leading_moment(["fri", "spoke"], TUESDAY, plan=False) == ((dt.date(2026, 3, 6), None), ["spoke"])


@pytest.mark.parametrize(
    ("line", "ref", "moment"),
    [
        ("ortiz mon 2pm", "ortiz", "2026-03-16T14:00"),
        ("dana ortiz mon 2pm", "dana ortiz", "2026-03-16T14:00"),
        ("dana ortiz march 16, 2026 at 2pm", "dana ortiz", "2026-03-16T14:00"),
        ("2026-03-02-dana-ortiz fri", "2026-03-02-dana-ortiz", "2026-03-13"),
        ("tom tomorrow", "tom", "2026-03-11"),
        ("tom 2pm", "tom", "2026-03-10T14:00"),
        ("may 6 apr", "may", "2026-04-06"),
    ],
)
def test_a_name_and_the_longest_ending_that_is_a_day(line: str, ref: str, moment: str) -> None:
    words, found = split_ref_and_moment(line.split(), TUESDAY)
    assert (" ".join(words), written(found)) == (ref, moment)


def test_words_that_came_in_quotes_are_one_word() -> None:
    assert split_ref_and_moment(["dana ortiz", "mon 2pm"], TUESDAY) == (
        ["dana ortiz"],
        (dt.date(2026, 3, 16), dt.time(14)),
    )


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("collect pay stubs", '"collect pay stubs" is no day; write it like fri, +3, mon 2pm, 6 mar or 2026-03-06'),
        ("31 feb collect", "there is no 31 Feb"),
        ("firday collect pay stubs", '"firday" is no day; did you mean "friday"?'),
        ("tomorow 2pm call Tom", '"tomorow 2pm" is no day; did you mean "tomorrow 2pm"?'),
        ("", "a day is missing; write it like fri, +3, mon 2pm, 6 mar or 2026-03-06"),
    ],
)
def test_a_line_that_begins_with_no_day(line: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        leading_moment(line.split(), TUESDAY)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("ortiz", 'when? "ortiz" does not end with a day; write it like fri, +3, mon 2pm, 6 mar or 2026-03-06'),
        ("mon", 'who? "mon" says only when'),
        ("ortiz mon 2", '"mon 2" is no day; did you mean "mon at 2"?'),
        ("dana ortiz firday", '"firday" is no day; did you mean "friday"?'),
        ("ortiz 31 feb", "there is no 31 Feb"),
        ("", "who, and when?"),
    ],
)
def test_a_line_that_ends_with_no_day(line: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        split_ref_and_moment(line.split(), TUESDAY)
    assert str(refused.value) == sentence
