"""The rules by which a referral is at risk or stalled, as one table. Limits are in working days.

Source: docs/numbers.md, "Stalled". A rule fires at risk when waited >= `at_risk`, stalled when waited >= `stalled`;
a date that is still ahead fires only where the limit is negative.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from textual_tracker.analytics.waiting import Case
from textual_tracker.core.settings import Limits, Settings
from textual_tracker.core.stages import ENDED_BADLY, Stage

AT_RISK: Final = "at_risk"
STALLED: Final = "stalled"
ENOUGH_ATTEMPTS = 6
"""How many unanswered attempts it takes before a referral is to be decided on."""

LONG_DEAD = 3
"""A row of the last band that waited more than this many times its limit folds away on a screen."""

LAST_BAND = 3
OVERDUE = "next_step_overdue"
CLOSE_OUT = "close_out"
NO_ATTEMPT = "no_attempt"
REVISIT = "revisit_due"


class Rule(Struct, frozen=True, kw_only=True):
    """One row of the table. `since` gives the day from which it waits, `None` where the rule does not apply."""

    name: str
    band: int
    at_risk: int | None
    stalled: int | None
    action: str
    since: Callable[[Case], dt.date | None]
    idle: bool = False
    """Quieted by a next step that is due today or later."""
    contact: bool = False
    """Quieted by do_not_contact."""


class Firing(Struct, frozen=True, kw_only=True):
    """A rule that fires: since when, how many working days, and the limit of its level that it reached."""

    rule: str
    band: int
    level: str
    since: dt.date
    waited: int
    limit: int
    action: str
    order: int
    """The rule's place in the table, which breaks ties."""

    @property
    def sort_key(self) -> tuple[int, bool, bool, int, int]:
        """The order of the firings of one referral, worst first."""
        return (self.band, self.level != STALLED, self.rule != NO_ATTEMPT, self.limit - self.waited, self.order)

    @property
    def is_long_dead(self) -> bool:
        """Whether screens fold this one away: it waited more than three times its limit."""
        return self.band == LAST_BAND and self.level == STALLED and self.waited > LONG_DEAD * self.limit


def _late_closing(case: Case) -> dt.date | None:
    return case.application.expected_close if case.stage is Stage.in_process else None


def _late_closing_when_clear(case: Case) -> dt.date | None:
    return case.application.expected_close if case.stage is Stage.clear_to_close else None


def _lock_expiring(case: Case) -> dt.date | None:
    if case.stage not in {Stage.in_process, Stage.clear_to_close}:
        return None
    lock, closing = case.application.lock_expires, case.application.expected_close
    if lock and closing and closing >= case.today and lock > closing:
        return None
    return lock


def _preapproval_expiring(case: Case) -> dt.date | None:
    return case.application.expires if case.stage is Stage.preapproved else None


def _not_closed(case: Case) -> dt.date | None:
    closing = case.application.expected_close
    if case.stage is not Stage.clear_to_close or (closing is not None and closing >= case.today):
        return None
    return case.application.clear_to_close or case.last_touch


def _no_attempt(case: Case) -> dt.date | None:
    if case.stage is not Stage.received:
        return None
    return case.standing.returned or case.received_for_work


def _next_step_overdue(case: Case) -> dt.date | None:
    step = case.referral.next_step
    return step.due if step is not None else None


def _appointment_passed(case: Case) -> dt.date | None:
    meeting = case.standing.appointment
    if case.stage is not Stage.appointment_set or meeting.status != "set":
        return None
    return meeting.date if meeting.date is not None and meeting.date < case.today else None


def _close_out(case: Case) -> dt.date | None:
    if case.application.status not in ENDED_BADLY:
        return None
    return case.application.decided or case.last_touch


def _no_show(case: Case) -> dt.date | None:
    meeting = case.standing.appointment
    if case.stage is not Stage.appointment_set or meeting.status not in {"no_show", "cancelled"}:
        return None
    if meeting.date is None or meeting.date > case.today:
        return case.last_touch
    return max(meeting.date, case.last_touch)


def _no_answer(case: Case) -> dt.date | None:
    attempts = case.standing.attempts
    if case.stage is not Stage.attempting or len(attempts) >= ENOUGH_ATTEMPTS:
        return None
    return max(attempt.date for attempt in attempts)


def _decide(case: Case) -> dt.date | None:
    attempts = case.standing.attempts
    if case.stage is not Stage.attempting or len(attempts) < ENOUGH_ATTEMPTS:
        return None
    return max(attempt.date for attempt in attempts)


def _no_appointment(case: Case) -> dt.date | None:
    meeting = case.standing.appointment
    undated = case.stage is Stage.appointment_set and meeting.status == "set" and meeting.date is None
    return case.last_touch if case.stage is Stage.contacted or undated else None


def _idle_at(stage: Stage) -> Callable[[Case], dt.date | None]:
    return lambda case: case.last_touch if case.stage is stage else None


def _revisit_due(case: Case) -> dt.date | None:
    revisit, touch = case.standing.outcome.revisit, case.standing.last_touch
    return None if touch is not None and revisit is not None and touch >= revisit else revisit


def _rule(
    name: str,
    band: int,
    limits: Limits,
    since: Callable[[Case], dt.date | None],
    action: str,
    *,
    idle: bool = False,
    contact: bool = False,
) -> Rule:
    at_risk, stalled = limits
    return Rule(
        name=name, band=band, at_risk=at_risk, stalled=stalled, since=since, action=action, idle=idle, contact=contact
    )


TABLE = (
    _rule("late_closing", 1, (-3, -1), _late_closing, "tell everyone, today"),
    _rule("late_closing", 1, (None, 1), _late_closing_when_clear, "tell everyone, today"),
    _rule("lock_expiring", 1, (-7, -2), _lock_expiring, "extend the lock"),
    _rule("preapproval_expiring", 1, (-10, -2), _preapproval_expiring, "renew the letter"),
    _rule("not_closed", 1, (2, 4), _not_closed, "book the closing", idle=True),
    _rule(NO_ATTEMPT, 2, (0, 1), _no_attempt, "call now", idle=True, contact=True),
    _rule(OVERDUE, 2, (0, 1), _next_step_overdue, "do it"),
    _rule("appointment_passed", 2, (0, 1), _appointment_passed, "record what happened"),
    _rule(CLOSE_OUT, 2, (0, 1), _close_out, "record the reason, tell the partner"),
    _rule("no_show", 2, (1, 2), _no_show, "rebook", idle=True, contact=True),
    _rule("no_answer", 2, (1, 2), _no_answer, "try again, another channel", idle=True, contact=True),
    _rule(
        "decide", 3, (1, 3), _decide, "ask the partner for an introduction, or close it out", idle=True, contact=True
    ),
    _rule("no_appointment", 3, (2, 4), _no_appointment, "ask for the appointment", idle=True, contact=True),
    _rule(
        "no_application", 3, (2, 4), _idle_at(Stage.appointment_held), "send the application", idle=True, contact=True
    ),
    _rule("application_unfinished", 3, (2, 5), _idle_at(Stage.application_started), "help them finish", idle=True),
    _rule("no_decision", 3, (2, 4), _idle_at(Stage.application_submitted), "chase the decision", idle=True),
    _rule(
        "preapproved_silent",
        3,
        (5, 10),
        _idle_at(Stage.preapproved),
        "check in: still looking?",
        idle=True,
        contact=True,
    ),
    _rule("process_silent", 3, (7, 12), _idle_at(Stage.in_process), "chase the file", idle=True),
    _rule(REVISIT, 3, (0, 5), _revisit_due, "second chance", contact=True),
)
RULE_NAMES = tuple(dict.fromkeys(rule.name for rule in TABLE))
CLEAR_TO_CLOSE_ROW = 1
"""Late closing has a row of its own for files that are clear to close; the journal's limits are for the other."""


class RuleBook:
    """The table with the limits of one journal: what may fire on open referrals, and on those that ended.

    `revisits_early`: these limits have a second chance fire before its day.
    """

    def __init__(self, settings: Settings) -> None:
        self._calendar = settings.calendar
        rules = [
            (order, rule, *_limits(order, rule, settings.stalled))
            for order, rule in enumerate(TABLE)
            if settings.stalled.get(rule.name, ()) is not None
        ]
        self._of_open = [row for row in rules if row[1].name != REVISIT]
        self._of_ended = [row for row in rules if row[1].name == REVISIT]
        self.revisits_early = any(limit is not None and limit < 0 for row in self._of_ended for limit in row[2:])

    def firings(self, case: Case) -> tuple[Firing, ...]:
        """Every rule that fires for the referral of `case`, worst first."""
        rules = self._of_open if case.standing.is_open else self._of_ended
        step = case.referral.next_step
        quiet = step is not None and step.due is not None and step.due >= case.today
        fired = []
        for order, rule, at_risk, stalled in rules:
            if (quiet and rule.idle) or (rule.contact and case.referral.do_not_contact):
                continue
            since = rule.since(case)
            if since is not None:
                firing = self._fire(order, rule, at_risk, stalled, since, case.today)
                if firing is not None:
                    fired.append(firing)
        if any(firing.rule == CLOSE_OUT for firing in fired):
            fired = [firing for firing in fired if firing.rule in {CLOSE_OUT, OVERDUE}]
        return tuple(sorted(fired, key=lambda firing: firing.sort_key))

    def _fire(
        self, order: int, rule: Rule, at_risk: int | None, stalled: int | None, since: dt.date, today: dt.date
    ) -> Firing | None:
        waited = self._calendar.waited(since, today)
        for level, limit in ((STALLED, stalled), (AT_RISK, at_risk)):
            if limit is not None and waited >= limit and (since <= today or limit < 0):
                return Firing(
                    rule=rule.name,
                    band=rule.band,
                    level=level,
                    since=since,
                    waited=waited,
                    limit=limit,
                    action=rule.action,
                    order=order,
                )
        return None


def _limits(order: int, rule: Rule, overrides: Mapping[str, Limits | None]) -> Limits:
    own = overrides.get(rule.name)
    return (rule.at_risk, rule.stalled) if own is None or order == CLEAR_TO_CLOSE_ROW else own
