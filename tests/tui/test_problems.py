"""Problems: where, what, and what to do about it."""

from pathlib import Path

from tests.tui.driving import TODAY, opened
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import ERROR, WARNING, Problem
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.problems.view import problem_list

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"


def broken(journal: Path) -> None:
    path = journal / DANA
    path.write_text(path.read_text("utf-8").replace("program: fha", "program: fhaa"), "utf-8")
    (journal / "partners/mike-tran.yaml").write_text("name: Mike Tran\ntype: builder\ntier: Z\n", "utf-8")


async def test_every_problem_has_its_place_and_is_explained(journal: Path) -> None:
    broken(journal)
    async with opened(journal, (120, 30)) as person:
        await person.sees("✗ 2 problems")
        await person.press("8")
        await person.sees("2 errors", "mike-tran.yaml:3:7", "dana-ortiz.yaml:8:36")
        await person.sees("│ ✗ error", "3 │ tier: Z", "^")
        await person.press("j")
        await person.sees("│ referrals/2026/2026-03-06-dana-ortiz", "program: fhaa", "^^^^")


async def test_on_a_narrow_screen_the_problem_is_explained_below_the_list(journal: Path) -> None:
    broken(journal)
    async with opened(journal, (80, 24)) as person:
        await person.press("8")
        await person.sees("✗ error", "3 │ tier: Z", "8 Problems")


async def test_words_find_problems(journal: Path) -> None:
    broken(journal)
    async with opened(journal, (120, 30)) as person:
        await person.press("8", "slash")
        await person.sees("words of the path")
        await person.type("mike")
        await person.sees("1 of 2", "1 error")
        await person.press("escape", "slash")
        await person.type("zzz")
        await person.sees("No problem matches.")


async def test_without_problems_it_says_so(journal: Path) -> None:
    async with opened(journal) as person:
        await person.press("8")
        await person.sees("no errors", "Nothing is wrong in any file.")
        await person.press("enter", "y")
        await person.sees("No phone number is recorded here.")


def test_errors_come_before_warnings_and_each_kind_by_place() -> None:
    def found(path: str, severity: str) -> Problem:
        return Problem(path=path, severity=severity, code="enum", message="m")

    by_place = (found("a.yaml", WARNING), found("b.yaml", ERROR), found("c.yaml", WARNING), found("d.yaml", ERROR))
    shown = problem_list(Look(Snapshot(Journal(), TODAY), by_place), ())
    assert [problem.path for problem in shown.problems] == ["b.yaml", "d.yaml", "a.yaml", "c.yaml"]


async def test_the_id_of_the_record_that_a_problem_is_in_is_copied(journal: Path) -> None:
    broken(journal)
    settings = journal / "journal.yaml"
    settings.write_text(settings.read_text("utf-8") + "nonsense: 1\n", "utf-8")
    async with opened(journal, (120, 30)) as person:
        await person.press("8")
        await person.sees("3 errors")
        await person.press("Y")
        await person.sees("No record is selected.")
        await person.press("j", "Y")
        await person.sees("mike-tran copied")
        await person.press("j", "Y")
        await person.sees("2026-03-06-dana-ortiz copied")
