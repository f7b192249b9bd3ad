"""Edits touch their own line: what a file says before, the edit, and what it says after."""

from tests.editing.splicing.edited import edited
from textual_tracker.editing.edits import Append, Put, Remove
from textual_tracker.editing.splicing.splice import splice

PLAIN = """\
# yaml-language-server: $schema=../../.schema/referral.schema.json
borrower:
  name: Lee Ortiz
  phone: 555-0146
partner: sarah-chen
received: 2026-03-05T13:30
loan: {purpose: purchase, amount: 310000}

contact_attempts:
  - {date: 2026-03-05T13:50, channel: call, result: left_message}
  - {date: 2026-03-06, channel: text}

partner_updates:
  - {date: 2026-03-05, channel: text, about: thanks}
"""
LAST_ATTEMPT = "  - {date: 2026-03-06, channel: text}\n"


def test_a_contact_is_one_line_more() -> None:
    entry = {"date": "2026-03-10", "result": "reached", "channel": "call"}
    after = edited(PLAIN, Append(("contact_attempts",), entry))
    assert after == PLAIN.replace(
        LAST_ATTEMPT, LAST_ATTEMPT + "  - {date: 2026-03-10, channel: call, result: reached}\n"
    )


def test_a_value_changes_alone_on_its_line() -> None:
    after = edited(PLAIN, Put(("borrower", "phone"), "5550142"))
    assert after == PLAIN.replace("555-0146", '"5550142"')


def test_a_new_section_has_a_blank_line_before_it_as_the_others_have() -> None:
    appointment = {"status": "set", "date": "2026-03-12T14:00", "set": "2026-03-10"}
    after = edited(PLAIN, Put(("appointment",), appointment))
    lines = "\nappointment:\n  status: set\n  set: 2026-03-10\n  date: 2026-03-12T14:00\n"
    assert after == PLAIN.replace(LAST_ATTEMPT, LAST_ATTEMPT + lines)


def test_a_key_in_braces_goes_to_its_place_on_the_line() -> None:
    after = edited(PLAIN, Put(("loan", "program"), "fha"))
    assert after == PLAIN.replace("purchase, amount", "purchase, program: fha, amount")


def test_what_is_removed_takes_its_line_with_it() -> None:
    assert edited(PLAIN, Remove(("borrower", "phone"))) == PLAIN.replace("  phone: 555-0146\n", "")


def test_edits_are_made_one_after_the_other() -> None:
    after = edited(
        "borrower: Dana Ortiz\n",
        Append(("contact_attempts",), {"date": "2026-03-02"}),
        Put(("contact_attempts", 0, "note"), "asked about fha"),
        Put(("appointment", "status"), "set"),
    )
    assert after == (
        "borrower: Dana Ortiz\n"
        "\n"
        "contact_attempts:\n"
        "  - {date: 2026-03-02, note: asked about fha}\n"
        "\n"
        "appointment:\n"
        "  status: set\n"
    )


def test_what_is_there_already_is_not_written_again() -> None:
    text = "borrower:   'Dana Ortiz'   # as on her card\n"
    assert edited(text, Put(("borrower",), "Dana Ortiz"), Remove(("partner",))) == text


def test_no_edits_change_nothing() -> None:
    assert edited(PLAIN) == PLAIN


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    before = b"\xef\xbb\xbfborrower: Dana \xf0\x9f\x8f\xa1\r\nnotes: |\r\n  one\r\n"
    after = splice("referral", before, [Put(("source",), "cpa"), Put(("notes",), "one\ntwo\n")])
    assert after == b"\xef\xbb\xbfborrower: Dana \xf0\x9f\x8f\xa1\r\nsource: cpa\r\nnotes: |\r\n  one\r\n  two\r\n"


def test_in_a_file_of_mixed_line_ends_a_new_line_ends_as_the_one_before_it() -> None:
    before = "borrower: Dana\r\npartner: sarah-chen\r\nofficer: ana\n"
    assert edited(before, Put(("source",), "cpa")) == (
        "borrower: Dana\r\nsource: cpa\r\npartner: sarah-chen\r\nofficer: ana\n"
    )
    assert edited(before, Append(("log",), {"note": "hi"})) == before + "log:\n  - {note: hi}\n"
    assert edited("loan: {\n  amount: 1\n}\r\n", Put(("loan", "program"), "fha")) == (
        "loan: {\n  program: fha,\n  amount: 1\n}\r\n"
    )
    assert edited("source: cpa\nofficer: ana", Put(("x-new",), "b")) == "source: cpa\nofficer: ana\nx-new: b"
    assert edited("source: cpa\r\nofficer: ana", Put(("x-new",), "b")) == "source: cpa\r\nofficer: ana\r\nx-new: b"


def test_a_last_line_without_an_end_stays_one() -> None:
    assert edited("borrower: Dana", Put(("source",), "cpa")) == "borrower: Dana\nsource: cpa"
    assert edited("borrower: Dana\nsource: cpa", Remove(("source",))) == "borrower: Dana"


def test_a_document_may_begin_and_end_with_its_marks() -> None:
    after = edited("---\nborrower: Dana\n...\n# end\n", Put(("source",), "cpa"))
    assert after == "---\nborrower: Dana\nsource: cpa\n...\n# end\n"
