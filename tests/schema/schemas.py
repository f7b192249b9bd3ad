"""The schemas as the tests look at them: each by its name, its subschemas, and its verdict on a YAML text."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator

from tests.schema import yaml12
from textual_tracker.config.resources import schema_folder

RECORDS = ("referral", "activity", "partner", "journal")
OUTPUTS = (
    "activity", "check", "diagnose", "forecast", "list", "partners", "results", "stalled", "stalled_partners",
    "show", "today", "write", "plan", "review",
)  # fmt: skip


@cache
def schema(name: str) -> Any:
    """`referral`, or `output/check`."""
    return json.loads((schema_folder() / f"{name}.schema.json").read_text(encoding="utf-8"))


ALL = (*RECORDS, "config", *(f"output/{name}" for name in OUTPUTS))


@cache
def explainer(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))


@cache
def judge(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema(name))


def messages(name: str, data: Any) -> list[str]:
    """`contact_attempts.0: 'date' is a required property`, sorted; the two validators must be of one mind."""
    found = sorted(
        ".".join(map(str, error.absolute_path)) + ": " + error.message for error in explainer(name).iter_errors(data)
    )
    assert judge(name).is_valid(data) == (not found)
    return found


def faults(name: str, text: str) -> list[str]:
    """What the schema says of a YAML text."""
    return messages(name, yaml12.load(text))


def resolved(whole: Any, part: Any) -> Any:
    """A subschema with the `$ref` into its own file followed; what stands beside it wins."""
    if "$ref" not in part:
        return part
    target = whole["$defs"][part["$ref"].removeprefix("#/$defs/")]
    return {**target, **{key: value for key, value in part.items() if key != "$ref"}}


def fields(whole: Any) -> Iterator[tuple[str, Any]]:
    """(dotted path, subschema with its title) of everything that a person may write a value for."""
    yield from _within(whole, whole, "")
    for name, definition in whole.get("$defs", {}).items():
        yield from _within(whole, definition, f"${name}")


def _within(whole: Any, part: Any, path: str) -> Iterator[tuple[str, Any]]:
    children = [(f"{path}.{key}", child) for key, child in part.get("properties", {}).items()]
    if isinstance(part.get("additionalProperties"), dict):
        children.append((f"{path}.*", part["additionalProperties"]))
    if "items" in part:
        children.append((f"{path}[]", part["items"]))
    for child_path, child in children:
        yield child_path.removeprefix("."), child
        yield from _within(whole, child, child_path)


def field(name: str, path: str) -> Any:
    """The subschema at a dotted path, its `$ref` followed."""
    whole = schema(name)
    return resolved(whole, dict(fields(whole))[path])


def subschemas(part: Any) -> Iterator[Any]:
    """Every subschema, wherever it stands."""
    if isinstance(part, dict):
        yield part
        for key in ("properties", "patternProperties", "$defs"):
            for child in part.get(key, {}).values():
                yield from subschemas(child)
        for key in ("items", "additionalProperties", "if", "then", "else"):
            yield from subschemas(part.get(key))
        for child in part.get("allOf", ()):
            yield from subschemas(child)
