"""Keys in the order in which they come, each once the list shows what it is meant for.

After a query, another order or another view the rows are worked out in a thread. Until they are shown, a key that acts
on a row waits, and all that is typed after it waits behind it: no key acts on a row that is about to go.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeAlias

from textual.events import Key, Paste

from textual_tracker.tui.actions import ACTIONS, GO, LEAVE, MOVE, WRITE, Action

if TYPE_CHECKING:
    from textual_tracker.tui.desk import Desk

Turn: TypeAlias = Key | Paste | str
"""A key, a paste, or the id of an action that was chosen otherwise."""

PATIENCE, INTERVAL = 5.0, 0.005
"""Seconds that a key waits at most, and after which it is looked again whether it still has to."""
LEAVING, QUIT = 1.0, "quit"
"""Seconds that leaving waits for what is written until it is said; it goes on waiting, for nothing is to be lost."""
MOVES: Final = frozenset(action.id for action in ACTIONS if action.group == MOVE)
APPENDS: Final = frozenset({"contact", "contact_note"})
"""What writes the same whatever was written before it."""
ON_A_ROW: Final = APPENDS | {"edit", "copy_phone", "copy_id", "partner"}
ALONE: Final = frozenset({"undo", "count", "new_referral"})
"""What writes and is about no row."""
ON_THE_FRAME: Final = frozenset(action.id for action in ACTIONS if action.group == LEAVE)
"""What can be done before anything of the journal is known."""
ON_THE_DESK: Final = ON_THE_FRAME | {"reload"} | {action.id for action in ACTIONS if action.group == GO}
"""What can be done before anything of the journal is shown."""
ON_WHAT_IS_WRITTEN: Final = frozenset(action.id for action in ACTIONS if action.group == WRITE) - APPENDS - ALONE


class Turns:
    """What waits. `desk` gives the desk, once there is one; `do` carries out a turn; `sleep` calls back later.

    `give_up` is told the action that has waited for too long.
    """

    def __init__(
        self,
        desk: "Callable[[], Desk | None]",
        do: Callable[[Turn], Awaitable[None]],
        action_of: Callable[[Key], Action | None],
        sleep: Callable[[float, Callable[[], Awaitable[None]]], object],
        give_up: Callable[[str], None],
    ) -> None:
        self._desk = desk
        self._do = do
        self._action_of = action_of
        self._sleep = sleep
        self._give_up = give_up
        self._waiting: deque[Turn] = deque()
        self._since = 0.0
        self._is_going_on = False

    @property
    def is_busy(self) -> bool:
        """Whether keys that had to wait are being carried out, one after the other."""
        return self._is_going_on

    async def take(self, turn: Turn) -> None:
        """Carry it out when it is its turn: now, if nothing waits."""
        if self._waiting or self.has_to_wait(turn):
            self.put(turn)
        else:
            await self._do(turn)

    def put(self, turn: Turn) -> None:
        """Carry it out when what it is meant for is shown, after all that waits already."""
        self._waiting.append(turn)
        if len(self._waiting) == 1 and not self._is_going_on:
            self._wait()

    def put_next(self, turn: Turn) -> None:
        """Carry it out before all that waits: it is the second half of what was just carried out."""
        self._waiting.appendleft(turn)
        if len(self._waiting) == 1 and not self._is_going_on:
            self._wait()

    def drop(self) -> None:
        """Forget what waits: something went otherwise than whoever typed it could think."""
        self._waiting.clear()

    def has_to_wait(self, turn: Turn) -> bool:
        """Whether what it is meant for is not shown yet."""
        desk = self._desk()
        action = self._named(turn)
        if not action:
            return False
        if desk is None:
            return action not in ON_THE_FRAME
        if not desk.has_shown:
            return action not in ON_THE_DESK and not desk.is_unreadable
        view = desk.view
        if action == QUIT:
            return desk.is_writing
        if action in MOVES:
            return not view.is_answered
        is_shown = view.is_answered and view.look is desk.look
        if action in ON_A_ROW:
            return not is_shown
        return action in ON_WHAT_IS_WRITTEN and (desk.is_writing or not is_shown)

    def _named(self, turn: Turn) -> str:
        if isinstance(turn, str):
            return turn
        action = self._action_of(turn) if isinstance(turn, Key) else None
        return "" if action is None else action.id

    def _wait(self) -> None:
        self._since = monotonic()
        self._sleep(INTERVAL, self._go_on)

    async def _go_on(self) -> None:
        """Carry out what waits, up to the next that still has to."""
        self._is_going_on = True
        try:
            while self._waiting and not self.has_to_wait(self._waiting[0]):
                await self._do(self._waiting.popleft())
                self._since = monotonic()
        finally:
            self._is_going_on = False
        if not self._waiting:
            return
        action = self._named(self._waiting[0])
        if monotonic() - self._since > (LEAVING if action == QUIT else PATIENCE):
            self._lose_patience(action)
        if self._waiting:
            self._sleep(INTERVAL, self._go_on)

    def _lose_patience(self, action: str) -> None:
        """Say that it takes long. Keys are forgotten; who leaves has only to wait."""
        if action == QUIT:
            self._since = inf
        else:
            self.drop()
        self._give_up(action)
