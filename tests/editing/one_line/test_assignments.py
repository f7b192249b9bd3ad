"""Fields with their values in one line, on Tuesday 10 March 2026."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.editing.one_line import Assignment, parse_assignments
from textual_tracker.errors import UsageError
from textual_tracker.reading.excerpt import visible
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.schema import KINDS, Kind, shape
from textual_tracker.reading.shape import Shape

TUESDAY = dt.date(2026, 3, 10)


def said(word: str, kind: Kind = "referral") -> Assignment:
    (assignment,) = parse_assignments(kind, [word], TUESDAY)
    return assignment


def refusal(word: str, kind: Kind = "referral") -> str:
    with pytest.raises(UsageError) as refused:
        said(word, kind)
    return str(refused.value)


@pytest.mark.parametrize(
    ("word", "path", "value"),
    [
        ("loan.amount=400000", ("loan", "amount"), 400_000),
        ("amount=400k", ("loan", "amount"), 400_000),
        ("amount=$385,000", ("loan", "amount"), 385_000),
        ("amount=1.25m", ("loan", "amount"), 1_250_000),
        ("amount=385000.00", ("loan", "amount"), 385_000),
        ("outcome.amount=385 k", ("outcome", "amount"), 385_000),
        ("phone=555-0142", ("borrower", "phone"), "555-0142"),
        ("name=Dana Ortiz", ("borrower", "name"), "Dana Ortiz"),
        ("borrower=Dana Ortiz", ("borrower", "name"), "Dana Ortiz"),
        ("co-borrower=Lee", ("borrower", "co_borrower"), "Lee"),
        ("best_time=after 5pm", ("borrower", "best_time"), "after 5pm"),
        ("do_not_contact=yes", ("borrower", "do_not_contact"), True),
        ("do_not_contact=No", ("borrower", "do_not_contact"), False),
        ("program=FHA", ("loan", "program"), "fha"),
        ("purpose=cash-out", ("loan", "purpose"), "cash_out_refinance"),
        ("source=cpa", ("source",), "cpa"),
        ("reason=rate", ("outcome", "reason"), "chose_other_lender_rate"),
        ("partner=sarah-chen", ("partner",), "sarah-chen"),
        ("also_tell=mike-tran, pat-lee", ("also_tell",), ("mike-tran", "pat-lee")),
        ("tag=urgent", ("tags",), ("urgent",)),
        ("notes=called twice, no answer", ("notes",), "called twice, no answer"),
        ("notes=a=b", ("notes",), "a=b"),
        ("contact_attempts[2].note=prefers texts", ("contact_attempts", 2, "note"), "prefers texts"),
        ("application.earlier[0].reason=fell", ("application", "earlier", 0, "reason"), "contract_fell_through"),
        ("tags[0]=urgent", ("tags", 0), "urgent"),
        ("x-lead=web", ("x-lead",), "web"),
        ("borrower.x-nick=Dee", ("borrower", "x-nick"), "Dee"),
        ("x-lead.from=web", ("x-lead", "from"), "web"),
    ],
)
def test_a_field_by_its_path_or_its_last_name(word: str, path: Path, value: object) -> None:
    assert said(word) == Assignment(path, "put", value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "path", "day"),
    [
        ("appointment.date=mon 2pm", ("appointment", "date"), "2026-03-16T14:00"),
        ("due=fri", ("next_step", "due"), "2026-03-13"),
        ("expected_close=28 apr", ("application", "expected_close"), "2026-04-28"),
        ("expires=eom", ("application", "expires"), "2026-03-31"),
        ("revisit=in 6 months", ("outcome", "revisit"), "2026-09-10"),
        ("received=mon", ("received",), "2026-03-09"),
        ("started=fri", ("application", "started"), "2026-03-06"),
        ("appointment.set=fri", ("appointment", "set"), "2026-03-06"),
        ("contact_attempts[0].date=3/6", ("contact_attempts", 0, "date"), "2026-03-06"),
        ("contact_attempts[0]=3/6", ("contact_attempts", 0), "2026-03-06"),
    ],
)
def test_days_are_said_as_people_say_them_plans_ahead_and_facts_back(word: str, path: Path, day: str) -> None:
    assert said(word) == Assignment(path, "put", day)


@pytest.mark.parametrize(
    ("word", "assignment"),
    [
        ("notes=", Assignment(("notes",), "remove")),
        ("phone=  ", Assignment(("borrower", "phone"), "remove")),
        ("tags+=urgent", Assignment(("tags",), "add", ("urgent",))),
        ("tags+=urgent,va", Assignment(("tags",), "add", ("urgent", "va"))),
        ("tags-=urgent", Assignment(("tags",), "take", ("urgent",))),
        ("also_tell+=pat-lee", Assignment(("also_tell",), "add", ("pat-lee",))),
    ],
)
def test_nothing_removes_and_lists_grow_and_shrink(word: str, assignment: Assignment) -> None:
    assert said(word) == assignment


@pytest.mark.parametrize(
    ("kind", "word", "path", "value"),
    [
        ("partner", "tier=b", ("tier",), "B"),
        ("partner", "update_days=5", ("update_days",), 5),
        ("partner", "type=cpa", ("type",), "cpa"),
        ("partner", "status=do-not-contact", ("status",), "do_not_contact"),
        ("partner", "name=Sarah Chen", ("name",), "Sarah Chen"),
        ("activity", "calls=12", ("calls",), 12),
        ("activity", "custom.open_houses=2", ("custom", "open_houses"), 2),
        ("activity", "day_off=yes", ("day_off",), True),
        ("activity", "day_off=vac", ("day_off",), "vacation"),
        ("activity", "date=fri", ("date",), "2026-03-06"),
        ("journal", "day_ends=17:30", ("day_ends",), "17:30"),
    ],
)
def test_the_fields_of_other_records(kind: Kind, word: str, path: Path, value: object) -> None:
    assert said(word, kind) == Assignment(path, "put", value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("loan.amout=3", 'there is no field "loan.amout"; did you mean loan.amount?'),
        ("amout=3", 'there is no field "amout"; did you mean amount?'),
        ("consent=full", 'there is no field "consent"; did you mean consent_to_share?'),
        ("loan.amo=3", 'there is no field "loan.amo"; did you mean loan.amount?'),
        ("exp=fri", 'there is no field "exp"; it may be expires or expected_close; write which'),
        ("tags-=none", '"tags-=none" says none of them by name; tags= takes them all away'),
        ("tags-=All", '"tags-=All" says none of them by name; tags= takes them all away'),
        ("loan.colour=red", 'there is no field "loan.colour"; loan has purpose, program, amount'),
        (
            "colour=red",
            'there is no field "colour"; tracker schema referral shows them all, and names of your own begin with x-',
        ),
        ("status=held", '"status" may be appointment.status, application.status or outcome.status; write which'),
        ("note=hi", '"note" may be appointment.note, application.note or outcome.note; write which'),
        ("phone.home=1", "borrower.phone holds no other fields"),
        ("contact_attempts.note=x", "contact_attempts is a list of entries: write contact_attempts[0].note"),
        ("loan[0]=x", "loan is no list, so it has no loan[0]"),
        ("loan=x", "loan holds several fields: loan.purpose=…, loan.program=…, loan.amount=…"),
        ("log=x", "log is a list of entries; name one of them, like log[0].date=…"),
        ("contact_attempts=fri",
         "contact_attempts is a list of entries; name one of them, like contact_attempts[0].date=…"),
        ("log+=fri", "log is a list of entries; name one of them, like log[0].date=…"),
        ("notes+=x", "notes is no list; write notes=…"),
        ("tags+=", '"tags+=" says nothing to add to tags or to take from it'),
        ("contact_attempts[-1].note=x",
         '"contact_attempts[-1].note" names no field; write it like loan.amount or contact_attempts[0].note'),
        ("amount", '"amount" sets nothing; write KEY=VALUE, such as amount=400000 or phone=555-0142'),
        ("=3", '"=3" sets nothing; write KEY=VALUE, such as amount=400000 or phone=555-0142'),
    ],
)  # fmt: skip
def test_what_names_no_field_is_refused_with_the_nearest_that_does(word: str, sentence: str) -> None:
    assert refusal(word) == sentence


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("amount=lots", '"lots" is no amount in whole dollars; write it like 385000, 385,000 or $385k'),
        ("amount=385,00", '"385,00" is no amount in whole dollars; write it like 385000, 385,000 or $385k'),
        ("amount=1.5", '"1.5" is no amount in whole dollars; write it like 385000, 385,000 or $385k'),
        ("amount=-5", '"-5" is no amount in whole dollars; write it like 385000, 385,000 or $385k'),
        ("do_not_contact=maybe", '"maybe" is neither yes nor no, which borrower.do_not_contact is'),
        ("source=realtor", '"realtor" is not a source; did you mean real_estate_agent?'),
        ("contact_attempts[2].channel=v", '"v" may be voicemail or video; write more of it'),
        ("received=31 feb", "there is no 31 Feb"),
        ("due=firday", '"firday" is no day; did you mean "friday"?'),
    ],
)
def test_a_value_that_may_not_stand_there_is_refused(word: str, sentence: str) -> None:
    assert refusal(word) == sentence


def test_refusals_of_other_records() -> None:
    assert refusal("update_days=x", "partner") == '"x" is no whole number, which update_days is'
    assert refusal("date=2pm", "activity") == "date is a day without a time"
    assert refusal("day_ends=5", "journal") == '"5" may not stand in day_ends; write it like 17:00'


def test_nothing_to_set() -> None:
    with pytest.raises(UsageError, match=r"^nothing is set; write KEY=VALUE, such as amount="):
        parse_assignments("referral", [], TUESDAY)


def leaves(found: Shape, path: Path = ()) -> Iterator[Path]:
    """Every place of a record that a scalar may have."""
    for name, inner in (found.properties or {}).items():
        if inner.kind is not None and inner.properties is None:
            yield (*path, name)
        yield from leaves(inner, (*path, name))
    if found.items is not None and path:
        yield from leaves(found.items, (*path, 1))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_record_is_found_by_its_path(kind: Kind) -> None:
    paths = list(leaves(shape(kind)))
    assert len(paths) >= 8
    for path in paths:
        assert said(f"{dotted(path)}=", kind) == Assignment(path, "remove")


@given(
    word=st.text() | st.from_regex(r"[a-z_.\[\]0-9-]{1,20}(\+|-)?=.{0,20}", fullmatch=True),
    kind=st.sampled_from(KINDS),
)
def test_whatever_is_typed_sets_one_field_or_is_refused_in_one_line(word: str, kind: Kind) -> None:
    try:
        found = said(word, kind)
    except UsageError as refused:
        sentence = str(refused)
    else:
        sentence = dotted(found.path)
    assert sentence
    assert visible(sentence) == sentence
