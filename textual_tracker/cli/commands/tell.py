"""`tracker tell`: a partner was told where things stand."""

from collections.abc import Sequence

from textual_tracker.analytics.naming import find_partner, find_record
from textual_tracker.analytics.partners.word_due import NO_NEWS, words_about
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.call import Call
from textual_tracker.cli.officers import acting_officer
from textual_tracker.cli.when import day_of
from textual_tracker.cli.whom import named
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.vocabulary import ABOUTS, CHANNELS
from textual_tracker.editing.one_line import a_choice
from textual_tracker.errors import UsageError
from textual_tracker.workspace.telling import tell_about, tell_of_all


def run(call: Call) -> int:
    """Record that the partner of a referral was told, or a partner of all their open referrals."""
    about, channel, when = _choice(call, "about", ABOUTS), _choice(call, "channel", CHANNELS), day_of(call)
    found = named(call, find_record, whole=True)
    snapshot, record = found.snapshot, found.record
    officer = record.officer if isinstance(record, Referral) else None
    by = acting_officer(call, snapshot.journal.settings, of=officer)
    note = call.parsed.value("note") or ""
    if isinstance(record, Partner):
        if call.parsed.value("partner") is not None:
            raise UsageError("--partner goes with a referral; a partner is told of all their open referrals")
        action, others = tell_of_all(record.id, about=about, channel=channel, when=when, by=by, note=note), ""
    else:
        partner_id = _whom(call, snapshot, record)
        action = tell_about(record.id, partner_id, about=about, channel=channel, when=when, by=by, note=note)
        others = _others(snapshot, record, partner_id)
    return carry_out(call, found.workspace, action, more=(others,))


def _choice(call: Call, option: str, known: Sequence[str]) -> str | None:
    typed = call.parsed.value(option)
    return None if typed is None else a_choice(typed, known, f"something for --{option}")


def _whom(call: Call, snapshot: Snapshot, referral: Referral) -> str:
    typed = call.parsed.value("partner")
    partner_id = referral.partner if typed is None else find_partner(snapshot, typed).id
    if partner_id is None:
        raise UsageError(f"nobody sent {referral.name}; say whom you told: tracker tell {referral.id} --partner NAME")
    return partner_id


def _others(snapshot: Snapshot, referral: Referral, told: str) -> str:
    """Who else has not heard the news of the referral, as a sentence; "" for nobody."""
    news = [word for word in words_about(snapshot, referral) if word.about != NO_NEWS]
    ids = [word.partner_id for word in news if word.partner_id != told]
    if not ids:
        return ""
    names = ", ".join(snapshot.journal.partner_name(partner_id) for partner_id in ids)
    return f"Also to be told: {names} (tracker tell {referral.id} --partner {ids[0]})"
