"""The query of the partners' list."""

import pytest

from tests.factories import attempts, day, make_journal, make_partner, make_referral, updates
from textual_tracker.analytics.partners.query import is_field_so_far, parse_partner_query
from textual_tracker.analytics.partners.summary import partner_summaries
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.errors import UsageError

JOURNAL = make_journal(
    make_partner("sarah-chen", company="Elm Street Realty", tier="A", phone="555-0199", notes="Likes chocolate"),
    make_partner("mike-tran", type="cpa", tier="B", extra=(("x-city", "Dayton"),)),
    make_partner("jin-park", type="builder", status="prospect"),
    make_partner("carla-voss", tier="C", status="do_not_contact", faulty=True),
    make_referral("Dana Ortiz", "2026-03-06", partner="sarah-chen"),
    make_referral("Lee Park", "2026-03-09", partner="sarah-chen", partner_updates=updates("2026-03-09 text thanks")),
    make_referral("Ida Moss", "2025-06-02", partner="mike-tran", contact_attempts=attempts("2025-06-03 call reached"),
                  partner_updates=updates("2026-03-09 text thanks")),
    make_referral("Al Grey", "2026-03-09", partner="nobody-knows", partner_updates=updates("2026-03-09 text thanks")),
)  # fmt: skip


def found(query: str) -> set[str]:
    tests = parse_partner_query(query)
    summaries = partner_summaries(Snapshot(JOURNAL, day("2026-03-10")))
    return {summary.id for summary in summaries if all(test(summary) for test in tests)}


ALL = {"sarah-chen", "mike-tran", "jin-park", "carla-voss", "nobody-knows"}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ALL),
        ("chen", {"sarah-chen"}),
        ("CHEN elm", {"sarah-chen"}),
        ("chocolate", {"sarah-chen"}),
        ("555 0199", {"sarah-chen"}),
        ("5550199", {"sarah-chen"}),
        ("dayton", {"mike-tran"}),
        ("agent", {"sarah-chen", "carla-voss"}),
        ('"tier b"', {"mike-tran"}),
        ("nobody", {"nobody-knows"}),
        ("prospect", {"jin-park"}),
        ("is:waiting", {"sarah-chen"}),
        ("-is:waiting", ALL - {"sarah-chen"}),
        ("is:unknown", {"nobody-knows"}),
        ("is:faulty", {"carla-voss"}),
        ("is:unknown,waiting", {"nobody-knows", "sarah-chen"}),
        ("type:cpa,builder", {"mike-tran", "jin-park"}),
        ("type:agent", {"sarah-chen", "carla-voss"}),
        ("type:real_estate_agent", {"sarah-chen", "carla-voss"}),
        ("tier:a", {"sarah-chen"}),
        ("status:prospect", {"jin-park"}),
        ("status:do-not-contact", {"carla-voss"}),
        ("name:park", {"jin-park"}),
        ("id:tran", {"mike-tran"}),
        ("company:elm", {"sarah-chen"}),
        ("sent:>1", {"sarah-chen"}),
        ("sent:0", {"jin-park", "carla-voss"}),
        ("open:1", {"mike-tran", "nobody-knows"}),
        ("closed:>0", set()),
    ],
)
def test_who_is_found(query: str, ids: set[str]) -> None:
    assert found(query) == ids


def test_who_went_quiet_is_found() -> None:
    long_ago = make_referral("Ida Moss", "2025-06-02", partner="sarah-chen")
    journal = make_journal(make_partner(tier="A"), make_partner("mike-tran"), long_ago)
    (test,) = parse_partner_query("is:quiet")
    summaries = partner_summaries(Snapshot(journal, day("2026-03-10")))
    assert [summary.id for summary in summaries if test(summary)] == ["sarah-chen"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("tpye:cpa", '"tpye:" is not something to search partners by. Did you mean "type"?'),
        ("type:cpaa", '"type:cpaa": there is no such type. Did you mean "cpa"?'),
        ("is:wating", '"is:wating" is not a state. Did you mean "waiting"?'),
        ("tier:", '"tier:" needs a value after the colon.'),
        ("status:zzz", '"status:zzz": there is no such status. Known: active, prospect, dormant, do_not_contact.'),
    ],
)
def test_what_makes_no_sense_is_said_with_the_nearest_word(query: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_partner_query(query)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("text", "unfinished"),
    [("ti", True), ("tier:", True), ("-is:", True), ("tier:a", False), ("chen", False), ("", False), ("a type", True)],
)
def test_a_field_without_a_value_is_not_a_query_yet(text: str, unfinished: bool) -> None:
    assert is_field_so_far(text) is unfinished
