"""How soon a key is answered: from the key to the last byte that it makes the screen draw, by view and kind of key."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from benchmarks.row import percentile
from benchmarks.terminal import Terminal

AT_ONCE, LATER = 0.07, 0.3
"""Seconds of quiet that end an answer: drawn at once, or worked out in a thread first."""
ESCAPE = "\x1b[27u"
"""As terminals send it that leave no doubt (kitty's protocol); a lone escape byte is waited after for 0.1 s."""
VIEWS = {
    "today": "1",
    "pipeline": "2",
    "stalled": "3",
    "activity": "4",
    "partners": "5",
    "results": "6",
    "forecast": "7",
    "problems": "8",
}
Latencies = Mapping[tuple[str, str], list[float]]


class Key(NamedTuple):
    """What is pressed, the kind of key that it counts as, and the quiet after which its answer is over."""

    kind: str
    typed: str
    quiet: float = AT_ONCE


MOVES = (
    *[Key("down", "j")] * 4,
    *[Key("page down", "\x1b[6~")] * 2,
    Key("ten down", "J"),
    Key("last", "G"),
    *[Key("up", "k")] * 4,
    *[Key("page up", "\x1b[5~")] * 2,
    Key("ten up", "K"),
    Key("first", "g"),
    Key("pane", "\t"),
    Key("pane", "\t"),
)
DETAIL = (Key("open", "\r", LATER), Key("back", ESCAPE, LATER))
ASKING = (
    Key("find", "/", LATER),
    Key("letter", "a", LATER),
    Key("letter", "n", LATER),
    Key("clear", ESCAPE, LATER),
    Key("sort", "s", LATER),
    Key("reverse", "S", LATER),
    Key("reverse", "S", LATER),
)
ARRANGE = (Key("arrange", "b", LATER), Key("arrange", "b", LATER))
BOARD = (Key("right", "l"), Key("right", "l"), Key("left", "h"), Key("left", "h"))
LEFT = Key("leave", ESCAPE, LATER)
WINDOW = (Key("window", "w", LATER),) * 4
OVER = (Key("help", "?", LATER), Key("leave help", ESCAPE, LATER), Key("palette", ":", LATER), LEFT)
PEOPLE = (Key("people", "l", LATER), *MOVES[:7], Key("lines", "h", LATER))
PARTNER = (Key("partner", "P", LATER), Key("partner", "P", LATER))
CONTACT = (Key("contact", "c", LATER), LEFT)
COUNT = (Key("count", "+", LATER), LEFT)
NEW = (Key("new", "o", LATER), Key("letter of a line", "a", LATER), LEFT)
LOST = (Key("close out", "x", LATER), Key("lost", "l", LATER), Key("letter of a line", "n", LATER), LEFT)
STEP = (Key("next step", "f", LATER), Key("letter of a line", "f", LATER), LEFT)
RECORDING = (*CONTACT, *LOST, *STEP, *NEW, *COUNT)
"""What is recorded, up to the key that writes: the journal stays as it is."""
PRESSED = {
    "today": (*MOVES, *DETAIL, *ASKING, *PARTNER, *CONTACT, *NEW, *COUNT, *OVER),
    "pipeline": (*MOVES, *BOARD, *RECORDING, *DETAIL, *ASKING, *ARRANGE, *PARTNER),
    "stalled": (*MOVES, *RECORDING, *DETAIL, *ASKING, *ARRANGE, *PARTNER),
    "activity": (*MOVES, *DETAIL, *COUNT),
    "partners": (*MOVES, *DETAIL, *ASKING, *CONTACT),
    "results": (*MOVES, *DETAIL, *PEOPLE, *ASKING[:4], *ARRANGE, *WINDOW),
    "forecast": (*MOVES, *DETAIL, *ASKING, *PARTNER),
    "problems": (*MOVES, *ASKING[:4]),
}
"""Enter opens an editor in Problems, and is left out there."""


def latencies(screen: Terminal, rounds: int) -> Latencies:
    """Milliseconds of every key, by (view, kind); those that drew nothing are left out."""
    found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for view, key, seconds in _answers(screen, rounds):
        if seconds is not None:
            found[view, key.kind].append(seconds * 1000)
    return found


def worst(found: Latencies) -> tuple[str, str]:
    """The view and kind of key whose p95 is the highest."""
    return max(found, key=lambda place: percentile(found[place], 0.95))


def table(found: Latencies) -> Iterator[str]:
    """Every view and kind of key in a line, the slowest first."""
    yield f"{'view':<10} {'key':<16} {'n':>4} {'p50':>7} {'p95':>7}  ms"
    for view, kind in sorted(found, key=lambda place: -percentile(found[place], 0.95)):
        values = found[view, kind]
        half, most = percentile(values, 0.5), percentile(values, 0.95)
        yield f"{view:<10} {kind:<16} {len(values):>4} {half:>7.1f} {most:>7.1f}"


def _answers(screen: Terminal, rounds: int) -> Iterator[tuple[str, Key, float | None]]:
    for typed in VIEWS.values():  # each view is made the first time that it is shown
        screen.press(typed, 3 * LATER)
    for _ in range(rounds):
        for view, typed in VIEWS.items():
            shown = Key("show", typed, LATER)
            yield view, shown, screen.press(shown.typed, shown.quiet)
            for key in PRESSED[view]:
                yield view, key, screen.press(key.typed, key.quiet)
