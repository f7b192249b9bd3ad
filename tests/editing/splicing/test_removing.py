"""What goes, and what goes with it; comments stay, and one that stood behind it gets a line of its own."""

import pytest

from tests.editing.splicing.edited import edited
from textual_tracker.editing.edits import Remove
from textual_tracker.reading.paths import Path

HEAD = "borrower: Dana\n"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (("partner",), "partner: mike-tran  # his card\nnotes: hi\n", "# his card\nnotes: hi\n"),
        (("partner",), "# who\npartner: mike-tran\nnotes: hi\n", "# who\nnotes: hi\n"),
        (("notes",), "notes: |\n  one\n  # of it\n\n# not of it\ntags: [a]\n", "\n# not of it\ntags: [a]\n"),
        (  # one blank line between sections is enough
            ("appointment",),
            "\nappointment:\n  status: set\n\nnotes: hi\n",
            "\nnotes: hi\n",
        ),
        (  # a comment within what goes stays, and so does one behind it
            ("appointment",),
            "\nappointment:\n  status: set\n  # by phone\n  date: 2026-03-09\n  # at ten\n\nnotes: hi\n",
            "\n# by phone\n  # at ten\n\nnotes: hi\n",
        ),
        (("appointment",), "\nappointment:\n  status: set\n", ""),
        (  # a group that holds nothing else goes with its last key
            ("application", "moved", 0, "note"),
            "application:\n  moved:\n    - {note: hi}\nnotes: hi\n",
            "notes: hi\n",
        ),
        (("loan", "amount"), "loan: {purpose: purchase, amount: 1}\n", "loan: {purpose: purchase}\n"),
        (("loan", "purpose"), "loan: {purpose: purchase, amount: 1}\n", "loan: {amount: 1}\n"),
        (("loan", "amount"), "loan: { amount: 1 }\nnotes: hi\n", "notes: hi\n"),
        (("tags", 1), "tags: [a, b, c]\n", "tags: [a, c]\n"),
        (("tags", 0), "tags:\n- a  # c\n- b\n", "tags:\n# c\n- b\n"),
        (  # a line of its own between braces
            ("loan", "program"),
            "loan: {\n  purpose: purchase,\n  # asked twice\n  program: fha,   # or va\n  amount: 1\n}\n",
            "loan: {\n  purpose: purchase,\n  # asked twice\n  # or va\n  amount: 1\n}\n",
        ),
        (  # behind a dash the next key moves up
            ("log", 0, "date"),
            "log:\n  - date: 2026-03-02\n    note: hi\n",
            "log:\n  - note: hi\n",
        ),
        (  # but no comment does
            ("log", 0, "date"),
            "log:\n  - date: 2026-03-02\n    # c\n    note: hi\n",
            "log:\n  -\n    # c\n    note: hi\n",
        ),
        (  # unless it can stand above
            ("log", 0, "date"),
            "log:\n  - date: 2026-03-02  # c\n    note: hi\n",
            "log:\n  # c\n  - note: hi\n",
        ),
        (  # of a group, those behind its lines as well
            ("appointment",),
            "appointment:   # by phone\n  status: set  # a\n  # at home\n  date: 2026-03-09  # at noon\ntags: [a]\n",
            "# by phone\n# a\n# at home\n# at noon\ntags: [a]\n",
        ),
        (  # of a block of text
            ("notes",),
            "notes: |   # of March\n  one\ntags: [a]\n",
            "# of March\ntags: [a]\n",
        ),
        (  # the last in braces over several lines
            ("loan", "amount"),
            "loan: {purpose: purchase,   # a condo\n       amount: 1   # or more\n}\n",
            "loan: {purpose: purchase,   # a condo\n       # or more\n}\n",
        ),
        (  # not the last of its line in braces
            ("loan", "purpose"),
            "loan: {purpose: purchase, amount: 1,   # or more\n  program: fha}\n",
            "loan: {amount: 1,   # or more\n  program: fha}\n",
        ),
        (  # behind the braces, it is the group's
            ("loan", "amount"),
            "loan: {purpose: purchase, amount: 1}   # a condo\n",
            "loan: {purpose: purchase}   # a condo\n",
        ),
        (("notes",), "notes: hi   # c", "# c"),  # no end of the last line
        (("officer",), "notes: hi\n", "notes: hi\n"),  # nothing there, nothing done
    ],
)
def test_removing(path: Path, before: str, after: str) -> None:
    assert edited(HEAD + before, Remove(path)) == HEAD + after
