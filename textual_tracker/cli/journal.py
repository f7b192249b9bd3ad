"""Opening the journal for a reading command, with a word on stderr about what cannot be read."""

from pathlib import Path

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import count
from textual_tracker.cli.call import Call
from textual_tracker.cli.output import Output
from textual_tracker.cli.patience import patience
from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.errors import NoJournalError
from textual_tracker.store.layout import find_journal
from textual_tracker.workspace import Workspace

NAMED = 3
"""How many files that cannot be read are named on stderr."""

_until_the_end: list[Workspace] = []
"""What was opened last: a process that is about to end need not take ten thousand records and marks apart before."""


def open_workspace(call: Call, named: Path | None = None, *, settled: bool = True, spare: int = 0) -> Workspace:
    """The journal that the call means, else the one that the file `named` lies in.

    Without `settled`, referrals that ended for good may be left out; an index from which no more than `spare` files
    differ is not written again: see `Workspace.open`. Raises NoJournalError where there is no journal.
    """
    root = _root(call, named)
    use_index = not call.parsed.flag("no_index")
    with patience(call.output, "reading the journal …"):
        workspace = Workspace.open(root, today=call.today, use_index=use_index, settled=settled, spare=spare)
    _until_the_end[:] = [workspace]
    return workspace


def _root(call: Call, named: Path | None) -> Path:
    try:
        return find_journal(call.journal, call.environ, call.here)
    except NoJournalError:
        if call.journal or named is None:
            raise
        return find_journal(None, {}, named)


def open_snapshot(call: Call, *, shows_unreadable: bool = False, settled: bool = True) -> Snapshot:
    """The journal as of the call's day. Files that cannot be read are named on stderr.

    `shows_unreadable`: the report itself begins with them, so that a terminal would show them twice. Without
    `settled`, referrals that ended for good may be left out.
    """
    journal = open_workspace(call, settled=settled).journal
    warn(call, journal, of_unreadable=not (shows_unreadable and call.output.width is not None))
    return Snapshot(journal, call.today())


def warn(call: Call, journal: Journal, *, of_unreadable: bool = True) -> None:
    """Say on stderr what is missing from the report: files that cannot be read, settings in error."""
    if journal.unreadable and of_unreadable:
        call.output.say(unreadable_sentence(journal.unreadable))
    if any(problem.path == journal.settings.path for problem in journal.problems):
        place = faulty_places(journal).get(journal.settings.path)
        if place is not None:
            call.output.say(f"settings with an error do not count: {place}")


def unreadable_sentence(unreadable: tuple[Problem, ...]) -> str:
    """`1 record cannot be read: referrals/2026/x.yaml:5`; of many the first few."""
    places = [f"{problem.path}:{problem.line}" for problem in unreadable[:NAMED]]
    more = f" and {len(unreadable) - NAMED} more; see tracker check" if len(unreadable) > NAMED else ""
    return f"{count(len(unreadable), 'record')} cannot be read: {', '.join(places)}{more}"


def print_unreadable(output: Output, journal: Journal) -> None:
    """The first rows of a report: the files that cannot be read, each with its place."""
    for problem in journal.unreadable:
        place = f"{problem.path}:{problem.line}:{problem.column}"
        output.stretches([(f"✗ {place}", "error"), (f"  cannot be read: {problem.message}", "")])


def faulty_places(journal: Journal) -> dict[str, str]:
    """For each file with an error: `path:line` of its first."""
    places: dict[str, str] = {}
    for problem in journal.problems:
        if problem.severity == "error":
            places.setdefault(problem.path, f"{problem.path}:{problem.line}")
    return places
