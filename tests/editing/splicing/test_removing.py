"""What goes, and what goes with it; comment lines stay."""

import pytest

from tests.editing.splicing.edited import edited
from textual_tracker.editing.edits import Remove
from textual_tracker.reading.paths import Path

HEAD = "borrower: Dana\n"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (("partner",), "partner: mike-tran  # his card\nnotes: hi\n", "notes: hi\n"),
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
        (("tags", 0), "tags:\n- a  # c\n- b\n", "tags:\n- b\n"),
        (  # a line of its own between braces
            ("loan", "program"),
            "loan: {\n  purpose: purchase,\n  # asked twice\n  program: fha,   # or va\n  amount: 1\n}\n",
            "loan: {\n  purpose: purchase,\n  # asked twice\n  amount: 1\n}\n",
        ),
        (  # behind a dash the next key moves up
            ("log", 0, "date"),
            "log:\n  - date: 2026-03-02  # c\n    note: hi\n",
            "log:\n  - note: hi\n",
        ),
        (  # but no comment does
            ("log", 0, "date"),
            "log:\n  - date: 2026-03-02\n    # c\n    note: hi\n",
            "log:\n  -\n    # c\n    note: hi\n",
        ),
        (("officer",), "notes: hi\n", "notes: hi\n"),  # nothing there, nothing done
    ],
)
def test_removing(path: Path, before: str, after: str) -> None:
    assert edited(HEAD + before, Remove(path)) == HEAD + after
