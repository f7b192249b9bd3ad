"""Handing the terminal to the person's own editor, for the file of what is selected, and what becomes of that file."""

import os
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from textual_tracker.config import editor
from textual_tracker.errors import TrackerError
from textual_tracker.tui.messages import Faulty, Told
from textual_tracker.tui.widgets.cells import plain
from textual_tracker.tui.writing.recording import READ_SECONDS, Recording

if TYPE_CHECKING:
    from textual_tracker.workspace.edit_loop import Left, Opened


class Editing(Recording):
    """Carries out the action `edit`, in the journal at `_root`.

    The editor has the screen until it is left. Then a thread looks at the file; errors are shown, and it is asked what
    is to become of them.
    """

    _root: Path

    def can_edit(self) -> bool:
        """Where what is selected has a file."""
        return self.view.target() is not None

    def do_edit(self) -> None:
        """Open the selected file in the person's editor."""
        from textual_tracker.workspace.edit_loop import open_file  # noqa: PLC0415 - knows how records are edited

        if self.is_blind("edit"):
            return
        target = self.view.target()
        if target is None:
            self.say("Nothing is selected that has a file.")
            return
        self._edit(open_file(self._root, target.path), (target.line, target.column))

    def on_told(self, event: Told) -> None:
        """Say what came of it."""
        self._under_way -= 1
        self._said_last = False
        self.notify(plain(event.sentence), timeout=READ_SECONDS, markup=False)

    def on_faulty(self, event: Faulty) -> None:
        """Show what is wrong, and ask."""
        from textual_tracker.tui.screens.faults import FaultsScreen  # noqa: PLC0415 - not before it is needed

        self._under_way -= 1
        self.app.push_screen(FaultsScreen(event.left.errors), partial(self._decide, event.opened, event.left))

    def _decide(self, opened: "Opened", left: "Left", answer: str | None) -> None:
        """Do what was chosen; who leaves the question keeps the file."""
        from textual_tracker.tui.screens.faults import AGAIN, DISCARD  # noqa: PLC0415 - as above
        from textual_tracker.tui.writing import mending  # noqa: PLC0415 - knows how records are edited
        from textual_tracker.workspace.edit_loop import place_of  # noqa: PLC0415 - as above

        if answer == AGAIN:
            self._edit(opened, place_of(left.errors))
            return
        job = mending.throw_away if answer == DISCARD else mending.keep
        self._under_way += 1
        self.bridge.write(partial(job, opened=opened, left=left))

    def _edit(self, opened: "Opened", place: tuple[int, int]) -> None:
        """Hand the file to the editor at a line and a column, and have looked at what it left."""
        from textual_tracker.tui.writing import mending  # noqa: PLC0415 - knows how records are edited

        began = monotonic()
        failure = self._hand_over(opened.path, place)
        took = monotonic() - began
        self._under_way += 1
        self.bridge.write(partial(mending.settle, opened=opened, failure=failure, took=took))

    def _hand_over(self, path: str, place: tuple[int, int]) -> str:
        """Hand the terminal to the editor and take it back; what went wrong, or ""."""
        failure = ""
        try:
            words = editor.command(os.environ, (str(self._root / path), *place))
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
