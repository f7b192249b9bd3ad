"""Copying what is selected, and saying something for a moment."""

from abc import abstractmethod
from typing import Any, Literal

from textual.widget import Widget

from textual_tracker.tui.views.view import View
from textual_tracker.tui.widgets.cells import cut, plain

SHOWN_COPY, SHOWN_TEXT = 60, 300
"""Cells of a text that was copied, and of anything else, in a message that lies over the screen for a moment."""


class Copying(Widget):
    """Carries out the actions that copy something of the record that is selected in `view`."""

    @property
    @abstractmethod
    def view(self) -> View[Any]:
        """The view that is shown."""

    def do_copy_phone(self) -> None:
        """Copy the phone number of the selected referral."""
        target = self.view.target()
        self.copy(target.phone if target else "", "No phone number is recorded here.")

    def do_copy_id(self) -> None:
        """Copy the id of the selected record."""
        target = self.view.target()
        self.copy(target.id if target else "", "No record is selected.")

    def copy(self, text: str, nothing: str) -> None:
        """Copy `text` through the terminal (OSC 52); it is said as well, for the terminals that refuse."""
        safe = plain(text)
        if safe:
            self.app.copy_to_clipboard(safe)
        self.say(f"{cut(safe, SHOWN_COPY)} copied" if safe else nothing)

    def say(self, text: str, severity: Literal["information", "warning", "error"] = "information") -> None:
        """Say something for a moment."""
        self.notify(cut(plain(text), SHOWN_TEXT), severity=severity, markup=False)
