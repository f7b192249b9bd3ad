"""The query language: words, quotes, negation, saved queries, and what is refused."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.analytics.query.journal import NAMES, found, refused
from textual_tracker.analytics.query.query import officer_of, parse_query
from textual_tracker.errors import UsageError


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("gomez", {"Ana Gomez"}),
        ("GOMEZ", {"Ana Gomez"}),
        ("o'hara", {"Bo O'Hara"}),
        ("sarah", {"New", "Ana Gomez"}),
        ("elm street", {"Bo O'Hara"}),
        ('"open house"', {"Bo O'Hara"}),
        ('"house open"', set()),
        ("open house", {"Bo O'Hara"}),
        ('"open hou', {"Bo O'Hara"}),  # a quote still open while it is typed
        ("first-time", {"New"}),
        ("5550142", {"Tried"}),
        ("555-0142", {"Tried"}),
        ("555.0142", {"Tried"}),
        ("stage:preapproved gomez", {"Ana Gomez"}),
        ("stage:preapproved partner:tran amount:<300k", {"Bo O'Hara"}),
        ("query", set()),
        ("501", set()),  # three digits are no phone number
        ("x5550142", set()),
        ("# zzz", set()),  # a number sign is no comment
    ],
)
def test_words_are_looked_for_everywhere_and_all_must_be_there(query: str, names: set[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("-is:open", {"Won", "Gone", "Rests"}),
        ("is:open -stage:preapproved -gomez", {"New", "Tried", "Met", "Sits", "Back"}),
        ('-"open house" stage:preapproved', {"Ana Gomez"}),
        ("-amount:>0", NAMES - {"Ana Gomez", "Bo O'Hara", "Won"}),
        ("-z", NAMES - {"Ana Gomez"}),
        ("stage:preapproved -hot", {"Bo O'Hara"}),
    ],
)
def test_a_minus_turns_a_term_round(query: str, names: set[str]) -> None:
    assert found(query) == names


class TestSaved:
    def test_by_its_name_alone_or_named(self) -> None:
        assert found("hot") == found("query:hot") == {"Ana Gomez"}

    def test_beside_other_terms_and_in_one_another(self) -> None:
        assert found("hotter") == {"Ana Gomez"}
        assert found("hot -hotter") == set()

    def test_one_that_stands_for_itself_is_refused(self) -> None:
        assert "stands for itself" in refused("loop")

    def test_one_that_is_not_there(self) -> None:
        assert refused("query:hott") == 'There is no saved query "hott" in journal.yaml. Did you mean "hot"?'

    def test_a_fault_in_one_is_said(self) -> None:
        assert '"stagee:"' in refused("broken")


class TestErrors:
    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ("stgae:lost", '"stgae:" is not something to search by. Did you mean "stage"?'),
            ("stage:contcted", 'there is no such stage. Did you mean "contacted"?'),
            ("source:realtr", "there is no such source."),
            ("is:stale", '"is:stale" is not a state. Did you mean "stalled"?'),
            ("rule:no_atempt", 'Did you mean "no_attempt"?'),
            ("reason:not_redy", 'Did you mean "not_ready"?'),
            ("outcome:won", "Known: open, nurture, closed, lost."),
            ("amount:lots", '"amount:" needs a number, like 300000, 300k, >300k or 200k..400k; "lots" is none.'),
            ("amount:>", '"amount:" needs a number'),
            ("received:3/6/2026", '"received:" needs a date, like 2026-03-02'),
            ("received:2026-02-30", '"received:" needs a date'),
            ("received:2026-13..", '"received:" needs a date'),
            ("received:0000", '"received:" needs a date'),
            ("stage:", '"stage:" needs a value after the colon.'),
            ("stage:,", '"stage:" needs a value after the colon.'),
            ("partner:,", '"partner:" needs a value after the colon.'),
            ("received:..", '"received:" needs a date'),
            ("amount:..", '"amount:" needs a number'),
        ],
    )
    def test_what_is_wrong_and_the_nearest_right_word(self, query: str, said: str) -> None:
        assert said in refused(query)

    @given(st.text() | st.lists(st.sampled_from(['"', "-", ":", "..", ">", "is", "hot", " ", "9"])).map("".join))
    @example("amount:" + "9" * 400)
    @example("received:-9999m..")
    def test_any_text_is_a_query_or_is_refused(self, text: str) -> None:
        with suppress(UsageError):
            assert found(text) <= NAMES


@pytest.mark.parametrize(
    ("query", "officer"),
    [
        ("officer:ana", "ana"),
        ("OFFICER:Ana is:open", "ana"),
        ('officer:"ana rivera"', "ana"),
        ("mine", "ana"),
        ("query:mine dana", "ana"),
        ("mine_too", "ana"),
        ("officer:a", ""),
        ("officer:ana,maria", ""),
        ("officer:ana officer:maria", ""),
        ("officer:a officer:soto", "maria"),
        ("-officer:ana", ""),
        ("-mine", ""),
        ("officer:nobody", ""),
        ("ana", ""),
        ("tag:officer:ana", ""),
    ],
)
def test_a_query_tells_which_officer_it_asks_for(query: str, officer: str) -> None:
    saved = {"mine": 'officer:"ana"', "mine_too": "mine is:open"}
    parsed = parse_query(query, saved)
    assert officer_of(parsed, {"ana": "Ana Rivera", "maria": "Maria Soto"}) == officer
    assert officer_of(parsed, {}) == ""
