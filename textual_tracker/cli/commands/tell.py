"""`tracker tell`: a partner was told where things stand."""

from collections.abc import Sequence

from textual_tracker.analytics.naming import find_partner, find_record
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.word_due import NO_NEWS, word_for, words_about, words_for_partner
from textual_tracker.cli.call import Call
from textual_tracker.cli.officers import acting_officer
from textual_tracker.cli.when import day_of
from textual_tracker.cli.whom import named
from textual_tracker.cli.writing import carry_out
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.vocabulary import ABOUTS, CHANNELS
from textual_tracker.editing.actions.partner_update import Told, tell
from textual_tracker.editing.one_line import a_choice
from textual_tracker.errors import RefusedEditError, UsageError


def run(call: Call) -> int:
    """Record that the partner of a referral was told, or a partner of all their open referrals."""
    about, channel, when = _choice(call, "about", ABOUTS), _choice(call, "channel", CHANNELS), day_of(call)
    found = named(call, find_record, whole=True)
    snapshot, record = found.snapshot, found.record
    if isinstance(record, Partner):
        if call.parsed.value("partner") is not None:
            raise UsageError("--partner goes with a referral; a partner is told of all their open referrals")
        told, others = _of_partner(snapshot, record, about), ""
    else:
        told, others = [_of_referral(call, snapshot, record, about)], ""
        others = _others(snapshot, record, told[0].partner_id)
    officer = record.officer if isinstance(record, Referral) else None
    by = acting_officer(call, snapshot.journal.settings, of=officer)
    action = tell(told, channel=channel, when=when, by=by, note=call.parsed.value("note") or "")
    return carry_out(call, found.workspace, action, more=(others,))


def _choice(call: Call, option: str, known: Sequence[str]) -> str | None:
    typed = call.parsed.value(option)
    return None if typed is None else a_choice(typed, known, f"something for --{option}")


def _of_partner(snapshot: Snapshot, partner: Partner, about: str | None) -> list[Told]:
    words = words_for_partner(snapshot, partner.id)
    if not words:
        nothing = "has no open referral of which there is something to tell that was not told today"
        raise RefusedEditError(f"{partner.name} {nothing}")
    return [Told(word.referral.id, partner.id, about or word.about) for word in words]


def _of_referral(call: Call, snapshot: Snapshot, referral: Referral, about: str | None) -> Told:
    typed = call.parsed.value("partner")
    partner_id = referral.partner if typed is None else find_partner(snapshot, typed).id
    if partner_id is None:
        raise UsageError(f"nobody sent {referral.name}; say whom you told: tracker tell {referral.id} --partner NAME")
    return Told(referral.id, partner_id, about or word_for(snapshot, referral, partner_id).about)


def _others(snapshot: Snapshot, referral: Referral, told: str) -> str:
    """Who else has not heard the news of the referral, as a sentence; "" for nobody."""
    news = [word for word in words_about(snapshot, referral) if word.about != NO_NEWS]
    ids = [word.partner_id for word in news if word.partner_id != told]
    if not ids:
        return ""
    names = ", ".join(snapshot.journal.partner_name(partner_id) for partner_id in ids)
    return f"Also to be told: {names} (tracker tell {referral.id} --partner {ids[0]})"
