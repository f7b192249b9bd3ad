"""The proof of a splice: the text, read back, says what it was to say, and every comment is still where it belongs."""

from collections.abc import Sequence
from itertools import starmap

from textual_tracker.editing.splicing.comments import Comment
from textual_tracker.editing.splicing.cuts import Way, cut
from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.typed import Typed, odd_key
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.source import compose


def proved(page: Page, way: Way, wanted: Typed, comments: Sequence[Comment] | None = None) -> Page | None:
    """The page after the cuts, where it holds just what is `wanted`, and its comments; else `None`.

    `comments` are those that it must have, by their texts and what they stand behind; without, those of before.
    """
    try:
        text, root, faults = compose(cut(page.text, way).encode("utf-8", "surrogatepass"))
    except RefusedError:
        return None
    found = Page(text, root)
    if faults or odd_key(root) is not None or found.typed != wanted:
        return None
    return found if _are_kept(page.comments if comments is None else comments, found.comments) else None


def _are_kept(before: Sequence[Comment], after: Sequence[Comment]) -> bool:
    return len(before) == len(after) and all(starmap(_is_kept, zip(before, after, strict=True)))


def _is_kept(before: Comment, after: Comment) -> bool:
    """Whether a comment is the same, and stands alone now or behind what it stood behind."""
    if before.text != after.text or (before.alone and not after.alone):
        return False
    return after.alone or before.behind is None or before.behind == after.behind
