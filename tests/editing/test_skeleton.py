"""The text of a new record to be filled in by hand, and what is made of it."""

from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.paper import TODAY
from textual_tracker.core.vocabulary import ABOUTS, CHANNELS, PURPOSES, REASONS, SOURCES
from textual_tracker.editing.canonical.canonical import canonical
from textual_tracker.editing.compose import compose, modeline
from textual_tracker.editing.record_file import open_file
from textual_tracker.editing.skeleton import skeleton, without_hints
from textual_tracker.reading.schema import shape

Kind = Literal["referral", "partner"]
KINDS: tuple[Kind, ...] = ("referral", "partner")
PATHS = {"referral": f"referrals/2026/{TODAY}-dana-ortiz.yaml", "partner": "partners/pat-lee.yaml"}
FIRST_LINE = "# yaml-language-server: $schema=/usr/share/tracker/referral.schema.json"
EMPTY = skeleton("referral", {"received": "2026-03-10T14:05"}, FIRST_LINE)


def named(kind: Kind, text: str, name: str = "Dana Ortiz") -> str:
    """The text with a name typed into it."""
    key = "  name:" if kind == "referral" else "\nname:"
    assert key in text
    return text.replace(key, f"{key} {name}", 1)


def recorded(text: str, given: str = EMPTY) -> str:
    """The file that a filled in text becomes."""
    return without_hints("referral", PATHS["referral"], text.encode(), given).decode()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_in_it(kind: Kind) -> None:
    text = skeleton(kind, {}, FIRST_LINE)
    for name, inner in (shape(kind).properties or {}).items():
        assert f"{name}:" in text
        for field in inner.properties or {}:
            assert field in {"earlier", "moved"} or f"{field}:" in text


def test_and_every_word_that_may_be_chosen() -> None:
    words = {word.strip(",") for word in EMPTY.split()}
    assert {*SOURCES, *PURPOSES, *CHANNELS, *REASONS, *ABOUTS} <= words


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_it_is_data(kind: Kind) -> None:
    """With nothing but a name it says no more than a file with that name alone."""
    text = named(kind, skeleton(kind, {}, FIRST_LINE))
    bare: dict[str, Any] = {"borrower": "Dana Ortiz"} if kind == "referral" else {"name": "Dana Ortiz"}
    path = PATHS[kind]
    assert open_file(kind, path, text.encode()).record == open_file(kind, path, compose(kind, path, bare)).record


def test_what_is_known_is_in_its_place() -> None:
    facts: dict[str, Any] = {
        "borrower": "Dana Ortiz",
        "partner": "sarah-chen",
        "received": "2026-03-10",
        "loan": {"amount": "385000", "program": "fha"},
        "next_step": {"action": "call, then text"},
        "notes": "a\nb\n",
        "x-lead": "zillow",
    }
    given = skeleton("referral", facts, FIRST_LINE)
    record = open_file("referral", PATHS["referral"], given.encode()).record
    assert (record.name, record.partner, record.loan.amount, record.loan.program) == (
        "Dana Ortiz",
        "sarah-chen",
        385_000,
        "fha",
    )
    assert (record.next_step.action, record.notes, record.extra) == (
        "call, then text",
        "a\nb\n",
        (("x-lead", "zillow"),),
    )
    assert recorded(given, given) == (
        "# yaml-language-server: $schema=../../.schema/referral.schema.json\n"
        "borrower:\n"
        "  name: Dana Ortiz\n"
        "partner: sarah-chen\n"
        "received: 2026-03-10\n"
        "loan: {program: fha, amount: 385000}\n"
        "\n"
        'next_step: {action: "call, then text"}\n'
        "notes: |\n"
        "  a\n"
        "  b\n"
        "x-lead: zillow\n"
    )


class TestWhatBecomesOfIt:
    def test_hints_and_what_is_empty_go(self) -> None:
        assert recorded(named("referral", EMPTY).replace("source:  ", "source: cpa")) == (
            f"{modeline('referral', PATHS['referral'])}\n"
            "borrower:\n  name: Dana Ortiz\nsource: cpa\nreceived: 2026-03-10T14:05\n"
        )

    def test_a_persons_own_remarks_stay(self) -> None:
        text = named("referral", EMPTY, "Dana Ortiz   # says Dee").replace("tags:", "# a lead of Tom's\ntags: [va]")
        assert recorded(text) == (
            f"{modeline('referral', PATHS['referral'])}\n"
            "borrower:\n  name: Dana Ortiz   # says Dee\nreceived: 2026-03-10T14:05\n\n# a lead of Tom's\ntags: [va]\n"
        )

    def test_a_section_is_taken_into_use(self) -> None:
        """As editors take the remark's sign away, from its fields and from its own hints alike."""
        begin = EMPTY.index("# outcome:")
        section = EMPTY[begin : EMPTY.index("\n\n", begin)]
        used = "\n".join(line.removeprefix("# ") for line in section.splitlines())
        used = used.replace("status:", "status: lost").replace("reason:", "reason: never_reached")
        text = named("referral", EMPTY).replace(section, used.replace("date:", "date: 2026-03-10"))
        assert recorded(text).partition("\n\n")[2] == (
            "outcome:\n  status: lost\n  date: 2026-03-10\n  reason: never_reached\n"
        )

    def test_of_an_entry_what_is_typed(self) -> None:
        text = named("referral", EMPTY).replace(
            "# contact_attempts:\n#   - {date: ", "contact_attempts:\n  - {date: 2026-03-10"
        )
        assert recorded(text).partition("\n\n")[2] == "contact_attempts:\n  - {date: 2026-03-10}\n"

    def test_line_ends_of_another_system(self) -> None:
        text = named("referral", EMPTY).replace("\n", "\r\n")
        assert without_hints("referral", PATHS["referral"], text.encode(), EMPTY).count(b"\r\n") == 4

    def test_what_cannot_be_read_is_left_as_it_is(self) -> None:
        text = named("referral", EMPTY).replace("tags:", "tags: [")
        assert recorded(text) == text


@given(st.lists(st.sampled_from(EMPTY.splitlines()), max_size=4), st.text("ab#:\n -[]{},", max_size=12), st.integers(0))
def test_whatever_is_typed_nothing_of_it_is_lost(gone: list[str], typed: str, place: int) -> None:
    """The record says what the filled in text said, however it was filled in; and is in canonical form."""
    lines = [line for line in named("referral", EMPTY).splitlines() if line not in gone]
    lines.insert(place % (len(lines) + 1), typed)
    filled = "\n".join(lines).encode()
    path = PATHS["referral"]
    made = without_hints("referral", path, filled, EMPTY)
    if made != filled:
        assert open_file("referral", path, made).record == open_file("referral", path, filled).record
        assert canonical("referral", made) == made
