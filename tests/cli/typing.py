"""The program on a pseudo-terminal, for what it asks a person: each answer is typed when its question stands there."""

import contextlib
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.cli.conftest import TODAY, Ran

ROOT = Path(__file__).parents[2]
SECONDS = 20
"""How long a question may be waited for on a busy machine."""
CTRL_C, CTRL_D = "\x03", "\x04"
PROGRAM = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from textual_tracker.__main__ import main
sys.exit(main())
"""
"""Makes the terminal its own, so that ctrl+c on it reaches the program, and is the program."""


def typed(folder: Path, words: Sequence[str], answers: Sequence[tuple[str, str]], **environ: str) -> Ran:
    """Run `tracker` in `folder` on a terminal; `answers` are what a question ends with, and what is typed then.

    A terminal has one stream: all that was shown is in `out`.
    """
    master, slave = pty.openpty()
    command = [sys.executable, "-c", PROGRAM, *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "TRACKER_TODAY": TODAY, **environ}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
    ) as process:
        os.close(slave)
        shown = ""
        for question, answer in answers:
            shown += _until(master, re.escape(question) + r" ?$")
            os.write(master, answer.encode())
        shown += _rest(master)
        code = process.wait(SECONDS)
    os.close(master)
    return Ran(code, shown.replace("\r\n", "\n"), "")


def _until(master: int, pattern: str) -> str:
    shown = ""
    deadline = time.monotonic() + SECONDS
    while not re.search(pattern, shown):
        left = deadline - time.monotonic()
        assert left > 0, f"{pattern!r} was never asked, but:\n{shown}"
        if select.select([master], [], [], left)[0]:
            shown += os.read(master, 65536).decode()
    return shown


def _rest(master: int) -> str:
    """All that is shown until the program has ended."""
    shown = ""
    with contextlib.suppress(OSError):  # Linux says so where macOS gives nothing more
        while more := os.read(master, 65536).decode():
            shown += more
    return shown
