"""The figures of the screen: what a person who keeps it open all day feels."""

import statistics
import time
from collections import defaultdict
from collections.abc import Iterator

from benchmarks import keys, saving
from benchmarks.ground import Ground
from benchmarks.row import Row, percentile
from benchmarks.terminal import Terminal

TEN_THOUSAND = 10_000
FIFTY_THOUSAND = 50_000
A_HUNDRED_THOUSAND = 100_000
ONE_LABEL = """
from textual.app import App
from textual.widgets import Label
class OneLabel(App):
    def compose(self):
        yield Label("one label")
OneLabel().run()
"""
FRAME, JOURNAL = "reading", "Next:"
"""What is drawn first, and what the first view says of the journal."""
SAVED = {"today": "1", "pipeline": "2", "stalled": "3"}
IDLE_SECONDS = 30.0


def paint(ground: Ground, runs: int) -> Iterator[Row]:
    """The first paint beside that of a one-label application, and the journal after it."""
    ours, label = ground.command(TEN_THOUSAND, "ui"), ground.python("-c", ONE_LABEL)
    ratios, first, later = [], [], []
    for turn in range(runs + 1):
        with Terminal(label.words, label.environment) as screen:
            theirs = screen.sees("one label") - screen.started
        with Terminal(ours.words, ours.environment) as screen:
            painted = screen.sees(FRAME)
            shown = screen.sees(JOURNAL)
        if turn:
            first.append(painted - screen.started)
            ratios.append(first[-1] / theirs)
            later.append((shown - painted) * 1000)
    beside = f"x a one-label Textual application ({statistics.median(first) * 1000:.0f} ms)"
    yield Row("screen: first paint, 10,000", statistics.median(ratios), 1.3, "", beside)
    yield Row("screen: journal after the paint, 10,000", statistics.median(later), 200, "ms", "warm index")


def keyboard(ground: Ground, runs: int, *, every: bool = False) -> Iterator[Row | str]:
    """The slowest kind of key at 50,000, and the memory; with `every`, a line for each kind of key in each view."""
    ui = ground.command(FIFTY_THOUSAND, "ui")
    with Terminal(ui.words, ui.environment) as screen:
        screen.sees(JOURNAL)
        screen.settle()
        found = keys.latencies(screen, runs)
        resident, shared_out = screen.memory
    if every:
        yield from keys.table(found)
    view, kind = keys.worst(found)
    values = found[view, kind]
    beside = f"{kind} in {view}, p50 {percentile(values, 0.5):.1f}; the slowest of {len(found)}"
    yield Row("screen: key to last byte, p95, 50,000", percentile(values, 0.95), 16, "ms", beside)
    kept = [value for values in found.values() for value in values]
    beside = f"all {len(kept)} keys of all views, p50 {percentile(kept, 0.5):.1f}"
    yield Row("screen: the same, all keys, p95", percentile(kept, 0.95), 16, "ms", beside)
    yield Row("screen: memory, 50,000", resident, 250, "MB", f"RSS; PSS {shared_out:.0f} MB")


def save(ground: Ground, runs: int) -> Iterator[Row]:
    """From a save to the new value on the screen, in each of the views of referrals."""
    for number, budget in ((TEN_THOUSAND, 250), (A_HUNDRED_THOUSAND, 500)):
        found: defaultdict[str, list[float]] = defaultdict(list)
        for view, taken in saving.save_to_screen(ground, number, SAVED, 2 * runs):
            found[view].append(taken)
        for view, values in found.items():
            beside = f"{view}, p50 {percentile(values, 0.5):.0f}"
            yield Row(f"screen: save to screen, p95, {number:,}", percentile(values, 0.95), budget, "ms", beside)


def checkout(ground: Ground, _runs: int) -> Iterator[Row]:
    """From `git checkout` to all that it changed on the screen, and the keys meanwhile."""
    git, shown, answers = zip(*saving.checkout_to_screen(ground, TEN_THOUSAND), strict=True)
    beside = f"from its start, the slower of there and back; git itself {max(git):.1f} s"
    yield Row("screen: git checkout of 10,000 files", max(shown), 3, "s", beside)
    after = max(end - done for end, done in zip(shown, git, strict=True))
    yield Row("screen: the same, after git was done", after, None, "s", "the slower of there and back")
    pressed = [value for values in answers for value in values]
    beside = f"worst {max(pressed):.0f}, p50 {percentile(pressed, 0.5):.0f}, {len(pressed)} keys, to the first byte"
    yield Row("screen: keys meanwhile, p95", percentile(pressed, 0.95), None, "ms", beside)


def idle(ground: Ground, _runs: int) -> Iterator[Row]:
    """The share of a processor that an open screen takes while nothing happens."""
    ui = ground.command(TEN_THOUSAND, "ui")
    with Terminal(ui.words, ui.environment) as screen:
        screen.sees(JOURNAL)
        screen.settle()
        before, began = screen.processor_seconds, time.perf_counter()
        while time.perf_counter() < began + IDLE_SECONDS:
            screen.rest(1.0)
        share = (screen.processor_seconds - before) / (time.perf_counter() - began)
    yield Row("screen: idle, 10,000", share * 100, 0.5, "%", f"of a core, over {IDLE_SECONDS:.0f} s")
