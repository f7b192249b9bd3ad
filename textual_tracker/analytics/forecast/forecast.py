"""Will this be a good month? Its outlook and those beside it, and how good such outlooks were before."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from textual_tracker.analytics.forecast.baselines import first_days
from textual_tracker.analytics.forecast.history import Evening, History, paths, waiting_now
from textual_tracker.analytics.forecast.months import days_ahead, month_after, month_of
from textual_tracker.analytics.forecast.outlook import DECIDED_AT_LEAST, Chance, Forecast, Outlook, TrackRecord
from textual_tracker.analytics.forecast.reckoning import NO_GOALS, Goals, Reckoning, goals_of
from textual_tracker.analytics.forecast.track_record import MONTHS, track_record
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.core.path import Path
from textual_tracker.core.records import Referral
from textual_tracker.errors import UsageError

NINETY = 90
FURTHEST = 3 * 366
"""Days ahead: what lies further depends on whoever will come, not on what is known."""


def forecast(
    snapshot: Snapshot, *, by: dt.date | None = None, officer: str | None = None, replays: int = MONTHS
) -> Forecast:
    """The closings of this month, the next, ninety days, and from the first of this month to `by`.

    Of one officer's referrals alone where `officer` is an officer's id. `replays`: how many past months are forecast
    again for the track record, at most twelve. Raises UsageError for a `by` before today or too far ahead.
    """
    today = snapshot.today
    this_month = month_of(today)
    chosen = this_month if by is None else Window(this_month.start, _within_reach(by, today))
    next_month, ninety_days = month_after(this_month), days_ahead(today, NINETY)
    known = paths(snapshot, officer)
    *past, now = _evenings(snapshot, known, replays)
    goals = goals_of(snapshot.journal.settings)
    wanted = {window for window in (chosen, this_month, next_month, ninety_days) if window is not None}
    found: Mapping[Window | None, Outlook] = dict(_outlooks(now, sorted(wanted, key=_end), goals))
    return Forecast(
        decided=now.decided,
        chosen_window=chosen,
        chosen=found.get(chosen),
        this_month=found.get(this_month),
        next_month=found.get(next_month),
        ninety_days=found.get(ninety_days),
        track_record=_track_record(known, today, past) if past else None,
    )


def chance_of(snapshot: Snapshot, referral: Referral) -> Chance | None:
    """The chance of one referral to close this month; `None` for one that is not open, or with too little decided."""
    standing = snapshot.standing(referral)
    if not standing.is_open or referral.faulty or referral.stale:
        return None
    known = paths(snapshot)
    (now,) = _evenings(snapshot, known, 0)
    window = month_of(snapshot.today)
    if now.decided < DECIDED_AT_LEAST:
        return None
    reckoning = Reckoning(now, window.end.toordinal() - now.day)
    last = known[referral.id][-1]
    return reckoning.chance(
        waiting_now(referral, standing, (last.stage, last.entered), snapshot.today, now.clock), window
    )


def outlook_as_of(evening: Evening | None, window: Window) -> Outlook | None:
    """The outlook of a window, without goals, as it was on an evening; `None` where too little was decided by then."""
    return next((outlook for _, outlook in _outlooks(evening, [window], NO_GOALS)), None) if evening else None


def _track_record(known: Mapping[str, Path], today: dt.date, past: Sequence[Evening]) -> TrackRecord | None:
    replayed = {dt.date.fromordinal(evening.day): evening for evening in past}
    return track_record(known, today, lambda first: outlook_as_of(replayed.get(first), month_of(first)))


def _outlooks(evening: Evening, windows: Sequence[Window], goals: Goals) -> Iterator[tuple[Window, Outlook]]:
    """The outlook of each window, the last of which ends last; none where too little was decided by that evening."""
    if evening.decided >= DECIDED_AT_LEAST:
        reckoning = Reckoning(evening, max(0, windows[-1].end.toordinal() - evening.day))
        for window in windows:
            yield window, reckoning.outlook(window, goals)


def _evenings(snapshot: Snapshot, known: Mapping[str, Path], replays: int) -> Iterator[Evening]:
    """The evenings of the firsts of the months to be replayed, and today's."""
    earliest = min((referral.received for referral in snapshot.referrals if referral.id in known), default=None)
    firsts = [] if earliest is None else first_days(earliest.toordinal(), snapshot.today.toordinal())[:-1]
    return History(snapshot, known, firsts[max(0, len(firsts) - replays) :]).evenings()


def _within_reach(by: dt.date, today: dt.date) -> dt.date:
    if by < today:
        raise UsageError(f"{by} is over; a forecast looks ahead, from {today} on")
    if (by - today).days > FURTHEST:
        furthest = dt.date.fromordinal(today.toordinal() + FURTHEST)
        raise UsageError(f"{by} is too far ahead: a forecast looks three years ahead at most, to {furthest}")
    return by


def _end(window: Window) -> dt.date:
    return window.end
