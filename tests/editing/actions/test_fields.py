"""Any field, set by name. 10 March 2026 is a Tuesday."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.paper import TODAY, Paper
from textual_tracker.editing.actions.fields import set_fields
from textual_tracker.editing.one_line import Assignment, parse_assignments
from textual_tracker.errors import NotOneRecordError, RefusedEditError
from textual_tracker.reading.encoding import control_character
from textual_tracker.reading.schema import Kind

DANA = "referrals/2026/2026-03-02-dana-ortiz.yaml"
CHEN = "partners/sarah-chen.yaml"
TUESDAY = "activity/2026/2026-03-10.yaml"
KINDS: dict[str, Kind] = {DANA: "referral", CHEN: "partner", TUESDAY: "activity"}


def paper(dana: str = "borrower: Dana Ortiz\npartner: sarah-chen\n") -> Paper:
    return Paper({
        DANA: dana,
        CHEN: "name: Sarah Chen\ntype: real_estate_agent\n",
        "partners/mike-tran.yaml": "name: Mike Tran\ntype: builder\n",
    })  # fmt: skip


def put(on_paper: Paper, *words: str, path: str = DANA, on: dt.date | None = None) -> str:
    """What is said after the words were set."""
    return on_paper.do(set_fields(path, parse_assignments(KINDS[path], words, TODAY), on=on))


def changed(before: str, *words: str) -> str:
    """Dana's file, of which `before` is what follows her name and her partner, after the words were set."""
    head = "borrower: Dana Ortiz\npartner: sarah-chen\n"
    on_paper = paper(head + before)
    put(on_paper, *words)
    return on_paper.text(DANA).removeprefix(head)


class TestValues:
    def test_several_at_once_are_one_plan_and_one_sentence(self) -> None:
        on_paper = paper()
        assert put(on_paper, "amount=400k", "phone=555-0142") == (
            "Dana Ortiz: loan.amount 400000, borrower.phone 555-0142"
        )
        assert on_paper.text(DANA) == (
            "borrower:\n  name: Dana Ortiz\n  phone: 555-0142\npartner: sarah-chen\nloan: {amount: 400000}\n"
        )

    def test_all_of_them_or_none(self) -> None:
        on_paper = paper()
        with pytest.raises(RefusedEditError):
            put(on_paper, "amount=400k", "contact_attempts[0].note=hello")
        assert "loan" not in on_paper.text(DANA)

    def test_a_text_that_needs_quotes_gets_them(self) -> None:
        assert changed("", "notes=see #2: call") == 'notes: "see #2: call"\n'

    def test_a_name_alone_stays_alone(self) -> None:
        on_paper = paper()
        assert put(on_paper, "name=Dana Brown") == "Dana Ortiz: borrower.name Dana Brown"
        assert on_paper.text(DANA).startswith("borrower: Dana Brown\npartner:")

    def test_an_attempt_that_is_a_bare_day_becomes_more_than_that(self) -> None:
        bare = "contact_attempts:\n  - 2026-03-03\n  - 2026-03-04\n"
        assert changed(bare, "contact_attempts[1].note=no answer") == (
            "contact_attempts:\n  - 2026-03-03\n  - {date: 2026-03-04, note: no answer}\n"
        )
        assert changed(bare, "contact_attempts[0].date=2026-03-02") == bare.replace("03-03", "03-02")

    def test_an_entry_that_is_not_there_is_refused(self) -> None:
        says = r"there is no contact_attempts\[1\]: contact_attempts has none after contact_attempts\[0\]"
        with pytest.raises(RefusedEditError, match=says):
            changed("contact_attempts:\n  - 2026-03-03\n", "contact_attempts[1].note=x")
        with pytest.raises(RefusedEditError, match="log has no entries"):
            changed("", "log[0].note=x")

    def test_what_is_said_is_short(self) -> None:
        assert put(paper(), "notes=" + "long " * 20) == "Dana Ortiz: notes long long long long long long long long…"

    def test_a_field_is_removed(self) -> None:
        on_paper = paper("borrower: Dana Ortiz\npartner: sarah-chen\ntags: [a]   # of old\nnotes: x\n")
        assert put(on_paper, "tags=") == "Dana Ortiz: tags removed"
        assert on_paper.text(DANA) == "borrower: Dana Ortiz\npartner: sarah-chen\n# of old\nnotes: x\n"

    def test_what_would_be_an_error_is_refused_with_its_place(self) -> None:
        with pytest.raises(RefusedEditError, match=r'dana-ortiz\.yaml:1:1: error: a borrower needs "name" \[missing\]'):
            put(paper("borrower:\n  name: Dana Ortiz\npartner: sarah-chen\n"), "name=", "phone=555-0142")


class TestLists:
    def test_entries_join_and_leave(self) -> None:
        assert changed("tags: [a, b]\n", "tags+=c,a") == "tags: [a, b, c]\n"
        assert changed("tags: [a, b]\n", "tags-=a") == "tags: [b]\n"
        assert changed("tags:\n- a\n- b\n- c\n", "tags-=a,c") == "tags:\n- b\n"
        assert changed("tags: [a, b]\n", "tags-=a,b") == ""
        assert changed("tags: [a, b]\n", "tags=c") == "tags: [c]\n"
        assert changed("", "tags+=a") == "tags: [a]\n"

    def test_the_sentence_tells_which(self) -> None:
        assert put(paper("borrower: Dana Ortiz\npartner: sarah-chen\ntags: [a]\n"), "tags+=b", "tags-=a") == (
            "Dana Ortiz: tags +b, tags -a"
        )


class TestPartners:
    def test_a_part_of_the_name_is_enough(self) -> None:
        assert changed("", "also_tell=tran") == "also_tell: [mike-tran]\n"
        on_paper = paper()
        assert put(on_paper, "partner=@tran") == "Dana Ortiz: partner mike-tran"

    def test_whom_nobody_knows_is_written_as_typed_with_a_remark(self) -> None:
        on_paper = paper()
        put(on_paper, "also_tell=pat-lee")
        assert on_paper.record(DANA).also_tell == ("pat-lee",)
        assert [remark.code for remark in on_paper.remarks] == ["unknown_partner"]

    def test_a_part_that_several_have_is_asked_about(self) -> None:
        with pytest.raises(NotOneRecordError, match='"n" names 2 partners'):
            put(paper(), "partner=n")


class TestDaysThatAreMoved:
    LOAN = (
        "appointment: {status: set, set: 2026-03-03, date: 2026-03-12T14:00}\n\n"
        "application:\n  status: in_process\n  under_contract: 2026-03-03\n  expected_close: 2026-03-24\n"
    )

    @pytest.mark.parametrize("field", ["expected_close", "lock_expires", "expires"])
    def test_the_old_day_of_a_deadline_is_kept(self, field: str) -> None:
        on_paper = paper(f"borrower: Dana Ortiz\npartner: sarah-chen\napplication:\n  {field}: 2026-03-24\n")
        assert put(on_paper, f"{field}=31 mar") == f"Dana Ortiz: application.{field} Tue 31 Mar (was Tue 24 Mar)"
        assert on_paper.text(DANA) == (
            "borrower: Dana Ortiz\npartner: sarah-chen\napplication:\n"
            f"  {field}: 2026-03-31\n"
            "  moved:\n"
            f"    - {{date: 2026-03-10, what: {field}, from: 2026-03-24}}\n"
        )

    def test_and_that_of_an_appointment_with_its_hour(self) -> None:
        assert changed(self.LOAN, "appointment.date=fri 9am") == (
            "appointment: {status: set, set: 2026-03-03, date: 2026-03-13T09:00}\n\n"
            "application:\n  status: in_process\n  under_contract: 2026-03-03\n  expected_close: 2026-03-24\n"
            "  moved:\n    - {date: 2026-03-10, what: appointment, from: 2026-03-12T14:00}\n"
        )

    def test_another_hour_of_the_same_day_is_no_move(self) -> None:
        assert "moved" not in changed(self.LOAN, "appointment.date=2026-03-12 15:00")

    def test_the_first_day_is_none(self) -> None:
        assert "moved" not in changed(self.LOAN, "lock_expires=31 mar")

    def test_moved_on_another_day_than_today(self) -> None:
        on_paper = paper("borrower: Dana Ortiz\npartner: sarah-chen\n" + self.LOAN)
        put(on_paper, "expected_close=31 mar", on=dt.date(2026, 3, 6))
        assert on_paper.record(DANA).application.moved[0].date == dt.date(2026, 3, 6)

    def test_a_milestone_that_was_mistyped_is_corrected(self) -> None:
        assert changed(self.LOAN, "under_contract=4 mar") == self.LOAN.replace("t: 2026-03-03\n", "t: 2026-03-04\n")


class TestNothingToChange:
    @pytest.mark.parametrize(
        ("before", "word", "already"),
        [
            ("loan:\n  amount: 400000\n", "amount=$400k", "loan.amount 400000"),
            ("tags: [a, b]\n", "tags=a,b", "tags a, b"),
            ("tags: [a, b]\n", "tags+=a", "tags a"),
            ("tags: [a, b]\n", "tags-=c", "no c among tags"),
            ("", "notes=", "no notes"),
            ("notes:\n", "notes=", "no notes"),
            ("borrower:\n  name: x\n  do_not_contact: true\n", "do_not_contact=yes", "borrower.do_not_contact true"),
            ("appointment:\n  date: 2026-03-12 14:00\n", "appointment.date=12 mar 2pm", "appointment.date Thu 12 Mar"),
        ],
    )
    def test_where_it_is_so_already(self, before: str, word: str, already: str) -> None:
        head = "" if before.startswith("borrower") else "borrower: x\n"
        on_paper = paper(head + "partner: sarah-chen\n" + before)
        with pytest.raises(RefusedEditError, match=f"nothing to change: x already has {already}"):
            put(on_paper, word)

    def test_what_does_change_is_told_alone(self) -> None:
        on_paper = paper("borrower: Dana Ortiz\npartner: sarah-chen\nloan: {amount: 400000}\n")
        assert put(on_paper, "amount=400k", "program=fha") == "Dana Ortiz: loan.program fha"


class TestOtherRecords:
    def test_a_partner(self) -> None:
        on_paper = paper()
        assert put(on_paper, "tier=A", "prefers=text", path=CHEN) == "Sarah Chen: tier A, prefers text"
        assert on_paper.text(CHEN) == "name: Sarah Chen\ntype: real_estate_agent\ntier: A\nprefers: text\n"

    def test_a_day_that_has_no_file_yet_gets_one(self) -> None:
        on_paper = paper()
        assert put(on_paper, "day_off=sick", path=TUESDAY) == "Tue 10 Mar: day_off sick"
        assert on_paper.text(TUESDAY) == (
            "# yaml-language-server: $schema=../../.schema/activity.schema.json\ndate: 2026-03-10\nday_off: sick\n"
        )

    def test_but_not_for_nothing(self) -> None:
        on_paper = paper()
        with pytest.raises(RefusedEditError, match="Tue 10 Mar already has no comment"):
            put(on_paper, "comment=", path=TUESDAY)
        assert TUESDAY not in on_paper.files


texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(
    lambda text: control_character(text) is None and text.strip() == text
)


@given(texts, st.sampled_from((("notes",), ("borrower", "best_time"), ("borrower", "name"), ("x-own",))))
def test_whatever_text_is_set_is_what_the_file_says(text: str, path: tuple[str, ...]) -> None:
    on_paper = paper("borrower:\n  name: Dana Ortiz   # calls herself Dee\npartner: sarah-chen\n")
    on_paper.do(set_fields(DANA, [Assignment(path, "put", text)]))
    record = on_paper.record(DANA)
    found = {"notes": record.notes, "best_time": record.best_time, "name": record.name, **dict(record.extra)}
    found["x-own"] = dict(record.extra).get("x-own", "")
    assert found[path[-1]] == text
    assert "# calls herself Dee\n" in on_paper.text(DANA)
