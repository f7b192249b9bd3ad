"""A new referral in one line, on Tuesday 10 March 2026."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.editing.one_line import Assignment, NewReferral, parse_new_referral, split_words
from textual_tracker.errors import UsageError
from textual_tracker.reading.excerpt import visible

TUESDAY = dt.date(2026, 3, 10)


def said(line: str) -> NewReferral:
    return parse_new_referral(split_words(line), TUESDAY)


def refusal(line: str) -> str:
    with pytest.raises(UsageError) as refused:
        said(line)
    return str(refused.value)


def test_everything_at_once() -> None:
    line = (
        'Dana Ortiz 555-0142 dana@example.com @chen $385k program=fha purpose:purchase source:real-estate on:fri '
        'officer=ana tag=first-time tag:urgent consent_to_share=full "met at open house" x-lead=web'
    )  # fmt: skip
    assert said(line) == NewReferral(
        name="Dana Ortiz",
        phone="555-0142",
        email="dana@example.com",
        partner_word="chen",
        source="real_estate_agent",
        amount=385_000,
        purpose="purchase",
        program="fha",
        officer="ana",
        received=(dt.date(2026, 3, 6), None),
        tags=("first-time", "urgent"),
        notes="met at open house",
        more=(Assignment(("consent_to_share",), "put", "full"), Assignment(("x-lead",), "put", "web")),
    )


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Dana Ortiz", {}),
        ("555-0142 Dana Ortiz", {"phone": "555-0142"}),
        ("@chen Dana Ortiz", {"partner_word": "chen"}),
        ('Dana Ortiz @"pat lee"', {"partner_word": "pat lee"}),
        ("Dana Ortiz partner=pat-lee", {"partner_word": "pat-lee"}),
        ("Dana Ortiz, 555-0142, dana@example.com", {"phone": "555-0142", "email": "dana@example.com"}),
        ("Dana Ortiz <dana@example.com>", {"email": "dana@example.com"}),
        ('name="Dana   Ortiz"', {}),
        ('name="Dana Ortiz" @chen', {"partner_word": "chen"}),
        ('borrower="Dana Ortiz"', {}),
        ('"Dana Ortiz" 555-0142 "met there"', {"phone": "555-0142", "notes": "met there"}),
        ('Dana Ortiz "met there" note="likes texts"', {"notes": "met there\nlikes texts"}),
        ('Dana Ortiz "met there" "at noon"', {"notes": "met there\nat noon"}),
        ("Dana Ortiz 385k", {"amount": 385_000}),
        ("Dana Ortiz $385,000", {"amount": 385_000}),
        ("Dana Ortiz 385,000", {"amount": 385_000}),
        ("Dana Ortiz amount=385000", {"amount": 385_000}),
        ("Dana Ortiz received=2026-03-02T16:40", {"received": (dt.date(2026, 3, 2), dt.time(16, 40))}),
        ('Dana Ortiz on:"yesterday 5pm"', {"received": (dt.date(2026, 3, 9), dt.time(17))}),
        ("Dana Ortiz tags=a,b tag=a", {"tags": ("a", "b")}),
        ("Dana Ortiz tags+=a", {"tags": ("a",)}),
        ("Dana Ortiz best_time=evenings", {"more": (Assignment(("borrower", "best_time"), "put", "evenings"),)}),
        ("Dana Ortiz co_borrower=", {}),
    ],
)
def test_each_thing_by_its_form_or_by_its_key(line: str, fields: dict[str, Any]) -> None:
    assert said(line) == NewReferral(**{"name": "Dana Ortiz", **fields})


@pytest.mark.parametrize(
    "name",
    [
        "May Fong", "April Day", "Va Nguyen", "Dana O'Brien", "Ana-Lucía Gómez", "Mark Friday", "Ortiz, Dana",
        "Dana Ortiz Jr.", "Dana & Lee Ortiz", "José", "李 小龍", "dana ortiz",
    ],
)  # fmt: skip
def test_names_are_names(name: str) -> None:
    assert said(f"{name} 555-0142 @chen").name == name
    assert said(f"555-0142 {name}").name == name


@pytest.mark.parametrize(
    "phone",
    [
        "555-0142", "555 0142", "5550142", "503-555-0142", "(503) 555-0142", "(503)555-0142", "503.555.0142",
        "503 555 0142", "5035550142", "+1 503-555-0142", "+15035550142", "1-503-555-0142", "555-0142 x12",
        "(503) 555-0142 ext. 12", "503/555-0142", "555–0142", "+44 20 7946 0142",
    ],
)  # fmt: skip
def test_phones_as_people_write_them_stay_as_typed(phone: str) -> None:
    for line in (f"Dana Ortiz {phone} @chen", f'Dana Ortiz "{phone}" @chen', f"Dana Ortiz phone={phone} @chen"):
        assert said(line) == NewReferral(name="Dana Ortiz", phone=phone, partner_word="chen")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "who is it? a new referral needs a name: Dana Ortiz 555-0142 @chen"),
        ("& 555-0142", "who is it? a new referral needs a name: Dana Ortiz 555-0142 @chen"),
        ('"&  &"', "who is it? a new referral needs a name: Dana Ortiz 555-0142 @chen"),
        ("555-0142 @chen", "who is it? a new referral needs a name: Dana Ortiz 555-0142 @chen"),
        ("Dana 555-0142 fha", '"fha" stands apart from the name; write program=fha, or name="Dana fha"'),
        ("Dana 555-0142 cpa", '"cpa" stands apart from the name; write source=cpa, or name="Dana cpa"'),
        ("Dana 555-0142 fri", '"fri" stands apart from the name; write on:fri, or name="Dana fri"'),
        ("Dana 555-0142 nice",
         '"nice" stands apart from the name; write name="Dana nice", or a note of several words in quotes'),
        ("name=Dana Ortiz", '"Ortiz" stands apart from the name; write name="Dana Ortiz"'),
        ("Dana Ortiz fha @chen",
         '"fha" would be a part of the name; write program=fha, or name="Dana Ortiz fha"'),
        ('"met there" Dana Ortiz',
         'which is the name, "met there" or "Dana Ortiz"? write the name first, or name="…"'),
        ("Dana 385000", '"385000" is neither a phone nor an amount; an amount is written $385000'),
        ("Dana $38x", '"$38x" is no amount in whole dollars; write it like 385000, 385,000 or $385k'),
        ("Dana @chen @tran", 'partner is said twice: "chen" and "tran"; write also_tell=tran'),
        ("Dana 555-0142 555-0143",
         'borrower.phone is said twice: "555-0142" and "555-0143"; write one of them as a note, in quotes'),
        ("Dana on:fri received=mon", "the day on which it was received is said twice"),
        ("Dana @", "whom does @ name? write the partner right behind it: @chen"),
        ("Dana on:", '"on:" says nothing; write the value right behind it'),
        ("Dana on:31feb", "there is no 31 Feb"),
        ("Dana 555-014 @chen", '"555-014" is no phone number; one has seven or ten digits, such as 503-555-0142'),
        ("Dana dana@example @chen", '"dana@example" is no e-mail address; one is written dana@example.com'),
        ("Dana @elm street realty", '"street" stands apart from the name; write @"elm street realty"'),
        ("Dana @chen note=hello there", '"there" stands apart from the name; write note="hello there"'),
        ("Dana @chen fha", '"fha" stands apart from the name; write program=fha, or name="Dana fha"'),
        ("Dana prog=fha", 'there is no field "prog"; did you mean program?'),
        ("Dana program=fhaa", '"fhaa" is not a loan program; did you mean fha?'),
        ("Dana tags-=a", "a new referral has nothing yet in tags; record that after it is added"),
        ("Dana log[0].note=x", "a new referral has nothing yet in log; record that after it is added"),
    ],
)  # fmt: skip
def test_what_is_missing_or_has_no_place_is_said(line: str, sentence: str) -> None:
    assert refusal(line) == sentence


PARTS = st.permutations(["555-0142", "dana@example.com", "@chen", "$385k", "program=fha", "on:fri", "tag=urgent"])


@given(parts=PARTS, place=st.integers(0, 7))
def test_the_order_of_the_parts_does_not_matter(parts: list[str], place: int) -> None:
    words = [*parts[:place], "Dana", "Ortiz", *parts[place:]]
    whole = said("Dana Ortiz 555-0142 dana@example.com @chen $385k program=fha on:fri tag=urgent")
    assert parse_new_referral(words, TUESDAY) == whole


@given(st.lists(st.text() | st.sampled_from(["Dana", "@chen", "555-0142", "$385k", "on:fri", "tag=a", "x=", "a b"])))
def test_whatever_is_typed_is_a_referral_with_a_name_or_a_refusal_in_one_line(words: list[str]) -> None:
    try:
        assert any(map(str.isalnum, parse_new_referral(words, TUESDAY).name))
    except UsageError as refused:
        sentence = str(refused)
    else:
        return
    assert sentence
    assert visible(sentence) == sentence
