"""What the view of the forecast shows of one look at the journal."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple

from textual_tracker.analytics.forecast.forecast import forecast
from textual_tracker.analytics.forecast.outlook import Chance, Forecast
from textual_tracker.analytics.query.query import Query
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


OWN: Final = Order("chance")
CLOSING: Final = Order("closing day", _expected_close)
ORDERS: Final = (OWN, AMOUNT, STAGE, DAYS, CLOSING, WHO, SENDER)


class ForecastList(NamedTuple):
    """The forecast; the rows that match the query, and everybody open."""

    forecast: Forecast
    items: Sequence[Item]
    keys: Sequence[str]
    everybody: int


def forecast_list(
    look: Look, query: Query | None, sorting: Sorting[Item], known: Forecast | None = None
) -> ForecastList:
    """The forecast of this look, which is `known` already where only the query or the order differs."""
    snapshot = look.snapshot
    found = forecast(snapshot) if known is None else known
    chances = () if found.chosen is None else found.chosen.chances
    tests = query.tests if query is not None else ()
    items = [
        Item(chance, snapshot.standing(chance.referral), next(iter(snapshot.fires(chance.referral)), None))
        for chance in sorted(chances, key=_likeliest_first)
        if all(test(snapshot, chance.referral) for test in tests)
    ]
    items = sorting.apply(snapshot, items)
    return ForecastList(found, items, [item.referral.id for item in items], len(chances))


def _likeliest_first(chance: Chance) -> tuple[float, str]:
    return -chance.probability, chance.referral.id
