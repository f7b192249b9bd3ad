"""Naming a record: by its id, or by a part of its id or of its name that only it has."""

from collections.abc import Callable, Sequence

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import long_day
from textual_tracker.core.called import PARTNER_SIGN, Named, Record, called, partner_called, which_one
from textual_tracker.core.letters import plain
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.stages import ENDINGS
from textual_tracker.errors import NotOneRecordError

__all__ = ["PARTNER_SIGN", "find_partner", "find_record", "find_referral", "partners_named"]


def find_referral(snapshot: Snapshot, typed: str) -> Referral:
    """The referral that `typed` names; an exact id wins over parts, even that of one who had not come yet.

    Raises NotOneRecordError where it names none or several; then the message lists them.
    """
    exact = snapshot.find(typed)
    if exact is not None:
        return exact
    if typed in snapshot.journal.referrals:
        raise NotOneRecordError(_no_referral(snapshot, typed))
    fitting = called(snapshot.referrals, typed)
    return _only(typed, fitting, "referrals", lambda: _no_referral(snapshot, typed))


def find_partner(snapshot: Snapshot, typed: str) -> Partner:
    """The partner that `typed` names, with or without an `@`; raises the same."""
    found = partner_called(snapshot.journal, typed)
    if found is None:
        raise NotOneRecordError(f'no partner is named "{typed.removeprefix(PARTNER_SIGN)}"')
    return found


def find_record(snapshot: Snapshot, typed: str) -> Named:
    """The referral or the partner that `typed` names; after an `@` only a partner. Raises the same."""
    if typed.startswith(PARTNER_SIGN):
        return find_partner(snapshot, typed)
    exact = snapshot.find(typed) or snapshot.journal.partners.get(typed)
    if exact is not None:
        return exact
    if typed in snapshot.journal.referrals:
        raise NotOneRecordError(_no_referral(snapshot, typed))
    fitting: list[Named] = [*called(snapshot.referrals, typed), *partners_named(snapshot, typed)]
    return _only(typed, fitting, "records", lambda: _nobody(snapshot, typed))


def partners_named(snapshot: Snapshot, typed: str) -> list[Partner]:
    """Every partner with this in the id or the name."""
    return called(snapshot.journal.partners.values(), typed)


def _only(typed: str, fitting: Sequence[Record], kind: str, nobody: Callable[[], str]) -> Record:
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise NotOneRecordError(nobody())
    raise NotOneRecordError(which_one(typed, sorted(fitting, key=_has_ended), kind))


def _no_referral(snapshot: Snapshot, typed: str) -> str:
    partner = next(iter(partners_named(snapshot, typed)), None)
    if partner is not None and _unreadable(snapshot, typed) is None:
        return f'no referral is named "{typed}", but a partner is: tracker list partner:{partner.id}'
    return _nobody(snapshot, typed, "referral")


def _nobody(snapshot: Snapshot, typed: str, kind: str = "referral or partner") -> str:
    unreadable = _unreadable(snapshot, typed)
    if unreadable is not None:
        return unreadable
    received_later = called(snapshot.journal.referrals.values(), typed)
    when = f" on {long_day(snapshot.today)}" if received_later else ""
    return f'no {kind} is named "{typed}"{when}; `tracker list --all` shows them all'


def _unreadable(snapshot: Snapshot, typed: str) -> str | None:
    """What is wrong with a file of that name that cannot be read."""
    wanted = plain(typed)
    for problem in snapshot.journal.unreadable:
        if wanted in plain(problem.path):
            return f"{problem.path}:{problem.line}:{problem.column} cannot be read: {problem.message}"
    return None


def _has_ended(record: Named) -> bool:
    """Whether it closed, was lost or is in nurture: such ones are listed below those that are meant more often."""
    return isinstance(record, Referral) and record.outcome.status in ENDINGS
