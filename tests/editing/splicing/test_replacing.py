"""A value in the place of another: the rest of the line stays."""

import pytest

from tests.editing.splicing.edited import edited
from textual_tracker.editing.edits import Put, Remove


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("partner: mike-tran   # his card\n", "partner: sarah-chen   # his card\n"),
        ("partner: 'mike-tran'\n", "partner: 'sarah-chen'\n"),
        ('partner:   "mike-tran"\n', 'partner:   "sarah-chen"\n'),
        ("partner:\n", "partner: sarah-chen\n"),
        ("partner:   \n", "partner: sarah-chen\n"),
        ("partner:   # who?\n", "partner: sarah-chen   # who?\n"),
        ("partner: ~  # who?\n", "partner: sarah-chen  # who?\n"),
        ("partner:\n  # who?\n  mike-tran\n", "partner:\n  # who?\n  sarah-chen\n"),
        ("partner: mike\n  tran  # two lines\n", "partner: sarah-chen  # two lines\n"),
        ("partner: |  # a text\n  mike\n  tran\n\nofficer: ana\n", "partner: sarah-chen  # a text\n\nofficer: ana\n"),
        ("partner: >-\n  mike\n# not of it\nofficer: ana\n", "partner: sarah-chen\n# not of it\nofficer: ana\n"),
        ("partner: mike-tran", "partner: sarah-chen"),
    ],
)
def test_one_line_for_another(before: str, after: str) -> None:
    assert edited("borrower: Dana\n" + before, Put(("partner",), "sarah-chen")) == "borrower: Dana\n" + after


def test_a_quote_that_the_old_text_needed_stays_where_the_new_one_needs_it_too() -> None:
    text = "borrower: 'NO'\n"
    assert edited(text, Put(("borrower",), "YES")) == "borrower: 'YES'\n"
    assert edited(text, Put(("borrower",), "Dana")) == "borrower: Dana\n"
    assert edited("borrower: 'the \"big\" one'\n", Put(("borrower",), "YES")) == 'borrower: "YES"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("notes: hi  # c\n", "notes: |  # c\n  one\n\n  two\n"),
        ("notes: 'hi'\n", "notes: |\n  one\n\n  two\n"),
        ("notes:\n", "notes: |\n  one\n\n  two\n"),
        ("notes: >-  # c\n     hi\n\n# end\n", "notes: |  # c\n     one\n\n     two\n\n# end\n"),
        ("notes: hi", "notes: |\n  one\n\n  two\n"),
        ("notes: hi\n  # two lines may follow\n", 'notes: "one\\n\\ntwo\\n"\n  # two lines may follow\n'),
    ],
)
def test_text_of_several_lines_is_a_block(before: str, after: str) -> None:
    assert edited("borrower: Dana\n" + before, Put(("notes",), "one\n\ntwo\n")) == "borrower: Dana\n" + after


def test_a_text_without_an_end_of_its_last_line_says_so() -> None:
    assert edited("borrower: Dana\n", Put(("notes",), "one\ntwo")) == "borrower: Dana\nnotes: |-\n  one\n  two\n"


def test_a_text_that_no_block_can_hold_stands_in_quotes() -> None:
    after = edited("borrower: Dana\n", Put(("notes",), "  indented\ntwo\n"))
    assert after == 'borrower: Dana\nnotes: "  indented\\ntwo\\n"\n'


def test_what_is_empty_between_braces_is_filled_there() -> None:
    text = "borrower: Dana\nloan: {purpose, program: , amount: ~}\n"
    after = edited(
        text, Put(("loan", "purpose"), "purchase"), Put(("loan", "program"), "fha"), Put(("loan", "amount"), 1)
    )
    assert after == "borrower: Dana\nloan: {purpose: purchase, program: fha, amount: 1}\n"


def test_a_number_in_quotes_loses_them_where_the_schema_wants_a_number() -> None:
    text = 'borrower: Dana\nloan: {amount: "385000"}\n'
    assert edited(text, Put(("loan", "amount"), 385000)) == "borrower: Dana\nloan: {amount: 385000}\n"


def test_a_group_changes_where_it_differs() -> None:
    text = (
        "borrower: Dana\n"
        "appointment:\n"
        "  status: 'set'     # by phone\n"
        "  # her kitchen table\n"
        "  date: 2026-03-09T14:00\n"
        "  note: bring the file\n"
    )
    after = edited(text, Put(("appointment",), {"status": "held", "date": "2026-03-09T14:00", "set": "2026-03-05"}))
    assert after == (
        "borrower: Dana\n"
        "appointment:\n"
        "  status: 'held'     # by phone\n"
        "  set: 2026-03-05\n"
        "  # her kitchen table\n"
        "  date: 2026-03-09T14:00\n"
    )


def test_a_list_changes_where_it_differs() -> None:
    text = "borrower: Dana\nalso_tell:\n  - mike-tran  # the other side\n  - jin-park\n  - pat-kowalski\n"
    assert edited(text, Put(("also_tell",), ["mike-tran", "luz-ortega"])) == (
        "borrower: Dana\nalso_tell:\n  - mike-tran  # the other side\n  - luz-ortega\n"
    )


def test_a_group_can_become_a_value_and_its_comment_lines_stay() -> None:
    text = "borrower:  # c\n  name: Dana\n  # prefers texts\n  phone: 555-0142\nnotes: hi\n"
    assert edited(text, Put(("borrower",), "Dana Ortiz")) == "borrower: Dana Ortiz  # c\n# prefers texts\nnotes: hi\n"


def test_one_of_several_entries_in_brackets() -> None:
    text = "borrower: Dana\ntags: [a, 'b', c]\n"
    assert edited(text, Put(("tags", 1), "it's")) == "borrower: Dana\ntags: [a, 'it''s', c]\n"


def test_an_entry_may_be_put_at_the_end_of_a_list() -> None:
    assert edited("borrower: Dana\ntags: [a]\n", Put(("tags", 1), "b")) == "borrower: Dana\ntags: [a, b]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("loan: {amount: 385,000}\n", "loan: {amount: 5000}\n"),
        ("loan: {purpose: purchase, amount: 1,385,000, program: fha}  # c\n", None),
        ("loan: {amount: 385, 000}\n", "loan: {amount: 5000}\n"),
        ("loan: {\n  amount: $385,000.00,\n}\n", "loan: {\n  amount: 5000,\n}\n"),
    ],
)
def test_a_number_takes_the_place_of_all_that_commas_cut(before: str, after: str | None) -> None:
    after = after or "loan: {purpose: purchase, amount: 5000, program: fha}  # c\n"
    assert edited("borrower: Dana\n" + before, Put(("loan", "amount"), 5000)) == "borrower: Dana\n" + after


def test_so_it_does_as_part_of_a_group_and_goes_as_a_whole() -> None:
    text = "borrower: Dana\nloan: {purpose: purchase, amount: 385,000}\n"
    assert edited(text, Put(("loan",), {"amount": 5000})) == "borrower: Dana\nloan: {amount: 5000}\n"
    assert edited(text, Remove(("loan", "amount"))) == "borrower: Dana\nloan: {purpose: purchase}\n"


def test_a_text_before_a_key_of_digits_is_no_number() -> None:
    text = "borrower: {name: Dana, phone: 555, 014}\n"
    assert edited(text, Put(("borrower", "phone"), "555-0142")) == "borrower: {name: Dana, phone: 555-0142, 014}\n"
