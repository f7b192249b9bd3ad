"""Whose day it is: an officer by id or name, or somebody whom a next step names."""

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.call import Call
from textual_tracker.core.letters import plain
from textual_tracker.core.settings import Settings
from textual_tracker.errors import NotOneRecordError, UsageError

VARIABLE = "TRACKER_OFFICER"


def said_officer(call: Call, settings: Settings) -> str | None:
    """Who did it, as `--by` says: the id of an officer, in a journal of one officer any name.

    Raises NotOneRecordError where a shared journal knows no such officer, or several.
    """
    typed = call.parsed.value("by")
    return _id_of(typed, settings) if typed else None


def acting_officer(call: Call, settings: Settings, *, of: str | None = None) -> str | None:
    """The same, else in a shared journal whoever `$TRACKER_OFFICER` names; None where the record is theirs (`of`)."""
    said = said_officer(call, settings)
    named = call.environ.get(VARIABLE, "")
    if said is not None or not named or not settings.officers:
        return said
    found = _id_of(named, settings)
    return None if found == of else found


def whose_day(call: Call, settings: Settings) -> str:
    """Whose activity is meant: the officer's id, "" in a journal of one.

    Raises UsageError where nothing says whose it is, or a journal of one is asked for somebody's.
    """
    officer = acting_officer(call, settings)
    if not settings.officers:
        if officer is not None:
            raise UsageError("this journal is one officer's, so there is no day of anybody else; leave --by out")
        return ""
    if officer is None:
        raise UsageError(f"whose day is it? give --by, or set ${VARIABLE}: {_listed(settings)}")
    return officer


def known_officer(typed: str, settings: Settings) -> str:
    """The officer's id, where `typed` names one; else what was typed: a next step may be anybody's."""
    try:
        return _id_of(typed, settings)
    except NotOneRecordError:
        return typed


def _id_of(typed: str, settings: Settings) -> str:
    wanted = plain(typed)
    officers = settings.officers
    if not officers:
        return typed
    exact = [officer for officer in officers if plain(officer) == wanted]
    fitting = exact or [one for one, name in officers.items() if wanted in plain(one) or wanted in plain(name)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise NotOneRecordError(f'"{typed}" is more than one officer: {", ".join(fitting)}')
    raise NotOneRecordError(f'there is no officer "{typed}" in journal.yaml; there are {_listed(settings)}')


def asked_who(call: Call) -> str | None:
    """Whom `--who` names, as typed; `None`: everybody. Raises UsageError for an empty name."""
    typed = call.parsed.value("who")
    if typed is not None and not typed.strip():
        raise UsageError("--who takes the name of an officer; leave it out for everybody")
    return typed


def officer_id(settings: Settings, typed: str) -> str | None:
    """The id of the officer who is called that; in a journal of one, `None` for that one.

    Raises NotOneRecordError where nobody, or more than one officer, is called that.
    """
    if settings.officers:
        return _id_of(typed, settings)
    if plain(typed) in {plain(settings.officer), *plain(settings.officer).split()}:
        return None
    whose = f"{settings.officer}'s" if settings.officer else "one officer's"
    raise NotOneRecordError(f'this journal is {whose}; there is nobody called "{typed}"')


def _listed(settings: Settings) -> str:
    return ", ".join(f"{one} ({name})" for one, name in settings.officers.items())


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
