"""A program on a pseudo-terminal: keys go in, bytes come out, and both have a time.

Nothing lies between the program and the clock: no emulator draws anything, texts are recognised in the bytes.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")
PLACES = re.compile(rb"\x1b\[(\d+);\d+H")
CLOCK = b"updated "
SETTLED = 0.05
"""The most seconds of a processor within one second of a program that only waits."""
LONG, LEAVING = 5.0, 3.0
PATIENCE = 120.0
"""Seconds until a text that does not come is given up."""


class Chunk(NamedTuple):
    """Bytes that the program wrote, and when they came, in seconds of `time.perf_counter`."""

    at: float
    data: bytes

    @property
    def is_clock(self) -> bool:
        """Whether only the first line was drawn, with its "updated 3 s ago": that comes by itself, once a second."""
        return CLOCK in self.data and {int(line) for line in PLACES.findall(self.data)} <= {1}


class Terminal:
    """`words` on a terminal of `size` (columns, lines), from `started` on; what it draws is kept as text in `drawn`."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (120, 40)) -> None:
        self.drawn = ""
        self._drawn_at: list[tuple[int, float]] = []
        self._ends, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            words,
            stdin=other,
            stdout=other,
            stderr=other,
            env={**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
        )
        os.close(other)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program, and whatever it started."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        deadline = time.perf_counter() + LEAVING
        with suppress(EOFError):
            while time.perf_counter() < deadline:
                self._read(0.05)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._ends)

    @property
    def memory(self) -> tuple[float, float]:
        """RSS and PSS of the program, in megabytes."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii")
        sizes = {name: float(size) / 1024 for name, size in re.findall(r"^(Rss|Pss): +(\d+) kB", rollup, re.MULTILINE)}
        return sizes["Rss"], sizes["Pss"]

    @property
    def processor_seconds(self) -> float:
        """The time that the program has had a processor."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def settle(self) -> None:
        """Wait until the program has nothing left to do that it does only once, after a start or after a change."""
        deadline = time.perf_counter() + PATIENCE
        busy = 1.0
        while busy > SETTLED and time.perf_counter() < deadline:
            before = self.processor_seconds
            self.rest(1.0)
            busy = self.processor_seconds - before

    def send(self, keys: str) -> float:
        """Press keys; the time at which they were pressed."""
        pressed = time.perf_counter()
        os.write(self._ends, keys.encode())
        return pressed

    def press(self, keys: str, quiet: float) -> float | None:
        """Press keys, and wait until nothing has been drawn for `quiet` seconds.

        Returns:
            The seconds from the key to the last byte of what it drew; `None` where it drew nothing.
        """
        pressed = self.send(keys)
        chunks = self.rest(quiet)
        return chunks[-1].at - pressed if chunks else None

    def answer(self, keys: str) -> float | None:
        """Press keys; the seconds until the first byte of the answer, `None` where there is none within 5 s."""
        pressed = self.send(keys)
        while (left := pressed + LONG - time.perf_counter()) > 0:
            chunk = self._read(left)
            if chunk is not None and not chunk.is_clock:
                return chunk.at - pressed
        return None

    def rest(self, quiet: float) -> list[Chunk]:
        """What is drawn, without the clock, until nothing has been for `quiet` seconds."""
        chunks: list[Chunk] = []
        until = time.perf_counter() + quiet
        while (left := until - time.perf_counter()) > 0:
            chunk = self._read(left)
            if chunk is not None and not chunk.is_clock:
                chunks.append(chunk)
                until = chunk.at + quiet
        return chunks

    def sees(self, text: str, meanwhile: Callable[[], object] | None = None) -> float:
        """Wait until `text` has been drawn since `forget`; the time at which it was.

        `meanwhile` is called again and again until then.

        Raises:
            TimeoutError: it does not come.
            EOFError: the program has ended.
        """
        deadline = time.perf_counter() + PATIENCE
        while text not in self.drawn:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{text!r} does not appear; drawn last:\n{self.drawn[-2000:]}")
            self._read(0.05)
            if meanwhile is not None and text not in self.drawn:
                meanwhile()
        end = self.drawn.index(text) + len(text)
        return next(at for length, at in self._drawn_at if length >= end)

    def forget(self) -> None:
        """Look from now on only at what is drawn from now on."""
        self.drawn = ""
        self._drawn_at.clear()

    def _read(self, patience: float) -> Chunk | None:
        """The next bytes, all that are there; `None` where none come in time. EOFError: the program has ended."""
        try:
            if not select.select([self._ends], [], [], patience)[0]:
                return None
            data = os.read(self._ends, 1 << 16)
            at = time.perf_counter()
            while select.select([self._ends], [], [], 0)[0]:
                data += os.read(self._ends, 1 << 16)
                at = time.perf_counter()
        except OSError:
            raise EOFError(f"the program has ended; drawn last:\n{self.drawn[-3000:]}") from None
        self.drawn += ESCAPES.sub(b"", data).decode(errors="replace")
        self._drawn_at.append((len(self.drawn), at))
        return Chunk(at, data)
