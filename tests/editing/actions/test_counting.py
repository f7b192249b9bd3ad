"""Counting a day's work. 10 March 2026 is a Tuesday."""

import datetime as dt

import pytest

from tests.editing.paper import TODAY, Paper
from textual_tracker.core.settings import Settings
from textual_tracker.editing.actions.counting import count
from textual_tracker.editing.one_line import parse_counts
from textual_tracker.errors import RefusedEditError

KINDS = ("open_houses", "classes")
TUESDAY = "activity/2026/2026-03-10.yaml"


def counted(
    paper: Paper,
    *words: str,
    shown: dict[str, int] | None = None,
    recorded: dict[str, int] | None = None,
    officer: str = "",
    day: dt.date = TODAY,
) -> str:
    """What is said after counting `words`, on a day that is seen as `shown`, of which the records show `recorded`."""
    counts = parse_counts(words, KINDS)
    return paper.do(count(counts, day=day, officer=officer, shown=shown or {}, recorded=recorded or {}))


def written(before: str, *words: str, shown: dict[str, int] | None = None) -> str:
    """The day's file after counting `words`."""
    paper = Paper({TUESDAY: before}, Settings(activities=KINDS))
    counted(paper, *words, shown=shown)
    return paper.text(TUESDAY)


def test_the_first_count_makes_the_days_file_with_nothing_else_in_it() -> None:
    paper = Paper({})
    assert counted(paper, "calls+3", "notes") == "Tue 10 Mar: calls 3, notes 1"
    assert paper.text(TUESDAY) == (
        "# yaml-language-server: $schema=../../.schema/activity.schema.json\ndate: 2026-03-10\ncalls: 3\nnotes: 1\n"
    )


def test_in_a_shared_journal_each_officer_has_days() -> None:
    paper = Paper({})
    counted(paper, "calls+3", officer="ana", day=dt.date(2026, 3, 6))
    assert paper.text("activity/ana/2026/2026-03-06.yaml").startswith(
        "# yaml-language-server: $schema=../../../.schema/"
    )


def test_what_is_added_is_added_to_what_is_seen() -> None:
    """Two were typed, but the records show six: after one more call it is seven, and not three."""
    assert written("calls: 2\n", "calls+1", shown={"calls": 6}) == "calls: 7\n"
    assert written("notes: 1\n", "calls+1", shown={"calls": 6}) == "calls: 7\nnotes: 1\n"


def test_it_becomes_what_is_said_or_less_but_never_less_than_nothing() -> None:
    assert written("calls: 12   # phew\n", "calls=9", shown={"calls": 12}) == "calls: 9   # phew\n"
    assert written("calls: 12\n", "calls-2", shown={"calls": 12}) == "calls: 10\n"
    assert written("calls: 1\n", "calls-2", shown={"calls": 1}) == "calls: 0\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["calls=1"], "Tue 10 Mar: calls 1 typed; the records show 8"),
        (["calls-100"], "Tue 10 Mar: calls 0 typed; the records show 8"),
        (["calls=1", "notes"], "Tue 10 Mar: calls 1 typed, notes 1; the records show calls 8"),
        (["calls=8"], "Tue 10 Mar: calls 8"),
    ],
)
def test_what_stays_hidden_behind_the_records_is_said(words: list[str], says: str) -> None:
    """The larger of the two is what is seen: `calls 1` alone would be untrue on every screen."""
    assert counted(Paper({}), *words, shown={"calls": 8}, recorded={"calls": 8}) == says


def test_it_is_said_too_where_it_was_typed_before() -> None:
    with pytest.raises(RefusedEditError, match="already has calls 1 typed; the records show 8"):
        counted(Paper({TUESDAY: "calls: 1\n"}), "calls=1", shown={"calls": 8}, recorded={"calls": 8})


def test_the_same_counter_several_times() -> None:
    assert written("calls: 1\n", "calls+2", "calls", "calls-1", shown={"calls": 1}) == "calls: 3\n"


def test_kinds_of_the_journals_own_are_in_a_group() -> None:
    assert written("calls: 1\n", "open_houses", "classes+2") == "calls: 1\ncustom: {open_houses: 1, classes: 2}\n"
    assert written("custom:\n  classes: 2\n", "open_houses", "classes", shown={"classes": 2}) == (
        "custom:\n  classes: 3\n  open_houses: 1\n"
    )


def test_a_day_without_calls_may_be_said_to_be_one() -> None:
    """Unknown is not zero: who types it knows it."""
    assert written("notes: 1\n", "calls=0") == "calls: 0\nnotes: 1\n"


@pytest.mark.parametrize(
    ("before", "word", "shown", "says"),
    [
        ("calls: 9\n", "calls=9", 9, "nothing to change: Tue 10 Mar already has calls 9"),
        ("notes: 1\n", "calls-1", 0, "nothing to change: Tue 10 Mar already has calls 0"),
    ],
)
def test_nothing_is_written_where_nothing_changes(before: str, word: str, shown: int, says: str) -> None:
    paper = Paper({TUESDAY: before})
    with pytest.raises(RefusedEditError, match=says):
        counted(paper, word, shown={"calls": shown})
    assert paper.text(TUESDAY) == before


def test_nothing_is_counted_on_a_day_ahead() -> None:
    with pytest.raises(RefusedEditError, match="Wed 11 Mar is still ahead"):
        counted(Paper({}), "calls", day=dt.date(2026, 3, 11))


def test_a_file_that_cannot_be_read_is_not_written_over() -> None:
    paper = Paper({TUESDAY: "calls: [\n"})
    with pytest.raises(RefusedEditError, match="cannot be read"):
        counted(paper, "calls")
