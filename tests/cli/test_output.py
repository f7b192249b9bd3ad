"""Colour and width: only for a terminal, unless told otherwise."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.writing import KAI
from textual_tracker.cli.main import main
from textual_tracker.cli.output import FALLBACK_WIDTH, Output, is_terminal
from textual_tracker.cli.patience import patience
from textual_tracker.cli.table import Column


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError("a terminal of no system")


Streams = Callable[[type[io.StringIO]], tuple[io.StringIO, io.StringIO]]


@pytest.fixture
def streams(monkeypatch: pytest.MonkeyPatch) -> Streams:
    """Let stdin and both outputs be terminals, or none of them; the outputs are what comes back."""

    def set_up(kind: type[io.StringIO]) -> tuple[io.StringIO, io.StringIO]:
        out, err = kind(), kind()
        monkeypatch.setattr(sys, "stdin", kind())
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        return out, err

    return set_up


@pytest.mark.parametrize(
    ("kind", "environ", "color", "coloured"),
    [
        (Terminal, {}, None, True),
        (Terminal, {}, "auto", True),
        (Terminal, {"NO_COLOR": "1"}, None, False),
        (Terminal, {"NO_COLOR": ""}, None, True),
        (Terminal, {"TERM": "dumb"}, None, False),
        (Terminal, {"NO_COLOR": "1", "TERM": "dumb"}, "always", True),
        (Terminal, {}, "never", False),
        (io.StringIO, {}, None, False),
        (io.StringIO, {}, "always", True),
    ],
)
def test_when_there_is_colour(
    streams: Streams, kind: type[io.StringIO], environ: dict[str, str], color: str | None, coloured: bool
) -> None:
    streams(kind)
    assert Output(environ, color).coloured is coloured


@pytest.mark.parametrize(
    ("kind", "environ", "width"),
    [
        (io.StringIO, {"COLUMNS": "60"}, None),
        (Terminal, {"COLUMNS": "60"}, 60),
        (Terminal, {"COLUMNS": "0"}, FALLBACK_WIDTH),
        (Terminal, {"COLUMNS": "wide"}, FALLBACK_WIDTH),
        (Terminal, {}, FALLBACK_WIDTH),
    ],
)
def test_a_pipe_has_no_width(
    streams: Streams, kind: type[io.StringIO], environ: dict[str, str], width: int | None
) -> None:
    streams(kind)
    assert Output(environ).width == width


def test_only_what_carries_the_colour_of_its_row_is_painted(streams: Streams) -> None:
    out, _ = streams(io.StringIO)
    output = Output({}, "always")
    output.table(
        [Column("who", ["Dana", "Lee"], painted=True), Column("days", ["4", "6"], right=True)], ["stalled", ""]
    )
    assert out.getvalue() == ("\x1b[2mwho   days\x1b[0m\n\x1b[1;38;5;166mDana\x1b[0m     4\nLee      6\n")


def test_what_is_said_is_text_line_by_line(streams: Streams) -> None:
    _, err = streams(io.StringIO)
    Output({}).say("one\ntwo \x1b[2J")
    assert err.getvalue() == "one\ntwo \\x1b[2J\n"


@pytest.mark.parametrize(("kind", "environ", "able"), [(Terminal, {}, True), (Terminal, {"TERM": "dumb"}, False)])
def test_who_gets_the_screen(streams: Streams, kind: type[io.StringIO], environ: dict[str, str], able: bool) -> None:
    streams(kind)
    assert is_terminal(environ) is able
    streams(io.StringIO)
    assert not is_terminal(environ)


def test_what_takes_long_is_told_at_a_terminal_and_then_taken_back(
    streams: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, err = streams(Terminal)
    monkeypatch.setattr("textual_tracker.cli.patience.SECONDS", 0)
    with patience(Output({}), "reading …"):
        while not err.getvalue():
            pass
    assert err.getvalue() == "reading …\r         \r"


def test_what_is_quick_is_not_told_and_a_pipe_never_is(streams: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    _, err = streams(Terminal)
    with patience(Output({}), "reading …"):
        pass
    assert err.getvalue() == ""
    _, err = streams(io.StringIO)
    monkeypatch.setattr("textual_tracker.cli.patience.SECONDS", 0)
    with patience(Output({}), "reading …"):
        pass
    assert err.getvalue() == ""


def test_who_waits_for_git_is_told_that_it_is_written_already(
    streams: Streams, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, err = streams(Terminal)
    monkeypatch.chdir(journal)
    monkeypatch.setattr("textual_tracker.cli.patience.GIT_SECONDS", 0)
    (journal / "journal.yaml").write_text((journal / "journal.yaml").read_text() + "git: {auto_commit: true}\n")

    written: list[bool] = []

    def with_a_slow_hook(_root: Path, _paths: object, _message: str) -> str:
        while not err.getvalue():
            pass
        written.append("{date: 2026-03-10, channel: voicemail" in (journal / KAI).read_text())
        return ""

    monkeypatch.setattr("textual_tracker.history.commit.commit", with_a_slow_hook)
    for words in (["log", "kai", "vm"], ["undo"]):
        assert main(words) == 0
        assert err.getvalue().startswith("it is written; waiting for git, whose hooks take their time …\r   ")
        err.truncate(0)
        err.seek(0)
    assert written == [True, False]


def test_a_paragraph_is_one_line_on_a_pipe_and_broken_on_a_terminal(streams: Streams) -> None:
    out, _ = streams(io.StringIO)
    Output({}).paragraph("Nobody is stalled.")
    assert out.getvalue() == "Nobody is stalled.\n"
    out, _ = streams(Terminal)
    Output({"COLUMNS": "10", "NO_COLOR": "1"}).paragraph("Nobody is stalled\x1b[2J.", "strong")
    assert out.getvalue() == "Nobody is\nstalled\\x1b[2J.\n"
