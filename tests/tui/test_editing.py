"""A key on a record or a problem: the person's own editor, and what it left is checked."""

import os
import shlex
import stat
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.tui.driving import opened
from textual_tracker.config import editor

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"


def words_in(path: Path) -> list[str]:
    return path.read_text("utf-8").split()


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the editor of this test, which mends a word of the file, notes how it was called."""
    path = tmp_path / "vi"
    said = shlex.quote(str(tmp_path / "called"))
    path.write_text(f'#!/bin/sh\necho "$@" > {said}\nsed -i "s/fhaa/va/" "$2"\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", shlex.quote(str(path)))
    return tmp_path / "called"


@pytest.mark.skipif(os.name == "nt", reason="the editor is a shell script")
async def test_enter_on_a_problem_opens_it_and_what_was_mended_is_gone(
    journal: Path, script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = journal / DANA
    path.write_text(path.read_text("utf-8").replace("program: fha", "program: fhaa"), "utf-8")
    async with opened(journal, (120, 30)) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        await person.press("8")
        await person.sees("1 error")
        await person.press("enter")
        await person.sees("Nothing is wrong in any file.")
    assert words_in(script) == ["+8", str(path)]


@pytest.mark.skipif(os.name == "nt", reason="the editor is a shell script")
async def test_e_opens_the_selected_referral(journal: Path, script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(journal) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        await person.press("3", "j", "j", "e")
        await person.finds(script.exists)
        assert person.selected.startswith("! Marcus Bell")
    assert words_in(script) == ["+1", str(journal / "referrals/2026/2026-03-02-marcus-bell.yaml")]


async def test_a_missing_editor_is_told_and_the_screen_goes_on(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor, "DEFAULTS", ())
    async with opened(journal) as person:
        await person.press("e")
        await person.sees("No editor is set.")
        monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        await person.press("e")
        await person.sees("The editor cannot be started")
        await person.press("j")
        assert person.selected.startswith("! Dana Ortiz")


async def test_where_the_terminal_cannot_be_handed_over_it_says_so(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    async with opened(journal) as person:
        await person.press("e")
        await person.sees("An editor cannot be opened from here")
