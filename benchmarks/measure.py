"""Time whole processes in turn, so that a machine whose speed drifts slows all of them alike."""

import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """A program to time: its words, and the environment in which it runs."""

    words: Sequence[str]
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Timing:
    """Seconds of each counted run, in order."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median run, in seconds."""
        return statistics.median(self.seconds)

    def ratio(self, other: "Timing") -> float:
        """The median of the ratios of runs that were neighbours in time."""
        return statistics.median(mine / theirs for mine, theirs in zip(self.seconds, other.seconds, strict=True))


def in_turn(commands: Sequence[Command], runs: int = 7) -> list[Timing]:
    """Run the commands A B C A B C …, after one run of each that is not counted."""
    seconds: list[list[float]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for command, taken in zip(commands, seconds, strict=True):
            started = time.perf_counter()
            done = subprocess.run(
                command.words,
                env=dict(command.environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                check=False,
            )
            if turn:
                taken.append(time.perf_counter() - started)
            if done.returncode:
                raise RuntimeError(f"{' '.join(command.words)}: {done.stderr.decode(errors='replace')}")
    return [Timing(tuple(taken)) for taken in seconds]
