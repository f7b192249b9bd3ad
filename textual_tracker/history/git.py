"""The git command, for those who have it: a journal is as good without."""

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

SECONDS = 20
"""How long git may take before it is given up."""
_LAST_SECONDS = 2
"""How long a git that is given up may take to remove its lock files."""
_IDENTITY = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")


def git_installed() -> bool:
    """Whether there is a git command at all."""
    return shutil.which("git") is not None


def repository_of(folder: Path) -> Path | None:
    """The top folder of the git repository that `folder` lies in, `None` outside of any."""
    answer = ask(folder, "rev-parse", "--show-toplevel")
    return Path(answer) if answer is not None else None


def init_repository(folder: Path) -> str:
    """Make `folder` a git repository; the result is what git complained of, "" when it is done."""
    answer = run(folder, "init", "--quiet")
    if answer is None:
        return "git did not run"
    return "" if answer.returncode == 0 else answer.stderr.strip() or f"git stopped with {answer.returncode}"


def ask(folder: Path, *words: str) -> str | None:
    """What git answers in `folder`; `None` where it cannot run, or refuses."""
    answer = run(folder, *words)
    return answer.stdout.rstrip("\n") if answer is not None and answer.returncode == 0 else None


def run(folder: Path, *words: str, seconds: float | None = None) -> subprocess.CompletedProcess[str] | None:
    """Run git in `folder`; `None` where it cannot run, or takes longer than `seconds` (else `SECONDS`).

    Neither it nor a hook of its can ask anything: it has no terminal.
    """
    try:
        process = subprocess.Popen(  # noqa: S603  (fixed words, no shell)
            ["git", *words],  # noqa: S607  (the person's own git, wherever it is)
            cwd=folder,
            env=clean_environment(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="surrogateescape",
            start_new_session=True,
        )
    except OSError:
        return None
    with process:
        try:
            output, complaints = process.communicate(timeout=SECONDS if seconds is None else seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return None
        except BaseException:
            _end(process)
            raise
    return subprocess.CompletedProcess(words, process.returncode, output, complaints)


def _end(process: "subprocess.Popen[str]") -> None:
    """End git and its hooks; politely first, for a git that is killed leaves its lock files."""
    for ending in ("SIGTERM", "SIGKILL"):
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(process.pid, getattr(signal, ending))
            else:
                process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LAST_SECONDS)
            return


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """`environ` without the variables by which a git hook or alias would point git at another repository.

    Messages come in English and no password is ever asked for: GPG_TTY would lead to a terminal.
    """
    kept = {name: value for name, value in environ.items() if not name.startswith(("GIT_", "GPG_TTY"))}
    ours = ("GIT_CONFIG", "GIT_CEILING", *_IDENTITY)
    configured = {name: value for name, value in environ.items() if name.startswith(ours)}
    return {**kept, **configured, "LC_ALL": "C.UTF-8", "GIT_TERMINAL_PROMPT": "0"}
