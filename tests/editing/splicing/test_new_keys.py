"""Where a new key goes, and how it is written there."""

import pytest

from tests.editing.splicing.edited import edited
from textual_tracker.editing.edits import Append, Put


def test_a_new_key_follows_the_last_one_that_the_schema_names_before_it() -> None:
    text = "borrower: Dana\npartner: sarah-chen\nloan: {amount: 1}\nnotes: hi\n"
    assert edited(text, Put(("received",), "2026-03-02")) == (
        "borrower: Dana\npartner: sarah-chen\nreceived: 2026-03-02\nloan: {amount: 1}\nnotes: hi\n"
    )


def test_before_all_others_it_stands_below_the_modeline_and_above_their_comment() -> None:
    text = "# yaml-language-server: $schema=x\n# a good day\ncalls: 3\n"
    after = edited(text, Put(("date",), "2026-03-02"), kind="activity")
    assert after == "# yaml-language-server: $schema=x\ndate: 2026-03-02\n# a good day\ncalls: 3\n"


def test_the_persons_own_keys_stay_where_they_are_and_a_new_one_comes_last() -> None:
    text = "x-lead: 7\nborrower: Dana\nnotes: hi\n"
    assert edited(text, Put(("x-card",), "sent"), Put(("source",), "cpa")) == (
        "x-lead: 7\nborrower: Dana\nsource: cpa\nnotes: hi\nx-card: sent\n"
    )


def test_it_stands_before_the_blank_line_and_the_comment_of_what_follows() -> None:
    text = "borrower: Dana\n\n# how it went\ncontact_attempts:\n  - 2026-03-02\n"
    assert edited(text, Put(("partner",), "sarah-chen")) == (
        "borrower: Dana\npartner: sarah-chen\n\n# how it went\ncontact_attempts:\n  - 2026-03-02\n"
    )


def test_it_stands_behind_the_comments_that_are_indented_under_what_comes_before() -> None:
    text = "borrower: Dana\n\ncontact_attempts:\n  - 2026-03-02\n  # she is away until May\n\nnotes: hi\n"
    assert edited(text, Put(("appointment", "status"), "none")) == (
        "borrower: Dana\n\ncontact_attempts:\n  - 2026-03-02\n  # she is away until May\n"
        "\nappointment:\n  status: none\n\nnotes: hi\n"
    )


def test_sections_without_blank_lines_get_a_neighbour_without_one() -> None:
    text = "borrower: Dana\ncontact_attempts:\n- 2026-03-02\noutcome:\n    status: open\n"
    assert edited(text, Put(("appointment",), {"status": "set"})) == (
        "borrower: Dana\ncontact_attempts:\n- 2026-03-02\nappointment:\n    status: set\noutcome:\n    status: open\n"
    )


def test_a_new_list_is_indented_as_the_others_are() -> None:
    text = "borrower: Dana\ncontact_attempts:\n- 2026-03-02\n"
    assert edited(text, Append(("partner_updates",), {"date": "2026-03-03", "about": "thanks"})) == (
        "borrower: Dana\ncontact_attempts:\n- 2026-03-02\npartner_updates:\n- {date: 2026-03-03, about: thanks}\n"
    )


def test_short_groups_and_lists_of_words_stand_on_one_line() -> None:
    assert edited(
        "borrower: Dana\n",
        Put(("loan",), {"amount": 385000, "program": "fha"}),
        Put(("next_step",), {"action": "collect pay stubs", "due": "2026-03-12"}),
        Append(("tags",), "first-time-buyer"),
    ) == (
        "borrower: Dana\n"
        "loan: {program: fha, amount: 385000}\n"
        "next_step: {due: 2026-03-12, action: collect pay stubs}\n"
        "tags: [first-time-buyer]\n"
    )


def test_a_group_within_a_section_stands_on_lines_and_its_entries_on_one_each() -> None:
    moved = {"date": "2026-04-06", "what": "expected_close", "from": "2026-04-24"}
    text = "borrower: Dana\napplication:\n  status: in_process\n  expected_close: 2026-04-28\n"
    assert edited(text, Append(("application", "moved"), moved)) == (
        text + "  moved:\n    - {date: 2026-04-06, what: expected_close, from: 2026-04-24}\n"
    )


def test_a_name_alone_becomes_a_group_when_more_is_known() -> None:
    text = "borrower: 'Dana Ortiz'   # with an i\npartner: sarah-chen\n"
    assert edited(text, Put(("borrower", "phone"), "555-0142")) == (
        "borrower:   # with an i\n  name: 'Dana Ortiz'\n  phone: 555-0142\npartner: sarah-chen\n"
    )


def test_a_day_alone_becomes_a_group_when_more_is_known_and_its_neighbours_stay() -> None:
    text = "borrower: Dana\ncontact_attempts:\n  - 2026-03-02\n  - 2026-03-03T10:15  # from the car\n"
    assert edited(text, Put(("contact_attempts", 1, "result"), "reached")) == (
        "borrower: Dana\ncontact_attempts:\n  - 2026-03-02\n"
        "  - {date: 2026-03-03T10:15, result: reached}  # from the car\n"
    )


def test_braces_over_several_lines_get_a_line_more() -> None:
    text = "borrower: Dana\nloan: {\n  purpose: purchase,   # first home\n  amount: 385000   # asked twice\n}\n"
    assert edited(text, Put(("loan", "program"), "fha"), Put(("loan", "x-rate"), "6")) == (
        "borrower: Dana\nloan: {\n  purpose: purchase,   # first home\n  program: fha,\n"
        '  amount: 385000,   # asked twice\n  x-rate: "6"\n}\n'
    )


def test_in_a_file_in_an_order_of_its_own_it_follows_its_nearest_neighbour() -> None:
    text = "borrower: Dana\ncontact_attempts:\n- 2026-03-02\nreceived: 2026-03-02\n"
    assert edited(text, Put(("appointment", "status"), "set")) == (
        "borrower: Dana\ncontact_attempts:\n- 2026-03-02\nappointment:\n  status: set\nreceived: 2026-03-02\n"
    )


def test_behind_what_is_empty_between_braces() -> None:
    text = "borrower: Dana\nloan: {purpose: , amount: 1}\n"
    assert edited(text, Put(("loan", "program"), "fha")) == (
        "borrower: Dana\nloan: {purpose: , program: fha, amount: 1}\n"
    )
    text = "borrower: Dana\nloan: {\n  purpose:   # which?\n}\n"
    assert edited(text, Put(("loan", "program"), "fha")) == (
        "borrower: Dana\nloan: {\n  purpose: ,   # which?\n  program: fha\n}\n"
    )


def test_braces_keep_their_blanks_and_their_last_comma() -> None:
    text = "borrower: Dana\nloan: { purpose: purchase , amount: 1, }\n"
    assert edited(text, Put(("loan", "program"), "fha")) == (
        "borrower: Dana\nloan: { purpose: purchase, program: fha , amount: 1, }\n"
    )


def test_the_first_key_behind_a_dash_gives_way() -> None:
    text = "borrower: Dana\ncontact_attempts:\n  -   channel: call\n      result: reached\n"
    assert edited(text, Put(("contact_attempts", 0, "date"), "2026-03-02")) == (
        "borrower: Dana\ncontact_attempts:\n  -   date: 2026-03-02\n      channel: call\n      result: reached\n"
    )


def test_a_whole_record_in_braces_stays_in_braces() -> None:
    assert (
        edited("{borrower: Dana, notes: hi}\n", Put(("borrower", "phone"), "555-0142"), Put(("loan", "amount"), 385000))
        == "{borrower: {name: Dana, phone: 555-0142}, loan: {amount: 385000}, notes: hi}\n"
    )


def test_blank_lines_that_belong_to_a_text_stay_with_it() -> None:
    text = "borrower: Dana\noutcome:\n  note: |+\n    two blank lines\n\n\nnotes: hi\n"
    assert edited(text, Append(("partner_updates",), {"date": "2026-03-02"})) == (
        "borrower: Dana\noutcome:\n  note: |+\n    two blank lines\n\n\n"
        "partner_updates:\n  - {date: 2026-03-02}\nnotes: hi\n"
    )


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        (  # nothing of the text at the end of the file becomes another
            "notes: |\n  two",
            Put(("x-foo",), "bar"),
            "x-foo: bar\nnotes: |\n  two",
        ),
        (  # a new section before it, parted as it is itself
            "\nnotes: |\n  two",
            Put(("appointment",), {"status": "set", "date": "2026-03-09", "note": "hi"}),
            "\nappointment:\n  status: set\n  date: 2026-03-09\n  note: hi\n\nnotes: |\n  two",
        ),
        (
            "log:\n  - by: ana\n    note: |\n      two",
            Put(("log", 0, "x-foo"), "bar"),
            "log:\n  - by: ana\n    x-foo: bar\n    note: |\n      two",
        ),
        (
            "log:\n  - note: |\n      two",
            Put(("log", 0, "x-foo"), "bar"),
            "log:\n  - x-foo: bar\n    note: |\n      two",
        ),
        ("notes: |\n  two\n", Put(("x-foo",), "bar"), "notes: |\n  two\nx-foo: bar\n"),
        ("notes: |-\n  two", Put(("x-foo",), "bar"), "notes: |-\n  two\nx-foo: bar"),
    ],
)
def test_a_text_without_an_end_stays_the_last(before: str, edit: Put, after: str) -> None:
    assert edited("borrower: Dana\n" + before, edit) == "borrower: Dana\n" + after
