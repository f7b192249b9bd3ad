"""What is measured: generated journals, and the `tracker` of this environment with a cache of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.generate import LAST_DAY, generate
from benchmarks.measure import Command

UNLIKE_INSTALLED = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
"""An installed program has its bytecode; without it each run would compile what was edited since it was last kept."""


class Ground:
    """Journals below `folder`, made and indexed when first asked for; those that lie there already are used again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        own = {"XDG_CACHE_HOME": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state"), "HOME": str(folder)}
        self.environment = {**os.environ, **own}
        for name in [name for name in self.environment if name.startswith(("TRACKER_", "TEXTUAL_", *UNLIKE_INSTALLED))]:
            del self.environment[name]
        self.tracker = shutil.which("tracker", path=str(Path(sys.executable).parent)) or "tracker"

        self._indexed: set[Path] = set()

    def journal(self, number: int) -> Path:
        """The generated journal of `number` referrals."""
        place = self.folder / f"journal-{number}"
        if not place.exists():
            half = place.with_suffix(".half")
            shutil.rmtree(half, ignore_errors=True)
            generate(number, half)
            half.rename(place)
        if place not in self._indexed:
            self._indexed.add(place)
            self.run(self.on(place, "stalled"))
        return place

    def copy(self, number: int, name: str) -> Path:
        """A copy of that journal, to be changed."""
        place = self.folder / name
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.journal(number), place)
        return place

    def command(self, number: int, *words: str) -> Command:
        """A `tracker` command over the journal of `number` referrals, at its last day."""
        return self.on(self.journal(number), *words)

    def on(self, journal: Path, *words: str) -> Command:
        """A `tracker` command over this journal, at the last day of every generated one."""
        typed = [self.tracker, "-C", str(journal), "--today", LAST_DAY.isoformat(), *words]
        return Command(typed, self.environment)

    def python(self, *words: str) -> Command:
        """This Python interpreter with these words."""
        return Command([sys.executable, *words], self.environment)

    @staticmethod
    def run(command: Command) -> bytes:
        """Run this to its end; what it printed."""
        return subprocess.run(command.words, env=dict(command.environment), check=True, capture_output=True).stdout
