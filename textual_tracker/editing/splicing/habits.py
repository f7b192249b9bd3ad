"""The habits of a file: how far its groups and dashes are indented, and which of its sections a blank line parts."""

from typing import Final, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.editing.splicing.page import Page, is_flow
from textual_tracker.reading.schema import Kind

SECTIONS: Final = {
    "referral": frozenset({"contact_attempts", "appointment", "application", "outcome", "partner_updates"}),
}
"""The keys before which the program leaves a blank line where a file shows no other habit."""


class Habits(NamedTuple):
    """`step`: how far a group is indented under its key. `dash`: how far a list's dashes are."""

    step: int
    dash: int


def habits_of(page: Page) -> Habits:
    """The indentation of the first group and of the first list of lines in the file; two where it has none."""
    step, dash = _step(page, page.root), _dash(page, page.root)
    return Habits(step or dash or 2, (step or 2) if dash is None else dash)


def _step(page: Page, node: Node) -> int | None:
    if isinstance(node, MappingNode) and not node.flow_style:
        column = page.column(node.start_mark.index)
        for _, value in node.value:
            if isinstance(value, MappingNode) and not value.flow_style:
                return page.column(value.start_mark.index) - column
    return None


def _dash(page: Page, node: Node) -> int | None:
    """How far the first list's dashes are indented under their key, `None` where there is no list of lines."""
    if isinstance(node, ScalarNode) or is_flow(node):
        return None
    column = page.column(node.start_mark.index)
    for item in node.value:
        value = item[1] if isinstance(item, tuple) else item
        if isinstance(value, SequenceNode) and not value.flow_style and isinstance(item, tuple):
            return page.column(value.start_mark.index) - column
        found = _dash(page, value)
        if found is not None:
            return found
    return None


def parts_with_blank(page: Page, kind: Kind, name: str, lines: int) -> bool:
    """Whether a blank line goes before a new key of the file's own, which takes so many lines."""
    known = SECTIONS.get(kind, frozenset())
    alike = [key for key, value in page.root.value if _is_alike(page, key, value, name, known)]
    if not alike:
        return name in known
    return lines > 1 and _most_are_parted(page, alike)


def _is_alike(page: Page, key: Node, value: Node, name: str, known: frozenset[str]) -> bool:
    """Whether a key that is there is of the same sort as the new one, and not the first of the file."""
    if key is page.root.value[0][0] or (key.value in known) is not (name in known):
        return False
    if key.value in known:
        return not isinstance(value, ScalarNode)
    return not page.is_one_line(key.start_mark.index, page.end_of(value, key))


def _most_are_parted(page: Page, keys: list[Node]) -> bool:
    return 2 * sum(_is_parted(page, key) for key in keys) > len(keys)


def _is_parted(page: Page, key: Node) -> bool:
    """Whether a blank line stands before a key, or before the comment lines above it."""
    at = page.begin(key.start_mark.index)
    while at:
        at = page.begin(at - 1)
        if page.is_blank(at):
            return True
        if page.comment_indent(at) is None:
            return False
    return False
