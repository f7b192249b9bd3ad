"""Comments that move: onto lines of their own where their value goes, or to what their value moves into."""

from collections.abc import Iterable, Iterator, Sequence

from yaml.nodes import MappingNode, Node

from textual_tracker.editing.splicing.comments import Comment
from textual_tracker.editing.splicing.cuts import Cut, Way
from textual_tracker.editing.splicing.page import Page
from textual_tracker.reading.paths import Path
from textual_tracker.reading.tree import key_at, node_at

GAP = "   "
"""What stands before a new comment."""


def behind(page: Page, begin: int, end: int) -> list[Comment]:
    """The comments that end a line from `begin` to `end`, and the one right behind that."""
    return [
        comment
        for comment in page.comments
        if not comment.alone and begin <= comment.start and (comment.start < end or _is_next(page, end, comment))
    ]


def behind_value(page: Page, path: Path) -> list[Comment]:
    """The comments behind what stands at `path`, and the lines right below in the same column, where they go on."""
    node = node_at(page.root, path)
    if node is None:
        return []
    key = key_at(page.root, path)
    ends = behind(page, key.start_mark.index, page.end_of(node, None if key is node else key))
    return [comment for first in ends for comment in (first, *_going_on(page, first))]


def without(page: Page, comments: Iterable[Comment]) -> Way:
    """The cuts that take comments out, with the blanks before them, and with their line where they have one."""
    return [
        Cut(page.begin(one.start), page.next(one.start), "")
        if one.alone
        else Cut(_before_blanks(page, one.start), page.end(one.start), "")
        for one in comments
    ]


def on_own_lines(page: Page, comments: Sequence[Comment], column: int) -> Iterator[Way]:
    """The ways to put comments onto lines of their own, at `column`: above the lines that they end, or below."""
    above: Way = []
    below: Way = []
    for one in comments:
        begin = page.begin(one.start)
        at = _before_blanks(page, one.start)
        line = " " * min(column, page.skip_blanks(begin) - begin) + one.text
        above += [Cut(begin, begin, line + page.newline_at(begin)), Cut(at, page.end(at), "")]
        below.append(Cut(at, page.end(at), page.newline_at(at) + " " * column + one.text))
    yield above
    yield below


def at_entry(page: Page, path: Path, comment: str) -> Iterator[Way]:
    """The ways to put a comment to the entry at `path`: behind it, at the end of its lines, or above it."""
    node = node_at(page.root, path)
    if node is None:
        return
    begin, end = node.start_mark.index, page.end_of(node)
    line_end = page.end(end)
    if page.is_one_line(begin, end):
        rest = page.text[end:line_end].rstrip()
        if not rest.strip(" \t,]}"):
            yield [Cut(end + len(rest), line_end, GAP + comment)]
    elif _has_lines(node):
        yield [Cut(line_end, line_end, page.newline_at(line_end) + " " * page.column(begin) + comment)]
    above = page.begin(begin)
    yield [Cut(above, above, page.text[above : page.skip_blanks(above)] + comment + page.newline_at(above))]


def _has_lines(node: Node) -> bool:
    return isinstance(node, MappingNode) and not node.flow_style


def _is_next(page: Page, end: int, comment: Comment) -> bool:
    return page.is_one_line(end, comment.start) and not page.text[end : comment.start].strip(" \t,")


def _before_blanks(page: Page, at: int) -> int:
    return at - (len(page.text[:at]) - len(page.text[:at].rstrip(" \t")))


def _going_on(page: Page, comment: Comment) -> Iterator[Comment]:
    column, at = page.column(comment.start), page.next(comment.start)
    for one in page.comments:
        if one.start > comment.start and one.alone and page.begin(one.start) == at and page.column(one.start) == column:
            yield one
            at = page.next(at)
