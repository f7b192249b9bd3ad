"""A value in the place of another, of nothing, or of a whole group: the rest of its line stays."""

from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import Node, ScalarNode

from textual_tracker.editing.edits import Value
from textual_tracker.editing.splicing import scalar, values
from textual_tracker.editing.splicing.block import comment_lines
from textual_tracker.editing.splicing.cuts import Cut, Way
from textual_tracker.editing.splicing.habits import habits_of
from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.surely_plain import is_surely_plain
from textual_tracker.editing.splicing.typed import typed_value
from textual_tracker.editing.splicing.values import Written
from textual_tracker.reading.shape import Shape


class Spot(NamedTuple):
    """Where a value stands: behind `sign`, the place after its colon or dash, `None` where it has neither.

    `column` is that of its key or dash, `flow` whether brackets are around it, `top` whether it is under a key of the
    file's own, `key` its key, if it has one.
    """

    node: Node
    key: Node | None
    sign: int | None
    column: int
    flow: bool
    top: bool
    shape: Shape


def replace(page: Page, spot: Spot, value: Value) -> Iterator[Way]:
    """The ways to put `value` where something else, or nothing, stands."""
    if spot.flow:
        yield from _in_brackets(page, spot, value)
    elif isinstance(value, str | int) and isinstance(spot.node, ScalarNode) and _is_inline(spot.node):
        yield from _text_for_text(page, spot, spot.node, value)
    else:
        yield from _anew(page, spot, value)


def _in_brackets(page: Page, spot: Spot, value: Value) -> Iterator[Way]:
    node = spot.node
    start, end = node.start_mark.index, page.end_of(node, spot.key)
    if isinstance(value, str | int):
        written = _instead(node, value, spot.shape, flow=True)
    else:
        written = values.in_flow(value, spot.shape)
    if start < node.end_mark.index:
        if comments := comment_lines(page, page.next(start), end, node, page.column(start)):
            written += page.newline_at(end) + comments + " " * page.column(start)
        yield [Cut(start, end, written)]
    elif spot.key is not None and spot.sign is None:
        at = spot.key.end_mark.index
        yield [Cut(at, at, f": {written}")]
    elif spot.sign is not None:
        at = page.skip_blanks(spot.sign)
        at = at if page.text[at : at + 1] in {",", "}"} else spot.sign
        yield [Cut(spot.sign, at, f" {written}")]


def _text_for_text(page: Page, spot: Spot, node: ScalarNode, value: str | int) -> Iterator[Way]:
    """One scalar for another that stands behind its key or dash, or on the lines after it."""
    start, end = node.start_mark.index, node.end_mark.index
    block = scalar.block(value, spot.column + habits_of(page).step) if type(value) is str else None
    if block is not None:
        yield [Cut(start, end, block[0]), *_under(page, end, block[1], block[0])]
    else:
        yield [Cut(start, end, _instead(node, value, spot.shape, flow=False))]


def _anew(page: Page, spot: Spot, value: Value) -> Iterator[Way]:
    """A value for one that is empty, a block of text, or a group: all of that goes but its comment lines."""
    node, sign = spot.node, spot.sign
    if sign is None:
        return
    start, end = node.start_mark.index, page.end_of(node, spot.key)
    head_end, comments = end, ""
    if isinstance(node, ScalarNode) and _is_inline(node) and not page.is_one_line(sign, start):
        yield [_apart(page, start, end, _written(page, spot, value))]
        return
    if isinstance(node, ScalarNode):
        head_end = end if _is_inline(node) or start == node.end_mark.index else page.header_end(node)
    else:
        apart = not page.is_one_line(sign, start)  # a group or a list under its key
        head_end = sign if apart else end
        comments = comment_lines(page, page.next(sign if apart else start), page.next(end), node, spot.column)
    yield _headed(page, sign, head_end, end, _written(page, spot, value), comments)


def _apart(page: Page, start: int, end: int, written: Written) -> Cut:
    """A value in the place of one that stands on a line after its key or dash."""
    if not written.lines:
        return Cut(start, end, written.head[1:])
    first, *others = written.lines
    line_end = page.end(end)
    rest = page.text[end:line_end]
    return Cut(page.begin(start), line_end, page.newline_at(start).join([first + rest, *others]))


def _headed(page: Page, sign: int, head_end: int, end: int, written: Written, comments: str) -> Way:
    """A head behind the sign, its lines under that, then the comment lines that stay."""
    line_end = page.end(head_end)
    if not page.text[head_end:line_end].strip(" \t"):
        head_end = line_end  # no blanks at the end of a line
    way = [Cut(sign, head_end, written.head)]
    lines = [*written.lines, *comments.splitlines()]
    body = "".join(page.newline_at(line_end) + line for line in lines)
    stop = max(page.end(end), line_end)
    if body or stop > line_end:
        way.append(Cut(line_end, stop, body + _last_break(page, stop, written.lines, written.head)))
    return way


def _under(page: Page, at: int, lines: list[str], head: str) -> Way:
    """Lines under the line of `at`."""
    end = page.end(at)
    return [Cut(end, end, "".join(page.newline_at(end) + line for line in lines) + _last_break(page, end, lines, head))]


def _last_break(page: Page, end: int, lines: list[str], head: str) -> str:
    """The end of line that the last line of a block of text needs where the file has none there."""
    return page.newline_at(end) if lines and head.strip() == "|" and end == len(page.text) else ""


def _written(page: Page, spot: Spot, value: Value) -> Written:
    habits = habits_of(page)
    if spot.key is None and not isinstance(value, str | int):
        return Written(" " + values.in_flow(value, spot.shape), [])
    if isinstance(value, str | int):
        node = spot.node
        indent = spot.column + habits.step
        if isinstance(node, ScalarNode) and not _is_inline(node) and page.content_indent(node) < len(page.text):
            indent = page.content_indent(node)
        return values.text_in_block(value, spot.shape, indent)
    return values.in_block(value, spot.shape, spot.column, habits, top=spot.top)


def _is_inline(node: ScalarNode) -> bool:
    """Whether a scalar is typed, and no block of text."""
    return getattr(node, "style", None) not in {"|", ">"} and node.start_mark.index < node.end_mark.index


def _instead(node: Node, value: str | int, shape: Shape, *, flow: bool) -> str:
    """A scalar on one line, for another: with its quotes where they were a habit, which the text itself did not need.

    Where both texts need quotes the sign stays, but for single ones that were chosen for the signs within them.
    """
    text = str(typed_value(value))
    quote = getattr(node, "style", None)
    if quote not in {"'", '"'}:
        return values.in_flow(value, shape) if flow else values.text_in_block(value, shape, 0).head[1:]
    if is_surely_plain(node.value):
        return scalar.one_line(text, shape, flow=flow, style=quote)
    written = scalar.one_line(text, shape, flow=flow)
    chosen = '"' in node.value or "\\" in node.value
    return scalar.quoted(text, quote) if written.startswith('"') and not chosen else written
