"""The few ways in which text may look, by role. One accent; blue and orange, with a sign or a word beside either.

Nothing has a background but the selected row: the terminal keeps its own. Which it is, bright or dark, no terminal
tells in a way that can be relied on; so the colours are of middle brightness, and read at 4:1 or better on black and
on white. Who says that theirs is one or the other gets colours that read better there.
"""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, TypeAlias

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.strip import Strip

from textual_tracker.tui.widgets.cells import ELLIPSIS, cut, width

Role = Literal["text", "strong", "quiet", "accent", "stalled", "risk", "fault", "head"]


class Piece(NamedTuple):
    """Text, and the role in which it is drawn."""

    text: str
    role: Role = "text"


Line: TypeAlias = tuple[Piece, ...]
State: TypeAlias = Literal["", "selected", "asleep"]
"""How a line is lit; `asleep`: it is selected in a list that has not the keys now."""
LIT: Final[tuple[State, State]] = ("selected", "asleep")


class Palette(NamedTuple):
    """The numbers of the colours, among the 256 of a terminal."""

    orange: int
    blue: int
    grey: int


PALETTES: Final = {"auto": Palette(130, 31, 243), "dark": Palette(208, 39, 246), "light": Palette(130, 25, 241)}
"""For a background that is not known, a dark one, and a bright one."""
BAR, ASLEEP, WHITE = 25, 240, 231
"""The ground of the selected row, while its list has the keys and while it has not; and what is written on it."""

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


def coloured(palette: Palette) -> dict[Role, Style]:
    """How each role looks in these colours."""
    orange, blue, grey = (_style(number) for number in palette)
    heavy = Style(bold=True)
    return {
        "text": Style(),
        "strong": heavy,
        "quiet": grey,
        "accent": blue + heavy,
        "stalled": orange + heavy,
        "risk": blue,
        "fault": orange + heavy,
        "head": grey,
    }


def _style(number: int, ground: int | None = None) -> Style:
    return Style(color=f"color({number})", bgcolor=None if ground is None else f"color({ground})")


class Ink:
    """Styles by role, in the colours of a palette or without any."""

    def __init__(self, palette: Palette | None) -> None:
        if palette is not None:
            grounds = _style(WHITE, BAR), _style(WHITE, ASLEEP)
        else:
            grounds = Style(reverse=True), Style(reverse=True, dim=True)
        styles = COLOURLESS if palette is None else coloured(palette)
        self._styles: dict[State, dict[Role, Style]] = {"": styles}
        for state, ground in zip(LIT, grounds, strict=True):
            heavy = ground + Style(bold=True)
            self._styles[state] = {role: heavy if role in HEAVY else ground for role in styles}

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
        """One whole line of `room` cells: cut with an ellipsis, or filled up in the look of plain text."""
        segments = self.segments(pieces, state)
        used = sum(width(segment.text) for segment in segments)
        if used > room:
            segments = _cut(segments, room)
            used = sum(width(segment.text) for segment in segments)
        if used < room:
            segments.append(Segment(" " * (room - used), self._styles[state]["text"]))
        return Strip(segments, room)


def _cut(segments: Iterable[Segment], room: int) -> list[Segment]:
    """The segments in at most `room` cells; the last of them says that there was more."""
    kept: list[Segment] = []
    left = room
    for segment in segments:
        used = width(segment.text)
        if used >= left:  # what follows does not fit, be it only a blank
            kept.append(Segment(cut(segment.text + ELLIPSIS, left), segment.style))
            break
        kept.append(segment)
        left -= used
    return kept


INKS: Final = {name: Ink(palette) for name, palette in PALETTES.items()}
NO_COLOUR: Final = Ink(None)


def ink_of(app: App[object]) -> Ink:
    """The ink that the person's terminal asked for (NO_COLOR), and the person, by the application's `brightness`."""
    return NO_COLOUR if app.no_color else INKS[getattr(app, "brightness", "auto")]


def css_variables(brightness: str) -> dict[str, str]:
    """The same colours for borders and scrollbars: `$rule`, `$bright` and `$alarm`."""
    orange, blue, grey = PALETTES[brightness]
    names = {"rule": grey, "bright": blue, "alarm": orange}
    return {name: Color.from_ansi(number).get_truecolor().hex for name, number in names.items()}
