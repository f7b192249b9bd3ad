"""Keys as people write them."""

import pytest

from textual_tracker.reading.key_names import NEVER, WORDS, key_written


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("/", "/"),
        ("?", "?"),
        ("1", "1"),
        ("y", "y"),
        ("Y", "Y"),
        ("é", "é"),
        (",", "comma"),
        (" ", "space"),
        ("slash", "/"),
        ("question_mark", "?"),
        ("plus", "+"),
        ("comma", "comma"),
        ("esc", "escape"),
        ("Escape", "escape"),
        ("pgdn", "pagedown"),
        ("PageUp", "pageup"),
        ("↓", "down"),
        ("F5", "f5"),
        ("Return", "enter"),
        ("ctrl+f", "ctrl+f"),
        ("Ctrl+F", "ctrl+f"),
        ("ctrl-f", "ctrl+f"),
        ("C-f", "ctrl+f"),
        ("^F", "ctrl+f"),
        ("alt+x", "alt+x"),
        ("shift+j", "J"),
        ("shift+tab", "shift+tab"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("ctrl+pgdn", "ctrl+pagedown"),
        ("shift+F3", "shift+f3"),
    ],
)
def test_a_key_is_known_by_every_name_that_people_give_it(typed: str, key: str) -> None:
    assert key_written(typed) == (key, "")


@pytest.mark.parametrize("typed", ["ctl+f", "foo", "", "ctrl+", "hyper+x", "\x1b", "f25", "ab", "+f"])
def test_what_is_no_key(typed: str) -> None:
    assert key_written(typed) == ("", "is no key")


@pytest.mark.parametrize("typed", ["ctrl+1", "ctrl+/", "shift+/", "ctrl+enter", "alt+up", "ctrl+shift+f", "ctrl+tab"])
def test_a_terminal_tells_only_of_some_keys_with_modifiers(typed: str) -> None:
    assert key_written(typed) == ("", "is a key of which no terminal tells")


@pytest.mark.parametrize("typed", NEVER)
def test_some_keys_are_others_in_a_terminal(typed: str) -> None:
    assert key_written(typed) == ("", f"cannot be given to anything: {NEVER[typed]}")


def test_every_word_of_a_hint_is_a_key() -> None:
    assert all(key_written(word).key for word in WORDS if word not in NEVER)
