"""Where the git repository of a journal stands: its branch, and what is not committed yet. It is only looked at."""
# ruff: noqa: PTH110, PTH116, PTH118 - os.path: this is asked every few seconds, all day

import os
from pathlib import Path
from typing import Final

from msgspec import Struct

from textual_tracker.history.git import ask

TRACES: Final = ("HEAD", "index", "logs/HEAD", "FETCH_HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "rebase-merge")
"""What git writes in its folder when something happens."""
UNDER_WAY: Final = {
    "MERGE_HEAD": "merging",
    "CHERRY_PICK_HEAD": "cherry-picking",
    "REVERT_HEAD": "reverting",
    "rebase-merge": "rebasing",
    "rebase-apply": "rebasing",
}


class RepositoryState(Struct, frozen=True, kw_only=True):
    """The branch ("" while no branch is checked out), and how many of the journal's files are not as committed.

    `conflicts` of them are left by a merge. `ahead` and `behind` count commits, beside the branch it is pushed to.
    `doing` is what git was left in the middle of: `merging`, `rebasing`.
    """

    branch: str
    changed: int = 0
    conflicts: int = 0
    ahead: int = 0
    behind: int = 0
    doing: str = ""


def git_folder(root: Path) -> Path | None:
    """The folder in which git keeps the repository of `root`, `None` outside of any."""
    if not any(os.path.exists(os.path.join(place, ".git")) for place in (root, *root.parents)):
        return None
    answer = ask(root, "rev-parse", "--absolute-git-dir")
    return Path(answer) if answer else None


def traces(folder: Path) -> tuple[int, ...]:
    """When git last wrote in its folder (ns; 0: never): another answer means that the state may be another."""
    return tuple(_written(os.path.join(folder, name)) for name in TRACES)


def state_of(root: Path, folder: Path) -> RepositoryState | None:
    """The state, as far as the journal at `root` is concerned; `None` where git does not tell.

    Nothing is locked or written, and no program runs that the repository's settings name.
    """
    words = "--no-optional-locks", "-c", "core.fsmonitor=false", "status", "--porcelain=v2", "--branch", "--", "."
    answer = ask(root, *words)
    return None if answer is None else parse_status(answer, doing=under_way(folder))


def parse_status(text: str, *, doing: str = "") -> RepositoryState:
    """The state as `git status --porcelain=v2 --branch` words it (git-status(1), "Porcelain Format Version 2")."""
    heads: dict[str, str] = {}
    changed = conflicts = 0
    for line in text.splitlines():
        if line.startswith("# "):
            name, _, value = line[2:].partition(" ")
            heads[name] = value
        else:
            changed += 1
            conflicts += line.startswith("u ")
    head = heads.get("branch.head", "")
    ahead, _, behind = heads.get("branch.ab", "+0 -0").partition(" ")
    return RepositoryState(
        branch="" if head == "(detached)" else head,
        changed=changed,
        conflicts=conflicts,
        ahead=int(ahead),
        behind=-int(behind),
        doing=doing,
    )


def under_way(folder: Path) -> str:
    """What git was left in the middle of (`merging`, `rebasing`), "" when of nothing; `folder` is git's own."""
    return next((word for name, word in UNDER_WAY.items() if os.path.exists(os.path.join(folder, name))), "")


def _written(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
