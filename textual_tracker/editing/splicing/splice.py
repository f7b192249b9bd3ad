"""The edits of one file's text, each made at its own line, and proved by reading the text back.

Source: the design, "Edits are splices at node spans"; docs/journal-format.md, "What the program writes".
"""

import codecs
from collections.abc import Sequence
from typing import Final

from yaml.nodes import ScalarNode

from textual_tracker.editing.edits import Edit, Put
from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.proof import proved
from textual_tracker.editing.splicing.scalar import UNQUOTED, NotTextError
from textual_tracker.editing.splicing.typed import Typed, UnfitError, after, odd_key
from textual_tracker.editing.splicing.ways import steps, ways
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.schema import Kind, shape_at
from textual_tracker.reading.source import compose
from textual_tracker.reading.tree import key_at, node_at
from textual_tracker.reading.wrong import shown

NO_WORD: Final = "a key must be a plain word, such as name"


def splice(kind: Kind, data: bytes, edits: Sequence[Edit]) -> bytes:
    """`data`, the bytes of a file of this kind, after `edits`, one after the other.

    Every line that no edit names stays byte for byte, and so do the line ends, the BOM and the missing newline at the
    end.

    Raises:
        RefusedEditError: an edit cannot be made so that exactly what it names becomes another; the message names the
            line. Nothing is half done: the result is all of the edits or none.
    """
    page = _page(data)
    for edit in edits:
        page = _edited(kind, page, edit)
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return bom + page.text.encode()


def _page(data: bytes) -> Page:
    try:
        text, root, faults = compose(data)
    except RefusedError as error:
        fault = error.faults[0]
        line = data.decode("utf-8", "replace").removeprefix("\ufeff").count("\n", 0, fault.start) + 1
        raise RefusedEditError(f"line {line}: {fault.message}") from None
    page = Page(text, root)
    if faults:
        raise _refused(page, min(fault.start for fault in faults), faults[0].message)
    odd = odd_key(root)
    if odd is not None:
        says = f"{shown(odd.value)} stands here twice; keep one of the two first"
        raise _refused(page, odd.start_mark.index, says if isinstance(odd, ScalarNode) else NO_WORD)
    return page


def _edited(kind: Kind, page: Page, edit: Edit) -> Page:
    try:
        wanted = after(kind, page.typed, edit)
        for step in steps(page.typed, edit):
            page = _stepped(kind, page, step)
    except UnfitError as error:
        raise _refused(page, key_at(page.root, error.path).start_mark.index, str(error)) from None
    except NotTextError as error:
        raise _refused(page, key_at(page.root, edit.path).start_mark.index, str(error)) from None
    if page.typed != wanted:
        raise _cannot(page, edit)
    return page


def _stepped(kind: Kind, page: Page, edit: Edit) -> Page:
    wanted: Typed = after(kind, page.typed, edit)
    if wanted == page.typed and not _is_misquoted(kind, page, edit):
        return page
    for way in ways(kind, page, edit):
        found = proved(page, way, wanted)
        if found is not None:
            return found
    raise _cannot(page, edit)


def _is_misquoted(kind: Kind, page: Page, edit: Edit) -> bool:
    """Whether the value is there, but as text in quotes where the schema wants a number or a flag."""
    if not isinstance(edit, Put) or shape_at(kind, edit.path).kind not in UNQUOTED:
        return False
    return bool(getattr(node_at(page.root, edit.path), "style", None))


def _cannot(page: Page, edit: Edit) -> RefusedEditError:
    sentence = "this cannot be written here without changing something else; edit the file by hand"
    return _refused(page, key_at(page.root, edit.path).start_mark.index, sentence)


def _refused(page: Page, at: int, sentence: str) -> RefusedEditError:
    return RefusedEditError(f"line {page.line(at)}: {sentence}")
