"""What stands behind a day's counters: who was called, written to and told on that day, and with what result."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from textual_tracker.analytics.activity import Activity
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import about_label, clock, long_day, word
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Attempt, Partner, PartnerUpdate, Referral


class DayRecord(Struct, frozen=True):
    """One thing recorded of a day: with whom, and what; `officer` says whose day it was, "" if nobody's own."""

    time: dt.time | None
    name: str
    what: str
    officer: str


class DayRecords:
    """The records behind each day from `first` to the snapshot's day, found in one pass; each day's on demand."""

    def __init__(self, snapshot: Snapshot, first: dt.date) -> None:
        self._snapshot = snapshot
        self._referrals: dict[dt.date, list[Referral]] = defaultdict(list)
        self._partners: dict[dt.date, list[Partner]] = defaultdict(list)
        for referral in snapshot.referrals:
            for date in {date for date in _dates_of(referral) if first <= date <= snapshot.today}:
                self._referrals[date].append(referral)
        for partner in snapshot.journal.partners.values():
            for date in {touch.date for touch in partner.touches if first <= touch.date <= snapshot.today}:
                self._partners[date].append(partner)

    def shown(self, date: dt.date, officer: str | None = None) -> Mapping[str, int]:
        """The counters of the day as the records alone show them, of one officer or of all together."""
        return Activity(self._of_the_day(date), officer).day(date).counts

    def on(self, date: dt.date, officer: str | None = None) -> list[DayRecord]:
        """What was recorded of the day, by its hour, what has none at the end."""
        found = [record for record in self._records(date) if officer is None or record.officer == officer]
        return sorted(found, key=lambda record: (record.time or dt.time.max, record.name))

    def _of_the_day(self, date: dt.date) -> Snapshot:
        """The journal without what was typed, and without the records that have nothing on that day."""
        journal = Journal(
            settings=self._snapshot.journal.settings,
            referrals={referral.id: referral for referral in self._referrals.get(date, ())},
            partners={partner.id: partner for partner in self._partners.get(date, ())},
        )
        return Snapshot(journal, self._snapshot.today)

    def _records(self, date: dt.date) -> Iterator[DayRecord]:
        for referral in self._referrals.get(date, ()):
            yield from self._of_referral(referral, date)
        for partner in self._partners.get(date, ()):
            for touch in partner.touches:
                if touch.date == date:
                    yield DayRecord(touch.time, partner.name, _attempt(touch), touch.by or "")

    def _of_referral(self, referral: Referral, date: dt.date) -> Iterator[DayRecord]:
        whose = referral.officer or ""
        for attempt in referral.contact_attempts:
            if attempt.date == date:
                yield DayRecord(attempt.time, referral.name, _attempt(attempt), attempt.by or whose)
        for update in referral.partner_updates:
            if update.date == date:
                told = self._snapshot.journal.partner_name(update.partner or referral.partner or "") or "the partner"
                yield DayRecord(update.time, told, _update(update, referral), update.by or whose)
        for meeting in (*referral.appointment.earlier, referral.appointment):
            if meeting.set == date:
                day = f" for {long_day(meeting.date)} {clock(meeting.time)}".rstrip() if meeting.date else ""
                yield DayRecord(None, referral.name, f"appointment agreed{day}", whose)


def _dates_of(referral: Referral) -> Iterator[dt.date]:
    for attempt in referral.contact_attempts:
        yield attempt.date
    for update in referral.partner_updates:
        yield update.date
    for meeting in (referral.appointment, *referral.appointment.earlier):
        if meeting.set is not None:
            yield meeting.set


def _attempt(attempt: Attempt) -> str:
    """`call: left message; try after six`."""
    what = word(attempt.channel) or "contact"
    said = f"{what}: {word(attempt.result)}" if attempt.result else what
    return f"{said}; {attempt.note}" if attempt.note else said


def _update(update: PartnerUpdate, referral: Referral) -> str:
    """`told of Dana Ortiz: contacted (text)`."""
    about = f": {about_label(update.about)}" if update.about else ""
    channel = f" ({word(update.channel)})" if update.channel else ""
    note = f"; {update.note}" if update.note else ""
    return f"told of {referral.name}{about}{channel}{note}"
