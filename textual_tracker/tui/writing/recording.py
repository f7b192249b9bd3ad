"""From a key of writing to what is said of it: the steps above the keys, the pen, the message that comes back."""

from abc import abstractmethod
from functools import partial
from typing import Any

from textual.message import Message

from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.bridge import Bridge
from textual_tracker.tui.copying import Copying
from textual_tracker.tui.messages import Look, NotCommitted, NotWritten, Written
from textual_tracker.tui.widgets.cells import cut, plain, width
from textual_tracker.tui.writing.foot import REACTION, Foot
from textual_tracker.tui.writing.row import Row, row_of
from textual_tracker.tui.writing.steps import Choice, Choose, Copy, Step, Undo, Write

LONGEST_SENTENCE = 400
"""Cells of what is said of a write."""
TOO_SMALL = ("-tiny", "-flat")
"""Classes of a screen on which there is no room for a view."""
WIDEST, EDGES = 66, 6
"""Cells of the box in which it is said, and of its frame and what is around it."""
GIT_SECONDS = 1.0
"""After how long it is said that what is written waits for git."""
READ_SECONDS = 10
"""How long it stands why nothing was written."""


class Recording(Copying):
    """Takes the steps that keys of writing lead to, about the record of the selected row of `view`."""

    look: Look | None
    bridge: Bridge

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.foot = Foot(self.carry_out, self._leave_foot)
        self._under_way = 0
        self._said_last = False
        self._first_shown = 0.0
        self._unseen = 0.0

    def note_shown(self) -> None:
        """Something of the journal is shown now; before the first time nobody knew for what row a key would be."""
        self._first_shown = self._first_shown or Message().time

    @property
    def has_shown(self) -> bool:
        """Whether anything of the journal was shown yet."""
        return bool(self._first_shown)

    def heed(self, pressed: float) -> None:
        """What is done next was asked for by a key that was pressed at this time."""
        self._unseen = self._first_shown if pressed <= self._first_shown else 0.0

    @abstractmethod
    def show_keys(self) -> None:
        """Name the keys of what can be done now."""

    def is_blind(self, action_id: str) -> bool:
        """Whether a key was pressed before anything was shown, for what is not done then; it is said that it is not."""
        if self._unseen:
            key = BY_ID[action_id].shown_key
            self.say(f"{key} was pressed before anything was shown: nothing was done. Press it again.", "warning")
        return bool(self._unseen)

    @property
    def is_writing(self) -> bool:
        """Whether something is being written, or was and is not on the screen yet."""
        return bool(self._under_way)

    def on_written(self, event: Written) -> None:
        """Say what was written, and how it is taken back."""
        self._under_way -= 1
        says = f"Taken back: {event.says}" if event.undone else self._with_way_back(plain(event.says))
        if self._said_last:
            self.app.clear_notifications()
        self._said_last = not event.remarks
        lines = [*says.split("\n"), *event.remarks]
        text = "\n".join(cut(plain(line), LONGEST_SENTENCE) for line in lines)
        self.notify(text, severity="warning" if event.remarks else "information", markup=False)

    def on_not_committed(self, event: NotCommitted) -> None:
        """Say what git did not take."""
        self._said_last = False
        lines = (cut(plain(line), LONGEST_SENTENCE) for line in (event.says, event.sentence) if line)
        self.notify("\n".join(lines), severity="warning", timeout=READ_SECONDS, markup=False)

    def on_not_written(self, event: NotWritten) -> None:
        """Say why nothing was written; a line comes back as it was typed."""
        self._under_way -= 1
        self._said_last = False
        if event.line is not None and not self.foot.is_open:
            self.foot.begin(event.line._replace(wrong=event.sentence))
            self.show_keys()
            return
        typed = f"\nWhat was typed: {event.line.text}" if event.line is not None else ""
        text = "\n".join(plain(line) for line in f"{event.sentence}{typed}".splitlines())
        self.notify(text, severity="error", timeout=READ_SECONDS, markup=False)

    def _with_way_back(self, says: str) -> str:
        """The sentence, and which key undoes it: beside it, or below it where that would be broken."""
        way = f"{BY_ID['undo'].shown_key} undoes it"
        room = min(self.app.size.width, WIDEST) - EDGES
        return f"{says} · {way}" if width(f"{says} · {way}") <= room else f"{says}\n{way}"

    @property
    def can_be_seen(self) -> bool:
        """Whether the terminal has room for what is shown: nobody writes what they do not see."""
        return not any(self.screen.has_class(name) for name in TOO_SMALL)

    def row(self) -> Row | None:
        """The record of the selected row, as the view shows it."""
        look = self.view.look
        return row_of(look, self.view.target()) if look is not None and self.can_be_seen else None

    def begin(self, step: Step, fell: float = 0.0) -> None:
        """Take a step. `fell`: when its row was selected because another one had gone; 0: a person selected it."""
        fell = max(fell, self._unseen)
        if fell and isinstance(step, Write):
            name = getattr(next(iter(step.seen), None), "name", "this one")
            step = Choose(f"{name}: done?", [Choice("d", "done", step)])
        self.foot.begin(step, fell + REACTION if fell else 0.0)

    def carry_out(self, step: Write | Undo | Copy) -> None:
        """Do what a step leads to."""
        if isinstance(step, Copy):
            self.copy(step.text, "There is nothing to copy.")
            return
        from textual_tracker.tui.writing import pen  # noqa: PLC0415 - it knows how records are edited

        self._under_way += 1
        self.bridge.write(pen.undo if isinstance(step, Undo) else partial(pen.write, asked=step))
        if self.bridge.is_telling_git:
            self.set_timer(GIT_SECONDS, self._tell_what_waits)

    def _tell_what_waits(self) -> None:
        """Git is at work on what was written before: say so, for till then nothing else is seen of the last key."""
        if self.is_writing and self.bridge.is_telling_git:
            self.notify("This is written as soon as git is done with what was written before.", markup=False)

    def _leave_foot(self) -> None:
        self.view.focus_main()
        self.show_keys()
