"""`make bench`: the budgets of docs/architecture.md beside the peers, as ratios of runs taken in turn.

Nothing here is a test: a slow machine slows the peers as well, so read the ratios. What each row means, and how to
install the peers, is in benchmarks/README.md.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import screen
from benchmarks.ground import Ground
from benchmarks.measure import Command, Timing, in_turn
from benchmarks.peers import peers
from benchmarks.row import Row
from textual_tracker.store.reread import RACY_NS

TEN_THOUSAND = 10_000
A_HUNDRED_THOUSAND = 100_000
PARSE_ALONE = """
import sys, pathlib, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def _stalled(ground: Ground, runs: int) -> Iterator[Row]:
    rivals = list(peers(ground.folder / "peers", TEN_THOUSAND))
    timings = in_turn([ground.command(TEN_THOUSAND, "stalled"), *(command for _, command in rivals)], runs)
    ours = timings[0]
    if not rivals:
        yield Row("tracker stalled, warm, 10,000", ours.median, None, "s", "no peer is installed")
    for (label, _), theirs in zip(rivals, timings[1:], strict=True):
        budget = 1.0 if label == "task list" else None
        beside = f"x {label} ({_ms(ours)} against {_ms(theirs)})"
        yield Row("tracker stalled, warm, 10,000", ours.ratio(theirs), budget, "", beside)


def _stalled_large(ground: Ground, runs: int) -> Iterator[Row]:
    small, large = in_turn(
        [ground.command(TEN_THOUSAND, "stalled"), ground.command(A_HUNDRED_THOUSAND, "stalled")], max(3, runs // 2)
    )
    yield Row("tracker stalled, warm, 100,000", large.ratio(small), 11, "", f"x of 10,000 ({_ms(large)})")
    size = sum(path.stat().st_size for path in (ground.folder / "cache").rglob("*") if path.is_file())
    kilobytes = size / 1024 / (TEN_THOUSAND + A_HUNDRED_THOUSAND)
    yield Row("index", kilobytes, 1.2, "KB", "a referral, the days and partners included")


def _check(ground: Ground, runs: int) -> Iterator[Row]:
    journal = ground.journal(TEN_THOUSAND)
    cold, parse, warm = in_turn(
        [
            ground.command(TEN_THOUSAND, "--no-index", "check"),
            ground.python("-c", PARSE_ALONE, str(journal)),
            ground.command(TEN_THOUSAND, "check"),
        ],
        max(3, runs // 2),
    )
    beside = f"x yaml.CSafeLoader alone ({_ms(cold)} against {_ms(parse)})"
    yield Row("tracker check, no index, 10,000", cold.ratio(parse), 0.75, "", beside)
    yield Row("tracker check, warm, 10,000", warm.ratio(parse), None, "", f"x yaml.CSafeLoader alone ({_ms(warm)})")


def _log(ground: Ground, runs: int) -> Iterator[Row]:
    """A contact, written and told, each on top of the last; beside `stalled` on a journal that nobody writes."""
    written = ground.copy(TEN_THOUSAND, "written")
    time.sleep(RACY_NS / 1e9)  # what was just copied could still change unseen
    ground.run(ground.on(written, "stalled"))
    somebody = max((written / "referrals").rglob("*.yaml")).stem.split("-", 3)[3]  # the name alone, as people type it
    stalled, log = in_turn([ground.command(TEN_THOUSAND, "stalled"), ground.on(written, "log", somebody, "vm")], runs)
    yield Row(
        "tracker log, 10,000", log.ratio(stalled), 1.5, "", f"x tracker stalled ({_ms(log)} against {_ms(stalled)})"
    )


def _numbers(ground: Ground, runs: int, verb: str, budget: float) -> Iterator[Row]:
    """A command that counts over the whole journal: in seconds, because that is what a person waits."""
    stalled, ours = in_turn([ground.command(TEN_THOUSAND, "stalled"), ground.command(TEN_THOUSAND, verb)], runs)
    beside = f"{ours.ratio(stalled):.1f} x tracker stalled ({_ms(stalled)})"
    yield Row(f"tracker {verb}, warm, 10,000", ours.median, budget, "s", beside)


def _start(ground: Ground, runs: int) -> Iterator[Row]:
    version = Command([ground.tracker, "--version"], ground.environment)
    typed = ["-C", str(ground.journal(TEN_THOUSAND)), "show", "ort"]
    complete = Command([ground.tracker, "--complete", "fish", "--", *typed], ground.environment)
    nothing, shown, completed = in_turn([ground.python("-c", "pass"), version, complete], 3 * runs)
    yield Row("tracker --version", shown.ratio(nothing), 3, "", f"x python -c pass ({_ms(shown)})")
    yield Row("completion of an id, 10,000", completed.ratio(nothing), 3, "", f"x python -c pass ({_ms(completed)})")


def _ms(timing: Timing) -> str:
    return f"{timing.median * 1000:.0f} ms"


Part = Callable[[Ground, int], Iterable[Row | str]]
PARTS: dict[str, Part] = {
    "stalled": _stalled,
    "large": _stalled_large,
    "check": _check,
    "log": _log,
    "forecast": partial(_numbers, verb="forecast", budget=1.0),
    "results": partial(_numbers, verb="results", budget=0.6),
    "start": _start,
    "paint": screen.paint,
    "keys": screen.keyboard,
    "save": screen.save,
    "checkout": screen.checkout,
    "idle": screen.idle,
}


def main() -> None:
    """Measure the parts that were named, or all, and print a line for each figure as it comes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="*", choices=[*PARTS], help="which figures (default: all)")
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each command (default: 7)")
    parser.add_argument("--every-key", action="store_true", help="a line for each kind of key in each view")
    parser.add_argument("--in", dest="folder", type=Path, metavar="DIR", help="keep the journals in DIR for next time")
    arguments = parser.parse_args()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    print(f"commit {commit.stdout.strip() or 'unknown'}, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    parts = PARTS | {"keys": partial(screen.keyboard, every=arguments.every_key)}
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        ground = Ground((arguments.folder or Path(folder)).absolute())
        for part in arguments.part or parts:
            for row in parts[part](ground, arguments.runs):
                print(row, flush=True)


if __name__ == "__main__":
    main()
