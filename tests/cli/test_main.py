"""The program as a whole: which command runs, what goes to which stream, and the exit codes."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import TODAY, Tracker
from textual_tracker import __main__ as process
from textual_tracker import __version__
from textual_tracker.cli import main as program
from textual_tracker.cli.grammar import Verb
from textual_tracker.cli.verbs import VERBS

ROOT = Path(__file__).parents[2]
Spawn = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def spawn(journal: Path) -> Spawn:
    """Run the program as a process of its own, in the small journal; `stdout` is a stream to use instead of a pipe."""

    def run(*words: str, stdout: IO[str] | int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "textual_tracker", *words],
            cwd=journal,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"},
            stdout=stdout,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )

    return run


def test_the_version(outside: Tracker) -> None:
    for words in (["--version"], ["stalled", "--version"]):
        assert outside(*words).out == f"tracker {__version__}\n"


def test_without_a_command_and_without_a_terminal_it_prints_today(tracker: Tracker) -> None:
    assert tracker().out == tracker("today").out
    assert tracker("--json").json == tracker("today", "--json").json


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_names_every_command(outside: Tracker, words: list[str]) -> None:
    ran = outside(*words)
    assert (ran.code, ran.err) == (0, "")
    for verb in VERBS:
        assert f"\n  {verb.name} " in ran.out


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_help_of_a_command_names_its_options(outside: Tracker, verb: Verb) -> None:
    ran = outside(verb.name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"tracker {verb.name}")
    for option in verb.options:
        assert f"  {', '.join(option.flags)}" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


def test_no_journal_exits_with_3_and_says_what_to_do(outside: Tracker) -> None:
    ran = outside("list")
    assert (ran.code, ran.out) == (3, "")
    assert "tracker init" in ran.err
    assert "tracker demo" in ran.err


def test_the_journal_is_named_on_the_line_or_in_the_environment(
    outside: Tracker, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = outside("-C", str(journal), "list").out
    assert named.startswith("6 open referrals")
    assert outside("list", "--journal", str(journal)).out == named
    monkeypatch.setenv("TRACKER_JOURNAL", str(journal))
    assert outside("list").out == named


def test_the_journal_is_found_from_a_folder_within_it(
    tracker: Tracker, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = tracker("list").out
    monkeypatch.setattr("textual_tracker.cli.call.Path.cwd", lambda: journal / "referrals" / "2026")
    assert tracker("list").out == expected


@pytest.mark.parametrize("text", ["3/6/2026", "20260306", "2026-3-6", "2026-02-30", "", "soon"])
def test_a_day_is_an_iso_date(tracker: Tracker, text: str) -> None:
    ran = tracker("list", "--today", text)
    assert (ran.code, ran.err) == (2, f'tracker: --today is a date such as 2026-03-06, and "{text}" is not\n')


def test_the_clock_of_the_environment_is_judged_as_well(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_TODAY", "tomorrow")
    assert tracker("list").err.startswith("tracker: $TRACKER_TODAY is a date")
    assert tracker("list", "--today", TODAY).code == 0


def test_ctrl_c_exits_with_130(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("textual_tracker.cli.commands.list.run", interrupted)
    assert tracker("list").code == 130


def test_what_the_system_refuses_is_a_sentence(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> int:
        raise PermissionError(13, "Permission denied", "/some/where")

    monkeypatch.setattr("textual_tracker.cli.commands.list.run", refused)
    ran = tracker("list")
    assert (ran.code, ran.err) == (2, "tracker: cannot use /some/where: Permission denied\n")


def test_garbage_is_looked_for_only_where_the_program_stays(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bool] = []

    def ran(_: object) -> int:
        looked.append(gc.isenabled())
        return 0

    for verb in ("list", "ui"):
        monkeypatch.setattr(f"textual_tracker.cli.commands.{verb}.run", ran)
    monkeypatch.setattr("textual_tracker.__main__.run", lambda: tracker("list").code or tracker("ui").code)
    monkeypatch.setattr("os._exit", looked.append)
    try:
        process.main()
    finally:
        gc.enable()
    assert looked == [False, True, 0]


def test_as_a_process(spawn: Spawn) -> None:
    assert spawn("stalled", "--json").stdout.startswith('[{"id":"2026-01-12-priya-nair"')
    assert spawn("stalled", "--exit-code").returncode == 1
    assert spawn("nonsense").returncode == 2


def test_a_reader_that_goes_away_is_no_error(spawn: Spawn) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        ran = spawn("list", "--all", stdout=nobody)
    assert (ran.returncode, ran.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_a_sentence(spawn: Spawn) -> None:
    with Path("/dev/full").open("w") as full:
        ran = spawn("list", stdout=full)
    assert (ran.returncode, ran.stderr) == (2, "tracker: standard output does not take the answer: the disk is full\n")


def test_a_poor_terminal_gets_question_marks_and_no_error(spawn: Spawn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    ran = spawn("list")
    assert ran.returncode == 0
    assert "?  Tom Baker" in ran.stdout


@pytest.mark.parametrize("command", ["results", "today", "list", "forecast"])
def test_a_locale_of_ascii_alone_gets_question_marks_too(
    spawn: Spawn, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """There Python lets the bytes of odd file names through, and nothing else that is not ASCII."""
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    ran = spawn(command)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.isascii()


def test_json_is_utf8_whatever_the_terminal(spawn: Spawn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    assert '"borrower":"Ana Gómez"' in spawn("list", "gómez", "--json").stdout


def test_there_may_be_no_streams_at_all(monkeypatch: pytest.MonkeyPatch, journal: Path) -> None:
    monkeypatch.chdir(journal)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert program.main(["list"]) == 0
    assert program.main(["--version"]) == 0
    assert program.main(["nonsense"]) == 2
