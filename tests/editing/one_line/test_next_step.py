"""A next step in one line, on Tuesday 10 March 2026."""

import datetime as dt

import pytest

from textual_tracker.editing.moment import written
from textual_tracker.editing.one_line import parse_next_step
from textual_tracker.errors import UsageError

TUESDAY = dt.date(2026, 3, 10)


@pytest.mark.parametrize(
    ("line", "due", "who", "action"),
    [
        ("fri collect pay stubs", "2026-03-13", None, "collect pay stubs"),
        ("mon 2pm call about the letter", "2026-03-16T14:00", None, "call about the letter"),
        ("fri @maria collect pay stubs", "2026-03-13", "maria", "collect pay stubs"),
        ("@maria fri collect pay stubs", "2026-03-13", "maria", "collect pay stubs"),
        ("fri @maria: collect pay stubs", "2026-03-13", "maria", "collect pay stubs"),
        ("fri @9 call", "2026-03-13T09:00", None, "call"),
        ("@2pm fri call", "2026-03-13T14:00", None, "call"),
        ("fri @ Elm Street: sign", "2026-03-13", None, "@ Elm Street: sign"),
        ("fri meet @ the office", "2026-03-13", None, "meet @ the office"),
        ("fri send to @lee", "2026-03-13", None, "send to @lee"),
    ],
)
def test_when_who_and_what(line: str, due: str, who: str | None, action: str) -> None:
    step = parse_next_step(line.split(), TUESDAY)
    assert (written(step.due), step.who, step.action) == (due, who, action)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "when is what to be done? write it like fri collect pay stubs"),
        ("fri", "what is to be done? write it like fri collect pay stubs"),
        ("fri @maria", "what is to be done? write it like fri collect pay stubs"),
        ("collect", '"collect" is no day; write it like fri, +3, mon 2pm, 6 mar or 2026-03-06'),
    ],
)
def test_what_is_missing_is_said(line: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_next_step(line.split(), TUESDAY)
    assert str(refused.value) == sentence
