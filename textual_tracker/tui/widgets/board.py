"""A board of cards in lanes, drawn line by line as one widget: a card that is not on the screen costs nothing."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Region, Size
from textual.strip import Strip

from textual_tracker.tui.widgets.cells import cut, fit, plain, width
from textual_tracker.tui.widgets.ink import Line, Piece, State, ink_of
from textual_tracker.tui.widgets.lanes import Lane, Lanes, Scrolled, Span, Spot
from textual_tracker.tui.widgets.quiet_focus import QuietFocus
from textual_tracker.tui.widgets.selection import Chosen, Selected

CARD = 2
"""Lines of a card."""
HEAD = 3
"""Lines above the cards: the title, what it sums up to, and a rule."""
FOOT = 1
NOTHING = Piece("")


class Card(NamedTuple):
    """What a card says, in two lines: a mark and a title, with a number on the right; the same below without a mark.

    The text below is cut for the sake of its number, unless `whole` says that the number gives way.
    """

    mark: Piece = NOTHING
    title: Piece = NOTHING
    number: Piece = NOTHING
    below: Piece = NOTHING
    number_below: Piece = NOTHING
    whole: bool = False


CardAt = Callable[[Spot], Card]


def no_card(_spot: Spot) -> Card:
    """The card function of a board that has none."""
    return Card()


class Board(QuietFocus, can_focus=True):
    """Lanes of cards with keys, asked for one by one when they come into view; one card is selected, by its key.

    Lanes that do not fit are named at the edge, and come into view with the selection.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lanes = Lanes()
        self._card_at: CardAt = no_card
        self._notice: Sequence[Line] = ()
        self._height = 0
        self._measured = Size()
        self._covered = 0
        self._uncovered: Scrolled | None = None

    @property
    def key(self) -> str | None:
        """The key of the selected card."""
        return self._lanes.key

    @property
    def page(self) -> int:
        """How many cards of a lane are in view."""
        return self._lanes.page

    def show(self, lanes: Sequence[Lane], card_at: CardAt, notice: Sequence[Line] = ()) -> None:
        """Show these lanes; `card_at(spot)` gives one card. With no card at all the lines of `notice` are shown."""
        before = self.key
        self._card_at, self._notice = card_at, notice
        self._lanes.replace(lanes)
        self._measure()
        self.refresh()
        if self.key != before:
            self.post_message(Selected(self.key))

    def select(self, key: str) -> None:
        """Select the card of this key, if there is one."""
        self._choose(self._lanes.find(key))

    @property
    def chosen(self) -> str | None:
        """The key that a person chose; `None` where nobody has chosen yet."""
        return self._lanes.wanted

    def wish(self, key: str) -> None:
        """Select the card of this key, now or as soon as there is one."""
        spot = self._lanes.find(key)
        if spot is None:
            self._lanes.wish(key)
        else:
            self._choose(spot)

    def rename(self, renamed: Mapping[str, str]) -> None:
        """Follow keys that are others now; the cards that have them come with the next `show`."""
        self._lanes.rename(renamed)

    def move(self, cards: int) -> None:
        """Move the selection by so many cards within its lane."""
        spot = self._lanes.spot
        self._choose(spot and Spot(spot.lane, spot.card + cards))

    def first(self) -> None:
        """Select the first card of the lane."""
        spot = self._lanes.spot
        self._choose(spot and Spot(spot.lane, 0))

    def last(self) -> None:
        """Select the last card of the lane."""
        spot = self._lanes.spot
        self._choose(spot and Spot(spot.lane, len(self._lanes.lanes[spot.lane].keys)))

    def across(self, step: int) -> None:
        """Go to the next lane with cards on the right (1) or on the left (-1), at the same height."""
        self._choose(self._lanes.beside(step))

    def cover(self, line: int) -> None:
        """Something lies over the screen from `line` on: the selected card is seen above it, for as long as it does."""
        covered = max(self.region.bottom - line, 0) if self.region else 0
        if covered == self._covered:
            return
        before = self._lanes.scrolled, self._height
        if self._uncovered is None:
            self._uncovered = self._lanes.scrolled
        self._covered = covered
        self._lanes.scroll_back(self._uncovered)
        if not covered:
            self._uncovered = None
        self._measure()
        if (self._lanes.scrolled, self._height) != before:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the widget, across all lanes in view."""
        if self._measured != self.size:
            self._measure()  # painted with the layout: the news of the new size comes a frame later
        ink, room, head = ink_of(self.app), self._lanes.room, self._head
        if self._lanes.spot is None and self._notice and y >= head:
            number = y - head
            return ink.strip((Piece(" "), *(self._notice[number] if number < len(self._notice) else ())), room)
        if y < head - HEAD:
            return ink.strip(self._out_of_view(), room)
        segments: list[Segment] = []
        used = 0
        for span in self._lanes.spans():
            segments.append(Segment(" " * (span.x - used)))
            segments += self._in_lane(span, y)
            used = span.x + span.width
        segments.append(Segment(" " * (room - used)))
        return Strip(segments, room)

    def on_resize(self, _event: Resize) -> None:
        """Choose the lanes that fit."""
        if self._measured != self.size:
            self._measure()
            self.refresh()

    def on_focus(self) -> None:
        """The selected card wakes up."""
        self._refresh_card(self._lanes.spot)

    def on_blur(self) -> None:
        """The selected card falls asleep."""
        self._refresh_card(self._lanes.spot)

    def on_click(self, event: Click) -> None:
        """A click selects a card; on the selected card it chooses it."""
        span = self._span_under(event.x)
        if span is None or not self._head <= event.y < self._height - FOOT:
            return
        spot = Spot(span.number, self._lanes.top_of(span.number) + (event.y - self._head) // CARD)
        if spot.card < len(self._lanes.lanes[span.number].keys):
            if spot == self._lanes.spot:
                self.post_message(Chosen(self.key))
            self._choose(spot)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel scrolls the lane under the pointer."""
        self._scroll(event.x, 1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel scrolls the lane under the pointer."""
        self._scroll(event.x, -1)

    @property
    def _head(self) -> int:
        """Lines above the cards: one more, to name the lanes that are out of view."""
        return HEAD + (len(self._lanes.spans()) < len(self._lanes.lanes))

    def _measure(self) -> None:
        self._measured, self._lanes.room = self.size, self.size.width
        self._share(self.size.height)
        spot = self._lanes.spot
        if spot is not None and self._covered:
            below = self._head + (spot.card - self._lanes.top_of(spot.lane) + 1) * CARD
            if below > self.size.height - self._covered:
                self._share(self.size.height - self._covered)

    def _share(self, height: int) -> None:
        """Share out so many lines: as many cards as fit, the selected one among them."""
        self._height = height
        self._lanes.page = max((height - self._head - FOOT) // CARD, 1)
        self._lanes.keep_in_view()

    def _choose(self, spot: Spot | None) -> None:
        before, scrolled = self._lanes.spot, self._lanes.scrolled
        if spot is None:
            return
        self._lanes.choose(spot)
        if self._lanes.spot == before:
            return
        if self._lanes.scrolled != scrolled:
            self.refresh()
        else:
            self._refresh_card(before)
            self._refresh_card(self._lanes.spot)
        self.post_message(Selected(self.key))

    def _scroll(self, x: int, cards: int) -> None:
        span = self._span_under(x)
        if span is not None:
            self._lanes.scroll(span.number, cards)
            self.refresh()

    def _span_under(self, x: int) -> Span | None:
        return next((span for span in self._lanes.spans() if span.x <= x < span.x + span.width), None)

    def _refresh_card(self, spot: Spot | None) -> None:
        """Draw a card again, and the head of its lane, which is lit while the selection is in it."""
        for span in self._lanes.spans():
            if spot is not None and span.number == spot.lane:
                line = self._head + (spot.card - self._lanes.top_of(spot.lane)) * CARD
                title = Region(span.x, self._head - HEAD, span.width, 1)
                self.refresh(Region(span.x, line, span.width, CARD), title)

    def _out_of_view(self) -> Line:
        """The lanes that are out of view, named at the edge where they are."""
        lanes, shown = self._lanes.lanes, [span.number for span in self._lanes.spans()]
        left, right = (
            " · ".join(f"{lane.title} {len(lane.keys)}" for lane in hidden)
            for hidden in (lanes[: shown[0]], lanes[shown[-1] + 1 :])
        )
        left, right = f" ‹ {left}" if left else "", f"{right} › " if right else ""
        right = cut(right, max(self._lanes.room - width(left) - 2, 0))
        space = " " * (self._lanes.room - width(left) - width(right))
        return Piece(left, "quiet"), Piece(space), Piece(right, "quiet")

    def _in_lane(self, span: Span, y: int) -> list[Segment]:
        ink, count = ink_of(self.app), len(self._lanes.lanes[span.number].keys)
        line = y - self._head
        if line < 0:
            return ink.segments(self._head_line(span, line + HEAD))
        top, page = self._lanes.top_of(span.number), self._lanes.page
        spot = Spot(span.number, top + line // CARD)
        if y == self._height - FOOT:
            below = count - top - page
            return ink.segments((Piece(_rule("↓", below, span.width) if below > 0 else " " * span.width, "quiet"),))
        if line // CARD >= page or spot.card >= count:
            return ink.segments((Piece(" " * span.width),))
        pieces = _card_line(self._card_at(spot), line % CARD, span.width)
        state: State = "" if spot != self._lanes.spot else "selected" if self.has_focus else "asleep"
        return ink.segments(pieces, state)

    def _head_line(self, span: Span, line: int) -> Line:
        lane, spot = self._lanes.lanes[span.number], self._lanes.spot
        if line == 0:
            here = spot is not None and spot.lane == span.number
            return (Piece(fit(lane.title, span.width), "accent" if here else "strong"),)
        if line == 1:
            return (Piece(fit(lane.note, span.width), "quiet"),)
        return (Piece(_rule("↑", self._lanes.top_of(span.number), span.width), "quiet"),)


def _rule(arrow: str, hidden: int, room: int) -> str:
    """A line across a lane that says how many cards lie beyond it."""
    says = f" {arrow} {hidden} " if hidden > 0 else ""
    return cut(says.center(room, "─"), room)


def _card_line(card: Card, line: int, room: int) -> Line:
    if line == 0:
        sign = fit(card.mark.text, max(width(card.mark.text), 1)) + " "
        return (Piece(sign, card.mark.role), *_sides(card.title, card.number, room - width(sign)))
    gives_way = card.whole and width(plain(card.below.text)) + 1 + width(card.number_below.text) > room - 2
    return (Piece("  "), *_sides(card.below, NOTHING if gives_way else card.number_below, room - 2))


def _sides(left: Piece, right: Piece, room: int) -> Line:
    """A text on the left, cut where it must be, and a number on the right."""
    number = cut(plain(right.text), max(room // 2, 0))
    number = f" {number}" if number else ""
    return Piece(fit(plain(left.text), max(room - width(number), 0)), left.role), Piece(number, right.role)
