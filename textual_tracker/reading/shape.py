"""The shape of a record, compiled from its JSON Schema: how the text of each scalar is meant.

A schema tells the kind of a scalar by `x-kind`, and by `x-null: off` where an empty value means "switched off"
rather than "absent".
"""

from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

OWN_KEY: Final = "x-"
"""Keys that begin so are the person's own: kept, shown, never judged."""


class Shape(Struct, frozen=True, kw_only=True):
    """What may stand at one place of a record.

    `kind` is the `x-kind` of a scalar there, `None` where only a mapping or a list may stand; `choices` are the words
    of a closed list. `properties` are the keys of a mapping there and `other` the shape of every other key, `items` the
    shape of a list's items; each is `None` where there is none. `off`: an empty value is kept, as null. `whole`: an
    error in one item drops the list, which means something else without it. `title` and `example` are for messages.
    """

    kind: str | None = None
    properties: Mapping[str, "Shape"] | None = None
    other: "Shape | None" = None
    items: "Shape | None" = None
    off: bool = False
    whole: bool = False
    choices: tuple[str, ...] = ()
    title: str = ""
    example: Any = None


def shape_of(schema: Mapping[str, Any]) -> Shape:
    """The shape that a whole schema describes; its references are local, to `#/$defs/…`."""
    return _shape(schema, schema["$defs"])


def _shape(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Shape:
    resolved = resolve(schema, definitions)
    properties = {key: _shape(value, definitions) for key, value in resolved.get("properties", {}).items()}
    other, items = resolved.get("additionalProperties"), resolved.get("items")
    return Shape(
        kind=resolved.get("x-kind"),
        properties=properties if "object" in types_of(resolved) else None,
        other=_shape(other, definitions) if isinstance(other, dict) else None,
        items=_shape(items, definitions) if items is not None else None,
        off=resolved.get("x-null") == "off",
        whole="minItems" in resolved or (items is not None and "default" in resolved),
        choices=tuple(word for word in resolved.get("enum", ()) if isinstance(word, str)),
        title=resolved.get("title", ""),
        example=next(iter(resolved.get("examples", ())), None),
    )


def resolve(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """`schema` joined with the definition that it refers to."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    return {**resolve(definitions[reference.removeprefix("#/$defs/")], definitions), **schema}


def types_of(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the types that `schema` allows, `()` where it names none."""
    types = schema.get("type", ())
    return (types,) if isinstance(types, str) else tuple(types)
