"""The real program on a pseudo-terminal that goes away under it."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui.browsing import ESCAPES
from tests.tui.writing import DANA, files, text

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no pseudo-terminals")

PATIENCE = 20.0
HUNG_UP, KILLED = 129, 143
"""As a shell calls a program that SIGHUP (1) or SIGTERM (15) ended."""
SHOWN = "10 open"
"""What is on the screen when the journal is read."""
TRIED = "date: 2026-03-10, channel: call, result: no_answer"
START = """
import fcntl, os, signal, sys, termios
is_its_own, nohup, *typed = sys.argv[1:]
if is_its_own == "True":
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
if nohup == "True":
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.execv(sys.executable, [sys.executable, "-m", "textual_tracker", *typed])
"""


class Window:
    """`tracker ui` in a window of 100 x 24; `is_its_own`: a hangup of the terminal is told by a signal."""

    def __init__(self, journal: Path, home: Path, *, is_its_own: bool, nohup: bool = False) -> None:
        self._ends, other = os.openpty()
        own = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "COLUMNS": "100", "LINES": "24"}
        words = [str(is_its_own), str(nohup), "-C", str(journal), "--today", "2026-03-10"]
        self.process = subprocess.Popen(
            [sys.executable, "-c", START, *words, "ui"],
            stdin=other,
            stdout=other,
            stderr=other,
            env={**os.environ, **own, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(other)
        self.drawn = ""

    def sees(self, said: str) -> None:
        """Wait until this was drawn."""
        deadline = time.monotonic() + PATIENCE
        while said not in self.drawn:
            assert time.monotonic() < deadline, self.drawn[-2000:]
            if select.select([self._ends], [], [], 0.1)[0]:
                self.drawn += ESCAPES.sub("", os.read(self._ends, 1 << 16).decode(errors="replace"))

    def rest(self) -> str:
        """What was drawn last, after the program has ended, with what is for the terminal itself."""
        drawn = b""
        while select.select([self._ends], [], [], 0.1)[0]:
            try:
                drawn += os.read(self._ends, 1 << 16)
            except OSError:
                break
        return drawn.decode(errors="replace")

    def press(self, keys: str) -> None:
        """Press these keys."""
        os.write(self._ends, keys.encode())

    def vanish(self) -> None:
        """Close the window under the program."""
        os.close(self._ends)
        self._ends = -1

    def ends(self) -> int:
        """Wait until the program has ended by itself: its exit code."""
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Leave nothing behind."""
        self.process.kill()
        self.process.wait()
        if self._ends >= 0:
            self.vanish()


@pytest.fixture
def opens(journal: Path, tmp_path: Path) -> Iterator[Callable[..., Window]]:
    opened: list[Window] = []

    def opens(**kind: bool) -> Window:
        opened.append(Window(journal, tmp_path, **kind))
        return opened[-1]

    yield opens
    for window in opened:
        window.close()


WINDOWS = [
    pytest.param({"is_its_own": True}, id="a window that is closed"),
    pytest.param({"is_its_own": True, "nohup": True}, id="the same under nohup"),
    pytest.param({"is_its_own": False}, id="a window that tells nothing"),
]


@pytest.mark.parametrize("kind", WINDOWS)
def test_the_program_ends_with_its_terminal(
    journal: Path, tmp_path: Path, opens: Callable[..., Window], kind: dict[str, bool]
) -> None:
    before = list(files(journal))
    window = opens(**kind)
    window.sees(SHOWN)
    window.vanish()
    assert window.ends() == HUNG_UP
    assert list(files(journal)) == before
    assert unfinished(journal, tmp_path) == []


@pytest.mark.parametrize("kind", WINDOWS)
def test_it_ends_too_while_the_journal_is_read(opens: Callable[..., Window], kind: dict[str, bool]) -> None:
    window = opens(**kind)
    window.sees("reading")
    window.vanish()
    assert window.ends() == HUNG_UP


@pytest.mark.parametrize("kind", WINDOWS)
def test_what_was_asked_to_be_written_is_written_whole(
    journal: Path, tmp_path: Path, opens: Callable[..., Window], kind: dict[str, bool]
) -> None:
    window = opens(**kind)
    window.sees(SHOWN)
    window.press("3")
    window.sees("5 stalled, 3 at risk")
    before = text(journal, DANA)
    window.press("jcn")
    window.sees("Dana Ortiz: tried")
    window.vanish()
    assert window.ends() == HUNG_UP
    lines = [line for line in text(journal, DANA).split("\n") if line]
    lines.remove("contact_attempts:")
    lines.remove(f"  - {{{TRIED}}}")
    assert lines == [line for line in before.split("\n") if line]
    assert unfinished(journal, tmp_path) == []


def test_a_polite_kill_leaves_the_terminal_as_it_was(opens: Callable[..., Window]) -> None:
    window = opens(is_its_own=True)
    window.sees(SHOWN)
    window.process.send_signal(signal.SIGTERM)
    assert window.ends() == KILLED
    assert "\x1b[?1049l" in window.rest(), "the terminal shows again what was there before"


def unfinished(*folders: Path) -> list[Path]:
    """What is left of texts that were being written."""
    return [path for folder in folders for path in folder.rglob("*") if path.is_file() and is_passing(path)]


def is_passing(path: Path) -> bool:
    return path.suffix in {".tmp", ".half"} or path.name.startswith(".tmp")
