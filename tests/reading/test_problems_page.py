"""docs/problems.md has every code, as the program knows it, and each example gives the problem it stands under."""

import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.reading.journals import journal_of, kind_of
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.reading.checks import check_journal
from textual_tracker.reading.codes import CODES, FILES
from textual_tracker.reading.places import place
from textual_tracker.reading.reader import read

PAGE = Path(__file__).parents[2] / "docs" / "problems.md"
STORE = Path(__file__).parents[2] / "textual_tracker" / "store"
TODAY = dt.date(2026, 3, 10)

IN_WORDS = {
    "control_character": b"borrower: Dana\0Ortiz\n",
    "not_utf8": "borrower: José\n".encode("latin-1"),
    "too_many": b"borrower: Dana\nsource: cpa\ntags: [" + b"a," * 100_000 + b"]\n",
    "too_large": b"borrower: Dana\nsource: cpa\nnotes: " + b"x" * 1_048_576,
    "more": b"borrower: Dana\nsource: cpa\n" + b"".join(b"k%d: 1\n" % number for number in range(101)),
}
"""What a page of text cannot show: examples that are given in words."""
BESIDES = {"no_source": {"missing"}, "more": {"unknown_key"}}
"""The other problems of an example, where it says that there are some."""


class Section(NamedTuple):
    code: str
    title: str
    severity: str
    examples: list[tuple[str, str]]


def sections() -> dict[str, Section]:
    found = {}
    for part in re.split(r"(?m)^### ", PAGE.read_text(encoding="utf-8"))[1:]:
        code, _, body = re.split(r"(?m)^## ", part)[0].partition("\n")
        title = re.match(r"\s*\*\*(.+?)\.\*\* \((\w+)\)", body, re.DOTALL)
        assert title is not None, code
        examples = re.findall(r"`([\w/.-]+\.yaml)`\n```yaml\n(.*?)```\n", body, re.DOTALL)
        found[code] = Section(code, " ".join(title[1].split()), title[2], examples)
    return found


SECTIONS = sections()


def test_the_page_has_every_code() -> None:
    assert SECTIONS.keys() == CODES.keys()


@pytest.mark.parametrize("code", CODES)
def test_the_page_says_of_a_code_what_the_program_says(code: str) -> None:
    assert (SECTIONS[code].title, SECTIONS[code].severity) == (CODES[code].title, CODES[code].severity)


def test_every_code_has_an_example_unless_it_is_about_the_file_itself() -> None:
    without = {code for code, section in SECTIONS.items() if not section.examples}
    assert without == IN_WORDS.keys() | FILES.keys()


def test_the_codes_of_files_are_those_that_the_store_gives() -> None:
    source = (STORE / "faults.py").read_text(encoding="utf-8")
    given = set(re.findall(r'_(?:error|warning)\(\s*path, "(\w+)"|code="(\w+)"|"(\w+)",\n\s+"', source))
    named = {name for names in given for name in names if name} | set(re.findall(r'shown, "(\w+)"', source))
    assert named == set(FILES)


@pytest.mark.parametrize("code", [code for code in SECTIONS if code not in FILES])
def test_each_example_gives_the_problem_under_which_it_stands(code: str) -> None:
    for problems in told_by_examples(code):
        assert {problem.code for problem in problems} == {code} | BESIDES.get(code, set())
        for problem in problems:
            assert problem.severity == CODES[problem.code].severity
            assert problem.message
            assert problem.hint or problem.code == "number"


def told_by_examples(code: str) -> list[list[Problem]]:
    """The problems of each example; an example of several files is one."""
    if code in IN_WORDS:
        return [list(read("referral", "referrals/2026/2026-03-02-dana-ortiz.yaml", IN_WORDS[code]).problems)]
    files = SECTIONS[code].examples
    if len({path for path, _ in files}) < len(files) or len(files) == 1:
        return [list(read(kind_of(path), path, text.encode()).problems) for path, text in files]
    if all(
        code in {problem.code for problem in read(kind_of(path), path, text.encode()).problems} for path, text in files
    ):
        return [list(read(kind_of(path), path, text.encode()).problems) for path, text in files]
    journal = journal_of(dict(files))
    return [[*journal.problems, *place(check_journal(journal, TODAY), dict(files).get)]]


def test_the_example_at_the_top_is_what_the_program_says() -> None:
    path = "referrals/2026/2026-03-02-dana-ortiz.yaml"
    (problem,) = read("referral", path, b"borrower: Dana\nsource: realtr\n").problems
    printed = f"{path}:{problem.line}:{problem.column}: {problem.severity}: {problem.message} [{problem.code}]"
    assert problem.severity == ERROR
    assert printed in PAGE.read_text(encoding="utf-8")
