"""What a key of writing leads to: something written at once, keys to choose from, or a line to type."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.tui.widgets.strip import Option

if TYPE_CHECKING:
    from textual_tracker.editing.draft import Action

Seen: TypeAlias = Referral | Partner | Day


class Write(NamedTuple):
    """Write this. `seen` are records that must be as they were on the screen, because something in them is replaced.

    `line`: where it was typed. `parts` names the fields of those records that are replaced; none: all of them.
    """

    action: "Action"
    seen: Sequence[Seen] = ()
    line: "Ask | None" = None
    parts: Sequence[str] = ()


class Undo(NamedTuple):
    """Take back what was written last."""


class Copy(NamedTuple):
    """Copy this text, and leave the keys as they are."""

    text: str


class Later(NamedTuple):
    """A step that takes long to know: it is found out when it is taken."""

    find: "Callable[[], Known]"


class Choice(NamedTuple):
    """A key, what it is called, and what it leads to."""

    key: str
    label: str
    step: "Step"
    short: str = ""

    @property
    def option(self) -> Option:
        """As the strip names it."""
        return Option(self.key, self.label, self.short)


class Choose(NamedTuple):
    """Keys to choose from, `title` says for whom. `quoted` is a text to read first.

    `begin` gives what a key leads to that is none of the choices, such as a digit that begins a date; `None` where it
    leads nowhere. `leave` is what leaving leads to, where something was typed before.
    """

    title: str
    choices: Sequence[Choice]
    quoted: str = ""
    begin: "Callable[[str], Step | None]" = lambda _: None
    leave: "Step | None" = None


class Echo(NamedTuple):
    """What a line says so far: in words, what enter will do; `None`: nothing yet, and `text` says what is wrong."""

    text: str
    step: "Step | None" = None


class Offer(NamedTuple):
    """Something to choose while typing: `text` is what it would be if it were typed; `group` is its heading."""

    text: str
    label: str
    group: str = ""


class Ask(NamedTuple):
    """A line to type, begun with `text`; `read` says what it means so far, `example` is shown while there is nothing.

    `offers` gives what may be chosen of what is typed so far, the best first. `wrong` is why it came back.
    """

    title: str
    example: str
    read: Callable[[str], Echo]
    text: str = ""
    offers: "Callable[[str], Sequence[Offer]] | None" = None
    wrong: str = ""


Known: TypeAlias = Write | Undo | Copy | Choose | Ask
Step: TypeAlias = Known | Later
