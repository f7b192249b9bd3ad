"""`tracker log`: a contact attempt, or a touch of a partner."""

from textual_tracker.analytics.naming import find_record
from textual_tracker.cli.call import Call
from textual_tracker.cli.contact_words import contact_of
from textual_tracker.cli.officers import acting_officer
from textual_tracker.cli.split import Names, splits
from textual_tracker.cli.when import day_of
from textual_tracker.cli.whom import meant
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.records import Partner
from textual_tracker.editing.actions.contact import log_contact, log_touch
from textual_tracker.errors import UsageError


def run(call: Call) -> int:
    """Record the contact with whom the words name."""
    when = day_of(call)
    ways = splits(call.words, contact_of)
    if not ways:
        raise UsageError(_no_contact(call))
    found = meant(call, ways, find_record, instead=lambda names: _no_contact(call, names))
    is_partner = isinstance(found.record, Partner)
    officer = None if isinstance(found.record, Partner) else found.record.officer
    by = acting_officer(call, found.snapshot.journal.settings, of=officer)
    log = log_touch if is_partner else log_contact
    action = log(found.record.id, found.rest, when=when, by=by, note=call.parsed.value("note") or "")
    return carry_out(call, found.workspace, action)


def _no_contact(call: Call, names: Names | None = None) -> str:
    """What is wrong with the words; `names` are those of everybody, where the words do end with a contact."""
    from textual_tracker.cli.no_contact import no_contact, no_name  # noqa: PLC0415 - only where something is wrong

    return no_contact(call) if names is None else no_name(call, names)
