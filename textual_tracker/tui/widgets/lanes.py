"""Lanes of cards: which card is selected, which lanes are in view, and how far each of them is scrolled."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from textual_tracker.tui.widgets.wanting import Wanting

LEAST = 15
"""Cells that a lane needs."""
GAP = 2
MARGIN = 1


class Lane(NamedTuple):
    """A column of a board: its title, a line that sums it up, and the keys of its cards."""

    key: str
    title: str
    note: str
    keys: Sequence[str]


class Spot(NamedTuple):
    """Where a card lies: the number of its lane, and its own in the lane."""

    lane: int
    card: int


class Span(NamedTuple):
    """A lane in view: its number, the cell at which it begins, and its width."""

    number: int
    x: int
    width: int


Scrolled: TypeAlias = tuple[int, tuple[tuple[str, int], ...]]
"""The first lane in view, and of each lane the first card that is."""


class Lanes(Wanting):
    """Lanes that change while a person looks at them. The selected card is kept by its key, wherever it moves.

    `room` is the width in cells, `page` how many cards of a lane are in view; both are set by who draws them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lanes: Sequence[Lane] = ()
        self.spot: Spot | None = None
        self.room = 0
        self.page = 1
        self._first = 0
        self._tops: dict[str, int] = {}

    @property
    def key(self) -> str | None:
        """The key of the selected card; `None` where there is none at all."""
        return None if self.spot is None else self.lanes[self.spot.lane].keys[self.spot.card]

    @property
    def scrolled(self) -> Scrolled:
        """How the lanes are scrolled, to tell whether something moved, and to go back to it."""
        return (self._first, tuple(self._tops.items()))

    def scroll_back(self, scrolled: Scrolled) -> None:
        """Scroll the lanes as they were."""
        self._first, tops = scrolled
        self._tops = dict(tops)

    def replace(self, lanes: Sequence[Lane]) -> None:
        """The lanes are these now: keep the card that was chosen, else the one that stood in, else a neighbour."""
        wished, was = (self._wanted, self.key), self.spot or Spot(0, 0)
        self.lanes = lanes
        kept = (self.find(key) for key in wished if key is not None)
        self.spot = next((spot for spot in kept if spot is not None), None) or self._nearest(was)
        self.keep_in_view()

    def find(self, key: str) -> Spot | None:
        """Where the card of this key lies."""
        for number, lane in enumerate(self.lanes):
            if key in lane.keys:
                return Spot(number, lane.keys.index(key))
        return None

    def choose(self, spot: Spot) -> None:
        """A person selects the card at `spot`, or the nearest end of its lane."""
        last = len(self.lanes[spot.lane].keys) - 1
        self.spot = Spot(spot.lane, max(0, min(spot.card, last)))
        self._wanted = self.key
        self.keep_in_view()

    def beside(self, step: int) -> Spot | None:
        """The card at the same height in the next lane with cards, on the right (1) or on the left (-1)."""
        if self.spot is None:
            return None
        height = self.spot.card - self.top_of(self.spot.lane)
        number = self.spot.lane + step
        while 0 <= number < len(self.lanes):
            if self.lanes[number].keys:
                return Spot(number, self.top_of(number) + height)
            number += step
        return None

    def top_of(self, number: int) -> int:
        """The number of the first card in view in a lane."""
        lane = self.lanes[number]
        return max(0, min(self._tops.get(lane.key, 0), len(lane.keys) - self.page))

    def scroll(self, number: int, cards: int) -> None:
        """Scroll a lane by so many cards, and leave the selection where it is."""
        self._tops[self.lanes[number].key] = self.top_of(number) + cards
        self._tops[self.lanes[number].key] = self.top_of(number)

    def keep_in_view(self) -> None:
        """Scroll as little as it takes to see the selected card."""
        if self.spot is None:
            return
        lane, card = self.spot
        shown = [span.number for span in self.spans()]
        self._first = shown[0] + min(lane - shown[0], 0) + max(lane - shown[-1], 0)
        self._tops[self.lanes[lane].key] = max(card - self.page + 1, min(self.top_of(lane), card))

    def spans(self) -> tuple[Span, ...]:
        """The lanes in view."""
        return spans(len(self.lanes), self._first, self.room)

    def _nearest(self, was: Spot) -> Spot | None:
        """The card that took the place of one that went, else the first of the nearest lane that has any."""
        filled = [number for number, lane in enumerate(self.lanes) if lane.keys]
        if not filled:
            return None
        lane = min(filled, key=lambda number: abs(number - was.lane))
        return Spot(lane, min(was.card, len(self.lanes[lane].keys) - 1) if lane == was.lane else 0)


@lru_cache(64)
def spans(count: int, first: int, room: int) -> tuple[Span, ...]:
    """Of `count` lanes as many as fit into `room` cells at `LEAST` each, at least one; spare cells are shared out."""
    if not count:
        return ()
    shown = max(1, min(count, (room - 2 * MARGIN + GAP) // (LEAST + GAP)))
    first = max(0, min(first, count - shown))
    wide, rest = divmod(room - 2 * MARGIN - GAP * (shown - 1), shown)
    found, x = [], MARGIN
    for place, number in enumerate(range(first, first + shown)):
        width = max(wide + (place < rest), 1)
        found.append(Span(number, x, width))
        x += width + GAP
    return tuple(found)
