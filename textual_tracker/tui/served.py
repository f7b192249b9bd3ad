"""The driver of a screen whose terminal is a browser's page: see `textual_tracker.tui.serve`."""

from contextlib import suppress

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class ServedDriver(WebDriver):
    """Textual's own, but the screen ends when the server is gone; Textual would leave it running, unseen."""

    def run_input_thread(self) -> None:
        """Take keys from the server as long as there is one."""
        super().run_input_thread()
        self._app.post_message(ExitApp())

    def write(self, data: str) -> None:
        """Draw, where anybody looks."""
        with suppress(BrokenPipeError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server something, where there is one."""
        with suppress(BrokenPipeError):
            super().write_meta(data)
