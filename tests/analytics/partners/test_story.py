"""A partner's story: contacts with them, and word given to them."""

from tests.factories import attempt, day, make_journal, make_partner, make_referral, update
from textual_tracker.analytics.partners.story import partner_story
from textual_tracker.analytics.partners.summary import partner_summaries
from textual_tracker.analytics.snapshot import Snapshot

PARTNER = make_partner(
    touches=(
        attempt("2026-02-02 in_person reached", note="coffee"),
        attempt("2026-03-04", by="maria"),
        attempt("2026-03-11 call"),
    )
)
REFERRAL = make_referral(
    partner="sarah-chen",
    partner_updates=(
        update("2026-03-03 text contacted", by="maria", note="glad"),
        update("2026-03-03 call contacted @mike-tran"),
        update("2026-03-05"),
    ),
)


def story(most: int = 9) -> list[str]:
    snapshot = Snapshot(make_journal(PARTNER, REFERRAL), day("2026-03-10"))
    summary = next(found for found in partner_summaries(snapshot) if found.id == "sarah-chen")
    return [f"{event.date:%m-%d} {event.text}" for event in partner_story(snapshot, summary, most)]


def test_touches_and_updates_are_one_list_newest_first_without_what_lies_ahead() -> None:
    assert story() == [
        "03-05 told of Dana Ortiz",
        "03-04 contact, by maria",
        "03-03 told of Dana Ortiz: contacted (text), by maria; glad",
        "02-02 in person: reached; coffee",
    ]


def test_no_more_is_told_than_was_asked_for() -> None:
    assert story(2) == ["03-05 told of Dana Ortiz", "03-04 contact, by maria"]
