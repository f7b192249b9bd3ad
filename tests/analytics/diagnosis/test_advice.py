"""What to do about a step, and about words to partners that came late. Everybody here came on 6 October 2025."""

from tests.analytics.diagnosis.made import CALLED, CLOSED, diagnosed, lost, people, tried, verdict
from tests.factories import make_partner, updates


def test_the_advice_names_who_waited_for_most_of_what_came_late() -> None:
    told = updates("2025-10-06 text thanks")
    found = diagnosed(
        people(7, tried(1), partner="sarah-chen", partner_updates=told),
        people(4, tried(1), partner="sarah-chen"),
        people(3, tried(1), partner="mike-tran"),
        [make_partner("sarah-chen"), make_partner("mike-tran")],
    )
    advice = verdict("told", found).advice  # 4 of Sarah's 11 are more than all 3 of Mike's
    assert advice.startswith("Sarah Chen waited most: 36% of 11 words came late, or never. Tell the partner on")


def test_of_few_words_and_of_equally_many_late_ones() -> None:
    told = updates("2025-10-06 text thanks")
    found = diagnosed(
        people(4, tried(1), partner="sarah-chen"),
        people(2, tried(1), partner="sarah-chen", partner_updates=told),
        people(4, tried(1), partner="mike-tran"),
        [make_partner("sarah-chen"), make_partner("mike-tran")],
    )
    assert verdict("told", found).advice.startswith("Mike Tran waited most: 4 of 4 words came late")


def test_all_of_them_are_said_to_be_all() -> None:
    found = diagnosed(people(12, lost("went_cold", **CALLED)))
    assert verdict("contacted_to_set", found).advice.startswith("All 12 went cold. Let no talk end without a day")
    found = diagnosed(people(12, lost("went_cold", **CALLED)), people(1, lost("chose_other_lender_rate", **CALLED)))
    begin = "Of the 13 who did not, 12 went cold and 1 chose another lender for the rate. "
    assert verdict("contacted_to_set", found).advice.startswith(begin)


def test_those_who_are_stalled_by_one_rule_and_were_tried_once() -> None:
    found = diagnosed(people(12, tried(1)))
    assert verdict("stalled", found).advice.startswith("For all of them it is “no answer”. ")
    assert verdict("six_attempts", found).advice.startswith("They were tried once on average. ")
    found = diagnosed(people(8, tried(1)), people(4, tried(3)), people(3, CLOSED), people(4, CALLED))
    assert verdict("stalled", found).advice.startswith("For 12 of them it is “no answer”. ")
    assert verdict("six_attempts", found).advice.startswith("They were tried 1.7 times on average. ")
