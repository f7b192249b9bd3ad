"""The results of some referrals of a window: those of a partner, say."""

from tests.analytics.results.small import DANA, LEE, SMALL, TODAY, found
from textual_tracker.analytics.results.results import results
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import last_twelve_months

WINDOW = last_twelve_months(TODAY)


def test_only_those_count_of_whom_it_is_said() -> None:
    kept = results(Snapshot(SMALL, TODAY), WINDOW, keep=lambda referral: referral.partner == "sarah-chen")
    assert [member.referral for member in kept.members] == [DANA, LEE]
    assert (kept.received, kept.closed, kept.lost, kept.open, kept.nurture) == (2, 1, 1, 0, 0)
    assert (kept.faulty, kept.no_referrals) == ((), 0)
    assert [(row.key, row.received) for row in kept.by_partner] == [("sarah-chen", 2)]
    assert kept.ratios.applications_per_closing.numerator == 1


def test_whoever_keeps_all_changes_nothing() -> None:
    assert results(Snapshot(SMALL, TODAY), WINDOW, keep=lambda _: True) == found()
