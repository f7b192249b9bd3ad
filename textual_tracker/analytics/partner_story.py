"""The contacts with a partner and the word given to them, as one list, newest first."""

from collections.abc import Iterator
from heapq import nlargest

from textual_tracker.analytics.partner_summary import PartnerSummary
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.timeline import Event
from textual_tracker.analytics.wording import about_label, word
from textual_tracker.core.records import Attempt, PartnerUpdate, Referral


def partner_story(snapshot: Snapshot, summary: PartnerSummary, most: int) -> list[Event]:
    """At most so many touches of the partner, and updates to them, by the snapshot's day."""
    known = (event for event in _events(summary) if event.date <= snapshot.today)
    return nlargest(most, known, key=lambda event: event.sort_key)


def _events(summary: PartnerSummary) -> Iterator[Event]:
    if summary.partner is not None:
        yield from map(_touch, summary.partner.touches)
    for referral in summary.referrals:
        for update in referral.partner_updates:
            if (update.partner or referral.partner) == summary.id:
                yield _update(referral, update)


def _touch(touch: Attempt) -> Event:
    """`call: reached, by maria; coffee on Friday`."""
    what = word(touch.channel) or "contact"
    result = f": {word(touch.result)}" if touch.result else ""
    return Event(touch.date, touch.time, "attempt", _told(f"{what}{result}", touch.by, touch.note))


def _update(referral: Referral, update: PartnerUpdate) -> Event:
    """`told of Dana Ortiz: contacted (text)`."""
    about = f": {about_label(update.about)}" if update.about else ""
    channel = f" ({word(update.channel)})" if update.channel else ""
    what = f"told of {referral.name}{about}{channel}"
    return Event(update.date, update.time, "partner_update", _told(what, update.by, update.note))


def _told(what: str, by: str | None, note: str) -> str:
    named = f"{what}, by {by}" if by else what
    return f"{named}; {note}" if note else named
