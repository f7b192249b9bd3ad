"""What lies between two pieces of a text: blanks, the ends of lines, and comments."""

from typing import Final

from msgspec import Struct


class Remark(Struct, frozen=True):
    """A line of its own between two pieces: a comment that begins at `column`, or an empty line, with no text."""

    column: int
    text: str


class Gap(Struct, frozen=True):
    """The gap between two pieces.

    `trailing` is the comment that ends the line of the first, with the blanks before it, `column` where it begins;
    `remarks` are the lines between the two; `breaks`: they do not stand on one line.
    """

    trailing: str
    column: int
    remarks: tuple[Remark, ...]
    breaks: bool

    @property
    def comments(self) -> list[str]:
        """The comments, in their order."""
        if not self.trailing and not self.remarks:
            return []
        return [
            comment for text in (self.trailing, *(remark.text for remark in self.remarks)) if (comment := text.strip())
        ]


_ONE_BLANK: Final = Gap("", 0, (), breaks=False)
"""Next to every gap is a blank, or nothing at all."""


def gap_of(text: str, start: int, end: int) -> Gap:
    """The gap from `start` to `end`, which may be the beginning and the end of the text."""
    if 0 < start <= end <= start + 1 and text[start:end] in {"", " "} and end < len(text):
        return _ONE_BLANK
    first, *others = text[start:end].split("\n")
    whole = others if end == len(text) else others[:-1]
    trailing, column = "", 0
    if start == 0:
        whole = [first, *whole] if others or end == len(text) else whole
    elif first.strip():
        trailing = first.rstrip()
        column = start - (text.rfind("\n", 0, start) + 1) + len(first) - len(first.lstrip())
    remarks = tuple(Remark(len(line) - len(line.lstrip()), line.strip()) for line in whole)
    return Gap(trailing, column, remarks, bool(others))
