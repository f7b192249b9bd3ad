"""Edits that touch only their own line: what a file says before, the edit, and what it says after."""

from textual_tracker.editing.edits import Append, Put
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


def test_a_contact_is_one_line_more() -> None:
    entry = {"date": "2026-03-10", "result": "reached", "channel": "call"}
    after = splice("referral", PLAIN.encode(), [Append(("contact_attempts",), entry)]).decode()
    last = "  - {date: 2026-03-06, channel: text}\n"
    assert after == PLAIN.replace(last, last + "  - {date: 2026-03-10, channel: call, result: reached}\n")


def test_a_section_goes_to_its_place_with_a_blank_line_as_the_others_have_it() -> None:
    appointment = {"status": "set", "date": "2026-03-12T14:00", "set": "2026-03-10"}
    after = splice("referral", PLAIN.encode(), [Put(("appointment",), appointment)]).decode()
    last = "  - {date: 2026-03-06, channel: text}\n"
    assert after == PLAIN.replace(
        last, last + "\nappointment:\n  status: set\n  set: 2026-03-10\n  date: 2026-03-12T14:00\n"
    )


def test_a_value_changes_alone_on_its_line() -> None:
    after = splice("referral", PLAIN.encode(), [Put(("borrower", "phone"), "5550142")]).decode()
    assert after == PLAIN.replace("555-0146", '"5550142"')
