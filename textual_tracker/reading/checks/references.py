"""Ids that lead nowhere: partners, officers and kinds of activity that nobody has written down."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.core.vocabulary import COUNTERS
from textual_tracker.reading.checks.finding import Finding, finding
from textual_tracker.reading.checks.hidden import hidden_partners, is_hidden
from textual_tracker.reading.nearest import nearest

Nearest = Callable[[str], str | None]
Named = Iterator[tuple[str, str]]
"""Fields, each with the id that stands there."""


def unknown_references(journal: Journal) -> Iterator[Finding]:
    """Every id in `journal` that leads nowhere, with the nearest one that does."""
    near_partner = _nearest_partner(journal.partners)
    hidden = hidden_partners(journal)
    for referral in journal.referrals.values():
        if not hidden.everyone:
            yield from _partners(referral, journal.partners, hidden.ids, near_partner)
        yield from _source(referral, journal)
    if journal.settings.officers and not is_hidden(journal, "officers"):
        yield from _officers(journal)
    if not is_hidden(journal, "activities"):
        yield from _activities(journal)


def _partners(
    referral: Referral, partners: Mapping[str, Partner], hidden: Collection[str], near: Nearest
) -> Iterator[Finding]:
    for field, partner in _partners_of(referral):
        if partner not in partners and partner not in hidden:
            found = near(partner)
            hint = f"did you mean {found}?" if found else f"add a file partners/{partner}.yaml"
            untold = field == "partner" and referral.source is None
            message = f'there is no partner "{partner}"' + (", so the source is unknown as well" if untold else "")
            yield finding(referral.path, field, "unknown_partner", message, hint)


def _partners_of(referral: Referral) -> Named:
    if referral.partner:
        yield "partner", referral.partner
    for number, partner in enumerate(referral.also_tell):
        yield f"also_tell[{number}]", partner
    for number, update in enumerate(referral.partner_updates):
        if update.partner:
            yield f"partner_updates[{number}].partner", update.partner


def _nearest_partner(partners: Mapping[str, Partner]) -> Nearest:
    """The id nearest to what somebody typed for an id, or for a name."""
    ids = list(partners)
    by_name = {partner.name.casefold(): partner.id for partner in partners.values()}

    @cache
    def near(typed: str) -> str | None:
        return by_name.get(typed.casefold()) or nearest(typed, ids)

    return near


def _source(referral: Referral, journal: Journal) -> Iterator[Finding]:
    """A source that only a partner without a type could tell. Without any partner the file itself is in error."""
    partner = journal.partners.get(referral.partner or "")
    if referral.source is None and partner is not None and partner.type is None and not referral.faulty:
        message = f"there is no source, and {partner.path} has no type that would tell it"
        yield finding(referral.path, "partner", "no_source", message, "add source, or the partner's type")


def _officers(journal: Journal) -> Iterator[Finding]:
    officers = journal.settings.officers

    def told(path: str, named: Named) -> Iterator[Finding]:
        for field, officer in named:
            if officer not in officers:
                found = _short_name(officer, officers) or nearest(officer, officers)
                hint = f"did you mean {found}?" if found else "add them to officers in journal.yaml"
                message = f'there is no officer "{officer}" in journal.yaml'
                yield finding(path, field, "unknown_officer", message, hint)

    for referral in journal.referrals.values():
        yield from told(referral.path, _officers_of(referral))
    for partner in journal.partners.values():
        yield from told(partner.path, _by("touches", partner.touches))
    for day in journal.days.values():
        yield from told(day.path, _officer_of(day))


def _short_name(typed: str, officers: Mapping[str, str]) -> str | None:
    return next((short for short, full in officers.items() if full.casefold() == typed.casefold()), None)


def _officers_of(referral: Referral) -> Named:
    if referral.officer:
        yield "officer", referral.officer
    yield from _by("contact_attempts", referral.contact_attempts)
    yield from _by("partner_updates", referral.partner_updates)
    yield from _by("log", referral.log)
    if referral.next_step is not None and referral.next_step.who:
        yield "next_step.who", referral.next_step.who


def _by(name: str, entries: Iterable[object]) -> Named:
    for number, entry in enumerate(entries):
        officer: str | None = getattr(entry, "by", None)
        if officer:
            yield f"{name}[{number}].by", officer


def _officer_of(day: Day) -> Named:
    if day.officer:
        yield "", day.officer


def _activities(journal: Journal) -> Iterator[Finding]:
    known = journal.settings.activities
    for day in journal.days.values():
        for kind, _ in day.custom:
            if kind not in known:
                found = nearest(kind, known)
                hint = f"did you mean {found}?" if found else "add it to activities in journal.yaml"
                message = f'journal.yaml knows no activity "{kind}"'
                yield finding(day.path, f"custom.{kind}", "unknown_activity", message, hint)
    yield from _goals(journal.settings)


def _goals(settings: Settings) -> Iterator[Finding]:
    known = (*COUNTERS, *settings.activities)
    daily = ((f"goals.daily.{kind}", kind) for kind in settings.goals.daily)
    streak = ((f"streak[{number}]", kind) for number, kind in enumerate(settings.streak))
    for field, kind in (*daily, *streak):
        if kind not in known:
            found = nearest(kind, known)
            hint = f"did you mean {found}?" if found else "add it to activities"
            yield finding(settings.path, field, "unknown_activity", f'there is no activity "{kind}"', hint)
