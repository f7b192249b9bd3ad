"""The part of a text that an edit is about, and the comments that cannot stay where they are in it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml.nodes import Node, ScalarNode, SequenceNode

from textual_tracker.editing.edits import Edit, Put, Remove
from textual_tracker.editing.splicing.comments import Comment
from textual_tracker.editing.splicing.cuts import Way
from textual_tracker.editing.splicing.page import Page, is_flow
from textual_tracker.editing.splicing.remarks import behind, on_own_lines
from textual_tracker.editing.splicing.typed import removal
from textual_tracker.reading.paths import Path
from textual_tracker.reading.tree import key_at, node_at


class Touched(NamedTuple):
    """Where the value that an edit changes or takes out begins, with its key or dash, and ends; `flow`: in brackets.

    `node` is the value, `goes` whether it goes altogether.
    """

    begin: int
    end: int
    node: Node
    flow: bool
    goes: bool


def touched(page: Page, edit: Edit) -> Touched | None:
    """The part that an edit is about; `None` where it only adds to a group or a list that is there."""
    if isinstance(edit, Remove):
        path = removal(page.typed, edit.path)
        return _part(page, path, goes=True) if path else None
    path = edit.path
    while path and node_at(page.root, path) is None:
        path = path[:-1]
    node = node_at(page.root, path)
    if not path or node is None:
        return None
    is_replaced = isinstance(node, ScalarNode) or not node.value or (isinstance(edit, Put) and path == edit.path)
    return _part(page, path, goes=False) if is_replaced else None


def remarks_of(page: Page, part: Touched | None) -> list[Comment]:
    """The comments behind the part, which need not stand behind the same any more."""
    return [] if part is None else behind(page, part.begin, part.end)


def freed(page: Page, part: Touched | None) -> Iterator[Way]:
    """The ways to give comments a line of their own before the edit.

    Of what goes all of them; of a value that changes those in it, or also the one behind it, or all. None where there
    are none.
    """
    if part is None:
        return
    comments = remarks_of(page, part)
    of_value = [one for one in comments if one.start >= part.node.start_mark.index]
    within = [one for one in of_value if one.start < part.end]
    tried: list[list[Comment]] = [[]]
    for some in (comments,) if part.goes else (within, of_value, comments):
        if some not in tried:
            tried.append(some)
            above, below = on_own_lines(page, some, page.column(part.begin))
            yield from (below, above) if part.flow else (above, below)


def _part(page: Page, path: Path, *, goes: bool) -> Touched:
    node: Any = node_at(page.root, path)
    key, parent = key_at(page.root, path), node_at(page.root, path[:-1])
    begin, flow = key.start_mark.index, parent is not None and is_flow(parent)
    if isinstance(parent, SequenceNode) and not flow and isinstance(path[-1], int):
        begin = page.dashes(parent)[path[-1]]
    end = page.end_of(node, None if key is node else key)
    return Touched(begin, max(begin, end), node, flow, goes)
