"""A text after edits, as the examples show it."""

from textual_tracker.editing.edits import Edit
from textual_tracker.editing.splicing.splice import splice
from textual_tracker.reading.schema import Kind


def edited(text: str, *edits: Edit, kind: Kind = "referral") -> str:
    """The text of a record of `kind` after the edits."""
    return splice(kind, text.encode(), edits).decode()
