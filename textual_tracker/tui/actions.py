"""Every action there is, as one table: it feeds the key bindings, the bar of keys, the help and the palette.

A view, or the application, carries an action out in its method `do_<id>`. An action that nothing on the screen can
carry out now does not exist for the person: no key of it does anything, and no list names it.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from textual.binding import Binding


class Action(NamedTuple):
    """Something that a person can do with a key. `keys` are those that it has unless the person chose others.

    `label` is one or two words for the bar, `help` a phrase for the help. In the bar stand those that have `rank`;
    where room is scarce, those of a high one go first.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    rank: int = 0

    @property
    def own_keys(self) -> tuple[str, ...]:
        """Its keys for the person at this screen."""
        return _CHOSEN.get(self.id, self.keys)

    @property
    def shown_key(self) -> str:
        """The key that the bar and the palette name."""
        return key_name(self.own_keys[0])

    @property
    def shown_keys(self) -> str:
        """All its keys, for the help."""
        return " ".join(key_name(key) for key in self.own_keys)


GO, MOVE, LOOK, WRITE, DO, LEAVE = "Go to", "Move", "Look", "Write", "Do", "Program"
ACTIONS: Final = (
    Action("today", ("1",), "Today", "what to do next, and the day in order", GO),
    Action("pipeline", ("2",), "Pipeline", "every open referral by stage", GO),
    Action("stalled", ("3",), "Stalled", "who waits, since when, and what to do", GO),
    Action("activity", ("4",), "Activity", "the day against its goals, the streak, the year", GO),
    Action("partners", ("5",), "Partners", "who waits for word, who went quiet, what they sent", GO),
    Action("results", ("6",), "Results", "what became of them, where they are lost, and who is behind each number", GO),
    Action("forecast", ("7",), "Forecast", "how many will close, on what that rests, how good it was", GO),
    Action("problems", ("8",), "Problems", "what is wrong in the journal's files", GO),
    Action("down", ("j", "down"), "down", "down one", MOVE),
    Action("up", ("k", "up"), "up", "up one", MOVE),
    Action("ten_down", ("J",), "ten down", "down ten", MOVE),
    Action("ten_up", ("K",), "ten up", "up ten", MOVE),
    Action("page_down", ("pagedown",), "page down", "down a page", MOVE),
    Action("page_up", ("pageup",), "page up", "up a page", MOVE),
    Action("first", ("g", "home"), "first", "to the first", MOVE),
    Action("last", ("G", "end"), "last", "to the last", MOVE),
    Action("left", ("h", "left"), "left", "board: to the column on the left; Results: back to the lines", MOVE),
    Action("right", ("l", "right"), "right", "board: to the column on the right; Results: who is behind a line", MOVE),
    Action("panes", ("tab",), "other pane", "between the list and the detail beside it", MOVE),
    Action("detail", ("enter",), "open", "open what is selected; unfold a folded line", LOOK, 3),
    Action("back", ("escape",), "back", "close what is open, else clear the query", LOOK),
    Action("find", ("/",), "find", "show only what matches a query, as you type", LOOK, 2),
    Action("queries", ("F",), "saved queries", "choose one of the journal's saved queries", LOOK),
    Action("sort", ("s",), "sort", "sort by something else; a click on a column does too", LOOK, 8),
    Action("reverse", ("S",), "reverse", "sort the other way round", LOOK),
    Action("arrange", ("b",), "arrange", "another layout: board, by rule, results, scorecards, by source …", LOOK, 7),
    Action("window", ("w",), "window", "Results: of 12 months, 90 days, this year, or of all", LOOK, 4),
    Action("partner", ("P",), "partner", "from a referral to its partner, and back", LOOK),
    Action("contact", ("c",), "contact", "log a contact, or a touch of a partner: the next key says which", WRITE, 2),
    Action("contact_note", ("C",), "contact and note", "the same, and a line for a note", WRITE),
    Action("appointment", ("a",), "appointment", "held, no-show, cancelled, or the day of a new one", WRITE),
    Action("milestone", ("p",), "milestone", "a milestone or a deadline of the loan", WRITE),
    Action("tell", ("t",), "tell", "a partner was told where things stand; with a text to send", WRITE, 2),
    Action("next_step", ("f",), "next step", "what to do next, in one line: fri collect pay stubs", WRITE),
    Action("done", ("d",), "done", "the next step is done", WRITE),
    Action("close_out", ("x",), "close out", "closed, lost with its reason, nurture; or open again", WRITE),
    Action("new_referral", ("o",), "new referral", "a new referral, in one line: Dana Ortiz 555-0142 @chen", WRITE),
    Action("count", ("+",), "count", "count one more call, follow-up, note, conversation, appointment", WRITE, 4),
    Action("undo", ("u",), "undo", "take back what was written last", WRITE),
    Action("edit", ("e",), "edit", "open the file in your editor ($VISUAL, $EDITOR), at the line", DO, 5),
    Action("copy_phone", ("y",), "copy phone", "copy the phone number", DO),
    Action("copy_id", ("Y",), "copy id", "copy the record's id", DO),
    Action("reload", ("r",), "look again", "look at the files again, without waiting for the watcher", DO),
    Action("help", ("?",), "help", "this help", LEAVE, 1),
    Action("palette", (":", "ctrl+p"), "palette", "every action, by its name", LEAVE),
    Action("quit", ("q",), "quit", "leave; nothing is lost", LEAVE, 6),
)
CLOSE: Final = "close"
"""What the key that opens is called while the page that it opened lies over the list."""
BY_ID: Final = {action.id: action for action in ACTIONS}
_CHOSEN: Final[dict[str, tuple[str, ...]]] = {}
"""The keys that the person chose, by the action's id. There is one person at one screen in a process."""
KEY_NAMES: Final = {
    "comma": ",",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "escape": "esc",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}


def choose_keys(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """From now on these actions are known by these keys, and all others by those that they always had."""
    _CHOSEN.clear()
    _CHOSEN.update(chosen)


def bindings() -> list[Binding]:
    """The table as Textual's bindings, each with the action's id, by which its keys can be changed."""
    return [
        Binding(",".join(action.keys), f"act('{action.id}')", action.label, show=False, id=action.id)
        for action in ACTIONS
    ]


def key_name(key: str) -> str:
    """A key as people know it."""
    return KEY_NAMES.get(key, key)
