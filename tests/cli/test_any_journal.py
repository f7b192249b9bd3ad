"""Whatever a journal holds: no command fails, nothing steers the terminal, and every JSON fits its schema."""

import contextlib
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, example, given, settings
from jsonschema import Draft202012Validator

from tests.crowds import crowded_journals
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
    ("activity", "--from", "2025-12"),  # a year has hundreds of days, each held to the schema
    ("forecast",),
    ("forecast", "--by", "2026-12", "--who", "ana"),
    ("plan", "--closings", "5"),
    ("plan", "--closings", "2", "--who", "ana"),
    ("review",),
    ("review", "--who", "ana"),
    ("partners",),
    ("partners", "--who", "ana"),
    ("partners", "sarah-chen"),
    ("results",),
    ("results", "--by", "month"),
    ("results", "--from", "2025-12", "--by", "officer"),
    ("results", "--by", "partner", "--who", "ana"),
    ("diagnose",),
    ("diagnose", "--from", "2025-12", "--who", "ana"),
)
SCHEMAS = {REPORTS[2]: "stalled", REPORTS[3]: "stalled_partners"}


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


MAY_BE_NEGATIVE = {"waited", "limit", "log_score", "log_score_three_month_mean"}
NO_NUMBER = re.compile(r"\b(nan|inf|None|Infinity)\b|(?<![\w-])[-−]\d")
"""What no sentence says: a number that is none, or one below nothing."""


def asked(words: tuple[str, ...], journal: Journal) -> tuple[str, ...]:
    """These words; in a journal of one, and where nobody is called so, nobody is asked for."""
    if "--who" in words and not journal.settings.officers:
        return words[: words.index("--who")]
    return words[:1] if "sarah-chen" in words and "sarah-chen" not in journal.partners else words


def inside(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Everything in a JSON value, with the name it stands by."""
    yield name, value
    if isinstance(value, dict):
        for key, one in value.items():
            yield from inside(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from inside(one, name)


def refused(constant: str) -> float:
    raise AssertionError(constant)


@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
@example(journal=CLOSED_BEFORE_IT_CAME, day=dt.date(2026, 3, 10))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(journal=journals() | crowded_journals(), day=dates)
def test_every_report(words: tuple[str, ...], journal: Journal, day: dt.date) -> None:
    typed = asked(words, journal)
    code, text = said(journal, day, *typed)
    assert code == 0
    assert words[0] == "stalled" or NO_NUMBER.search(text) is None  # a limit there may lie before its day
    code, text = said(journal, day, *typed, "--json")
    assert code == 0
    value = json.loads(text, parse_constant=refused)
    assert [error.message for error in validator(SCHEMAS.get(words, words[0])).iter_errors(value)] == []
    for name, one in inside(value):
        if isinstance(one, int | float):
            assert one >= 0 or name in MAY_BE_NEGATIVE, name
        elif isinstance(one, dict) and {"rate", "n", "low", "high"} <= one.keys():
            assert 0 <= one["low"] <= one["rate"] <= one["high"], name
            assert one["n"] >= 1, name
            assert one["high"] <= 1 or words[0] == "plan", name  # of twelve calls, thirteen conversations


@settings(max_examples=50, deadline=None)
@given(journal=journals(), day=dates)
def test_every_referral_can_be_shown(journal: Journal, day: dt.date) -> None:
    for referral in journal.referrals.values():
        code, _ = said(journal, day, "show", "--", referral.id)
        assert code == (0 if referral.received <= day else 2)
        if code == 0:
            _, text = said(journal, day, "show", "--json", "--", referral.id)
            assert [error.message for error in validator("show").iter_errors(json.loads(text))] == []
