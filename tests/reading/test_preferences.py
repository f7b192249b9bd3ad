"""The person's own settings: what they give is taken, what is wrong is told with its place, and nothing is fatal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.core.problems import Problem
from textual_tracker.reading.preferences import Preferences, Screen, read_preferences

DEFAULTS = {
    "today": ("1",),
    "down": ("j", "down"),
    "find": ("/",),
    "detail": ("enter",),
    "back": ("escape",),
    "copy_phone": ("y",),
    "copy_id": ("Y",),
    "reload": ("r",),
    "quit": ("q",),
}
SCREEN = Screen(DEFAULTS, ("today", "pipeline", "stalled"))


def read(text: str) -> tuple[Preferences, tuple[Problem, ...]]:
    return read_preferences("config.yaml", text.encode(), SCREEN)


def changed(text: str) -> dict[str, tuple[str, ...]]:
    """The keys that are not those that the action always had."""
    return {action: keys for action, keys in read(text)[0].keys.items() if keys != DEFAULTS[action]}


def told(text: str) -> list[str]:
    """`line:column message (hint)` of every problem."""
    return [f"{at.line}:{at.column} {at.message} ({at.hint})" for at in read(text)[1]]


def test_a_person_gives_an_action_another_key_or_several() -> None:
    text = """\
# My keys
keys:
  find: ctrl+f
  down: [n, ↓]
  copy_phone: y        # as it was
  reload: F5, r
start: stalled
theme: light
"""
    preferences, problems = read(text)
    assert problems == ()
    assert changed(text) == {"find": ("ctrl+f",), "down": ("n", "down"), "reload": ("f5", "r")}
    assert (preferences.start, preferences.theme) == ("stalled", "light")


def test_words_that_yaml_takes_for_something_else_are_keys() -> None:
    assert changed('keys: {find: 1, today: y, copy_phone: n, quit: "?"}') == {
        "find": ("1",),
        "today": ("y",),
        "copy_phone": ("n",),
        "quit": ("?",),
    }
    assert told("keys: {find: no}")[0].startswith('1:14 "no" is no key; find keeps /')


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "keys:\n", "keys: {find: }\nstart:\ntheme: ~\n"])
def test_what_is_not_set_is_as_it_always_was(text: str) -> None:
    assert read(text) == (Preferences(keys=DEFAULTS), ())


def test_two_actions_can_change_places() -> None:
    text = "keys: {copy_phone: Y, copy_id: y}"
    assert changed(text) == {"copy_phone": ("Y",), "copy_id": ("y",)}
    assert told(text) == []


def test_a_key_of_an_action_that_is_not_changed_stays_with_it() -> None:
    text = "keys:\n  find: r\n"
    assert changed(text) == {}
    assert told(text) == [
        "2:9 r is the key of reload; find keeps / (give reload another key too, or choose another one here)"
    ]


def test_of_two_actions_with_one_new_key_the_first_in_the_file_has_it() -> None:
    text = "keys:\n  find: ctrl+f\n  reload: [ctrl+f, F5]\n  copy_id: ctrl+f\n"
    assert changed(text) == {"find": ("ctrl+f",), "reload": ("f5",)}
    assert told(text) == [
        "3:12 ctrl+f is the key of find; reload keeps f5 (choose another key for one of the two)",
        "4:12 ctrl+f is the key of find; copy_id keeps Y (choose another key for one of the two)",
    ]


def test_an_action_whose_new_key_is_wrong_has_its_own_again_and_nobody_else() -> None:
    text = "keys: {copy_id: r, reload: ctrl+h, quit: r}"
    assert changed(text) == {}
    assert told(text) == [
        "1:17 r is the key of reload; copy_id keeps Y (give reload another key too, or choose another one here)",
        (
            '1:28 "ctrl+h" cannot be given to anything: in many terminals it is backspace; reload keeps r '
            "(keys are written like ctrl+f, /, F5, space, pgdn)"
        ),
        "1:42 r is the key of reload; quit keeps q (give reload another key too, or choose another one here)",
    ]


def test_enter_opens_and_escape_goes_back_always() -> None:
    text = "keys: {detail: o, back: [x, esc], find: enter, quit: esc}"
    assert changed(text) == {"detail": ("o", "enter"), "back": ("x", "escape")}
    assert told(text) == [
        "1:41 enter is the key of detail; find keeps / (choose another; that one is always the same)",
        "1:54 escape is the key of back; quit keeps q (choose another; that one is always the same)",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("keys:\n  fnd: x\n", '2:3 "fnd" is not an action (did you mean find?)'),
        ("keys:\n  ctrl+f: find\n", '2:3 "ctrl+f" is not an action (write it the other way round, find: ctrl+f)'),
        ("keys:\n  xyzzy: f\n", '2:3 "xyzzy" is not an action (the actions are listed in docs/screen.md, "Keys")'),
        ("keys:\n  find: ctl+f\n", '2:9 "ctl+f" is no key; find keeps / (did you mean ctrl+f?)'),
        ("keys:\n  find: x\n  find: z\n", '3:3 "find" stands here twice; the first one counts ()'),
        ("keys: [find, x]\n", "1:7 keys must be lines of the form action: key (for example find: ctrl+f)"),
        (
            "keys: {find: {a: b}}",
            "1:14 the keys of find are words, one or a list of them (for example find: [ctrl+f, /])",
        ),
        ("find: x\n", '1:1 "find" is not a setting (the keys of actions stand below keys:, indented)'),
        ("key: {find: x}\n", '1:1 "key" is not a setting (did you mean keys?)'),
        ("colour: red\n", '1:1 "colour" is not a setting (known are keys, start or theme)'),
        ("start: stalld\n", '1:8 "stalld" is not a view (did you mean stalled?)'),
        ("theme: solarized\n", '1:8 "solarized" is not a theme (write auto, dark or light)'),
        ("theme: [dark]\n", "1:8 a theme is one word (write auto, dark or light)"),
        ("- find\n", "1:1 the file is a list; it must be lines of the form key: value"),
        ("keys: {find: x\n", "1:7 "),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_to_do(text: str, says: str) -> None:
    assert [problem for problem in told(text) if problem.startswith(says)], told(text)
    assert read(text)[0].start == ""


def test_the_rest_of_the_file_counts_where_a_line_is_wrong() -> None:
    assert changed("keys: {fnd: x, find: z}\ntheme: pink\n") == {"find": ("z",)}


@pytest.mark.parametrize(
    "data", [b"\x00\xff\x80" * 100, b"\xff\xfea\x00", b"x: " + b"y" * (1 << 17), b"[" * 3000, b"\x1b[31mkeys: {}"]
)
def test_nonsense_is_one_problem_and_changes_nothing(data: bytes) -> None:
    preferences, problems = read_preferences("config.yaml", data, SCREEN)
    assert preferences == Preferences(keys=DEFAULTS)
    assert problems
    assert not any("\x1b" in f"{problem.message}{problem.excerpt}" for problem in problems)


@given(
    st.dictionaries(
        st.sampled_from(list(DEFAULTS)),
        st.lists(st.sampled_from(["j", "r", "x", "Y", "esc", "enter", "ctrl+f", "nokey", "/"]), max_size=3),
    )
)
def test_no_key_is_ever_that_of_two_actions_and_none_is_without(wishes: dict[str, list[str]]) -> None:
    text = "keys:\n" + "".join(f"  {action}: [{', '.join(keys)}]\n" for action, keys in wishes.items())
    keys = read(text)[0].keys
    every = [key for own in keys.values() for key in own]
    assert len(every) == len(set(every))
    assert all(keys.values())
    assert "enter" in keys["detail"]
    assert "escape" in keys["back"]
