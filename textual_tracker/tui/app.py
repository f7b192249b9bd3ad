"""The application: the frame that is painted first, and who carries out which action.

Everything that knows the journal is imported only when the frame is on the screen: see `textual_tracker.tui.desk`.
"""

import asyncio
import datetime as dt
import time
from collections.abc import Callable
from contextlib import ExitStack
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Event, Key, MouseDown, Paste
from textual.reactive import Reactive

from textual_tracker.tui.actions import ACTIONS, BY_ID, GO, LEAVE, Action, bindings, choose_keys
from textual_tracker.tui.choosing import Choosing
from textual_tracker.tui.screens.quiet import QuietScreen
from textual_tracker.tui.settling import Settling
from textual_tracker.tui.turns import QUIT, Turn, Turns
from textual_tracker.tui.widgets.bar import Bar, Item
from textual_tracker.tui.widgets.cells import break_paths
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.strip import ESCAPE

if TYPE_CHECKING:
    from textual_tracker.tui.desk import Desk
    from textual_tracker.tui.personal import Personal
    from textual_tracker.tui.widgets.query_bar import TypedLine
    from textual_tracker.tui.writing.foot import Foot

GIT_IS_BUSY = "git is at work on what was written before, and what comes next waits for it"
LEAVES = "the screen closes when it is done."
ALT = "alt+"
WIDEST, MARGINS, FRAME = 66, 2, 4
"""Cells of the box of what is said for a moment, those beside it, and those of its frame."""
ROUNDS = 4
"""Turns of the event loop in which widgets take in what a key set off before it is painted."""


class TrackerApp(Choosing, Settling, App[int]):
    """The screen on one journal. `monotonic` is the clock of "updated 3 s ago", in seconds."""

    CSS_PATH: ClassVar = ["styles/app.tcss", "styles/views.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (116, "-wide"), (180, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (10, "-low"), (18, "-mid"), (28, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    ENABLE_COMMAND_PALETTE = False
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
        choose_keys({})
        self.personal: Personal | None = None
        self.desk: Desk | None = None
        self._root = root
        self._today = today
        self._use_index = use_index
        self._monotonic = monotonic
        self._frame = Vertical()
        self._turns = Turns(lambda: self.desk, self._do_turn, self._action_of, self.set_timer, self._give_up)

    def get_default_screen(self) -> QuietScreen:
        """The screen below all others."""
        return QuietScreen(id="_default")

    def compose(self) -> ComposeResult:
        """The frame, as it will look: the journal's name above, the views and the keys below."""
        status, keys = Bar(), Bar()
        status.show([Item((Piece(self._root.name, "strong"),))], [Item((Piece("reading …", "quiet"),))])
        named = [Item((Piece(a.shown_key), Piece(f" {a.label}", "quiet")), a.rank) for a in ACTIONS if a.group == GO]
        leave = [
            Item((Piece(a.shown_key), Piece(f" {a.label}", "quiet"))) for a in ACTIONS if a.group == LEAVE and a.rank
        ]
        keys.show(named, leave)
        with self._frame:
            yield status
            yield Vertical()
            yield keys

    def on_mount(self) -> None:
        """Paint first."""
        self.call_after_refresh(self._begin)

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """A click in a bar does what its key does, unless it would lose what is typed."""
        foot = self._open_foot()
        if foot is not None and foot.line is not None and foot.line.value.strip():
            self.notify("What you typed is not written yet: enter writes it, esc leaves it.", markup=False)
            return
        self.action_act(event.item)

    def action_act(self, action_id: str) -> None:
        """Carry out an action, by whoever can now."""
        if self._turns.has_to_wait(action_id):
            self._turns.put(action_id)
            return
        owner = self._owner(action_id)
        if owner is not None:
            with ExitStack() as frame:
                frame.enter_context(self.batch_update())
                getattr(owner, f"do_{action_id}")()
                if self.desk is not None:
                    self.desk.show_keys()
                self.call_later(self._paint, frame.pop_all())

    async def _paint(self, frame: ExitStack) -> None:
        """Paint what a key did, once what it set off (another widget has the keys) is done: in one frame, not three."""
        for _ in range(ROUNDS):
            await asyncio.sleep(0)
        frame.close()
        self.screen.check_idle()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An action that nobody can carry out now has no key."""
        return self._owner(str(parameters[0])) is not None if action == "act" else True

    async def on_event(self, event: Event) -> None:
        """Do what a key does before the next one is looked at, so that what is typed fast keeps its order.

        Left to themselves, letters would go straight to a line of text that has the focus, and all other keys by
        messages from widget to widget up to here, where the letters typed after them would have overtaken them.
        """
        if isinstance(event, MouseDown) and (foot := self._open_foot()) is not None:
            foot.leave_for(event.screen_x, event.screen_y)
        if event.is_forwarded or not isinstance(event, Key | Paste):
            await super().on_event(event)
            return
        self.app_focus = True
        await self._turns.take(event)

    async def _do_turn(self, turn: Turn) -> None:
        """Do what a key does, or an action that had to wait."""
        if not self.screen_stack:
            return  # it waited until the screen was gone
        if self.desk is not None:
            self.desk.heed(turn.time if isinstance(turn, Key) else inf)
        foot, line = self._open_foot(), self._typed_line()
        if isinstance(turn, str):
            self.action_act(turn)
        elif isinstance(turn, Paste):
            if foot is not None and self._sees_foot():
                foot.paste(turn.text)
            elif line is not None:
                line.paste(turn.text)
        elif await self._check_bindings(turn.key, priority=True):
            pass
        elif foot is not None:
            await self._press(foot, turn)
        elif line is None or not await line.press(turn):
            await self._check_bindings(turn.key)

    async def _press(self, foot: "Foot", key: Key) -> None:
        """Give a key to the lines above the keys, and paint what it did in one frame.

        Where a terminal is too small to show them they can only be left, or the screen. Escape and a letter that come
        in one read are known as alt and the letter.
        """
        from textual_tracker.tui.writing.foot import LEAVING  # noqa: PLC0415 - it came with the desk

        if not self._sees_foot() and key.key not in LEAVING:
            if {key.key, key.character} & set(BY_ID[QUIT].own_keys):
                self.action_act(QUIT)
            return
        if key.key.startswith(ALT) and key.is_printable:
            await self._press(foot, Key(ESCAPE, None))
            self._turns.put_next(Key(key.character or "", key.character))
            return
        with ExitStack() as frame:
            frame.enter_context(self.batch_update())
            await foot.press(key)
            if self.desk is not None:
                self.desk.show_keys()
            self.call_later(self._paint, frame.pop_all())

    def _action_of(self, key: Key) -> Action | None:
        """The action that a key stands for now; `None` while keys are for something else than the view."""
        if len(self.screen_stack) > 1 or self._open_foot() is not None or self._typed_line() is not None:
            return None
        pressed = {key.key, key.character}
        return next((action for action in ACTIONS if pressed & set(action.own_keys)), None)

    def _open_foot(self) -> "Foot | None":
        """The lines above the keys, while the keys are theirs."""
        foot = self.desk.foot if self.desk is not None and len(self.screen_stack) == 1 else None
        return foot if foot is not None and foot.is_open else None

    def _sees_foot(self) -> bool:
        return self.desk is not None and self.desk.can_be_seen

    def _is_typed_on(self) -> bool:
        return bool(self.message_queue_size) or self._turns.is_busy

    def _give_up(self, action: str) -> None:
        """Keys have waited for longer than anybody does: say for what."""
        desk = self.desk
        for_git = desk is not None and desk.bridge.is_telling_git
        if desk is not None and desk.is_writing:
            why = GIT_IS_BUSY if for_git else "Something is still being written"
        else:
            is_read = desk is not None and desk.look is not None
            why = "The list is still being worked out" if is_read else "The journal is still being read"
        what = LEAVES if action == QUIT else "nothing was done. Press the key again."
        self.notify(f"{why}: {what}", markup=False)

    def can(self, action: Action) -> bool:
        """Whether the action can be carried out now."""
        return self._owner(action.id) is not None

    def do_help(self) -> None:
        """Show the help, with what the numbers of the view mean behind it."""
        from textual_tracker.tui.screens.help import HelpScreen  # noqa: PLC0415 - not before it is asked for

        self.clear_notifications()
        view = self.desk.view if self.desk is not None else None
        shown = (view.id or "", view.TITLE) if view is not None else ()
        self.push_screen(HelpScreen(self.can, self.personal, *shown))

    def do_panes(self) -> None:
        """Give the keys to the other pane."""
        self.screen.focus_next()

    def do_quit(self) -> None:
        """Leave."""
        self.exit(0)

    def notify(self, message: str, **options: Any) -> None:
        """Say something for a moment; a path that is longer than a line is broken behind a slash of it."""
        room = min(self.size.width - MARGINS, WIDEST) - FRAME
        super().notify(break_paths(message, room), **options)

    def action_help_quit(self) -> None:
        """Ctrl+c, which in a terminal means stop."""
        self.notify(f"{BY_ID['quit'].shown_key} leaves", markup=False)

    async def _begin(self) -> None:
        """The frame is on the screen: now bring in the person's settings, and all that knows the journal."""
        from textual_tracker.tui.desk import Desk  # noqa: PLC0415 - half of the time that a start takes
        from textual_tracker.tui.personal import personal  # noqa: PLC0415 - as above

        self.personal = personal()
        self.settle(self.personal)
        self.desk = Desk(
            self._root,
            today=self._today,
            use_index=self._use_index,
            monotonic=self._monotonic,
            can=self.can,
            start=self.personal.start,
        )
        self.desk.is_typed_on = self._is_typed_on
        with self.batch_update():
            await self.mount(self.desk)
            await self._frame.remove()
        self.tell_faults(self.personal)

    def _typed_line(self) -> "TypedLine | None":
        """The line of text that has the keys, or is about to have them: of what lies over the view, or its query."""
        view = self.desk.view if self.desk is not None else None
        holder = self.screen if len(self.screen_stack) > 1 else view
        line: TypedLine | None = getattr(holder, "line", None)
        return line if line is not None and line.has_keys else None

    def _owner(self, action_id: str) -> Any:
        """Who can carry out the action now: the view, the desk or the application; `None` where nobody can."""
        for owner in () if self.desk is None else (self.desk.view, self.desk):
            can = getattr(owner, f"can_{action_id}", None)
            if hasattr(owner, f"do_{action_id}") and (can is None or can()):
                return owner
        return self if hasattr(self, f"do_{action_id}") else None
