"""The text of a new record to be filled in by hand: every field, with the words that it may hold beside it.

Nothing in it is data but what was known before: an empty value is as if the key were not there, and the sections of
what comes later are remarks until a person takes the `# ` away. `without_hints` makes the record of what came back.
"""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final

from textual_tracker.editing.canonical.canonical import canonical
from textual_tracker.editing.compose import ON_ONE_LINE, SECTIONS, Facts, is_empty, lines_of, modeline
from textual_tracker.editing.edits import Remove
from textual_tracker.editing.record_file import open_file
from textual_tracker.editing.splicing.splice import splice
from textual_tracker.editing.splicing.typed import Typed
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.encoding import BOM
from textual_tracker.reading.paths import Path
from textual_tracker.reading.schema import Kind, schema_of, shape
from textual_tracker.reading.shape import Shape, resolve

WHAT_IT_IS: Final[Mapping[str, str]] = {
    "referral": "A new referral. The name, and the partner who sent it or the source, are enough to begin with.",
    "partner": "A new partner: somebody who sends you referrals. The name and the type are enough to begin with.",
    "activity": "A day. What the records show is counted by itself; a number here counts if it is the larger one.",
}
HOW_TO: Final = (
    "Type behind the colons what you know; what stays empty is not written. Take the # away from what is not in use",
    "yet, and use it. Lines like this one are not kept. Leave everything as it is, and nothing is added.",
)
LATER: Final[Mapping[str, frozenset[str]]] = {
    "referral": frozenset({*SECTIONS, "officer", "next_step", "log", "consent_to_share"}),
    "partner": frozenset({"touches"}),
    "activity": frozenset(),
}
"""What a new record rarely has: it is a remark until somebody uses it."""
APART: Final = SECTIONS | {"next_step"}
"""Before these a line is left blank."""
BEFORE_NOW: Final = frozenset({"earlier", "moved"})
"""What was before; a new record has none."""
MODELINE: Final = "# yaml-language-server:"
COLUMN: Final = 36
"""Where a remark behind a value begins."""
WIDTH: Final = 118


def skeleton(kind: Kind, facts: Facts, first_line: str) -> str:
    """The text to fill in, with what is known in its place; `first_line` is the modeline.

    Raises:
        NotTextError: a fact holds what no text file can.
    """
    lines = [first_line, "#", *(f"# {line}" for line in (WHAT_IT_IS[kind], *HOW_TO)), ""]
    schema = schema_of(kind)
    for name, inner in (shape(kind).properties or {}).items():
        known, told = facts.get(name), resolve(schema["properties"][name], schema["$defs"])
        section = list(
            _section(name, inner, None if known is None or is_empty(known) else known, told, schema["$defs"])
        )
        later = name in LATER[kind] and (known is None or is_empty(known))
        if kind == "referral" and name in APART:
            lines.append("")
        lines += [_as_remark(line) for line in section] if later else section
    own = {name: value for name, value in facts.items() if name not in (shape(kind).properties or {})}
    for name, value in own.items():
        lines += [] if value is None or is_empty(value) else lines_of(name, value, Shape(), "")
    return "".join(f"{line}\n" for line in lines)


def without_hints(kind: Kind, path: str, filled: bytes, given: str) -> bytes:
    """What a person made of `given`, a skeleton, as the record for a file at `path`.

    Its remarks go, and what is empty; what they typed stays, and their own remarks. A text that cannot be read is left
    as it is.
    """
    try:
        data = f"{modeline(kind, path)}\n".encode() + _without_remarks(filled, given)
        typed = open_file(kind, path, data).typed
        if typed != open_file(kind, path, filled).typed:
            return filled
        return canonical(kind, splice(kind, data, [Remove(empty) for empty in _empty_paths(typed)]))
    except RefusedEditError:
        return filled


# --- the text ---------------------------------------------------------------------------------------------------------


def _section(
    name: str, inner: Shape, known: Any, told: Mapping[str, Any], definitions: Mapping[str, Any], indent: str = ""
) -> Iterator[str]:
    """One field, with what is known of it and what it may hold; `told` is its schema."""
    entry = inner.items if inner.items is not None and inner.items.properties else None
    if entry is not None:
        item = resolve(told["items"], definitions)
        yield from _choices(entry, item, definitions, indent)
        if known:
            yield from lines_of(name, known, inner, indent)
        else:
            yield f"{indent}{name}:"
            yield f"{indent}  - {_flow(entry, {})}"
    elif inner.properties and name in ON_ONE_LINE:
        yield from _choices(inner, told, definitions, indent)
        yield f"{indent}{name}: {_flow(inner, known or {})}"
    elif inner.properties:
        group = known if isinstance(known, Mapping) else {"name": known} if known else {}
        yield f"{indent}{name}:"
        for field, shape_of_field in inner.properties.items():
            if field not in BEFORE_NOW:
                schema = resolve(told["properties"][field], definitions)
                yield from _section(field, shape_of_field, group.get(field), schema, definitions, f"{indent}  ")
    else:
        typed = [f"{indent}{name}:"] if known is None else list(lines_of(name, known, inner, indent))
        yield from _with_hint(typed, _hint(inner, told), indent)


def _flow(group: Shape, known: Mapping[str, Any]) -> str:
    """`{purpose: , program: fha, amount: }`."""
    fields = []
    for field, inner in (group.properties or {}).items():
        value = known.get(field)
        text = "" if value is None else "".join(lines_of(field, [value], Shape(items=inner), "")).partition("[")[2][:-1]
        fields.append(f"{field}: {text}")
    return "{" + ", ".join(fields) + "}"


def _choices(group: Shape, told: Mapping[str, Any], definitions: Mapping[str, Any], indent: str) -> Iterator[str]:
    """A remark for each field of a group on one line that is not any text."""
    for field, inner in (group.properties or {}).items():
        hint = _hint(inner, resolve(told["properties"][field], definitions))
        first, *rest = textwrap.wrap(hint, WIDTH - COLUMN)
        yield f"{indent}#   {field}".ljust(COLUMN) + first
        yield from (f"{indent}#".ljust(COLUMN) + line for line in rest)


def _hint(inner: Shape, told: Mapping[str, Any]) -> str:
    """The words of a closed list; of anything else what it is."""
    return ", ".join(inner.choices) or str(told.get("description", "")).partition(". ")[0].rstrip(".")


def _with_hint(typed: list[str], hint: str, indent: str) -> Iterator[str]:
    """A field with its remark behind it, and on lines below it where it is long; above a text of several lines."""
    first, *rest = textwrap.wrap(hint, WIDTH - COLUMN) or [""]
    below = [f"{indent}#".ljust(COLUMN) + f"  {line}" for line in rest]
    if len(typed) > 1:
        yield from (f"{indent}# {hint}", *typed)
    else:
        yield (typed[0].ljust(COLUMN - 1) + f" # {first}").rstrip(" #")
        yield from below


def _as_remark(line: str) -> str:
    return f"# {line}"


# --- what came back ---------------------------------------------------------------------------------------------------


def _without_remarks(filled: bytes, given: str) -> bytes:
    """The text without the lines that are remarks of the skeleton, and without its remarks behind values."""
    remarks = [line for line in given.splitlines() if line.lstrip().startswith("#")]
    # A section that is used now may have been given back its remarks with the `# ` before them taken away.
    whole = {*remarks, *(line.removeprefix("# ") for line in remarks if line.removeprefix("# ").lstrip()[:1] == "#")}
    behind = {line[line.index(" # ") :].strip() for line in given.splitlines() if " # " in line}
    kept = []
    for line in filled.decode("utf-8", "replace").removeprefix(BOM).splitlines(keepends=True):
        if line.rstrip("\r\n") in whole or line.startswith(MODELINE):
            continue
        hint = next((hint for hint in behind if line.rstrip().endswith(f" {hint}")), None)
        kept.append(line if hint is None else line.rstrip().removesuffix(hint).rstrip() + "\n")
    return "".join(kept).lstrip("\r\n").encode()


def _empty_paths(typed: Typed, path: Path = ()) -> Iterator[Path]:
    """The paths of everything that is empty, the deepest and the last first."""
    if isinstance(typed, dict):
        for name, value in reversed(typed.items()):
            yield from _empty_paths(value, (*path, name))
    elif isinstance(typed, list):
        for place in reversed(range(len(typed))):
            yield from _empty_paths(typed[place], (*path, place))
    elif typed is None:
        yield path
