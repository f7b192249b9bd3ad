"""What comes next on a day on which nobody is stalled or at risk.

The appointment of today, else the partner to tell, else the weekday's list.
"""

from collections.abc import Iterable
from typing import NamedTuple

from textual_tracker.analytics.agenda import Meeting
from textual_tracker.analytics.partners.care import ToTell
from textual_tracker.analytics.partners.words import tell_sentence
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import clock, count, partner_named

NOBODY = "Nobody is waiting for you."
HELD = "held or no-show?"


class NextUp(NamedTuple):
    """`14:00` `Lee Ortiz` `555-0146`; `tell` `Sarah Chen` `555-0199` and why: what the partner waits to hear."""

    begins: str
    name: str
    phone: str = ""
    why: str = ""

    @property
    def sentence(self) -> str:
        """`Next: 14:00 Lee Ortiz 555-0146`."""
        whom = " ".join(part for part in ("Next:", self.begins, self.name, self.phone) if part)
        return f"{whom}; {self.why}" if self.why else whom


def next_up(snapshot: Snapshot, appointments: Iterable[Meeting], tell: Iterable[ToTell], listed: int) -> NextUp | None:
    """The first of the day's appointments, else of the partners to tell, else the list with `listed` people on it.

    An appointment that is still ahead comes before one whose hour has passed. `None`: there is nothing to do.
    """
    today = [meeting for meeting in appointments if meeting.date == snapshot.today]
    meeting = min(today, key=lambda one: one.passed, default=None)
    if meeting is not None:
        referral = meeting.referral
        return NextUp(clock(meeting.time) or "today", referral.name, referral.phone, HELD if meeting.passed else "")
    partner = next(iter(tell), None)
    if partner is not None:
        return _partner(snapshot, partner)
    return NextUp(f"{snapshot.today:%A}'s list,", count(listed, "person", "people")) if listed else None


def _partner(snapshot: Snapshot, one: ToTell) -> NextUp:
    partner = snapshot.journal.partners.get(one.partner)
    phone = partner.phone if partner is not None else ""
    begins = "tell" if one.level else "get in touch with"
    return NextUp(begins, partner_named(snapshot, one.partner), phone, tell_sentence(one))
