"""One referral on paper: what an action says, and what then stands in the file."""

import datetime as dt
import json
from textwrap import dedent
from typing import Any

import msgspec

from tests.editing.paper import TODAY, Paper
from tests.factories import day
from textual_tracker.core.records import Referral
from textual_tracker.editing.draft import Action

DANA = "2026-03-02-dana-ortiz"
PATH = f"referrals/2026/{DANA}.yaml"
HEAD = "borrower: Dana Ortiz\nsource: sphere\n"


class Course:
    """Dana Ortiz's file, received on 2 March 2026: name and source, and `text`. Today is Tuesday, 10 March."""

    def __init__(self, text: str = "") -> None:
        self.paper = Paper({PATH: HEAD + dedent(text)})

    def do(self, action: Action, *, today: str = TODAY.isoformat()) -> str:
        """Carry `action` out; the result is its sentence."""
        return self.paper.do(action, today=day(today))

    @property
    def text(self) -> str:
        """What stands in the file below name and source."""
        return self.paper.text(PATH).removeprefix(HEAD).lstrip("\n")

    @property
    def record(self) -> Referral:
        """The referral that the file makes."""
        found = self.paper.record(PATH)
        assert isinstance(found, Referral)
        return found

    @property
    def codes(self) -> list[str]:
        """The codes of the warnings that the last action brought."""
        return [problem.code for problem in self.paper.remarks]


def lines(text: str) -> str:
    """`text` without the indentation that it has in a test."""
    return dedent(text).lstrip("\n")


SECTIONS = ("received", "loan", "appointment", "application", "outcome", "next_step", "log")


def as_lines(referral: Referral) -> str:
    """The sections of `referral` that tell its course, each on a line of its own."""
    written = {name: _typed(getattr(referral, name)) for name in SECTIONS}
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in written.items() if value)


def _typed(value: Any) -> Any:
    """A value as it would be typed in flow style; the hour of an appointment is left out."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_typed(item) for item in value]
    if isinstance(value, msgspec.Struct):
        facts = {("from" if name == "before" else name): getattr(value, name) for name in value.__struct_fields__}
        return {name: _typed(fact) for name, fact in facts.items() if fact not in {None, "", ()} and name != "time"}
    return value
