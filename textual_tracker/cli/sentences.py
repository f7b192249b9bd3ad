"""Whole sentences about what to do next."""

from textual_tracker.analytics.agenda import Agenda
from textual_tracker.analytics.next_up import NOBODY, next_up
from textual_tracker.analytics.rules import NO_ATTEMPT
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.analytics.wording import came_from, rule_text


def next_sentence(snapshot: Snapshot, row: StalledRow) -> str:
    """`Next: call Dana Ortiz 555-0142, from Sarah Chen`."""
    referral = row.referral
    phone = f" {referral.phone}" if referral.phone else ""
    came = f", {came_from(snapshot, referral)}" if came_from(snapshot, referral) else ""
    if row.firing.rule == NO_ATTEMPT:
        return f"Next: call {referral.name}{phone}{came}"
    what = rule_text(snapshot, referral, row.firing)
    return f"Next: {referral.name}{phone}{came}; {what}: {row.firing.action}"


def first_sentence(snapshot: Snapshot, found: Agenda) -> str:
    """What to do next: who is stalled or at risk, else what else there is to do, else that nobody waits."""
    if found.next_row is not None:
        return next_sentence(snapshot, found.next_row)
    week = found.week
    people = 0 if week is None else len(week.partners) + len(week.referrals)
    coming = next_up(snapshot, found.appointments, found.tell, people)
    return NOBODY if coming is None else coming.sentence
