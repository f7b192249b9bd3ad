"""Whom a command that writes means: the record that its words name, in the journal that it is written into."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from textual_tracker.analytics.naming import find_referral
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.split import Names, Split, choose
from textual_tracker.core.letters import listed
from textual_tracker.core.records import Referral
from textual_tracker.errors import NotOneRecordError, UsageError
from textual_tracker.workspace import Workspace

T = TypeVar("T")
R = TypeVar("R")

SPARE = 50
"""As many files may have changed since the index was written without its being written again by a command that writes:
the next one that reads a whole journal does."""


class Meant(Struct, Generic[R, T], frozen=True):
    """The record, what was typed after its name, and the journal as of the call's day.

    Settled referrals may be missing from the journal, unless it was asked for whole.
    """

    workspace: Workspace
    snapshot: Snapshot
    record: R
    rest: T


def meant(
    call: Call,
    ways: Sequence[Split[T]],
    find: Callable[[Snapshot, str], R],
    *,
    whole: bool = False,
    instead: Callable[[Names], str] = lambda _: "",
) -> Meant[R, T]:
    """The record that the words name, taken apart in one of these ways.

    `instead` gives a sentence for words that name nobody because something else is wrong, "" where nothing is.
    Raises NotOneRecordError where they name none or several, UsageError for an empty name, and NoJournalError.
    """
    for one in ways:
        if not one.name.strip(
            " @"
        ):  # "" is a part of every name, and where there is one record alone it would be that one
            raise UsageError("whom? the name is empty")
    workspace = open_workspace(call, settled=whole, spare=SPARE)
    left_out = workspace.names_left_out
    way = ways[0] if len(ways) == 1 else choose(ways, Names(listed(_names(workspace)) + left_out))
    if Names(left_out).anyone(way.name):
        workspace = open_workspace(call)
    snapshot = Snapshot(workspace.journal, call.today())
    try:
        record = find(snapshot, way.name)
    except NotOneRecordError:
        names = Names(listed(_names(workspace)) + left_out)
        sentence = "" if names.anyone(way.name) else instead(names)
        if sentence:
            raise UsageError(sentence) from None
        raise
    return Meant(workspace, snapshot, record, way.rest)


def named(call: Call, find: Callable[[Snapshot, str], R], *, whole: bool = False) -> Meant[R, None]:
    """The record that all of the words name."""

    def instead(names: Names) -> str:
        from textual_tracker.cli.misplaced import behind_name  # noqa: PLC0415 - only where a name is nobody's

        return behind_name(call, names)

    return meant(call, [Split(" ".join(call.words), None)], find, whole=whole, instead=instead)


def named_referral(call: Call) -> Meant[Referral, None]:
    """The referral that all of the words name."""
    return named(call, find_referral)


def _names(workspace: Workspace) -> list[tuple[str, str]]:
    journal = workspace.journal
    return [(one.id, one.name) for kind in (journal.referrals, journal.partners) for one in kind.values()]
