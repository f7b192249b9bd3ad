"""What to do about words to partners that came late. The people of these tests came on 6 October 2025."""

from tests.analytics.diagnosis.made import diagnosed, people, tried, verdict
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
