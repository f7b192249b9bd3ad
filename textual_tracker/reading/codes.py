"""The codes of all problems: stable names, with what they are about and how grave they are.

docs/problems.md has, for every code, what it means, an example and what to do.
"""

from types import MappingProxyType
from typing import Final

from msgspec import Struct

from textual_tracker.core.problems import ERROR, WARNING


class Code(Struct, frozen=True):
    """One kind of problem."""

    severity: str
    title: str


def _errors(**titles: str) -> dict[str, Code]:
    return {code: Code(ERROR, title) for code, title in titles.items()}


def _warnings(**titles: str) -> dict[str, Code]:
    return {code: Code(WARNING, title) for code, title in titles.items()}


UNREADABLE: Final = _errors(
    too_large="A file over 1 MiB",
    not_utf8="A file that is not UTF-8",
    control_character="A character that no text file should hold",
    conflict="An unresolved git conflict",
    empty_file="A file without data",
    not_a_mapping="A file that is not lines of key: value",
    several_documents="Several records in one file",
    nesting="Brackets or lists nested over 20 levels",
    tab="A tab as indentation",
    needs_quotes="A value that needs quotes",
    unclosed="Quotes or brackets that are not closed",
    indentation="A line that is indented too far, or not far enough",
    no_colon="A line without a colon",
    syntax="Other text that YAML cannot read",
)
"""What leaves nothing of a file to read; the record is kept out of every list but the first row."""

FIELDS: Final = _errors(
    alias="A reference to another value",
    anchor="A value marked for reuse",
    tag="A YAML tag",
    key="A key that is not a word",
    duplicate_key="A key that stands twice",
    unknown_key="A key that nobody knows",
    missing="Something required that is missing",
    type="A list, a value or a group of lines where another of these is asked for",
    enum="A word that is not in the closed list",
    date="A date that cannot be read",
    time="A time of day that cannot be read",
    number="A number that cannot be read",
    range="A number out of range",
    flag="Neither true nor false",
    more="More problems than are shown",
)
"""What drops one field of a record."""

CODES: Final = MappingProxyType({**UNREADABLE, **FIELDS})
