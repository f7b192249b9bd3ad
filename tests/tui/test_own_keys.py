"""The person's own settings: keys, the first view, the theme; what is wrong with them is shown, and ends nothing."""

import os
import re
from pathlib import Path

import pytest

from tests.tui.driving import opened
from textual_tracker.reading.clashes import ALWAYS
from textual_tracker.tui.actions import ACTIONS, BY_ID
from textual_tracker.tui.personal import personal
from textual_tracker.tui.widgets.ink import INKS


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the person's settings, which is not there yet."""
    file = tmp_path / "config.yaml"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TRACKER_CONFIG", str(file))
    return file


def written(file: Path, text: str | bytes) -> None:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


async def test_keys_bar_help_and_palette_all_know_the_keys_that_the_person_chose(journal: Path, settings: Path) -> None:
    written(settings, "keys: {find: ctrl+f, stalled: [W, F3], down: n, quit: Q}")
    async with opened(journal, (140, 50)) as person:
        await person.sees("W Stalled", "ctrl+f find", "Q quit")
        await person.press("W")
        await person.sees("5 stalled, 3 at risk · $3.4M waiting")
        first = person.selected
        await person.press("n")
        assert person.selected != first
        await person.press("j", "q", "slash")
        assert person.selected != first
        assert person.app.is_running
        await person.press("ctrl+f")
        await person.sees("/stage:contacted")
        await person.press("escape", "question_mark")
        await person.sees("W f3", "who waits, since when, and what to do")
        await person.press("G")
        await person.sees("A QUERY, AFTER CTRL+F")
        await person.press("Q")
        await person.misses("GO TO")
        await person.press("colon")
        await person.type("stalled")
        await person.sees("W f3")
        await person.press("escape", "2", "f3")
        await person.sees("waiting")
        await person.press("Q")
        await person.finds(lambda: person.app._exit)


async def test_where_there_is_no_room_the_persons_own_key_to_leave_is_told(journal: Path, settings: Path) -> None:
    written(settings, "keys: {quit: Z}")
    async with opened(journal, (39, 9)) as person:
        await person.sees("tracker needs a terminal", "Z and use")
        await person.press("Z")
        await person.finds(lambda: person.app._exit)


async def test_help_and_saved_queries_move_by_the_persons_keys_too(journal: Path, settings: Path) -> None:
    written(settings, "keys: {last: z, first: i, down: n, back: X, queries: v, detail: O}")
    async with opened(journal, (80, 24)) as person:
        await person.press("question_mark", "z")
        await person.sees("SIGNS AND COLOURS")
        await person.press("i")
        await person.sees("GO TO")
        await person.press("X")
        await person.misses("GO TO")
        await person.press("3", "v")
        await person.sees("Saved queries")
        await person.press("O")
        await person.sees("/big")
        await person.press("v")
        await person.sees("Saved queries")
        await person.press("escape")
        await person.misses("Saved queries")


async def test_letters_are_letters_while_a_query_is_typed_whatever_they_are_bound_to(
    journal: Path, settings: Path
) -> None:
    written(settings, "keys: {back: [x, esc], quit: B, detail: [i, enter], reload: ctrl+r}")
    async with opened(journal, (100, 24)) as person:
        await person.press("3", "slash", "B", "i", "x")
        await person.sees("/Bix", "0 of 8")
        await person.press("escape")
        await person.misses("/Bix")


async def test_two_actions_change_places_and_comma_is_a_key(journal: Path, settings: Path) -> None:
    written(settings, 'keys: {pipeline: 3, stalled: 2, find: ","}')
    async with opened(journal, (120, 24)) as person:
        await person.sees("3 Pipeline", "2 Stalled", ", find")
        await person.press("2")
        await person.sees("waiting")
        await person.press("comma")
        await person.sees("/stage:contacted")


async def test_what_is_wrong_is_shown_once_and_in_the_help_and_the_rest_counts(journal: Path, settings: Path) -> None:
    written(settings, "keys:\n  find: r\n  fnd: x\n  copy_id: ctrl+h\n  help: F1\nbright: yes\n")
    async with opened(journal, (120, 60)) as person:
        await person.sees("Your settings, ~/config.yaml", "line 2: r is the key of reload; find keeps /")
        await person.sees("and 1 more: f1 lists them", "f1 help")
        await person.press("f1", "G")
        await person.sees("YOUR OWN KEYS", "Settings are read from ~/config.yaml")
        said = re.sub(r"[\s│▐]+", " ", person.screen)
        for remark in (
            "line 2: r is the key of reload; find keeps / (give reload another key too, or choose another one here)",
            'line 3: "fnd" is not an action (did you mean find?)',
            'line 4: "ctrl+h" cannot be given to anything: in many terminals it is backspace; copy_id keeps Y',
            'line 6: "bright" is not a setting (known are keys, start or theme)',
        ):
            assert remark in said
        await person.press("escape")
        await person.misses("YOUR OWN KEYS", "Your settings")
        await person.press("2", "slash")
        await person.sees("/is:stalled")


@pytest.mark.parametrize("size", [(40, 16), (60, 20), (80, 24)])
async def test_what_is_wrong_is_shown_to_its_end_and_the_keys_stay_in_sight(
    journal: Path, settings: Path, size: tuple[int, int]
) -> None:
    written(settings, "keys:\n  find: r\n")
    async with opened(journal, size) as person:
        await person.sees("Your settings", "another one here)")
        said = re.sub(r"[\s│]+", " ", person.screen)
        assert "find keeps /" in said
        assert "another one here)" in said
        assert "? help" in person.screen.splitlines()[-1]


@pytest.mark.parametrize("data", [b"\x00\xff" * 400, b"- a\n", b"keys: {find: [\n", b"x" * (3 << 20)])
async def test_a_file_of_nonsense_changes_nothing_and_is_told(journal: Path, settings: Path, data: bytes) -> None:
    written(settings, data)
    async with opened(journal) as person:
        await person.sees("Your settings, ~/config.yaml", "1 Today", "/ find")
        await person.press("3")
        await person.sees("3 Stalled")


def test_a_folder_in_its_place_is_told(settings: Path) -> None:
    settings.mkdir()
    assert [remark.sentence for remark in personal().remarks] == ["~/config.yaml cannot be read: it is not a file"]


def test_a_pipe_in_its_place_is_told_and_nobody_waits_for_it(settings: Path) -> None:
    os.mkfifo(settings)
    assert [remark.sentence for remark in personal().remarks] == ["~/config.yaml cannot be read: it is not a file"]


def test_a_variable_that_names_nothing_is_told_and_no_file_where_it_usually_lies_is_not(
    settings: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert [remark.sentence for remark in personal().remarks] == [
        "~/config.yaml is not there ($TRACKER_CONFIG names it)"
    ]
    monkeypatch.delenv("TRACKER_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "conf"))
    assert personal().remarks == ()
    assert personal().path == "~/conf/textual-tracker/config.yaml"
    assert not settings.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_told(settings: Path) -> None:
    settings.write_text("start: stalled")
    settings.chmod(0)
    assert [remark.message for remark in personal().remarks] == ["~/config.yaml cannot be read: Permission denied"]


async def test_the_view_that_is_shown_first(journal: Path, settings: Path) -> None:
    written(settings, "start: problems\n")
    async with opened(journal) as person:
        await person.sees("8 Problems", "no errors")


@pytest.mark.parametrize("theme", ["dark", "light", "auto"])
async def test_the_theme_is_that_of_all_that_is_drawn(journal: Path, settings: Path, theme: str) -> None:
    written(settings, f"theme: {theme}\n")
    async with opened(journal) as person:
        await person.press("3")
        await person.sees("waiting")
        main = person.desk.view.main
        styles = {part.style for y in range(main.size.height) for part in main.render_line(y)}
        assert INKS[theme].style("risk") in styles
        await person.press("question_mark")
        await person.sees("Help")


async def test_every_action_can_be_given_another_key_and_answers_to_it(journal: Path, settings: Path) -> None:
    """All of them at once: none is left with a key of another."""
    letters = iter("àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭ")
    chosen = {action.id: next(letters) for action in ACTIONS}
    written(settings, "keys:\n" + "".join(f"  {name}: {key}\n" for name, key in chosen.items()))
    async with opened(journal, (120, 40)) as person:
        assert person.app.personal is not None
        assert person.app.personal.remarks == ()
        assert all(BY_ID[name].shown_keys.split()[0] == key for name, key in chosen.items())
        await person.press(chosen["stalled"])
        await person.sees("waiting")
        before = await person.still()
        await person.press(
            *(key for action in ACTIONS if action.id not in ALWAYS for key in action.keys if key != "tab")
        )
        assert await person.still() == before
        await person.press(chosen["problems"])
        await person.sees("no errors")
        await person.press(chosen["help"])
        await person.sees("GO TO")
        await person.press(chosen["help"], chosen["quit"])
        await person.finds(lambda: person.app._exit)


async def test_ctrl_q_always_leaves(journal: Path, settings: Path) -> None:
    written(settings, "keys: {quit: F10}\n")
    async with opened(journal) as person:
        await person.press("slash", "ctrl+q")
        await person.finds(lambda: person.app._exit)
