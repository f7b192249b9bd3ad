"""What each partner's referrals came to in a window, and whether they were told. 10 March 2026 is a Tuesday."""

from typing import Any

import pytest
from scipy import stats

from tests.factories import application, attempts, day, make_journal, make_partner, make_referral, outcome, updates
from textual_tracker.analytics.partners.scorecard import Scorecard, Scorecards, scorecards
from textual_tracker.analytics.partners.scorecard_words import (
    ago_text,
    closed_text,
    due_text,
    gap_text,
    headline,
    last_sent_text,
    late,
    likely_text,
    place_text,
    reached_text,
    told_headline,
    told_text,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import rate_of
from textual_tracker.analytics.window import Window, last_twelve_months
from textual_tracker.core.records import Partner, Referral

TODAY = day("2026-03-10")


def journal_as_of_today(*records: Referral | Partner) -> Snapshot:
    return Snapshot(make_journal(*records), TODAY)


def scored(*records: Referral | Partner, window: Window | None = None) -> Scorecards:
    return scorecards(journal_as_of_today(*records), window or last_twelve_months(TODAY))


def card_of(found: Scorecards, partner_id: str) -> Scorecard:
    (card,) = [card for card in found.cards if card.id == partner_id]
    return card


def sent(number: int, partner: str, status: str | None = None, **facts: Any) -> Referral:
    """One of many, received in January; the thanks came on the day itself."""
    ended: dict[str, Any] = {}
    if status is not None:
        ended = {"outcome": outcome(status, "2026-02-16", reason="went_cold" if status == "lost" else None, amount=300)}
    told = updates("2026-01-05 text thanks", f"2026-02-16 call {status or 'no_news'}")
    return make_referral(
        f"Person {number}", "2026-01-05", partner=partner, **{"partner_updates": told, **ended, **facts}
    )


CHEN = [sent(number, "sarah-chen", "closed" if number < 8 else "lost") for number in range(10)]
TRAN = [sent(20 + number, "mike-tran", "closed" if number < 1 else "lost") for number in range(9)]
LUCKY = [sent(40, "pat-doyle", "closed")]


def test_best_first_by_what_they_have_shown() -> None:
    found = scored(*LUCKY, *TRAN, *CHEN, make_partner("ada-voss"))
    assert [card.id for card in found.cards] == ["sarah-chen", "mike-tran", "pat-doyle", "ada-voss"]
    assert [card.place for card in found.cards] == [1, 2, None, None]
    assert found.ranked == 2
    chen = found.cards[0]
    assert chen.ranked is not None
    assert (chen.ranked.low, chen.ranked.high) == pytest.approx(tuple(stats.beta.ppf([0.1, 0.9], 9, 3)))


def test_what_their_referrals_came_to() -> None:
    open_one = sent(60, "sarah-chen", contact_attempts=attempts("2026-01-06 call reached"))
    applied = sent(61, "sarah-chen", application=application("submitted", submitted="2026-01-20"))
    chen = card_of(scored(*CHEN, open_one, applied), "sarah-chen")
    group = chen.group
    assert (group.received, group.closed, group.lost, group.open) == (12, 8, 2, 2)
    assert (group.contacted, group.applications, group.amount, group.median_days) == (10, 9, 2400, 42)
    assert (chen.days_since, chen.usual_gap) == (64, 0)
    assert reached_text(chen) == "12 received · 10 contacted · 9 met · 9 applied · 8 closed · 2 lost · 2 open"


def test_the_window_is_of_the_numbers_and_today_of_who_waits() -> None:
    before = Window(day("2025-01-01"), day("2025-06-30"))
    chen = card_of(scored(*CHEN, make_partner(), window=before), "sarah-chen")
    assert (chen.group.received, chen.ranked, chen.told, chen.days_since) == (0, None, None, 64)
    assert chen.is_idle
    waiting = make_referral("Dana Ortiz", "2026-03-02", partner="sarah-chen")
    again = card_of(scored(*CHEN, waiting, window=before), "sarah-chen")
    assert [row.rule for row in again.summary.untold] == ["thank"]
    assert not again.is_idle


def test_of_whom_nothing_is_to_be_said_stands_last() -> None:
    """Zoe Yang sent nobody, and waits for nothing, but was to be told of one."""
    told = updates("2026-01-05 text thanks", "2026-02-17 call lost", "2026-02-17 call lost @zoe-yang")
    shared = sent(60, "sarah-chen", "lost", also_tell=("zoe-yang",), partner_updates=told)
    found = scored(*CHEN, shared, make_partner("ada-voss"), make_partner("zoe-yang"))
    assert [card.id for card in found.cards] == ["sarah-chen", "zoe-yang", "ada-voss"]
    assert [card.is_idle for card in found.cards] == [False, False, True]


def test_whom_nobody_told() -> None:
    untold = make_referral("Dana Ortiz", "2026-03-02", partner="mike-tran")
    found = scored(*CHEN, untold)
    tran = card_of(found, "mike-tran")
    assert tran.told is not None
    assert (tran.told.hits, tran.told.n) == (0, 1)
    assert told_text(tran.told) == "0 of 1"
    assert [due.referral.name for due in late(tran.dues)] == ["Dana Ortiz"]
    snapshot = journal_as_of_today(untold)
    assert due_text(snapshot, tran.dues[0]) == "thanks due Mon 2 Mar, never given"
    assert told_headline(found) == "told in time 95% of 21 (77–99%)"


def test_a_journal_without_anybody() -> None:
    found = scored()
    assert (found.cards, found.told, found.ranked) == ((), None, 0)
    assert told_headline(found) == "no word was due"


def test_words() -> None:
    found = scored(*CHEN, *TRAN, *LUCKY)
    chen, _, lucky = found.cards
    assert closed_text(chen) == "8 of 10"
    assert likely_text(chen.ranked) == "75% (58–90%)"
    assert likely_text(lucky.ranked) == ""  # of one nothing is likely
    assert place_text(lucky, 3) == ""
    assert [place_text(chen, ranked) for ranked in (2, 3)] == ["", ", 1st of the 3 with 3 or more decided"]
    assert told_text(rate_of(19, 20)) == "95% of 20"
    assert told_text(None) == ""
    assert [ago_text(days) for days in (None, 0, 1, 4)] == ["", "today", "1 day ago", "4 days ago"]
    assert [gap_text(days) for days in (None, 0, 16)] == ["", "1 day", "16 days"]
    assert last_sent_text(chen) == "64 days ago, usually one a day"


def test_how_late_it_was() -> None:
    facts: dict[str, Any] = {
        "contact_attempts": attempts("2026-03-03 call reached"),
        "partner_updates": updates("2026-03-06 text contacted"),
    }
    snapshot = journal_as_of_today(make_referral("Dana Ortiz", "2026-03-02", partner="sarah-chen", **facts))
    dues = scorecards(snapshot, last_twelve_months(TODAY)).cards[0].dues
    assert [due_text(snapshot, due) for due in late(dues)] == [
        "contacted Tue 3 Mar, told 3 working days later",
        "thanks due Mon 2 Mar, given 4 working days later",
    ]


def headline_of_late_and_later() -> str:
    """The last of the cards waits longest."""
    partners = [make_partner("jin-park"), make_partner("zoe-park")]
    late = [make_referral("P", "2026-03-05", partner="jin-park"), make_referral("Q", "2026-03-02", partner="zoe-park")]
    snapshot = journal_as_of_today(*late, *partners)
    rows = [row for card in scorecards(snapshot, last_twelve_months(TODAY)).cards for row in card.summary.waits]
    return headline(snapshot, sorted(rows, key=lambda row: row.partner))


def test_the_headline_names_who_waits() -> None:
    def rows(*partners: str) -> str:
        records = [make_referral(f"P {one}", "2026-03-02", partner=one) for one in partners]
        snapshot = journal_as_of_today(*records, *map(make_partner, partners))
        found = scorecards(snapshot, last_twelve_months(TODAY))
        return headline(snapshot, [row for card in found.cards for row in card.summary.waits])

    assert rows() == "no partner waits for word"
    assert rows("mike-tran") == "1 partner waits for word (Mike Tran)"
    assert rows("mike-tran", "jin-park") == "2 partners wait for word (Jin Park and Mike Tran)"
    assert headline_of_late_and_later() == "2 partners wait for word (Zoe Park and Jin Park)"
    assert rows("a-b", "c-d", "e-f", "g-h", "i-j") == "5 partners wait for word (A B, C D, E F and 2 more)"
