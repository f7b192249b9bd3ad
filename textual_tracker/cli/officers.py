"""Whose day it is: an officer by id or name, or somebody whom a next step names."""

from textual_tracker.analytics.naming import plain
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.errors import NotOneRecordError


def officer_named(snapshot: Snapshot, typed: str) -> str:
    """The officer's id, or in a journal of one officer the name; else the name as next steps write it.

    Raises NotOneRecordError where nobody, or more than one officer, is called that.
    """
    settings = snapshot.journal.settings
    wanted = plain(typed)
    officers = settings.officers
    exact = [officer for officer in officers if plain(officer) == wanted]
    fitting = exact or [one for one, name in officers.items() if wanted in plain(one) or wanted in plain(name)]
    if len(fitting) > 1:
        raise NotOneRecordError(f'"{typed}" is more than one officer: {", ".join(fitting)}')
    if fitting:
        return fitting[0]
    named = {step.who for referral in snapshot.referrals if (step := referral.next_step) is not None and step.who}
    for name in sorted(named):
        if plain(name) == wanted:
            return name
    if wanted in plain(settings.officer).split() or wanted == plain(settings.officer):
        return typed
    people = sorted({*officers, *named, *([settings.officer] if settings.officer else [])})
    known = f"; there are {', '.join(people)}" if people else "; journal.yaml names no officer"
    raise NotOneRecordError(f'nobody here is called "{typed}"{known}')
