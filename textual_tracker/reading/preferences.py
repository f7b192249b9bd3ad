"""The person's own settings, config.yaml: their keys, the view that is shown first, and how bright the colours are.

Nothing in the file is fatal: what is wrong is told with its place, and is as if it were not written.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.core.problems import Problem
from textual_tracker.reading.clashes import ALWAYS, Keys, Wish, settle
from textual_tracker.reading.encoding import BOM, is_utf16_or_32
from textual_tracker.reading.faults import Fault, RefusedError
from textual_tracker.reading.key_names import WORDS, key_written
from textual_tracker.reading.nearest import nearest
from textual_tracker.reading.source import compose
from textual_tracker.reading.telling import tell
from textual_tracker.reading.wrong import shown

MAX_BYTES: Final = 1 << 16
SETTINGS: Final = ("keys", "start", "theme")
Theme: TypeAlias = Literal["auto", "dark", "light"]
THEMES: Final[tuple[Theme, ...]] = ("auto", "dark", "light")
EXAMPLE: Final = "write keys: in a line, and below it, indented, for example find: ctrl+f"
CLOSE: Final = 0.6
_EMPTY: Final = frozenset({"", "~", "null"})


class Preferences(Struct, frozen=True, kw_only=True):
    """What a person set: the keys of every action by its id, the id of the first view, and the brightness.

    `keys` has all actions, those with the keys that they always had too.
    """

    keys: Keys
    start: str = ""
    theme: Theme = "auto"


class Screen(NamedTuple):
    """What the screen knows: the keys that its actions always had, its views, and how it names a key to people."""

    keys: Keys
    views: Collection[str]
    key_name: Callable[[str], str] = str


def read_preferences(path: str, data: bytes, screen: Screen) -> tuple[Preferences, tuple[Problem, ...]]:
    """The settings in the file at `path` (as it is to be told), which holds `data`; and what is wrong with them."""
    if len(data) > MAX_BYTES:
        fault = Fault(0, 0, "too_large", "the file is larger than 64 KiB, the most that settings may have", EXAMPLE)
        return Preferences(keys=screen.keys), tell(path, "", [fault])
    try:
        text, root, faults = compose(data)
    except RefusedError as refused:
        return Preferences(keys=screen.keys), _told_of_refused(path, data, refused)
    reader = _Reader(screen, faults)
    preferences = reader.read(root)
    return preferences, tell(path, text, reader.faults)


def _told_of_refused(path: str, data: bytes, refused: RefusedError) -> tuple[Problem, ...]:
    """Why nothing could be read; a file without data is no fault of settings."""
    text = "" if is_utf16_or_32(data) else data.decode("utf-8", "replace").removeprefix(BOM)
    faults = []
    for fault in refused.faults:
        if fault.code != "empty_file":
            hint = EXAMPLE if fault.code == "not_a_mapping" else fault.hint
            faults.append(Fault(fault.start, fault.end, fault.code, fault.message, hint))
    return tell(path, text, faults)


class _Refused(NamedTuple):
    """What is written for a key of an action, and is none."""

    action: str
    node: Node
    what: str
    hint: str


class _Reader:
    """Goes through the tree once; `faults` grows."""

    def __init__(self, screen: Screen, faults: list[Fault]) -> None:
        self.faults = faults
        self._screen = screen
        self._wishes: list[Wish] = []
        self._refused: list[_Refused] = []

    def read(self, root: MappingNode) -> Preferences:
        words: dict[str, Any] = {}
        for name, key, value in self._pairs(root, "a setting"):
            if name == "keys":
                self._keys(value)
            elif name == "start":
                words[name] = self._word(value, "a view", self._screen.views)
            elif name == "theme":
                words[name] = self._word(value, "a theme", THEMES)
            else:
                self._unknown_setting(name, key)
        keys, unmet = settle(self._wishes, self._screen.keys)
        for refused in self._refused:
            message = f"{refused.what}; {self._keeps(refused.action, keys)}"
            self._blame(refused.node, "enum", message, refused.hint)
        for wish in unmet:
            self._clash(wish, keys)
        return Preferences(keys=keys, start=words.get("start") or "", theme=words.get("theme") or "auto")

    def _pairs(self, parent: MappingNode, what: str) -> Iterator[tuple[str, Node, Node]]:
        """The lines of a mapping that can be used: name, key and value; an empty value is as if it were not there."""
        seen = set()
        for key, value in parent.value:
            if not isinstance(key, ScalarNode):
                self._blame(key, "key", f"the name of {what} must be a plain word", EXAMPLE)
            elif key.value in seen:
                self._blame(key, "duplicate_key", f"{shown(key.value)} stands here twice; the first one counts", "")
            elif not _is_empty(value):
                seen.add(key.value)
                yield key.value, key, value

    def _unknown_setting(self, name: str, key: Node) -> None:
        near = nearest(name, SETTINGS, CLOSE)
        if name in self._screen.keys:
            hint = "the keys of actions stand below keys:, indented"
        else:
            hint = f"did you mean {near}?" if near else f"known are {_listed(SETTINGS)}"
        self._blame(key, "unknown_key", f"{shown(name)} is not a setting", hint)

    def _word(self, node: Node, what: str, known: Collection[str]) -> str:
        """One of the words `known`, else ""."""
        if not isinstance(node, ScalarNode):
            self._blame(node, "type", f"{what} is one word", f"write {_listed(known)}")
            return ""
        word = str(node.value).strip().lower()
        if word in known:
            return word
        near = nearest(word, known, CLOSE)
        hint = f"did you mean {near}?" if near else f"write {_listed(known)}"
        self._blame(node, "enum", f"{shown(node.value)} is not {what}", hint)
        return ""

    def _keys(self, node: Node) -> None:
        if not isinstance(node, MappingNode):
            self._blame(node, "type", "keys must be lines of the form action: key", "for example find: ctrl+f")
            return
        for name, key, value in self._pairs(node, "an action"):
            if name in self._screen.keys:
                self._keys_of(name, value)
            else:
                self._unknown_action(name, key, value)

    def _unknown_action(self, name: str, key: Node, value: Node) -> None:
        near = nearest(name, self._screen.keys, CLOSE)
        if isinstance(value, ScalarNode) and value.value in self._screen.keys and key_written(name).key:
            hint = f"write it the other way round, {value.value}: {name}"
        else:
            hint = f"did you mean {near}?" if near else 'the actions are listed in docs/screen.md, "Keys"'
        self._blame(key, "unknown_key", f"{shown(name)} is not an action", hint)

    def _keys_of(self, action: str, node: Node) -> None:
        items = node.value if isinstance(node, SequenceNode) else [node]
        for item in items:
            if _is_empty(item):
                continue
            if not isinstance(item, ScalarNode):
                message = f"the keys of {action} are words, one or a list of them"
                self._blame(item, "type", message, f"for example {action}: [ctrl+f, /]")
                continue
            for typed in _split(item.value):
                self._key(action, item, typed)

    def _key(self, action: str, node: Node, typed: str) -> None:
        key, why = key_written(typed)
        if key:
            self._wishes.append(Wish(action, key, node.start_mark.index, node.end_mark.index))
            return
        near = nearest(typed, WORDS, CLOSE) if why == "is no key" else None
        hint = f"did you mean {near}?" if near else "keys are written like ctrl+f, /, F5, space, pgdn"
        self._refused.append(_Refused(action, node, f"{shown(typed)} {why}", hint))

    def _clash(self, wish: Wish, keys: Keys) -> None:
        of = next(action for action, own in keys.items() if wish.key in own)
        if wish.key in ALWAYS.values():
            hint = "choose another; that one is always the same"
        elif wish.key in self._screen.keys[of]:
            hint = f"give {of} another key too, or choose another one here"
        else:
            hint = "choose another key for one of the two"
        message = f"{self._screen.key_name(wish.key)} is the key of {of}; {self._keeps(wish.action, keys)}"
        self.faults.append(Fault(wish.start, wish.end, "duplicate_key", message, hint))

    def _keeps(self, action: str, keys: Keys) -> str:
        """What comes of it: `find keeps /`."""
        return f"{action} keeps {' '.join(map(self._screen.key_name, keys[action]))}"

    def _blame(self, node: Node, code: str, message: str, hint: str) -> None:
        self.faults.append(Fault(node.start_mark.index, _end(node), code, message, hint))


def _end(node: Node) -> int:
    """Where what is meant ends: a scalar at its end, of anything longer only its beginning is pointed at."""
    end: int = node.end_mark.index if isinstance(node, ScalarNode) else node.start_mark.index + 1
    return end


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and node.value in _EMPTY


def _split(typed: str) -> list[str]:
    """The keys of one text: `j ↓` and `j, down` are two, a comma or a blank alone is itself."""
    if len(typed) == 1:
        return [typed]
    return [word for word in re.split(r"[\s,]+", typed) if word] or [typed[:1] or " "]


def _listed(words: Collection[str]) -> str:
    return " or ".join(filter(None, (", ".join([*words][:-1]), [*words][-1])))
