"""A text as the pieces that YAML sees in it; between them lies nothing but blanks, line ends and comments."""

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct
from yaml import tokens

from textual_tracker.editing.canonical.literal import end_of_block
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.parser import Parser

OPEN: Final = "open"
CLOSE: Final = "close"
KEY: Final = "key"
TEXT: Final = "text"
BLOCK: Final = "block"
PROPERTY: Final = "property"
ALIAS: Final = "alias"
MARKER: Final = "marker"
NO_WIDTH: Final = frozenset({OPEN, CLOSE, KEY})
"""What has no width: a group or a list of lines begins or ends, a key begins."""

_SIGNS: Final[dict[type, str]] = {
    tokens.BlockMappingStartToken: OPEN,
    tokens.BlockSequenceStartToken: OPEN,
    tokens.BlockEndToken: CLOSE,
    tokens.KeyToken: KEY,
    tokens.ValueToken: ":",
    tokens.BlockEntryToken: "-",
    tokens.FlowMappingStartToken: "{",
    tokens.FlowMappingEndToken: "}",
    tokens.FlowSequenceStartToken: "[",
    tokens.FlowSequenceEndToken: "]",
    tokens.FlowEntryToken: ",",
    tokens.ScalarToken: TEXT,
    tokens.AnchorToken: PROPERTY,
    tokens.TagToken: PROPERTY,
    tokens.AliasToken: ALIAS,
    tokens.DirectiveToken: MARKER,
    tokens.DocumentStartToken: MARKER,
    tokens.DocumentEndToken: MARKER,
}
_BREAK = re.compile(r"\n|\Z")


class Piece(Struct, frozen=True):
    """One piece: the code points `start` to `end` of the text, which begin at `column`, from 0.

    `sign` says what it is: the sign itself (`:` `-` `{` …), or one of the words above. `is_list`: what opens is a list.
    Of a text, `value` is what it says and `style` its quote, "" for none; of a block, `indent` is where its lines
    begin, and `end` lies behind its last line.
    """

    sign: str
    start: int
    end: int
    column: int
    value: str = ""
    style: str = ""
    is_list: bool = False
    indent: int = 0


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text whose lines end with a line feed.

    Raises:
        RefusedEditError: a key is written with a question mark, which nobody does.
        yaml.YAMLError: not YAML.
    """
    return list(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    parser: Any = Parser(text)
    columns: list[int] = []
    while not isinstance(token := parser.get_token(), tokens.StreamEndToken):
        sign = _SIGNS.get(type(token))
        if sign is None:
            continue
        start, end, column = token.start_mark.index, token.end_mark.index, token.start_mark.column
        if sign == OPEN:
            columns.append(column)
        elif sign == CLOSE:
            columns.pop()
        elif sign == KEY and text[start : start + 1] == "?" and text[start + 1 : start + 2] in {" ", "\n", ""}:
            line = text.count("\n", 0, start) + 1
            raise RefusedEditError(f"line {line}: a key that is written with a question mark cannot be put in order")
        if sign != TEXT:
            yield Piece(sign, start, end, column, is_list=isinstance(token, tokens.BlockSequenceStartToken))
        elif token.style in {"|", ">"}:
            end, indent = end_of_block(text, start, columns[-1] if columns else -1)
            yield Piece(BLOCK, start, end, column, token.value, token.style, indent=indent)
        elif end > start:
            style = token.style if token.style in {'"', "'"} else ""
            yield Piece(TEXT, start, end, column, token.value, style)
