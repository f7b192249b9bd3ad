"""What `check --fix` puts into quotes, what it leaves, and that no other line becomes another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.editing.quoting import MENDABLE, InQuotes, put_into_quotes
from textual_tracker.reading.reader import read
from textual_tracker.reading.schema import Kind

MENDED = [
    # a colon and a space
    ("notes: call back: Monday", 'notes: "call back: Monday"'),
    ("notes: status: good", 'notes: "status: good"'),
    ('notes: say "hi": now', "notes: 'say \"hi\": now'"),
    ("log:\n  - {date: 2026-03-02, note: he said: no}", 'log:\n  - {date: 2026-03-02, note: "he said: no"}'),
    ("log: [{note: he said: no, or so, by: ana}]", 'log: [{note: "he said: no, or so", by: ana}]'),
    # a sign at the beginning
    ("notes: @chen says hi", 'notes: "@chen says hi"'),
    ("notes: `x`", 'notes: "`x`"'),
    ("notes: %5 down", 'notes: "%5 down"'),
    ("notes: * call", 'notes: "* call"'),
    ("notes: >300k", 'notes: ">300k"'),
    ("notes: | or so", 'notes: "| or so"'),
    ("notes: - call", 'notes: "- call"'),
    ("notes: ? maybe", 'notes: "? maybe"'),
    ("notes: [urgent] call", 'notes: "[urgent] call"'),
    ("tags: [@a, b]", 'tags: ["@a", b]'),
    ("tags:\n  - @a\n  - b", 'tags:\n  - "@a"\n  - b'),
    ("log:\n  - {date: 2026-03-07, note: @home, by: ana}", 'log:\n  - {date: 2026-03-07, note: "@home", by: ana}'),
    ("loan: {program: #1}", 'loan: {program: "#1"}'),
    # quotes within
    ('notes: "hot" lead', "notes: '\"hot\" lead'"),
    ('notes: "say "hi" now"', "notes: 'say \"hi\" now'"),
    ("notes: 'it's hot'", 'notes: "it\'s hot"'),
    ("notes: 'hot' and 'cold'", "notes: \"'hot' and 'cold'\""),
    # a reference, a mark, a tag
    ("notes: *star", 'notes: "*star"'),
    ("notes: &Co sons", 'notes: "&Co sons"'),
    ("notes: !important call", 'notes: "!important call"'),
    # what a comma or a # cuts
    (
        "log: [{date: 2026-03-02, note: called, will call back}]",
        'log: [{date: 2026-03-02, note: "called, will call back"}]',
    ),
    (
        "next_step: {due: 2026-05-01, action: call #5}  # home",
        'next_step: {due: 2026-05-01, action: "call #5"}  # home',
    ),
    ("notes: see #1 on the list  # mine", 'notes: "see #1 on the list"  # mine'),
    # a comment is none of the value
    ("notes: @chen # who else", 'notes: "@chen" # who else'),
    ("notes: @chen #2", 'notes: "@chen #2"'),
]


@pytest.mark.parametrize(("typed", "expected"), MENDED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_in_quotes(typed: str, expected: str, end: str) -> None:
    before, after = "\ufeff# first\nborrower: Dana   Ortiz\n", "\nsource:  cpa"
    text, wanted = ((before + part + after).replace("\n", end).encode() for part in (typed, expected))
    mended = put_into_quotes("referral", text)
    assert mended.data == wanted
    assert len(mended.values) == 1
    assert not MENDABLE & {problem.code for problem in read("referral", "x.yaml", mended.data).problems}


@pytest.mark.parametrize(
    "typed",
    [
        "next_step: {due: 2026-03-12 action: call}",  # a comma is missing
        "next_step: {action: call due: 2026-03-12}",
        "borrower: Dana phone: 555-0142",  # a line end is missing
        "tags: - a",  # a list, most likely
        "loan: {program: fha, va}",  # two words of a closed list
        "notes: see #todo",  # perhaps a comment
        "loan: *star",
        'notes: "met at noon\nsource: cpa',
        "borrower: Dana\n  phone: 555-0142",
        "notes: all is well",
        "borrower: {: !*",  # with quotes it is read no further
        "notes: fine\nborrower: {name: Dana, amount}",
    ],
)
def test_what_is_not_certain_is_left(typed: str) -> None:
    mended = put_into_quotes("referral", typed.encode())
    assert (mended.data, mended.values) == (typed.encode(), ())


def test_one_after_the_other_until_none_is_left() -> None:
    typed = b"borrower:\n  name: @dana # who\n  phone: 555: 0142\nnotes: a: b\nlog:\n- {note: x: y, by: *me}\n"
    mended = put_into_quotes("referral", typed)
    assert mended.data == (
        b'borrower:\n  name: "@dana" # who\n  phone: "555: 0142"\nnotes: "a: b"\nlog:\n- {note: "x: y", by: "*me"}\n'
    )
    assert mended.values == (
        InQuotes(2, "name"), InQuotes(3, "phone"), InQuotes(4, "notes"), InQuotes(6, "note"), InQuotes(6, "by"),
    )  # fmt: skip


def test_what_is_mended_counts_though_the_file_cannot_be_read_further_down() -> None:
    mended = put_into_quotes("referral", b"notes: a: b\nborrower: {name: Dana\nsource: cpa\n")
    assert mended.data == b'notes: "a: b"\nborrower: {name: Dana\nsource: cpa\n'


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"notes: \x00", b"<<<<<<< a\nnotes: a: b\n=======\n>>>>>>> b\n"])
def test_what_is_no_text_is_left(data: bytes) -> None:
    assert put_into_quotes("referral", data).data == data


kinds = st.sampled_from(("referral", "activity", "partner", "journal"))
signs = st.text(st.sampled_from("a:#@&*!|>{}[]\"' ,-?%`\\\n"), max_size=20)
values = st.tuples(st.sampled_from(("notes: ", "log:\n - {note: ", "tags: [", "- ", "x-a: ", "")), signs).map("".join)


@given(kinds, st.lists(values, max_size=4).map("\n".join))
def test_only_the_lines_of_the_values_change_and_what_is_done_is_done(kind: Kind, text: str) -> None:
    mended = put_into_quotes(kind, text.encode())
    before, after = text.split("\n"), mended.data.decode().split("\n")
    changed = {number for number, (old, new) in enumerate(zip(before, after, strict=True), 1) if old != new}
    assert changed == {value.line for value in mended.values}
    if len(mended.values) < 100:
        assert put_into_quotes(kind, mended.data).values == ()
