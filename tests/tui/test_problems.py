"""Problems: where, what, and what to do about it."""

from pathlib import Path

from tests.tui.driving import opened

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
