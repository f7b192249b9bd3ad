"""The canonical form: what `tracker fmt` makes of a text, and what it leaves as it is."""

from pathlib import Path
from textwrap import dedent

import pytest

from textual_tracker.cli import commands
from textual_tracker.editing.canonical.canonical import canonical
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.schema import Kind

SAMPLE = Path(__file__).parents[2] / "sample_journal"
STARTER = Path(commands.__file__).parents[1] / "starter"
OTHER_HANDS = {
    "2025-07-01-tamika-parrish.yaml",
    "2025-09-05-bianca-harlow.yaml",
    "2025-11-02-tamika-greer.yaml",
}
"""The sample's records that keep another hand's style."""


def formatted(text: str, kind: Kind = "referral") -> str:
    return canonical(kind, dedent(text).encode()).decode()


def test_two_columns_a_level_and_dashes_under_their_key() -> None:
    typed = """\
        borrower:
            name: Dana Ortiz
            phone:   555-0142
        contact_attempts:
        - {date: 2026-03-02}
        -   date: 2026-03-03
            channel: text
        -
          date: 2026-03-04
        application:
           earlier:
           - ended: 2026-03-01
        """
    assert formatted(typed) == dedent("""\
        borrower:
          name: Dana Ortiz
          phone: 555-0142
        contact_attempts:
          - {date: 2026-03-02}
          - date: 2026-03-03
            channel: text
          - date: 2026-03-04
        application:
          earlier:
            - ended: 2026-03-01
        """)


def test_an_entry_with_nothing_in_it_stays_one() -> None:
    typed = "contact_attempts:\n-\n-  2026-03-02\n-\nsource: cpa\n"
    assert formatted(typed) == "contact_attempts:\n  -\n  - 2026-03-02\n  -\nsource: cpa\n"


def test_one_blank_behind_a_colon_and_no_others() -> None:
    typed = "borrower :   Dana Ortiz  \npartner:\n  sarah-chen\n"
    assert formatted(typed) == "borrower: Dana Ortiz\npartner: sarah-chen\n"


def test_brackets_on_one_line() -> None:
    typed = """\
        loan: { purpose : purchase,program: fha , amount: 385000, }
        tags: [ first-time-buyer,
                veteran ]
        also_tell: [ ]
        next_step: {due: 2026-03-12,
          action: collect
            pay stubs}
        """
    assert formatted(typed) == dedent("""\
        loan: {purpose: purchase, program: fha, amount: 385000}
        tags: [first-time-buyer, veteran]
        also_tell: []
        next_step: {due: 2026-03-12, action: collect pay stubs}
        """)


def test_brackets_that_would_make_a_line_too_long_keep_their_lines() -> None:
    days = ", ".join(f"2026-01-{day:02}" for day in range(1, 11))
    typed = f"holidays: [{days},\n  2026-02-01]\n"
    assert formatted(typed, "journal") == f"holidays: [{days},\n    2026-02-01]\n"
    long = f"holidays: [{days}, 2026-02-01]\n"
    assert formatted(long, "journal") == long


def test_brackets_with_a_comment_in_them_keep_their_lines() -> None:
    typed = """\
        also_tell: [
         mike-tran,   # the other agent
              # and theirs
         lee-park ]
        """
    assert formatted(typed) == dedent("""\
        also_tell: [
            mike-tran,   # the other agent
            # and theirs
            lee-park]
        """)


def test_one_empty_line_at_most_and_one_line_end_at_the_end() -> None:
    assert formatted("\n\nborrower: Dana\n\n\n\nsource: cpa\n\n\n") == "borrower: Dana\n\nsource: cpa\n"
    assert formatted("borrower: Dana") == "borrower: Dana\n"


def test_what_stays_keys_in_their_order_a_bare_name_the_modeline_and_what_is_empty() -> None:
    typed = dedent("""\
        # yaml-language-server: $schema=../../.schema/referral.schema.json
        source: cpa
        borrower: Dana
        partner:
        officer: ~
        notes: ""
        x-own: {b: 1, a: 2}
        """)
    assert formatted(typed) == typed


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_the_line_ends_and_the_bom_stay(end: str, bom: str) -> None:
    typed = f"{bom}borrower:   Dana{end}notes: |{end}    Met at  {end}{end}    the fair.{end}{end}{end}"
    expected = f"{bom}borrower: Dana{end}notes: |{end}  Met at  {end}{end}  the fair.{end}"
    assert canonical("referral", typed.encode()) == expected.encode()


def test_where_line_ends_are_mixed_those_of_most_lines_win() -> None:
    assert canonical("referral", b"borrower: Dana\r\nsource: cpa\nofficer: ana\r\n").count(b"\r\n") == 3


class TestComments:
    def test_the_blanks_before_one_at_the_end_of_a_line_stay(self) -> None:
        typed = "borrower:          # who\n    name: Dana    # least\n    phone: 555-0142 # cell\n"
        expected = "borrower:          # who\n  name: Dana    # least\n  phone: 555-0142 # cell\n"
        assert formatted(typed) == expected

    def test_one_on_a_line_of_its_own_begins_where_the_next_line_does(self) -> None:
        typed = """\
            borrower:
              # the person
                name: Dana
                    # to call
                phone: 555-0142
             # who sent them
            source: cpa
            """
        assert formatted(typed) == dedent("""\
            borrower:
              # the person
              name: Dana
              # to call
              phone: 555-0142
            # who sent them
            source: cpa
            """)

    def test_at_the_end_of_a_group_it_stays_in_the_group(self) -> None:
        typed = """\
            appointment:
                status: set
                # not on a Monday
            # how it went
            application:
                status: started
                # denied before
            """
        assert formatted(typed) == dedent("""\
            appointment:
              status: set
              # not on a Monday
            # how it went
            application:
              status: started
              # denied before
            """)

    def test_under_a_key_without_a_value_it_stays_under_it(self) -> None:
        typed = "outcome:\n      # status: lost\ntags: [a]\nlog:\n     # - {date: 2026-03-02}\n"
        assert formatted(typed) == "outcome:\n  # status: lost\ntags: [a]\nlog:\n  # - {date: 2026-03-02}\n"

    def test_one_that_goes_on_below_stays_below(self) -> None:
        typed = """\
            application:
                status: started      # or submitted,
                                     # or denied
                started: 2026-03-02
            """
        assert formatted(typed) == dedent("""\
            application:
              status: started      # or submitted,
                                   # or denied
              started: 2026-03-02
            """)

    def test_between_a_key_or_a_dash_and_its_value(self) -> None:
        typed = "borrower:  # who\n   Dana\ncontact_attempts:\n-   # first\n    date: 2026-03-02\n"
        assert formatted(typed) == "borrower:  # who\n  Dana\ncontact_attempts:\n  -   # first\n    date: 2026-03-02\n"


class TestTextsOfSeveralLines:
    def test_a_block_moves_and_keeps_every_blank(self) -> None:
        typed = "notes: |  # met\n      Elm Street  \n\n        14\n\n\nx-more: >-\n  folded\n"
        assert formatted(typed) == "notes: |  # met\n  Elm Street  \n\n    14\n\nx-more: >-\n  folded\n"

    def test_a_block_that_begins_with_blanks(self) -> None:
        typed = "x-own:\n    text: |4-\n          indented\n        less\n"
        assert formatted(typed) == "x-own:\n  text: |2-\n      indented\n    less\n"

    def test_empty_lines_at_the_end_belong_to_a_block_that_says_so(self) -> None:
        typed = "x-own: |+\n    kept\n\n\nsource: cpa\n"
        assert formatted(typed) == "x-own: |+\n  kept\n\n\nsource: cpa\n"

    def test_a_block_without_a_last_line_end_says_that_it_has_none(self) -> None:
        assert formatted("notes: |\n    Elm Street") == "notes: |-\n  Elm Street\n"

    def test_a_text_that_runs_on(self) -> None:
        typed = 'notes: Met at the\n     open house.\n\n     Nice.\nx-own: "one \\\n   two"\n'
        assert formatted(typed) == 'notes: Met at the\n  open house.\n\n  Nice.\nx-own: "one \\\n  two"\n'

    def test_a_blank_behind_a_backslash_is_part_of_a_text(self) -> None:
        typed = 'notes: "one\\ \n      two"\n'
        assert formatted(typed) == 'notes: "one\\ \n  two"\n'


class TestQuotes:
    @pytest.mark.parametrize(
        "text", ["NO", "on", "y", "02134", "5550142", "12:30", "1e3", "1_000", "0x1F", "2026-03-02", "Null", ".5", "="]
    )
    def test_text_that_another_reader_would_misread_gets_them(self, text: str) -> None:
        assert formatted(f"notes: {text}\ntags: [{text}]\n") == f'notes: "{text}"\ntags: ["{text}"]\n'

    def test_days_numbers_flags_and_words_of_a_list_do_not(self) -> None:
        typed = dedent("""\
            borrower: {name: Dana, do_not_contact: true}
            source: other
            received: 2026-03-02 16:40
            loan: {amount: 385000}
            """)
        assert formatted(typed) == typed
        assert formatted("format: 1\nday_ends: 17:00\n", "journal") == 'format: 1\nday_ends: "17:00"\n'

    def test_a_key_gets_them_as_well(self) -> None:
        assert formatted("officers: {no: Norma Otis}\n", "journal") == 'officers: {"no": Norma Otis}\n'

    def test_under_keys_of_your_own_only_what_readers_disagree_about(self) -> None:
        typed = "x-zip: 02134\nx-children: 2\nx-vip: true\nx-since: 2024-06-11\nx-gate: no\n"
        expected = 'x-zip: "02134"\nx-children: 2\nx-vip: true\nx-since: 2024-06-11\nx-gate: "no"\n'
        assert formatted(typed) == expected

    @pytest.mark.parametrize("text", ["Dana Ortiz", "555-0142", "dana@example.com", "it's late", "café", "12 oaks"])
    @pytest.mark.parametrize("quote", ['"', "'"])
    def test_they_go_where_nobody_needs_them(self, text: str, quote: str) -> None:
        typed = quote + (text.replace("'", "''") if quote == "'" else text) + quote
        assert formatted(f"notes: {typed}\nloan: {{x-own: {typed}}}\n") == f"notes: {text}\nloan: {{x-own: {text}}}\n"

    @pytest.mark.parametrize(
        "typed", ['"no"', '"a, b"', '"stage:won"', '"a: b"', '"see #1"', '" a"', '"-5"', '"2026-03-02 10:00"', '"\\t"']
    )
    def test_they_stay_where_somebody_may(self, typed: str) -> None:
        assert formatted(f"notes: {typed}\n") == f"notes: {typed}\n"

    def test_a_number_in_quotes_stays_the_error_that_it_is(self) -> None:
        typed = 'borrower: Dana\nsource: cpa\nloan: {amount: "385000"}\n'
        assert formatted(typed) == typed

    def test_single_ones_become_double_ones_where_that_changes_nothing_else(self) -> None:
        assert formatted("notes: 'a: b'\n") == 'notes: "a: b"\n'
        assert formatted("notes: 'it''s: b'\n") == 'notes: "it\'s: b"\n'
        assert formatted("notes: 'say \"a: b\"'\n") == "notes: 'say \"a: b\"'\n"
        assert formatted("notes: 'a\\: b'\n") == "notes: 'a\\: b'\n"


def test_a_file_with_errors_is_put_in_order_too() -> None:
    typed = "borrower:   Dana\nsorce:  realtr\nloan:\n\tamount: 3\n"
    with pytest.raises(RefusedEditError):
        formatted(typed)
    assert formatted("borrower:   Dana\nsorce:  realtr\nloan: {amount:  385,000}\n") == (
        "borrower: Dana\nsorce: realtr\nloan: {amount: 385,000}\n"
    )
    assert formatted("loan: {\n amount: 1,385,000.00,  # c\n program:   fha,}\n") == (
        "loan: {\n    amount: 1,385,000.00,  # c\n    program: fha,}\n"
    )
    assert formatted("tags: [a1,200,a]\n") == 'tags: [a1, "200", a]\n'
    assert formatted("borrower:   &who Dana\npartner:  *who\n") == "borrower: &who Dana\npartner: *who\n"


def test_other_signs_of_yaml() -> None:
    assert formatted("%YAML 1.2\n---   # first\nborrower:   Dana\n...\n") == (
        "%YAML 1.2\n---   # first\nborrower: Dana\n...\n"
    )
    assert formatted("{a:   b}:  c\n") == "{a: b}: c\n"
    assert formatted('{"borrower":"Dana", source: cpa}') == "{borrower: Dana, source: cpa}\n"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("notes: call back: Monday\n", "a colon and a space inside a value need quotes around it"),
        ("# nothing\n", "the file holds no data"),
        ("!t :\n", "it could not be put in order without changing what it says"),
        ("? borrower\n: Dana\n", "line 1: a key that is written with a question mark cannot be put in order"),
        (
            'borrower: Dana\nnotes: "a\u2028b"\n',
            "line 2: U+2028 ends a line in some programs only; write it anew there",
        ),
    ],
)
def test_what_is_refused(typed: str, sentence: str) -> None:
    with pytest.raises(RefusedEditError) as refused:
        formatted(typed)
    assert str(refused.value) == sentence


KINDS: dict[str, Kind] = {"referrals": "referral", "activity": "activity", "partners": "partner"}


def test_the_sample_journal_is_in_order_but_for_what_other_hands_wrote() -> None:
    other = set()
    for path in SAMPLE.rglob("*.yaml"):
        kind = KINDS.get(path.relative_to(SAMPLE).parts[0], "journal")
        if canonical(kind, path.read_bytes()) != path.read_bytes():
            other.add(path.name)
    assert other == OTHER_HANDS


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("journal.yaml", "journal"),
        ("examples/referral.yaml", "referral"),
        ("examples/partner.yaml", "partner"),
        ("examples/day.yaml", "activity"),
    ],
)
def test_what_a_new_journal_holds_is_in_order(name: str, kind: Kind) -> None:
    data = (STARTER / name).read_bytes()
    assert canonical(kind, data) == data
