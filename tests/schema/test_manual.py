"""The manual of the format: its examples hold as they stand, and it leaves no key and no word out."""

import datetime as dt
import re

import pytest

from tests.schema.schemas import RECORDS, faults, fields, resolved, schema
from textual_tracker.config.resources import CHECKOUT
from textual_tracker.core.records import Referral
from textual_tracker.core.standing import standing
from textual_tracker.reading.reader import read
from textual_tracker.store.layout import kind_of

MANUAL = (CHECKOUT / "docs" / "journal-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^`([^`\n]+)`\n```yaml\n(.*?)^```$", MANUAL, re.DOTALL | re.MULTILINE)
LONGER_EXAMPLE = max((text for path, text in EXAMPLES if path.startswith("referrals/")), key=len)
WORDS = set(re.findall(r"[\w-]+", MANUAL))


def test_every_example_in_yaml_says_which_file_it_is() -> None:
    assert MANUAL.count("```yaml\n") == len(EXAMPLES)
    assert {kind_of(path) for path, _ in EXAMPLES} == set(RECORDS)


@pytest.mark.parametrize(("path", "text"), EXAMPLES)
def test_every_example_is_a_valid_record(path: str, text: str) -> None:
    kind = kind_of(path)
    assert kind is not None
    assert faults(kind, text) == []
    assert read(kind, path, text.encode()).problems == ()


@pytest.mark.parametrize("name", RECORDS)
def test_names_every_key(name: str) -> None:
    keys = {path.rpartition(".")[2].removesuffix("[]") for path, _ in fields(schema(name))}
    rules = set(schema("journal")["properties"]["stalled"]["properties"])  # they are in docs/numbers.md
    assert {key for key in keys if not key.startswith(("$", "*"))} - rules <= WORDS


@pytest.mark.parametrize("name", RECORDS)
def test_names_every_word_that_one_may_choose(name: str) -> None:
    whole = schema(name)
    words = {word for _, part in fields(whole) for word in resolved(whole, part).get("enum", ())}
    assert {word for word in words if isinstance(word, str)} <= WORDS


def test_shows_every_section_of_a_referral_at_work() -> None:
    keys = set(re.findall(r"^(\w+):", LONGER_EXAMPLE, re.MULTILINE))
    assert keys == set(schema("referral")["properties"]) - {"outcome"}


@pytest.mark.parametrize(
    ("today", "stage", "entered"), re.findall(r"^\| ([0-9-]+) \| `(\w+)` \| ([0-9-]+) \|", MANUAL, re.MULTILINE)
)
def test_the_longer_example_stands_where_the_manual_says(today: str, stage: str, entered: str) -> None:
    record = read("referral", "referrals/2026/2026-03-02-dana-ortiz.yaml", LONGER_EXAMPLE.encode()).record
    assert isinstance(record, Referral)
    found = standing(record, dt.date.fromisoformat(today))
    assert (found.stage.name, str(found.entered)) == (stage, entered)
    assert found.furthest.name == ("in_process" if today >= "2026-03-20" else stage)


def test_its_own_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ")).strip().lower().replace(" ", "-")
        for line in MANUAL.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", MANUAL)) <= headings
