"""Telling partners where their referrals stand."""

from collections.abc import Sequence
from typing import NamedTuple

from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Append, Value
from textual_tracker.editing.moment import Moment, written
from textual_tracker.editing.senders import look_for
from textual_tracker.editing.words import on_day, plain_word
from textual_tracker.errors import RefusedEditError


class Told(NamedTuple):
    """One partner was told about one referral: `about` is a word of `vocabulary.ABOUTS`."""

    referral_id: str
    partner_id: str
    about: str


def tell(
    words: Sequence[Told],
    *,
    channel: str | None = None,
    when: Moment | None = None,
    by: str | None = None,
    note: str = "",
) -> Action:
    """Everything in `words` was told, by one channel: `None` is the one that each partner prefers, if any.

    `when` is the day, `None`: today.
    """

    def act(draft: Draft) -> str:
        if not words:
            raise RefusedEditError("there is nobody to tell; name a referral that a partner sent, or a partner")
        moment = when or (draft.today, None)
        for told in words:
            look_for(draft, told.partner_id)
            file = draft.referral(told.referral_id)
            # Who sent the referral need not be named in its own file.
            partner = told.partner_id if told.partner_id != file.record.partner else None
            how = channel or _preferred(draft, told.partner_id)
            found = {
                "date": written(moment),
                "partner": partner,
                "by": by,
                "channel": how,
                "about": told.about,
                "note": note,
            }
            entry: dict[str, Value] = {name: value for name, value in found.items() if value}
            draft.edit(file.path, Append(("partner_updates",), entry))
        return _sentence(draft, words, channel, moment)

    return act


def _preferred(draft: Draft, partner_id: str) -> str | None:
    partner = draft.journal.partners.get(partner_id)
    return partner.prefers if partner is not None else None


def _sentence(draft: Draft, words: Sequence[Told], channel: str | None, moment: Moment) -> str:
    """`Sarah Chen: told about Dana Ortiz (contacted, text)`; of several referrals how many they are."""
    partners = list(dict.fromkeys(told.partner_id for told in words))
    referrals = list(dict.fromkeys(told.referral_id for told in words))
    what = f"{len(referrals)} referrals"
    if len(referrals) == 1:
        how = {channel or _preferred(draft, partner) for partner in partners}
        said = [*dict.fromkeys(told.about for told in words), *(how if len(how) == 1 else ())]
        what = f"{draft.referral(referrals[0]).record.name} ({', '.join(map(plain_word, filter(None, said)))})"
    names = [draft.journal.partner_name(partner) for partner in partners]
    who = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"{who}: told about {what}{on_day(moment[0], draft.today)}"
