"""One commit of what the program wrote, beside the road: whatever git says, the files are written already."""

import os
import re
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from textual_tracker.history.git import run
from textual_tracker.history.state import under_way
from textual_tracker.reading.excerpt import visible

_HOOK_SECONDS: Final = 120.0
"""How long a commit may take, with the person's own hooks in it."""
_TRIES: Final = 20
_PAUSE_SECONDS: Final = 0.1
_PLAIN: Final = ("--literal-pathspecs", "-c", "core.fsmonitor=false")
_COMMIT: Final = ("commit", "--quiet", "--cleanup=whitespace", "--only")
_SILENT: Final = "git is not installed, or does not answer"
_NEW: Final = "??"
_BUSY: Final = "index.lock"
_NOBODY: Final = re.compile(r"Please tell me who you are|empty ident|unable to auto-detect email|no email was given")
_TELLING: Final = re.compile(r"(?:fatal|error): *(.*)")


class _Repository(Struct, frozen=True):
    """Where git keeps its own, and the journal's path from the top of the repository: "" or `journal/`."""

    folder: Path
    prefix: str


def commit(root: Path, paths: Sequence[str], message: str) -> str:
    """Commit the files at `paths` of the journal at `root`, new, changed or gone, and nothing else.

    What else is staged stays so. The result is what git complained of, in one line; "" when all is committed, or when
    there was nothing to: no change, or files that git is told to ignore.
    """
    found = _repository(root)
    if isinstance(found, str):
        return found
    doing = under_way(found.folder)
    if doing:
        return f"git is in the middle of {doing}"
    states = _states(root, found, paths)
    if isinstance(states, str):
        return states
    new = [name for name, state in states if state == _NEW]
    complaint = _tell(root, "add", "--intent-to-add", "--", *new) if new else ""
    if complaint or not states:
        return complaint
    subject = " ".join(visible(message).split())
    complaint = _tell(root, *_COMMIT, "-m", subject, "--", *(name for name, _ in states))
    if complaint and new:
        _tell(root, "rm", "--quiet", "--cached", "--force", "--ignore-unmatch", "--", *new)
    return complaint


def _repository(root: Path) -> _Repository | str:
    """The repository of the journal, or why there is none to commit to."""
    answer = run(root, "rev-parse", "--absolute-git-dir", "--show-prefix")
    if answer is None:
        return _SILENT
    if answer.returncode == 0:
        folder, _, prefix = answer.stdout.removesuffix("\n").partition("\n")
        return _Repository(Path(folder), prefix)
    return "the journal is in no git repository" if "not a git repository" in answer.stderr else _complaint(answer)


def _states(root: Path, repository: _Repository, paths: Sequence[str]) -> list[tuple[str, str]] | str:
    """Of each file that is not as it was committed its path in the journal, and two letters; or what git complained of.

    Ignored files are not among them. The paths are spelt as git spells them.
    """
    words = "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *_real(root, paths)
    answer = run(root, *_PLAIN, *words)
    if answer is None:
        return _SILENT
    if answer.returncode != 0:
        return _complaint(answer)
    lines = answer.stdout.split("\0")[:-1]
    return [(line[3:].removeprefix(repository.prefix), line[:2]) for line in lines]


def _real(root: Path, paths: Sequence[str]) -> Iterator[str]:
    """The paths as git knows them, free of links inside the journal."""
    top = os.path.realpath(root)
    for path in paths:
        yield Path(os.path.relpath(os.path.realpath(root / path), top)).as_posix()


def _tell(root: Path, *words: str) -> str:
    """Have git do something; the result is what it complained of. Waits a little for another git that is at work."""
    answer = run(root, *_PLAIN, *words, seconds=_HOOK_SECONDS)
    for _ in range(_TRIES):
        if answer is None or answer.returncode == 0 or _BUSY not in answer.stderr:
            break
        time.sleep(_PAUSE_SECONDS)
        answer = run(root, *_PLAIN, *words, seconds=_HOOK_SECONDS)
    if answer is None:
        return _SILENT
    return "" if answer.returncode == 0 else _complaint(answer)


def _complaint(answer: "subprocess.CompletedProcess[str]") -> str:
    """What git says is wrong, in one line without a full stop."""
    text = answer.stderr
    if _NOBODY.search(text):
        return "git does not know who you are; tell it with git config user.name and user.email"
    told = _TELLING.search(text)
    lines = [told[1]] if told else [line for line in text.splitlines() if line.strip()]
    return visible(lines[0]).strip().rstrip(".") if lines else f"git stopped with {answer.returncode}"
