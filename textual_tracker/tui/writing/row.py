"""What a key of writing is about: the record of the selected row, as it is on the screen."""

import datetime as dt
import os
from typing import NamedTuple

from textual_tracker.core.records import Partner, Referral
from textual_tracker.store.layout import kind_of
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.target import Target

OFFICER_VARIABLE = "TRACKER_OFFICER"
"""Names, by an id of `officers`, who sits at the screen of a shared journal."""


class Row(NamedTuple):
    """A record of a look."""

    look: Look
    record: Referral | Partner

    @property
    def today(self) -> dt.date:
        """The day that the look is as of."""
        return self.look.snapshot.today

    @property
    def name(self) -> str:
        """The borrower's name, or the partner's."""
        return self.record.name

    @property
    def by(self) -> str | None:
        """Who did it, where that is not whom the journal takes for it: in a shared journal, another officer."""
        me = officer(self.look)
        return None if not me or (isinstance(self.record, Referral) and self.record.officer == me) else me


def row_of(look: Look, target: Target | None) -> Row | None:
    """The row of the record that a target is of; `None` where it is of none."""
    journal = look.snapshot.journal
    if target is None:
        return None
    records = {"referral": journal.referrals, "partner": journal.partners}.get(kind_of(target.path) or "", {})
    record = records.get(target.id)
    return Row(look, record) if isinstance(record, Referral | Partner) and record.path == target.path else None


def officer(look: Look) -> str:
    """The id of the officer at the screen; "" where the journal has but one, or it was not said who it is."""
    named = os.environ.get(OFFICER_VARIABLE, "")
    return named if named in look.snapshot.journal.settings.officers else ""
