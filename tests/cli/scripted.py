"""An editor that does what a test says, and somebody who answers questions, for `edit` and `add -e`."""

import io
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Editor = Callable[..., Path]
Answers = Callable[..., None]
PROGRAM = """\
#!{python}
import os, pathlib, sys
called = pathlib.Path({called!r})
file = pathlib.Path(sys.argv[-1])


def text():
    return file.read_text()


def put(old, new):
    file.write_text(text().replace(old, new))


turn = len(called.read_text().splitlines())
with called.open("a") as notes:
    notes.write(" ".join(sys.argv[1:]) + "\\n")
exec({steps!r}[turn])
"""


def put(old: str, new: str) -> str:
    """The step of an editor that replaces a text."""
    return f"put({old!r}, {new!r})"


def scripted_editor(folder: Path, patch: pytest.MonkeyPatch) -> Editor:
    """Gives a function that lets the editor be a program which each time does one of these steps of Python.

    In them `file` is the file, `text()` what it holds. The function gives the file in which it notes how it was called.
    """

    def set_up(*steps: str) -> Path:
        called, program = folder / "called", folder / "vi"
        called.write_text("")
        program.write_text(PROGRAM.format(python=sys.executable, called=str(called), steps=list(steps)))
        program.chmod(0o755)
        patch.setenv("EDITOR", shlex.quote(str(program)))
        return called

    return set_up


def somebody_answers(patch: pytest.MonkeyPatch) -> Answers:
    """Gives a function that lets somebody sit at the terminal who answers this."""

    def set_up(*lines: str) -> None:
        typed = io.StringIO("".join(f"{line}\n" for line in lines))
        patch.setattr(typed, "isatty", lambda: True, raising=False)
        patch.setattr(sys, "stdin", typed)
        patch.setattr(sys.stderr, "isatty", lambda: True)

    return set_up
