"""The screen below all others."""

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget


class QuietScreen(Screen[None]):
    """A screen that is not painted whole when the keys go from one widget to another: the two see to themselves.

    A frame has all that is to be painted by then. By itself a widget tells so only when it has nothing else to do, and
    whatever a layout made larger or smaller would be painted with the layout, and once more in a frame of its own.
    """

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def _compositor_refresh(self) -> None:
        """Paint, and paint what would ask for it only in a moment."""
        asking = {each for each in self._compositor.visible_widgets if each._repaint_regions}  # noqa: SLF001 - see above
        self._compositor.update_widgets(asking)
        super()._compositor_refresh()
