"""What holds of every standing, whatever the files say."""

import datetime as dt
from typing import Any

import msgspec
from hypothesis import given
from msgspec.structs import replace

from tests import strategies
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing, standing
from textual_tracker.core.touches import last_touch

A_MONTH = dt.timedelta(days=31)


def derived(found: Standing) -> tuple[Any, ...]:
    """What the standing says, without the facts that it keeps."""
    return (
        found.stage,
        found.furthest,
        found.entered,
        found.last_touch,
        found.returned,
        found.all_attempts,
        found.appointment.status,
        found.application.status,
        found.outcome.status or "open",
    )


def put_off(value: Any, today: dt.date) -> Any:
    """`value` with every day after `today` moved a month further away."""
    if isinstance(value, dt.date):
        return value + A_MONTH if value > today else value
    if isinstance(value, tuple):
        return tuple(put_off(item, today) for item in value)
    if isinstance(value, msgspec.Struct):
        return replace(value, **{name: put_off(getattr(value, name), today) for name in value.__struct_fields__})
    return value


@given(strategies.seen)
def test_any_record_stands_somewhere(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    found = standing(referral, today)
    assert Stage.received <= found.furthest <= Stage.closed
    assert found.entered is None or found.entered <= today
    assert found.last_touch is None or found.last_touch <= today
    assert found.all_attempts >= len(found.attempts)


@given(strategies.seen)
def test_nobody_stands_further_than_the_furthest(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    found = standing(referral, today)
    assert not found.is_open or found.furthest >= found.stage
    assert (found.stage is Stage.closed) <= (found.furthest is Stage.closed)


@given(strategies.seen)
def test_when_it_comes_after_today_does_not_matter(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    assert derived(standing(referral, today)) == derived(standing(put_off(referral, today), today))


@given(strategies.seen)
def test_attempts_and_notes_after_today_are_as_if_not_written(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    until_now = replace(
        referral,
        contact_attempts=tuple(attempt for attempt in referral.contact_attempts if attempt.date <= today),
        log=tuple(entry for entry in referral.log if entry.date <= today),
    )
    assert standing(referral, today) == standing(until_now, today)


@given(strategies.seen)
def test_partners_next_steps_and_notes_never_move_it(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    bare = replace(
        referral, partner=None, also_tell=(), partner_updates=(), next_step=None, notes="", do_not_contact=False
    )
    assert standing(referral, today) == standing(bare, today)


@given(strategies.referrals)
def test_once_every_date_has_passed_nothing_changes(referral: Referral) -> None:
    later = [standing(referral, strategies.LAST + dt.timedelta(days=days)) for days in (1, 100, 10_000)]
    assert later[0] == later[1] == later[2]


def holding(referral: Referral, today: dt.date) -> set[int]:
    """The numbers of the stages that hold, read off the table; for a referral of which nothing is earlier."""
    meeting, file = referral.appointment, referral.application

    def past(*days: dt.date | None) -> bool:
        return any(day is not None and day <= today for day in days)

    def so_far(day: dt.date | None) -> bool:
        return day is None or day <= today

    beside = {
        "started": file.started,
        "submitted": file.submitted,
        "preapproved": file.preapproved,
        "in_process": file.under_contract or file.conditional_approval,
        "clear_to_close": file.clear_to_close,
    }
    status = file.status if so_far(beside.get(file.status or "", file.decided)) else None
    agreed = meeting.status in {"set", "cancelled"} and so_far(meeting.set)
    agreed = agreed or (meeting.status in {"held", "no_show"} and (so_far(meeting.date) or past(meeting.set)))
    attempts = [attempt for attempt in referral.contact_attempts if attempt.date <= today]
    table = {
        1: True,
        2: bool(attempts),
        3: any(attempt.result in {"reached", "replied"} for attempt in attempts),
        4: agreed,
        5: meeting.status == "held" and so_far(meeting.date),
        6: status in {"started", "withdrawn", "incomplete"} or past(file.started),
        7: status in {"submitted", "denied"} or past(file.submitted),
        8: status == "preapproved" or past(file.preapproved),
        9: status == "in_process" or past(file.under_contract, file.conditional_approval),
        10: status == "clear_to_close" or past(file.clear_to_close),
    }
    return {number for number, holds in table.items() if holds}


@given(strategies.seen)
def test_the_stage_is_the_furthest_that_holds(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    plain = replace(
        referral,
        appointment=replace(referral.appointment, earlier=()),
        application=replace(referral.application, earlier=()),
        outcome=replace(referral.outcome, status=None, earlier=()),
    )
    assert standing(plain, today).stage == max(holding(plain, today))


@given(strategies.seen)
def test_the_last_touch_is_the_same_without_the_rest(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    assert last_touch(referral, today) == standing(referral, today).last_touch
