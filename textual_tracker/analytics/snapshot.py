"""A journal as of a day: the one value from which every list, count and rule is computed."""

import datetime as dt

from textual_tracker.analytics.rules import Firing, RuleBook
from textual_tracker.analytics.waiting import Case
from textual_tracker.core.calendar import WorkCalendar
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Outcome, Referral
from textual_tracker.core.stages import ENDINGS
from textual_tracker.core.standing import Standing, standing


class Snapshot:
    """`journal` as of `today`. What it derives of a referral is derived once, when it is first asked for.

    A referral received after `today` does not exist: it is in no list, count, rule or forecast.
    """

    def __init__(self, journal: Journal, today: dt.date) -> None:
        self.journal = journal
        self.today = today
        self.calendar: WorkCalendar = journal.settings.calendar
        self.referrals: tuple[Referral, ...] = tuple(r for r in journal.referrals.values() if r.received <= today)
        self._rules = RuleBook(journal.settings)
        self._standings: dict[str, Standing] = {}
        self._fires: dict[str, tuple[Firing, ...]] = {}
        self._texts: dict[str, str] = {}

    def find(self, referral_id: str) -> Referral | None:
        """The referral of this id, if it had been received by `today`."""
        referral = self.journal.referrals.get(referral_id)
        return referral if referral is not None and referral.received <= self.today else None

    def standing(self, referral: Referral) -> Standing:
        """Where the referral stands: stage, entered, last touch and the facts in force."""
        found = self._standings.get(referral.id)
        if found is None:
            found = self._standings[referral.id] = standing(referral, self.today)
        return found

    def case(self, referral: Referral) -> Case:
        """The referral as the rules look at it."""
        return Case(referral, self.standing(referral), self.today, self.calendar)

    def fires(self, referral: Referral) -> tuple[Firing, ...]:
        """The rules that fire for the referral, worst first."""
        found = self._fires.get(referral.id)
        if found is None:
            found = () if self._is_asleep(referral) else self._rules.firings(self.case(referral))
            self._fires[referral.id] = found
        return found

    def is_settled(self, referral: Referral) -> bool:
        """Whether the referral closed or was lost for good, told from its outcome alone."""
        outcome = referral.outcome
        return outcome.status != "nurture" and outcome.revisit is None and self._has_ended(outcome)

    def _is_asleep(self, referral: Referral) -> bool:
        """Whether the referral ended and no second chance is near: no rule can fire."""
        revisit = referral.outcome.revisit
        waits = revisit is None or (revisit > self.today and not self._rules.revisits_early)
        return waits and self._has_ended(referral.outcome)

    def _has_ended(self, outcome: Outcome) -> bool:
        """Whether it is the outcome in force and an ending, told without deriving anything; when in doubt, not."""
        day = outcome.date
        if outcome.status not in ENDINGS or day is None or day > self.today:
            return False
        return all(item.ended is not None and item.ended <= day for item in outcome.earlier)

    def amount(self, referral: Referral) -> int | None:
        """Dollars: what was funded when closed (`None` where that was not written), else the loan's amount."""
        outcome = self.standing(referral).outcome
        return outcome.amount if outcome.status == "closed" else referral.loan.amount

    def text(self, referral: Referral) -> str:
        """Everything a person may search for in the referral, case-folded, one part a line."""
        found = self._texts.get(referral.id)
        if found is None:
            parts = (
                referral.name,
                referral.co_borrower,
                referral.id,
                self.journal.partner_name(referral.partner or ""),
                referral.partner or "",
                referral.phone,
                referral.email,
                *referral.tags,
                referral.notes,
            )
            found = self._texts[referral.id] = "\n".join(parts).casefold()
        return found
