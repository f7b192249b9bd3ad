"""A person's own editor, opened at a line and a column."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from types import FrameType

from textual_tracker.errors import TrackerError

Place = tuple[str, int, int]
"""A file, a line and a column, both from 1, the column in characters."""

NO_EDITOR = "No editor is set. Put its command into the variable VISUAL or EDITOR, such as: export EDITOR=nano"


def _vim(path: str, line: int, column: int) -> list[str]:
    return [f"+normal! {line}G0{column - 1}lzv" if column > 1 else f"+{line}", path]


def _vi(path: str, line: int, _column: int) -> list[str]:
    return [f"+{line}", path]


def _plus_comma(path: str, line: int, column: int) -> list[str]:
    return [f"+{line},{column}", path]


def _plus_colon(path: str, line: int, column: int) -> list[str]:
    return [f"+{line}:{column}", path]


def _suffix(path: str, line: int, column: int) -> list[str]:
    return [f"{path}:{line}:{column}"]


def _goto(path: str, line: int, column: int) -> list[str]:
    return ["--goto", f"{path}:{line}:{column}"]


PLACED: Mapping[str, Callable[[str, int, int], list[str]]] = {
    "vi": _vi,
    "vim": _vim,
    "nvim": _vim,
    "gvim": _vim,
    "nano": _plus_comma,
    "emacs": _plus_colon,
    "emacsclient": _plus_colon,
    "micro": _plus_colon,
    "kak": _plus_colon,
    "hx": _suffix,
    "helix": _suffix,
    "subl": _suffix,
    "zed": _suffix,
    "code": _goto,
    "code-insiders": _goto,
    "codium": _goto,
    "cursor": _goto,
}
"""How each editor is told the place; any other is given the file alone."""
RETURNS_AT_ONCE = frozenset({"code", "code-insiders", "codium", "cursor", "subl", "zed", "gvim"})
"""Editors with a window of their own, which come back at once unless they are told to wait."""


def command(environ: Mapping[str, str], place: Place) -> list[str]:
    """The words that open `place` in $VISUAL, else in $EDITOR.

    Raises:
        TrackerError: neither is set, or its quotes do not match.
    """
    setting = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip()
    if not setting:
        raise TrackerError(NO_EDITOR)
    try:
        words = shlex.split(setting, posix=os.name != "nt")
    except ValueError:
        raise TrackerError(f"The editor cannot be started, a quote is missing: {setting}") from None
    name = PurePath(words[0].strip('"')).stem.lower()
    wait = {"gvim": "--nofork"}.get(name, "--wait")
    if name in RETURNS_AT_ONCE and not {wait, "-w", "-f"} & set(words):
        words.append(wait)
    path, line, column = place
    return [*words, *(PLACED[name](path, line, column) if name in PLACED else [path])]


def run(words: Sequence[str], folder: Path) -> None:
    """Run the editor until the person leaves it. The terminal must be free for it.

    Raises:
        TrackerError: it cannot be started, or it ended with an error.
    """
    try:
        with _interrupts_ignored():
            code = subprocess.run(words, cwd=folder, check=False).returncode  # noqa: S603 - the person's own command
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TrackerError(f"The editor cannot be started: {words[0]}: {reason}") from None
    if code:
        raise TrackerError(f"The editor ended with an error ({code}): {words[0]}")


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """While the editor has the terminal, ctrl+c is for it. A handler, unlike SIG_IGN, is not handed on to it."""

    def nothing(_signal: int, _frame: FrameType | None) -> None:
        pass

    before = signal.signal(signal.SIGINT, nothing)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
