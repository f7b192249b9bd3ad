"""What stands behind a day's counters: who was called, written to and told on that day, and with what result."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from textual_tracker.analytics.activity.counters import Activity
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import about_label, clock, long_day, word
from textual_tracker.core.records import Attempt, Partner, PartnerUpdate, Referral


class DayRecord(Struct, frozen=True):
    """One thing recorded of a day: with whom, and what; `officer` says whose day it was, "" if nobody's own."""

    time: dt.time | None
    name: str
    what: str
    officer: str


class Dated(Struct, frozen=True):
    """Finds the referrals that have something on each day from `since` to `until`, both included."""

    since: dt.date
    until: dt.date

    def __call__(self, referrals: Iterable[Referral]) -> dict[dt.date, Counter[str]]:
        """The ids of these referrals by day."""
        found: dict[dt.date, Counter[str]] = defaultdict(Counter)
        for referral in referrals:
            for date in _dates_of(referral):
                if self.since <= date <= self.until:
                    found[date][referral.id] += 1
        return dict(found)


class DayRecords:
    """The records behind each day from `first` to the snapshot's day, found in one pass; each day's on demand."""

    def __init__(self, snapshot: Snapshot, first: dt.date) -> None:
        self._journal = snapshot.journal
        self._ids: Mapping[dt.date, Counter[str]] = snapshot.tally(Dated(first, snapshot.today), first)
        self._partners: dict[dt.date, list[Partner]] = defaultdict(list)
        for partner in snapshot.journal.partners.values():
            for date in {touch.date for touch in partner.touches if first <= touch.date <= snapshot.today}:
                self._partners[date].append(partner)
        # What was derived of the referrals is taken over: only the typed days are others, there are none.
        self._untyped = Snapshot(replace(snapshot.journal, days={}), snapshot.today, snapshot)
        self._activities: dict[str | None, Activity] = {}

    def shown(self, date: dt.date, officer: str | None = None) -> Mapping[str, int]:
        """The counters of the day as the records alone show them, of one officer or of all together."""
        if officer not in self._activities:
            self._activities[officer] = Activity(self._untyped, officer)
        return self._activities[officer].day(date).counts

    def on(self, date: dt.date, officer: str | None = None) -> list[DayRecord]:
        """What was recorded of the day, by its hour, what has none at the end."""
        found = [record for record in self._records(date) if officer is None or record.officer == officer]
        return sorted(found, key=lambda record: (record.time or dt.time.max, record.name))

    def _records(self, date: dt.date) -> Iterator[DayRecord]:
        for referral_id in self._ids.get(date, ()):
            yield from self._of_referral(self._journal.referrals[referral_id], date)
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
                told = self._journal.partner_name(update.partner or referral.partner or "") or "the partner"
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
