"""The schemas: two validators of one verdict, and the shape that the reader takes from them."""

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from textual_tracker.reading import schema
from textual_tracker.reading.schema import (
    KINDS,
    Kind,
    complaints,
    digest,
    fits,
    schema_of,
    shape,
    shape_at,
    wrong_paths,
)
from textual_tracker.reading.shape import Shape

EXAMPLES: dict[Kind, list[dict[str, Any]]] = {kind: schema_of(kind)["examples"] for kind in KINDS}
FULL: dict[Kind, dict[str, Any]] = {
    "referral": {
        "borrower": {"name": "Dana", "do_not_contact": True},
        "source": "cpa",
        "also_tell": ["mike"],
        "loan": {"purpose": "purchase", "amount": 385000},
        "contact_attempts": ["2026-03-02", {"date": "2026-03-03", "channel": "call", "result": "reached"}],
        "appointment": {"status": "held", "date": "2026-03-09", "earlier": [{"status": "no_show"}]},
        "application": {
            "status": "denied",
            "decided": "2026-03-11",
            "moved": [{"date": "2026-03-10", "what": "expires"}],
        },
        "outcome": {
            "status": "lost",
            "date": "2026-03-12",
            "reason": "other",
            "note": "x",
            "earlier": [{"status": "open"}],
        },
        "partner_updates": [{"date": "2026-03-03", "about": "contacted"}],
        "next_step": {"due": "2026-03-12", "action": "call"},
        "log": [{"date": "2026-03-05", "note": "x"}],
        "tags": ["a"],
    },
    "activity": {"date": "2026-03-02", "calls": 1, "custom": {"open_houses": 1}, "day_off": False},
    "partner": {
        "name": "S",
        "type": "cpa",
        "tier": "A",
        "update_days": 0,
        "touches": ["2026-03-02", {"date": "2026-03-03"}],
    },
    "journal": {
        "format": 1,
        "officers": {"ana": "Ana"},
        "working_days": ["mon"],
        "day_ends": "17:00",
        "holidays": ["2026-07-03", "2026-12-24..2026-12-26"],
        "goals": {"daily": {"calls": 1}, "monthly": {"volume": 1}},
        "stalled": {"no_answer": [1, None], "decide": None},
        "targets": {"speed": {"within_one": 0.9}},
        "queries": {"hot": "x"},
        "git": {"auto_commit": False},
    },
}

VALUES = st.sampled_from([json.dumps(value) for value in [
    None, True, False, 0, -1, 1.5, 385000, "", "x", "Dana", "2026-03-02", "2026-03-02T10:15", "2026-3-2", "17:00",
    "closed", "lost", "nurture", "other", "held", "call", "cpa", [], ["2026-03-02"], [None], [1, 2], [1], {},
    {"date": "2026-03-02"}, {"name": "Dana"}, {"status": "lost"}, {"status": "closed", "date": "2026-03-02"},
]])  # fmt: skip
KEYS = st.sampled_from(
    ["name", "date", "status", "reason", "note", "amount", "x-own", "zodiac", "channel", "type", "ended"]
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Kind, Any]:
    """A record with some of its values replaced, removed or added, at any depth."""
    kind: Kind = draw(st.sampled_from(KINDS))
    data: Any = json.loads(json.dumps(FULL[kind]))
    for _ in range(draw(st.integers(0, 4))):
        place: Any = data
        while isinstance(place, dict | list) and place:
            key: Any = draw(st.sampled_from(list(place) if isinstance(place, dict) else list(range(len(place)))))
            action = draw(st.sampled_from(["down", "down", "replace", "remove", "add"]))
            if action == "down" and isinstance(place[key], dict | list) and place[key]:
                place = place[key]
                continue
            if action == "remove":
                del place[key]
            elif action == "add" and isinstance(place, dict):
                place[draw(KEYS)] = json.loads(draw(VALUES))
            elif action == "add" and isinstance(place, list):
                place.append(json.loads(draw(VALUES)))
            else:
                place[key] = json.loads(draw(VALUES))
            break
    return kind, data


@given(mutated())
@settings(max_examples=400, deadline=None)
def test_both_validators_come_to_one_verdict_and_to_the_same_places(case: tuple[Kind, Any]) -> None:
    kind, data = case
    errors = list(Draft202012Validator(schema_of(kind)).iter_errors(data))
    assert fits(kind, data) == (not errors)
    assert set(wrong_paths(kind, data)) == {tuple(error.absolute_path) for error in errors}


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_of_a_schema_fits_it(kind: Kind) -> None:
    assert all(fits(kind, example) for example in [*EXAMPLES[kind], FULL[kind]])
    Draft202012Validator.check_schema(schema_of(kind))


def test_a_long_list_is_explained_by_its_errors_alone() -> None:
    data = {**FULL["referral"], "contact_attempts": ["2026-03-02"] * 5000 + ["soon"] + ["2026-03-02"] * 5000}
    wrong = wrong_paths("referral", data)
    assert list(wrong.items()) == [(("contact_attempts", 5000), True)]
    assert [found.path for found in complaints("referral", data, wrong)] == [("contact_attempts", 5000)]


def test_whether_the_value_itself_is_wrong() -> None:
    data = {"borrower": {"phone": "1"}, "source": "zzz", "zodiac": "leo"}
    assert wrong_paths("referral", data) == {(): False, ("borrower",): False, ("source",): True}


def test_the_digest_is_that_of_the_schemas() -> None:
    assert digest() == digest()
    assert len(digest()) == 32


def test_the_shape_says_how_a_scalar_is_meant() -> None:
    found = shape("referral").properties
    assert found is not None
    assert (found["received"].kind, found["notes"].kind, found["source"].kind) == ("moment", "text", "choice")
    assert shape_at("referral", ("contact_attempts", 3, "date")).kind == "moment"
    assert shape_at("activity", ("custom", "open_houses")).kind == "whole"
    assert shape_at("journal", ("stalled", "decide", 0)).off
    assert shape_at("journal", ("working_days",)).whole
    assert shape_at("referral", ("zodiac", "leo")) == Shape()


def kinds_of(found: Shape) -> set[str | None]:
    inner = [*(found.properties or {}).values(), *filter(None, (found.other, found.items))]
    return {found.kind}.union(*map(kinds_of, inner))


def test_every_kind_of_scalar_is_one_that_the_reader_knows() -> None:
    known = {None, "text", "choice", "moment", "day", "days", "clock", "whole", "number", "flag"}
    assert set().union(*(kinds_of(shape(kind)) for kind in KINDS)) == known


def test_reading_good_files_never_loads_what_only_explains() -> None:
    code = (
        "import sys; from textual_tracker.reading.reader import read; "
        "assert read('referral', 'referrals/2026/2026-03-02-a.yaml', b'borrower: x\\nsource: cpa\\n').problems == (); "
        "sys.exit('jsonschema' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_condition_in_words() -> None:
    path = ("properties", "outcome", "allOf", 1, "then", "required")
    assert schema.condition("referral", path) == "status lost"
    assert schema.condition("referral", ("properties", "outcome", "required")) == ""
