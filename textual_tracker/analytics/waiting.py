"""One referral as the rules look at it: its facts in force and the days from which it may wait."""

import datetime as dt

from textual_tracker.core.calendar import WorkCalendar
from textual_tracker.core.records import ApplicationFacts, Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing


class Case:
    """A referral, where it stands as of `today`, and the working days by which it waits."""

    __slots__ = ("application", "calendar", "referral", "stage", "standing", "today")

    def __init__(self, referral: Referral, standing: Standing, today: dt.date, calendar: WorkCalendar) -> None:
        self.referral = referral
        self.standing = standing
        self.stage: Stage = standing.stage
        self.application: ApplicationFacts = standing.application
        self.today = today
        self.calendar = calendar

    @property
    def received_for_work(self) -> dt.date:
        """The day from which the referral waits as received: the next working day for a late or weekend one."""
        return self.calendar.received_for_work(self.referral.received, self.referral.received_time)

    @property
    def last_touch(self) -> dt.date:
        """The last touch, received for work where there has been none."""
        return self.standing.last_touch or self.received_for_work
