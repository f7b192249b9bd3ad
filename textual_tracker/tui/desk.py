"""The desk: the views of one journal between two bars, and what is done with the record that is selected.

It passes on what the threads say to the view that is shown; only that one is worked out.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import ContentSwitcher

from textual_tracker.errors import UsageError
from textual_tracker.tui import bars
from textual_tracker.tui.actions import BY_ID, Action
from textual_tracker.tui.bridge import Bridge
from textual_tracker.tui.clock import Clock
from textual_tracker.tui.editing import Editing
from textual_tracker.tui.messages import Advised, Crashed, Look, LookFailed, RepositorySeen, SnapshotChanged, Worked
from textual_tracker.tui.views import VIEWS, make_view
from textual_tracker.tui.views.view import View
from textual_tracker.tui.widgets.bar import Bar
from textual_tracker.tui.widgets.cells import plain
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import Paragraph, TextPane
from textual_tracker.tui.writing.keys import WritingKeys
from textual_tracker.tui.writing.ready import get_ready

PARTNERS = "partners"
ADVICE_SECONDS = 30
MOMENT, PATIENCE = 0.005, 50
"""Seconds between two looks whether somebody is still typing, and how many there are at most."""
TOO_SMALL = "tracker needs a terminal of 40×10. Make this one larger, or leave with {quit} and use `tracker today`."


class Desk(Editing, WritingKeys, Vertical):
    """The views of the journal at `root`, from the view `start` on; `can` says whether an action can be carried out."""

    def __init__(
        self,
        root: Path,
        *,
        today: Callable[[], dt.date],
        use_index: bool,
        monotonic: Callable[[], float],
        can: Callable[[Action], bool],
        start: str = VIEWS[0],
    ) -> None:
        super().__init__()
        self.look: Look | None = None
        self.crash: Exception | None = None
        self.is_unreadable = False
        """Whether the journal could not be read even once; then no key waits for it."""
        self.bridge = Bridge(root, today=today, use_index=use_index, post=self.post_message, get_ready=get_ready)
        self._root = root
        self._can = can
        self.is_typed_on: Callable[[], bool] = lambda: False
        """Whether keys were typed that are not answered yet."""
        self._worked: dict[str, Worked] = {}
        self._way_back: tuple[str, str] | None = None
        self._clock, self._keys = Clock(root.name, today, monotonic), Bar()
        self._current = start
        self._views: dict[str, View[Any]] = {self._current: make_view(self._current)}

    def compose(self) -> ComposeResult:
        """The status, the first view, the keys; and a sentence for a terminal that is too small for them."""
        yield self._clock
        with ContentSwitcher(initial=self._current):
            yield self.view
        yield self.foot
        yield self._keys
        too_small = TextPane(id="too-small")
        too_small.show(None, [Paragraph((Piece(TOO_SMALL.format(quit=BY_ID["quit"].shown_key)),))])
        yield too_small

    def on_mount(self) -> None:
        """Begin to look."""
        self.show_keys()
        self.bridge.look()

    def on_unmount(self) -> None:
        """Leave nothing running."""
        self.bridge.stop()

    @property
    def view(self) -> View[Any]:
        """The view that is shown."""
        return self._views[self._current]

    def show_keys(self) -> None:
        """Name the keys of what can be done now."""
        if self.foot.is_open:
            self._keys.show(*bars.line_keys(has_line=self.foot.line is not None))
        else:
            self._keys.show(*bars.keys(self._current, self._can, self.view.label))

    def on_descendant_focus(self) -> None:
        """Another pane has the keys, perhaps by a click: what they do is called otherwise there."""
        self.show_keys()

    def on_snapshot_changed(self, event: SnapshotChanged) -> None:
        """Take the newest look."""
        self.is_unreadable = False
        self.look = event.look
        for view in self._views.values():
            view.rename(event.look.renamed)
        self._clock.take(event.look)
        self._work_out()
        self.bridge.look_at_git(changed=True)

    def on_repository_seen(self, event: RepositorySeen) -> None:
        """Tell the branch in the status."""
        self._clock.stand(event.state)

    def on_clock_day_changed(self) -> None:
        """Show what is there as of the day that it is now."""
        self.bridge.show()

    def on_clock_git_due(self) -> None:
        """Look at git."""
        self.bridge.look_at_git(changed=False)

    def on_advised(self, event: Advised) -> None:
        """Say once what the person can do, long enough to be read to its end."""
        self.notify(plain(event.sentence), severity="warning", timeout=ADVICE_SECONDS, markup=False)

    def on_look_failed(self, event: LookFailed) -> None:
        """Say so in the status, and keep what was seen last."""
        self.is_unreadable = self.look is None
        self._clock.fail(event.sentence)

    def on_worked(self, event: Worked) -> None:
        """Show what was worked out."""
        self._worked[event.view] = event
        self._show_worked()

    def _show_worked(self, patience: int = PATIENCE) -> None:
        """Show what was worked out; not between two keys of one burst, which are all meant for the list as it is."""
        if patience and self.is_typed_on():
            self.set_timer(MOMENT, partial(self._show_worked, patience - 1))
            return
        for key, worked in self._worked.items():
            self._views[key].show(worked.look, worked.found, worked.asked)
        if self._worked:
            self.note_shown()
        self._worked.clear()
        self.show_keys()

    def on_crashed(self, event: Crashed) -> None:
        """A mistake in the program: leave, and let it be told there, without what is on the screen."""
        self.crash = event.error
        self.app.exit(return_code=1)

    def on_view_outdated(self, event: View.Outdated) -> None:
        """A view was just put on the screen, or asks something else now."""
        self._work_out(event.view)

    def on_view_opened(self) -> None:
        """A view wants its file in the editor."""
        self.do_edit()

    def do_today(self) -> None:
        """Show the day."""
        self._go("today")

    def do_pipeline(self) -> None:
        """Show the pipeline."""
        self._go("pipeline")

    def do_stalled(self) -> None:
        """Show who waits."""
        self._go("stalled")

    def do_activity(self) -> None:
        """Show what was done."""
        self._go("activity")

    def do_partners(self) -> None:
        """Show the partners."""
        self._go("partners")

    def do_forecast(self) -> None:
        """Show how many will close."""
        self._go("forecast")

    def do_results(self) -> None:
        """Show what became of the referrals."""
        self._go("results")

    def do_problems(self) -> None:
        """Show what is wrong in the files."""
        self._go("problems")

    def can_partner(self) -> bool:
        """Where a referral with a partner is selected, or a partner."""
        target = self.view.target()
        return target is not None and bool(target.partner or self._current == PARTNERS)

    def do_partner(self) -> None:
        """From a referral to its partner and back; from a partner who was come to otherwise, to their referrals."""
        target, way_back = self.view.target(), self._way_back
        if target is None:
            return
        if self._current != PARTNERS:
            came_from = (self._current, self.view.main.key or "")
            self._go(PARTNERS)
            self._way_back = came_from
            self.view.wish(target.partner)
        elif way_back is not None:
            self._go(way_back[0])
            self.view.wish(way_back[1])
        else:
            self._show_referrals_of(target.id)

    def _show_referrals_of(self, partner_id: str) -> None:
        """The pipeline of one partner; an id that nobody wrote down may be anything, and no word of a query."""
        words = partner_id.replace('"', "")
        self._go("pipeline")
        try:
            self.view.ask(f'partner:"{words}"' if " " in words else f"partner:{words}")
        except UsageError as error:
            self.say(str(error), "error")
        self.view.outdate()

    def do_reload(self) -> None:
        """Look at the files again."""
        self.bridge.look()

    def _go(self, key: str) -> None:
        """Show a view; the first time, make it."""
        referral = self.view.chosen_referral()
        self._current, self._way_back = key, None
        if key in self._views:
            self._turn()
        else:
            self._views[key] = make_view(key)
            self.call_later(self._mount_view, self.view)
        if referral is not None:
            self.view.carry(referral)

    async def _mount_view(self, view: View[Any]) -> None:
        """Put a new view on the screen, unless the person has gone on to another by the time that it is there."""
        await self.query_one(ContentSwitcher).add_content(view)
        self._turn()

    def _turn(self) -> None:
        """Turn to the current view; one that is not mounted yet comes when it is."""
        if self.view.is_attached:
            self.query_one(ContentSwitcher).current = self._current
            self.view.focus_main()
            if self.view.look is not self.look:
                self._work_out()

    def _work_out(self, key: str = "") -> None:
        """Have what a view shows worked out, by itself the one that is shown."""
        key = key or self._current
        if self.look is not None:
            view = self._views[key]
            self.bridge.work_out(key, self.look, view.question(self.look), view.asked)
