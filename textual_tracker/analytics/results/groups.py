"""A cohort by source, by partner, by month or by officer, in the same columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from textual_tracker.analytics.results.closing import days_to_close, fates
from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.ranking import Ranked, ranked
from textual_tracker.analytics.statistics.rate import Rate, rate_of
from textual_tracker.core.stages import Stage

Key: TypeAlias = str | None
"""A source, a partner's or an officer's id, or a month such as `2026-03`; `None`: none was written."""


class Group(Struct, frozen=True, kw_only=True):
    """One row: of those `received`, how many came so far, and what became of them.

    `applications` are those that reached application_submitted. `amount` is what was funded, in dollars, and
    `median_days` the calendar days from received to closing, both of the closed. `close_rate` is of the decided. Of a
    partner, `ranked` is what is known of that rate beside all partners' (`None` for all others).
    """

    key: Key
    received: int
    contacted: int
    appointments_held: int
    applications: int
    closed: int
    lost: int
    open: int
    nurture: int
    amount: int
    median_days: float | None
    close_rate: Rate | None
    ranked: Ranked[str] | None = None

    @property
    def decided(self) -> int:
        """Closed or lost."""
        return self.closed + self.lost


def grouped(members: Iterable[Member], key: Callable[[Member], Key]) -> dict[Key, list[Member]]:
    """The members by their key."""
    found: dict[Key, list[Member]] = {}
    for member in members:
        found.setdefault(key(member), []).append(member)
    return found


def group(key: Key, members: Sequence[Member]) -> Group:
    """The row of these."""
    found = fates(members)
    return Group(
        key=key,
        received=found.received,
        contacted=reached(members, Stage.contacted),
        appointments_held=reached(members, Stage.appointment_held),
        applications=reached(members, Stage.application_submitted),
        closed=found.closed,
        lost=found.lost,
        open=found.open,
        nurture=found.nurture,
        amount=sum(member.standing.outcome.amount or 0 for member in members if member.fate == "closed"),
        median_days=days_to_close(members).value,
        close_rate=rate_of(found.closed, found.decided),
    )


def reached(members: Iterable[Member], stage: Stage) -> int:
    """How many came as far as `stage`, or further."""
    return sum(member.furthest >= stage for member in members)


def by_size(found: Mapping[Key, Sequence[Member]]) -> tuple[Group, ...]:
    """The rows of all keys: those who sent most first, of equally many by key, and whoever has no key last."""
    rows = [group(key, members) for key, members in found.items()]
    return tuple(sorted(rows, key=lambda row: (row.key is None, -row.received, row.key or "")))


def by_partner(members: Iterable[Member]) -> tuple[Group, ...]:
    """The rows of all partners, best first: by what their close rate is at least, those of few decided after the rest.

    Whoever came without a partner is the last row.
    """
    rows = {row.key: row for row in by_size(grouped(members, lambda member: member.referral.partner))}
    best = ranked({key: (row.closed, row.decided) for key, row in rows.items() if key is not None})
    without = [rows[None]] if None in rows else []
    return (*(replace(rows[one.key], ranked=one) for one in best), *without)
