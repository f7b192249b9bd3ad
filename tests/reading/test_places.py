"""Findings become problems at the field that they are about, in the file as it stands now."""

import pytest

from tests.reading.reads import marked
from tests.reading.reads import place as at
from textual_tracker.core.problems import Problem
from textual_tracker.reading.checks import Finding
from textual_tracker.reading.places import place

PATH = "referrals/2026/2026-03-02-dana.yaml"
TEXT = """\
borrower: Dana
source: cpa
contact_attempts:
  -
  - 3/3/2026
  - 2026-03-04
  - {channel: call}
  - {date: 2026-03-05, by: anna}
application:
  earlier:
    -
    - {started: 2026-03-05}
also_tell: [~, mike]
notes: |
  SSN 219-09-9999
"""


def found_at(field: str, text: str | None = TEXT, path: str = PATH) -> Problem:
    (problem,) = place([Finding(path, field, "warning", "future", "a message", "a hint")], lambda _: text)
    assert (problem.path, problem.code, problem.message, problem.hint) == (path, "future", "a message", "a hint")
    assert problem.field == field
    return problem


@pytest.mark.parametrize(
    ("path", "text", "field", "where", "mark"),
    [
        ("activity/2026/2026-03-02.yaml", "custom: {open_house: 12}\n", "custom.open_house", (1, 10), "open_house"),
        ("journal.yaml", "format: 1\ngoals: {daily: {cards: 2}}\n", "goals.daily.cards", (2, 17), "cards"),
        ("journal.yaml", "format: 1\nstreak: [calls, notez]\n", "streak[1]", (2, 17), "notez"),
    ],
)
def test_an_unknown_activity_is_marked_where_it_is_named(
    path: str, text: str, field: str, where: tuple[int, int], mark: str
) -> None:
    (problem,) = place([Finding(path, field, "warning", "unknown_activity", "a message")], lambda _: text)
    assert (at(problem), marked(problem)) == (where, mark)


@pytest.mark.parametrize(
    ("field", "where", "mark"),
    [
        ("", (1, 1), "b"),
        ("borrower", (1, 11), "Dana"),
        ("source", (2, 9), "cpa"),
        ("contact_attempts[0].date", (6, 5), "2026-03-04"),
        ("contact_attempts[1].by", (8, 28), "anna"),
        ("contact_attempts[1].date", (8, 12), "2026-03-05"),
        ("application.earlier[0]", (12, 7), "{started: 2026-03-05}"),
        ("application.earlier[0].ended", (12, 7), "{"),
        ("also_tell[0]", (13, 16), "mike"),
        ("application", (9, 1), "application"),
        ("outcome.date", (1, 1), "b"),
        ("notes", (14, 1), "notes"),
    ],
)
def test_the_place_of_a_field(field: str, where: tuple[int, int], mark: str) -> None:
    problem = found_at(field)
    assert at(problem) == where
    assert marked(problem).startswith(mark)


@pytest.mark.parametrize("text", [None, "", "borrower: [", "- a\n", "borrower: x\n---\n"])
def test_a_file_that_cannot_be_read_any_more_is_named_all_the_same(text: str | None) -> None:
    assert at(found_at("source", text)) == (1, 1)


def test_each_kind_of_file_is_read_as_what_it_is() -> None:
    assert at(found_at("custom.walks", "calls: 1\ncustom: {walks: 2}\n", "activity/ana/2026/2026-03-02.yaml")) == (
        2,
        17,
    )
    assert at(found_at("touches[0].by", "name: S\ntouches:\n  - {date: 2026-03-02, by: x}\n", "partners/s.yaml")) == (
        3,
        28,
    )
    assert at(found_at("streak[1]", "format: 1\nstreak: [calls, walks]\n", "journal.yaml")) == (2, 17)


def test_problems_are_in_the_order_of_their_place_and_each_file_is_read_once() -> None:
    asked: list[str] = []

    def read_text(path: str) -> str:
        asked.append(path)
        return TEXT

    findings = [
        Finding(path, field, "warning", "future", "m")
        for path in ("b.yaml", "a.yaml")
        for field in ("source", "borrower")
    ]
    assert [(problem.path, problem.line) for problem in place(findings, read_text)] == [
        ("a.yaml", 1),
        ("a.yaml", 2),
        ("b.yaml", 1),
        ("b.yaml", 2),
    ]
    assert asked == ["a.yaml", "b.yaml"]


def test_a_secret_on_the_line_stays_masked() -> None:
    text = "borrower: Dana\nsource: cpa\npartner: x # SSN 219-09-9999\n"
    problem = found_at("partner", text)
    assert problem.excerpt == "partner: x # SSN xxx-xx-xxxx"
