"""Ids that went and live on under another name. Dana's file stands for any."""

from msgspec.structs import replace

from tests.factories import make_journal, make_partner, make_referral
from textual_tracker.core.records import Referral
from textual_tracker.tui.renames import MOST_LOST, renamed

DANA = make_referral("Dana Ortiz", id="2026-03-02-dana-ortiz", phone="555-0142")
LATER = make_referral("Dana Ortiz", "2026-03-03", id="2026-03-03-dana-ortiz", phone="555-0142")
LEE = make_referral("Jo Lee", id="2026-03-02-jo-lee")
NOBODY = make_journal()


def named(referral: Referral, record_id: str) -> Referral:
    """The same file under another name."""
    return replace(referral, id=record_id, path=f"referrals/2026/{record_id}.yaml")


def test_a_file_that_got_another_day_in_its_name_is_the_same_referral() -> None:
    assert renamed(make_journal(DANA, LEE), make_journal(LATER, LEE), {}) == {DANA.id: LATER.id}


def test_so_it_is_where_the_old_file_seemed_to_be_there_for_another_look() -> None:
    assert renamed(make_journal(DANA), make_journal(DANA, LATER), {}) == {}
    assert renamed(make_journal(DANA, LATER), make_journal(LATER), {}) == {DANA.id: LATER.id}


def test_one_that_says_anything_else_is_somebody_else() -> None:
    assert renamed(make_journal(DANA), make_journal(replace(LATER, phone="555-0143")), {}) == {}


def test_where_two_could_be_it_none_is() -> None:
    assert renamed(make_journal(DANA), make_journal(LATER, named(DANA, "dana")), {}) == {}


def test_a_chain_of_renames_leads_to_its_end() -> None:
    second = named(DANA, "dana")
    known = renamed(make_journal(DANA), make_journal(LATER), {})
    assert renamed(make_journal(LATER), make_journal(second), known) == {DANA.id: "dana", LATER.id: "dana"}


def test_an_id_that_is_in_use_again_leads_nowhere_else() -> None:
    known = {DANA.id: LATER.id}
    assert renamed(make_journal(LATER), make_journal(DANA), known) == {LATER.id: DANA.id}
    assert renamed(make_journal(LATER), make_journal(LATER, DANA), known) == {}


def test_what_is_known_stays_known_while_the_journal_is_away() -> None:
    known = {DANA.id: LATER.id}
    assert renamed(make_journal(LATER), NOBODY, known) == known


def test_a_partner_is_followed_too() -> None:
    before, after = make_partner("sarah-chen"), make_partner("sarah-chen-li", name="Sarah Chen")
    assert renamed(make_journal(before), make_journal(after), {}) == {"sarah-chen": "sarah-chen-li"}


def test_nothing_is_looked_for_where_very_many_went_at_once() -> None:
    many = [named(replace(DANA, name=f"Person {number}"), f"a-{number}") for number in range(MOST_LOST + 1)]
    moved = [named(person, f"b{person.id}") for person in many]
    assert renamed(make_journal(*many), make_journal(*moved), {}) == {}
    assert len(renamed(make_journal(*many[1:]), make_journal(*moved), {})) == MOST_LOST
