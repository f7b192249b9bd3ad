"""The proof of a splice: the text, read back, says what was to be said, and nothing else became another.

Raises nothing; a proof is a place and a sentence, or `None` where the splice holds.
"""

from textual_tracker.editing.splicing.page import Page
from textual_tracker.editing.splicing.typed import Typed, as_typed
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.source import compose


def read_back(text: str, wanted: Typed) -> Page | None:
    """The page that `text` makes, where it can be read and holds just what is `wanted`; else `None`."""
    try:
        text, root, faults = compose(text.encode("utf-8", "surrogatepass"))
    except RefusedError:
        return None
    return Page(text, root) if not faults and as_typed(root) == wanted else None
