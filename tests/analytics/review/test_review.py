"""A week put together. 10 March 2026 is a Tuesday."""

from typing import Any

import pytest

from tests.factories import day, ended_outcome, make_journal, make_partner, make_referral, make_settings, outcome
from textual_tracker.analytics.review.review import Review, review, week_to_review
from textual_tracker.analytics.review.words import moved_counts, week_name
from textual_tracker.analytics.snapshot import Snapshot

TODAY = "2026-03-10"


def reviewed(*records: Any, week: str = TODAY, officer: str | None = None, **settings: Any) -> Review:
    snapshot = Snapshot(make_journal(*records, settings=make_settings(**settings)), day(TODAY))
    return review(snapshot, week_to_review(day(week), day(TODAY)), officer)


def names(members: Any) -> list[str]:
    return [member.referral.name for member in members]


class TestWeek:
    @pytest.mark.parametrize(
        ("asked", "first", "last", "name"),
        [
            ("2026-03-10", "2026-03-09", "2026-03-10", "Mon 9 to Tue 10 Mar 2026, so far"),
            ("2026-03-13", "2026-03-09", "2026-03-10", "Mon 9 to Tue 10 Mar 2026, so far"),
            ("2026-03-08", "2026-03-02", "2026-03-08", "Mon 2 to Sun 8 Mar 2026"),
            ("2026-02-23", "2026-02-23", "2026-03-01", "Mon 23 Feb to Sun 1 Mar 2026"),
            ("2025-12-31", "2025-12-29", "2026-01-04", "Mon 29 Dec 2025 to Sun 4 Jan 2026"),
        ],
    )
    def test_from_monday_to_sunday_or_today(self, asked: str, first: str, last: str, name: str) -> None:
        found = reviewed(week=asked)
        assert (found.window.start, found.window.end) == (day(first), day(last))
        assert week_name(found) == name

    @pytest.mark.parametrize(
        ("today", "first", "last"),
        [("0001-01-01", "0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-27", "9999-12-31")],
    )
    def test_at_the_ends_of_the_calendar(self, today: str, first: str, last: str) -> None:
        found = week_to_review(day(today), day(today))
        assert (found.start, found.end) == (day(first), day(last))


class TestWhoCameAndWent:
    def test_by_the_days_of_the_week_whatever_became_of_them_since(self) -> None:
        found = reviewed(
            make_referral("Ann Lee", "2026-03-03", outcome=outcome("lost", "2026-03-09", reason="not_ready")),
            make_referral("Bea Kim", "2026-01-05", outcome=outcome("closed", "2026-03-04", amount=300_000)),
            make_referral("Cy Fox", "2026-01-05", outcome=outcome("nurture", "2026-03-05", revisit="2026-06-01")),
            make_referral("Dee Ray", "2026-01-05", outcome=outcome("lost", "2026-03-08", reason="went_cold")),
            make_referral(
                "Eve Orr",
                "2025-01-06",
                outcome=outcome(earlier=[ended_outcome("lost", "2025-03-03", "2026-03-06", reason="not_ready")]),
            ),
            week="2026-03-02",
        )
        assert (names(found.received), names(found.closed), names(found.lost)) == (
            ["Ann Lee"],
            ["Bea Kim"],
            ["Dee Ray"],
        )
        assert (names(found.nurture), names(found.returned)) == (["Cy Fox"], ["Eve Orr"])

    def test_who_waits_waits_today(self) -> None:
        dana = make_referral("Dana Ortiz", "2026-03-06", partner="sarah-chen")
        found = reviewed(dana, make_partner(), week="2026-02-16")
        assert [row.referral.name for row in found.stalled] == ["Dana Ortiz"]
        assert [one.partner for one in found.to_tell] == ["sarah-chen"]

    def test_a_file_with_an_error_is_its_officers(self) -> None:
        records = [make_referral(f"{who} client", "2026-03-09", officer=who, faulty=True) for who in ("ana", "maria")]
        officers = {"ana": "Ana Rivera", "maria": "Maria Soto"}
        assert [one.name for one in reviewed(*records, officer="ana", officers=officers).faulty] == ["ana client"]
        assert len(reviewed(*records, officers=officers).faulty) == 2

    def test_an_officer_has_their_own(self) -> None:
        records = [make_referral(f"{officer} client", "2026-03-05", officer=officer) for officer in ("ana", "maria")]
        settings: dict[str, Any] = {"officers": {"ana": "Ana Rivera", "maria": "Maria Soto"}, "week": "2026-03-02"}
        assert names(reviewed(*records, officer="ana", **settings).received) == ["ana client"]
        assert [row.referral.officer for row in reviewed(*records, officer="ana", **settings).stalled] == ["ana"]
        assert len(reviewed(*records, **settings).received) == 2


def test_nothing_at_all() -> None:
    found = reviewed()
    assert (found.moved, found.stalled, found.to_tell, found.forecast.chosen) == ((), (), (), None)
    assert moved_counts(found.moved) == ""
