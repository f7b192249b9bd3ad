"""A small journal on 10 March 2026, and the program to be tried on it."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.cli.scripted import Answers, Editor, scripted_editor, somebody_answers
from textual_tracker.cli.main import main

JOURNAL = Path(__file__).parent / "journal"
TODAY = "2026-03-10"


class Ran(msgspec.Struct, frozen=True):
    """What one run of the program left: its exit code, and its two streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        """The one JSON value on stdout."""
        return msgspec.json.decode(self.out)


Tracker = Callable[..., Ran]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A copy of the small journal, to be changed at will."""
    root = tmp_path / "journal"
    shutil.copytree(JOURNAL, root)
    return root


@pytest.fixture(autouse=True)
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own: no journal, no colour, no cache or state but one that is thrown away."""
    for name in list(os.environ):
        if name.startswith(("TRACKER_", "GIT_", "GITHUB_")) or name in {"NO_COLOR", "COLUMNS", "VISUAL", "EDITOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TRACKER_TODAY", TODAY)


def runner(folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """What runs `tracker` with some words, in this process and in this folder."""

    def run(*words: str) -> Ran:
        monkeypatch.chdir(folder)
        capfd.readouterr()
        code = main(list(words))
        return Ran(code, *capfd.readouterr())

    return run


@pytest.fixture
def tracker(journal: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """Run `tracker` with these words in the small journal."""
    return runner(journal, capfd, monkeypatch)


@pytest.fixture
def outside(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """Run `tracker` with these words in an empty folder, where there is no journal."""
    folder = tmp_path / "outside"
    folder.mkdir()
    return runner(folder, capfd, monkeypatch)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let stdout pass for a terminal of so many cells."""

    def pretend(columns: int) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    return pretend


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Let the person's editor do what the test says."""
    return scripted_editor(tmp_path, monkeypatch)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Let somebody sit at the terminal who answers this."""
    return somebody_answers(monkeypatch)
