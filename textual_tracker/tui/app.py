"""The application: it puts the views together, passes on what the threads say, and carries out what no view does."""

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.widgets import ContentSwitcher

from textual_tracker.tui import bars
from textual_tracker.tui.actions import bindings
from textual_tracker.tui.bridge import Bridge
from textual_tracker.tui.doing import Doing
from textual_tracker.tui.messages import Crashed, Look, LookFailed, SnapshotChanged, Worked
from textual_tracker.tui.views.pipeline import PipelineView
from textual_tracker.tui.views.problems import ProblemsView
from textual_tracker.tui.views.stalled import StalledView
from textual_tracker.tui.views.view import View
from textual_tracker.tui.widgets.bar import Bar
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import Paragraph, TextPane

VIEWS: dict[str, type[View[Any]]] = {"pipeline": PipelineView, "stalled": StalledView, "problems": ProblemsView}
"""Each view by the id of the action that shows it; the first is shown first."""
TOO_SMALL = "tracker needs a terminal of 40×10. Make this one larger, or leave with q and use `tracker today`."


class TrackerApp(Doing):
    """The screen on one journal. `monotonic` is the clock of "updated 3 s ago", in seconds."""

    CSS_PATH: ClassVar = ["styles/app.tcss", "styles/views.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (116, "-wide"), (180, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (10, "-low"), (18, "-mid"), (28, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    TITLE = "tracker"
    theme: Reactive[str] = Reactive("ansi-dark")

    def __init__(
        self,
        root: Path,
        *,
        today: Callable[[], dt.date],
        use_index: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(ansi_color=True)
        self.root = root
        self.bridge = Bridge(root, today=today, use_index=use_index, post=self.post_message)
        self._today = today
        self._monotonic = monotonic
        self._look: Look | None = None
        self._looked_at = 0.0
        self._failure = ""
        self.crash: Exception | None = None
        self._status, self._keys = Bar(gap=3), Bar()
        self._current = next(iter(VIEWS))
        self._views: dict[str, View[Any]] = {self._current: VIEWS[self._current](self._current)}

    def compose(self) -> ComposeResult:
        """The status, the first view, the keys; and a sentence for a terminal that is too small for them."""
        yield self._status
        with ContentSwitcher(initial=self._current):
            yield self.view
        yield self._keys
        too_small = TextPane(id="too-small")
        too_small.show(None, [Paragraph((Piece(TOO_SMALL),))])
        yield too_small

    def on_mount(self) -> None:
        """Paint first; the journal is read afterwards."""
        self._tick()
        self.show_keys()
        self.set_interval(1.0, self._tick)
        self.call_after_refresh(self.bridge.look)

    def on_unmount(self) -> None:
        """Leave nothing running."""
        self.bridge.stop()

    @property
    def view(self) -> View[Any]:
        """The view that is shown."""
        return self._views[self._current]

    def on_snapshot_changed(self, event: SnapshotChanged) -> None:
        """Take the newest look; only the view that is shown works it out."""
        self._look, self._looked_at, self._failure = event.look, self._monotonic(), ""
        self._tick()
        self._work_out()

    def on_look_failed(self, event: LookFailed) -> None:
        """Say so in the status, and keep what was seen last."""
        self._failure = event.sentence
        self._tick()

    def on_worked(self, event: Worked) -> None:
        """Show what was worked out."""
        self._views[event.view].show(event.look, event.found)
        self.show_keys()

    def on_crashed(self, event: Crashed) -> None:
        """A mistake in the program: leave, and let it be told there, without what is on the screen."""
        self.crash = event.error
        self.exit(1)

    def on_view_outdated(self) -> None:
        """A view was just put on the screen, or asks something else now."""
        self._work_out()

    def on_view_opened(self) -> None:
        """A view wants its file in the editor."""
        self.do_edit()

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """A click in a bar does what its key does."""
        self.action_act(event.item)

    def do_pipeline(self) -> None:
        """Show the pipeline."""
        self._go("pipeline")

    def do_stalled(self) -> None:
        """Show who waits."""
        self._go("stalled")

    def do_problems(self) -> None:
        """Show what is wrong in the files."""
        self._go("problems")

    def _go(self, key: str) -> None:
        """Show a view; the first time, make it."""
        switcher = self.query_one(ContentSwitcher)
        self._current = key
        if key in self._views:
            switcher.current = key
            self._views[key].focus_main()
            self._work_out()
        else:
            self._views[key] = VIEWS[key](key)
            switcher.add_content(self._views[key], set_current=True)

    def _work_out(self) -> None:
        """Have what the view shows worked out, unless it shows that already."""
        if self._look is not None:
            self.bridge.work_out(self.view.id or "", self._look, self.view.question(self._look))

    def _tick(self) -> None:
        """Once a second: the age of what is shown; and at midnight, another day."""
        age = self._monotonic() - self._looked_at
        now = dt.datetime.now()  # noqa: DTZ005 - the person's own clock is local
        self._status.show(*bars.status(self.root.name, self._look, age, self._failure, now))
        if self._look is not None and self._look.snapshot.today != self._today():
            self.bridge.show()

    def show_keys(self) -> None:
        """Name the keys of what can be done now."""
        self._keys.show(*bars.keys(self.view.id or "", self.can, self.view.label))
