"""Findings: what a check has to say about a field of a record, before its place in the file is known."""

from msgspec import Struct

from textual_tracker.reading.codes import CODES


class Finding(Struct, frozen=True, gc=False):
    """One thing to say about the record at `path`.

    `field` is the dotted path within the record ("contact_attempts[2].date"), or "" for the whole; its numbers count
    the entries of the record, which may be fewer than those of the file.
    """

    path: str
    field: str
    severity: str
    code: str
    message: str
    hint: str = ""


def finding(path: str, field: str, code: str, message: str, hint: str = "") -> Finding:
    """A finding with the severity of its code."""
    return Finding(path, field, CODES[code].severity, code, message, hint)
