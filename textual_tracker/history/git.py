"""The git command, for those who have it: a journal is as good without."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

SECONDS = 20
"""How long git may take before it is given up."""


def git_installed() -> bool:
    """Whether there is a git command at all."""
    return shutil.which("git") is not None


def repository_of(folder: Path) -> Path | None:
    """The top folder of the git repository that `folder` lies in, `None` outside of any."""
    answer = ask(folder, "rev-parse", "--show-toplevel")
    return Path(answer) if answer is not None else None


def init_repository(folder: Path) -> str:
    """Make `folder` a git repository; the result is what git complained of, "" when it is done."""
    answer = _git(folder, "init", "--quiet")
    if answer is None:
        return "git did not run"
    return "" if answer.returncode == 0 else answer.stderr.strip() or f"git stopped with {answer.returncode}"


def ask(folder: Path, *words: str) -> str | None:
    """What git answers in `folder`; `None` where it cannot run, or refuses."""
    answer = _git(folder, *words)
    return answer.stdout.rstrip("\n") if answer is not None and answer.returncode == 0 else None


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[str] | None:
    """Run git in `folder`; `None` where it cannot run."""
    try:
        return subprocess.run(  # noqa: S603  (fixed words, no shell)
            ["git", *words],  # noqa: S607  (the person's own git, wherever it is)
            cwd=folder,
            env=clean_environment(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """`environ` without the variables by which a git hook or alias would point git at another repository.

    Messages come in English and no password is ever asked for.
    """
    kept = {name: value for name, value in environ.items() if not name.startswith("GIT_")}
    configured = {name: value for name, value in environ.items() if name.startswith(("GIT_CONFIG", "GIT_CEILING"))}
    return {**kept, **configured, "LC_ALL": "C.UTF-8", "GIT_TERMINAL_PROMPT": "0"}
