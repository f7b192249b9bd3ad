"""`tracker` and `tracker ui` on a terminal: the screen; without a journal, an offer."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from textual_tracker import tui


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the screen would have been opened with; nothing is drawn."""
    opened: list[dict[str, Any]] = []

    def run(root: Path, *, today: Callable[[], dt.date], **more: Any) -> int:
        opened.append({"root": root, "today": today(), **more})
        return 0

    monkeypatch.setattr(tui, "run", run)
    return opened


@pytest.fixture
def seated(terminal: Callable[[int], None], monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A person at a terminal, who answers with this text."""

    def sit(answer: str = "") -> None:
        terminal(100)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        monkeypatch.setattr("builtins.input", lambda: answer)

    return sit


@pytest.mark.parametrize("words", [(), ("ui",)])
def test_on_a_terminal_the_screen_opens(
    words: tuple[str, ...],
    tracker: Tracker,
    journal: Path,
    seated: Callable[..., None],
    screens: list[dict[str, Any]],
) -> None:
    seated()
    assert tracker(*words).code == 0
    assert screens == [{"root": journal, "today": dt.date(2026, 3, 10), "use_index": True, "colour": None}]


def test_options_reach_the_screen(tracker: Tracker, seated: Callable[..., None], screens: list[dict[str, Any]]) -> None:
    seated()
    tracker("ui", "--no-index", "--color", "never", "--today", "2026-03-11")
    assert (screens[0]["use_index"], screens[0]["colour"], screens[0]["today"]) == (False, False, dt.date(2026, 3, 11))


@pytest.mark.parametrize("words", [(), ("ui",)])
def test_a_pipe_gets_the_days_report(words: tuple[str, ...], tracker: Tracker, screens: list[dict[str, Any]]) -> None:
    ran = tracker(*words, "--today", "2026-03-11")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Next: Priya Nair")
    assert ran.out == tracker("today", "--today", "2026-03-11").out
    assert screens == []


def test_on_a_pipe_where_there_is_no_journal_nothing_is_offered(outside: Tracker) -> None:
    ran = outside("ui")
    assert (ran.code, ran.out) == (3, "")


@pytest.mark.parametrize("words", [(), ("ui",), ("demo",)])
def test_where_stderr_goes_into_a_file_the_screen_is_refused(
    words: tuple[str, ...],
    tracker: Tracker,
    seated: Callable[..., None],
    screens: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seated()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    ran = tracker(*words)
    assert ran.code == 2
    assert "drawn on stderr, and that is not a terminal here" in ran.err
    assert screens == []


@pytest.mark.parametrize("words", [(), ("ui",)])
def test_a_terminal_that_only_prints_gets_the_days_report(
    words: tuple[str, ...],
    tracker: Tracker,
    seated: Callable[..., None],
    screens: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seated()
    monkeypatch.setenv("TERM", "dumb")
    ran = tracker(*words)
    assert ran.code == 0
    assert ran.out.startswith("Next: Priya Nair")
    assert screens == []


def test_where_there_is_no_journal_two_things_are_offered(
    outside: Tracker, seated: Callable[..., None], screens: list[dict[str, Any]]
) -> None:
    seated("q")
    ran = outside()
    assert ran.code == 3
    assert "i   start one in this folder" in ran.out
    assert "d   look around in a sample journal first" in ran.out
    assert screens == []


def test_the_offer_starts_a_journal(outside: Tracker, seated: Callable[..., None], tmp_path: Path) -> None:
    seated("i")
    assert outside().code == 0
    assert (tmp_path / "outside/journal.yaml").is_file()


def test_the_offer_shows_the_sample(
    outside: Tracker, seated: Callable[..., None], screens: list[dict[str, Any]]
) -> None:
    seated("d")
    assert outside().code == 0
    assert screens[0]["root"].name == "sample_journal"


def test_a_journal_that_was_named_and_is_none_is_no_occasion_for_an_offer(
    outside: Tracker, seated: Callable[..., None]
) -> None:
    seated("i")
    ran = outside("-C", "nowhere")
    assert (ran.code, ran.out) == (3, "")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would have been served to browsers; nothing is listened to."""
    asked: list[dict[str, Any]] = []

    def serve(words: list[str], *, port: int, title: str, say: Callable[[str], None]) -> int:
        asked.append({"words": words[1:], "port": port, "title": title})
        say("The screen is at http://127.0.0.1:8137")
        return 0

    monkeypatch.setattr("textual_tracker.tui.serve.serve", serve)
    return asked


def test_serving_needs_no_terminal_and_starts_the_screen_on_the_same_journal(
    tracker: Tracker, journal: Path, served: list[dict[str, Any]]
) -> None:
    ran = tracker("ui", "--serve")
    assert (ran.code, ran.out, ran.err) == (0, "The screen is at http://127.0.0.1:8137\n", "")
    words = ["-P", "-m", "textual_tracker", "ui", f"--journal={journal}"]
    assert served == [{"words": words, "port": 8137, "title": "journal"}]


def test_the_served_screen_is_told_what_was_typed(tracker: Tracker, served: list[dict[str, Any]]) -> None:
    tracker("--today", "2026-03-11", "ui", "--serve", "--port", "0", "--no-index", "--color=never")
    assert served[0]["words"][-3:] == ["--today=2026-03-11", "--color=never", "--no-index"]
    assert served[0]["port"] == 0


@pytest.mark.parametrize("port", ["x", "-1", "65536", "8.5", "²", ""])
def test_a_port_is_a_number(tracker: Tracker, served: list[dict[str, Any]], port: str) -> None:
    ran = tracker("ui", "--serve", f"--port={port}")
    assert (ran.code, ran.err) == (2, f'tracker: --port is a number from 0 to 65535, and "{port}" is not\n')
    assert served == []


def test_a_port_without_serving_is_refused(
    tracker: Tracker, seated: Callable[..., None], screens: list[dict[str, Any]]
) -> None:
    seated()
    ran = tracker("ui", "--port", "8000")
    assert (ran.code, ran.err) == (2, "tracker: --port is where --serve listens; there is no --serve here\n")
    assert screens == []


def test_where_there_is_no_journal_nothing_is_served(outside: Tracker, served: list[dict[str, Any]]) -> None:
    ran = outside("ui", "--serve")
    assert (ran.code, ran.out) == (3, "")
    assert served == []


def test_a_page_in_a_browser_is_terminal_enough(
    tracker: Tracker, screens: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert tracker("ui").code == 0
    assert len(screens) == 1
