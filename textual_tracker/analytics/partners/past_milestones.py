"""Every day of a referral of which its partners had to hear, from the first on: what the rules knew on that day.

Source: docs/numbers.md, "Told in time". Where `milestones` has what is news today, this has what was news once: that
of an application which ended, of an ending before a return.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator

from textual_tracker.analytics.partners.milestones import Milestone, ending, held, of_application
from textual_tracker.core.records import Application, ApplicationFacts, EndedOutcome, Outcome, Referral
from textual_tracker.core.stages import ENDED_BADLY
from textual_tracker.core.vocabulary import TWO_WAY

CLOSING_OUT = "closing_out"
"""No news: on this day the application was denied, withdrawn or left incomplete, and the next word is the ending."""


def past_milestones(referral: Referral, today: dt.date) -> list[Milestone]:
    """Every dated milestone up to `today`, and each CLOSING_OUT, oldest first.

    What happened while the referral was to be closed out is none, but for its ending: see `milestones`.
    """
    found = dict.fromkeys(milestone for milestone in _all(referral) if milestone.day <= today)
    ordered = sorted(found, key=lambda milestone: milestone.day)
    if any(milestone.about == CLOSING_OUT for milestone in ordered):
        return list(_without_what_no_longer_mattered(referral, ordered))
    return ordered


def _all(referral: Referral) -> Iterator[Milestone]:
    """In the order of the stages, which breaks a tie of days."""
    application, outcome = referral.application, referral.outcome
    applications: tuple[ApplicationFacts, ...] = (*application.earlier, application)
    dated = (
        *(("contacted", day) for day in _first_talks(referral)),
        *(("appointment_held", day) for day in held(*referral.appointment.earlier, referral.appointment)),
        *(pair for facts in applications for pair in of_application(facts)),
        *(("in_process", facts.conditional_approval) for facts in applications if _approval_is_news(facts, outcome)),
        *(("fell_through", ended.ended) for ended in application.earlier),
        *(("date_moved", move.date) for move in application.moved if move.what == "expected_close"),
        *((CLOSING_OUT, day) for day in _came_to_nothing(application)),
    )
    yield from (Milestone(about, day) for about, day in dated if day is not None)
    for item in outcome.earlier:
        if _was_in_force(item):
            yield from ending(item)
    yield from ending(outcome)


def _was_in_force(item: EndedOutcome) -> bool:
    """Whether the ending outlasted its own day: one that was taken back on it never was news."""
    return item.date is None or item.ended is None or item.date < item.ended


def _approval_is_news(facts: ApplicationFacts, outcome: Outcome) -> bool:
    """Whether the approval put the loan in process beside a contract: before it, or after a return that ended it."""
    contract, approval = facts.under_contract, facts.conditional_approval
    if contract is None or approval is None:
        return False
    returned = any(item.ended is not None and contract < item.ended <= approval for item in outcome.earlier)
    return approval < contract or returned


def _came_to_nothing(application: Application) -> Iterator[dt.date]:
    """The days since which an application was to be closed out: the current one, and those that it took the place of.

    The current one was not in force before the last of the others had ended.
    """
    for item in application.earlier:
        if item.status in ENDED_BADLY and item.ended and item.decided and item.decided < item.ended:
            yield item.decided
    if application.status in ENDED_BADLY and application.decided is not None:
        yield max([application.decided, *(item.ended for item in application.earlier if item.ended is not None)])


def _first_talks(referral: Referral) -> list[dt.date]:
    """The first talk of each life of the referral: since it was received, and since each return."""
    talks = sorted(attempt.date for attempt in referral.contact_attempts if attempt.result in TWO_WAY)
    if not referral.outcome.earlier:
        return talks[:1]
    returns = sorted(item.ended for item in referral.outcome.earlier if item.ended is not None)
    first_of: dict[int, dt.date] = {}
    for day in talks:
        first_of.setdefault(bisect_right(returns, day), day)
    return list(first_of.values())


def _without_what_no_longer_mattered(referral: Referral, ordered: list[Milestone]) -> Iterator[Milestone]:
    """From a CLOSING_OUT on nothing but the ending, until that or until something new began."""
    begins_anew = {item.ended for item in referral.application.earlier}
    begins_anew.update(item.ended for item in referral.outcome.earlier)
    closing_out = False
    for milestone in ordered:
        if milestone.about == CLOSING_OUT:
            closing_out = True
            yield milestone
        elif milestone.is_ending or milestone.day in begins_anew:
            closing_out = False
            yield milestone
        elif not closing_out:
            yield milestone
