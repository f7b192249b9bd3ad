"""The edits of one file's text, each made at its own line, and proved by reading the text back.

Source: the design, "Edits are splices at node spans"; docs/journal-format.md, "What the program writes".
"""

import codecs
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from yaml.nodes import ScalarNode

from textual_tracker.editing.edits import Append, Edit, Put
from textual_tracker.editing.splicing.comments import Comment, joined
from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.proof import proved
from textual_tracker.editing.splicing.remarks import at_entry, behind_value, without
from textual_tracker.editing.splicing.scalar import UNQUOTED, NotTextError
from textual_tracker.editing.splicing.touched import Touched, freed, remarks_of, touched
from textual_tracker.editing.splicing.typed import Typed, UnfitError, after, odd_key
from textual_tracker.editing.splicing.ways import steps, ways
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.paths import Path
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
        for step in steps(kind, page.typed, edit):
            page = _stepped(kind, page, step)
    except UnfitError as error:
        raise _refused(page, key_at(page.root, error.path).start_mark.index, str(error)) from None
    except NotTextError as error:
        raise _refused(page, key_at(page.root, edit.path).start_mark.index, str(error)) from None
    if page.typed != wanted:
        raise _cannot(page, edit)
    return page


def _stepped(kind: Kind, page: Page, edit: Edit) -> Page:
    """The page after an edit, with the comments that go their own way."""
    wanted: Typed = after(kind, page.typed, edit)
    if wanted == page.typed and not _is_misquoted(kind, page, edit):
        return page
    taken = _taken(page, edit)
    bare = proved(page, without(page, taken), page.typed, _others(page, taken)) if taken else page
    found = _made(kind, bare, edit, wanted) if bare is not None else None
    if found is not None and taken:
        found = _commented(found, edit.path, joined(taken))
    if found is None:
        raise _cannot(page, edit)
    return found


def _made(kind: Kind, page: Page, edit: Edit, wanted: Typed) -> Page | None:
    """The page after the first way that holds; comments that would go with a value get lines of their own before."""
    part = touched(page, edit)
    for start in _starts(page, part):
        free = remarks_of(start, touched(start, edit))
        comments = [one._replace(behind=None) if one in free else one for one in start.comments]
        for way in ways(kind, start, edit):
            found = proved(start, way, wanted, comments)
            if found is not None:
                return found
    return None


def _starts(page: Page, part: Touched | None) -> Iterator[Page]:
    """The page as it is, and with comments on lines of their own; of what goes none may stand behind something else."""
    if part is None or not part.goes or not remarks_of(page, part):
        yield page
    for way in freed(page, part):
        start = proved(page, way, page.typed)
        if start is not None:
            yield start


def _taken(page: Page, edit: Edit) -> list[Comment]:
    """The comments that move along with what moves, in their order."""
    takes = edit.takes if isinstance(edit, Append) else ()
    return sorted({comment for path in takes for comment in behind_value(page, path)})


def _others(page: Page, taken: Collection[Comment]) -> list[Comment]:
    return [comment for comment in page.comments if comment not in taken]


def _commented(page: Page, path: Path, text: str) -> Page | None:
    """The page with a comment at the last entry of the list at `path`."""
    entries: Any = node_at(page.root, path)
    for way in at_entry(page, (*path, len(entries.value) - 1), text):
        at = way[0].start
        new = Comment(at, at, text, alone=False, behind=None)
        comments = [*(one for one in page.comments if one.start < at), new]
        comments += [one for one in page.comments if one.start >= at]
        found = proved(page, way, page.typed, comments)
        if found is not None:
            return found
    return None


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
