"""The proof of a splice: the text, read back, says what it was to say, and every comment line is still there."""

from textual_tracker.editing.splicing.cuts import Way, cut
from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.typed import Typed, odd_key
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.source import compose


def proved(page: Page, way: Way, wanted: Typed) -> Page | None:
    """The page after the cuts, where it holds just what is `wanted`, and the comments of before; else `None`."""
    try:
        text, root, faults = compose(cut(page.text, way).encode("utf-8", "surrogatepass"))
    except RefusedError:
        return None
    found = Page(text, root)
    if faults or odd_key(root) is not None or found.typed != wanted or comments_of(found) != comments_of(page):
        return None
    return found


def comments_of(page: Page) -> list[str]:
    """What stands on the lines that are only comments, without their indentation."""
    begins = [begin for begin in page.begins if page.comment_indent(begin) is not None]
    if not begins:
        return []
    spans = page.spans(page.root)
    outside = (begin for begin in begins if not any(start < begin < end for start, end in spans))
    return [page.text[begin : page.end(begin)].strip() for begin in outside]
