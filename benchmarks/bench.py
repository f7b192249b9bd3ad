"""`make bench`: the budgets of docs/architecture.md beside the peers, as ratios of runs taken in turn.

Nothing here is a test: a slow machine slows the peers as well, so read the ratios. What each row means, and how to
install the peers, is in benchmarks/README.md.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.measure import Command, Timing, in_turn
from benchmarks.peers import peers

TEN_THOUSAND = 10_000
A_HUNDRED_THOUSAND = 100_000
PARSE_ALONE = """
import sys, pathlib, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


@dataclass(frozen=True)
class Row:
    """One line of the table: a measured ratio (or size) and the budget that it should keep."""

    what: str
    measured: float
    budget: float | None
    unit: str
    beside: str

    def __str__(self) -> str:
        """The line, aligned."""
        verdict = "" if self.budget is None else ("kept" if self.measured <= self.budget else "MISSED")
        budget = "" if self.budget is None else f"<= {self.budget:g}"
        return f"{self.what:<42} {self.measured:7.2f} {self.unit:<2} {budget:>8}  {verdict:<7} {self.beside}"


class Bench:
    """Journals in a temporary folder, with a cache of their own, and the `tracker` of this environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder)}
        self.tracker = shutil.which("tracker", path=str(Path(sys.executable).parent)) or "tracker"
        self.last_day: dict[int, str] = {}

    def journal(self, number: int) -> Path:
        """The generated journal of `number` referrals, made when it is first asked for."""
        place = self.folder / f"journal-{number}"
        if number not in self.last_day:
            self.last_day[number] = generate(number, place).isoformat()
        return place

    def command(self, number: int, *words: str) -> Command:
        """A `tracker` command over the journal of `number` referrals, at its last day."""
        journal = self.journal(number)
        return Command([self.tracker, "-C", str(journal), "--today", self.last_day[number], *words], self.environment)

    def python(self, *words: str) -> Command:
        """This Python interpreter with these words."""
        return Command([sys.executable, *words], self.environment)


def _stalled(bench: Bench, runs: int) -> Iterator[Row]:
    rivals = list(peers(bench.folder / "peers", TEN_THOUSAND))
    timings = in_turn([bench.command(TEN_THOUSAND, "stalled"), *(command for _, command in rivals)], runs)
    ours = timings[0]
    if not rivals:
        yield Row("tracker stalled, warm, 10,000", ours.median, None, "s", "no peer is installed")
    for (label, _), theirs in zip(rivals, timings[1:], strict=True):
        budget = 1.0 if label == "task list" else None
        beside = f"x {label} ({_ms(ours)} against {_ms(theirs)})"
        yield Row("tracker stalled, warm, 10,000", ours.ratio(theirs), budget, "", beside)


def _stalled_large(bench: Bench, runs: int) -> Iterator[Row]:
    small, large = in_turn(
        [bench.command(TEN_THOUSAND, "stalled"), bench.command(A_HUNDRED_THOUSAND, "stalled")], max(3, runs // 2)
    )
    yield Row("tracker stalled, warm, 100,000", large.ratio(small), 11, "", f"x of 10,000 ({_ms(large)})")
    size = sum(path.stat().st_size for path in (bench.folder / "cache").rglob("*") if path.is_file())
    kilobytes = size / 1024 / (TEN_THOUSAND + A_HUNDRED_THOUSAND)
    yield Row("index", kilobytes, 1.2, "KB", "a referral, the days and partners included")


def _check(bench: Bench, runs: int) -> Iterator[Row]:
    journal = bench.journal(TEN_THOUSAND)
    cold, parse, warm = in_turn(
        [
            bench.command(TEN_THOUSAND, "--no-index", "check"),
            bench.python("-c", PARSE_ALONE, str(journal)),
            bench.command(TEN_THOUSAND, "check"),
        ],
        max(3, runs // 2),
    )
    beside = f"x yaml.CSafeLoader alone ({_ms(cold)} against {_ms(parse)})"
    yield Row("tracker check, no index, 10,000", cold.ratio(parse), 0.75, "", beside)
    yield Row("tracker check, warm, 10,000", warm.ratio(parse), None, "", f"x yaml.CSafeLoader alone ({_ms(warm)})")


def _start(bench: Bench, runs: int) -> Iterator[Row]:
    version = Command([bench.tracker, "--version"], bench.environment)
    typed = ["-C", str(bench.journal(TEN_THOUSAND)), "show", "ort"]
    complete = Command([bench.tracker, "--complete", "fish", "--", *typed], bench.environment)
    nothing, shown, completed = in_turn([bench.python("-c", "pass"), version, complete], 3 * runs)
    yield Row("tracker --version", shown.ratio(nothing), 3, "", f"x python -c pass ({_ms(shown)})")
    yield Row("completion of an id, 10,000", completed.ratio(nothing), 3, "", f"x python -c pass ({_ms(completed)})")


def _ms(timing: Timing) -> str:
    return f"{timing.median * 1000:.0f} ms"


PARTS = {"stalled": _stalled, "large": _stalled_large, "check": _check, "start": _start}


def main() -> None:
    """Measure the parts that were named, or all, and print a line for each figure as it comes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="*", choices=[*PARTS], help="which figures (default: all)")
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each command (default: 7)")
    arguments = parser.parse_args()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    print(f"commit {commit.stdout.strip() or 'unknown'}, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        bench = Bench(Path(folder))
        for part in arguments.part or PARTS:
            for row in PARTS[part](bench, arguments.runs):
                print(row, flush=True)


if __name__ == "__main__":
    main()
