"""Keys and entries between brackets: put in and taken out with their comma, on their line or on one of their own."""

from collections.abc import Iterator

from yaml.nodes import MappingNode, SequenceNode

from textual_tracker.editing.edits import Value
from textual_tracker.editing.splicing import scalar, values
from textual_tracker.editing.splicing.block import comment_lines
from textual_tracker.editing.splicing.cuts import Cut, Way
from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.places import Place, place_of
from textual_tracker.editing.splicing.remarks import behind
from textual_tracker.reading.shape import Shape


def add_key(page: Page, node: MappingNode, shape: Shape, name: str, value: Value) -> Iterator[Way]:
    """The ways to put a new key into a group in braces that holds others."""
    written = f"{scalar.key(name)}: {values.in_flow(value, values.shape_under(shape, name))}"
    place = place_of(name, node, shape)
    if page.is_bare_pair(node):  # a group without braces, which it needs for two
        start, end = node.start_mark.index, page.end_of(node)
        before = f"{written}, " if place.behind is None else ""
        behind = "" if place.behind is None else f", {written}"
        yield [Cut(start, start, "{" + before), Cut(end, end, behind + "}")]
    else:
        yield _add(page, node, place, written)


def add_entry(page: Page, node: SequenceNode, shape: Shape, value: Value) -> Iterator[Way]:
    """The way to put an entry at the end of a list in brackets that holds others."""
    written = values.in_flow(value, values.shape_under(shape, 0))
    yield _add(page, node, Place(len(node.value) - 1), written)


def remove(page: Page, node: MappingNode | SequenceNode, number: int) -> Iterator[Way]:
    """The ways to take a pair or an entry out of brackets that hold others."""
    parts = _parts(page, node)
    start, end = parts[number]
    comma = _comma(page, end)
    if comments := comment_lines(page, page.next(start), end, node.value[number], page.column(start)):
        yield from _but_comments(page, parts, number, comments)
        return
    if page.starts_line(start) and comma is not None and page.ends_line(comma + 1):
        yield [Cut(page.begin(start), page.next(comma), "")]
    if comma is None and page.starts_line(start) and page.ends_line(end):
        yield [Cut(page.begin(start), page.next(end), "")]  # the comma before it is one that may stand there
    if number and "#" not in page.text[parts[number - 1][1] : start]:
        yield [Cut(parts[number - 1][1], end, "")]
    if number + 1 < len(parts) and "#" not in page.text[end : parts[number + 1][0]]:
        yield [Cut(start, parts[number + 1][0], "")]
    if comma is not None:
        yield [Cut(start, end, ""), Cut(comma, comma + 1, "")]
    elif number and (before := _comma(page, parts[number - 1][1])) is not None:
        yield [Cut(before, before + 1, ""), Cut(start, end, "")]


def _but_comments(page: Page, parts: list[tuple[int, int]], number: int, comments: str) -> Iterator[Way]:
    """The ways to take out a part over several lines, but not the comment lines in it."""
    start, end = parts[number]
    commas = [_comma(page, end), _comma(page, parts[number - 1][1]) if number else None]
    rest = page.newline_at(start) + comments + " " * page.column(start)
    for comma in commas:
        if comma is not None:
            yield [Cut(start, end, rest), Cut(comma, comma + 1, "")]


def _parts(page: Page, node: MappingNode | SequenceNode) -> list[tuple[int, int]]:
    """Where each pair or entry begins and ends."""
    if isinstance(node, SequenceNode):
        return [(item.start_mark.index, page.end_of(item)) for item in node.value]
    return [(key.start_mark.index, page.end_of(value, key)) for key, value in node.value]


def _comma(page: Page, end: int) -> int | None:
    """Where the comma behind a part stands that ends at `end`."""
    at = page.skip(end)
    return at if page.text[at : at + 1] == "," else None


def _add(page: Page, node: MappingNode | SequenceNode, place: Place, written: str) -> Way:
    parts = _parts(page, node)
    if place.behind is None:
        start = parts[place.before or 0][0]
        if page.starts_line(start):
            begin = page.begin(start)
            return [Cut(begin, begin, f"{page.text[begin:start]}{written},{page.newline_at(begin)}")]
        return [Cut(start, start, f"{written}, ")]
    start, end = parts[place.behind]
    gap = " " if page.text[end - 1] == ":" else ""  # a comma right behind a colon would be read as a part of the key
    if page.starts_line(start) or behind(page, end, end):
        return _on_its_line(page, start, end, written, gap)
    at = page.skip_blanks(end) if gap else end
    if at > end and page.text[at : at + 1] in {",", "}"}:
        return [Cut(at, at, f", {written}")]
    return [Cut(end, end, f"{gap}, {written}")]


def _on_its_line(page: Page, start: int, end: int, written: str, gap: str) -> Way:
    """Behind a part that begins its line, or ends it with a comment: on the next line where nothing else follows."""
    indent = page.text[page.begin(start) : start] if page.starts_line(start) else " " * page.column(start)
    line = page.newline_at(end) + indent + written
    comma = _comma(page, end)
    if comma is None and page.ends_line(end):
        return [Cut(end, end, f"{gap},"), Cut(page.end(end), page.end(end), line)]
    if comma is None:
        return [Cut(end, end, f"{gap},{line}")]
    if page.is_one_line(end, comma) and page.ends_line(comma + 1):
        at = page.end(comma)
        return [Cut(at, at, f"{line},")]
    if not page.is_one_line(end, comma):
        return [Cut(comma, comma, f", {written}")]
    return [Cut(end, end, f"{gap}, {written}")]
