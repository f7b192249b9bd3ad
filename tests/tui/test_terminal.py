"""The real program in a real terminal (tmux), while sed, an editor and git change the files."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

PATIENCE = 20.0
ATTEMPTS = 4
START = "import datetime as dt, pathlib, sys; from textual_tracker import tui; "
RUN = "sys.exit(tui.run(pathlib.Path(sys.argv[1]), today=lambda: dt.date(2026, 3, 10), use_index=False))"
STALLED, PIPELINE = "5 stalled, 3 at risk", "Closed this mo…"
"""What is on the screen in no other view; the pipeline's 120 columns wide."""
OTHERS = {"TMUX", "NO_COLOR", "VISUAL", "COLUMNS", "LINES"}
"""What whoever runs the tests may have set: the size too, for tests that run side by side."""
MARCUS = "referrals/2026/2026-03-02-marcus-bell.yaml"


class Terminal:
    """A tmux session of its own, on a socket of its own."""

    def __init__(
        self,
        socket: Path,
        words: list[str],
        *,
        size: tuple[int, int] = (80, 24),
        editor: str = "vi",
        home: Path | None = None,
    ) -> None:
        self._tmux = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        environ = {name: value for name, value in os.environ.items() if name not in OTHERS}
        environ |= {"EDITOR": editor, "TERM": "screen-256color"}
        environ |= {"HOME": str(home)} if home is not None else {}
        width, height = str(size[0]), str(size[1])
        command = [*self._tmux, "new-session", "-d", "-s", "t", "-x", width, "-y", height, *words]
        subprocess.run(command, check=True, env=environ)

    @property
    def screen(self) -> str:
        """What is on the screen."""
        shown = subprocess.run([*self._tmux, "capture-pane", "-p"], check=False, capture_output=True, text=True)
        return shown.stdout

    def press(self, *keys: str) -> None:
        """Press these keys."""
        subprocess.run([*self._tmux, "send-keys", *keys], check=True)

    def answers(self, keys: tuple[str, ...], *texts: str) -> None:
        """Press these keys, once more whenever the screen has not shown all of `texts` for a while.

        A busy machine now and then loses what is typed in the first moments of a terminal.
        """
        for _ in range(ATTEMPTS):
            self.press(*keys)
            deadline = time.monotonic() + PATIENCE / ATTEMPTS
            while time.monotonic() < deadline:
                if all(text in self.screen for text in texts):
                    return
                time.sleep(0.02)
        raise AssertionError(self.screen)

    def sees(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        deadline = time.monotonic() + PATIENCE
        while not all(text in self.screen for text in texts):
            assert time.monotonic() < deadline, self.screen
            time.sleep(0.02)

    def misses(self, text: str) -> None:
        """Wait until this is not on the screen any more."""
        deadline = time.monotonic() + PATIENCE
        while text in self.screen:
            assert time.monotonic() < deadline, self.screen
            time.sleep(0.02)

    def runs_beside(self, words: list[str]) -> None:
        """Run a command in a window of its own, which has the screen and the keys until it ends."""
        subprocess.run([*self._tmux, "new-window", *words], check=True)

    def ends(self) -> None:
        """Wait until the program has ended by itself, and the session with it."""
        deadline = time.monotonic() + PATIENCE
        while subprocess.run([*self._tmux, "has-session"], check=False, capture_output=True).returncode == 0:
            assert time.monotonic() < deadline, self.screen
            time.sleep(0.02)

    def close(self) -> None:
        """End the session, and all that runs in it."""
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)


@pytest.fixture
def terminal(journal: Path, tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path / "tmux", [sys.executable, "-c", START + RUN, str(journal)])
    yield opened
    opened.close()


def test_the_screen_follows_sed_and_an_editor_and_leaves_the_terminal_as_it_was(
    journal: Path, terminal: Terminal
) -> None:
    terminal.sees("10 open · $4.3M", "Marcus Bell", "1 Today")
    terminal.answers(("2",), "Pre-approved")

    subprocess.run(["sed", "-i", "s/name: Marcus Bell/name: Marcus Belle/", str(journal / MARCUS)], check=True)
    terminal.sees("Marcus Belle")

    subprocess.run(["sed", "-i", "s/^loan: {/loan: {{/", str(journal / MARCUS)], check=True)
    terminal.sees("!✗ Marcus", "1 file cannot be read")
    subprocess.run(["sed", "-i", "s/^loan: {{/loan: {/", str(journal / MARCUS)], check=True)
    terminal.sees("! Marcus Belle")

    if shutil.which("vi"):
        terminal.press("j", "e")
        terminal.sees("partner: mike-tran")
        terminal.press(":%s/Marcus Belle/Mark Bell/", "Enter", ":wq", "Enter")
        terminal.sees("Mark Bell", "2 Pipeline")

    terminal.answers(("3",), "5 stalled, 3 at risk", "waited")
    terminal.press("q")
    deadline = time.monotonic() + PATIENCE
    while "3 Stalled" in terminal.screen:
        assert time.monotonic() < deadline, terminal.screen
        time.sleep(0.02)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_screen_follows_a_checkout(journal: Path, tmp_path: Path) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=Ana Rivera", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *words], cwd=journal, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    git("checkout", "-q", "-b", "later")
    for path in (journal / "referrals/2026").glob("*.yaml"):
        path.write_text(path.read_text("utf-8") + "tags: [later]\n", "utf-8")
    (journal / MARCUS).unlink()
    git("add", ".")
    git("commit", "-q", "-m", "Later")
    terminal = Terminal(tmp_path / "tmux", [sys.executable, "-c", START + RUN, str(journal)])
    try:
        terminal.sees("9 open")
        git("checkout", "-q", "main")
        terminal.sees("10 open", "Marcus Bell")
        git("checkout", "-q", "later")
        terminal.sees("9 open")
    finally:
        terminal.close()


@pytest.mark.parametrize(
    ("editor", "says"),
    [
        ("no-such-editor-anywhere", ("The editor cannot be started", "no-such-editor-anywhere")),
        ("false", ("The editor ended with an error (1): false",)),
    ],
)
def test_after_an_editor_that_is_missing_or_fails_the_keys_are_answered(
    journal: Path, tmp_path: Path, editor: str, says: tuple[str, ...]
) -> None:
    terminal = Terminal(
        tmp_path / "tmux", [sys.executable, "-c", START + RUN, str(journal)], size=(120, 30), editor=editor
    )
    try:
        terminal.sees("10 open")
        terminal.answers(("3",), STALLED)
        terminal.answers(("e",), STALLED, *says)
        terminal.answers(("2",), PIPELINE)
        terminal.answers(("e",), PIPELINE, *says)
        terminal.answers(("3",), STALLED)
    finally:
        terminal.close()


def test_a_query_that_is_asked_for_before_its_view_is_on_the_screen_ends_nothing(terminal: Terminal) -> None:
    terminal.sees("10 open")
    terminal.press("3", "/")
    terminal.answers(("Escape",), STALLED)


def test_a_query_typed_in_one_burst_is_the_whole_query(journal: Path, tmp_path: Path) -> None:
    """No letter of it reaches the list, where `e` would open the editor and `q` leave."""
    terminal = Terminal(tmp_path / "tmux", [sys.executable, "-c", START + RUN, str(journal)], editor="false")
    try:
        terminal.sees("10 open")
        terminal.answers(("3",), STALLED)
        terminal.press("/bqe")
        terminal.sees("/bqe", "0 of 8")
        assert "The editor" not in terminal.screen
    finally:
        terminal.close()
