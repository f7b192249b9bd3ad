"""Keys and entries that stand on lines of their own: put in and taken out as whole lines."""

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.editing.edits import Value
from textual_tracker.editing.splicing import values
from textual_tracker.editing.splicing.cuts import Cut, Way
from textual_tracker.editing.splicing.habits import habits_of
from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.places import place_of
from textual_tracker.reading.shape import Shape

MODELINE = "# yaml-language-server:"


def add_key(page: Page, node: MappingNode, shape: Shape, name: str, value: Value, *, parted: bool) -> Iterator[Way]:
    """The ways to put a new key into a group of lines; `parted`: with a blank line before it."""
    column, top = page.column(node.start_mark.index), node is page.root
    lines = values.pair(name, value, values.shape_under(shape, name), column, habits_of(page), top=top)
    place = place_of(name, node, shape)
    if place.behind is not None:
        key, neighbour = node.value[place.behind]
        if _would_grow(page, neighbour):
            yield [_before(page, key, column, [*lines, ""] if parted else lines)]
        if parted:
            yield from _behind(page, neighbour, key, column, ["", *lines])
        yield from _behind(page, neighbour, key, column, lines)
    elif place.before is not None:
        yield [_before(page, node.value[place.before][0], column, lines)]


def add_entry(page: Page, node: SequenceNode, shape: Shape, value: Value) -> Iterator[Way]:
    """The way to put an entry at the end of a list of lines, written as the last one of its sort is."""
    dash, last = page.dashes(node)[-1], node.value[-1]
    column, begin = page.column(dash), last.start_mark.index
    gap = page.text[dash + 1 : begin] if page.is_one_line(dash, begin) and begin > dash + 1 else " "
    groups = [item for item in node.value if isinstance(item, MappingNode)]
    as_lines = bool(groups) and not groups[-1].flow_style
    items = values.shape_under(shape, 0)
    lines = values.entry(value, items, column, habits_of(page), gap=gap, as_lines=as_lines)
    yield from _behind(page, last, None, column, lines)


def remove_key(page: Page, node: MappingNode, number: int) -> Iterator[Way]:
    """The ways to take a key out of a group of lines that holds others."""
    key, value = node.value[number]
    column, begin = page.column(node.start_mark.index), key.start_mark.index
    following = node.value[number + 1][0].start_mark.index if number + 1 < len(node.value) else None
    yield from _remove(page, begin, page.end_of(value, key), column, value, following)


def remove_entry(page: Page, node: SequenceNode, number: int) -> Iterator[Way]:
    """The ways to take an entry out of a list of lines that holds others."""
    dashes, item = page.dashes(node), node.value[number]
    column, begin = page.column(dashes[number]), dashes[number]
    following = dashes[number + 1] if number + 1 < len(dashes) else None
    yield from _remove(page, begin, max(page.end_of(item), begin + 1), column, item, following)


def comment_lines(page: Page, begin: int, stop: int, node: object, column: int) -> str:
    """The comment lines from `begin` to `stop` that stand in no text of `node`, indented no deeper than `column`."""
    if "#" not in page.text[begin:stop]:
        return ""
    spans = page.spans(node)
    kept, at = "", begin
    while at < stop:
        indent, after = page.comment_indent(at), page.next(at)
        if indent is not None and not any(start < at < end for start, end in spans):
            kept += " " * min(indent, column) + page.text[at + indent : after]
        at = after
    return kept


def _would_grow(page: Page, value: Node) -> ScalarNode | None:
    """The block of text with which a value ends, where that ends the file, without an end of its last line.

    With one it would be another text, unless its header said that it has none.
    """
    text = page.last_text(value)
    if text is None or page.end_of(value) < len(page.text):
        return None
    return None if "-" in page.text[text.start_mark.index : page.header_end(text)] else text


def _behind(page: Page, value: Node, key: Node | None, column: int, lines: list[str]) -> Iterator[Way]:
    """New lines behind a value and the comments that belong to it."""
    end = page.end_of(value, key)
    at = page.past(end, column)
    if page.has_break(at):
        yield [Cut(at, at, "".join(line + page.newline_at(at) for line in lines))]
        return
    way = []
    if (text := _would_grow(page, value)) is not None:
        sign = text.start_mark.index + 1
        header = page.text[sign : page.header_end(text)]
        way.append(Cut(sign, sign + len(header), header.strip("+") + "-"))
    newline = page.newline_at(at)
    body = "".join(newline + line for line in lines)
    yield [*way, Cut(at, at, body)]
    yield [*way, Cut(at, at, body + newline)]  # a block of text, which may need the end of its last line


def _before(page: Page, key: Node, column: int, lines: list[str]) -> Cut:
    """New lines before a key, and before the comment lines above it."""
    at = key.start_mark.index
    if not page.starts_line(at):  # it stands behind the dash of an entry
        newline = page.newline_at(at)
        written = newline.join([lines[0][column:], *lines[1:]])
        return Cut(at, at, written + newline + " " * column)
    at = above = page.begin(at)
    while above and page.comment_indent(above := page.begin(above - 1)) is not None:
        if above == 0 or page.text.startswith(MODELINE, above):
            break
        at = above
    return Cut(at, at, "".join(line + page.newline_at(at) for line in lines))


def _remove(page: Page, begin: int, end: int, column: int, node: Node, following: int | None) -> Iterator[Way]:
    """The ways to take out what stands from `begin` to the line of `end`; the comment lines in it stay.

    Those behind it are indented anew only where they would become lines of a block of text.
    """
    if page.starts_line(begin) or following is None:
        for stop in (page.next(end), page.past(end, column)):
            comments = comment_lines(page, page.next(begin), stop, node, column)
            yield from _remove_lines(page, page.begin(begin), stop, comments)
        return
    comments = comment_lines(page, page.next(begin), page.begin(following), node, column)
    if not comments:
        yield [Cut(begin, following, "")]  # behind a dash: what follows moves up
    else:
        start = begin - (len(page.text[:begin]) - len(page.text[:begin].rstrip(" ")))
        inner = comment_lines(page, page.next(begin), page.next(end), node, column)
        yield [Cut(start, page.next(end), page.newline_at(start) + inner)]


def _remove_lines(page: Page, begin: int, stop: int, comments: str) -> Iterator[Way]:
    above = page.begin(begin - 1) if begin else 0
    if begin and not comments and page.is_blank(above) and (stop == len(page.text) or page.is_blank(stop)):
        yield from _ended(page, above, stop, "")  # one blank line is enough
    yield from _ended(page, begin, stop, comments)
    below = stop
    while page.is_blank(below):
        below = page.next(below)
    yield [Cut(begin, below, comments)]  # behind a block of text to which all blank lines after it belong


def _ended(page: Page, begin: int, stop: int, comments: str) -> Iterator[Way]:
    """The same, and where the file's last line had no end, the one that is the last now has none either."""
    if page.has_break(stop):
        yield [Cut(begin, stop, comments)]
        return
    if comments:
        yield [Cut(begin, stop, comments.rstrip("\r\n"))]
    elif begin:
        yield [Cut(page.end(page.begin(begin - 1)), stop, "")]
        yield [Cut(begin, stop, "")]
