"""What comes next where nobody is stalled or at risk."""

import datetime as dt

from tests.factories import day, make_journal, make_partner, make_referral, updates
from textual_tracker.analytics.agenda import Meeting
from textual_tracker.analytics.next_up import next_up
from textual_tracker.analytics.partners.care import ToTell, untold
from textual_tracker.analytics.snapshot import Snapshot

TODAY = day("2026-03-10")
LEE = make_referral("Lee Ortiz", phone="555-0146")
SEEN = Snapshot(
    make_journal(
        make_partner("sarah-chen", name="Sarah Chen", phone="555-0199"),
        make_referral("Marcus Bell", partner="sarah-chen", partner_updates=updates("2026-02-26 text thanks")),
    ),
    TODAY,
)
SARAH = ToTell("sarah-chen", tuple(untold(SEEN, at_risk=True)))


def at(hour: int | None, *, passed: bool = False, date: str = "2026-03-10") -> Meeting:
    return Meeting(LEE, day(date), None if hour is None else dt.time(hour), passed)


def sentence(meetings: tuple[Meeting, ...] = (), tell: tuple[ToTell, ...] = (), listed: int = 0) -> str:
    found = next_up(SEEN, meetings, tell, listed)
    return "" if found is None else found.sentence


def test_the_appointment_of_today_comes_before_everything() -> None:
    assert sentence((at(14),), (SARAH,), 3) == "Next: 14:00 Lee Ortiz 555-0146"
    assert sentence((at(None),)) == "Next: today Lee Ortiz 555-0146"


def test_an_appointment_ahead_comes_before_one_of_which_to_say_what_happened() -> None:
    assert sentence((at(9, passed=True), at(14))) == "Next: 14:00 Lee Ortiz 555-0146"
    assert sentence((at(9, passed=True),)) == "Next: 09:00 Lee Ortiz 555-0146; held or no-show?"


def test_one_of_yesterday_stands_in_the_stalled_list() -> None:
    assert sentence((at(9, passed=True, date="2026-03-09"),)) == ""


def test_then_comes_the_partner_to_tell() -> None:
    says = "Next: tell Sarah Chen 555-0199; Marcus Bell: nothing heard for 8 working days"
    assert sentence((), (SARAH,), 3) == says


def test_then_the_weekdays_list() -> None:
    assert sentence(listed=1) == "Next: Tuesday's list, 1 person"
    assert sentence(listed=18) == "Next: Tuesday's list, 18 people"
    assert sentence() == ""
