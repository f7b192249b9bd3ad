"""A journal as of a day: the one value from which every list, count and rule is computed."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import partial
from typing import TypeAlias, TypeVar

from textual_tracker.analytics.changes import changed_ids
from textual_tracker.analytics.gathered import Count, Gathered, Tally
from textual_tracker.analytics.known import Known
from textual_tracker.analytics.recency import last_fact, recent_since
from textual_tracker.analytics.rules import Firing, RuleBook
from textual_tracker.analytics.waiting import Case
from textual_tracker.core.calendar import WorkCalendar
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Outcome, Referral
from textual_tracker.core.stages import ENDINGS
from textual_tracker.core.standing import Standing, standing

SETTLED = frozenset({"closed", "lost"})

Value = TypeVar("Value")
Key = TypeVar("Key")
Item = TypeVar("Item")


class Snapshot:
    """`journal` as of `today`. What it derives of a referral is derived once, when it is first asked for.

    A referral received after `today` does not exist: it is in no list, count, rule or forecast.

    From a `previous` snapshot of the same day and the same settings everything is taken over that was derived of the
    records that are still the same objects. It is not held on to, and may be asked by another thread meanwhile.
    """

    def __init__(self, journal: Journal, today: dt.date, previous: "Snapshot | None" = None) -> None:
        self.journal = journal
        self.today = today
        self.calendar: WorkCalendar = journal.settings.calendar
        self.recent_since = recent_since(today)
        self._rules = RuleBook(journal.settings)
        self.known = Known()
        maybe: Iterable[Referral] = journal.referrals.values()
        if previous is not None and previous.today == today and previous.journal.settings == journal.settings:
            changed = changed_ids(previous.journal, journal)
            self.known = previous.known.after({changed_id: previous.find(changed_id) for changed_id in changed})
            maybe = filter(None, map(journal.referrals.get, previous.ahead | changed))
        self.ahead: set[str] = {referral.id for referral in maybe if referral.received > today}
        """The ids of what does not exist yet."""
        self.referrals: tuple[Referral, ...] = tuple(journal.referrals.values())
        if self.ahead:
            self.referrals = tuple(referral for referral in self.referrals if referral.id not in self.ahead)

    def find(self, referral_id: str) -> Referral | None:
        """The referral of this id, if it had been received by `today`."""
        referral = self.journal.referrals.get(referral_id)
        return referral if referral is not None and referral.received <= self.today else None

    @property
    def current(self) -> Mapping[str, Referral]:
        """By id, every referral that `is_current`; in no order."""
        unsettled, last, since = self.unsettled, self.last_facts, self.recent_since

        def of(referral: Referral) -> Referral | None:
            return referral if referral.id in unsettled or last[referral.id] >= since else None

        return self._renewed(Snapshot.is_current, of, self.find, lambda: self.referrals)

    @property
    def unsettled(self) -> Mapping[str, Referral]:
        """By id, every referral that is not `is_settled`; in no order."""

        def of(referral: Referral) -> Referral | None:
            return None if self.is_settled(referral) else referral

        return self._renewed(Snapshot.is_settled, of, self.find, lambda: self.referrals)

    @property
    def last_facts(self) -> Mapping[str, dt.date]:
        """By id, when anything happened last (`recency.last_fact`)."""
        return self._renewed(last_fact, last_fact, self.find, lambda: self.referrals)

    def since(self, day: dt.date) -> Iterable[Referral]:
        """Every referral to which anything happened on `day` or later."""
        referrals = self.journal.referrals
        return [referrals[one] for one, last in self.last_facts.items() if last >= day]

    def of_each(self, derive: "Derive[Value]") -> Mapping[str, Value]:
        """By id, what `derive` says of each referral of which it says anything; in no order.

        What it said of a referral is taken over by the next snapshot. So it has to be a function that is defined
        once, or a value equal to it, and may depend on the day, the settings, the referral and the partners that it
        names (`partner`, `also_tell`) alone.
        """
        return self._renewed(derive, partial(derive, self), self.find, lambda: self.referrals)

    def of_current(self, derive: "Derive[Value]") -> Mapping[str, Value]:
        """The same of those in `current`, for what says nothing of any other."""
        current = self.current
        return self._renewed(derive, partial(derive, self), current.get, current.values)

    def of_unsettled(self, derive: "Derive[Value]") -> Mapping[str, Value]:
        """The same of those in `unsettled`, which are told without looking for what happened lately."""
        unsettled = self.unsettled
        return self._renewed(derive, partial(derive, self), unsettled.get, unsettled.values)

    def _renewed(
        self,
        key: Hashable,
        derive: Callable[[Referral], Value | None],
        find: Callable[[str], Referral | None],
        everyone: Callable[[], Iterable[Referral]],
    ) -> Mapping[str, Value]:
        found: Gathered[Value] | None = self.known.gathered.get(key)
        if found is None:
            values = {one.id: value for one in everyone() if (value := derive(one)) is not None}
            found = self.known.gathered[key] = Gathered(values)
        elif found.pending:
            found = self.known.gathered[key] = found.renewed(
                lambda one: derive(referral) if (referral := find(one)) is not None else None
            )
        return found.values

    def tally(self, count: Count[Key, Item], since: dt.date | None = None) -> Mapping[Key, Counter[Item]]:
        """The totals of `count` over all referrals; those to which nothing happened `since` come to nothing.

        They are kept up to date by the next snapshot. So `count` has to be a function that is defined once, or a
        value equal to it, and may depend on the records alone.
        """
        found: Tally[Key, Item] | None = self.known.tallies.get(count)
        if found is None:
            found = self.known.tallies[count] = Tally(count(self.referrals if since is None else self.since(since)))
        elif found.pending:
            found = self.known.tallies[count] = found.renewed(count, self.find)
        return found.totals

    def standing(self, referral: Referral) -> Standing:
        """Where the referral stands: stage, entered, last touch and the facts in force."""
        found = self.known.standings.get(referral.id)
        if found is None:
            found = standing(referral, self.today)
            if self._is_here(referral):
                self.known.standings[referral.id] = found
        return found

    def case(self, referral: Referral) -> Case:
        """The referral as the rules look at it."""
        return Case(referral, self.standing(referral), self.today, self.calendar)

    def fires(self, referral: Referral) -> tuple[Firing, ...]:
        """The rules that fire for the referral, worst first."""
        found = self.known.fires.get(referral.id)
        if found is None:
            found = () if self._is_asleep(referral) else self._rules.firings(self.case(referral))
            if self._is_here(referral):
                self.known.fires[referral.id] = found
        return found

    def _is_here(self, referral: Referral) -> bool:
        """Whether it is the journal's record, and not an older one of the same id that somebody still looks at."""
        return self.journal.referrals.get(referral.id) is referral

    def is_settled(self, referral: Referral) -> bool:
        """Whether the referral closed or was lost for good, told from its outcome alone."""
        outcome = referral.outcome
        if outcome.status not in SETTLED or outcome.revisit is not None:
            return False
        return self._has_ended(outcome)

    def is_current(self, referral: Referral) -> bool:
        """Whether it is not settled, or anything happened to it since `recent_since`.

        Of the others there is nothing to be said on any list of the day.
        """
        return not self.is_settled(referral) or last_fact(referral) >= self.recent_since

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
        return not outcome.earlier or all(item.ended is not None and item.ended <= day for item in outcome.earlier)

    def amount(self, referral: Referral) -> int | None:
        """Dollars: what was funded when closed (`None` where that was not written), else the loan's amount."""
        if referral.outcome.status is None and not referral.outcome.earlier:
            return referral.loan.amount
        outcome = self.standing(referral).outcome
        return outcome.amount if outcome.status == "closed" else referral.loan.amount

    def text(self, referral: Referral) -> str:
        """Everything a person may search for in the referral, case-folded, one part a line."""
        found = self.known.texts.get(referral.id)
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
            found = "\n".join(parts).casefold()
            if self._is_here(referral):
                self.known.texts[referral.id] = found
        return found


Derive: TypeAlias = Callable[[Snapshot, Referral], Value | None]
