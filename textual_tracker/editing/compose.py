"""Whole new files in the canonical style: the modeline, the schema's order of keys, events as one-line items.

Source: docs/journal-format.md, "A referral", "A day", "A partner". A text is quoted where another reader of YAML would
take it for something else than the text that it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from textual_tracker.editing.edits import Value
from textual_tracker.editing.splicing.scalar import NotTextError, block, key, one_line
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.schema import Kind, shape
from textual_tracker.reading.shape import Shape

Facts: TypeAlias = Mapping[str, "Value | None"]
"""What a new record says, by key, in any order; what is empty is left out. Days are text, as in `edits.Value`."""

ON_ONE_LINE: Final = frozenset({"loan", "next_step", "custom"})
"""Groups that fit on a line."""
SECTIONS: Final = frozenset({"contact_attempts", "appointment", "application", "outcome", "partner_updates"})
"""What a referral is divided into: a line is left blank before each."""
AFTERWORDS: Final = frozenset({"next_step", "log", "consent_to_share", "tags", "notes"})
"""What ends a referral, apart from its head by a blank line where no section is."""
INDENT: Final = "  "


def compose(kind: Kind, path: str, facts: Facts) -> bytes:
    """The file at `path` (relative to the journal) that says `facts`.

    Raises:
        RefusedEditError: a text holds what no text file can.
    """
    lines = [modeline(kind, path)]
    divided = False
    try:
        for name, value, inner in _ordered(facts, shape(kind)):
            apart = kind == "referral" and (name in SECTIONS or (name in AFTERWORDS and not divided))
            if apart and len(lines) > 1:
                lines.append("")
                divided = True
            lines += lines_of(name, value, inner, "")
    except NotTextError as error:
        raise RefusedEditError(f"{error}; nothing was written") from None
    return "".join(f"{line}\n" for line in lines).encode()


def modeline(kind: Kind, path: str) -> str:
    """The first line of a file at `path`, which tells an editor where its schema lies."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}.schema/{kind}.schema.json"


def _ordered(facts: Facts, known: Shape) -> Iterator[tuple[str, Value, Shape]]:
    """What is not empty, in the schema's order; keys of the person's own come last."""
    properties = known.properties or {}
    names = [name for name in properties if name in facts] + [name for name in facts if name not in properties]
    for name in names:
        value = facts[name]
        if value is not None and not is_empty(value):
            yield name, value, properties.get(name) or known.other or Shape()


def is_empty(value: "Value | None") -> bool:
    """Whether there is nothing in a value: no text, no entries, or nothing in any field."""
    if isinstance(value, Mapping):
        return all(map(is_empty, value.values()))
    return value is None or (not isinstance(value, int) and not value)


def lines_of(name: str, value: Value, inner: Shape, indent: str) -> Iterator[str]:
    """The lines of one key with its value.

    Raises:
        NotTextError: a text holds what no text file can.
    """
    if isinstance(value, Mapping) and name not in ON_ONE_LINE:
        yield f"{indent}{key(name)}:"
        for field, item, shape_of_item in _ordered(value, inner):
            yield from lines_of(field, item, shape_of_item, indent + INDENT)
    elif (
        isinstance(value, Sequence) and not isinstance(value, str) and any(isinstance(item, Mapping) for item in value)
    ):
        yield f"{indent}{key(name)}:"
        for item in value:
            yield f"{indent}{INDENT}- {_flow(item, inner.items or Shape())}"
    elif isinstance(value, str) and (text := block(value, len(indent + INDENT))) is not None:
        yield f"{indent}{key(name)}: {text[0]}"
        yield from text[1]
    else:
        yield f"{indent}{key(name)}: {_flow(value, inner, nested=False)}"


def _flow(value: Value, known: Shape, *, nested: bool = True) -> str:
    """A value on one line; `nested`: between brackets."""
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{key(name)}: {_flow(item, inner)}" for name, item, inner in _ordered(value, known)) + "}"
        )
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, str):
        return one_line(value, known, flow=nested)
    return "[" + ", ".join(_flow(item, known.items or Shape()) for item in value) + "]"
