"""Whether a change leaves a record in order: the checks of `tracker check`, made before anything is written."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.plan import FileChange
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.checks import check_journal
from textual_tracker.reading.checks.duplicates import duplicates_of, is_another
from textual_tracker.reading.places import place
from textual_tracker.reading.reader import read
from textual_tracker.store.layout import kind_of

REFUSED = "that would leave an error in the file, so nothing was written:"
SHOWN = 5
"""As many of the errors as are told."""


def judge(draft: Draft, everybody: Callable[[], Journal] | None = None) -> tuple[Problem, ...]:
    """The warnings that the changed files would have and do not have yet.

    `everybody` gives the journal with all referrals, for where that of the draft is without the settled ones.

    Raises:
        RefusedEditError: one of them would have an error that it does not have yet; the message has each with its
            place and its line as they would be.
    """
    journal = _with_new_partners(draft)
    found = [problem for change in draft.changes for problem in compared(journal, draft.today, change, everybody).new]
    errors = tuple(problem for problem in found if problem.severity == ERROR)
    if errors:
        raise RefusedEditError("\n".join([REFUSED, *told(errors)]), problems=errors)
    return tuple(found)


class Compared(NamedTuple):
    """The problems that a changed file has: those that are new, and those that it had before."""

    new: tuple[Problem, ...]
    old: tuple[Problem, ...]


def compared(
    journal: Journal, today: dt.date, change: FileChange, everybody: Callable[[], Journal] | None = None
) -> Compared:
    """The problems of a file as it is after a change; a file that is no record, or gone, has none.

    Likely duplicates are looked for only where the change makes somebody else of a referral: among all of `everybody`.
    Of a new referral they were asked about.
    """
    if change.after is None or kind_of(change.path) is None:
        return Compared((), ())
    before = _Judged() if change.before is None else _judged(journal, today, change.path, change.before)
    after = _judged(journal, today, change.path, change.after)
    both = before.record, after.record
    if isinstance(both[0], Referral) and isinstance(both[1], Referral) and is_another(both[0], both[1]):
        others = (journal if everybody is None else everybody()).referrals.values()
        before, after = before.beside(others), after.beside(others)
    return _apart(before.problems, after.problems)


def _apart(before: Iterable[Problem], after: Iterable[Problem]) -> Compared:
    """The problems that there are after a change: the new ones, and those of before."""
    known = Counter(map(_same, before))
    new: list[Problem] = []
    old: list[Problem] = []
    for problem in after:
        if known[_same(problem)]:
            known[_same(problem)] -= 1
            old.append(problem)
        else:
            new.append(problem)
    return Compared(tuple(new), tuple(old))


def problems_of(journal: Journal, today: dt.date, path: str, data: bytes) -> list[Problem]:
    """Those of the file at `path` that holds `data`: by itself, and of its record beside the partners and the settings.

    A file that is no record has none.
    """
    return list(_judged(journal, today, path, data).problems)


class _Judged(NamedTuple):
    """A text, its record if it makes one, and its problems."""

    data: bytes = b""
    record: object = None
    problems: tuple[Problem, ...] = ()

    def beside(self, others: Iterable[Referral]) -> "_Judged":
        """The same, with the likely duplicates of a referral among the others."""
        found = duplicates_of(self.record, others) if isinstance(self.record, Referral) else ()
        return self._replace(problems=(*self.problems, *place(found, lambda _: self.data.decode("utf-8", "replace"))))


def _judged(journal: Journal, today: dt.date, path: str, data: bytes) -> _Judged:
    kind = kind_of(path)
    if kind is None:
        return _Judged()
    reading = read(kind, path, data)
    record = reading.record
    alone = _alone(journal, record) if isinstance(record, Referral | Partner | Day) else None
    if alone is None:
        return _Judged(data, record, reading.problems)
    findings = [one for one in check_journal(alone, today) if one.path == path]
    return _Judged(data, record, (*reading.problems, *place(findings, lambda _: data.decode("utf-8", "replace"))))


def _with_new_partners(draft: Draft) -> Journal:
    """The journal with the partners who get a file in the same plan: whom they sent is not from anybody unknown."""
    new = [change for change in draft.changes if change.before is None and kind_of(change.path) == "partner"]
    records = [read("partner", change.path, change.after or b"").record for change in new]
    partners = {record.id: record for record in records if isinstance(record, Partner)}
    return msgspec.structs.replace(draft.journal, partners={**draft.journal.partners, **partners})


def _same(problem: Problem) -> tuple[str, str, str]:
    """What makes two problems the same, wherever in the file they stand now."""
    return problem.code, problem.field, problem.message


def _alone(journal: Journal, record: Referral | Partner | Day) -> Journal:
    """The journal without any other referral or day: what one change can make odd is looked for there in no time."""
    referrals = {record.id: record} if isinstance(record, Referral) else {}
    partners = {**journal.partners, record.id: record} if isinstance(record, Partner) else journal.partners
    days = {(record.officer, record.date.isoformat()): record} if isinstance(record, Day) else {}
    return msgspec.structs.replace(journal, referrals=referrals, partners=partners, days=days)


def told(problems: Iterable[Problem]) -> Iterable[str]:
    """The first few problems, each as `tracker check` prints it."""
    for problem in list(problems)[:SHOWN]:
        place = f"{problem.path}:{problem.line}:{problem.column}"
        yield f"{place}: {problem.severity}: {problem.message} [{problem.code}]"
        if problem.excerpt:
            number = f"  {problem.line} | "
            margin = " " * (len(number) - 2) + "| " + " " * (problem.excerpt_column - 1)
            yield number + problem.excerpt
            yield f"{margin}{'^' * max(problem.width, 1)} {problem.hint}".rstrip()
        elif problem.hint:
            yield f"    {problem.hint}"
