"""`tracker demo`: the sample journal on a copy that is thrown away, on the sample's last day."""

import datetime as dt
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from textual_tracker import tui
from textual_tracker.cli.commands.demo import last_day
from textual_tracker.config.resources import sample_journal_folder

pytestmark = pytest.mark.skipif(not (sample_journal_folder() / "journal.yaml").is_file(), reason="no sample journal")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where throwaway copies are made; the sample's own clock holds."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.delenv("TRACKER_TODAY")
    return folder


def test_without_a_terminal_it_prints_the_day_and_leaves_nothing(
    outside: Tracker, temporary: Path, tmp_path: Path
) -> None:
    ran = outside("demo")
    assert ran.code == 0
    assert ran.out.startswith("Next: ")
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "cache").exists()


def test_the_clock_is_the_last_day_of_the_sample(outside: Tracker) -> None:
    value: Any = outside("demo", "--json").json
    assert value["date"] == str(last_day(sample_journal_folder()))


def test_on_a_terminal_the_screen_opens_on_the_copy(
    outside: Tracker, temporary: Path, terminal: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[Path, bool, dt.date]] = []

    def run(root: Path, *, today: Callable[[], dt.date], use_index: bool, colour: bool | None) -> int:
        assert (use_index, colour) == (False, None)
        seen.append((root, (root / "journal.yaml").is_file(), today()))
        (root / "journal.yaml").write_text("format: 1\n")
        return 0

    monkeypatch.setattr(tui, "run", run)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    terminal(100)
    before = (sample_journal_folder() / "journal.yaml").read_bytes()
    assert outside("demo").code == 0
    root, was_there, day = seen[0]
    assert root.is_relative_to(temporary)
    assert was_there
    assert day == last_day(sample_journal_folder())
    assert not root.exists()
    assert (sample_journal_folder() / "journal.yaml").read_bytes() == before


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs POSIX signals")
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_closed_window_leaves_nothing_behind(
    outside: Tracker,
    temporary: Path,
    terminal: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    number = signal.Signals[name]

    def run(root: Path, **_: object) -> int:
        assert root.is_dir()
        signal.raise_signal(number)
        raise AssertionError("the demo went on")

    monkeypatch.setattr(tui, "run", run)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    terminal(100)
    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as left:
        outside("demo")
    assert left.value.code == 128 + number
    assert list(temporary.iterdir()) == []
    assert signal.getsignal(number) == before


def test_a_day_of_ones_own_is_kept(outside: Tracker) -> None:
    value: Any = outside("demo", "--today", "2026-01-15", "--json").json
    assert value["date"] == "2026-01-15"


def test_what_lies_around_does_not_matter(outside: Tracker, journal: Path) -> None:
    assert outside("-C", str(journal), "demo", "--json").json == outside("demo", "--json").json
