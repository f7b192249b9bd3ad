"""The actions that write, as the desk carries them out: each begins with what is on the screen.

What knows how records are edited is imported with the first of these keys, or behind the screen before that.
"""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Any

from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.bridge import Bridge
from textual_tracker.tui.copying import Copying
from textual_tracker.tui.messages import Look, NotWritten, Written
from textual_tracker.tui.widgets.cells import cut, plain
from textual_tracker.tui.writing.foot import REACTION, Foot
from textual_tracker.tui.writing.row import Row, row_of
from textual_tracker.tui.writing.steps import Copy, Step, Undo, Write

LONGEST_SENTENCE = 400
"""Cells of what is said of a write."""
READ_SECONDS = 10
"""How long it stands why nothing was written."""


class Recording(Copying):
    """Carries out the actions of the group "Write", on the record of the selected row of `view`."""

    look: Look | None
    bridge: Bridge

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.foot = Foot(self._do_step, self._leave_foot)
        self._under_way = 0
        self._said_last = False

    @abstractmethod
    def show_keys(self) -> None:
        """Name the keys of what can be done now."""

    @property
    def is_writing(self) -> bool:
        """Whether something is being written, or was and is not on the screen yet."""
        return bool(self._under_way)

    def can_contact(self) -> bool:
        """Where a referral or a partner is selected."""
        return self._row() is not None

    can_contact_note = can_contact

    def do_contact(self) -> None:
        """Log a contact, or a touch of a partner."""
        from textual_tracker.tui.writing.menus.contact import contact  # noqa: PLC0415 - see above

        self._begin(contact)

    def do_contact_note(self) -> None:
        """Log a contact with a note."""
        from textual_tracker.tui.writing.menus.contact import contact_with_note  # noqa: PLC0415 - see above

        self._begin(contact_with_note)

    def can_undo(self) -> bool:
        """Once the journal is read."""
        return self.look is not None

    def do_undo(self) -> None:
        """Take back the last write."""
        self._do_step(Undo())

    def on_written(self, event: Written) -> None:
        """Say what was written, and how it is taken back."""
        self._under_way -= 1
        says = f"Taken back: {event.says}" if event.undone else f"{event.says} · {BY_ID['undo'].shown_key} undoes it"
        if self._said_last:
            self.app.clear_notifications()
        self._said_last = not event.remarks
        text = "\n".join(cut(plain(line), LONGEST_SENTENCE) for line in (says, *event.remarks))
        self.notify(text, severity="warning" if event.remarks else "information", markup=False)

    def on_not_written(self, event: NotWritten) -> None:
        """Say why nothing was written; a line comes back as it was typed."""
        self._under_way -= 1
        self._said_last = False
        if event.line is not None and not self.foot.is_open:
            self.foot.begin(event.line._replace(wrong=event.sentence))
            self.show_keys()
            return
        typed = f"\nWhat was typed: {event.line.text}" if event.line is not None else ""
        text = "\n".join(plain(line) for line in f"{event.sentence}{typed}".splitlines())
        self.notify(text, severity="error", timeout=READ_SECONDS, markup=False)

    def _row(self) -> Row | None:
        """The record of the selected row, as the view shows it."""
        return None if self.view.look is None else row_of(self.view.look, self.view.target())

    def _begin(self, step_of: Callable[[Row], Step]) -> None:
        """Take the step that this key leads to for the selected row."""
        row = self._row()
        if row is not None:
            fell = self.view.fell()
            self.foot.begin(step_of(row), fell + REACTION if fell else 0.0)

    def _do_step(self, step: Write | Undo | Copy) -> None:
        if isinstance(step, Copy):
            self.copy(step.text, "There is nothing to copy.")
            return
        from textual_tracker.tui.writing import pen  # noqa: PLC0415 - see above

        self._under_way += 1
        self.bridge.write(pen.undo if isinstance(step, Undo) else partial(pen.write, asked=step))

    def _leave_foot(self) -> None:
        self.view.focus_main()
        self.show_keys()
