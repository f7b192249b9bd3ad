"""One referral on paper: what an action says, and what then stands in the file."""

from textwrap import dedent

from tests.editing.paper import TODAY, Paper
from tests.factories import day
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
    def codes(self) -> list[str]:
        """The codes of the warnings that the last action brought."""
        return [problem.code for problem in self.paper.remarks]


def lines(text: str) -> str:
    """`text` without the indentation that it has in a test."""
    return dedent(text).lstrip("\n")
