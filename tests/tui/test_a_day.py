"""A loan officer's day on the sample journal, typed from start to end in a terminal: what is left is a diary.

`a_day.diff` is all that the day changed, as git tells it. Every line of it is something that the officer did.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.test_terminal import RUN, START, Terminal
from textual_tracker.config.resources import sample_journal_folder

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None or shutil.which("git") is None, reason="tmux or git is not installed"
)

EXPECTED = Path(__file__).parent / "a_day.diff"


def git(journal: Path, *words: str) -> str:
    """What git says, whatever whoever runs the tests told it to do otherwise."""
    identity = ["-c", "user.name=Ana Rivera", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false"]
    environ = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *identity, *words], cwd=journal, env=environ, check=True, capture_output=True)
    return done.stdout.decode()


def changes(journal: Path) -> str:
    """Everything that is other than committed, new files too, without git's checksums."""
    git(journal, "add", "--intent-to-add", ".")
    told = git(journal, "-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff")
    return "".join(line for line in told.splitlines(keepends=True) if not line.startswith("index "))


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """The sample journal in git."""
    root = Path(shutil.copytree(sample_journal_folder(), tmp_path / "my-journal"))
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Begin")
    return root


def find(terminal: Terminal, word: str, name: str) -> None:
    """Look for somebody, and have them selected."""
    terminal.press(f"/{word}", "Enter")
    terminal.sees(f"/{word}", " 1 of ", "esc clears", name)


def clear(terminal: Terminal) -> None:
    """Leave the query."""
    terminal.press("Escape")
    terminal.misses("esc clears")


def see_who_waits(terminal: Terminal) -> None:
    terminal.sees("Next: Priya Nair 555-0138", "Dana Ortiz")
    terminal.answers(("3",), "12 stalled, 11 at risk", "Walter Ekdahl")


def log_three_contacts(terminal: Terminal) -> None:
    find(terminal, "dana", "Dana Ortiz")
    terminal.press("c", "r")
    terminal.sees("Dana Ortiz: contacted (call, reached)", "u undoes it")
    clear(terminal)
    find(terminal, "walter", "Walter Ekdahl")
    terminal.press("c", "v")
    terminal.sees("Walter Ekdahl: tried (voicemail, left message)")
    clear(terminal)
    find(terminal, "marcus", "Marcus Bell")
    terminal.press("C", "t")
    terminal.press("asked when to call", "Enter")
    terminal.sees("Marcus Bell: tried (text")
    clear(terminal)


def set_an_appointment(terminal: Terminal) -> None:
    terminal.press("2")
    terminal.sees("Pre-approved")
    find(terminal, "dana", "Dana Ortiz")
    terminal.press("a")
    terminal.press("mon 2pm", "Enter")
    terminal.sees("Dana Ortiz: appointment Mon 16 Mar 14:00")


def tell_two_partners(terminal: Terminal) -> None:
    """Of the referral that is selected still, and of all that another partner sent."""
    terminal.press("t", "t")
    terminal.sees("Sarah Chen: told about Dana Ortiz (appointment, text)")
    clear(terminal)
    terminal.press("5")
    terminal.sees("Waiting for word")
    find(terminal, "megan", "Megan O'Day")
    terminal.press("t", "t")
    terminal.sees("Megan O'Day: told about Zoë Varga")
    clear(terminal)


def lose_one_with_a_reason(terminal: Terminal) -> None:
    terminal.press("2")
    find(terminal, "terrence", "Terrence")
    terminal.press("x", "l")
    terminal.press("debt", "Enter")
    terminal.sees("Terrence Whitlock: lost (denied")


def add_count_and_undo(terminal: Terminal) -> None:
    terminal.press("o")
    terminal.press("Nora Fields 555-0193 @chen $410k", "Enter")
    terminal.sees("Nora Fields: new referral from Sarah Chen")
    terminal.press("+", "n")
    terminal.sees("Tue 10 Mar: notes 2")
    terminal.press("+", "c")
    terminal.sees("Tue 10 Mar: calls 12")
    terminal.press("u")
    terminal.sees("Taken back: Tue 10 Mar: calls 12")


def test_a_day_typed_from_start_to_end_leaves_exactly_its_diary(journal: Path, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "tmux", [sys.executable, "-c", START + RUN, str(journal)])
    try:
        see_who_waits(terminal)
        log_three_contacts(terminal)
        set_an_appointment(terminal)
        tell_two_partners(terminal)
        lose_one_with_a_reason(terminal)
        add_count_and_undo(terminal)
        terminal.press("q")
        terminal.ends()
    finally:
        terminal.close()
    assert changes(journal) == EXPECTED.read_text("utf-8")
