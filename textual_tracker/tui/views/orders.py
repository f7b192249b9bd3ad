"""Orders for rows and cards that are about one referral each."""

import datetime as dt
from typing import Final, Protocol

from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import sender
from textual_tracker.core.records import Referral
from textual_tracker.core.standing import Standing
from textual_tracker.tui.views.sorting import Order


class About(Protocol):
    """A row or a card: the referral, where it stands, and the worst rule that fires."""

    @property
    def referral(self) -> Referral:
        """Who."""

    @property
    def standing(self) -> Standing:
        """Where it stands."""

    @property
    def firing(self) -> Firing | None:
        """What fires."""


def _who(_snapshot: Snapshot, item: About) -> str:
    return item.referral.name.casefold()


def _amount(snapshot: Snapshot, item: About) -> int | None:
    return snapshot.amount(item.referral)


def _days(snapshot: Snapshot, item: About) -> int | None:
    return item.standing.days_in_stage(snapshot.today)


def _stage(_snapshot: Snapshot, item: About) -> int:
    return int(item.standing.stage)


def _sender(snapshot: Snapshot, item: About) -> str | None:
    return sender(snapshot, item.referral).casefold() or None


def _received(_snapshot: Snapshot, item: About) -> dt.date:
    return item.referral.received


def _waited(_snapshot: Snapshot, item: About) -> int | None:
    return None if item.firing is None else item.firing.waited


def _since(_snapshot: Snapshot, item: About) -> dt.date | None:
    return None if item.firing is None else item.firing.since


URGENT: Final = Order("what fires", column="what fires")
LATE: Final = Order("how late", column="rule")
WHO: Final = Order("who", _who, "who")
AMOUNT: Final = Order("amount", _amount, "amount", down=True)
DAYS: Final = Order("days in stage", _days, "days", down=True)
STAGE: Final = Order("stage", _stage, "stage", down=True)
SENDER: Final = Order("who sent them", _sender, "from")
RECEIVED: Final = Order("newest", _received, "received", down=True)
WAITED: Final = Order("how long", _waited, "waited", down=True)
SINCE: Final = Order("since when", _since, "since")
