"""The contacts with a partner and the word given to them, as one list, newest first."""

import datetime as dt
from collections.abc import Iterator
from heapq import nlargest
from typing import TypeAlias

from textual_tracker.analytics.partners.summary import PartnerSummary
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.timeline import Event
from textual_tracker.analytics.wording import about_label, word
from textual_tracker.core.records import Attempt, PartnerUpdate, Referral

Told: TypeAlias = tuple[Referral | None, Attempt | PartnerUpdate]
"""A touch of the partner, or an update to them about a referral."""


def partner_story(snapshot: Snapshot, summary: PartnerSummary, most: int) -> list[Event]:
    """At most so many touches of the partner, and updates to them, by the snapshot's day."""
    known = (told for told in _told_to(summary) if told[1].date <= snapshot.today)
    newest = nlargest(most, known, key=lambda told: (told[1].date, told[1].time or dt.time.max))
    return sorted((_event(*told) for told in newest), key=lambda event: event.sort_key, reverse=True)


def _told_to(summary: PartnerSummary) -> Iterator[Told]:
    if summary.partner is not None:
        yield from ((None, touch) for touch in summary.partner.touches)
    for referral in summary.referrals:
        for update in referral.partner_updates:
            if (update.partner or referral.partner) == summary.id:
                yield referral, update


def _event(referral: Referral | None, told: Attempt | PartnerUpdate) -> Event:
    if isinstance(told, Attempt):
        return _touch(told)
    return _update(referral.name if referral is not None else "", told)


def _touch(touch: Attempt) -> Event:
    """`call: reached, by maria; coffee on Friday`."""
    what = word(touch.channel) or "contact"
    result = f": {word(touch.result)}" if touch.result else ""
    return Event(touch.date, touch.time, "attempt", _told(f"{what}{result}", touch.by, touch.note))


def _update(name: str, update: PartnerUpdate) -> Event:
    """`told of Dana Ortiz: contacted (text)`."""
    about = f": {about_label(update.about)}" if update.about else ""
    channel = f" ({word(update.channel)})" if update.channel else ""
    what = f"told of {name}{about}{channel}"
    return Event(update.date, update.time, "partner_update", _told(what, update.by, update.note))


def _told(what: str, by: str | None, note: str) -> str:
    named = f"{what}, by {by}" if by else what
    return f"{named}; {note}" if note else named
