"""Starting a process beside this one, which looks into files (`textual_tracker.store.crew.member`)."""

import subprocess
import sys
from collections.abc import Callable
from typing import IO, Final, NamedTuple

from textual_tracker.config.resources import PACKAGE

_SCRIPT: Final = "import sys; sys.path[:] = sys.argv[1:]; from textual_tracker.store.crew import member; member.main()"


class Member(NamedTuple):
    """A process that looks into files: the pipes to it and from it, which its user closes, and how to end it."""

    requests: IO[bytes]
    replies: IO[bytes]
    end: Callable[[], None]


def start_member() -> Member:
    """Start one. Whatever happens to this process, that one ends when its pipes close.

    It finds the program where this one did, and nowhere else: not by the environment, nor in the folder that is open.
    What it might print goes nowhere, for a screen is there.

    Raises:
        OSError: none is to be had.
    """
    if getattr(sys, "frozen", False) or not sys.executable:
        raise OSError("there is no interpreter to start")
    places = [place for place in sys.path if place]
    flags = ["-I", f"-Xutf8={sys.flags.utf8_mode}", *(["-B"] if sys.dont_write_bytecode else [])]
    process = subprocess.Popen(  # noqa: S603 - this interpreter, with words of ours
        [sys.executable, *flags, "-c", _SCRIPT, *places, str(PACKAGE.parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )

    def end() -> None:
        process.kill()
        process.wait()

    if process.stdin is None or process.stdout is None:
        end()
        raise OSError("there are no pipes")
    return Member(process.stdin, process.stdout, end)
