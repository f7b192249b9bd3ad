"""A file's text with the tree of its values: where lines begin, and where values really end.

The parser's marks are not enough for that: a collection of lines ends for it at the next key, a block of text swallows
the blank lines behind it, and an empty value has no place. Everything here counts code points from 0, as the marks do.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.editing.splicing.comments import Comment, Leaf, comments_between
from textual_tracker.editing.splicing.typed import Typed, as_typed, is_empty

_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BREAKS: Final = "\n\r\x85\u2028\u2029"
_BLANKS: Final = " \t"


class Page:
    """`text` without its BOM, and `root`, the tree of its values.

    `begins` is where each of its lines begins.
    """

    def __init__(self, text: str, root: MappingNode) -> None:
        self.text = text
        self.root = root
        self.begins = [0, *(found.end() for found in _BREAK.finditer(text))]

    @cached_property
    def _most(self) -> str:
        return newline_of(self.text)

    def newline_at(self, at: int) -> str:
        """How a line ends that is put in at `at`: as the one before it, at the beginning as the first one.

        Where that has no end, or an odd one, as most lines do.
        """
        if at == 0 or not self.has_break(at):
            at = self.next(at)
        if not self.has_break(at):
            at = self.begin(at)
        before = self.text[max(at - 2, 0) : at]
        return before if before == "\r\n" else "\n" if before.endswith("\n") else self._most

    @cached_property
    def typed(self) -> Typed:
        """What is typed in the file."""
        return as_typed(self.root)

    @cached_property
    def comments(self) -> list[Comment]:
        """The comments of the file, in their order."""
        return comments_between(self.text, sorted(self._leaves())) if "#" in self.text else []

    def _leaves(self) -> Iterator[Leaf]:
        """The texts of the tree; a block of text in two parts, because a comment may stand behind its header."""
        waiting: list[Any] = [self.root]
        while waiting:
            node = waiting.pop()
            start, end = (node.start_mark.index, node.end_mark.index) if isinstance(node, Node) else (0, 0)
            if not isinstance(node, ScalarNode):
                waiting += node if isinstance(node, tuple) else node.value
            elif getattr(node, "style", None) in {"|", ">"}:
                header = self.header_end(node)
                yield Leaf(start, header, node.value)
                yield Leaf(self.next(header), max(self.next(header), self.block_end(node)), node.value)
            elif start < end:
                yield Leaf(start, end, node.value)

    def line(self, at: int) -> int:
        """The number of the line of `at`, from 1."""
        return self.text.count("\n", 0, at) + 1

    def begin(self, at: int) -> int:
        """Where the line of `at` begins."""
        return self.begins[bisect_right(self.begins, at) - 1]

    def end(self, at: int) -> int:
        """Where the line of `at` ends, before its break."""
        found = _BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def next(self, at: int) -> int:
        """Where the line after that of `at` begins; the end of the text where there is none."""
        found = _BREAK.search(self.text, at)
        return found.end() if found else len(self.text)

    def column(self, at: int) -> int:
        """How many characters stand before `at` on its line."""
        return at - self.begin(at)

    def starts_line(self, at: int) -> bool:
        """Whether nothing but blanks stands before `at` on its line."""
        return not self.text[self.begin(at) : at].strip(_BLANKS)

    def ends_line(self, at: int) -> bool:
        """Whether nothing but blanks and a comment stands from `at` to the end of its line."""
        rest = self.text[at : self.end(at)]
        return not rest.strip(_BLANKS) or (rest[0] in _BLANKS and rest.lstrip(_BLANKS).startswith("#"))

    def is_one_line(self, start: int, end: int) -> bool:
        """Whether `start` and `end` stand on one line."""
        return self.end(start) >= end

    def has_break(self, at: int) -> bool:
        """Whether a line may begin at `at` as it is: at the beginning, or behind an end of line."""
        return at == 0 or self.text[at - 1] in _BREAKS

    def is_blank(self, at: int) -> bool:
        """Whether the line that begins at `at` holds nothing, and is one."""
        return at < len(self.text) and not self.text[at : self.end(at)].strip(_BLANKS)

    def comment_indent(self, at: int) -> int | None:
        """How far the line that begins at `at` is indented where it is a comment, else `None`."""
        line = self.text[at : self.end(at)]
        stripped = line.lstrip(_BLANKS)
        return len(line) - len(stripped) if stripped.startswith("#") else None

    def skip(self, at: int) -> int:
        """The next place from `at` on that is no blank, no break and in no comment."""
        while at < len(self.text):
            if self.text[at] in _BLANKS or self.text[at] in _BREAKS:
                at += 1
            elif self.text[at] == "#" and (at == 0 or self.text[at - 1] in _BLANKS + _BREAKS):
                at = self.end(at)
            else:
                return at
        return at

    def skip_blanks(self, at: int) -> int:
        """The next place from `at` on that is no blank."""
        while at < len(self.text) and self.text[at] in _BLANKS:
            at += 1
        return at

    def after_colon(self, key: Node) -> int | None:
        """The place behind the colon of a key, `None` where it has none (`{fha}`)."""
        at = self.skip(key.end_mark.index)
        return at + 1 if self.text[at : at + 1] == ":" else None

    def end_of(self, node: Node, key: Node | None = None) -> int:
        """Where a value really ends; `key` is its key, if it has one: an empty value ends where that leaves off."""
        if isinstance(node, ScalarNode):
            if getattr(node, "style", None) in {"|", ">"}:
                return self.block_end(node)
            if key is not None and node.start_mark.index == node.end_mark.index:
                return self.after_colon(key) or key.end_mark.index
            return node.end_mark.index
        if is_flow(node) and not self.is_bare_pair(node):
            return node.end_mark.index
        last = node.value[-1]
        return self.end_of(last[1], last[0]) if isinstance(last, tuple) else self.end_of(last)

    def is_bare_pair(self, node: Node) -> bool:
        """Whether a group in brackets has no braces of its own: `[date: 2026-03-02]`."""
        return isinstance(node, MappingNode) and is_flow(node) and self.text[node.start_mark.index] != "{"

    def header_end(self, node: Node) -> int:
        """Where the header of a block of text (`|`, `>-`, `|2`) ends."""
        at = node.start_mark.index
        while at < len(self.text) and self.text[at] in "|>+-123456789":
            at += 1
        return at

    def keeps(self, node: Node) -> bool:
        """Whether the blank lines behind a block of text belong to it (`|+`)."""
        return "+" in self.text[node.start_mark.index : self.header_end(node)]

    def block_end(self, node: Node, *, with_kept: bool = True) -> int:
        """Where the last line of a block of text ends, before its break; of `|+` with the blank lines behind it."""
        lines = list(self.content(node))
        if not (with_kept and self.keeps(node)):
            indent = self.content_indent(node)
            while lines and not self.text[lines[-1][0] : lines[-1][1]].strip(" ")[:1]:
                if lines[-1][1] - lines[-1][0] > indent:
                    break
                lines.pop()
        return lines[-1][1] if lines else self.end(self.header_end(node))

    def content(self, node: Node) -> Iterator[tuple[int, int]]:
        """Where each line of a block of text begins and ends, the blank ones behind it included."""
        stop = self.begin(node.end_mark.index) if node.end_mark.index < len(self.text) else len(self.text)
        at = self.next(self.header_end(node))
        while at < stop:
            yield at, self.end(at)
            at = self.next(at)

    def content_indent(self, node: Node) -> int:
        """How far the lines of a block of text are indented."""
        for begin, end in self.content(node):
            typed = self.text[begin:end]
            if typed.strip(" "):
                value = str(node.value).lstrip("\n").partition("\n")[0]
                return (len(typed) - len(typed.lstrip(" "))) - (len(value) - len(value.lstrip(" ")))
        return len(self.text)

    def last_text(self, node: Node) -> ScalarNode | None:
        """The block of text with which a value ends, if it ends with one."""
        while not isinstance(node, ScalarNode):
            if is_flow(node) or not node.value:
                return None
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        return node if getattr(node, "style", None) in {"|", ">"} else None

    def spans(self, node: Any) -> list[tuple[int, int]]:
        """Where each text over several lines begins and ends, at and under a node, or a pair of a key and its value."""
        found, waiting = [], [node]
        while waiting:
            node = waiting.pop()
            if isinstance(node, ScalarNode):
                if node.start_mark.line != node.end_mark.line:
                    found.append((node.start_mark.index, self.end_of(node)))
            else:
                waiting += node if isinstance(node, tuple) else node.value
        return found

    def past(self, end: int, column: int) -> int:
        """Where the next line begins after a value that ends at `end` and the comments that belong to it.

        A comment belongs to what stands above it where it is indented deeper than `column`.
        """
        at = found = self.next(end)
        while at < len(self.text):
            indent = self.comment_indent(at)
            if indent is not None and indent > column:
                found = self.next(at)
            elif not self.is_blank(at):
                break
            at = self.next(at)
        return found

    def dashes(self, node: SequenceNode) -> list[int]:
        """Where the dash of each entry of a list of lines stands."""
        found, at = [], node.start_mark.index
        for item in node.value:
            found.append(self.skip(at))
            at = max(self.end_of(item), found[-1] + 1)
        return found


def newline_of(text: str) -> str:
    """How most lines of `text` end."""
    windows = text.count("\r\n")
    unix = text.count("\n") - windows
    old = text.count("\r") - windows
    if windows > unix:
        return "\r\n"
    return "\r" if old > unix + windows else "\n"


def is_flow(node: Node) -> bool:
    """Whether a group or a list stands in brackets."""
    return bool(getattr(node, "flow_style", False))


def is_filled(node: Node) -> bool:
    """Whether a value holds something: not `~`, not `{}`, not `[]`."""
    return not is_empty(node) if isinstance(node, ScalarNode) else bool(node.value)
