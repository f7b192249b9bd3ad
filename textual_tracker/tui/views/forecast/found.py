"""What the view of the forecast shows of one look at the journal."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from textual_tracker.analytics.forecast.forecast import forecast
from textual_tracker.analytics.forecast.outlook import Chance, Forecast
from textual_tracker.analytics.query.query import Query, officer_of
from textual_tracker.analytics.results.left_out import left_out
from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral
from textual_tracker.core.standing import Standing
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.orders import AMOUNT, DAYS, SENDER, STAGE, WHO
from textual_tracker.tui.views.sorting import Order, Sorting


class Item(NamedTuple):
    """A row: somebody open, with their chance."""

    chance: Chance
    standing: Standing
    firing: Firing | None

    @property
    def referral(self) -> Referral:
        """Who."""
        return self.chance.referral


def _expected_close(_snapshot: Snapshot, item: Item) -> dt.date | None:
    return item.chance.expected_close


OWN: Final = Order("chance", column="chance")
CLOSING: Final = Order("closing day", _expected_close)
ORDERS: Final = (OWN, AMOUNT, STAGE, DAYS, CLOSING, WHO, SENDER)


UNLIKELY: Final = 0.01
"""Whoever has less of a chance folds into the last line, where they are more than a `HANDFUL`."""
HANDFUL: Final = 5


class ForecastList(NamedTuple):
    """The forecast of `officer` (an id; `None`: everybody), one of those `made` of the same records.

    `items` are the rows that match the query and stand above the fold, `folded` those in it. `everybody` counts who is
    open, `left_out` those of whom nothing is said because their file has an error.
    """

    made: Mapping[str | None, Forecast]
    officer: str | None
    items: Sequence[Item]
    folded: Sequence[Item]
    everybody: int
    left_out: int

    @property
    def forecast(self) -> Forecast:
        """The one that is shown."""
        return self.made[self.officer]

    @property
    def matching(self) -> int:
        """How many match the query."""
        return len(self.items) + len(self.folded)


def forecast_list(
    look: Look, query: Query | None, sorting: Sorting[Item], known: ForecastList | None = None
) -> ForecastList:
    """The forecast of this look; `known` is what was worked out of its records before, for another query perhaps."""
    snapshot = look.snapshot
    officer = _officer_alone(look, query)
    made = {} if known is None else known.made
    found = made[officer] if officer in made else forecast(snapshot, officer=officer)
    chances = () if found.chosen is None else found.chosen.chances
    tests = query.tests if query is not None else ()
    items = [
        Item(chance, snapshot.standing(chance.referral), next(iter(snapshot.fires(chance.referral)), None))
        for chance in chances
        if all(test(snapshot, chance.referral) for test in tests)
    ]
    likely, unlikely = _apart(sorting.apply(snapshot, items))
    everybody = len(chances) if officer is None or not found.enough_history else _open(snapshot)
    return ForecastList(
        {**made, officer: found}, officer, likely, unlikely, everybody, len(left_out(snapshot, officer))
    )


def _officer_alone(look: Look, query: Query | None) -> str | None:
    """The officer all of whose referrals the query asks for, and nothing else; else `None`."""
    if query is None or len(query.tests) != len(query.officers):
        return None
    return officer_of(query, look.snapshot.journal.settings.officers) or None


def _apart(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Those who are listed, and those who fold."""
    likely = [item for item in items if item.chance.probability >= UNLIKELY]
    unlikely = [item for item in items if item.chance.probability < UNLIKELY]
    return (likely, unlikely) if len(unlikely) > HANDFUL else (list(items), [])


def _open(snapshot: Snapshot) -> int:
    return sum(
        snapshot.standing(referral).is_open
        for referral in snapshot.referrals
        if not (referral.faulty or referral.stale)
    )
