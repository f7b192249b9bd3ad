"""How a scalar is written, so that this program and every other reader of YAML, 1.1 or 1.2, read the same text.

Text is plain where nobody could read anything else in it, and in quotes where somebody would: `NO`, `02134`, `12:30`,
`1e3`, `~`, `a: b`, `see #1`. Days, numbers, flags and the words of closed lists are plain, because the schema says so.
Source: "YAML as typed" (docs/journal-format.md); YAML 1.1, https://yaml.org/type/; YAML 1.2.2, chapter 10.
"""

import re
from typing import Final

from textual_tracker.reading.encoding import control_character
from textual_tracker.reading.scalars import FLAGS, days, is_flag, moment
from textual_tracker.reading.shape import Shape

_INDICATORS: Final = "-?:,[]{}#&*!|>'\"%@`="
_CUTS = re.compile(r":(?:[ \t]|$)|[ \t]#|\t")
_CUTS_IN_FLOW = re.compile(r"[,\[\]{}?]|:(?![0-9])")
_BREAKS = re.compile("[\n\r\x85\u2028\u2029\ufeff]")
# What YAML 1.1 or 1.2 takes for nothing, a flag, a merge, a number or a day.
_MISREAD = re.compile(
    r"""(?: ~ | null | true | false | yes | no | on | off | y | n | <<
      | [-+]? (?: 0b[01_]+ | 0o?[0-7_]+ | 0x[0-9a-f_]+ )
      | [-+]? (?: [0-9][0-9_]* (?: \.[0-9_]* )? | \.[0-9_]* )? (?: e[-+]?[0-9]+ )?
      | [-+]? [0-9][0-9_,]* (?: :[0-9]{1,2} )+ (?: \.[0-9_]* )?
      | [-+]? \.inf | \.nan
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
        (?: (?: t | [ \t]+ ) [0-9]{1,2}:[0-9]{2} (?: :[0-9]{2} (?: \.[0-9]* )? )? (?: [ \t]* (?: z | [-+][0-9:]+ ) )? )?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ESCAPES: Final = {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x85": "\\x85", "\u2028": "\\u2028",
    "\u2029": "\\u2029", "\ufeff": "\\uFEFF",
}  # fmt: skip
_ESCAPED = re.compile('[\\\\"\n\r\t\x85\u2028\u2029\ufeff]')
UNQUOTED: Final = frozenset({"whole", "number", "flag"})
_OWN_KIND: Final = frozenset({"moment", "day", "days"})


class NotTextError(Exception):
    """A text that no text file can hold; the message is a sentence."""


def one_line(text: str, shape: Shape, *, flow: bool, style: str = "") -> str:
    """`text` as it is written on one line, where a value of `shape` may stand.

    `flow`: between brackets. `style` is the quote of the value that it replaces, "" for none; a quote is kept.

    Raises:
        NotTextError: it holds a control character.
    """
    refuse_control_characters(text)
    if is_plain_by_kind(text, shape) and (not style or shape.kind in UNQUOTED):
        return text
    if style:
        return quoted(text, style)
    return text if is_plain(text, flow=flow) else quoted(text, '"')


def key(text: str) -> str:
    """A key as it is written.

    Raises:
        NotTextError: it holds a control character.
    """
    refuse_control_characters(text)
    return text if is_plain(text, flow=True) else quoted(text, '"')


def is_plain_by_kind(text: str, shape: Shape) -> bool:
    """Whether the schema wants `text` plain: a day, a number, a flag, or a word of a closed list."""
    kind = shape.kind
    if kind in {"whole", "number"}:
        return text[:1].isdigit() or (text[:1] in {"-", "."} and text[1:2].isdigit())
    if kind == "flag":
        return text in FLAGS or text in shape.choices
    if kind in _OWN_KIND:
        return is_moment(text)
    return text in shape.choices and not is_flag(text)


def is_moment(text: str) -> bool:
    """Whether `text` is a day, a day with a time, or a range of days."""
    return moment(text) is not None or days(text) is not None


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether every reader reads `text` as this text where it stands without quotes; `flow`: between brackets."""
    if not text or text != text.strip() or text[0] in _INDICATORS or text.startswith("..."):
        return False
    if _MISREAD.fullmatch(text) or _CUTS.search(text) or _BREAKS.search(text):
        return False
    return not (flow and _CUTS_IN_FLOW.search(text))


def quoted(text: str, quote: str) -> str:
    """`text` in quotes on one line: in single ones where they are asked for and can hold it, else in double ones."""
    if quote == "'" and not _BREAKS.search(text) and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text) + '"'


def block(text: str, indent: int) -> tuple[str, list[str]] | None:
    """`text` of several lines as a block: its header and its lines, indented; `None` where only quotes can hold it.

    Raises:
        NotTextError: it holds a control character.
    """
    refuse_control_characters(text)
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if "\n" not in text or lines[0][:1] in {"", " "} or not lines[-1]:
        return None
    if any(line.startswith("\t") or (line and not line.strip(" \t")) for line in lines):
        return None
    if _BREAKS.search(text.replace("\n", "")):
        return None
    return "|" if text.endswith("\n") else "|-", [" " * indent + line if line else "" for line in lines]


def refuse_control_characters(text: str) -> None:
    """Refuse what no text file should hold.

    Raises:
        NotTextError: with a sentence that names the character.
    """
    fault = control_character(text)
    if fault is not None:
        character = f"U+{ord(text[fault.start]):04X}"
        raise NotTextError(f"the text holds the control character {character}, which no text file can")
