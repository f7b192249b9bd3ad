"""The completion scripts in the real bash, zsh and fish: typed at a prompt, as a person does."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY

ROOT = Path(__file__).parents[2]
SECONDS = 20
"""How long an answer may take on a busy machine before it counts as none."""

ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[a-zA-Z]|[=>]|\][^\a]*\a)|[\r\a]")


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"needs {program}")


@pytest.fixture
def environment(journal: Path, tmp_path: Path) -> dict[str, str]:
    """A PATH on which `tracker` is this program, and the small journal."""
    programs = tmp_path / "bin"
    programs.mkdir()
    tracker = programs / "tracker"
    tracker.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m textual_tracker "$@"\n')
    tracker.chmod(0o755)
    return {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "TERM": "dumb",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "TRACKER_JOURNAL": str(journal),
        "TRACKER_TODAY": TODAY,
    }


class Prompt:
    """A shell on a pseudo-terminal."""

    def __init__(self, master: int) -> None:
        self.master = master
        self.seen = ""

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def until(self, pattern: str) -> str:
        """Wait until the shell has shown this, and take all that it showed."""
        deadline = time.monotonic() + SECONDS
        while not (found := re.search(pattern, self.seen)):
            left = deadline - time.monotonic()
            assert left > 0, f"{pattern!r} was never shown, but:\n{self.seen}"
            if select.select([self.master], [], [], left)[0]:
                self.seen += ESCAPES.sub("", os.read(self.master, 65536).decode(errors="replace"))
        shown, self.seen = self.seen[: found.end()], self.seen[found.end() :]
        return shown


@contextmanager
def shell(command: list[str], environment: dict[str, str], folder: Path) -> Iterator[Prompt]:
    master, slave = pty.openpty()
    try:
        with subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, cwd=folder, start_new_session=True
        ) as process:
            os.close(slave)
            prompt = Prompt(master)
            try:
                yield prompt
            finally:
                process.kill()
    finally:
        os.close(master)


@contextmanager
def bash(environment: dict[str, str], folder: Path) -> Iterator[Prompt]:
    with shell(["bash", "--norc", "--noprofile", "-i"], environment, folder) as prompt:
        prompt.type("PS1='READY> '; bind 'set enable-bracketed-paste off'; eval \"$(tracker completion bash)\"\n")
        prompt.until("READY> ")
        prompt.type("echo loa''ded\n")
        prompt.until("loaded\nREADY> ")
        yield prompt


@contextmanager
def zsh(environment: dict[str, str], folder: Path) -> Iterator[Prompt]:
    with shell(["zsh", "-f", "-i"], environment, folder) as prompt:
        prompt.type("PS1='READY> '; autoload -Uz compinit && compinit -u -D; eval \"$(tracker completion zsh)\"\n")
        prompt.type("echo loa''ded\n")
        prompt.until("loaded\n(.*\n)?.*READY> ")
        yield prompt


LINES = [
    ("tracker sta", "tracker stalled "),
    ("tracker show dan", "tracker show dana-ortiz "),
    ("tracker show 2026-03-06", "tracker show 2026-03-06-dana-ortiz "),
    ("tracker list stage:cont", "tracker list stage:contacted "),
    ("tracker list partner:ch", "tracker list partner:chen "),
    ("tracker today --color=al", "tracker today --color=always "),
    ("tracker stalled --at", "tracker stalled --at-risk "),
    ("tracker check journ", "tracker check journal.yaml "),
    ("tracker -C ref", "tracker -C referrals/"),
    ("tracker log @ch", "tracker log @chen "),
    ("tracker mark dana under", "tracker mark dana under-contract "),
    ("tracker set dana program=fh", "tracker set dana program=fha "),
    ("tracker count conv", "tracker count conversations+1 "),
]


@needs("bash")
def test_bash(environment: dict[str, str], journal: Path) -> None:
    with bash(environment, journal) as prompt:
        for typed, completed in LINES:
            prompt.type(typed + "\t")
            prompt.until(re.escape(completed))
            prompt.type("\x15")


@needs("bash")
def test_bash_types_on_after_a_field_of_a_query(environment: dict[str, str], journal: Path) -> None:
    with bash(environment, journal) as prompt:
        prompt.type("tracker list sta\tcont\t")
        prompt.until("tracker list stage:contacted ")


@needs("zsh")
def test_zsh(environment: dict[str, str], journal: Path) -> None:
    with zsh(environment, journal) as prompt:
        for typed, completed in LINES:
            prompt.type(typed + "\t")
            prompt.until(re.escape(completed))
            prompt.type("\x15")


@needs("zsh")
def test_zsh_describes_what_it_offers(environment: dict[str, str], journal: Path) -> None:
    with zsh(environment, journal) as prompt:
        prompt.type("tracker s\t")
        prompt.until("stalled +-- who is waiting, since when")


@needs("fish")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tracker sta", "stalled\twho is waiting, since when, and what to do"),
        ("tracker show dan", "dana-ortiz"),
        ("tracker list stage:cont", "stage:contacted"),
        ("tracker list sta", "stage:"),
        ("tracker today --color=al", "--color=always"),
        ("tracker check journ", "journal.yaml"),
        ("tracker -C ref", "referrals/"),
    ],
)
def test_fish(environment: dict[str, str], journal: Path, typed: str, offered: str) -> None:
    script = f'tracker completion fish | source; complete -C "{typed}"'
    ran = subprocess.run(
        ["fish", "--no-config", "-c", script], env=environment, cwd=journal, capture_output=True, text=True, check=False
    )
    assert ran.stderr == ""
    assert offered in [line if "\t" in offered else line.partition("\t")[0] for line in ran.stdout.splitlines()]


@pytest.mark.parametrize(("program", "check"), [("bash", "-n"), ("zsh", "-n"), ("fish", "-n")])
def test_every_script_parses(program: str, check: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"needs {program}")
    path = ROOT / "textual_tracker" / "cli" / "shells" / f"tracker.{program}"
    ran = subprocess.run([program, check, str(path)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
