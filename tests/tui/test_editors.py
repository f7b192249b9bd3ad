"""Real editors in a real terminal, opened from the screen and beside it, and the other ways in which files are saved.

The journal lies outside of the folders for temporary files, in which vim and emacs save in another way than elsewhere.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.tui.driving import copied
from tests.tui.test_terminal import RUN, START, Terminal
from textual_tracker.config import editor

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

CHECKOUT = Path(__file__).parents[2]
DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"
LINE, COLUMN = 8, 36
WORSE, WRONG, RIGHT = "program: aava", "program: ava", "program: va"
ALL_IS_WELL = "Nothing is wrong in any file."


class Keys(NamedTuple):
    """How somebody at the place of the mistake removes its first letter, and then saves and leaves."""

    command: str
    mends: tuple[str, ...]
    leaves: tuple[tuple[str, ...], ...]


EDITORS = {
    "vi": Keys("vi", (":s/ava/va/", "Enter"), ((":wq", "Enter"),)),
    "nvi": Keys("nvi", (":s/ava/va/", "Enter"), ((":wq", "Enter"),)),
    "vim": Keys("vim", ("x",), ((":wq", "Enter"),)),
    "nvim": Keys("nvim", ("x",), ((":wq", "Enter"),)),
    "nano": Keys("nano", ("DC",), (("C-o",), ("Enter",), ("C-x",))),
    "emacs": Keys("emacs -nw", ("C-d",), (("C-x", "C-s"), ("C-x", "C-c"))),
    "micro": Keys("micro", ("DC",), (("C-s",), ("C-q",))),
    "kak": Keys("kak", ("d",), ((":wq", "Enter"),)),
    "hx": Keys("hx", ("d",), ((":wq", "Enter"),)),
}
each_editor = pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed"), id=name
        )
        for name in EDITORS
    ],
)


@pytest.fixture
def home() -> Iterator[Path]:
    """An empty folder outside of those for temporary files."""
    temporary = [Path(place).resolve() for place in ("/tmp", "/var/tmp", tempfile.gettempdir())]  # noqa: S108 - avoided
    places = [place for place in (CHECKOUT, Path.home()) if not any(map(place.resolve().is_relative_to, temporary))]
    if not places:
        pytest.skip("the checkout and the home lie among temporary files")
    with tempfile.TemporaryDirectory(prefix=".editing-", dir=places[0], ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def at_home(home: Path) -> Path:
    """A journal with one mistake, in the line LINE at the column COLUMN."""
    journal = copied(home)
    write(journal, journal_text(journal).replace("program: fha", WRONG))
    return journal


@pytest.fixture
def sockets(tmp_path: Path) -> Path:
    return tmp_path / "tmux"


def journal_text(journal: Path) -> str:
    return (journal / DANA).read_text("utf-8")


def write(journal: Path, text: str) -> None:
    (journal / DANA).write_text(text, "utf-8")


def opened(journal: Path, socket: Path, command: str) -> Terminal:
    """The screen, at the one problem of the journal."""
    words = [sys.executable, "-c", START + RUN, str(journal)]
    terminal = Terminal(socket, words, size=(100, 30), editor=command, home=journal.parent)
    terminal.sees("1 problem")
    terminal.answers(("8",), "1 error", f"-dana-ortiz.yaml:{LINE}:{COLUMN}")
    return terminal


def mend(terminal: Terminal, keys: Keys, wrong: str = WRONG, right: str = RIGHT) -> None:
    """What somebody does who has the file before them; a key follows when what the last one did is seen."""
    terminal.sees("best_time: after 5pm", wrong)
    terminal.press(*keys.mends)
    terminal.sees(right)
    for step in keys.leaves:
        terminal.press(*step)


@each_editor
def test_an_editor_opened_from_the_screen_stands_at_the_mistake_and_what_it_saved_is_seen(
    at_home: Path, sockets: Path, name: str
) -> None:
    terminal = opened(at_home, sockets, EDITORS[name].command)
    try:
        terminal.press("e")
        mend(terminal, EDITORS[name])
        terminal.sees(ALL_IS_WELL)
    finally:
        terminal.close()
    assert RIGHT in journal_text(at_home)


@each_editor
def test_what_is_still_wrong_when_the_editor_is_left_is_shown_and_e_goes_back_to_it(
    at_home: Path, sockets: Path, name: str
) -> None:
    write(at_home, journal_text(at_home).replace(WRONG, WORSE))
    terminal = opened(at_home, sockets, EDITORS[name].command)
    try:
        terminal.press("e")
        mend(terminal, EDITORS[name], WORSE, WRONG)
        terminal.sees("Not in order yet", '"ava" is not a loan program')
        terminal.press("e")
        mend(terminal, EDITORS[name])
        terminal.sees(ALL_IS_WELL, "Dana Ortiz: edited (loan program) · u undoes it")
        terminal.press("u")
        terminal.sees("1 error")
    finally:
        terminal.close()
    assert WORSE in journal_text(at_home)


@each_editor
def test_on_the_command_line_it_is_asked_what_is_to_become_of_it(at_home: Path, sockets: Path, name: str) -> None:
    write(at_home, journal_text(at_home).replace(WRONG, WORSE))
    words = [sys.executable, "-m", "textual_tracker", "-C", str(at_home), "--today", "2026-03-10", "edit", "dana"]
    terminal = Terminal(sockets, words, size=(100, 30), editor=EDITORS[name].command, home=at_home.parent)
    try:
        mend(terminal, EDITORS[name], WORSE, WRONG)
        terminal.sees('"ava" is not a loan program', "d: discard what you typed?")
        terminal.press("e", "Enter")
        mend(terminal, EDITORS[name])
        terminal.ends()
    finally:
        terminal.close()
    assert RIGHT in journal_text(at_home)


@each_editor
def test_what_an_editor_beside_the_screen_saved_is_seen_without_a_key(at_home: Path, sockets: Path, name: str) -> None:
    terminal = opened(at_home, sockets, "false")
    try:
        words = editor.command({"EDITOR": EDITORS[name].command}, (str(at_home / DANA), LINE, COLUMN))
        terminal.runs_beside(words)
        mend(terminal, EDITORS[name])
        terminal.sees(ALL_IS_WELL)
    finally:
        terminal.close()
    assert sorted(path.name for path in (at_home / DANA).parent.glob("*dana*") if path.suffix == ".yaml") == [
        Path(DANA).name
    ]


def replace(path: Path, text: str) -> None:
    """As VS Code and many others save where they write safely: a new file in the place of the old one."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, "utf-8")
    os.replace(beside, path)  # noqa: PTH105 - the system call that is meant


def overwrite(path: Path, text: str) -> None:
    """As VS Code saves mostly: the file is emptied and written."""
    path.write_text(text, "utf-8")


def move_away(path: Path, text: str) -> None:
    """As vim saves mostly: the old file gets another name for a moment."""
    path.rename(f"{path}~")
    path.write_text(text, "utf-8")
    Path(f"{path}~").unlink()


def stream(path: Path, text: str) -> None:
    """As `sed -i` saves."""
    old = path.read_text("utf-8")
    before, after = (WRONG, RIGHT) if WRONG in old else (RIGHT, WRONG)
    assert old.replace(before, after) == text
    subprocess.run(["sed", "-i", f"s/{before}/{after}/", str(path)], check=True)


def rsync(*options: str) -> Callable[[Path, str], None]:
    """As rsync brings a file."""

    def save(path: Path, text: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / path.name
            source.write_text(text, "utf-8")
            subprocess.run(["rsync", "-a", "--checksum", *options, str(source), f"{path.parent}/"], check=True)

    return save


needs_rsync = pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")


@pytest.mark.parametrize(
    "save",
    [
        pytest.param(replace, id="rename"),
        pytest.param(overwrite, id="overwrite"),
        pytest.param(move_away, id="move away"),
        pytest.param(stream, id="sed", marks=pytest.mark.skipif(shutil.which("sed") is None, reason="no sed")),
        pytest.param(rsync(), id="rsync", marks=needs_rsync),
        pytest.param(rsync("--inplace"), id="rsync --inplace", marks=needs_rsync),
        pytest.param(rsync("--delay-updates"), id="rsync --delay-updates", marks=needs_rsync),
    ],
)
def test_each_way_to_save_is_seen_without_a_key(
    at_home: Path, sockets: Path, save: Callable[[Path, str], None]
) -> None:
    wrong = journal_text(at_home)
    terminal = opened(at_home, sockets, "false")
    try:
        save(at_home / DANA, wrong.replace(WRONG, RIGHT))
        terminal.sees(ALL_IS_WELL)
        save(at_home / DANA, wrong)
        terminal.sees("1 error")
    finally:
        terminal.close()
