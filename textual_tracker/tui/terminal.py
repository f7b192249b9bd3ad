"""The driver of a screen on a terminal that may go away: its window is closed, its connection breaks, it is killed.

Mostly the system says so by a signal, which would end the program wherever it is. A program in a session of its own,
or under `nohup`, is told nothing: all it gets is that nothing can be read any more, and that nothing can be written.
"""

import os
import select
import signal
import sys
import termios
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from types import FrameType
from typing import Any, TextIO, cast

from textual.drivers.linux_driver import LinuxDriver

BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program."""
HANGUP = BY_SIGNAL + signal.SIGHUP
ENDINGS = (signal.SIGHUP, signal.SIGTERM)
LOOK_MILLISECONDS = 1000
"""How long a look at the terminal lasts that nothing ends; by itself the system wakes whoever looks."""


class TerminalDriver(LinuxDriver):
    """Textual's own, but the screen ends when its terminal is gone; Textual would wait for it for ever, unseen.

    What was asked to be written is written, as whenever the screen is left. The exit code is that of a hangup, also
    where there was no signal. A polite kill leaves the terminal as it was.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._file = cast("TextIOWrapper", Paper(cast("TextIO", self._file), self._lose_terminal))
        for number in ENDINGS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._take_signal)
        threading.Thread(target=self._look, name="terminal", daemon=True).start()

    def _look(self) -> None:
        """Wait for the end of the terminal."""
        looks = select.poll()
        looks.register(self.fileno, 0)  # its end is told always
        told: list[tuple[int, int]] = []
        while not told:
            told = looks.poll(LOOK_MILLISECONDS)
        if told[0][1] & (select.POLLHUP | select.POLLERR):
            self._lose_terminal()  # otherwise this system cannot look at terminals, and the next drawing finds out

    def _lose_terminal(self) -> None:
        """Leave, and let whatever is still said go nowhere."""
        _replace_lost_streams()
        self.exit_event.set()  # whoever reads keys would read nothing for ever, where the screen had not begun yet
        self._leave(HANGUP)

    def _take_signal(self, number: int, _frame: FrameType | None) -> None:
        self._leave(BY_SIGNAL + number)

    def _leave(self, code: int) -> None:
        with suppress(RuntimeError):  # the screen is left already, and what was asked is being written
            self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=code))


class Paper:
    """The stream that the screen is drawn on; a drawing that cannot be made is dropped, and `torn` is called."""

    def __init__(self, stream: TextIO, torn: Callable[[], None]) -> None:
        self._stream, self._torn = stream, torn

    def write(self, text: str) -> None:
        """Draw."""
        try:
            self._stream.write(text)
        except OSError:
            self._torn()

    def flush(self) -> None:
        """Let all that was drawn be seen."""
        try:
            self._stream.flush()
        except OSError:
            self._torn()

    def fileno(self) -> int:
        """The number of its file."""
        return self._stream.fileno()


def _replace_lost_streams() -> None:
    """Lead those of the standard streams nowhere that led to a terminal which is gone.

    What waits in their buffers would otherwise fail once more when the program ends.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        if stream is not None and not _is_there(stream.fileno()):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _is_there(number: int) -> bool:
    try:
        termios.tcgetattr(number)
    except termios.error:
        return False
    return True
