"""The help: the keys, made of the table of actions; and what the numbers of the view mean."""

from collections.abc import Callable, Iterator
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from textual_tracker.analytics.definitions import definitions_of, is_defined
from textual_tracker.tui.actions import ACTIONS, BY_ID, GO, Action
from textual_tracker.tui.screens.over import Over, bound
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Piece, Role
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph, TextPane

if TYPE_CHECKING:
    from textual_tracker.tui.personal import Personal

KEY_WIDTH, WIDEST_KEYS = 12, 24
NOT_HERE = "Not here now"
"""The heading of what does nothing on the selected row of the view that is shown."""
ALSO = MappingProxyType({"results": ("diagnose",)})
"""Reports that a view shows beside its own."""
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

    What cannot be done here and now stands back, under a heading of its own.
    """
    room = max(KEY_WIDTH, *(min(width(action.shown_keys), WIDEST_KEYS) + 2 for action in ACTIONS))
    possible = [action for action in ACTIONS if can(action)]
    for group, members in groupby(possible, key=lambda action: action.group):
        yield from _title(group)
        for action in members:
            yield _line(action.shown_keys, f"{action.label}: {action.help}" if group == GO else action.help, room)
    others = [action for action in ACTIONS if action not in possible]
    if others:
        yield from _title(NOT_HERE)
        yield from (_line(action.shown_keys, action.help, room, "quiet") for action in others)
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


class Sheet(NamedTuple):
    """One of the two pages of the help: its title, what its frame says below, and the text."""

    title: str
    below: str
    text: tuple[Paragraph, ...]


class HelpScreen(Over[None]):
    """The keys, what they do, and how a query is written; behind them what the numbers of the view mean.

    The key that opens the help leads from the keys to the numbers and back; where there are no numbers it closes.
    `view` is the id of the view that is shown, and `name` what it is called.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("help", "turn"),
        bound("quit", "leave"),
        Binding("space", "page(1)", show=False),
    ]

    def __init__(
        self, can: Callable[[Action], bool], settings: "Personal | None" = None, view: str = "", name: str = ""
    ) -> None:
        self._pane = TextPane(id="over")
        super().__init__(self._pane)
        self._sheets = _sheets(tuple(help_text(can, settings))[1:], view, name)
        self._shown = 0

    def compose(self) -> ComposeResult:
        """One page of text."""
        yield self._pane

    def on_mount(self) -> None:
        """Write the page."""
        self._write()
        self._pane.focus()

    def action_turn(self) -> None:
        """Turn to the other page; where there is none, close."""
        if len(self._sheets) == 1:
            self.action_leave()
            return
        self._shown = 1 - self._shown
        self._write()

    def _write(self) -> None:
        sheet = self._sheets[self._shown]
        self._pane.border_title = sheet.title
        self._pane.border_subtitle = sheet.below
        self._pane.show(sheet.title, sheet.text)


def definitions_text(view: str) -> Iterator[Paragraph]:
    """What the numbers of a view mean, in the words of `--explain`."""
    reports = (view, *(report for report in ALSO.get(view, ()) if is_defined(report)))
    for number, definition in enumerate(each for report in reports for each in definitions_of(report)):
        if number:
            yield BLANK
        yield Paragraph((Piece(definition.term, "accent"),))
        yield Paragraph((Piece(f"  {definition.means}"),), hang=2)


def _sheets(keys: tuple[Paragraph, ...], view: str, name: str) -> tuple[Sheet, ...]:
    if not view or not is_defined(view):
        return (Sheet("Help", "esc closes", keys),)
    turns = BY_ID["help"].shown_key
    return (
        Sheet("Help", f"{turns} what the numbers mean · esc closes", keys),
        Sheet(f"{name}: what the numbers mean", f"{turns} the keys · esc closes", tuple(definitions_text(view))),
    )
