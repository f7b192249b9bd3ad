"""The canonical form of texts in wild styles: the same data, the same comments, and nothing left to put in order."""

import random
import re
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from textual_tracker.editing.canonical.canonical import canonical
from textual_tracker.editing.splicing.typed import as_typed
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.encoding import decoded
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.source import compose

WORDS = (
    "Dana Ortiz",
    "no",
    "02134",
    "12:30",
    "a: b",
    "see #1",
    "it's late",
    'say "hi"',
    "- x",
    "é",
    "",
    "~",
    "2026-03-02",
)
TEXTS = ("Met at the fair.\n", "one\n\n  two\nthree\n", "no end", "\n\nlate\n", "  in\nout\n", "kept\n\n\n")
Node = str | list[Any] | dict[str, Any]

words = st.sampled_from(WORDS)
nodes = st.recursive(
    words | st.sampled_from(TEXTS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("a", "b", "no", "x y", "12")), inner, max_size=3)
    ),
    max_leaves=8,
)
records = st.dictionaries(
    st.sampled_from(("borrower", "notes", "tags", "loan", "x-own", "log", "odd")), nodes, min_size=1
)


class Hand:
    """Somebody who writes YAML in a style of their own, never twice the same."""

    def __init__(self, luck: random.Random) -> None:
        self._luck = luck
        self.comments: list[str] = []

    def file(self, record: dict[str, Node]) -> str:
        return "".join(self._group(record, self._luck.choice((0, 0, 0, 2)), between=True))

    def _comment(self) -> str:
        text = f"# {len(self.comments)}" + self._luck.choice(("", " it's: {so}", '  "x'))
        self.comments.append(text)
        return text

    def _maybe(self, text: str, chance: float = 0.3) -> str:
        return text if self._luck.random() < chance else ""

    def _blanks(self) -> str:
        return " " * self._luck.choice((1, 1, 1, 2, 5))

    def _end(self) -> str:
        """The end of a line, with or without a comment."""
        if self._luck.random() < 0.2:
            return f"{self._blanks()}{self._comment()}{self._maybe(' ')}\n"
        return f"{self._maybe('  ', 0.1)}\n"

    def _between(self, column: int) -> str:
        """Empty lines and comments between two lines."""
        lines = ""
        while self._luck.random() < 0.25:
            lines += self._luck.choice(("\n", "   \n", ""))
            if self._luck.random() < 0.5:
                lines += " " * max(0, column + self._luck.choice((-2, 0, 0, 0, 1, 2, 9))) + self._comment() + "\n"
        return lines

    def _group(self, group: dict[str, Node], column: int, *, between: bool) -> list[str]:
        lines = []
        for number, (key, value) in enumerate(group.items()):
            if number or between:
                lines += [self._between(column), " " * column]
            lines += [self._word(key, key=True), self._maybe(" ", 0.1), ":", *self._value(value, column)]
        return lines

    def _list(self, items: list[Node], column: int, *, between: bool) -> list[str]:
        lines = []
        for number, item in enumerate(items):
            if number or between:
                lines += [self._between(column), " " * column]
            lines += ["-", *self._value(item, column, in_list=True)]
        return lines

    def _value(self, value: Node, column: int, *, in_list: bool = False) -> list[str]:
        if isinstance(value, str) and "\n" in value:
            return [self._block(value, column)]
        if isinstance(value, str) or not value or self._luck.random() < 0.3:
            return [self._blanks(), self._flow(value, column), self._end()]
        further = column + self._luck.choice((1, 2, 2, 4))
        write: Any = self._group if isinstance(value, dict) else self._list
        if in_list and self._luck.random() < 0.5:
            blanks = self._blanks()
            return [blanks, *write(value, column + 1 + len(blanks), between=False)]
        if isinstance(value, list) and not in_list and self._luck.random() < 0.4:
            further = column
        return [self._end(), *write(value, further, between=True)]

    def _block(self, text: str, column: int) -> str:
        further = column + self._luck.choice((1, 2, 2, 4, 7))
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        header = "|" + (str(further - column) if body[:1] in {" ", "\n"} or self._luck.random() < 0.1 else "")
        header += "-" if not ends else "+" if ends > 1 else ""
        lines = [" " * further + line if line else self._maybe(" " * further) for line in body.split("\n")]
        after = ends - 1 if ends > 1 else 0
        return self._blanks() + header + self._end() + "\n".join(lines) + "\n" * (1 + after)

    def _flow(self, value: Node, column: int) -> str:
        if isinstance(value, str):
            return self._word(value)
        inner: list[str]
        if isinstance(value, dict):
            pairs = ((self._word(key, key=True), self._flow(item, column)) for key, item in value.items())
            inner = [f"{key}{self._maybe(' ')}:{self._blanks()}{item}" for key, item in pairs]
        else:
            inner = [self._flow(item, column) for item in value]
        text = "" if not inner else self._gap(column) + inner[0]
        for item in inner[1:]:
            text += f"{self._maybe(' ')},{self._gap(column)}{item}"
        text += self._gap(column) if inner else self._maybe(" ")
        return "{" + text + "}" if isinstance(value, dict) else "[" + text + "]"

    def _gap(self, column: int) -> str:
        if self._luck.random() < 0.1:
            return f"{self._end()}{' ' * (column + self._luck.choice((1, 2, 6)))}"
        return self._maybe(self._blanks(), 0.6)

    def _word(self, text: str, *, key: bool = False) -> str:
        if "\n" in text or not text or self._luck.random() < 0.3:
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        if re.search(r": |#|^-|\"", text) or self._luck.random() < 0.2:
            return "'" + text.replace("'", "''") + "'"
        return text if not key or text != "~" else '"~"'


def read_by_another(data: bytes) -> Any:
    """The data, every scalar as text, as PyYAML composes it by itself."""
    return yaml.load(decoded(data), yaml.BaseLoader)  # noqa: S506 - it makes nothing but text, lists and mappings


def comments_of(data: bytes, hand: Hand) -> list[str]:
    """The comments that the hand wrote, as they stand in the text."""
    text = decoded(data)
    places = [(text.find(comment), comment) for comment in hand.comments]
    assert all(place >= 0 for place, _ in places)
    return [comment for _, comment in sorted(places)]


@settings(deadline=None, max_examples=200)
@given(records, st.integers(0, 1 << 32), st.sampled_from(("\n", "\r\n")), st.booleans(), st.booleans())
def test_data_and_comments_stay(record: dict[str, Node], luck: int, end: str, bom: bool, last: bool) -> None:
    hand = Hand(random.Random(luck))  # noqa: S311 - a style, not a secret
    text = hand.file(record)
    text = (text if last else text.rstrip("\n")).replace("\n", end)
    data = (("\ufeff" if bom else "") + text).encode()
    try:
        compose(data)
    except RefusedError:
        return  # a key that stands twice, a text nobody can write so
    written = canonical("referral", data)
    assert read_by_another(written) == read_by_another(data)
    assert comments_of(written, hand) == comments_of(data, hand)
    assert canonical("referral", written) == written
    assert written.startswith(b"\xef\xbb\xbf") == bom
    assert written.count(b"\r\n") == (written.count(b"\n") if end == "\r\n" and b"\r\n" in data else 0)


SNIPPETS = (
    "a", "borrower: ", "key:", "- ", "\n", "\n", "\n  ", "\n   ", "\n\n", " # c", "\n   # c", "{", "}", "[", "]", ", ",
    ":", ": ", '"x y"', "'it''s'", "no", "|\n  text\n", ">-\n   t\n    u\n", "|2\n    t\n", "|+\n  t\n\n\n", "\t", " ",
    "&a ", "*a ", "!t ", "---\n", "...\n", "? ", '"a\\\n  b"', "a\n   b", "\r", "\x85",
)  # fmt: skip


@settings(deadline=None, max_examples=500)
@given(st.lists(st.sampled_from(SNIPPETS), max_size=12).map("".join))
def test_whatever_is_written_the_data_stay_or_the_text_is_left(text: str) -> None:
    data = text.encode()
    try:
        written = canonical("referral", data)
    except RefusedEditError:
        return
    assert canonical("referral", written) == written
    assert as_typed(compose(written)[1]) == as_typed(compose(data)[1])
