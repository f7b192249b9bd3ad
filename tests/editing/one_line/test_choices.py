"""A word of a closed list, from as little of it as tells which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.core.vocabulary import (
    ABOUTS,
    APPLICATION_STATUSES,
    APPOINTMENT_STATUSES,
    CHANNELS,
    REASONS,
    SOURCES,
)
from textual_tracker.editing.one_line import a_choice
from textual_tracker.errors import UsageError


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("call", CHANNELS, "call"),
        ("IN-PERSON", CHANNELS, "in_person"),
        ("in person", CHANNELS, "in_person"),
        ("under-contract", ABOUTS, "under_contract"),
        ("pre-approved", APPLICATION_STATUSES, "preapproved"),
        ("noshow", REASONS, "no_show"),
        ("e", CHANNELS, "email"),
        ("pre", ABOUTS, "preapproved"),
        ("went", REASONS, "went_cold"),
        ("rate", REASONS, "chose_other_lender_rate"),
        ("lender-speed", REASONS, "chose_other_lender_speed"),
        ("estate", SOURCES, "real_estate_agent"),
        ("state", SOURCES, "real_estate_agent"),
        ("Canceled", APPOINTMENT_STATUSES, "cancelled"),
    ],
)
def test_the_whole_word_its_beginning_or_a_part(word: str, choices: tuple[str, ...], meant: str) -> None:
    assert a_choice(word, choices) == meant


@pytest.mark.parametrize(
    ("word", "choices", "noun", "sentence"),
    [
        ("v", CHANNELS, "a channel", '"v" may be voicemail or video; write more of it'),
        ("cash", REASONS, "a reason", '"cash" may be denied_cash or bought_with_cash; write more of it'),
        ("realtor", SOURCES, "a source", '"realtor" is not a source; did you mean real_estate_agent?'),
        ("dti", REASONS, "a reason", '"dti" is not a reason; did you mean denied_debt_to_income?'),
        ("fax", ("call", "text"), "a channel", '"fax" is not a channel; write call or text'),
        ("", ("call", "text"), "a channel", '"" is not a channel; write call or text'),
        ("-", ("call",), "a channel", '"-" is not a channel; write call'),
        ("x", (), "a kind", '"x" is not a kind; there is none'),
    ],
)
def test_what_fits_none_or_several_is_refused_with_those_it_may_be(
    word: str, choices: tuple[str, ...], noun: str, sentence: str
) -> None:
    with pytest.raises(UsageError) as refused:
        a_choice(word, choices, noun)
    assert str(refused.value) == sentence


@given(choices=st.sampled_from([ABOUTS, APPLICATION_STATUSES, CHANNELS, REASONS, SOURCES]), data=st.data())
def test_a_whole_word_is_itself_however_it_is_written(choices: tuple[str, ...], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(choices))
    for written in (word, word.upper(), word.replace("_", "-"), word.replace("_", " "), word.replace("_", "")):
        assert a_choice(written, choices) == word


@given(choices=st.sampled_from([CHANNELS, REASONS, SOURCES]), data=st.data())
def test_a_beginning_is_the_only_word_that_begins_so(choices: tuple[str, ...], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(choices))
    beginning = word[: data.draw(st.integers(1, len(word)))]
    beginners = [choice for choice in choices if choice.startswith(beginning)]
    if len(beginners) == 1:
        assert a_choice(beginning, choices) == word
    elif beginning not in choices:
        with pytest.raises(UsageError):
            a_choice(beginning, choices)
