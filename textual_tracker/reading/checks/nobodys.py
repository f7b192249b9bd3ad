"""Records that are no officer's in a journal of several: they are in nobody's day and in nobody's numbers.

Whoever adds a second officer to a journal of one has hundreds of them, so there is one finding a kind, at `officers`.
"""

from collections.abc import Iterator

from textual_tracker.core.journal import Journal
from textual_tracker.reading.checks.finding import Finding, finding
from textual_tracker.reading.checks.hidden import is_hidden

CODE = "no_officer"
FOLDER = "activity"
SOME = 3
"""Folders that are named."""


def nobodys_records(journal: Journal) -> Iterator[Finding]:
    """How many referrals name no officer, and how many days lie in no officer's folder."""
    if not journal.settings.officers or is_hidden(journal, "officers"):
        return
    yield from _referrals(journal)
    yield from _days(journal)


def _referrals(journal: Journal) -> Iterator[Finding]:
    in_error = {problem.path for problem in journal.problems if problem.field == "officer"}
    nobodys = [one.id for one in journal.referrals.values() if not one.officer and one.path not in in_error]
    if not nobodys:
        return
    officers = journal.settings.officers
    found, first = len(nobodys), next(iter(officers))
    message = (
        "1 referral names no officer, so it is in no officer's lists and numbers"
        if found == 1
        else f"{found:,} referrals name no officer, so they are in no officer's lists and numbers"
    )
    which = "" if found == 1 else f"; tracker list -officer:{','.join(officers)} shows them all"
    hint = f"tracker set {min(nobodys)} officer={first} makes it {officers[first]}'s{which}"
    yield finding(journal.settings.path, "officers", CODE, message, hint)


def _days(journal: Journal) -> Iterator[Finding]:
    nobodys = [day.path for day in journal.days.values() if not day.officer]
    if not nobodys:
        return
    officer = next(iter(journal.settings.officers))
    found = len(nobodys)
    message = (
        "1 day of activity lies in no officer's folder, so it counts for none of them"
        if found == 1
        else f"{found:,} days of activity lie in no officer's folder, so they count for none of them"
    )
    folders = " and ".join(sorted({path.rpartition("/")[0] for path in nobodys})[:SOME])
    hint = f"move {folders} into {FOLDER}/{officer}, if they are {journal.settings.officers[officer]}'s"
    yield finding(journal.settings.path, "officers", CODE, message, hint)
