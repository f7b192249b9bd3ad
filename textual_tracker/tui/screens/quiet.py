"""The screen below all others."""

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget


class QuietScreen(Screen[None]):
    """A screen that is not painted whole when the keys go from one widget to another: the two see to themselves."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
