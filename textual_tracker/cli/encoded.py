"""JSON as it is written: UTF-8, in which a terminal finds nothing to obey."""

import re

import msgspec

OBEYED = re.compile(
    rb"\x7f|\xc2[\x80-\x9f]"  # DEL and the C1 controls: U+009B begins an escape sequence on its own
    rb"|\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]"  # what turns the direction of the line
    rb"|\xe2\x80[\xa8\xa9]"  # the ends of a line and of a paragraph
)
r"""What `text.safe` shows as text, in UTF-8; JSON itself asks for an escape of U+0000 to U+001F alone."""


def encoded(value: object) -> bytes:
    r"""The value as one line of JSON; what a terminal would obey is escaped (`\u009b`), and reads back the same."""
    return OBEYED.sub(_escape, msgspec.json.encode(value)) + b"\n"


def _escape(found: re.Match[bytes]) -> bytes:
    return rf"\u{ord(found[0].decode()):04x}".encode()
