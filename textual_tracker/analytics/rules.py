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
    """One row of the table, for referrals at one of `stages`.

    `since` gives the day from which one of them waits, `None` where the rule does not apply to it.
    """

    name: str
    band: int
    stages: frozenset[Stage]
    at_risk: int | None
    stalled: int | None
    action: str
    since: Callable[[Case], dt.date | None]
    idle: bool = False
    """Quieted by a next step that is due today or later."""
    contact: bool = False
    """Quieted by do_not_contact."""


class Firing(Struct, frozen=True, gc=False, kw_only=True):
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


OPEN = frozenset(stage for stage in Stage if stage < Stage.closed)
ENDED = frozenset(Stage) - OPEN
LATE_STAGES = frozenset({Stage.in_process, Stage.clear_to_close})
CONTACTED = Stage.contacted
REACHED = frozenset({CONTACTED, Stage.appointment_set})
DECIDE = "ask the partner for an introduction, or close it out"
STILL_LOOKING = "check in: still looking?"


def _expected_close(case: Case) -> dt.date | None:
    return case.application.expected_close


def _lock_expires(case: Case) -> dt.date | None:
    lock, closing = case.application.lock_expires, case.application.expected_close
    if lock and closing and closing >= case.today and lock > closing:
        return None
    return lock


def _expires(case: Case) -> dt.date | None:
    return case.application.expires


def _clear_without_closing(case: Case) -> dt.date | None:
    closing = case.application.expected_close
    if closing is not None and closing >= case.today:
        return None
    return case.application.clear_to_close or case.last_touch


def _received(case: Case) -> dt.date | None:
    return case.standing.returned or case.received_for_work


def _next_step(case: Case) -> dt.date | None:
    step = case.referral.next_step
    return step.due if step is not None else None


def _passed_appointment(case: Case) -> dt.date | None:
    meeting = case.standing.appointment
    if meeting.status != "set" or meeting.date is None or meeting.date >= case.today:
        return None
    return meeting.date


def _ended_badly(case: Case) -> dt.date | None:
    if case.application.status not in ENDED_BADLY:
        return None
    return case.application.decided or case.last_touch


def _missed_appointment(case: Case) -> dt.date | None:
    meeting = case.standing.appointment
    if meeting.status not in {"no_show", "cancelled"}:
        return None
    if meeting.date is None or meeting.date > case.today:
        return case.last_touch
    return max(meeting.date, case.last_touch)


def _few_attempts(case: Case) -> dt.date | None:
    return None if len(case.standing.attempts) >= ENOUGH_ATTEMPTS else _last_attempt(case)


def _many_attempts(case: Case) -> dt.date | None:
    return _last_attempt(case) if len(case.standing.attempts) >= ENOUGH_ATTEMPTS else None


def _last_attempt(case: Case) -> dt.date:
    return max(attempt.date for attempt in case.standing.attempts)


def _no_date_agreed(case: Case) -> dt.date | None:
    meeting = case.standing.appointment
    waits = case.stage is CONTACTED or (meeting.status == "set" and meeting.date is None)
    return case.last_touch if waits else None


def _last_touch(case: Case) -> dt.date | None:
    return case.last_touch


def _revisit(case: Case) -> dt.date | None:
    revisit, touch = case.standing.outcome.revisit, case.standing.last_touch
    return None if touch is not None and revisit is not None and touch >= revisit else revisit


def _rule(
    name: str,
    band: int,
    stages: Stage | frozenset[Stage],
    since: Callable[[Case], dt.date | None],
    limits: Limits,
    action: str,
    *,
    idle: bool = False,
    contact: bool = False,
) -> Rule:
    return Rule(
        name=name,
        band=band,
        stages=frozenset({stages}) if isinstance(stages, Stage) else stages,
        since=since,
        at_risk=limits[0],
        stalled=limits[1],
        action=action,
        idle=idle,
        contact=contact,
    )


TABLE = (
    _rule("late_closing", 1, Stage.in_process, _expected_close, (-3, -1), "tell everyone, today"),
    _rule("late_closing", 1, Stage.clear_to_close, _expected_close, (None, 1), "tell everyone, today"),
    _rule("lock_expiring", 1, LATE_STAGES, _lock_expires, (-7, -2), "extend the lock"),
    _rule("preapproval_expiring", 1, Stage.preapproved, _expires, (-10, -2), "renew the letter"),
    _rule("not_closed", 1, Stage.clear_to_close, _clear_without_closing, (2, 4), "book the closing", idle=True),
    _rule(NO_ATTEMPT, 2, Stage.received, _received, (0, 1), "call now", idle=True, contact=True),
    _rule(OVERDUE, 2, OPEN, _next_step, (0, 1), "do it"),
    _rule("appointment_passed", 2, Stage.appointment_set, _passed_appointment, (0, 1), "record what happened"),
    _rule(CLOSE_OUT, 2, OPEN, _ended_badly, (0, 1), "record the reason, tell the partner"),
    _rule("no_show", 2, Stage.appointment_set, _missed_appointment, (1, 2), "rebook", idle=True, contact=True),
    _rule(
        "no_answer", 2, Stage.attempting, _few_attempts, (1, 2), "try again, another channel", idle=True, contact=True
    ),
    _rule("decide", 3, Stage.attempting, _many_attempts, (1, 3), DECIDE, idle=True, contact=True),
    _rule("no_appointment", 3, REACHED, _no_date_agreed, (2, 4), "ask for the appointment", idle=True, contact=True),
    _rule(
        "no_application",
        3,
        Stage.appointment_held,
        _last_touch,
        (2, 4),
        "send the application",
        idle=True,
        contact=True,
    ),
    _rule("application_unfinished", 3, Stage.application_started, _last_touch, (2, 5), "help them finish", idle=True),
    _rule("no_decision", 3, Stage.application_submitted, _last_touch, (2, 4), "chase the decision", idle=True),
    _rule("preapproved_silent", 3, Stage.preapproved, _last_touch, (5, 10), STILL_LOOKING, idle=True, contact=True),
    _rule("process_silent", 3, Stage.in_process, _last_touch, (7, 12), "chase the file", idle=True),
    _rule(REVISIT, 3, ENDED, _revisit, (0, 5), "second chance", contact=True),
)
RULE_NAMES = tuple(dict.fromkeys(rule.name for rule in TABLE))
CLEAR_TO_CLOSE_ROW = 1
"""Late closing has a row of its own for files that are clear to close; the journal's limits are for the other."""


class RuleBook:
    """The table with the limits of one journal: what may fire at each stage.

    `revisits_early`: these limits have a second chance fire before its day.
    """

    def __init__(self, settings: Settings) -> None:
        self._calendar = settings.calendar
        rules = [
            (order, rule, *_limits(order, rule, settings.stalled))
            for order, rule in enumerate(TABLE)
            if settings.stalled.get(rule.name, ()) is not None
        ]
        self._at = {stage: [row for row in rules if stage in row[1].stages] for stage in Stage}
        self.revisits_early = any(
            limit is not None and limit < 0 for row in rules if row[1].name == REVISIT for limit in row[2:]
        )

    def firings(self, case: Case) -> tuple[Firing, ...]:
        """Every rule that fires for the referral of `case`, worst first."""
        step = case.referral.next_step
        quiet = step is not None and step.due is not None and step.due >= case.today
        fired = []
        for order, rule, at_risk, stalled in self._at[case.stage]:
            if (quiet and rule.idle) or (rule.contact and case.referral.do_not_contact):
                continue
            since = rule.since(case)
            if since is not None:
                firing = self._fire(order, rule, at_risk, stalled, since, case.today)
                if firing is not None:
                    fired.append(firing)
        if len(fired) > 1:
            if any(firing.rule == CLOSE_OUT for firing in fired):
                fired = [firing for firing in fired if firing.rule in {CLOSE_OUT, OVERDUE}]
            fired.sort(key=_order)
        return tuple(fired)

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


def _order(firing: Firing) -> tuple[int, bool, bool, int, int]:
    return firing.sort_key


def _limits(order: int, rule: Rule, overrides: Mapping[str, Limits | None]) -> Limits:
    own = overrides.get(rule.name)
    return (rule.at_risk, rule.stalled) if own is None or order == CLEAR_TO_CLOSE_ROW else own
