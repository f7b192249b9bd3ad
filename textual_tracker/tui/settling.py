"""What a person chose for the screen: the keys, the colours, and what is wrong with what they chose."""

from typing import TYPE_CHECKING

from textual.app import App

from textual_tracker.tui.actions import BY_ID, choose_keys
from textual_tracker.tui.widgets.cells import plain
from textual_tracker.tui.widgets.ink import css_variables

if TYPE_CHECKING:
    from textual_tracker.tui.personal import Personal

TOLD_AT_ONCE = 3
"""As many faults of the person's settings as are told when the screen opens; the help has them all."""
READ_SECONDS = 12
"""How long they stand on the screen."""


class Settling(App[int]):
    """Gives the screen the keys and the colours of the person who sits before it."""

    brightness = "auto"

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the ink for what a stylesheet draws too."""
        return super().get_css_variables() | css_variables(self.brightness)

    def settle(self, settings: "Personal") -> None:
        """Give the person the keys and the colours that they chose."""
        if settings.keys:
            choose_keys(settings.keys)
            self.set_keymap({action: ",".join(keys) for action, keys in settings.keys.items()})
        if settings.theme != self.brightness:
            self.brightness = settings.theme
            self.refresh_css(animate=False)

    def tell_faults(self, settings: "Personal") -> None:
        """Say once what is wrong with the person's settings; the help goes on saying it."""
        if not settings.remarks:
            return
        lines = [remark.sentence for remark in settings.remarks[:TOLD_AT_ONCE]]
        more = len(settings.remarks) - len(lines)
        if more:
            lines.append(f"and {more} more: {BY_ID['help'].shown_key} lists them")
        self.notify(
            "\n".join(map(plain, lines)),
            title=plain(f"Your settings, {settings.path}"),
            severity="warning",
            timeout=READ_SECONDS,
            markup=False,
        )
