"""A new entry of a list, in the style of the last one."""

import pytest

from tests.editing.splicing.edited import edited
from textual_tracker.editing.edits import Append

ENTRY = {"channel": "call", "date": "2026-03-10"}
HEAD = "borrower: Dana\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # braces, a line each
            "contact_attempts:\n  - {date: 2026-03-02}\n",
            "contact_attempts:\n  - {date: 2026-03-02}\n  - {date: 2026-03-10, channel: call}\n",
        ),
        (  # dashes right under the key
            "contact_attempts:\n- {date: 2026-03-02}\nnotes: hi\n",
            "contact_attempts:\n- {date: 2026-03-02}\n- {date: 2026-03-10, channel: call}\nnotes: hi\n",
        ),
        (  # a key a line
            "contact_attempts:\n    - date: 2026-03-02\n      note: hi\n",
            "contact_attempts:\n    - date: 2026-03-02\n      note: hi\n    - date: 2026-03-10\n      channel: call\n",
        ),
        (  # a wide gap behind the dash
            "contact_attempts:\n-   date: 2026-03-02\n    note: hi\n",
            "contact_attempts:\n-   date: 2026-03-02\n    note: hi\n-   date: 2026-03-10\n    channel: call\n",
        ),
        (  # bare days
            "contact_attempts:\n  - 2026-03-02   # left a card\n",
            "contact_attempts:\n  - 2026-03-02   # left a card\n  - {date: 2026-03-10, channel: call}\n",
        ),
        (  # brackets
            "contact_attempts: [2026-03-02]   # so far\n",
            "contact_attempts: [2026-03-02, {date: 2026-03-10, channel: call}]   # so far\n",
        ),
        (  # brackets over several lines
            "contact_attempts: [\n  2026-03-02,  # left a card\n  2026-03-03\n]\n",
            (
                "contact_attempts: [\n  2026-03-02,  # left a card\n  2026-03-03,\n"
                "  {date: 2026-03-10, channel: call}\n]\n"
            ),
        ),
        (  # nothing yet
            "contact_attempts:   # none yet\nnotes: hi\n",
            "contact_attempts:   # none yet\n  - {date: 2026-03-10, channel: call}\nnotes: hi\n",
        ),
        (  # nothing yet, in brackets
            "contact_attempts: []   # none yet\nnotes: hi\n",
            "contact_attempts:   # none yet\n  - {date: 2026-03-10, channel: call}\nnotes: hi\n",
        ),
        (  # nothing yet, by its sign
            "contact_attempts: ~\n",
            "contact_attempts:\n  - {date: 2026-03-10, channel: call}\n",
        ),
        (  # the comment of the last entry stays with it, that of the next section as well
            "contact_attempts:\n  - date: 2026-03-02\n    # she was driving\n# the end\nnotes: hi\n",
            (
                "contact_attempts:\n  - date: 2026-03-02\n    # she was driving\n"
                "  - date: 2026-03-10\n    channel: call\n# the end\nnotes: hi\n"
            ),
        ),
        (  # no end of the last line
            "contact_attempts:\n  - {date: 2026-03-02}",
            "contact_attempts:\n  - {date: 2026-03-02}\n  - {date: 2026-03-10, channel: call}",
        ),
        (  # a text at the end, which would have grown by an end of line
            "contact_attempts:\n  - note: |\n      hi",
            "contact_attempts:\n  - note: |-\n      hi\n  - date: 2026-03-10\n    channel: call",
        ),
    ],
)
def test_an_entry_is_written_as_the_others_are(before: str, after: str) -> None:
    assert edited(HEAD + before, Append(("contact_attempts",), ENTRY)) == HEAD + after


def test_words_in_brackets() -> None:
    assert edited(HEAD + "tags: [ vip ]\n", Append(("tags",), "a, b")) == HEAD + 'tags: [ vip, "a, b" ]\n'


def test_words_on_lines() -> None:
    assert edited(HEAD + "tags:\n  - vip\n", Append(("tags",), "02134")) == HEAD + 'tags:\n  - vip\n  - "02134"\n'


def test_text_of_several_lines_stands_in_quotes_between_braces() -> None:
    after = edited(HEAD, Append(("log",), {"date": "2026-03-10", "note": "one\ntwo"}))
    assert after == HEAD + 'log:\n  - {date: 2026-03-10, note: "one\\ntwo"}\n'
