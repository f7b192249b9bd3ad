"""The edits of one file's text, each made at its own line, and proved by reading the text back.

Source: the design, "Edits are splices at node spans"; docs/journal-format.md, "What the program writes".
"""

from collections.abc import Sequence

from textual_tracker.editing.edits import Edit
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.schema import Kind


def splice(kind: Kind, data: bytes, edits: Sequence[Edit]) -> bytes:
    """`data`, the bytes of a file of this kind, after `edits`, one after the other.

    Every line that no edit names stays byte for byte, and so do the line ends, the BOM and the missing newline at the
    end.

    Raises:
        RefusedEditError: an edit cannot be made so that exactly what it names becomes another; the message names the
            line. Nothing is half done: the result is all of the edits or none.
    """
    raise RefusedEditError(f"{kind}: {len(data)} bytes, {len(edits)} edits: not made yet")
