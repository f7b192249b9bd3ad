import datetime as dt

import msgspec
import pytest

from textual_tracker.core import vocabulary
from textual_tracker.core.records import (
    Application,
    Appointment,
    Attempt,
    EndedApplication,
    Loan,
    Outcome,
    PartnerUpdate,
    Record,
    Referral,
)
from textual_tracker.store.folder import DIGEST_BYTES, AnyFolder, Folder
from textual_tracker.store.kept import Kept, encode, keep, restore
from textual_tracker.store.scan import Mark

DAY = dt.date(2026, 3, 2)
LATER = dt.date(2026, 3, 9)

WORDS = [
    *((Referral, "source", word) for word in vocabulary.SOURCES),
    *((Referral, "consent_to_share", word) for word in vocabulary.CONSENTS),
    *((Attempt, "channel", word) for word in vocabulary.CHANNELS),
    *((Attempt, "result", word) for word in vocabulary.RESULTS),
    *((Appointment, "status", word) for word in vocabulary.APPOINTMENT_STATUSES),
    *((Application, "status", word) for word in vocabulary.APPLICATION_STATUSES),
    *((EndedApplication, "reason", word) for word in vocabulary.REASONS),
    *((Outcome, "status", word) for word in vocabulary.OUTCOME_STATUSES),
    *((Outcome, "reason", word) for word in vocabulary.REASONS),
    *((PartnerUpdate, "channel", word) for word in vocabulary.CHANNELS),
    *((PartnerUpdate, "about", word) for word in vocabulary.ABOUTS),
    *((Loan, "purpose", word) for word in vocabulary.PURPOSES),
    *((Loan, "program", word) for word in vocabulary.PROGRAMS),
]


@pytest.mark.parametrize(("form", "field", "word"), WORDS)
def test_every_word_of_the_closed_lists_can_be_kept(form: type[Record], field: str, word: str) -> None:
    needed = {"date": DAY, "id": "x", "path": "x", "name": "Dana", "received": DAY}
    record = form(**{name: needed[name] for name in form.__struct_fields__ if name in needed} | {field: word})

    assert msgspec.msgpack.decode(encode(record), type=form) == record


def test_the_same_word_is_the_same_object_in_every_record_that_was_kept() -> None:
    data = encode([Attempt(date=DAY, channel="in_person"), Attempt(date=LATER, channel="in_person")])
    one, other = msgspec.msgpack.decode(data, type=list[Attempt])

    assert one.channel is other.channel


def referral(stem: str, outcome: Outcome) -> Referral:
    return Referral(id=stem, path=f"referrals/2026/{stem}.yaml", name=stem, received=DAY, outcome=outcome)


@pytest.fixture
def folder() -> AnyFolder:
    """Three referrals: the first lost on 2 March, the second open, the third closed on 9 March."""
    records: list[Referral | None] = [
        referral("a", Outcome(status="lost", date=DAY, reason="went_cold")),
        referral("b", Outcome()),
        referral("c", Outcome(status="closed", date=LATER)),
    ]
    marks = [Mark(f"{stem}.yaml", 10, 1, 2, 3) for stem in "abc"]
    return Folder("referrals/2026", "referral", marks, records, bytes(3 * DIGEST_BYTES), {}, [])


def kept(folder: AnyFolder) -> Kept[Referral]:
    return msgspec.msgpack.decode(encode(keep([folder])[0][0]), type=Kept[Referral])


def kept_apart(folder: AnyFolder) -> bytes:
    return keep([folder])[1][0]


def test_a_folder_is_the_same_after_it_was_kept(folder: AnyFolder) -> None:
    assert restore(kept(folder), settled=kept_apart(folder)) == folder
    assert restore(kept(folder), folder.marks, kept_apart(folder)).marks is folder.marks


def test_each_folder_says_where_its_own_settled_referrals_lie(folder: AnyFolder) -> None:
    folders, apart = keep([folder, folder])
    first, second = (one.settled for one in folders)

    assert apart == [kept_apart(folder), kept_apart(folder)]
    assert (first.at, second.at) == (0, len(apart[0]))
    assert first.size == second.size == len(apart[0])


def test_without_what_is_kept_apart_the_settled_ones_are_missing(folder: AnyFolder) -> None:
    assert [record is not None for record in restore(kept(folder)).records] == [False, True, False]


@pytest.mark.parametrize(("day", "can"), [(LATER, True), (DAY, False), (None, False)])
def test_they_can_be_left_out_where_all_of_them_were_settled_by_then(
    folder: AnyFolder, day: dt.date | None, can: bool
) -> None:
    assert kept(folder).can_leave_out(day) is can


def test_a_folder_is_current_while_its_marks_are_the_same_and_none_is_distrusted(folder: AnyFolder) -> None:
    assert kept(folder).is_current(folder.marks)
    assert not kept(folder).is_current(folder.marks[:2])
    assert not kept(folder).is_current([*folder.marks[:2], Mark("c.yaml", 10, 1, 2, 4)])
    assert not kept(msgspec.structs.replace(folder, distrusted=["a.yaml"])).is_current(folder.marks)
