"""The program serving its screen to browsers, as a process of its own."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.tui.browsing import PATIENCE

TODAY = "2026-03-10"


class Serving:
    """`tracker ui --serve` on a free port; `address` is what it printed."""

    def __init__(self, journal: Path, *words: str, **variables: str) -> None:
        command = [sys.executable, "-m", "textual_tracker", "-C", str(journal), "--today", TODAY, "--no-index"]
        self._process = subprocess.Popen(
            [*command, "ui", "--serve", "--port", "0", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, **variables},
            start_new_session=True,  # the screens that it starts belong to its group, and can be waited for
        )
        assert self._process.stdout is not None
        self.said = self._process.stdout.readline()
        self.address = next((word for word in self.said.split() if word.startswith("http://")), "")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing running, whatever happened."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.address.rpartition(":")[2])

    def stop(self, by: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Send the signal; the exit code, and what was printed after the address. No screen may be left behind."""
        self._process.send_signal(by)
        rest, _ = self._process.communicate(timeout=PATIENCE)
        deadline = time.monotonic() + PATIENCE
        while self._has_children():
            assert time.monotonic() < deadline, "a screen is left behind"
            time.sleep(0.05)
        return self._process.returncode, rest

    def _has_children(self) -> bool:
        try:
            os.killpg(self._process.pid, 0)
        except ProcessLookupError:
            return False
        return True
