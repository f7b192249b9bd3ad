"""The git command, where there is one: its own environment, and never an exception."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from textual_tracker.history import git

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@needs_git
def test_a_folder_becomes_a_repository(tmp_path: Path) -> None:
    assert git.repository_of(tmp_path) is None
    assert git.init_repository(tmp_path) == ""
    assert git.repository_of(tmp_path) == tmp_path
    (tmp_path / "deep/down").mkdir(parents=True)
    assert git.repository_of(tmp_path / "deep/down") == tmp_path


@needs_git
def test_a_hook_of_another_repository_does_not_lead_astray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other, ours = tmp_path / "other", tmp_path / "ours"
    for folder in (other, ours):
        folder.mkdir()
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert git.repository_of(ours) == ours


def test_the_environment_of_git_is_cleared_but_for_its_settings() -> None:
    environ = {"PATH": "/bin", "GIT_DIR": "x", "GIT_INDEX_FILE": "y", "GIT_CONFIG_GLOBAL": "/dev/null", "LANG": "fr_FR"}
    assert git.clean_environment(environ) == {
        "PATH": "/bin",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "LANG": "fr_FR",
        "LC_ALL": "C.UTF-8",
        "GIT_TERMINAL_PROMPT": "0",
    }


@needs_git
def test_what_git_complains_of_is_told(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("not a repository")
    assert "invalid gitfile format" in git.init_repository(tmp_path)


def test_without_git_nothing_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not git.git_installed()
    assert git.repository_of(tmp_path) is None
    assert git.init_repository(tmp_path) == "git did not run"


def test_a_git_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name != "posix":
        pytest.skip("needs a POSIX shell")
    slow = tmp_path / "git"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(git, "SECONDS", 0.2)
    assert git.repository_of(tmp_path) is None
