"""A disk that fails, and a program that dies, at a call of the system that a test chooses."""

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

CALLS = ("open", "fsync", "fchmod", "replace", "unlink", "mkdir", "rmdir")
"""The calls by which the program changes the disk; opening is how it reads, too."""


class Killed(BaseException):
    """The program is no more: from here on no call of the system is made."""


class Faults:
    """Counts the calls. At call number `at` (from 0) `error` is raised, before the call or after it.

    `for_good`: so it is at every call from then on.
    """

    def __init__(
        self, at: int, error: BaseException, *, after: bool = False, for_good: bool = False, of: tuple[str, ...] = CALLS
    ) -> None:
        self.calls = 0
        self._at = at
        self._error = error
        self._after = after
        self._for_good = for_good
        self._of = of

    @property
    def struck(self) -> bool:
        """Whether it came so far."""
        return self.calls > self._at

    @contextlib.contextmanager
    def installed(self) -> Iterator["Faults"]:
        """Within the block, the calls fail."""
        with contextlib.ExitStack() as stack:
            for name in self._of:
                if hasattr(os, name):
                    stack.enter_context(mock.patch.object(os, name, self._failing(getattr(os, name))))
            yield self

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*values: Any, **named: Any) -> Any:
            number = self.calls
            self.calls += 1
            strikes = number == self._at or (self._for_good and number > self._at)
            if strikes and (not self._after or number > self._at):
                raise self._error
            result = call(*values, **named)
            if strikes:
                raise self._error
            return result

        return called
