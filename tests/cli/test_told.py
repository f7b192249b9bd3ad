"""What was written is told, and where standard output takes no answer it is not reported as failed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.writing import DANA

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")
VM = "- {date: 2026-03-10, channel: voicemail, result: left_message}\n"

Program = Callable[..., subprocess.CompletedProcess[str]]
needs_full_disk = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")


@pytest.fixture
def program(journal: Path) -> Program:
    """Run the program in the small journal; its standard output, and standard error if need be, are a full disk."""

    def run(*words: str, out: Path | int = FULL, err: Path | int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
        streams = [one if isinstance(one, int) else os.open(one, os.O_WRONLY) for one in (out, err)]
        command = [sys.executable, "-m", "textual_tracker", *words]
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
        ran = subprocess.run(
            command, cwd=journal, env=environ, stdout=streams[0], stderr=streams[1], encoding="utf-8", check=False
        )
        for one in streams:
            if one != subprocess.PIPE:
                os.close(one)
        return ran

    return run


@needs_full_disk
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_write_that_cannot_be_told_has_not_failed(program: Program, journal: Path, form: list[str]) -> None:
    ran = program("log", "dana", "vm", *form)
    assert ran.returncode == 0
    assert ran.stderr == (
        "It is written, but standard output does not take the answer (the disk is full). "
        "Dana Ortiz: tried (voicemail, left message)\n"
    )
    assert VM in (journal / DANA).read_text()


def test_nor_has_one_whose_reader_has_gone(program: Program, journal: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = program("log", "dana", "vm", out=writing)
    assert (ran.returncode, "(broken pipe). Dana Ortiz: tried" in ran.stderr) == (0, True)
    assert VM in (journal / DANA).read_text()


@needs_full_disk
def test_nor_has_undo_or_one_whose_remarks_cannot_be_said(program: Program, journal: Path) -> None:
    before = (journal / DANA).read_bytes()
    assert program("log", "dana", "vm", out=subprocess.PIPE, err=FULL).returncode == 0
    assert program("log", "dana", "t", err=FULL).returncode == 0
    for _ in range(2):
        ran = program("undo")
        assert (ran.returncode, "Undone: Dana Ortiz: tried (" in ran.stderr) == (0, True)
    assert (journal / DANA).read_bytes() == before


@needs_full_disk
def test_a_mended_file_is_told_on_standard_error_all_the_same(program: Program, journal: Path) -> None:
    (journal / DANA).write_text((journal / DANA).read_text() + "tags: [yes, no]\nnotes: call at 5: not before\n")
    ran = program("check", "--fix")
    assert ran.returncode == 1  # of another file that has an error
    assert ran.stderr.endswith("It is written, but standard output does not take the answer (the disk is full).\n")


@needs_full_disk
def test_what_was_only_to_be_shown_has_failed(program: Program) -> None:
    for words in (["log", "dana", "vm", "--dry-run"], ["list"]):
        ran = program(*words)
        assert ran.returncode == 2
        assert ran.stderr == "tracker: standard output does not take the answer: the disk is full\n"


@needs_full_disk
def test_a_refusal_that_cannot_be_said_keeps_its_code(program: Program) -> None:
    assert program("log", "nobody", "vm", err=FULL).returncode == 2
