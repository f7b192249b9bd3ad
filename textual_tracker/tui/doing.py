"""How an action is carried out: by the view that is shown, if it can, else by the application itself."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from textual.app import App, SuspendNotSupported, SystemCommand
from textual.screen import Screen

from textual_tracker.errors import TrackerError
from textual_tracker.tui import editor
from textual_tracker.tui.actions import ACTIONS, Action
from textual_tracker.tui.bridge import Bridge
from textual_tracker.tui.views.view import View
from textual_tracker.tui.widgets.cells import plain


class Doing(App[int]):
    """The application as far as it carries out actions."""

    root: Path
    bridge: Bridge

    @property
    def view(self) -> View[Any]:
        """The view that is shown."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Name the keys of what can be done now."""
        raise NotImplementedError

    def action_act(self, action_id: str) -> None:
        """Carry out an action, by whoever can now."""
        owner = self._owner(action_id)
        if owner is not None:
            getattr(owner, f"do_{action_id}")()
            self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An action that nobody can carry out now has no key."""
        return self._owner(str(parameters[0])) is not None if action == "act" else True

    def get_system_commands(self, _screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: every action that can be carried out now."""
        for action in filter(self.can, ACTIONS):
            yield SystemCommand(
                action.label.capitalize(), action.help, lambda chosen=action.id: self.action_act(chosen)
            )

    def do_edit(self) -> None:
        """Open the selected file in the person's editor, which has the terminal until they leave it."""
        target = self.view.target()
        if target is None:
            self._say("Nothing is selected that has a file.")
            return
        try:
            words = editor.command(os.environ, (str(self.root / target.path), target.line, target.column))
            with self.suspend():
                editor.run(words, self.root)
        except TrackerError as error:
            self._say(str(error), "error")
        except SuspendNotSupported:
            self._say("An editor cannot be opened from here: this terminal cannot be handed over.", "error")
        self.bridge.look()

    def do_copy_phone(self) -> None:
        """Copy the phone number of the selected referral."""
        target = self.view.target()
        self._copy(target.phone if target else "", "No phone number is recorded here.")

    def do_copy_id(self) -> None:
        """Copy the id of the selected record."""
        target = self.view.target()
        self._copy(target.id if target else "", "No record is selected.")

    def do_reload(self) -> None:
        """Look at the files again."""
        self.bridge.look()

    def do_help(self) -> None:
        """Show the help."""
        from textual_tracker.tui.screens.help import HelpScreen  # noqa: PLC0415 - not before it is asked for

        self.push_screen(HelpScreen(self.can))

    def do_palette(self) -> None:
        """Show the palette."""
        self.action_command_palette()

    def do_panes(self) -> None:
        """Give the keys to the other pane."""
        self.screen.focus_next()

    def do_quit(self) -> None:
        """Leave."""
        self.exit(0)

    def action_help_quit(self) -> None:
        """Ctrl+c, which in a terminal means stop."""
        self._say("q leaves")

    def _owner(self, action_id: str) -> Any:
        """Who can carry out the action now: the view, or the application; `None` where nobody can."""
        for owner in (self.view, self):
            can = getattr(owner, f"can_{action_id}", None)
            if hasattr(owner, f"do_{action_id}") and (can is None or can()):
                return owner
        return None

    def can(self, action: Action) -> bool:
        """Whether the action can be carried out now."""
        return self._owner(action.id) is not None

    def _copy(self, text: str, nothing: str) -> None:
        """Copy `text` through the terminal (OSC 52); it is said as well, for the terminals that refuse."""
        safe = plain(text)
        if safe:
            self.copy_to_clipboard(safe)
        self._say(f"{safe} copied" if safe else nothing)

    def _say(self, text: str, severity: Literal["information", "error"] = "information") -> None:
        self.notify(plain(text), severity=severity, markup=False)
