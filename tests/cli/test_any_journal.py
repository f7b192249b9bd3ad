"""Whatever a journal holds: no command fails, nothing steers the terminal, and every JSON fits its schema."""

import contextlib
import datetime as dt
import io
import json
from functools import cache
from typing import Any
from unittest import mock

import pytest
from hypothesis import example, given, settings
from jsonschema import Draft202012Validator

from tests.factories import make_journal, make_partner, make_referral, outcome
from tests.strategies import dates, journals
from textual_tracker.cli import journal as opening
from textual_tracker.cli.commands import show
from textual_tracker.cli.main import main
from textual_tracker.config.resources import schema_folder
from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem

REPORTS = (
    ("list", "--all"),
    ("list", "is:open", "-is:stalled"),
    ("stalled", "--at-risk"),
    ("stalled", "--partners", "--at-risk"),
    ("today",),
    ("activity",),
    ("forecast",),
    ("plan", "--closings", "5"),
    ("review",),
    ("partners",),
    ("results",),
    ("results", "--by", "month"),
)
SCHEMAS = {REPORTS[0]: "list", REPORTS[1]: "list", REPORTS[2]: "stalled", REPORTS[3]: "stalled_partners"}


class Opened:
    """A journal that was never on a disk."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def problems(self, _: dt.date) -> tuple[Problem, ...]:
        return self.journal.problems


def said(journal: Journal, day: dt.date, *words: str) -> tuple[int, str]:
    """What `tracker` prints of this journal on this day."""
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.object(opening, "open_workspace", return_value=Opened(journal)),
        mock.patch.object(show, "open_workspace", return_value=Opened(journal)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = main(["--today", day.isoformat(), *words])
    assert "\x1b" not in out.getvalue() + err.getvalue()
    return code, out.getvalue()


@cache
def validator(name: str) -> Any:
    return Draft202012Validator(json.loads((schema_folder() / "output" / f"{name}.schema.json").read_text("utf-8")))


CLOSED_BEFORE_IT_CAME = make_journal(
    make_partner("sarah-chen"),
    make_referral("Dana Ortiz", "2026-01-15", partner="sarah-chen", outcome=outcome("closed", "2026-01-02")),
)
"""Only a warning says so: no number of days may come of it that its schema does not know."""


@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
@example(journal=CLOSED_BEFORE_IT_CAME, day=dt.date(2026, 3, 10))
@settings(max_examples=50, deadline=None)
@given(journal=journals(), day=dates)
def test_every_report(words: tuple[str, ...], journal: Journal, day: dt.date) -> None:
    code, _ = said(journal, day, *words)
    assert code == 0
    code, text = said(journal, day, *words, "--json")
    assert code == 0
    assert [error.message for error in validator(SCHEMAS.get(words, words[0])).iter_errors(json.loads(text))] == []


@settings(max_examples=50, deadline=None)
@given(journal=journals(), day=dates)
def test_every_referral_can_be_shown(journal: Journal, day: dt.date) -> None:
    for referral in journal.referrals.values():
        code, _ = said(journal, day, "show", "--", referral.id)
        assert code == (0 if referral.received <= day else 2)
        if code == 0:
            _, text = said(journal, day, "show", "--json", "--", referral.id)
            assert [error.message for error in validator("show").iter_errors(json.loads(text))] == []
