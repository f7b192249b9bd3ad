"""When to look at the disk again: after a burst of events has ended, when a doubt is due, and now and then anyway.

Arithmetic on moments in seconds, without a clock or a thread: `textual_tracker.store.watching.watch` has those.
"""

from typing import Final

QUIET_SECONDS: Final = 0.12
"""Editors and git write in steps; a look in between finds halves."""

LONGEST_SECONDS: Final = 1.0
"""Events that never cease delay a look no longer than this."""

IDLE_SHARE: Final = 0.002_5
"""Looking now and then, only in case, takes no more of one processor than this, however large the journal."""

POLL_SHARE: Final = 0.05
"""The same where nothing but looking finds what changed."""


class Looks:
    """The looks that are due.

    `routine` seconds pass between those that no event asked for, and more where they would take more than `share` of
    the time.
    """

    def __init__(self, routine: float, now: float, *, share: float) -> None:
        self._routine = routine
        self._share = share
        self._next_routine = now + routine
        self._first_event: float | None = None
        self._last_event = now
        self._promised: float | None = None

    def event(self, now: float) -> None:
        """Something happened on the disk."""
        self._last_event = now
        if self._first_event is None:
            self._first_event = now

    def promise(self, moment: float) -> None:
        """Look again at `moment`, whatever happens."""
        self._promised = moment if self._promised is None else min(moment, self._promised)

    def due(self) -> float:
        """The moment of the next look."""
        due = self._next_routine if self._promised is None else min(self._next_routine, self._promised)
        if self._first_event is None:
            return due
        return min(due, self._last_event + QUIET_SECONDS, self._first_event + LONGEST_SECONDS)

    def is_routine(self) -> bool:
        """Whether nothing asks for the next look but the time that has passed."""
        return self._first_event is None and self.due() == self._next_routine

    def start(self) -> None:
        """A look begins: what happens from now on asks for another."""
        self._first_event = None
        self._promised = None

    def done(self, began: float, now: float) -> None:
        """A look ended; a long one is not repeated soon without need."""
        self._next_routine = now + max(self._routine, (now - began) / self._share)
