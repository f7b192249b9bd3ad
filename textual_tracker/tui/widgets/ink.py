"""The few ways in which text may look, by role. One accent; blue and orange, with a sign or a word beside either.

The colours are of middle brightness, so that they read on a dark terminal and on a light one: about 5:1 on black,
4:1 on white. Nothing has a background but the selected row: the terminal keeps its own.
"""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, TypeAlias

from rich.cells import cell_len
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
State: TypeAlias = Literal["", "selected", "asleep"]
"""How a line is lit; `asleep`: it is selected in a list that has not the keys now."""
LIT: Final[tuple[State, State]] = ("selected", "asleep")

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


class Ink:
    """Styles by role, with colour or without it."""

    def __init__(self, *, colour: bool) -> None:
        if colour:
            grounds = Style(color=WHITE, bgcolor=BAR), Style(color=WHITE, bgcolor=ASLEEP)
        else:
            grounds = Style(reverse=True), Style(reverse=True, dim=True)
        self._styles: dict[State, dict[Role, Style]] = {"": COLOURED if colour else COLOURLESS}
        for state, ground in zip(LIT, grounds, strict=True):
            heavy = ground + Style(bold=True)
            self._styles[state] = {role: heavy if role in HEAVY else ground for role in COLOURED}

    def style(self, role: Role, state: State = "") -> Style:
        """The style of a role; where it is lit only its weight is left of it, so that a selected row reads as one."""
        return self._styles[state][role]

    def segments(self, pieces: Iterable[Piece], state: State = "") -> list[Segment]:
        """The pieces of one line as segments, neighbours of one look joined: fewer bytes to the terminal."""
        styles = self._styles[state]
        segments: list[Segment] = []
        said, style = "", styles["text"]
        for text, role in pieces:
            if styles[role] is style:
                said += text
            elif text:
                if said:
                    segments.append(Segment(said, style))
                said, style = text, styles[role]
        if said:
            segments.append(Segment(said, style))
        return segments

    def strip(self, pieces: Iterable[Piece], room: int, state: State = "") -> Strip:
        """One whole line of `room` cells: cut, or filled up in the look of plain text."""
        segments = self.segments(pieces, state)
        used = sum(cell_len(segment.text) for segment in segments)
        if used > room:
            return Strip(segments, used).crop(0, room)
        if used < room:
            segments.append(Segment(" " * (room - used), self._styles[state]["text"]))
        return Strip(segments, room)


COLOUR: Final = Ink(colour=True)
NO_COLOUR: Final = Ink(colour=False)


def ink_of(app: App[object]) -> Ink:
    """The ink that the person's terminal asked for (NO_COLOR)."""
    return NO_COLOUR if app.no_color else COLOUR
