"""How a text is written, and that every reader reads it again."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.editing.splicing.wild import LONG, TEXTS
from textual_tracker.editing.splicing import scalar
from textual_tracker.editing.splicing.scalar import NotTextError, one_line
from textual_tracker.reading.shape import Shape

TEXT = Shape(kind="text")


@pytest.mark.parametrize(
    "text",
    ["Dana Ortiz", "555-0142", "(503) 555-0142", "dana@example.com", "it's fine", 'the "big" one', "#1 fan"[1:], "é🏡",
     "after 5pm", "12 Elm Street", "3 of 4", "v1.2.3", "1.2.3", "a/b", "100%", "http", "nope", "a: b"[:1]],
)  # fmt: skip
def test_text_that_nobody_misreads_stands_as_it_is(text: str) -> None:
    assert one_line(text, TEXT, flow=True) == text


@pytest.mark.parametrize(
    "text",
    ["", "~", "null", "NO", "yes", "On", "y", "true", "FALSE", "02134", "5550142", "1e3", "1_000", "0x1F", "0o17",
     "12:30", "1:30:45", ".5", "5.", ".", "e9", "-3", "+1", ".inf", ".NaN", "<<", "=", "2026-03-02",
     "2026-03-02 10:15:00", "2026-03-02T10:15:00Z", "a: b", "trailing:", "see #1", "# x", "- x", "-x", "? x",
     ": x", "[a", "{a", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "'a", " a", "a ", "\u3000a", "a\tb", "..."],
)  # fmt: skip
def test_text_that_somebody_misreads_stands_in_quotes(text: str) -> None:
    assert one_line(text, TEXT, flow=False)[0] == '"'


@pytest.mark.parametrize("text", ["a, b", "a [b]", "{}", "what?", "stage:lost", "a]"])
def test_between_brackets_more_signs_need_quotes(text: str) -> None:
    assert one_line(text, TEXT, flow=True) == f'"{text}"'


def test_what_the_schema_knows_is_plain() -> None:
    assert one_line("2026-03-02", Shape(kind="moment"), flow=True) == "2026-03-02"
    assert one_line("2026-03-02T10:15", Shape(kind="moment"), flow=True) == "2026-03-02T10:15"
    assert one_line("2026-11-26..2026-11-27", Shape(kind="days"), flow=True) == "2026-11-26..2026-11-27"
    assert one_line("385000", Shape(kind="whole"), flow=True) == "385000"
    assert one_line("-2", Shape(kind="number"), flow=True) == "-2"
    assert one_line("true", Shape(kind="flag"), flow=True) == "true"
    assert one_line("no_show", Shape(kind="choice", choices=("no_show",)), flow=True) == "no_show"


def test_a_time_of_day_is_in_quotes_because_some_readers_make_minutes_of_it() -> None:
    assert one_line("17:00", Shape(kind="clock"), flow=False) == '"17:00"'


def test_a_quote_is_kept_but_for_numbers_and_flags() -> None:
    assert one_line("Dana", TEXT, flow=False, style="'") == "'Dana'"
    assert one_line("it's", TEXT, flow=False, style="'") == "'it''s'"
    assert one_line("2026-03-02", Shape(kind="moment"), flow=False, style='"') == '"2026-03-02"'
    assert one_line("3", Shape(kind="whole"), flow=False, style='"') == "3"
    assert one_line("a\tb", TEXT, flow=False, style="'") == '"a\\tb"'


@pytest.mark.parametrize("text", ["\0", "a\x1b[2J", "\x7f", "\ud800", "\ufffe"])
def test_what_no_text_file_can_hold_is_refused(text: str) -> None:
    with pytest.raises(NotTextError, match=r"control character U\+"):
        one_line(text, TEXT, flow=False)


def test_a_block_says_by_its_sign_how_it_ends() -> None:
    assert scalar.block("a\n\n  b\n", 2) == ("|", ["  a", "", "    b"])
    assert scalar.block("a\nb", 4) == ("|-", ["    a", "    b"])


@pytest.mark.parametrize("text", ["one line", " a\nb\n", "\na\n", "a\n\n", "a\n   \nb\n", "a\n\tb\n", "a\r\nb\n", "\n"])
def test_what_no_block_can_hold(text: str) -> None:
    assert scalar.block(text, 2) is None


WRITABLE = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cs"],
        include_characters="\t\n\r\x85",
        exclude_characters="\ufffe\uffff",
    )
)  # fmt: skip
LIKELY = st.one_of(
    st.sampled_from(TEXTS + LONG), st.text(" :#,-?[]{}'\"\\&*!|>%@`~.0123456789eExontrTZyYNO\n", max_size=8)
)


@given(st.one_of(WRITABLE, LIKELY), st.sampled_from(["", "'", '"']))
@settings(max_examples=400, deadline=None)
@example("\x85\u2028\u2029\ufeff", "'")
def test_every_reader_reads_what_was_written(text: str, style: str) -> None:
    if any(0xFDD0 <= ord(sign) <= 0xFDEF or ord(sign) & 0xFFFE == 0xFFFE for sign in text):
        return
    plain = one_line(text, TEXT, flow=False, style=style)
    between = one_line(text, TEXT, flow=True, style=style)
    written = f"a: {plain}  # c\nb: {{c: {between}, d: [{between}, {between}]}}\ne:\n- {plain}\n"
    assert "\n" not in plain
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        data: Any = yaml.load(written, loader)  # noqa: S506 - both are safe loaders
        assert data == {"a": text, "b": {"c": text, "d": [text, text]}, "e": [text]}


@given(st.one_of(WRITABLE, st.sampled_from(LONG), st.text("ab :#-\n", max_size=12)))
@settings(max_examples=300, deadline=None)
def test_every_reader_reads_a_block(text: str) -> None:
    block = scalar.block(text, 3)
    if block is None:
        return
    written = "a: " + "\n".join([block[0], *block[1]]) + "\nb: c\n"
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        data: Any = yaml.load(written, loader)  # noqa: S506 - both are safe loaders
        assert data == {"a": text, "b": "c"}
