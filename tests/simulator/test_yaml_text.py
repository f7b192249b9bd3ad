"""What the simulator writes is the same text to a reader of YAML 1.1 and of YAML 1.2."""

import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.simulator.yaml_text import other_text, referral_text
from tests.schema import yaml12

FACTS = {
    "borrower": {"name": "Dana Ortiz", "phone": "555-0142", "do_not_contact": False},
    "partner": "sarah-chen",
    "received": dt.datetime(2026, 3, 2, 16, 40),  # noqa: DTZ001 - the time of day where the officer is
    "loan": {"purpose": "purchase", "amount": 385000},
    "contact_attempts": [{"date": dt.date(2026, 3, 3), "channel": "call", "result": None, "note": "left word, twice"}],
    "outcome": {},
    "notes": "Met at the open house.\nTwo kids.\n",
}


def test_a_referral_in_the_canonical_style() -> None:
    assert referral_text(FACTS) == (
        "# yaml-language-server: $schema=../../.schema/referral.schema.json\n"
        "borrower:\n"
        "  name: Dana Ortiz\n"
        "  phone: 555-0142\n"
        "  do_not_contact: false\n"
        "partner: sarah-chen\n"
        "received: 2026-03-02T16:40\n"
        "loan: {purpose: purchase, amount: 385000}\n"
        "\n"
        "contact_attempts:\n"
        '  - {date: 2026-03-03, channel: call, note: "left word, twice"}\n'
        "notes: |\n"
        "  Met at the open house.\n"
        "  Two kids.\n"
    )


def test_the_way_to_the_schema_is_the_folder_s() -> None:
    assert other_text("partner", "../", {"name": "Sarah Chen"}).startswith(
        "# yaml-language-server: $schema=../.schema/partner.schema.json\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "NO", "on", "~", "null", "12:30", "02134", "5550142", "1e3", "0x1f", "2026-03-02", "1_000", ".5", "- a", "a: b",
        "a #b", "#b", "a, b", "[a]", "{a}", "@chen", "*a", "&a", "!a", "|", ">", "%a", "'a'", '"a"', "a\\b", "yes",
        "a:", "blocked?", "555-0142", "Nguyễn", "O'Day", "rang out",
    ],
)  # fmt: skip
def test_a_text_stays_that_text(text: str) -> None:
    _stays(text)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12))
def test_any_text_stays_that_text(text: str) -> None:
    _stays(text)


def _stays(text: str) -> None:
    written = other_text("partner", "../", {"name": text, "touches": [{"note": text, "by": "ana"}]})
    for data in (yaml.safe_load(written), yaml12.load(written)):
        assert data["name"] == text
        assert data["touches"][0]["note"] == text
