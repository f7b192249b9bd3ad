"""Keys as people write them (`ctrl+f`, `/`, `F5`, `pgdn`, `esc`) to the names by which the terminal screen knows them.

A sign is its own name, except the comma, which separates the keys of a list; a capital is the letter with shift.
"""

import re
import string
import unicodedata
from types import MappingProxyType
from typing import Final, NamedTuple

COMMA: Final = "comma"

ALIASES: Final = MappingProxyType({
    "esc": "escape", "return": "enter", "ret": "enter", "spacebar": "space", "pgdn": "pagedown", "pgdown": "pagedown",
    "page_down": "pagedown", "pgup": "pageup", "page_up": "pageup", "del": "delete", "ins": "insert",
    "backtab": "shift+tab", "↓": "down", "↑": "up", "←": "left", "→": "right", ",": COMMA, "dash": "-", "dot": ".",
    "period": ".", "hyphen": "-",
})  # fmt: skip
"""Other names of a key; those that the help shows are among them."""
MOVING: Final = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"})
"""Keys that a terminal tells with every modifier."""
FUNCTION: Final = frozenset(f"f{number}" for number in range(1, 25))
PLAIN: Final = MOVING | FUNCTION | {"tab", "enter", "escape", "space", "backspace", COMMA}
MODIFIERS: Final = MappingProxyType({
    "ctrl": "ctrl", "control": "ctrl", "c": "ctrl", "shift": "shift", "alt": "alt", "option": "alt", "meta": "alt",
    "m": "alt",
})  # fmt: skip
NEVER: Final = MappingProxyType({
    "ctrl+h": "in many terminals it is backspace",
    "ctrl+i": "in a terminal it is tab",
    "ctrl+j": "in many terminals it is enter",
    "ctrl+m": "in a terminal it is enter",
    "ctrl+c": "it says how to leave",
    "ctrl+q": "it always leaves",
})  # fmt: skip
"""The keys that cannot be given to an action, and why."""

_SHORT_NAMES = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
                "plus_sign": "plus", "low_line": "underscore"}  # fmt: skip
_MODIFIED = re.compile(r"(?:([a-z]+)[+-])(?=.)")


class KeyWritten(NamedTuple):
    """A key as written: its name, or "" and why it is none."""

    key: str = ""
    why: str = ""


NO_KEY: Final = KeyWritten("", "is no key")
NOT_TOLD: Final = KeyWritten("", "is a key of which no terminal tells")


def _names_of_signs() -> dict[str, str]:
    """`/` by its names, slash and solidus, and so on for all the signs of a keyboard."""
    names = {}
    for sign in string.punctuation:
        name = unicodedata.name(sign).lower().replace(" ", "_").replace("-", "_")
        for known in (name, _SHORT_NAMES.get(name, name)):
            names[known] = COMMA if sign == "," else sign
    return names


SIGNS: Final = MappingProxyType(_names_of_signs())
WORDS: Final = tuple(sorted({*PLAIN, *ALIASES, *SIGNS, *(f"ctrl+{letter}" for letter in string.ascii_lowercase)}))
"""What may be written for a key, for hints; without signs and letters, which are their own names."""


def key_written(typed: str) -> KeyWritten:
    """The key that `typed` means."""
    if len(typed) == 1 and typed not in ALIASES:
        return KeyWritten("space" if typed == " " else typed) if typed.isprintable() else NO_KEY
    modifiers, name = _parts(typed.strip())
    if "" in modifiers or not name:
        return NO_KEY
    key = _with_modifiers(frozenset(modifiers), name)
    if key in NEVER:
        return KeyWritten("", f"cannot be given to anything: {NEVER[key]}")
    return KeyWritten(key) if key else NOT_TOLD


def _parts(typed: str) -> tuple[list[str], str]:
    """The modifiers, "" for one that is none, and the name of the key without them, "" where it is none."""
    if typed.startswith("^") and len(typed) == 2:  # noqa: PLR2004 - a caret and a letter
        return ["ctrl"], typed[1].lower()
    modifiers = []
    rest = typed
    while match := _MODIFIED.match(rest.lower()):
        modifiers.append(MODIFIERS.get(match[1], ""))
        rest = rest[match.end() :]
    if len(rest) == 1 and rest not in ALIASES:
        return modifiers, rest
    word = rest.lower()
    name = ALIASES.get(word, SIGNS.get(word, word))
    if name.startswith("shift+"):
        return [*modifiers, "shift"], name.removeprefix("shift+")
    return modifiers, name if name in PLAIN or len(name) == 1 else ""


def _with_modifiers(modifiers: frozenset[str], name: str) -> str:
    """The key with its modifiers, "" where no terminal tells it from another."""
    if not modifiers:
        return name
    if len(name) == 1 and name.isascii() and name.isalnum() and len(modifiers) == 1:
        (modifier,) = modifiers
        letter = name.lower()
        if modifier == "alt":
            return f"alt+{letter}"
        return "" if name.isdigit() else f"ctrl+{letter}" if modifier == "ctrl" else letter.upper()
    if "alt" not in modifiers and (name in MOVING or name in FUNCTION):
        return "+".join((*sorted(modifiers), name))
    return "shift+tab" if name == "tab" and modifiers == {"shift"} else ""
