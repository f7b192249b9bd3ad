"""A new record that was typed whole gets its name and its place. 10 March 2026 is a Tuesday."""

import pytest

from tests.editing.paper import Paper
from textual_tracker.editing.actions.filled_in import add_filled_in
from textual_tracker.editing.skeleton import skeleton
from textual_tracker.errors import RefusedEditError

REFERRAL = skeleton("referral", {}, "# yaml-language-server: $schema=/somewhere/referral.schema.json")
PARTNER = skeleton("partner", {}, "# yaml-language-server: $schema=/somewhere/partner.schema.json")
CHEN = {"partners/sarah-chen.yaml": "name: Sarah Chen\ntype: real_estate_agent\n"}


def test_a_referral_lies_under_its_day_and_its_name() -> None:
    paper = Paper(CHEN)
    text = REFERRAL.replace("  name:", "  name: Ana Gómez").replace("\npartner:", "\npartner: sarah-chen")
    text = text.replace("\nreceived:", "\nreceived: 2026-03-06")
    says = paper.do(add_filled_in("referral", text.encode(), REFERRAL))
    assert says == "Ana Gómez: new referral from Sarah Chen on Fri 6 Mar"
    assert paper.text("referrals/2026/2026-03-06-ana-gomez.yaml") == (
        "# yaml-language-server: $schema=../../.schema/referral.schema.json\n"
        "borrower:\n  name: Ana Gómez\npartner: sarah-chen\nreceived: 2026-03-06\n"
    )


def test_without_a_day_it_was_received_today() -> None:
    paper = Paper({})
    text = REFERRAL.replace("  name:", "  name: Dana Ortiz").replace("\nsource:", "\nsource: past_client")
    assert paper.do(add_filled_in("referral", text.encode(), REFERRAL)) == "Dana Ortiz: new referral (past client)"
    assert "referrals/2026/2026-03-10-dana-ortiz.yaml" in paper.files


def test_a_partner() -> None:
    paper = Paper(CHEN)
    text = PARTNER.replace("\nname:", "\nname: Sarah Chen").replace("\ntype:", "\ntype: builder")
    assert paper.do(add_filled_in("partner", text.encode(), PARTNER)) == "Sarah Chen: new partner (builder)"
    assert paper.text("partners/sarah-chen-2.yaml") == (
        "# yaml-language-server: $schema=../.schema/partner.schema.json\nname: Sarah Chen\ntype: builder\n"
    )


def test_without_a_name_it_is_no_record() -> None:
    with pytest.raises(RefusedEditError, match="no name is typed yet"):
        Paper({}).do(add_filled_in("referral", REFERRAL.encode(), REFERRAL))
    with pytest.raises(RefusedEditError, match="no name is typed yet"):
        Paper({}).do(add_filled_in("partner", PARTNER.encode(), PARTNER))


def test_what_would_be_an_error_is_refused_at_its_place() -> None:
    text = REFERRAL.replace("  name:", "  name: Dana Ortiz").replace("\nsource:", "\nsource: plumber")
    with pytest.raises(RefusedEditError, match=r"dana-ortiz\.yaml:4:9: error"):
        Paper({}).do(add_filled_in("referral", text.encode(), REFERRAL))
