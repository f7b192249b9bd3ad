"""Whom a word that names no partner may have meant."""

import pytest
from msgspec.structs import replace

from tests.factories import make_journal, make_partner
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.editing.near_partners import mistyped_partners, near_partners

JOURNAL = make_journal(
    make_partner("sarah-chen", name="Sarah Chen"),
    make_partner("mike-tran", name="Mike Tran"),
    make_partner("jin-park", name="Jin Park"),
    make_partner("hoa-nguyen", name="Hoa Nguyễn"),
    make_partner("pat-doyle", name="Pat Doyle"),
    make_partner("megan-oday", name="Megan O'Day"),
    make_partner("elm-street", name="Elm Street Realty"),
)


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("chenn", "sarah-chen"),
        ("@cehn", "sarah-chen"),
        ("Sara Chan", "sarah-chen"),
        ("S. Chen", "sarah-chen"),
        ("Sarah Jane Chen", "sarah-chen"),
        ("sarachen", "sarah-chen"),
        ("mike-tram", "mike-tran"),
        ("miketran", "mike-tran"),
        ("jen park", "jin-park"),
        ("@nguyenn", "hoa-nguyen"),
        ("Megan O'Dea", "megan-oday"),
        ("Elm Stret Realty", "elm-street"),
    ],
)
def test_a_slip_is_told_from_a_new_name(word: str, id_: str) -> None:
    assert [one.id for one in mistyped_partners(JOURNAL, word)] == [id_]


@pytest.mark.parametrize("word", ["pat-lee", "Bob Smith", "smith", "ortiz", "Mike Jones", "@", "", "日本", "x" * 90])
def test_a_new_name_is_nobody_mistyped(word: str) -> None:
    assert mistyped_partners(JOURNAL, word) == []


@pytest.mark.parametrize("word", ["chen", "@sarah-chen", "tran", "nguyen"])
def test_who_is_named_is_not_mistyped(word: str) -> None:
    assert mistyped_partners(JOURNAL, word) == []


def test_of_several_the_likeliest_is_first() -> None:
    journal = make_journal(make_partner("sam-chang", name="Sam Chang"), make_partner("sarah-chen", name="Sarah Chen"))
    assert [one.id for one in near_partners(journal, "Sarah Chenn")] == ["sarah-chen"]
    assert [one.id for one in near_partners(journal, "Chenng")] == ["sam-chang", "sarah-chen"]
    assert [one.id for one in near_partners(journal, "sarah chen")] == ["sarah-chen"]


def test_a_partner_whose_file_cannot_be_read_is_no_slip() -> None:
    broken = Problem(path="partners/chenn.yaml", line=1, column=1, severity=ERROR, code="syntax", message="")
    journal = make_journal(make_partner("sarah-chen", name="Sarah Chen"))
    assert mistyped_partners(replace(journal, unreadable=(broken,)), "@chenn") == []
