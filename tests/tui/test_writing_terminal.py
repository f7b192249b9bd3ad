"""Writing in a real terminal (tmux): keys that arrive in one read, and a second program beside it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.test_terminal import RUN, START, Terminal
from tests.tui.writing import DANA, MARCUS, text

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@pytest.fixture
def terminal(journal: Path, tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path / "tmux", [sys.executable, "-c", START + RUN, str(journal)], size=(100, 24))
    opened.sees("10 open", "Dana Ortiz")
    opened.answers(("3",), "5 stalled, 3 at risk")
    yield opened
    opened.close()


def test_a_query_and_two_keys_that_come_at_once_are_for_whom_the_query_finds(journal: Path, terminal: Terminal) -> None:
    terminal.press("/marcus", "Enter", "cn")
    terminal.sees("Marcus Bell: tried (call, no answer)", "u undoes it")
    assert "date: 2026-03-10, channel: call, result: no_answer" in text(journal, MARCUS)


def test_what_is_written_before_the_program_is_left_is_written(journal: Path, terminal: Terminal) -> None:
    terminal.press("jcnq")
    terminal.ends()
    assert "date: 2026-03-10, channel: call, result: no_answer" in text(journal, DANA)


def test_the_screen_and_the_command_line_undo_each_others_writes(journal: Path, terminal: Terminal) -> None:
    before = text(journal, DANA)
    tracker = [sys.executable, "-m", "textual_tracker", "-C", str(journal), "--today", "2026-03-10"]
    subprocess.run([*tracker, "log", "dana", "vm"], check=True, capture_output=True)
    terminal.sees("4 stalled")
    terminal.press("u")
    terminal.sees("Taken back: Dana Ortiz: tried (voicemail, left message)")
    assert text(journal, DANA) == before
    terminal.sees("5 stalled")
    terminal.press("jcn")
    terminal.sees("Dana Ortiz: tried (call, no answer)")
    subprocess.run([*tracker, "undo"], check=True, capture_output=True)
    assert text(journal, DANA) == before
