"""Where the journal's repository stands, as the status bar tells it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from textual_tracker.history.state import RepositoryState, git_folder, parse_status, state_of, traces

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def run(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=False, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit on main."""
    run(tmp_path, "init", "-q", "-b", "main")
    run(tmp_path, "config", "user.email", "ana@example.com")
    run(tmp_path, "config", "user.name", "Ana")
    (tmp_path / "a.yaml").write_text("a: 1\n")
    run(tmp_path, "add", ".")
    run(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def seen(repository: Path) -> RepositoryState | None:
    folder = git_folder(repository)
    return None if folder is None else state_of(repository, folder)


@needs_git
def test_the_branch_and_what_is_not_committed(repository: Path) -> None:
    assert seen(repository) == RepositoryState(branch="main")
    (repository / "a.yaml").write_text("a: 2\n")
    (repository / "b.yaml").write_text("b: 1\n")
    assert seen(repository) == RepositoryState(branch="main", changed=2)
    run(repository, "checkout", "-q", "--detach")
    assert seen(repository) == RepositoryState(branch="", changed=2)


@needs_git
def test_only_the_journal_counts_in_a_larger_repository(repository: Path) -> None:
    (repository / "journal").mkdir()
    (repository / "a.yaml").write_text("a: 2\n")
    assert seen(repository / "journal") == RepositoryState(branch="main")


@needs_git
def test_a_merge_that_stopped_is_told_with_its_conflicts(repository: Path) -> None:
    run(repository, "checkout", "-q", "-b", "other")
    (repository / "a.yaml").write_text("a: 2\n")
    run(repository, "commit", "-q", "-a", "-m", "theirs")
    run(repository, "checkout", "-q", "main")
    (repository / "a.yaml").write_text("a: 3\n")
    run(repository, "commit", "-q", "-a", "-m", "ours")
    run(repository, "merge", "other")
    assert seen(repository) == RepositoryState(branch="main", changed=1, conflicts=1, doing="merging")


@needs_git
def test_a_commit_leaves_traces_and_a_look_leaves_none(repository: Path) -> None:
    folder = git_folder(repository)
    assert folder is not None
    before = traces(folder)
    (repository / "a.yaml").write_text("a: 2\n")
    assert seen(repository) == RepositoryState(branch="main", changed=1)
    assert traces(folder) == before
    run(repository, "commit", "-q", "-a", "-m", "second")
    assert traces(folder) != before


@needs_git
def test_no_program_runs_that_the_settings_of_the_repository_name(repository: Path) -> None:
    hook = repository / "hook"
    hook.write_text("#!/bin/sh\ntouch ran\n")
    hook.chmod(0o755)
    run(repository, "config", "core.fsmonitor", str(hook))
    assert seen(repository) == RepositoryState(branch="main", changed=1)
    assert not (repository / "ran").exists()


def test_outside_of_a_repository_there_is_no_state(tmp_path: Path) -> None:
    assert git_folder(tmp_path) is None


def test_commits_that_are_not_pushed_or_not_pulled_yet() -> None:
    text = "# branch.oid 1234\n# branch.head main\n# branch.upstream origin/main\n# branch.ab +2 -1\n? new.yaml\n"
    assert parse_status(text) == RepositoryState(branch="main", changed=1, ahead=2, behind=1)
