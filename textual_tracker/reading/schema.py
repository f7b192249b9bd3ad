"""The schemas: the authority on what a record may hold.

jsonschema-rs decides whether data fits, jsonschema explains what does not, and is loaded only then.
"""

import json
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Final, Literal, TypeAlias

import jsonschema_rs
from msgspec import Struct

from textual_tracker.config.digest import blake2b
from textual_tracker.config.resources import schema_folder
from textual_tracker.reading.paths import Path
from textual_tracker.reading.shape import Shape, shape_of

Kind: TypeAlias = Literal["referral", "activity", "partner", "journal"]
KINDS: Final[tuple[Kind, ...]] = ("referral", "activity", "partner", "journal")
LONG_LIST: Final = 50


class Complaint(Struct, frozen=True):
    """What the schema does not allow at `path`: `keyword` asks there for `wanted`, and `value` is not that."""

    path: Path
    keyword: str
    wanted: Any
    value: Any
    schema_path: Path


@cache
def schema_text(kind: Kind) -> str:
    """The schema of one kind of file, as it travels with the program."""
    return (schema_folder() / f"{kind}.schema.json").read_text(encoding="utf-8")


@cache
def schema_of(kind: Kind) -> dict[str, Any]:
    """The same, parsed. Not to be changed."""
    schema: dict[str, Any] = json.loads(schema_text(kind))
    return schema


@cache
def shape(kind: Kind) -> Shape:
    """The shape of one kind of file."""
    return shape_of(schema_of(kind))


def shape_at(kind: Kind, path: Path) -> Shape:
    """The shape of what may stand at `path`; a shape that allows nothing where the schema knows no such place."""
    found = shape(kind)
    for element in path:
        inner = found.items if isinstance(element, int) else (found.properties or {}).get(element, found.other)
        found = inner or Shape()
    return found


def condition(kind: Kind, schema_path: Path) -> str:
    """The `if` of the `then` on a path within the schema, in words ("status lost"); "" where there is none."""
    if "then" not in schema_path or "$ref" in schema_path:
        return ""
    node: Any = schema_of(kind)
    for element in schema_path[: schema_path.index("then")]:
        node = node[element]
    return " and ".join(f"{name} {word}" for name, value in node["if"]["properties"].items() for word in value["enum"])


@cache
def digest() -> str:
    """A digest of all schemas: what was judged by others must be judged again."""
    whole = blake2b(digest_size=16)
    for kind in KINDS:
        whole.update(schema_text(kind).encode())
    return whole.hexdigest()


@cache
def _judge(kind: Kind) -> Any:
    return jsonschema_rs.validator_for(schema_of(kind))


@cache
def _explainer(kind: Kind) -> Any:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - 73 ms that only a faulty file should cost

    return Draft202012Validator(schema_of(kind))


def fits(kind: Kind, data: object) -> bool:
    """Whether `data` is what the schema asks for."""
    return bool(_judge(kind).is_valid(data))


def wrong_paths(kind: Kind, data: object) -> dict[Path, bool]:
    """The paths of all that the schema does not allow in `data`, and whether the value there is wrong itself.

    It is not where a key is missing in it, or is one too many.
    """
    about_keys = {"required", "additionalProperties"}
    errors = ((tuple(error.instance_path), error.schema_path[-1]) for error in _judge(kind).iter_errors(data))
    return {path: keyword not in about_keys for path, keyword in errors}


def complaints(kind: Kind, data: object, wrong: Collection[Path]) -> Iterator[Complaint]:
    """What the schema does not allow in `data`, at the paths in `wrong`.

    Long lists are thinned out to those paths first, so that a huge list costs no more than its errors.
    """
    thin, kept = _thinned(data, wrong)
    for error in _explainer(kind).iter_errors(thin):
        path = _original(tuple(error.absolute_path), kept)
        where = tuple(error.absolute_schema_path)
        yield Complaint(path, str(error.validator), error.validator_value, error.instance, where)


_Kept: TypeAlias = dict[Path, list[int]]


def _thinned(data: object, wrong: Collection[Path]) -> tuple[object, _Kept]:
    """`data` with its long lists cut down to the items on a path in `wrong`, and which items those were."""
    kept: _Kept = {}

    def thin(value: object, path: Path) -> object:
        if isinstance(value, dict):
            return {key: thin(item, (*path, key)) for key, item in value.items()}
        if not isinstance(value, list):
            return value
        indices = list(range(len(value)))
        if len(value) > LONG_LIST:
            depth = len(path)
            indices = sorted({int(at[depth]) for at in wrong if len(at) > depth and at[:depth] == path})
            kept[path] = indices
        return [thin(value[index], (*path, index)) for index in indices]

    return thin(data, ()), kept


def _original(path: Path, kept: _Kept) -> Path:
    """`path` in the data as it was before it was thinned."""
    original: Path = ()
    for element in path:
        indices = kept.get(original)
        original = (*original, element if indices is None else indices[int(element)])
    return original
