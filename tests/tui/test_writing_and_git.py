"""Writing in a journal whose every write is committed, with a person's own hook that takes its time."""

import os
import shutil
import subprocess
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.cli.scripted import put, scripted_editor
from tests.tui.driving import opened, press_at_once
from tests.tui.writing import DANA, MARCUS, text
from textual_tracker.tui import turns
from textual_tracker.tui.writing import recording

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

HOOK = '#!/bin/sh\nwhile [ ! -e "{go}" ]; do sleep 0.02; done\n{then}\n'


def git(journal: Path, *words: str) -> str:
    """What git says."""
    who = "-c", "user.name=Ana Rivera", "-c", "user.email=ana@example.com"
    done = subprocess.run(["git", *who, *words], cwd=journal, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def go(journal: Path, tmp_path: Path) -> Path:
    """The journal is committed after each write, by a hook that waits for the file that this is the path of."""
    (journal / "journal.yaml").write_text("format: 1\nofficer: Ana Rivera\ngit: {auto_commit: true}\n", "utf-8")
    git(journal, "init", "-q")
    git(journal, "config", "user.name", "Ana Rivera")
    git(journal, "config", "user.email", "ana@example.com")
    git(journal, "add", ".")
    git(journal, "commit", "-q", "-m", "begin")
    hooked(journal, tmp_path / "go")
    return tmp_path / "go"


def hooked(journal: Path, go: Path, then: str = "exit 0") -> None:
    """Let commits wait for `go`, and then do something."""
    hook = journal / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK.format(go=go, then=then), "utf-8")
    hook.chmod(0o755)


def let(go: Path) -> None:
    """Let the hook come to its end."""
    go.touch()


def subjects(journal: Path) -> list[str]:
    """What was committed, the newest first."""
    return git(journal, "log", "--format=%s").splitlines()


async def test_it_is_told_as_soon_as_it_is_written_and_who_leaves_does_not_wait_for_git(
    journal: Path, go: Path
) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "c", "v")
        await person.sees("Dana Ortiz: tried (voicemail, left message) · u undoes it")
        await person.finds(lambda: person.desk.bridge.is_telling_git)
        assert subjects(journal) == ["begin"]
        await person.press("q")
        await person.finds(lambda: person.app._exit)
        let(go)
        said: list[str] = []
        person.desk.bridge.close(said.append)
    assert subjects(journal) == ["Dana Ortiz: tried (voicemail, left message)", "begin"]


async def test_what_is_written_meanwhile_waits_for_git_and_so_does_who_leaves_then(
    journal: Path, go: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "LEAVING", 0.05)
    monkeypatch.setattr(recording, "GIT_SECONDS", 0.05)
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "c", "v")
        await person.sees("undoes it")
        await person.finds(lambda: person.desk.bridge.is_telling_git)
        press_at_once(person, "ggjcn")
        await person.sees("This is written as soon as git is done")
        press_at_once(person, "q")
        await person.sees("git is at work on what was written before,", "closes when it is done.")
        assert not person.app._exit
        let(go)
        await person.finds(lambda: person.app._exit)
        person.desk.bridge.close()
    assert "2026-03-10, channel: call, result: no_answer" in text(journal, MARCUS)
    assert subjects(journal) == [
        "Marcus Bell: tried (call, no answer)",
        "Dana Ortiz: tried (voicemail, left message)",
        "begin",
    ]


async def test_what_git_does_not_take_is_told_when_it_is_known(journal: Path, go: Path) -> None:
    hooked(journal, go, "echo 'error: no commits on a Tuesday' >&2; exit 1")
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "c", "v")
        await person.sees("Dana Ortiz: tried (voicemail, left message) · u undoes it")
        let(go)
        await person.sees("This is not committed: no commits on a Tuesday.")
        await person.press("u")
        await person.sees("Taken back: Dana Ortiz")
    assert "2026-03-10" not in text(journal, DANA)


async def test_after_the_screen_is_gone_it_is_said_that_git_is_waited_for(
    journal: Path, go: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual_tracker.tui.bridge.AT_ONCE", 0.05)
    monkeypatch.setattr("textual_tracker.tui.bridge.WRITE_SECONDS", 0.05)
    said: list[str] = []
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "j", "c", "v")
        await person.finds(lambda: person.desk.bridge.is_telling_git)
        person.desk.bridge.close(said.append)
        let(go)
        await person.finds(lambda: not person.desk.bridge.is_telling_git)
    assert said == [
        "All is written; waiting for git, whose hooks take their time …",
        "git is still at work, and goes on without tracker.",
    ]


@pytest.mark.skipif(os.name == "nt", reason="the editor is a script")
async def test_what_was_edited_is_told_before_git_is(
    journal: Path, go: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted_editor(tmp_path, monkeypatch)(put("program: fha", "program: va"))
    async with opened(journal, (100, 24)) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        await person.press("3", "j", "e")
        await person.sees("Dana Ortiz: edited (loan program) · u undoes it")
        await person.finds(lambda: person.desk.bridge.is_telling_git)
        assert subjects(journal) == ["begin"]
        let(go)
        await person.finds(lambda: not person.desk.bridge.is_telling_git)
    assert subjects(journal) == ["Dana Ortiz: edited (loan program)", "begin"]
