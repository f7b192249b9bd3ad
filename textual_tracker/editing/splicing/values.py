"""New values as text: in brackets on one line, or as lines under their key, in the habits of the file."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, Self, TypeGuard

from textual_tracker.editing.edits import Value
from textual_tracker.editing.splicing import scalar
from textual_tracker.editing.splicing.habits import Habits
from textual_tracker.editing.splicing.typed import typed_value
from textual_tracker.reading.shape import Shape

NOWHERE: Final = Shape()
SHORT_GROUP: Final = 3
"""A group that may have so many keys at most is written on one line: `loan: {purpose: purchase, amount: 385000}`."""


class Written(NamedTuple):
    """A value as it is written: what stands behind its key or dash, and the lines under that, indented."""

    head: str
    lines: list[str]


class Kept(str):
    """A value that stays as it was typed, as `source`, quotes and all; where that cannot stand it is written anew."""

    __slots__ = ("source",)

    def __new__(cls, text: str, source: str) -> Self:
        """The value `text`, which was typed as `source`."""
        kept = super().__new__(cls, text)
        kept.source = source
        return kept

    source: str


class OneLine(str):
    """A text of several lines that is to stand on one, in quotes."""

    __slots__ = ()


def shape_under(shape: Shape, step: str | int) -> Shape:
    """The shape of what stands under a key, or of an entry."""
    if isinstance(step, int):
        return shape.items or NOWHERE
    return (shape.properties or {}).get(step) or shape.other or NOWHERE


def in_order(names: Iterable[str], shape: Shape) -> list[str]:
    """Keys in the order of the schema; behind those it names the others, as they came."""
    order = {name: place for place, name in enumerate(shape.properties or ())}
    return sorted(names, key=lambda name: order.get(name, len(order)))


def in_flow(value: Value, shape: Shape) -> str:
    """`value` on one line, between brackets."""
    if isinstance(value, Mapping):
        pairs = (
            f"{scalar.key(name)}: {in_flow(value[name], shape_under(shape, name))}" for name in in_order(value, shape)
        )
        return "{" + ", ".join(pairs) + "}"
    if is_list(value):
        return "[" + ", ".join(in_flow(item, shape_under(shape, 0)) for item in value) + "]"
    return _one_line(value, shape, flow=True)


def in_block(value: Value, shape: Shape, column: int, habits: Habits, *, top: bool) -> Written:
    """`value` behind a key that stands at `column`; `top`: the key is one of the file's own."""
    if isinstance(value, Mapping):
        if not value or _is_short(value, shape, top=top):
            return Written(" " + in_flow(value, shape), [])
        return Written("", list(_pairs(value, shape, column + habits.step, habits)))
    if is_list(value):
        if not any(isinstance(item, Mapping) or is_list(item) for item in value):
            return Written(" " + in_flow(value, shape), [])
        under = column + habits.dash
        return Written("", [line for item in value for line in entry(item, shape_under(shape, 0), under, habits)])
    return text_in_block(value, shape, column + habits.step)


def text_in_block(value: Value, shape: Shape, indent: int) -> Written:
    """A scalar behind its key or dash; text of several lines as a block, indented so far."""
    if type(value) is str and (block := scalar.block(value, indent)):
        return Written(" " + block[0], block[1])
    return Written(" " + _one_line(value, shape, flow=False), [])


def entry(
    value: Value, shape: Shape, column: int, habits: Habits, *, gap: str = " ", as_lines: bool = False
) -> list[str]:
    """The lines of a list's entry whose dash stands at `column`, with `gap` behind it.

    A group stands in braces, or, with `as_lines`, a key a line.
    """
    dash = " " * column + "-"
    if isinstance(value, Mapping) and value and as_lines:
        inner = column + 1 + len(gap)
        first, *others = _pairs(value, shape, inner, habits)
        return [dash + gap + first[inner:], *others]
    if isinstance(value, Mapping) or is_list(value):
        return [dash + gap + in_flow(value, shape)]
    head, lines = text_in_block(value, shape, column + habits.step)
    return [dash + gap + head[1:], *lines]


def pair(name: str, value: Value, shape: Shape, column: int, habits: Habits, *, top: bool) -> list[str]:
    """The lines of a key, which stands at `column`, and its value; `shape` is the value's."""
    head, lines = in_block(value, shape, column, habits, top=top)
    return [" " * column + scalar.key(name) + ":" + head, *lines]


def on_one_line(value: Value) -> Value:
    """`value` with its texts of several lines to be put into quotes."""
    if isinstance(value, Mapping):
        return {name: on_one_line(item) for name, item in value.items()}
    if is_list(value):
        return [on_one_line(item) for item in value]
    return OneLine(value) if isinstance(value, str) and "\n" in value else value


def is_list(value: Value) -> TypeGuard[Sequence[Value]]:
    """Whether a value is a list."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def _pairs(value: Mapping[str, Value], shape: Shape, column: int, habits: Habits) -> Iterable[str]:
    for name in in_order(value, shape):
        yield from pair(name, value[name], shape_under(shape, name), column, habits, top=False)


def _is_short(value: Mapping[str, Value], shape: Shape, *, top: bool) -> bool:
    """Whether a new group goes on one line: nothing but short values in it, and few keys that it may ever have."""
    if any(isinstance(item, Mapping) or is_list(item) or "\n" in str(item) for item in value.values()):
        return False
    return not top or len(shape.properties or ()) <= SHORT_GROUP


def _one_line(value: Value, shape: Shape, *, flow: bool) -> str:
    if isinstance(value, Kept) and (not flow or value.source[0] in "\"'" or scalar.is_plain(value, flow=True)):
        return value.source
    text = str(typed_value(value))
    if isinstance(value, bool | int) and shape.kind != "text":
        return text
    return scalar.one_line(text, shape, flow=flow)
