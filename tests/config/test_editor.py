"""The person's own editor, told the line and the column."""

import os
import sys
from pathlib import Path

import pytest

from textual_tracker.config import editor
from textual_tracker.errors import TrackerError

PLACE = ("/j/a.yaml", 5, 9)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("vi", ["vi", "+5", "/j/a.yaml"]),
        ("/usr/bin/vim -u NONE", ["/usr/bin/vim", "-u", "NONE", "+normal! 5G08lzv", "/j/a.yaml"]),
        ("nvim", ["nvim", "+normal! 5G08lzv", "/j/a.yaml"]),
        ("nano", ["nano", "+5,9", "/j/a.yaml"]),
        ("emacs -nw", ["emacs", "-nw", "+5:9", "/j/a.yaml"]),
        ("emacsclient -t", ["emacsclient", "-t", "+5:9", "/j/a.yaml"]),
        ("code", ["code", "--wait", "--goto", "/j/a.yaml:5:9"]),
        ("code --wait", ["code", "--wait", "--goto", "/j/a.yaml:5:9"]),
        ("code -w", ["code", "-w", "--goto", "/j/a.yaml:5:9"]),
        ("hx", ["hx", "/j/a.yaml:5:9"]),
        ("helix", ["helix", "/j/a.yaml:5:9"]),
        ("subl", ["subl", "--wait", "/j/a.yaml:5:9"]),
        ("micro", ["micro", "+5:9", "/j/a.yaml"]),
        ("kak -e ''", ["kak", "-e", "", "+5:9", "/j/a.yaml"]),
        ("nvi", ["nvi", "+5", "/j/a.yaml"]),
        ("vim.tiny", ["vim.tiny", "+5", "/j/a.yaml"]),
        ("vim.nox", ["vim.nox", "+normal! 5G08lzv", "/j/a.yaml"]),
        ("gvim", ["gvim", "--nofork", "+normal! 5G08lzv", "/j/a.yaml"]),
        ("zed", ["zed", "--wait", "/j/a.yaml:5:9"]),
        ("my-editor --x", ["my-editor", "--x", "/j/a.yaml"]),
        ("'/opt/my editor/vi'", ["/opt/my editor/vi", "+5", "/j/a.yaml"]),
    ],
)
def test_each_editor_is_told_the_place_in_its_own_way(setting: str, words: list[str]) -> None:
    assert editor.command({"EDITOR": setting}, PLACE) == words


def test_visual_wins_over_editor_and_an_empty_one_does_not_count() -> None:
    assert editor.command({"VISUAL": "nano", "EDITOR": "vi"}, PLACE)[0] == "nano"
    assert editor.command({"VISUAL": " ", "EDITOR": "vi"}, PLACE)[0] == "vi"


def test_vim_goes_to_the_line_alone_where_the_column_is_the_first() -> None:
    assert editor.command({"EDITOR": "vim"}, ("/j/a.yaml", 5, 1)) == ["vim", "+5", "/j/a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="there it is notepad")
@pytest.mark.parametrize(
    ("there", "words"),
    [
        ({"editor": "/bin/my-editor", "nano": "/bin/nano", "vi": "/bin/vi"}, ["editor", "/j/a.yaml"]),
        ({"nano": "/bin/nano", "vi": "/bin/vi"}, ["nano", "+5,9", "/j/a.yaml"]),
        ({"vi": "/bin/vi", "emacs": "/bin/emacs"}, ["vi", "+5", "/j/a.yaml"]),
    ],
)
def test_where_none_is_set_it_is_the_systems_choice_or_nano_or_vi(there: dict[str, str], words: list[str]) -> None:
    assert editor.command({}, PLACE, there.get) == words


@pytest.mark.skipif(os.name == "nt", reason="links to editors are for other systems")
def test_an_editor_behind_a_link_is_told_the_place_in_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "nano").touch()
    (tmp_path / "alternatives").symlink_to("nano")
    (tmp_path / "editor").symlink_to("alternatives")
    there = {"editor": str(tmp_path / "editor")}

    assert editor.command({}, PLACE, there.get) == ["editor", "+5,9", "/j/a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="a shell's own way to write the home folder")
def test_a_home_folder_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ana")

    assert editor.command({"EDITOR": "~/bin/vi -u NONE"}, PLACE)[:3] == ["/home/ana/bin/vi", "-u", "NONE"]


def test_where_there_is_none_at_all_it_says_how_one_is_set() -> None:
    with pytest.raises(TrackerError, match="No editor is set"):
        editor.command({"EDITOR": " "}, PLACE, lambda _: None)


def test_a_quote_that_is_missing_is_told() -> None:
    with pytest.raises(TrackerError, match="a quote is missing"):
        editor.command({"EDITOR": "vim 'x"}, PLACE)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["no-such-editor-anywhere", "x"], "cannot be started: no-such-editor-anywhere: No such file"),
        ([sys.executable, "-c", "raise SystemExit(3)"], r"ended with an error \(3\)"),
        ([sys.executable, "-c", "import os; os.kill(os.getpid(), 15)"], r"ended from outside \(signal 15\)"),
        (["a\0b"], "cannot be started"),
    ],
)
def test_an_editor_that_is_missing_or_fails_is_told(words: list[str], says: str, tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=says):
        editor.run(words, tmp_path)


def test_a_journal_that_is_gone_is_what_keeps_the_editor_from_starting(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=r"cannot be started: the journal's folder is gone: .*/journal$"):
        editor.run([sys.executable, "-c", ""], tmp_path / "journal")


def test_ctrl_c_in_the_editor_does_not_stop_the_program(tmp_path: Path) -> None:
    interrupt = "import os, signal; os.kill(os.getppid(), signal.SIGINT)"
    editor.run([sys.executable, "-c", interrupt], tmp_path)
