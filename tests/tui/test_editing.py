"""A key on a record or a problem: the person's own editor, and what it left is checked."""

import os
import shlex
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

import pytest

from tests.cli.scripted import Editor, put, scripted_editor
from tests.tui.driving import Person, opened
from tests.tui.test_screens import agreed
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


WRONG = "program: fhaa"


@pytest.fixture
def editor_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Let the person's editor do what the test says."""
    return scripted_editor(tmp_path, monkeypatch)


@asynccontextmanager
async def opened_at_dana(journal: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Person]:
    """The screen with Dana Ortiz selected, and a terminal that can be handed over."""
    async with opened(journal, (100, 30)) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        await person.press("3", "j")
        assert person.selected.startswith("! Dana Ortiz")
        yield person


def dana(journal: Path) -> str:
    return (journal / DANA).read_text("utf-8")


async def test_what_was_edited_is_told_and_u_takes_it_back(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dana(journal)
    editor_does(put("program: fha", "program: va"))
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("Dana Ortiz: edited (loan program) · u undoes it")
        assert person.selected.startswith("! Dana Ortiz")
        await person.press("u")
        await person.sees("Taken back: Dana Ortiz: edited (loan program)")
    assert dana(journal) == before


async def test_an_edit_of_nothing_is_told(journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    editor_does("pass", "pass")
    async with opened_at_dana(journal, monkeypatch) as person:
        monkeypatch.setattr(editor, "AT_ONCE", 0.0)
        await person.press("e")
        await person.sees("Nothing was changed.")
        monkeypatch.setattr(editor, "AT_ONCE", 60.0)
        await person.press("e")
        await person.sees("the editor came back at once")


async def test_errors_are_shown_at_their_lines_and_e_goes_back_to_the_first(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = editor_does(put("program: fha", WRONG), put(WRONG, "program: va"))
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("Not in order yet", f"{DANA}:8:", '"fhaa" is not a loan program', "did you mean fha?", "^^^^")
        await person.press("e")
        await person.sees("Dana Ortiz: edited (loan program) · u undoes it")
        await person.misses("Not in order yet")
        assert person.selected.startswith("! Dana Ortiz")
    assert [line.split()[0] for line in called.read_text("utf-8").splitlines()] == ["+1", "+8"]


@pytest.mark.parametrize("key", ["k", "escape"])
async def test_a_text_with_errors_may_be_kept(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    before = dana(journal)
    editor_does(put("program: fha", WRONG))
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("Not in order yet")
        await person.press(key)
        await person.sees("Dana Ortiz: edited (loan program) · u undoes it", "It has 1 error now.")
        assert WRONG in dana(journal)
        await person.press("u")
        await person.sees("Taken back")
    assert dana(journal) == before


async def test_what_is_discarded_is_kept_elsewhere(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = dana(journal)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "own-state"))
    editor_does(put("program: fha", WRONG))
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("Not in order yet")
        await person.press("d")
        await person.sees("is as it was. What you typed is")
    assert dana(journal) == before
    [kept] = (tmp_path / "own-state").rglob("kept/*/*.yaml")
    assert WRONG in kept.read_text("utf-8")


async def test_discard_writes_over_nothing_that_came_meanwhile(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor_does(put("program: fha", WRONG))
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("Not in order yet")
        (journal / DANA).write_text("borrower: Somebody else wrote this\n", "utf-8")
        await person.press("d")
        await person.sees("has changed again")
    assert dana(journal) == "borrower: Somebody else wrote this\n"


async def test_what_was_recorded_elsewhere_meanwhile_is_neither_told_nor_discarded(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editor, "AT_ONCE", 0.0)
    words = "[sys.executable, '-m', 'textual_tracker', 'log', 'dana ortiz', 'r']"
    log = f"import subprocess; subprocess.run({words}, check=True)"
    editor_does(log, f"{log}; {put('program: fha', WRONG)}")
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("Nothing was changed.")
        assert dana(journal).count("result: reached") == 1
        await person.press("e")
        await person.sees('"fhaa" is not a loan program')
        await person.press("d")
        await person.sees("is as it was. What you typed is")
    assert WRONG not in dana(journal)
    assert dana(journal).count("result: reached") == 2


async def test_an_editor_that_failed_after_it_saved_is_told_with_what_was_edited(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor_does(put("program: fha", "program: va") + "; sys.exit(3)")
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("Dana Ortiz: edited (loan program) · u undoes it", "The editor ended with an error (3)")


async def test_any_file_with_a_problem_may_be_edited(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    (journal / "referrals/2026/notes.yaml.txt").write_text("nothing\n", "utf-8")
    editor_does("file.write_text('more\\n')")
    async with opened(journal, (100, 30)) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        await person.press("8")
        await person.sees("notes.yaml.txt")
        await person.press("e")
        await person.sees("notes.yaml.txt: edited · u undoes it")


async def test_a_click_on_what_may_be_done_does_it(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dana(journal)
    editor_does(put("program: fha", WRONG))
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("d discard it")
        y, line = next((y, line) for y, line in enumerate(person.screen.splitlines()) if "d discard" in line)
        await person.pilot.click(offset=(line.index("d discard") + 3, y))
        await person.sees("is as it was. What you typed is")
    assert dana(journal) == before


async def test_a_click_beside_the_errors_decides_nothing(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dana(journal)
    editor_does(put("program: fha", WRONG))
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("Leaving keeps what you typed.")
        await person.pilot.click(offset=(1, 15))
        await person.pilot.pause()
        assert "Leaving keeps what you typed." in person.screen
        await person.press("d")
        await person.sees("is as it was. What you typed is")
    assert dana(journal) == before


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)], ids=str)
async def test_what_is_said_for_a_moment_lies_above_what_may_be_chosen(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    editor_does(put("program: fha", WRONG))
    async with opened(journal, size) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        await person.press("3", "j", "e")
        await person.sees("e edit again", "k keep it", "d discard it")
        person.app.notify("Somebody else was told something.", timeout=60)
        await person.sees("Somebody else was told")
        await person.pilot.pause()
        assert all(option in person.screen for option in ("e edit again", "k keep it", "d discard it"))


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
async def test_the_errors_as_they_are_shown(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    editor_does(put("program: fha", WRONG) + "; " + put("received: 2026-03-06T10:15", "received: soon"))
    async with opened(journal, size) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        await person.press("3", "j", "e")
        await person.sees(
            "Not in order yet", "Leaving keeps what you typed.", "✗ 2 problems" if size == (80, 24) else "soon"
        )
        await person.pilot.pause()
        agreed(f"faults-{size[0]}x{size[1]}", person.screen)


async def test_while_the_editor_is_open_the_old_text_lies_beside_the_journal(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen, before = tmp_path / "seen", dana(journal)
    state = tmp_path / "state"
    editor_does(
        f"[old] = pathlib.Path({str(state)!r}).rglob('kept/*/*-before*.yaml'); "
        f"pathlib.Path({str(seen)!r}).write_text(old.read_text()); " + put("program: fha", "program: va")
    )
    async with opened_at_dana(journal, monkeypatch) as person:
        await person.press("e")
        await person.sees("Dana Ortiz: edited (loan program)")
    assert seen.read_text("utf-8") == before
    assert list(state.rglob("kept/*/*.yaml")) == []


async def test_the_settings_of_the_journal_are_checked_too(
    journal: Path, editor_does: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = journal / "journal.yaml"
    settings.write_text(settings.read_text("utf-8") + "partner_update_days: lots\n", "utf-8")
    editor_does(put("lots", "many"), put("many", "7"))
    async with opened(journal, (100, 30)) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        await person.press("8")
        await person.sees("journal.yaml")
        await person.press("enter")
        await person.sees("Not in order yet", "journal.yaml:")
        await person.press("e")
        await person.sees("journal.yaml: edited (partner update days) · u undoes it", "Nothing is wrong in any file.")
