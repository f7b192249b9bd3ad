"""Handing the terminal to the person's own editor, for the file of what is selected."""

import os
from pathlib import Path

from textual.app import SuspendNotSupported

from textual_tracker.config import editor
from textual_tracker.errors import TrackerError
from textual_tracker.tui.views.target import Target
from textual_tracker.tui.writing.recording import Recording


class Editing(Recording):
    """Carries out the action `edit`, in the journal at `_root`."""

    _root: Path

    def do_edit(self) -> None:
        """Open the selected file in the person's editor, which has the terminal until they leave it."""
        target = self.view.target()
        if target is None:
            self.say("Nothing is selected that has a file.")
            return
        failure = self._edit(target)
        if failure:
            self.say(failure, "error")
        self.bridge.look()

    def _edit(self, target: Target) -> str:
        """Hand the terminal to the editor and take it back; what went wrong, or ""."""
        failure = ""
        try:
            words = editor.command(os.environ, (str(self._root / target.path), target.line, target.column))
            with self.app.suspend():
                try:
                    editor.run(words, self._root)
                except TrackerError as error:  # in here: what leaves the block keeps Textual from taking the terminal
                    failure = str(error)
        except TrackerError as error:
            return str(error)
        except SuspendNotSupported:
            return "An editor cannot be opened from here: this terminal cannot be handed over."
        return failure
