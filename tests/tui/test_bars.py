"""What the bar on top says."""

import datetime as dt

import pytest

from tests.tui.driving import TODAY
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.core.settings import Settings
from textual_tracker.history.state import RepositoryState
from textual_tracker.tui import bars
from textual_tracker.tui.messages import Look

NOON = dt.datetime(2026, 3, 10, 12, 5)  # noqa: DTZ001 - a person's clock is local


def status(look: Look | None, *, failure: str = "", time: dt.datetime = NOON) -> str:
    left, right = bars.status("my-journal", look, 3, failure, time)
    return " | ".join("".join(piece.text for piece in item.pieces) for item in (*left, *right))


def looked(*problems: Problem, polling: bool = False, settings: Settings | None = None) -> Look:
    return Look(
        Snapshot(Journal(settings=settings or Settings(officer="Ana Rivera")), TODAY), problems, polling=polling
    )


def test_it_names_the_journal_the_officer_the_day_with_the_time_and_how_old_it_is() -> None:
    says = "my-journal | Ana Rivera | Tue 10 Mar 2026 12:05 | 0 referrals | 0 partners | 0 days | updated 3 s ago"
    assert status(looked()) == says


def test_a_day_that_is_not_the_systems_has_no_time() -> None:
    assert "| Tue 10 Mar 2026 |" in status(looked(), time=NOON + dt.timedelta(days=1))


def test_it_counts_problems_and_says_when_the_folder_is_polled() -> None:
    problem = Problem(path="a.yaml", code="enum", message="m")
    assert "✗ 1 problem |" in status(looked(problem))
    assert "✗ 2 problems | polling |" in status(looked(problem, problem, polling=True))


def test_officers_of_a_shared_journal_are_all_named() -> None:
    settings = Settings(officers={"ana": "Ana Rivera", "maria": "Maria Soto"})
    assert "| Ana Rivera, Maria Soto |" in status(looked(settings=settings))


def test_before_the_first_look_it_says_that_it_reads_or_why_it_cannot() -> None:
    assert status(None) == "my-journal | reading …"
    assert status(None, failure="no such folder") == "my-journal | no such folder"


@pytest.mark.parametrize(
    ("seconds", "says"),
    [
        (0, "just now"),
        (1.9, "just now"),
        (3.2, "3 s ago"),
        (9.4, "9 s ago"),
        (14.9, "10 s ago"),
        (59, "55 s ago"),
        (60, "1 min ago"),
        (3600, "1 h ago"),
    ],
)
def test_ages_are_told_as_people_say_them(seconds: float, says: str) -> None:
    assert bars.ago(seconds) == says


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (RepositoryState(branch="main"), "main"),
        (RepositoryState(branch="main", changed=3, ahead=2, behind=1), "main +3 ↑2 ↓1"),
        (RepositoryState(branch="", changed=1), "no branch +1"),
        (RepositoryState(branch="main", changed=3, conflicts=1, doing="merging"), "main +2 1 conflict, merging"),
    ],
)
def test_the_repository_says_its_branch_and_what_is_not_committed(state: RepositoryState, said: str) -> None:
    _, right = bars.status("my-journal", looked(), 0.0, "", NOON, state)
    assert said in ["".join(piece.text for piece in item.pieces) for item in right]
