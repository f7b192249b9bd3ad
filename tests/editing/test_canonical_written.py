"""What the program writes is in canonical form: new files, edits of files that were in order, and the sample's own."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.simulator.yaml_text import other_text, referral_text
from textual_tracker.editing.canonical.canonical import canonical
from textual_tracker.editing.compose import compose
from textual_tracker.editing.edits import Append, Edit, Put, Remove
from textual_tracker.editing.splicing.splice import splice
from textual_tracker.reading.paths import Path as Place

SAMPLE = Path(__file__).parents[2] / "sample_journal/referrals/2026"
WORDS = (
    "no",
    "02134",
    "5550142",
    "12:30",
    "a: b",
    "see #1",
    "it's",
    '"hi"',
    "- x",
    "a, b",
    "{x}",
    "é",
    "x y",
    "-5",
    "[",
    "\\",
)

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
lines = st.lists(texts, min_size=1, max_size=3).map("\n".join) | texts.map("{}\n".format)
facts = st.fixed_dictionaries(
    {"borrower": st.fixed_dictionaries({"name": texts}, optional={"phone": texts, "do_not_contact": st.booleans()})},
    optional={
        "partner": texts,
        "received": st.just("2026-03-02T16:40"),
        "loan": st.just({"purpose": "purchase", "amount": 385000}),
        "contact_attempts": st.lists(st.fixed_dictionaries({"date": st.just("2026-03-02"), "note": texts}), max_size=2),
        "next_step": st.fixed_dictionaries({"due": st.just("2026-03-12"), "action": texts}),
        "tags": st.lists(texts, max_size=3),
        "notes": lines,
    },
)


@given(facts)
def test_a_new_referral(facts: dict[str, Any]) -> None:
    data = compose("referral", "referrals/2026/2026-03-02-dana-ortiz.yaml", facts)
    assert canonical("referral", data) == data


@given(texts, lines)
def test_a_new_partner(text: str, notes: str) -> None:
    facts = {"name": text, "type": "cpa", "company": text, "since": "2024-06-11", "notes": notes}
    data = compose("partner", "partners/pat-lee.yaml", facts)
    assert canonical("partner", data) == data


@given(facts)
def test_what_the_simulator_writes(facts: dict[str, Any]) -> None:
    data = referral_text({**facts, "received": dt.datetime(2026, 3, 2, 16, 40)}).encode()  # noqa: DTZ001 - local time
    assert canonical("referral", data) == data
    data = other_text("activity", "../../", {"date": dt.date(2026, 3, 2), "calls": 3, "comment": "x: y"}).encode()
    assert canonical("activity", data) == data


def edits(text: str, several: str) -> list[Edit]:
    attempt = {"date": "2026-03-10", "channel": "call", "note": text}
    places: list[tuple[Place, Any]] = [
        (("borrower", "best_time"), text),
        (("officer",), text),
        (("loan", "amount"), 5),
        (("appointment",), {"status": "set", "date": "2026-03-12T14:00", "note": text}),
        (("application", "moved"), [{"date": "2026-03-10", "what": "expires", "from": "2026-03-09", "note": text}]),
        (("outcome", "note"), text),
        (("next_step",), {"due": "2026-03-12", "action": text}),
        (("notes",), several),
        (("x-own",), text),
    ]
    return [
        Append(("contact_attempts",), attempt),
        Append(("log",), {"date": "2026-03-10", "note": text}),
        Append(("tags",), text),
        *(Put(place, value) for place, value in places),
        Remove(("partner_updates",)),
    ]


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.yaml"))[:12], ids=lambda path: path.stem)
@given(st.data())
def test_an_edit_of_what_was_in_order(path: Path, data: st.DataObject) -> None:
    before = path.read_bytes()
    some = data.draw(st.lists(st.sampled_from(edits(data.draw(texts), data.draw(lines))), max_size=4))
    after = splice("referral", before, some)
    assert canonical("referral", after) == after
