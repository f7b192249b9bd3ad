"""Programs that write into one file in the same moment, or are killed at it: nothing is lost, and nothing is torn."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.writing import KAI, TODAY_FILE, differing, texts
from textual_tracker.store.layout import is_dropping

ROOT = Path(__file__).parents[2]
PROGRAMS, EACH = 3, 4
KILLED = 12


def undo_all(tracker: Tracker) -> int:
    """How many writes could be undone."""
    count = 0
    while (ran := tracker("undo")).code == 0:
        count += 1
    assert ran.err == "tracker: There is nothing to undo.\n"
    return count


def test_three_shells_log_and_count_at_once(tracker: Tracker, journal: Path) -> None:
    before = texts(journal)
    numbers = " ".join(map(str, range(1, EACH + 1)))
    script = f"for i in {numbers}; do {sys.executable} -m textual_tracker log kai vm --note $0-$i || exit; done"
    running = [
        subprocess.Popen(
            ["sh", "-c", script, f"shell{number}"],
            cwd=journal,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for number in range(PROGRAMS)
    ]
    for one in running:
        _, complaints = one.communicate()
        assert (one.returncode, complaints) == (0, b"")
    written = (journal / KAI).read_text()
    assert all(f"note: shell{number}-{i}}}" in written for number in range(PROGRAMS) for i in range(1, EACH + 1))
    assert f"calls: {6 + PROGRAMS * EACH}\n" in (journal / TODAY_FILE).read_text()
    assert undo_all(tracker) == PROGRAMS * EACH
    assert differing(before, journal) == {}


def start(journal: Path, note: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "textual_tracker", "log", "kai", "vm", "--note", note],
        cwd=journal,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def one_call_more(text: bytes) -> bytes:
    """A day's file after a call that follows another one up."""
    more = {b"calls": 1, b"follow_ups": 1}
    counters = [line.split(b": ") for line in text.splitlines()]
    return b"".join(b"%s: %d\n" % (name, int(number) + more.get(name, 0)) for name, number in counters)


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_killed_while_it_logs_each_file_is_old_or_new_and_all_is_undone(tracker: Tracker, journal: Path) -> None:
    """The moments lie close to when it writes, which is late in its life."""
    before = texts(journal)
    began = time.monotonic()
    assert start(journal, "whole").wait(60) == 0
    seconds = time.monotonic() - began

    for number in range(KILLED):
        last = texts(journal)
        with start(journal, f"killed-{number}") as logging:
            threading.Event().wait(random.Random(number).uniform(0.6, 1.0) * seconds)  # noqa: S311 - no secret
            logging.send_signal(signal.SIGKILL)
        for path in journal.rglob(".*"):
            if is_dropping(path.name):
                path.unlink()
        now = texts(journal)
        line = f"  - {{date: 2026-03-10, channel: voicemail, result: left_message, note: killed-{number}}}\n"
        assert now[KAI] in (last[KAI], last[KAI].replace(b"partner_updates:", f"{line}partner_updates:".encode()))
        assert now[TODAY_FILE] in (last[TODAY_FILE], one_call_more(last[TODAY_FILE]))
        assert now.keys() == last.keys()

    assert undo_all(tracker) >= 1
    assert differing(before, journal) == {}


KILLED_AT = """
import os, signal, sys
from pathlib import Path
from textual_tracker.cli.main import main
really, left, is_done = Path.replace, int(sys.argv[1]), sys.argv[2] == "after"
def replace(self, target):
    global left
    left -= 1
    moved = really(self, target) if left or is_done else None
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    return moved
Path.replace = replace
sys.exit(main(["log", "kai", "vm"]))
"""


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize(("renamed", "written"), [(1, 0), (2, 1), (3, 2)])
def test_killed_at_each_file_that_it_moves_into_place(
    tracker: Tracker, journal: Path, moment: str, renamed: int, written: int
) -> None:
    """The entry of undo comes first, then the referral, then the day."""
    assert tracker("log", "kai", "r").code == 0
    before = texts(journal)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_AT, str(renamed), moment],
        cwd=journal,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    changed = [path for path in (KAI, TODAY_FILE) if (journal / path).read_bytes() != before[path]]

    assert killed.returncode == -signal.SIGKILL
    assert changed == [KAI, TODAY_FILE][: written - (moment == "before" and written > 0)]
    assert tracker("log", "kai", "t").code == 0
    undo_all(tracker)
    assert tracker("log", "kai", "r").code == 0
    assert {path: (journal / path).read_bytes() for path in before} == before
