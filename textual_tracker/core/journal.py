"""The journal: every record and every problem of one folder at one moment, immutable."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings


class Journal(Struct, frozen=True, kw_only=True):
    """One journal as it was read.

    `referrals` and `partners` are keyed by id, `days` by (officer, ISO date) with officer "" where the journal has one.
    `problems` are those of the files themselves, in the order of their place; the checks that need all records or
    today's date are made by `textual_tracker.reading.checks`. `unreadable` has, for each record file that cannot be
    read at all, the problem that says why; its last good version may still be among the records, marked `stale`.
    """

    settings: Settings = Settings()
    referrals: Mapping[str, Referral] = MappingProxyType({})
    partners: Mapping[str, Partner] = MappingProxyType({})
    days: Mapping[tuple[str, str], Day] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()
    unreadable: tuple[Problem, ...] = ()

    def source_of(self, referral: Referral) -> str | None:
        """Where a referral came from: its own `source`, else the type of the partner who sent it."""
        if referral.source is not None:
            return referral.source
        partner = self.partners.get(referral.partner or "")
        return partner.type if partner is not None else None

    def partner_name(self, partner_id: str) -> str:
        """The partner's name, or the id where no such partner is recorded."""
        partner = self.partners.get(partner_id)
        return partner.name if partner is not None else partner_id

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity == ERROR for problem in self.problems)
