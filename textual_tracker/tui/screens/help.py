"""The help, made of the table of actions."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from textual_tracker.tui.actions import ACTIONS, BY_ID, Action
from textual_tracker.tui.widgets.ink import Piece, Role
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph, TextPane

KEY_WIDTH = 12
QUERY_FIELDS = (
    ("dana", "a word of the name, partner, phone, e-mail, tags or notes"),
    ("stage:contacted", "stage, or furthest:; several with commas"),
    ("partner:chen", "source:cpa officer:ana"),
    ("received:2026-03..", "also 2026-03-01..2026-03-31, >2026-03-01"),
    ("amount:>300000", "<, <=, >=, 200000..400000"),
    ("is:stalled", "is:open, is:at_risk; -is:stalled turns it round"),
)
SIGNS = (
    ("!", "stalled: past its limit"),
    ("·", "at risk: soon will be"),
    ("✗", "the file has an error, or cannot be read"),
)


def help_text(can: Callable[[Action], bool]) -> Iterator[Paragraph]:
    """The actions by group, the query language in short, and the signs. What cannot be done here stands back."""
    for group, members in groupby(ACTIONS, key=lambda action: action.group):
        yield from _title(group)
        for action in members:
            here = can(action)
            yield _line(action.shown_keys, action.help, KEY_WIDTH, quiet=not here)
    for title, lines in (("A query, after /", QUERY_FIELDS), ("Signs", SIGNS)):
        yield from _title(title)
        for left, right in lines:
            yield _line(left, right, max(len(word) + 2 for word, _ in lines))
    yield BLANK
    yield Paragraph((Piece("Text is selected with shift and the mouse.", "quiet"),))


def _title(text: str) -> Iterator[Paragraph]:
    yield BLANK
    yield Paragraph((Piece(text.upper(), "head"),))


def _line(left: str, right: str, room: int, *, quiet: bool = False) -> Paragraph:
    roles: tuple[Role, Role] = ("quiet", "quiet") if quiet else ("accent", "text")
    return Paragraph((Piece(left.ljust(room), roles[0]), Piece(right, roles[1])), hang=room)


class HelpScreen(ModalScreen[None]):
    """The keys, what they do, and how a query is written."""

    BINDINGS: ClassVar = [
        Binding(",".join((*BY_ID["back"].keys, *BY_ID["help"].keys, *BY_ID["quit"].keys)), "dismiss", "close"),
        Binding(",".join(BY_ID["down"].keys), "scroll(1)"),
        Binding(",".join(BY_ID["up"].keys), "scroll(-1)"),
        Binding(",".join(BY_ID["ten_down"].keys), "scroll(10)"),
        Binding(",".join(BY_ID["ten_up"].keys), "scroll(-10)"),
        Binding(",".join((*BY_ID["page_down"].keys, "space")), "page(1)"),
        Binding(",".join(BY_ID["page_up"].keys), "page(-1)"),
        Binding(",".join(BY_ID["first"].keys), "scroll(-9999)"),
        Binding(",".join(BY_ID["last"].keys), "scroll(9999)"),
    ]

    def __init__(self, can: Callable[[Action], bool]) -> None:
        super().__init__()
        self._text = tuple(help_text(can))
        self._pane = TextPane()

    def compose(self) -> ComposeResult:
        """One page of text."""
        yield self._pane

    def on_mount(self) -> None:
        """Write the page."""
        self._pane.border_title = "Keys · esc closes"
        self._pane.show("help", self._text)

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        self._pane.move(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by so many pages."""
        self._pane.move(pages * self._pane.page)
