"""The actions of the group "Write": each begins with the record of the selected row, or with the day.

What knows how records are edited is imported with the first of these keys, unless that was done behind the screen.
"""

from collections.abc import Callable

from textual_tracker.analytics.partners.care import people_to_tell
from textual_tracker.analytics.wording import stage_label
from textual_tracker.core.records import Partner, Referral
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.writing.recording import Recording
from textual_tracker.tui.writing.row import Row
from textual_tracker.tui.writing.steps import Step, Undo


class WritingKeys(Recording):
    """Carries them out for the desk."""

    def can_contact(self) -> bool:
        """Where a referral or a partner is selected."""
        return self.row() is not None

    can_contact_note = can_contact

    def do_contact(self) -> None:
        """Log a contact, or a touch of a partner."""
        from textual_tracker.tui.writing.menus.contact import contact  # noqa: PLC0415 - see above

        self._of_row(contact)

    def do_contact_note(self) -> None:
        """Log a contact with a note."""
        from textual_tracker.tui.writing.menus.contact import contact_with_note  # noqa: PLC0415 - see above

        self._of_row(contact_with_note)

    def can_appointment(self) -> bool:
        """Where a referral is selected; of one that has ended it is said that it has."""
        row = self.row()
        return row is not None and isinstance(row.record, Referral)

    can_milestone = can_next_step = can_done = can_close_out = can_appointment

    def do_appointment(self) -> None:
        """Record what came of the appointment, or a new one."""
        from textual_tracker.tui.writing.menus.appointment import appointment  # noqa: PLC0415 - see above

        self._of_open_referral(appointment)

    def do_milestone(self) -> None:
        """Mark a milestone of the loan, or a deadline."""
        from textual_tracker.tui.writing.menus.milestone import milestone  # noqa: PLC0415 - see above

        self._of_open_referral(milestone)

    def can_tell(self) -> bool:
        """Where a partner is selected, or a referral of whom somebody is to be told."""
        row = self.row()
        record = None if row is None else row.record
        return isinstance(record, Partner) or (isinstance(record, Referral) and bool(people_to_tell(record)))

    def do_tell(self) -> None:
        """Record that a partner was told."""
        from textual_tracker.tui.writing.menus.telling import telling  # noqa: PLC0415 - see above

        self._of_row(telling)

    def do_next_step(self) -> None:
        """Set the next step."""
        from textual_tracker.tui.writing.menus.next_step import next_step  # noqa: PLC0415 - see above

        self._of_open_referral(next_step)

    def do_done(self) -> None:
        """The next step is done."""
        from textual_tracker.tui.writing.menus.next_step import done  # noqa: PLC0415 - see above

        row = self.row()
        if row is None or not isinstance(row.record, Referral):
            return
        if row.record.next_step is not None:
            self._of_referral(done)
        elif row.look.snapshot.standing(row.record).is_open:
            self.say(f"{row.name} has no next step that could be done; {BY_ID['next_step'].shown_key} sets one.")
        else:
            self._say_ended(row, row.record)

    def do_close_out(self) -> None:
        """Close the referral out, or open it again."""
        from textual_tracker.tui.writing.menus.ending import ending  # noqa: PLC0415 - see above

        self._of_referral(ending)

    def can_undo(self) -> bool:
        """Once the journal is read and shown."""
        return self.look is not None and self.can_be_seen

    can_new_referral = can_count = can_undo

    def do_new_referral(self) -> None:
        """Add a referral."""
        from textual_tracker.tui.writing.menus.new_referral import new_referral  # noqa: PLC0415 - see above

        if self.look is not None:
            self.begin(new_referral(self.look))

    def do_count(self) -> None:
        """Count something of the day that is selected, or of today."""
        from textual_tracker.tui.writing.menus.counting import counting  # noqa: PLC0415 - see above

        if self.look is not None:
            today = self.look.snapshot.today
            day, officer = self.view.counted(today)
            self.begin(counting(self.look, min(day, today), officer))

    def do_undo(self) -> None:
        """Take back the last write."""
        if not self.is_blind("undo"):
            self.carry_out(Undo())

    def _of_row(self, step_of: Callable[[Row], Step | None]) -> None:
        row = self.row()
        if row is None:
            return
        step = step_of(row)
        if step is None:
            self.say(f"{row.name} has no open referral of which there is something to tell.")
        else:
            self.begin(step, self.view.fell())

    def _of_referral(self, step_of: Callable[[Row, Referral], Step]) -> None:
        row = self.row()
        if row is not None and isinstance(row.record, Referral):
            self.begin(step_of(row, row.record), self.view.fell())

    def _of_open_referral(self, step_of: Callable[[Row, Referral], Step]) -> None:
        row = self.row()
        if row is None or not isinstance(row.record, Referral):
            return
        if row.look.snapshot.standing(row.record).is_open:
            self._of_referral(step_of)
        else:
            self._say_ended(row, row.record)

    def _say_ended(self, row: Row, referral: Referral) -> None:
        """Nothing more is recorded of whoever has ended, but that they are back."""
        stage = stage_label(row.look.snapshot.standing(referral).stage)
        state = "in nurture" if stage == "nurture" else stage
        self.say(f"{row.name} is {state}: {BY_ID['close_out'].shown_key} opens the referral again.")
