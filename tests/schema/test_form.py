"""What holds for every schema: valid, described for the person who hovers over a key, and plain to read by program."""

import itertools

import pytest
from jsonschema import Draft202012Validator

from tests.schema.schemas import ALL, OUTPUTS, RECORDS, fields, messages, resolved, schema, subschemas
from textual_tracker.config.resources import sample_journal_folder, schema_folder

KEYWORDS = {
    # judged by a validator
    "$ref", "type", "enum", "pattern", "minLength", "minimum", "maximum", "minItems", "maxItems", "required",
    "properties", "patternProperties", "additionalProperties", "items", "allOf", "if", "then", "else",
    # shown by editors, or read by the program
    "$schema", "$id", "$defs", "title", "description", "examples", "default", "patternErrorMessage",
    "markdownEnumDescriptions", "x-kind", "x-null",
}  # fmt: skip
KINDS = {"text", "day", "moment", "days", "clock", "whole", "number", "flag", "choice"}


def test_every_file_of_the_folder_is_looked_at_here() -> None:
    names = {
        path.relative_to(schema_folder()).as_posix().removesuffix(".schema.json")
        for path in schema_folder().rglob("*.json")
    }
    assert names == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_is_a_valid_schema_of_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", ALL)
def test_is_named_by_an_id_that_nobody_tries_to_download(name: str) -> None:
    assert schema(name)["$id"] == f"urn:textual-tracker:schema:{name.replace('/', ':')}:1"


@pytest.mark.parametrize("name", ALL)
def test_uses_only_plain_keywords(name: str) -> None:
    used = set(itertools.chain.from_iterable(subschemas(schema(name))))
    assert used <= KEYWORDS


@pytest.mark.parametrize("name", ALL)
def test_refers_only_to_its_own_definitions_and_uses_each(name: str) -> None:
    whole = schema(name)
    targets = {part["$ref"] for part in subschemas(whole) if "$ref" in part}
    assert targets == {f"#/$defs/{definition}" for definition in whole.get("$defs", {})}


@pytest.mark.parametrize("name", ALL)
def test_describes_every_field_in_a_sentence(name: str) -> None:
    whole = schema(name)
    for path, part in [("", whole), *fields(whole)]:
        assert part["title"], path
        assert part["description"].endswith("."), path


@pytest.mark.parametrize("name", RECORDS)
def test_gives_every_value_a_kind(name: str) -> None:
    whole = schema(name)
    for path, part in fields(whole):
        found = resolved(whole, part)
        if not {"properties", "items", "patternProperties"} & found.keys():
            assert found.get("x-kind") in KINDS, path


@pytest.mark.parametrize("name", RECORDS)
def test_refuses_unknown_keys_everywhere_but_lets_a_persons_own_through(name: str) -> None:
    for part in subschemas(schema(name)):
        if "properties" in part and "type" in part:
            assert part["patternProperties"] == {"^x-": True}
            assert "additionalProperties" in part


@pytest.mark.parametrize("name", OUTPUTS)
def test_outputs_require_what_they_name_and_leave_room_for_more(name: str) -> None:
    for part in subschemas(schema(f"output/{name}")):
        if "properties" in part:
            assert part["required"] == list(part["properties"])
            assert part.get("additionalProperties") is not False


@pytest.mark.parametrize("name", RECORDS)
def test_lets_every_value_be_empty(name: str) -> None:
    whole = schema(name)
    for path, part in fields(whole):
        found = resolved(whole, part)
        assert "null" in found["type"] if "type" in found else None in found["enum"], path


@pytest.mark.parametrize("name", ALL)
def test_its_examples_are_valid(name: str) -> None:
    whole = schema(name)
    assert whole["examples"]
    for example in whole["examples"]:
        assert messages(name, example) == []


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_has_a_valid_example_or_default(name: str) -> None:
    whole = schema(name)
    for path, part in fields(whole):
        found = resolved(whole, part)
        alone = Draft202012Validator({**found, "$defs": whole["$defs"]})
        samples = [*found.get("examples", ()), *([found["default"]] if "default" in found else ())]
        assert all(alone.is_valid(sample) for sample in samples), path
        assert samples or path == "$limits[]" or found["type"] == "null", path


def test_a_journal_says_where_an_empty_value_switches_off() -> None:
    whole = schema("journal")
    off = {path for path, part in fields(whole) if resolved(whole, part).get("x-null") == "off"}
    rules = {path for path, _ in fields(whole) if path.startswith("stalled.")}
    assert off == {*rules, "$limits[]"}


@pytest.mark.parametrize("name", RECORDS)
def test_the_sample_journal_has_a_copy_of_the_schema_as_it_is(name: str) -> None:
    copy = sample_journal_folder() / ".schema" / f"{name}.schema.json"
    assert copy.read_bytes() == (schema_folder() / f"{name}.schema.json").read_bytes()
