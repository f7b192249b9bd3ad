"""Whole new files, as the sample journal has them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from textual_tracker.core.records import Loan
from textual_tracker.core.vocabulary import CHANNELS, PROGRAMS, SOURCES
from textual_tracker.editing.compose import compose
from textual_tracker.editing.record_file import open_file
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.encoding import control_character

SAMPLE = Path(__file__).parents[2] / "sample_journal"
DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
WHOLE: dict[str, Any] = {
    "notes": "Met at the open house.\nRents next door.\n",
    "loan": {"purpose": "purchase", "program": None, "amount": 385_000},
    "received": "2026-03-02T16:40",
    "partner": "sarah-chen",
    "source": "",
    "borrower": {"phone": "555-0142", "email": "", "name": "Dana Ortiz"},
    "partner_updates": [{"about": "thanks", "channel": "text", "date": "2026-03-02"}],
    "appointment": {"status": "set", "set": "2026-03-05", "date": "2026-03-09T14:00"},
    "also_tell": ["mike-tran", "ann-gray"],
    "x-school": "Riverside",
}


def test_a_referral_in_the_schemas_order_its_sections_apart() -> None:
    assert compose("referral", DANA, WHOLE).decode() == (
        "# yaml-language-server: $schema=../../.schema/referral.schema.json\n"
        "borrower:\n"
        "  name: Dana Ortiz\n"
        "  phone: 555-0142\n"
        "partner: sarah-chen\n"
        "also_tell: [mike-tran, ann-gray]\n"
        "received: 2026-03-02T16:40\n"
        "loan: {purpose: purchase, amount: 385000}\n"
        "\n"
        "appointment:\n"
        "  status: set\n"
        "  set: 2026-03-05\n"
        "  date: 2026-03-09T14:00\n"
        "\n"
        "partner_updates:\n"
        "  - {date: 2026-03-02, channel: text, about: thanks}\n"
        "notes: |\n"
        "  Met at the open house.\n"
        "  Rents next door.\n"
        "x-school: Riverside\n"
    )


def test_what_follows_a_head_without_sections_is_apart_as_well() -> None:
    assert compose("referral", DANA, {"borrower": "Dana Ortiz", "tags": ["va"], "notes": "a\n"}).decode() == (
        "# yaml-language-server: $schema=../../.schema/referral.schema.json\n"
        "borrower: Dana Ortiz\n"
        "\n"
        "tags: [va]\n"
        "notes: |\n"
        "  a\n"
    )


def test_the_way_to_the_schema_is_as_long_as_the_path() -> None:
    day = compose("activity", "activity/ana/2026/2026-03-02.yaml", {"date": "2026-03-02", "custom": {"open_houses": 0}})
    assert day.decode() == (
        "# yaml-language-server: $schema=../../../.schema/activity.schema.json\n"
        "date: 2026-03-02\n"
        "custom: {open_houses: 0}\n"
    )
    partner = compose("partner", "partners/pat-lee.yaml", {"name": "Pat Lee"})
    assert partner.decode().startswith(
        "# yaml-language-server: $schema=../.schema/partner.schema.json\nname: Pat Lee\n"
    )


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("NO", 'name: "NO"'),
        ("02134", 'name: "02134"'),
        ("Dana: Ortiz", 'name: "Dana: Ortiz"'),
        ("Dana #1", 'name: "Dana #1"'),
        ("~", 'name: "~"'),
        ('"Dee" Ortiz', 'name: "\\"Dee\\" Ortiz"'),
        ("Dana, Lee", "name: Dana, Lee"),
        ("O'Day", "name: O'Day"),
    ],
)
def test_what_another_reader_would_misread_is_quoted(name: str, line: str) -> None:
    assert compose("partner", "partners/x.yaml", {"name": name}).decode().splitlines()[1] == line


def test_a_text_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(RefusedEditError, match=r"control character U\+0007"):
        compose("partner", "partners/x.yaml", {"name": "Dana\x07"})


@pytest.mark.parametrize("kind", ["referral", "partner", "activity"])
def test_the_sample_journal_is_written_so(kind: Any) -> None:
    """But for the few files in which a person shows that it may be written otherwise."""
    folder = {"referral": "referrals", "partner": "partners", "activity": "activity"}[kind]
    files = sorted((SAMPLE / folder).rglob("*.yaml"))
    differing = 0
    for file in files:
        path, data = file.relative_to(SAMPLE).as_posix(), file.read_bytes()
        composed = compose(kind, path, open_file(kind, path, data).typed)
        differing += composed.replace(b'"', b"") != data.replace(b'"', b"")
    assert differing < len(files) * 0.1


wild = st.text(st.characters(codec="utf-8"), max_size=30).filter(
    lambda text: control_character(text) is None and text.strip() == text and text not in {"", "~", "null"}
)


@example(
    name="Dana: \u2028 #x", note="a\n\n b\t\n", phone="0o17", tags=["a, b", "x]"], amount=0, source="cpa", program=None
)
@example(name="|", note="  x\ny", phone="2026-03-02", tags=["null", "~", "-"], amount=None, source="cpa", program="va")
@given(
    name=wild,
    note=st.lists(wild | st.sampled_from(("", " ", "\t", "# no", "- a: b", "---")), max_size=4).map("\n".join),
    phone=wild,
    tags=st.lists(wild, max_size=3),
    amount=st.none() | st.integers(0, 10**9),
    source=st.sampled_from(SOURCES),
    program=st.none() | st.sampled_from(PROGRAMS),
)
def test_whatever_is_composed_reads_back(
    name: str, note: str, phone: str, tags: list[str], amount: int | None, source: str, program: str | None
) -> None:
    facts: dict[str, Any] = {
        "borrower": {"name": name, "phone": phone},
        "source": source,
        "received": "2026-03-02",
        "loan": {"amount": amount, "program": program},
        "contact_attempts": [{"date": "2026-03-02", "channel": CHANNELS[0], "note": note}],
        "tags": tags,
        "notes": note,
    }
    file = open_file("referral", DANA, compose("referral", DANA, facts))
    record = file.record
    assert [problem for problem in file.problems if problem.severity == "error"] == []
    assert (record.name, record.phone, record.source) == (name, phone, source)
    assert record.loan == Loan(amount=amount, program=program)
    assert (record.tags, record.notes, record.contact_attempts[0].note) == (tuple(tags), note, note)
