"""What the two bars say: on top the journal and its state, at the bottom the views and the keys."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual_tracker.analytics.wording import count, long_day
from textual_tracker.core.problems import ERROR
from textual_tracker.core.settings import Settings
from textual_tracker.tui.actions import ACTIONS, CLOSE, GO, Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.widgets.bar import Item
from textual_tracker.tui.widgets.ink import Piece

if TYPE_CHECKING:
    from textual_tracker.history.state import RepositoryState

JUST_NOW = 2
FEW, STEP = 10, 5
MINUTE = 60
HOUR = 60 * MINUTE
OTHER_VIEWS = 9
"""Where room is scarce, only the keys of the other views are left of their names."""


def status(
    name: str, look: Look | None, age: float, failure: str, time: dt.datetime, state: "RepositoryState | None" = None
) -> tuple[list[Item], list[Item]]:
    """The status bar: the journal, the officer, the day; the records, the problems, git, how old it is.

    `age` in seconds; `failure` says why the journal could not be looked at, or is ""; `time` is the system's; `state`
    is that of the git repository, if there is one.
    """
    journal = Item((Piece(name, "strong"),))
    if look is None:
        says = Piece(failure, "fault") if failure else Piece("reading …", "quiet")
        return [journal], [Item((says,))]
    snapshot = look.snapshot
    left = [
        journal,
        Item((Piece(_officer(snapshot.journal.settings)),), 5),
        Item((Piece(_clock(snapshot.today, time)),), 1),
    ]
    records = snapshot.journal
    right = [
        Item((Piece(count(len(snapshot.referrals), "referral"), "quiet"),), 4),
        Item((Piece(count(len(records.partners), "partner"), "quiet"),), 6),
        Item((Piece(count(len(records.days), "day"), "quiet"),), 7),
        *_problems(look),
        *([_repository(state)] if state is not None else []),
        *([Item((Piece("polling", "quiet"),), 3)] if look.polling else []),
        Item((Piece(failure, "fault"),)) if failure else Item((Piece(f"updated {ago(age)}", "quiet"),), 2),
    ]
    return left, right


def keys(current: str, can: Callable[[Action], bool], label: Callable[[Action], str]) -> tuple[list[Item], list[Item]]:
    """The bar of keys: the views, the one that is shown standing out; then what can be done here, as it is called."""
    views = [action for action in ACTIONS if action.group == GO and can(action)]
    shown = [action for action in ACTIONS if action.rank and can(action)]
    return [_view(action, action.id == current) for action in views], [_key(action, label(action)) for action in shown]


def line_keys(*, has_line: bool) -> tuple[list[Item], list[Item]]:
    """The bar while the keys belong to the lines above it: none of the others does anything then."""
    named = (("enter", "writes it"), ("esc", "leaves the line")) if has_line else (("esc", "leaves"),)
    return [Item((Piece(key), Piece(f" {label}", "quiet"))) for key, label in named], []


def ago(seconds: float) -> str:
    """`just now`, `3 s ago`, `2 min ago`, `5 h ago`; from ten seconds on in steps, for an idle screen to stay idle."""
    if seconds < JUST_NOW:
        return "just now"
    if seconds < MINUTE:
        return f"{seconds:.0f} s ago" if seconds < FEW else f"{seconds // STEP * STEP:.0f} s ago"
    return f"{seconds // MINUTE:.0f} min ago" if seconds < HOUR else f"{seconds // HOUR:.0f} h ago"


def _officer(settings: Settings) -> str:
    return settings.officer or ", ".join(settings.officers.values())


def _clock(today: dt.date, time: dt.datetime) -> str:
    """The day that everything is as of; with the time, where that day is the system's own."""
    return f"{long_day(today)} {time:%H:%M}" if time.date() == today else long_day(today)


def _problems(look: Look) -> Sequence[Item]:
    if not look.problems:
        return ()
    errors = any(problem.severity == ERROR for problem in look.problems)
    says = f"✗ {count(len(look.problems), 'problem')}"
    return (Item((Piece(says, "fault" if errors else "text"),), id="problems"),)


def _repository(state: "RepositoryState") -> Item:
    """`main`, `main +3 ↑2`, `main 1 conflict, merging`: what is not committed, and what is not pushed or pulled."""
    counts = [f"{sign}{number}" for sign, number in (("↑", state.ahead), ("↓", state.behind)) if number]
    if state.changed > state.conflicts:
        counts.insert(0, f"+{state.changed - state.conflicts}")
    trouble = ", ".join(part for part in (_conflicts(state.conflicts), state.doing) if part)
    pieces = [Piece(" ".join((state.branch or "no branch", *counts)), "quiet")]
    if trouble:
        pieces.append(Piece(f" {trouble}", "fault"))
    return Item(tuple(pieces), 2 if trouble else 3)


def _conflicts(number: int) -> str:
    return count(number, "conflict") if number else ""


def _view(action: Action, here: bool) -> Item:
    if here:
        return Item((Piece(f"{action.shown_key} {action.label}", "accent"),), id=action.id)
    key = Piece(action.shown_key)
    return Item((key, Piece(f" {action.label}", "quiet")), OTHER_VIEWS, action.id, short=(key,))


def _key(action: Action, label: str) -> Item:
    """One key; the way back from what is open stays in sight before all others."""
    pieces = Piece(action.shown_key), Piece(f" {label}", "quiet")
    return Item(pieces, 0 if label == CLOSE else action.rank - 1, action.id)
