"""Getting the keys, and losing them, without being painted whole."""

from typing import Self

from textual.dom import NoScreen
from textual.events import Blur, DescendantBlur, DescendantFocus, Focus
from textual.widget import Widget


class QuietFocus(Widget):
    """A widget that has the keys at once. It sees itself to what looks different then; by itself nothing does."""

    def focus(self, scroll_visible: bool = True) -> Self:
        """Take the keys, now; before it is on a screen, as soon as it is."""
        try:
            self.screen.set_focus(self, scroll_visible)
        except NoScreen:
            super().focus(scroll_visible)
        return self

    def _on_focus(self, event: Focus) -> None:
        event.prevent_default()
        self.has_focus = True
        if self.parent is not None:
            self.parent.post_message(DescendantFocus(self))

    def _on_blur(self, event: Blur) -> None:
        event.prevent_default()
        self.has_focus = False
        if self.parent is not None:
            self.parent.post_message(DescendantBlur(self))
