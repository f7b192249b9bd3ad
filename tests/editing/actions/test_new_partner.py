"""A new partner becomes a file."""

import pytest

from tests.editing.paper import Paper
from textual_tracker.editing.actions.new_partner import add_partner
from textual_tracker.editing.canonical.canonical import canonical
from textual_tracker.errors import RefusedEditError

MODELINE = "# yaml-language-server: $schema=../.schema/partner.schema.json\n"


def test_a_name_and_a_type_are_enough() -> None:
    paper = Paper({})
    assert paper.do(add_partner("Pat Lee", "real_estate_agent")) == "Pat Lee: new partner (real estate agent)"
    assert paper.text("partners/pat-lee.yaml") == MODELINE + "name: Pat Lee\ntype: real_estate_agent\n"


def test_all_that_is_known_is_in_it_in_canonical_form() -> None:
    paper = Paper({})
    paper.do(
        add_partner(
            "Inês O'Day",
            "title_company",
            company="Ferry Street Title & Escrow",
            phone="5550142",
            email="ines@example.com",
            tier="B",
            since="2026-03-02",
            update_days=0,
            prefers="text",
            status="prospect",
            notes="Closes on Fridays.",
        )
    )
    path = "partners/ines-oday.yaml"
    assert paper.text(path) == MODELINE + (
        "name: Inês O'Day\n"
        "type: title_company\n"
        "company: Ferry Street Title & Escrow\n"
        'phone: "5550142"\n'
        "email: ines@example.com\n"
        "tier: B\n"
        "since: 2026-03-02\n"
        "update_days: 0\n"
        "prefers: text\n"
        "status: prospect\n"
        "notes: |\n"
        "  Closes on Fridays.\n"
    )
    assert canonical("partner", paper.files[path]) == paper.files[path]


def test_a_second_of_that_name_gets_a_number() -> None:
    paper = Paper({"partners/pat-lee.yaml": "name: Pat Lee\ntype: cpa\n", "partners/pat-lee-2.yml": "name: [\n"})
    paper.do(add_partner("Pat Lee", "builder"))
    assert paper.record("partners/pat-lee-3.yaml").type == "builder"


def test_what_would_be_an_error_is_refused() -> None:
    with pytest.raises(RefusedEditError, match="error"):
        Paper({}).do(add_partner("Pat Lee", "plumber"))
