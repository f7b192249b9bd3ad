"""A milestone's day is written once, a deadline that is put off keeps its old day."""

import pytest

from tests.editing.actions.course import DANA, Course, lines
from tests.factories import day
from textual_tracker.editing.actions.milestone import MILESTONES, mark
from textual_tracker.errors import RefusedEditError, UsageError

DENIED = """\
application:
  status: denied
  started: 2026-03-03
  submitted: 2026-03-04T17:30
  decided: 2026-03-06
  note: co-signer is her brother
"""
RETURNED = "outcome: {status: open, earlier: [{status: closed, date: 2026-03-04, amount: 300000, ended: 2026-03-06}]}\n"


class TestFacts:
    @pytest.mark.parametrize(
        ("milestone", "says", "written"),
        [
            ("started", "application started", "  status: started\n  started: 2026-03-10\n"),
            ("submitted", "application submitted", "  status: submitted\n  submitted: 2026-03-10\n"),
            ("preapproved", "pre-approved", "  status: preapproved\n  preapproved: 2026-03-10\n"),
            (
                "in-process",
                "in process (since when is not known; under-contract or conditional-approval has a day)",
                "  status: in_process\n",
            ),
            ("under-contract", "under contract", "  status: in_process\n  under_contract: 2026-03-10\n"),
            ("appraisal-ordered", "appraisal ordered", "  appraisal_ordered: 2026-03-10\n"),
            ("appraisal-received", "appraisal received", "  appraisal_received: 2026-03-10\n"),
            (
                "conditional-approval",
                "conditional approval",
                "  status: in_process\n  conditional_approval: 2026-03-10\n",
            ),
            ("clear-to-close", "clear to close", "  status: clear_to_close\n  clear_to_close: 2026-03-10\n"),
            ("denied", "application denied", "  status: denied\n  decided: 2026-03-10\n"),
            ("withdrawn", "application withdrawn", "  status: withdrawn\n  decided: 2026-03-10\n"),
            ("incomplete", "application incomplete", "  status: incomplete\n  decided: 2026-03-10\n"),
        ],
    )
    def test_each_of_them_in_a_file_without_any(self, milestone: str, says: str, written: str) -> None:
        course = Course()
        assert course.do(mark(DANA, milestone)) == f"Dana Ortiz: {says}"
        assert course.text == "application:\n" + written

    def test_in_process_since_a_day_that_is_known_needs_no_remark(self) -> None:
        course = Course("application: {status: submitted, under_contract: 2026-03-06}\n")
        assert course.do(mark(DANA, "in-process")) == "Dana Ortiz: in process"

    def test_these_are_all(self) -> None:
        assert list(MILESTONES) == [
            "started", "submitted", "preapproved", "in-process", "under-contract", "appraisal-ordered",
            "appraisal-received", "conditional-approval", "clear-to-close", "denied", "withdrawn", "incomplete",
            "fell-through", "expected-close", "lock-expires", "expires",
        ]  # fmt: skip

    def test_a_day_before_today_is_said(self) -> None:
        course = Course("application: {status: started, started: 2026-03-03}\n")
        assert (
            course.do(mark(DANA, "submitted", day=day("2026-03-06")))
            == "Dana Ortiz: application submitted on Fri 6 Mar"
        )
        assert course.text == "application: {status: submitted, started: 2026-03-03, submitted: 2026-03-06}\n"

    def test_the_status_is_never_lowered(self) -> None:
        course = Course("application: {status: in_process, under_contract: 2026-03-06}\n")
        course.do(mark(DANA, "preapproved", day=day("2026-03-05")))
        assert course.text == "application: {status: in_process, preapproved: 2026-03-05, under_contract: 2026-03-06}\n"

    def test_an_appraisal_leaves_it_alone(self) -> None:
        course = Course("application: {status: preapproved, under_contract: 2026-03-06}\n")
        course.do(mark(DANA, "appraisal-ordered"))
        assert course.text == (
            "application: {status: preapproved, under_contract: 2026-03-06, appraisal_ordered: 2026-03-10}\n"
        )

    def test_a_note_goes_behind_the_one_that_is_there(self) -> None:
        course = Course("application:\n  status: started\n  note: |\n    co-signer is her brother\n")
        course.do(mark(DANA, "submitted", note="W-2 missing"))
        assert course.text == lines("""
            application:
              status: submitted
              submitted: 2026-03-10
              note: |
                co-signer is her brother
                W-2 missing
        """)

    @pytest.mark.parametrize(
        ("text", "milestone", "on", "sentence"),
        [
            ("application: {preapproved: 2026-03-10}\n", "preapproved", None, "so there is nothing to change"),
            (
                "application: {preapproved: 2026-03-06}\n",
                "preapproved",
                None,
                (
                    "pre-approved on Fri 6 Mar is on record already; a wrong day is corrected with: "
                    f"tracker set {DANA} application.preapproved=2026-03-10"
                ),
            ),
            (
                "application: {under_contract: 2026-03-06}\n",
                "under-contract",
                None,
                f"before another contract, this one fell through: tracker mark {DANA} fell-through",
            ),
            ("application: {status: clear_to_close}\n", "in-process", None, "Dana Ortiz is clear to close already"),
            ("", "in-process", "2026-03-06", '"in process" has no day of its own'),
            (
                RETURNED,
                "in-process",
                None,
                "came back on Fri 6 Mar, and since then only what has a day counts; .* mark under-contract or cond",
            ),
            ("", "started", "2026-03-11", "Wed 11 Mar is still ahead"),
            (
                "outcome: {status: lost, date: 2026-03-05, reason: went_cold}\n",
                "started",
                None,
                "was lost on Thu 5 Mar; if they are back, open it first",
            ),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, text: str, milestone: str, on: str | None, sentence: str) -> None:
        with pytest.raises(RefusedEditError, match=sentence):
            Course(text).do(mark(DANA, milestone, day=day(on) if on else None))

    def test_what_is_no_milestone_is_told_what_is(self) -> None:
        with pytest.raises(UsageError, match='"appraised" is no milestone: started, submitted, preapproved'):
            Course().do(mark(DANA, "appraised"))

    def test_a_reason_belongs_to_the_ending(self) -> None:
        with pytest.raises(UsageError, match="only fell-through has a reason; why a referral is lost is told by lose"):
            Course().do(mark(DANA, "denied", reason="denied_credit"))


class TestAnotherApplication:
    def test_after_a_denial_the_old_one_goes_to_earlier_as_it_was_typed(self) -> None:
        course = Course(DENIED)
        assert course.do(mark(DANA, "started")) == "Dana Ortiz: application started"
        assert course.text == lines("""
            application:
              status: started
              started: 2026-03-10
              earlier:
                - {status: denied, started: 2026-03-03, submitted: 2026-03-04T17:30, decided: 2026-03-06, \
note: co-signer is her brother, ended: 2026-03-10}
        """)

    def test_what_was_before_the_denial_joins_the_old_one(self) -> None:
        course = Course(DENIED)
        course.do(mark(DANA, "preapproved", day=day("2026-03-05")))
        assert course.text == DENIED.replace("  decided", "  preapproved: 2026-03-05\n  decided")

    def test_denied_twice_is_refused(self) -> None:
        with pytest.raises(RefusedEditError, match="was denied on Fri 6 Mar already; what is left is to close"):
            Course(DENIED).do(mark(DANA, "withdrawn"))

    def test_a_deadline_of_a_denied_one_is_refused(self) -> None:
        with pytest.raises(RefusedEditError, match="was denied on Fri 6 Mar; a new one is begun with: tracker mark"):
            Course(DENIED).do(mark(DANA, "expected-close", day=day("2026-03-31")))

    def test_after_a_return_the_old_one_goes_to_earlier(self) -> None:
        course = Course(
            "application: {status: clear_to_close, started: 2026-03-02, clear_to_close: 2026-03-03}\n" + RETURNED
        )
        course.do(mark(DANA, "started"))
        assert course.text == (
            "application: {status: started, started: 2026-03-10, earlier: "
            "[{status: clear_to_close, started: 2026-03-02, clear_to_close: 2026-03-03, ended: 2026-03-10}]}\n"
            + RETURNED
        )

    def test_so_it_does_with_the_first_deadline(self) -> None:
        course = Course(
            "application: {status: clear_to_close, expires: 2026-05-01, clear_to_close: 2026-03-03}\n" + RETURNED
        )
        assert course.do(mark(DANA, "expires", day=day("2026-06-09"))) == "Dana Ortiz: pre-approval letter Tue 9 Jun"
        assert course.text == (
            "application: {expires: 2026-06-09, earlier: "
            "[{status: clear_to_close, expires: 2026-05-01, clear_to_close: 2026-03-03, ended: 2026-03-10}]}\n"
            + RETURNED
        )

    def test_what_was_begun_since_the_return_goes_on(self) -> None:
        course = Course("application: {status: started, started: 2026-03-07}\n" + RETURNED)
        course.do(mark(DANA, "submitted"))
        assert course.text == (
            "application: {status: submitted, started: 2026-03-07, submitted: 2026-03-10}\n" + RETURNED
        )


class TestDeadlines:
    @pytest.mark.parametrize(
        ("milestone", "says", "field"),
        [
            ("expected-close", "closing", "expected_close"),
            ("lock-expires", "rate lock", "lock_expires"),
            ("expires", "pre-approval letter", "expires"),
        ],
    )
    def test_the_first_day_and_another(self, milestone: str, says: str, field: str) -> None:
        course = Course()
        assert course.do(mark(DANA, milestone, day=day("2026-03-24"))) == f"Dana Ortiz: {says} Tue 24 Mar"
        assert course.text == f"application:\n  {field}: 2026-03-24\n"
        says_so = course.do(mark(DANA, milestone, day=day("2026-03-31"), on=day("2026-03-09"), note="appraisal late"))
        assert says_so == f"Dana Ortiz: {says} moved from Tue 24 Mar to Tue 31 Mar"
        assert course.text == lines(f"""
            application:
              {field}: 2026-03-31
              moved:
                - {{date: 2026-03-09, what: {field}, from: 2026-03-24, note: appraisal late}}
        """)

    def test_the_old_day_is_kept_as_it_was_typed(self) -> None:
        course = Course("application: {expected_close: 2026-03-24T10:00}\n")
        course.do(mark(DANA, "expected-close", day=day("2026-03-31")))
        assert "from: 2026-03-24T10:00" in course.text

    def test_the_same_day_changes_nothing(self) -> None:
        with pytest.raises(RefusedEditError, match="Dana Ortiz's closing is Tue 24 Mar already"):
            Course("application: {expected_close: 2026-03-24}\n").do(
                mark(DANA, "expected-close", day=day("2026-03-24"))
            )

    def test_without_a_day_there_is_nothing_to_write(self) -> None:
        with pytest.raises(UsageError, match=f"which day. tracker mark {DANA} lock-expires DATE"):
            Course().do(mark(DANA, "lock-expires"))
