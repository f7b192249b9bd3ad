"""The week, put together from the lists and numbers of all the others."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from textual_tracker.analytics.activity.year import ActivityYear, activity_year, week_of
from textual_tracker.analytics.diagnosis.diagnosis import diagnosis
from textual_tracker.analytics.diagnosis.verdict import Diagnosis
from textual_tracker.analytics.forecast.forecast import forecast
from textual_tracker.analytics.forecast.outlook import Forecast
from textual_tracker.analytics.partners.care import PartnerRow, ToTell, untold
from textual_tracker.analytics.results.cohort import Member, everyone
from textual_tracker.analytics.results.endings import Ending, endings
from textual_tracker.analytics.review.moved import Move, moves
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow, stalled_rows
from textual_tracker.analytics.window import Window, last_twelve_months
from textual_tracker.core.calendar import DAYS_IN_WEEK
from textual_tracker.core.records import Referral
from textual_tracker.core.vocabulary import CAUSE_OF, NO_REFERRALS


class Review(Struct, frozen=True, kw_only=True):
    """One week of one officer or (`officer=None`) of all.

    `activity`, `moved`, `received`, `closed`, `lost`, `nurture` and `returned` are of the days of `window`, whatever
    became of them since; `faulty` were received in them too, and are nowhere else, because their file has an error.
    `stalled`, `to_tell`, `forecast` and `diagnosis` are as of `today`: who waits, waits now.
    """

    window: Window
    today: dt.date
    officer: str | None
    activity: ActivityYear
    moved: tuple[Move, ...]
    received: tuple[Member, ...]
    faulty: tuple[Referral, ...]
    closed: tuple[Ending, ...]
    lost: tuple[Ending, ...]
    nurture: tuple[Ending, ...]
    returned: tuple[Member, ...]
    stalled: tuple[StalledRow, ...]
    to_tell: tuple[ToTell, ...]
    forecast: Forecast
    diagnosis: Diagnosis

    @property
    def is_over(self) -> bool:
        """Whether its Sunday has passed."""
        return week_of(self.today) > week_of(self.window.start)


def week_to_review(day: dt.date, today: dt.date) -> Window:
    """From the Monday of the week of `day`, which does not lie ahead of this one, to its Sunday or to `today`."""
    monday = week_of(day)
    sunday = min(monday.toordinal() + DAYS_IN_WEEK - 1, today.toordinal())
    return Window(monday, dt.date.fromordinal(sunday))


def review(snapshot: Snapshot, window: Window, officer: str | None = None) -> Review:
    """The review of the week `window`; of one officer only where `officer` is an officer's id."""
    members = everyone(snapshot, officer)
    return Review(
        window=window,
        today=snapshot.today,
        officer=officer,
        activity=activity_year(snapshot, officer, window),
        moved=moves(members, window),
        received=_received(members, window),
        faulty=tuple(
            referral
            for referral in snapshot.referrals
            if (referral.faulty or referral.stale) and referral.received in window and _is_theirs(referral, officer)
        ),
        closed=endings(snapshot, "closed", window, officer),
        lost=_were_lost(endings(snapshot, "lost", window, officer)),
        nurture=endings(snapshot, "nurture", window, officer),
        returned=tuple(sorted((one for one in members if one.standing.returned in window), key=_by_id)),
        stalled=tuple(row for row in stalled_rows(snapshot, at_risk=False) if _is_theirs(row.referral, officer)),
        to_tell=_to_tell(untold(snapshot, at_risk=False), officer),
        forecast=forecast(snapshot, officer=officer),
        diagnosis=diagnosis(snapshot, last_twelve_months(snapshot.today), officer),
    )


def _is_theirs(referral: Referral | None, officer: str | None) -> bool:
    """Whose it is; a partner who went quiet is everybody's."""
    return officer is None or referral is None or referral.officer == officer


def _by_id(member: Member) -> str:
    """Ids begin with the day received."""
    return member.referral.id


def _received(members: Sequence[Member], window: Window) -> tuple[Member, ...]:
    found = [member for member in members if member.referral.received in window]
    return tuple(sorted(found, key=lambda member: (member.referral.received, member.referral.id)))


def _were_lost(found: Sequence[Ending]) -> tuple[Ending, ...]:
    """Without those lost because they were no referrals: these are counted nowhere."""
    return tuple(one for one in found if CAUSE_OF.get(one.facts.reason or "") != NO_REFERRALS)


def _to_tell(rows: Sequence[PartnerRow], officer: str | None) -> tuple[ToTell, ...]:
    """One for each partner, in the order of their worst row."""
    by_partner: dict[str, list[PartnerRow]] = {}
    for row in rows:
        if _is_theirs(row.referral, officer):
            by_partner.setdefault(row.partner, []).append(row)
    return tuple(ToTell(partner, tuple(of_partner)) for partner, of_partner in by_partner.items())
