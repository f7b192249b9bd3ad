"""Whether a change leaves a record in order: the checks of `tracker check`, made before anything is written."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

import msgspec

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.plan import FileChange
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.checks import check_journal
from textual_tracker.reading.places import place
from textual_tracker.reading.reader import read
from textual_tracker.reading.schema import Kind
from textual_tracker.store.layout import kind_of

REFUSED = "that would leave an error in the file, so nothing was written:"
SHOWN = 5
"""As many of the errors as are told."""


def judge(draft: Draft) -> tuple[Problem, ...]:
    """The warnings that the changed files would have and do not have yet.

    Raises:
        RefusedEditError: one of them would have an error that it does not have yet; the message has each with its
            place and its line as they would be.
    """
    found: list[Problem] = []
    journal = _with_new_partners(draft)
    for change in draft.changes:
        kind = kind_of(change.path)
        if change.after is not None and kind is not None:
            found += _new_problems(journal, draft.today, kind, change)
    errors = tuple(problem for problem in found if problem.severity == ERROR)
    if errors:
        raise RefusedEditError("\n".join([REFUSED, *_told(errors)]), problems=errors)
    return tuple(found)


def _with_new_partners(draft: Draft) -> Journal:
    """The journal with the partners who get a file in the same plan: whom they sent is not from anybody unknown."""
    new = [change for change in draft.changes if change.before is None and kind_of(change.path) == "partner"]
    records = [read("partner", change.path, change.after or b"").record for change in new]
    partners = {record.id: record for record in records if isinstance(record, Partner)}
    return msgspec.structs.replace(draft.journal, partners={**draft.journal.partners, **partners})


def _new_problems(journal: Journal, today: dt.date, kind: Kind, change: FileChange) -> list[Problem]:
    after = _problems(journal, today, kind, change.path, change.after or b"")
    before = () if change.before is None else _problems(journal, today, kind, change.path, change.before)
    known = Counter(map(_same, before))
    new: list[Problem] = []
    for problem in after:
        if known[_same(problem)]:
            known[_same(problem)] -= 1
        else:
            new.append(problem)
    return new


def _same(problem: Problem) -> tuple[str, str, str]:
    """What makes two problems the same, wherever in the file they stand now."""
    return problem.code, problem.field, problem.message


def _problems(journal: Journal, today: dt.date, kind: Kind, path: str, data: bytes) -> list[Problem]:
    """Those of the file by itself, and of its record beside the partners and the settings."""
    reading = read(kind, path, data)
    record = reading.record
    alone = _alone(journal, record) if isinstance(record, Referral | Partner | Day) else None
    if alone is None:
        return list(reading.problems)
    findings = [one for one in check_journal(alone, today) if one.path == path]
    return [*reading.problems, *place(findings, lambda _: data.decode("utf-8", "replace"))]


def _alone(journal: Journal, record: Referral | Partner | Day) -> Journal:
    """The journal without any other referral or day: what one change can make odd is looked for there in no time."""
    referrals = {record.id: record} if isinstance(record, Referral) else {}
    partners = {**journal.partners, record.id: record} if isinstance(record, Partner) else journal.partners
    days = {(record.officer, record.date.isoformat()): record} if isinstance(record, Day) else {}
    return msgspec.structs.replace(journal, referrals=referrals, partners=partners, days=days)


def _told(problems: Iterable[Problem]) -> Iterable[str]:
    """Each problem as `tracker check` prints it."""
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
