"""What a selected row is about: a place in a file, and what may be copied of it."""

from typing import NamedTuple

from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Referral
from textual_tracker.store.layout import kind_of, stem
from textual_tracker.tui.messages import Look


class Target(NamedTuple):
    """A place in a file, its path relative to the journal; the id of the record, and the phone to call.

    `partner` is the id of the partner who sent the referral.
    """

    path: str
    line: int = 1
    column: int = 1
    id: str = ""
    phone: str = ""
    partner: str = ""


def target_of_referral(look: Look, referral: Referral) -> Target:
    """The referral's file, at its first problem if it has one."""
    first = next(iter(look.problems_of.get(referral.path, ())), None)
    line, column = (first.line, first.column) if first is not None else (1, 1)
    return Target(referral.path, line, column, referral.id, referral.phone, referral.partner or "")


def target_of_problem(problem: Problem) -> Target:
    """The place of the problem, and the id of the record that it is in: its file's name; the settings have none."""
    is_record = kind_of(problem.path) not in {None, "journal"}
    return Target(problem.path, problem.line, problem.column, stem(problem.path) if is_record else "")
