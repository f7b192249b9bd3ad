"""Whatever words are typed after a command that writes: it is done or refused in a sentence, never with a traceback."""

import contextlib
import io
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.conftest import JOURNAL
from textual_tracker.cli.main import main
from textual_tracker.cli.writing_verbs import WRITING_VERBS

KNOWN = (
    "dana", "ortiz", "lee", "kai", "priya", "@chen", "@", "chen", "jo", "vm", "r", "tr", "text", "in-person", "reached",
    "no", "answer", "held", "no-show", "cancelled", "mon", "2pm", "fri", "+3", "-2", "6", "mar", "31 feb", "2026-03-09",
    "started", "under-contract", "fell-through", "expected-close", "expires", "denied", "calls+1", "notes",
    "calls=99999", "amount=400k", "tags+=x", "tags-=first-time-buyer", "phone=", "x-lease=", "appointment.date=fri",
    "notes=a: b #c",
    "contact_attempts[0].note=x", "contact_attempts[9].note=x", "borrower=", "source=cpa", "partner", "type=cpa",
    "$385k", "555-0142", "pat@example.com", "Zoe", "Park", "today", "", " ", "\x1b[31m", "é", "=", "+=", "..", "/",
    "a.b.c=1", "\udcff",
)  # fmt: skip
OPTIONS = (
    ("--date", "mon"), ("--date", "tomorrow"), ("--date", ""), ("--note", "x: y"), ("--note", "\n"), ("--by", "ana"),
    ("--reason", "rate"), ("--reason", "other"), ("--revisit", "2w"), ("--amount", "lots"), ("--amount", "385k"),
    ("--about", "closed"), ("--channel", "e"), ("--partner", "tran"), ("--yes",), ("--json",),
    ("--today", "2020-01-01"),
)  # fmt: skip
VERBS = [verb.name for verb in WRITING_VERBS if verb.name not in {"edit", "fmt"}]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small journal, in which nothing is ever written here."""
    folder = tmp_path_factory.mktemp("any") / "journal"
    shutil.copytree(JOURNAL, folder)
    return folder


anything = st.text(max_size=8).filter(lambda word: word not in {"-e", "--edit"})  # those open an editor
words = st.lists(st.one_of(st.sampled_from(KNOWN), anything), max_size=6)
options = st.lists(st.sampled_from(OPTIONS), max_size=2)


@settings(max_examples=300, deadline=None)
@given(verb=st.sampled_from(VERBS), typed=words, more=options)
def test_done_or_refused_in_a_sentence(root: Path, verb: str, typed: list[str], more: list[tuple[str, ...]]) -> None:
    out, err = io.StringIO(), io.StringIO()
    line = ["-C", str(root), "--dry-run", verb, *typed, *(word for option in more for word in option)]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(line)
    assert code in {0, 2, 4}, (line, err.getvalue())
    assert (code == 0) == bool(out.getvalue()), (line, err.getvalue())
    assert "\x1b" not in out.getvalue() + err.getvalue()
    if code:
        assert err.getvalue().startswith("tracker: "), line
