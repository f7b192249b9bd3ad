"""A person's own editor, opened at a line and a column."""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from types import FrameType

from textual_tracker.errors import TrackerError

Place = tuple[str, int, int]
"""A file, a line and a column, both from 1, the column in characters."""

DEFAULTS = ("notepad",) if os.name == "nt" else ("editor", "nano", "vi")
"""Where none is set: what was chosen on Debian with update-alternatives, else one whose keys stand on its screen."""
NO_EDITOR = "No editor is set. Put its command into the variable VISUAL or EDITOR, such as: export EDITOR=nano"

AT_ONCE = 0.4
"""Seconds in which nobody opens a file, changes their mind and leaves."""
NOT_WAITED = (
    "Nothing was changed: the editor came back at once. One with a window of its own has to be told to wait, "
    'such as EDITOR="code --wait".'
)


def _vim(path: str, line: int, column: int) -> list[str]:
    return [f"+normal! {line}G0{column - 1}lzv" if column > 1 else f"+{line}", path]


def _plus(path: str, line: int, _column: int) -> list[str]:
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
    "vi": _plus,
    "nvi": _plus,
    "joe": _plus,
    "jed": _plus,
    "mg": _plus,
    "vim": _vim,
    "vim.tiny": _plus,
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


def command(environ: Mapping[str, str], place: Place, which: Callable[[str], str | None] = shutil.which) -> list[str]:
    """The words that open `place` in $VISUAL, else in $EDITOR, else in what `which` finds of the `DEFAULTS`.

    Raises:
        TrackerError: none is set and none is there, or its quotes do not match.
    """
    words = _words(environ.get("VISUAL", "")) or _words(environ.get("EDITOR", "")) or _default(which)
    name = _name(words[0], which)
    wait = {"gvim": "--nofork"}.get(name, "--wait")
    if name in RETURNS_AT_ONCE and not {wait, "-w", "-f"} & set(words):
        words.append(wait)
    path, line, column = place
    return [*words, *(PLACED[name](path, line, column) if name in PLACED else [path])]


def run(words: Sequence[str], folder: Path) -> None:
    """Run the editor until the person leaves it. The terminal must be free for it.

    Raises:
        TrackerError: `folder` is gone, it cannot be started, or it ended with an error.
    """
    program = (shutil.which(words[0]) if os.name == "nt" else None) or words[0]  # Windows: code is a code.cmd
    try:
        with _interrupts_ignored():
            code = subprocess.run([program, *words[1:]], cwd=folder, check=False).returncode  # noqa: S603 - the person's
    except (OSError, ValueError) as error:
        if not folder.is_dir():  # the system names the program all the same
            raise TrackerError(f"The editor cannot be started: the journal's folder is gone: {folder}") from None
        reason = getattr(error, "strerror", None) or str(error)
        raise TrackerError(f"The editor cannot be started: {words[0]}: {reason}") from None
    if code < 0:
        raise TrackerError(f"The editor was ended from outside (signal {-code}): {words[0]}")
    if code:
        raise TrackerError(f"The editor ended with an error ({code}): {words[0]}")


def _words(setting: str) -> list[str]:
    """The words of a command as a shell splits them; none, where nothing is set."""
    try:
        words = shlex.split(setting, posix=os.name != "nt")
    except ValueError:
        raise TrackerError(f"The editor cannot be started, a quote is missing: {setting}") from None
    if os.name == "nt":  # there a backslash is part of a path, and quotes stay where they are
        return [word.strip('"') for word in words]
    return [str(Path(words[0]).expanduser()) if words[0].startswith("~") else words[0], *words[1:]] if words else []


def _default(which: Callable[[str], str | None]) -> list[str]:
    for name in DEFAULTS:
        if which(name) is not None:
            return [name]
    raise TrackerError(NO_EDITOR)


def _name(program: str, which: Callable[[str], str | None]) -> str:
    """Which editor it is, by its file's name, or by that of the file to which a link such as `editor` leads."""
    target = which(program)
    for path in (program, os.path.realpath(target) if target else ""):
        for name in (PurePath(path).name.lower(), PurePath(path).stem.lower()):
            if name in PLACED:
                return name
    return ""


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
