"""Comments behind values: they stay behind them, and move along with what moves."""

import pytest

from tests.editing.splicing.edited import edited
from textual_tracker.editing.edits import Append, Edit, Put
from textual_tracker.errors import RefusedEditError

HEAD = "borrower: Dana\n"
OLD = {"status": "set", "set": "2026-02-04", "date": "2026-03-09"}
FIELDS = tuple(("appointment", name) for name in ("status", "set", "date", "note"))
EARLIER = Append(("appointment", "earlier"), OLD, takes=FIELDS)
WRITTEN = "{status: set, set: 2026-02-04, date: 2026-03-09}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # one of several, as the only comment of the entry: as it was typed
            "appointment:\n  status: set\n  date: 2026-03-09   #at noon\n",
            f"appointment:\n  status: set\n  date: 2026-03-09\n  earlier:\n    - {WRITTEN}   #at noon\n",
        ),
        (  # several are one, in their order
            "appointment:\n  status: set   # by phone\n  set: 2026-02-04  # he called\n  date: 2026-03-09 #at noon\n",
            (
                "appointment:\n  status: set\n  set: 2026-02-04\n  date: 2026-03-09\n  earlier:\n"
                f"    - {WRITTEN}   # by phone; he called; at noon\n"
            ),
        ),
        (  # one that goes on below; lines of their own stay, and so does what is behind other keys
            (
                "appointment:   # see the calendar\n  # her kitchen table\n  date: 2026-03-09   # at noon\n"
                "                     # or later\n  x-crm: 7   # theirs\n"
            ),
            (
                "appointment:   # see the calendar\n  # her kitchen table\n  date: 2026-03-09\n  earlier:\n"
                f"    - {WRITTEN}   # at noon; or later\n  x-crm: 7   # theirs\n"
            ),
        ),
        (  # behind the last of a list
            "appointment:\n  date: 2026-03-09  # at noon\n  earlier:\n  - {status: no_show}  # the rain\n",
            (
                "appointment:\n  date: 2026-03-09\n  earlier:\n  - {status: no_show}  # the rain\n"
                f"  - {WRITTEN}   # at noon\n"
            ),
        ),
        (  # a list whose entries have a line a key: at the end of the entry
            (
                "appointment:\n  date: 2026-03-09  # at noon\n  earlier:\n    - status: no_show\n      note: rain\n"
                "tags: [a]\n"
            ),
            (
                "appointment:\n  date: 2026-03-09\n  earlier:\n    - status: no_show\n      note: rain\n"
                "    - status: set\n      set: 2026-02-04\n      date: 2026-03-09\n      # at noon\ntags: [a]\n"
            ),
        ),
        (  # a list in brackets
            "appointment:\n  date: 2026-03-09  # at noon\n  earlier: [{status: no_show}]\n",
            f"appointment:\n  date: 2026-03-09\n  earlier: [{{status: no_show}}, {WRITTEN}]   # at noon\n",
        ),
        (  # a list in brackets that has a comment behind it
            "appointment:\n  date: 2026-03-09  # at noon\n  earlier: [{status: no_show}]  # the rain\n",
            (
                "appointment:\n  date: 2026-03-09\n  # at noon\n"
                f"  earlier: [{{status: no_show}}, {WRITTEN}]  # the rain\n"
            ),
        ),
        (  # a section in braces over several lines
            "appointment: {\n  status: set,   # by phone\n  date: 2026-03-09   # at noon\n}\n",
            f"appointment: {{\n  status: set,\n  date: 2026-03-09,\n  earlier: [{WRITTEN}]   # by phone; at noon\n}}\n",
        ),
        (  # the comment behind a section on one line stays at its end, where the entry now stands
            "appointment: {status: set, date: 2026-03-09}   # at noon\n",
            f"appointment: {{status: set, date: 2026-03-09, earlier: [{WRITTEN}]}}   # at noon\n",
        ),
        (  # a block of text
            "appointment:\n  note: |   # of hers\n    bring W-2\n",
            f"appointment:\n  note: |\n    bring W-2\n  earlier:\n    - {WRITTEN}   # of hers\n",
        ),
        (  # no end of the last line
            "appointment:\n  date: 2026-03-09   # at noon",
            f"appointment:\n  date: 2026-03-09\n  earlier:\n    - {WRITTEN}   # at noon",
        ),
        (  # windows
            "appointment:\r\n  date: 2026-03-09   # at noon\r\n",
            f"appointment:\r\n  date: 2026-03-09\r\n  earlier:\r\n    - {WRITTEN}   # at noon\r\n",
        ),
        (  # nothing to take
            "appointment:\n  date: 2026-03-09\n",
            f"appointment:\n  date: 2026-03-09\n  earlier:\n    - {WRITTEN}\n",
        ),
    ],
)
def test_the_comments_behind_what_moves_move_along(before: str, after: str) -> None:
    assert edited(HEAD + before, EARLIER) == HEAD + after


def test_where_something_else_follows_on_the_line_the_comment_goes_above_it() -> None:
    text = "application: {expected_close: 2026-03-20, x-crm: 7,   # theirs\n  started: 2026-03-01   # at noon\n}\n"
    moved = {"date": "2026-03-10", "what": "started"}
    after = edited(HEAD + text, Append(("application", "moved"), moved, takes=(("application", "started"),)))
    assert after == HEAD + (
        "# at noon\n"
        "application: {expected_close: 2026-03-20, moved: [{date: 2026-03-10, what: started}], x-crm: 7,   # theirs\n"
        "  started: 2026-03-01\n}\n"
    )


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        (  # what is put between the last value and the bracket goes below its comment
            "tags: [vip,\n  va, cash   # she says\n]\n",
            Append(("tags",), "fha"),
            "tags: [vip,\n  va, cash,   # she says\n      fha\n]\n",
        ),
        (
            "tags: [vip, va,   # she says\n  cash]\n",
            Put(("x-new",), "1"),
            'tags: [vip, va,   # she says\n  cash]\nx-new: "1"\n',
        ),
        (
            "loan: {purpose: purchase,   # a condo\n  amount: 1}\n",
            Put(("loan", "program"), "fha"),
            "loan: {purpose: purchase,   # a condo\n       program: fha,\n  amount: 1}\n",
        ),
        (
            "loan: {purpose: purchase   # a condo\n  , amount: 1}\n",
            Put(("loan", "program"), "fha"),
            "loan: {purpose: purchase   # a condo\n  , program: fha, amount: 1}\n",
        ),
        (
            "loan: {purpose: purchase   # a condo\n  }\n",
            Put(("loan", "program"), "fha"),
            "loan: {purpose: purchase,   # a condo\n       program: fha\n  }\n",
        ),
        (  # a group that becomes a value keeps the comments of its lines
            "borrower:  # c\n  name: Dana   # as on her card\n  phone: 555-0142   # cell\nnotes: hi\n",
            Put(("borrower",), "Dana Ortiz"),
            "borrower: Dana Ortiz  # c\n# as on her card\n# cell\nnotes: hi\n",
        ),
    ],
)
def test_a_comment_stays_behind_its_value(before: str, edit: Edit, after: str) -> None:
    head = "" if before.startswith("borrower") else HEAD
    assert edited(head + before, edit) == head + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("log:\n  []   # none yet\nnotes: x\n", "log:\n  - {note: hi}\n# none yet\nnotes: x\n"),
        ("log:   # all\n  []   # none yet\n", None),
    ],
)
def test_a_comment_behind_an_empty_list_on_a_line_of_its_own(before: str, after: str | None) -> None:
    found = edited(HEAD + before, Append(("log",), {"note": "hi"}))
    assert found == HEAD + (after or "log:   # all\n  - {note: hi}\n# none yet\n")


def test_a_comment_that_has_no_place_refuses_the_edit() -> None:
    with pytest.raises(RefusedEditError) as refused:
        edited("borrower: Dana\ntags: [date: 2026-03-02   # c\n  ]\n", Put(("tags", 0, "x-a"), "b"))
    assert str(refused.value).startswith("line 2: this cannot be written here")
