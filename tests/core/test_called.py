"""Partners by the words that people use for them: the same wherever one is named."""

from collections.abc import Callable

import pytest

from tests.factories import day, make_journal, make_partner
from textual_tracker.analytics.naming import find_partner
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.called import partner_called, which_one
from textual_tracker.core.journal import Journal
from textual_tracker.editing.senders import known_partner
from textual_tracker.errors import NotOneRecordError

PARTNERS = make_journal(
    make_partner("Sarah Chen", id="sarah-chen"),
    make_partner("Lee", id="lee-1"),
    make_partner("Lee Bell", id="lee-bell"),
    make_partner("Ana Gómez", id="ana-gomez"),
    make_partner("Anna Lind", id="anna"),
)


def as_read(journal: Journal, word: str) -> str:
    return find_partner(Snapshot(journal, day("2026-03-10")), word).id


@pytest.mark.parametrize("way", [known_partner, as_read])
@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("sarah-chen", "sarah-chen"),
        ("@chen", "sarah-chen"),
        ("SARAH", "sarah-chen"),
        ("gomez", "ana-gomez"),
        ("Gómez", "ana-gomez"),
        ("lee", "lee-1"),  # the other one is called something else too
        ("@lee", "lee-1"),
        ("lee-1", "lee-1"),
        ("anna", "anna"),
    ],
)
def test_whom_a_word_names(way: Callable[[Journal, str], str | None], word: str, found: str) -> None:
    assert way(PARTNERS, word) == found


def test_nobody() -> None:
    assert partner_called(PARTNERS, "zoe") is None
    assert partner_called(PARTNERS, "@") is None
    with pytest.raises(NotOneRecordError, match=r'^no partner is named "zoe"$'):
        as_read(PARTNERS, "@zoe")


@pytest.mark.parametrize("way", [known_partner, as_read])
def test_several_are_listed(way: Callable[[Journal, str], str | None]) -> None:
    with pytest.raises(NotOneRecordError) as asked:
        way(PARTNERS, "@an")
    assert str(asked.value) == '"an" names 2 partners; which one?\n  ana-gomez  Ana Gómez\n  anna       Anna Lind'


def test_of_very_many_the_first_are_listed() -> None:
    crowd = [make_partner(f"Lee {number}", id=f"lee-{number:02}") for number in range(22)]
    lines = which_one("lee", crowd, "partners").splitlines()
    assert (lines[0], lines[20], lines[21:]) == (
        '"lee" names 22 partners; which one?',
        "  lee-19  Lee 19",
        ["  … and 2 more"],
    )
