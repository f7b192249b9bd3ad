"""The help, made of the table of actions."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from textual_tracker.tui.actions import BY_ID, Action
from textual_tracker.tui.widgets.ink import Piece
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


def help_text(actions: Sequence[Action]) -> Iterator[Paragraph]:
    """The actions by group, the query language in short, and the signs."""
    for group, members in groupby(actions, key=lambda action: action.group):
        yield from _section(group, [(action.shown_keys, action.help) for action in members])
    yield from _section("A query, after /", QUERY_FIELDS)
    yield from _section("Signs", SIGNS)
    yield BLANK
    yield Paragraph((Piece("Text is selected with shift and the mouse.", "quiet"),))


def _section(title: str, lines: Sequence[tuple[str, str]]) -> Iterator[Paragraph]:
    wide = max(KEY_WIDTH, *(len(left) + 2 for left, _ in lines))
    yield BLANK
    yield Paragraph((Piece(title.upper(), "head"),))
    for left, right in lines:
        yield Paragraph((Piece(left.ljust(wide), "accent"), Piece(right)), hang=wide)


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

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self._actions = actions
        self._pane = TextPane()

    def compose(self) -> ComposeResult:
        """One page of text."""
        yield self._pane

    def on_mount(self) -> None:
        """Write the page."""
        self._pane.border_title = "Keys · esc closes"
        self._pane.show("help", tuple(help_text(self._actions)))

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        self._pane.move(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by so many pages."""
        self._pane.move(pages * self._pane.page)
