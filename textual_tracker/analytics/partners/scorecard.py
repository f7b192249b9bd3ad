"""What each partner's referrals came to in a window, what may be expected of the next, and whether they were told.

Source: docs/numbers.md, "Scorecards of partners". The columns are those of the results by partner, and so is the order.
"""

from collections import defaultdict
from collections.abc import Collection

from msgspec import Struct

from textual_tracker.analytics.partners.summary import PartnerSummary, partner_summaries, usual_gap
from textual_tracker.analytics.partners.told import Due, dues_in, told_share
from textual_tracker.analytics.results.cohort import cohort
from textual_tracker.analytics.results.groups import Group, by_partner, group
from textual_tracker.analytics.results.ranking import Ranked
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.analytics.window import Window


class Scorecard(Struct, frozen=True, kw_only=True):
    """One partner. `group` counts those whom they sent in the window; `dues` are the words due to them in it.

    `summary` is about today, whatever the window: who waits for word, whether they went quiet, when they sent last.
    """

    summary: PartnerSummary
    group: Group
    dues: tuple[Due, ...]
    place: int | None
    """Their place in the order, from 1; `None` with fewer than three decided."""
    days_since: int | None
    """Calendar days since they last sent somebody; `None`: never."""

    @property
    def id(self) -> str:
        """The partner's id."""
        return self.summary.id

    @property
    def ranked(self) -> Ranked[str] | None:
        """What is known of their close rate beside all partners'; `None` where nobody came in the window."""
        return self.group.ranked

    @property
    def told(self) -> Rate | None:
        """The share of due words that were given in time; `None` where none was due."""
        return told_share(self.dues)

    @property
    def usual_gap(self) -> int | None:
        """The median of the calendar days between the referrals they sent; `None` with fewer than two."""
        return usual_gap(self.summary)

    @property
    def is_idle(self) -> bool:
        """Nothing is to be said of them: nobody came in the window, no word was due, and they wait for none."""
        return not (self.group.received or self.dues or self.summary.waits)


class Scorecards(Struct, frozen=True):
    """Every partner, best first, and the share of all due words that were given in time."""

    window: Window
    cards: tuple[Scorecard, ...]
    told: Rate | None

    @property
    def ranked(self) -> int:
        """How many have a place in the order."""
        return sum(card.place is not None for card in self.cards)


def scorecards(
    snapshot: Snapshot, window: Window, unread: Collection[str] = (), officer: str | None = None
) -> Scorecards:
    """The partners by what their close rate is at least; those with fewer than three decided, then all others, follow.

    Of equals those who wait for word come first. `unread`: the ids of partners whose file cannot be read. Of one
    officer's referrals only where `officer` is an officer's id.
    """
    due: dict[str, list[Due]] = defaultdict(list)
    everything = dues_in(snapshot, window, officer)
    for one in everything:
        due[one.partner].append(one)
    groups = {row.key: row for row in by_partner(cohort(snapshot, window, officer))}
    best = [key for key, row in groups.items() if row.ranked is not None and not row.ranked.is_few]
    cards = [
        Scorecard(
            summary=summary,
            group=groups.get(summary.id) or group(summary.id, ()),
            dues=tuple(due[summary.id]),
            place=best.index(summary.id) + 1 if summary.id in best else None,
            days_since=None if summary.last_referral is None else (snapshot.today - summary.last_referral).days,
        )
        for summary in partner_summaries(snapshot, unread, officer)
    ]
    order = {key: number for number, key in enumerate(groups)}
    ordered = sorted(cards, key=lambda card: (order.get(card.id, len(order)), card.is_idle))
    return Scorecards(window, tuple(ordered), told_share(everything))
