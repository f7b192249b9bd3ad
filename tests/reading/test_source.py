"""Bytes to a tree: text as typed, a span for every value, and what is refused at once."""

from collections.abc import Iterator

import pytest
from yaml.nodes import Node, ScalarNode

from tests.reading.reads import codes, place, problem, reading, referral
from textual_tracker.reading.encoding import control_character
from textual_tracker.reading.events import composed_with_care
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.source import MAX_BYTES, compose


def scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
        return
    for item in node.value:
        for child in item if isinstance(item, tuple) else (item,):
            yield from scalars(child)


def texts(text: str) -> list[str]:
    return [scalar.value for scalar in scalars(compose(text.encode())[1])]


@pytest.mark.parametrize(
    "typed",
    [
        "NO",
        "yes",
        "on",
        "02134",
        "12:30",
        "0x10",
        "1e3",
        "5550142",
        "2026-03-02",
        "~user",
        "null",
        "Null",
        "=",
        "1_000",
    ],
)
def test_a_value_is_the_text_that_was_typed(typed: str) -> None:
    assert texts(f"note: {typed}\n") == ["note", typed]


def test_every_value_has_its_span_in_code_points() -> None:
    written = "name: José 🏡\nloan: {amount: 385000}\nnotes: |\n  two\n  lines\nquoted: 'it''s'\n"
    text, root, _ = compose(written.encode())
    assert [text[scalar.start_mark.index : scalar.end_mark.index] for scalar in scalars(root)] == [
        "name",
        "José 🏡",
        "loan",
        "amount",
        "385000",
        "notes",
        "|\n  two\n  lines\n",
        "quoted",
        "'it''s'",
    ]


def test_a_byte_order_mark_moves_nothing() -> None:
    assert place(problem("borrower: x\nsource: cpo\n")) == (2, 9)
    assert place(problem("\ufeffborrower: x\nsource: cpo\n")) == (2, 9)
    assert place(problem("\ufeffsource: cpo\nborrower: x\n")) == (1, 9)


def test_windows_line_ends_move_nothing() -> None:
    found = problem("borrower: x\r\nsource: cpo\r\n")
    assert (place(found), found.excerpt) == ((2, 9), "source: cpo")


def test_a_line_is_what_editors_and_git_call_a_line() -> None:
    assert place(problem('borrower: "x\u2028y"\nsource: cpo\n')) == (2, 9)


def test_old_line_ends_are_read() -> None:
    assert referral("borrower: Dana\rsource: cpa\r").source == "cpa"


@pytest.mark.parametrize(
    ("written", "code", "at"),
    [
        (b"", "empty_file", (1, 1)),
        (b"\n\n", "empty_file", (1, 1)),
        (b"# nothing\n", "empty_file", (1, 1)),
        (b"---\n...\n", "not_a_mapping", (2, 1)),
        (b"~\n", "not_a_mapping", (1, 1)),
        (b"Dana Ortiz\n", "not_a_mapping", (1, 1)),
        (b"\n- Dana\n", "not_a_mapping", (2, 1)),
        (b"borrower: Dana\xff\n", "not_utf8", (1, 15)),
        ("borrower: José".encode("latin-1"), "not_utf8", (1, 14)),
        ("borrower: Dana".encode("utf-16"), "not_utf8", (1, 1)),
        ("borrower: Dana".encode("utf-16-le"), "not_utf8", (1, 1)),
        ("borrower: Dana".encode("utf-32"), "not_utf8", (1, 1)),
        (b"borrower: Dana\x00\n", "control_character", (1, 15)),
        (b"borrower: x\nnotes: \x1b[31m\n", "control_character", (2, 8)),
        (b"borrower: x\n---\nborrower: y\n", "several_documents", (2, 1)),
        (b"borrower: x\n...\nborrower: y\n", "several_documents", (3, 1)),
    ],
)
def test_what_leaves_nothing_to_read_says_where(written: bytes, code: str, at: tuple[int, int]) -> None:
    found = problem(written)
    assert (found.code, place(found)) == (code, at)
    assert reading("referral", written).record is None


def test_a_file_may_begin_with_a_line_of_dashes_and_a_directive() -> None:
    assert codes("%YAML 1.2\n---\nborrower: x\nsource: cpa\n...\n") == []


def test_a_mebibyte_is_read_and_no_more() -> None:
    head = b"borrower: x\nsource: cpa\nnotes: "
    assert codes(head + b"x" * (MAX_BYTES - len(head))) == []
    assert codes(head + b"x" * (MAX_BYTES - len(head) + 1)) == ["too_large"]


@pytest.mark.parametrize("written", ["tags: [{}]\n", "tags:\n- {}\n"])
def test_a_hundred_thousand_values_are_read_and_no_more(written: str) -> None:
    """Beside the tags there are the file itself, five words, and the list."""
    between = "\n- " if "-" in written else ","
    head = "borrower: x\nsource: cpa\n"
    assert len(referral(head + written.format(between.join("a" * 99_993))).tags) == 99_993
    found = problem(head + written.format(between.join("a" * 99_994)))
    assert (found.code, found.message) == ("too_many", "the file has more than 100,000 values; no record has")


def test_a_long_text_is_one_value() -> None:
    text = "borrower: x\nsource: cpa\nnotes: |\n" + "  a, b, c\n" * 90_000
    assert referral(text).notes.count("b") == 90_000


# --- conflicts --------------------------------------------------------------------------------------------------------

CONFLICT = "<<<<<<< HEAD\nsource: cpa\n=======\nsource: online\n>>>>>>> office\n"


def test_a_conflict_is_one_problem_that_tells_its_lines() -> None:
    found = problem("borrower: x\n" + CONFLICT)
    assert (found.code, found.message, place(found)) == ("conflict", "unresolved git conflict, lines 2-6", (2, 1))


def test_each_conflict_is_told() -> None:
    messages = [
        "unresolved git conflict, lines 1-5",
        "unresolved git conflict, lines 7-11",
    ]
    found = reading("referral", CONFLICT + "borrower: x\n" + CONFLICT)
    assert [problem.message for problem in found.problems] == messages


def test_a_conflict_with_the_common_version_in_it_is_one() -> None:
    text = "<<<<<<< HEAD\nsource: cpa\n||||||| base\nsource: sphere\n=======\nsource: online\n>>>>>>> office\n"
    assert problem(text).message == "unresolved git conflict, lines 1-7"


def test_a_marker_that_was_left_over_is_told() -> None:
    assert problem("borrower: x\n>>>>>>> office\n").message == "unresolved git conflict, line 2"


def test_a_line_of_signs_within_a_text_is_no_conflict() -> None:
    assert codes("borrower: x\nsource: cpa\nnotes: |\n  Title\n  =======\n  <<<<<<< see\n") == []


# --- tabs -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("borrower:\n\tname: x\n", (2, 1)),
        ("borrower:\n  \tname: x\n", (2, 3)),
        ("borrower: x\nsource: cpa\nloan: {\n\tamount: 1}\n", (4, 1)),
        ("borrower: x\nnotes: a\n\tb\n", (3, 1)),
        ("borrower: x\nnotes: |\n\ttext\n", (3, 1)),
    ],
)
def test_a_tab_as_indentation_is_told(text: str, at: tuple[int, int]) -> None:
    found = problem(text)
    assert (found.code, place(found)) == ("tab", at)


@pytest.mark.parametrize(
    "text",
    ["notes: |\n  a\n  \tb\n", "notes: a\tb\n", "notes: x\t# remark\n", 'notes: "a\n\tb"\n'],
)
def test_a_tab_elsewhere_is_fine(text: str) -> None:
    assert codes("borrower: x\nsource: cpa\n" + text) == []


# --- what a file has no use for ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code", "column"),
    [
        ("&a met at noon", "anchor", 8),
        ("*urgent", "alias", 8),
        ("!important call", "tag", 8),
        ("!!python/object/apply:os.system [ls]", "tag", 8),
        ("! plain", "tag", 8),
        ("&a [x, y]", "anchor", 8),
    ],
)
def test_marks_references_and_tags_are_errors_and_drop_their_field(value: str, code: str, column: int) -> None:
    text = f"borrower: Dana\nsource: cpa\nnotes: {value}\n"
    found = problem(text)
    assert (found.code, place(found)) == (code, (3, column))
    assert (referral(text).name, referral(text).notes) == ("Dana", "")


def test_signs_in_the_middle_of_a_text_are_text() -> None:
    assert referral("borrower: Tom & Jo\nsource: cpa\nnotes: 2 * 3, great!\n").name == "Tom & Jo"


def test_a_reference_as_a_key_or_an_item_is_told() -> None:
    assert codes("borrower: x\nsource: cpa\ntags: [a, *b]\n*c : d\n") == ["alias", "alias"]


def test_a_value_that_contains_itself_is_refused() -> None:
    assert codes("borrower: x\nsource: cpa\nx-a: &a [*a]\n") == ["anchor", "alias"]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? - a\n"])
def test_a_key_that_is_no_word_is_told(key: str) -> None:
    assert codes(f"borrower: x\nsource: cpa\n{key}: c\n") == ["key"]


def test_twenty_levels_are_read_and_no_more() -> None:
    head = "borrower: x\nsource: cpa\nx-a: "
    assert codes(head + "[" * 19 + "]" * 19) == []
    found = problem(head + "[" * 20 + "]" * 20)
    assert (found.code, place(found)) == ("nesting", (3, 25))


def test_levels_are_counted_the_same_with_care() -> None:
    head = "borrower: x\nsource: cpa\nx-b: &b 1\nx-a: "
    assert codes(head + "[" * 19 + "]" * 19) == ["anchor"]
    found = problem(head + "[" * 20 + "]" * 20)
    assert (found.code, place(found)) == ("nesting", (4, 25))


def test_levels_are_counted_under_a_key_that_nobody_knows() -> None:
    assert codes("borrower: x\nsource: cpa\nzodiac: " + "[" * 19 + "]" * 19) == ["unknown_key"]
    assert codes("borrower: x\nsource: cpa\nzodiac: " + "[" * 20 + "]" * 20) == ["nesting"]


def test_composing_with_care_stops_at_the_first_level_too_deep() -> None:
    assert composed_with_care("[" * 20 + "]" * 20)[0] is not None
    with pytest.raises(RefusedError):
        composed_with_care("[" * 21 + "]" * 21)


def test_a_reference_in_place_of_an_entry_is_one_problem() -> None:
    assert codes("borrower: x\nsource: cpa\ncontact_attempts: [*first]\n") == ["alias"]
    assert codes("borrower: x\nsource: cpa\nlog: [&first {note: x}]\n") == ["anchor"]


def test_a_key_that_stands_twice_is_told_and_the_first_one_counts() -> None:
    text = "borrower: Dana\nsource: cpa\nloan: {amount: 1, program: va, amount: 2}\nsource: online\n"
    found = reading("referral", text)
    assert [(problem.code, place(problem)) for problem in found.problems] == [
        ("duplicate_key", (3, 32)),
        ("duplicate_key", (4, 1)),
    ]
    assert (referral(text).source, referral(text).loan.amount) == ("cpa", 1)


def test_a_key_that_is_empty_the_first_time_stands_twice_all_the_same() -> None:
    assert codes("borrower: Dana\nsource: cpa\nnotes:\nnotes: x\nx-a: 1\nx-a: 2\n") == ["duplicate_key"] * 2


# --- empty values -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("empty", ["", " ", " ~", " null", "  # remark"])
def test_an_empty_value_is_as_if_the_key_were_absent(empty: str) -> None:
    record = referral(f"borrower: Dana\nsource: cpa\nnotes:{empty}\ncontact_attempts:{empty}\nreceived:{empty}\n")
    assert (record.notes, record.contact_attempts, record.faulty) == ("", (), False)


def test_an_empty_value_that_is_required_is_missing() -> None:
    assert codes("borrower: {name: }\nsource: cpa\n") == ["missing"]


def test_an_empty_entry_is_no_entry() -> None:
    record = referral("borrower: Dana\nsource: cpa\ncontact_attempts:\n  -\n  - 2026-03-03\ntags: [a, ~]\n")
    assert (len(record.contact_attempts), record.tags, record.faulty) == (1, ("a",), False)


def test_a_word_for_nothing_in_quotes_is_text() -> None:
    assert referral('borrower: "null"\nsource: cpa\nnotes: "~"\n').name == "null"


def test_a_text_is_what_yaml_calls_printable() -> None:
    """YAML 1.2, 5.1: tab, line ends, printable ASCII, U+85, and all from U+A0 on but surrogates, U+FFFE and U+FFFF."""
    allowed = [
        (0x9, 0xA),
        (0xD, 0xD),
        (0x20, 0x7E),
        (0x85, 0x85),
        (0xA0, 0xD7FF),
        (0xE000, 0xFFFD),
        (0x10000, 0x10FFFF),
    ]
    text = "".join(chr(code) for first, last in allowed for code in range(first, last + 1))
    assert control_character(text) is None
    others = set(range(0x110000)) - {code for first, last in allowed for code in range(first, last + 1)}
    assert len(others) == 2111
    assert all(control_character(chr(code)) for code in others)
