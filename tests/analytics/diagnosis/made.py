"""People who came so far and no further, on Tuesday 10 March 2026; all were called on the day they came."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from msgspec.structs import replace

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    make_journal,
    make_referral,
    make_settings,
    outcome,
)
from textual_tracker.analytics.diagnosis.diagnosis import diagnosis
from textual_tracker.analytics.diagnosis.verdict import Diagnosis, Verdict
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import last_twelve_months
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.settings import Goals, Settings

TODAY = day("2026-03-10")
LONG_AGO = "2025-10-06"
NUMBERS = count()
"""What keeps two people apart who are alike."""

CALLED = {"contact_attempts": attempts(f"{LONG_AGO} call reached")}
SET = {**CALLED, "appointment": appointment("set", set="2025-10-07", date="2025-10-09")}
HELD = {**CALLED, "appointment": appointment("held", set="2025-10-07", date="2025-10-09")}
APPLIED = {**HELD, "application": application("submitted", started="2025-10-10", submitted="2025-10-13")}
CLOSED = {**APPLIED, "outcome": outcome("closed", "2025-11-20", amount=300_000)}


def lost(reason: str, **facts: Any) -> dict[str, Any]:
    """Those facts, and the end of it."""
    return {**facts, "outcome": outcome("lost", "2025-12-01", reason=reason)}


def tried(times: int) -> dict[str, Any]:
    """So many calls that nobody answered, one a day from the first on."""
    return {"contact_attempts": attempts(*(f"2025-10-{6 + number:02} call no_answer" for number in range(times)))}


def people(number: int, facts: dict[str, Any], received: str = LONG_AGO, **more: Any) -> list[Referral]:
    """So many of the same kind."""
    return [
        make_referral("Lee Park", received, id=f"{received}-lee-park-{next(NUMBERS)}", **facts, **more)
        for _ in range(number)
    ]


def wanted(monthly: dict[str, int], **more: Any) -> Settings:
    """The settings of somebody with these goals a month."""
    return replace(make_settings(**more), goals=Goals(monthly=monthly))


def diagnosed(*kinds: Iterable[Referral | Partner], settings: Settings | None = None) -> Diagnosis:
    """The diagnosis of them all over the last twelve months."""
    journal = make_journal(*(record for kind in kinds for record in kind), settings=settings)
    return diagnosis(Snapshot(journal, TODAY), last_twelve_months(TODAY))


def verdict(step: str, found: Diagnosis) -> Verdict:
    """The verdict on one step."""
    return next(one for one in found.verdicts if one.step == step)
