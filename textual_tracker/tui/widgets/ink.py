"""The few ways in which text may look, by role. One accent; blue and orange, with a sign or a word beside either.

The colours are of middle brightness, so that they read on a dark terminal and on a light one: about 5:1 on black,
4:1 on white. Nothing has a background but the selected row: the terminal keeps its own.
"""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.strip import Strip

Role = Literal["text", "strong", "quiet", "accent", "stalled", "risk", "fault", "head"]


class Piece(NamedTuple):
    """Text, and the role in which it is drawn."""

    text: str
    role: Role = "text"


Line: TypeAlias = tuple[Piece, ...]

ORANGE = "color(166)"
BLUE = "color(32)"
GREY = "color(244)"
BAR = "color(25)"
ASLEEP = "color(240)"
WHITE = "color(231)"

COLOURED: Final[dict[Role, Style]] = {
    "text": Style(),
    "strong": Style(bold=True),
    "quiet": Style(color=GREY),
    "accent": Style(color=BLUE, bold=True),
    "stalled": Style(color=ORANGE, bold=True),
    "risk": Style(color=BLUE),
    "fault": Style(color=ORANGE, bold=True),
    "head": Style(color=GREY),
}
COLOURLESS: Final[dict[Role, Style]] = {
    "text": Style(),
    "strong": Style(bold=True),
    "quiet": Style(dim=True),
    "accent": Style(bold=True),
    "stalled": Style(bold=True),
    "risk": Style(),
    "fault": Style(bold=True),
    "head": Style(underline=True),
}
HEAVY: Final[frozenset[Role]] = frozenset({"strong", "accent", "stalled", "fault"})
BOLD: Final = Style(bold=True)


class Ink:
    """Styles by role, with colour or without it; `asleep` is a selection in a list that has not the keys now."""

    def __init__(self, *, colour: bool) -> None:
        self._plain = COLOURED if colour else COLOURLESS
        if colour:
            self._selected = Style(color=WHITE, bgcolor=BAR)
            self._asleep = Style(color=WHITE, bgcolor=ASLEEP)
        else:
            self._selected = Style(reverse=True)
            self._asleep = Style(reverse=True, dim=True)

    def style(self, role: Role, *, selected: bool = False, asleep: bool = False) -> Style:
        """The style of a role; on the selected row only its weight is left of it, so that the row reads as one."""
        if not selected:
            return self._plain[role]
        ground = self._asleep if asleep else self._selected
        return ground + BOLD if role in HEAVY else ground

    def segments(self, pieces: Iterable[Piece], *, selected: bool = False, asleep: bool = False) -> list[Segment]:
        """The pieces of one line as segments, neighbours of one look joined: fewer bytes to the terminal."""
        joined: list[Segment] = []
        for text, role in pieces:
            if text:
                style = self.style(role, selected=selected, asleep=asleep)
                before = joined.pop().text if joined and joined[-1].style == style else ""
                joined.append(Segment(before + text, style))
        return joined

    def strip(self, pieces: Iterable[Piece], room: int, *, selected: bool = False, asleep: bool = False) -> Strip:
        """One whole line of `room` cells: cut, or filled up in the look of plain text."""
        strip = Strip(self.segments(pieces, selected=selected, asleep=asleep))
        return strip.adjust_cell_length(room, self.style("text", selected=selected, asleep=asleep))


COLOUR: Final = Ink(colour=True)
NO_COLOUR: Final = Ink(colour=False)


def ink_of(app: App[object]) -> Ink:
    """The ink that the person's terminal asked for (NO_COLOR)."""
    return NO_COLOUR if app.no_color else COLOUR
