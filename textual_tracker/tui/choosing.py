"""The two lists from which a person chooses: the saved queries of the journal, and the palette of all actions."""

from abc import abstractmethod
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from textual_tracker.tui.actions import ACTIONS, Action

if TYPE_CHECKING:
    from textual_tracker.tui.desk import Desk
    from textual_tracker.tui.screens.palette import Entry
    from textual_tracker.tui.views.asking import AskingView


class Choosing(App[int]):
    """Carries out the actions that have something chosen, with the views of `desk`."""

    desk: "Desk | None"

    @abstractmethod
    def can(self, action: Action) -> bool:
        """Whether the action can be carried out now."""

    @abstractmethod
    def action_act(self, action_id: str) -> None:
        """Carry out an action."""

    def can_palette(self) -> bool:
        """Not before there is anything to choose from."""
        return self.desk is not None

    def do_palette(self) -> None:
        """Show the palette, and do what is chosen there."""
        from textual_tracker.tui.screens.palette import PaletteScreen  # noqa: PLC0415 - not before it is asked for

        self.push_screen(PaletteScreen([*self._entries()]), lambda chosen: chosen() if chosen is not None else None)

    def can_queries(self) -> bool:
        """In a view that takes the queries of the journal, once they are read."""
        return self._asking() is not None

    def do_queries(self) -> None:
        """Have a saved query chosen, and filter the view by it."""
        from textual_tracker.tui.screens.queries import QueriesScreen  # noqa: PLC0415 - not before it is asked for
        from textual_tracker.tui.views.asking import as_typed, saved_queries, wrong_with  # noqa: PLC0415 - as above

        view, look = self._asking(), self.desk.look if self.desk is not None else None
        if view is None or look is None:
            return
        saved = saved_queries(look)
        wrong = {name: problem for name in saved if (problem := wrong_with(name, look))}
        self.push_screen(
            QueriesScreen(saved, wrong),
            lambda name: view.apply(as_typed(name, saved[name])) if name is not None else None,
        )

    def _asking(self) -> "AskingView[Any] | None":
        """The view that is shown, if it takes the queries of the journal, and they are read."""
        if self.desk is None or self.desk.look is None:
            return None
        from textual_tracker.tui.views.asking import AskingView  # noqa: PLC0415 - it knows the journal

        return self.desk.view if isinstance(self.desk.view, AskingView) else None

    def _entries(self) -> Iterator["Entry"]:
        """What the palette lists: the actions that can be carried out now, and the saved queries of the journal."""
        from textual_tracker.tui.screens.palette import Entry, entry_of  # noqa: PLC0415 - not before it is asked for
        from textual_tracker.tui.views.asking import as_typed, saved_queries  # noqa: PLC0415 - as above

        for action in filter(self.can, ACTIONS):
            if action.id != "palette":
                yield entry_of(action, partial(self.action_act, action.id))
        view = self._asking()
        if view is not None and self.desk is not None:
            for name, text in saved_queries(self.desk.look).items():
                yield Entry(f"Query: {name}", "", text, partial(view.apply, as_typed(name, text)))
