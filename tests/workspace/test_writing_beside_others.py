"""Two programs that write at once, and a program that is killed while it writes: real processes, real files."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.workspace.conftest import DANA, tree
from textual_tracker.errors import RefusedEditError
from textual_tracker.store import undo as undo_log
from textual_tracker.store.layout import is_dropping
from textual_tracker.workspace.writing import undo

ROUNDS = 12
WRITES = 150
LINES = 2_000

STREAM = f"""
import sys
from pathlib import Path
from tests.workspace.conftest import DANA, DAY, LEE, plan_of
from textual_tracker.workspace.writing import perform
root = Path(sys.argv[1])
for number in range({WRITES}):
    text = f"{{number}}\\n" * {LINES}
    texts = {{DANA: text, LEE: text}} if number % 2 else {{LEE: text, DAY: None if number % 4 else text}}
    perform(root, plan_of(root, str(number), texts), auto_commit=False)
    print(number, flush=True)
"""

APPEND = """
import sys
from pathlib import Path
from tests.workspace.conftest import DANA, plan_of
from textual_tracker.errors import FileChangedError
from textual_tracker.workspace.writing import perform
root, name = Path(sys.argv[1]), sys.argv[2]
for number in range(100):
    while True:
        text = (root / DANA).read_text() + f"{name} {number}\\n"
        planned = plan_of(root, f"{name} {number}", {DANA: text})
        try:
            perform(root, planned, auto_commit=False)
        except FileChangedError:
            continue
        break
"""


def undo_all(root: Path) -> int:
    """How many writes could be undone."""
    count = 0
    while True:
        try:
            undo(root, auto_commit=False)
        except RefusedEditError:
            return count
        count += 1


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_killed_at_any_moment_each_file_is_old_or_new_and_all_is_undone(root: Path) -> None:
    start = tree(root)
    for seed in range(ROUNDS):
        writer = subprocess.Popen([sys.executable, "-c", STREAM, str(root)], stdout=subprocess.PIPE, text=True)
        with writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "0\n"
            # Neither of them waits for anything: what is tested is the moment.
            threading.Event().wait(random.Random(seed).uniform(0, 0.1))  # noqa: S311 - no secret
            writer.send_signal(signal.SIGKILL)
            told = writer.stdout.read().split()

        for path, text in tree(root).items():
            if is_dropping(path.rpartition("/")[2]):
                (root / path).unlink()
            elif text != start.get(path):
                assert text == f"{text.partition(chr(10))[0]}\n" * LINES, f"{path} is torn"
        assert undo_all(root) >= len(told) + 1, "a write that was told of cannot be undone"
        assert tree(root) == start
        assert list(undo_log.entries(root)) == []


def test_two_programs_lose_nothing(root: Path) -> None:
    start = tree(root)
    names = ("ana", "bo")
    writers = [
        subprocess.Popen([sys.executable, "-c", APPEND, str(root), name], stderr=subprocess.PIPE, text=True)
        for name in names
    ]
    for writer in writers:
        _, complaints = writer.communicate(timeout=120)
        assert writer.returncode == 0, complaints

    lines = (root / DANA).read_text().removeprefix(start[DANA]).splitlines()
    for name in names:
        assert [line for line in lines if line.startswith(name)] == [f"{name} {number}" for number in range(100)]
    assert [entry.says for entry in undo_log.entries(root)] == lines[::-1]
    assert undo_all(root) == 200
    assert tree(root) == start
