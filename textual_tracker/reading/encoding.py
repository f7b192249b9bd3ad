"""A file's bytes to text: UTF-8, with or without a BOM, and nothing that a text file has no use for."""

import codecs
import re

from textual_tracker.reading.faults import Fault, RefusedError

BOM = "\ufeff"
# What YAML allows in no file. These few are named rather than the many others, because that compiles in a tenth.
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UTF_16_OR_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS_UTF_8 = "save the file as UTF-8 in your editor"


def is_utf16_or_32(data: bytes) -> bool:
    """Whether the file says that it is UTF-16 or UTF-32, or has a NUL at every second place as they have."""
    if data.startswith(_UTF_16_OR_32):
        return True
    return b"\0" in data and max(data[::2].count(0), data[1::2].count(0)) > len(data) // 3


def decoded(data: bytes) -> str:
    """The text of `data` without its BOM.

    Raises:
        RefusedError: not UTF-8, with the position of the first byte that is not.
    """
    if is_utf16_or_32(data):
        raise RefusedError(Fault(0, 0, "not_utf8", "the file is saved as UTF-16 or UTF-32, not UTF-8", _SAVE_AS_UTF_8))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(_not_utf8(data, error.start)) from None
    return text.removeprefix(BOM)


def control_character(text: str) -> Fault | None:
    """The first character that no text file should hold, if there is one."""
    found = _NOT_TEXT.search(text)
    if found is None:
        return None
    name = "a NUL byte" if found[0] == "\0" else f"a control character (U+{ord(found[0]):04X})"
    return Fault(found.start(), found.end(), "control_character", f"the file holds {name}", "delete that character")


def _not_utf8(data: bytes, at: int) -> Fault:
    start = len(data[:at].decode().removeprefix(BOM))
    return Fault(start, start, "not_utf8", f"the byte 0x{data[at]:02X} is not UTF-8", _SAVE_AS_UTF_8)
