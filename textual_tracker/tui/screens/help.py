"""The help, made of the table of actions."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from textual_tracker.tui.actions import ACTIONS, BY_ID, GO, Action
from textual_tracker.tui.screens.over import Over, bound
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Piece, Role
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph, TextPane

if TYPE_CHECKING:
    from textual_tracker.tui.personal import Personal

KEY_WIDTH, WIDEST_KEYS = 12, 24
QUERY_FIELDS = (
    ("dana", "a word of the name, partner, phone, e-mail, tags or notes"),
    ("stage:contacted", "stage, or furthest:; several with commas"),
    ("partner:chen", "source:cpa officer:ana"),
    ("received:2026-03..", "also 2026-03-01..2026-03-31, >2026-03-01"),
    ("amount:>300000", "<, <=, >=, 200000..400000"),
    ("is:stalled", "is:open, is:at_risk; -is:stalled turns it round"),
)
SIGNS: tuple[tuple[str, str, Role], ...] = (
    ("!", "stalled: past its limit; in orange", "stalled"),
    ("·", "at risk: soon will be; in blue", "risk"),
    ("✗", "the file has an error, or cannot be read; in orange", "fault"),
)


def help_text(can: Callable[[Action], bool], settings: "Personal | None" = None) -> Iterator[Paragraph]:
    """The actions by group, the query language in short, the signs, the person's settings.

    What cannot be done here stands back.
    """
    room = max(KEY_WIDTH, *(min(width(action.shown_keys), WIDEST_KEYS) + 2 for action in ACTIONS))
    for group, members in groupby(ACTIONS, key=lambda action: action.group):
        yield from _title(group)
        for action in members:
            does = f"{action.label}: {action.help}" if group == GO else action.help
            yield _line(action.shown_keys, does, room, "accent" if can(action) else "quiet")
    yield from _title(f"A query, after {BY_ID['find'].shown_key}")
    for left, right in QUERY_FIELDS:
        yield _line(left, right, max(len(word) + 2 for word, _ in QUERY_FIELDS))
    yield from _title("Signs and colours")
    for sign, means, role in SIGNS:
        yield _line(sign, means, 3, role)
    yield from _title("Your own keys")
    yield from _settings(settings)
    yield BLANK
    yield Paragraph((Piece("Text is selected with shift and the mouse. ctrl+q always leaves.", "quiet"),))


def _settings(settings: "Personal | None") -> Iterator[Paragraph]:
    """Where the person's settings lie, and what is wrong with them."""
    if settings is None or not settings.path:
        yield Paragraph((Piece("There is no place for settings here: no home folder was found.", "quiet"),))
        return
    says = "are read from" if settings.written else "would be read from"
    yield Paragraph((Piece(f"Settings {says} "), Piece(settings.path, "strong"), Piece(" when the program starts:")))
    yield Paragraph((Piece("  keys: {find: ctrl+f, down: [n, ↓]}", "quiet"),))
    more = "docs/screen.md has the names of the actions and the other settings; so has `tracker schema config`."
    yield Paragraph((Piece(more, "quiet"),))
    for remark in settings.remarks:
        yield Paragraph((Piece("✗ ", "fault"), Piece(remark.sentence)), hang=2)


def _title(text: str) -> Iterator[Paragraph]:
    yield BLANK
    yield Paragraph((Piece(text.upper(), "head"),))


def _line(left: str, right: str, room: int, role: Role = "accent") -> Paragraph:
    space = " " * max(room - width(left), 1)
    return Paragraph((Piece(left + space, role), Piece(right, "quiet" if role == "quiet" else "text")), hang=room)


class HelpScreen(Over[None]):
    """The keys, what they do, and how a query is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("help", "leave"),
        bound("quit", "leave"),
        Binding("space", "page(1)", show=False),
    ]

    def __init__(self, can: Callable[[Action], bool], settings: "Personal | None" = None) -> None:
        self._pane = TextPane(id="over")
        super().__init__(self._pane)
        self._text = tuple(help_text(can, settings))[1:]

    def compose(self) -> ComposeResult:
        """One page of text."""
        yield self._pane

    def on_mount(self) -> None:
        """Write the page."""
        self._pane.border_title = "Help"
        self._pane.border_subtitle = "esc closes"
        self._pane.show("help", self._text)
        self._pane.focus()
