"""The word that a person most likely meant: another spelling, a synonym of the trade, or a near one."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

LONGEST: Final = 40
"""Nobody mistypes a word into a text longer than that; comparing it would only cost time."""
CLOSE: Final = 0.65

SYNONYMS = MappingProxyType({
    "realtor": "real_estate_agent", "agent": "real_estate_agent", "buyers_agent": "real_estate_agent",
    "listing_agent": "real_estate_agent", "realty": "real_estate_agent", "accountant": "cpa", "lawyer": "attorney",
    "planner": "financial_advisor", "advisor": "financial_advisor", "insurance": "insurance_agent",
    "client": "past_client", "past_customer": "past_client", "friend": "sphere", "family": "sphere",
    "neighbor": "sphere", "escrow": "title_company", "title": "title_company", "lender": "lender_peer",
    "website": "online", "web": "online", "internet": "online", "self": "self_generated",
    "phone": "call", "called": "call", "phoned": "call", "sms": "text", "texted": "text", "mailed": "mail",
    "letter": "mail", "card": "mail", "vm": "voicemail", "meeting": "in_person", "zoom": "video", "facebook": "social",
    "na": "no_answer", "none": "no_answer", "lm": "left_message", "left_voicemail": "left_message",
    "left_vm": "left_message", "spoke": "reached", "talked": "reached", "answered": "reached",
    "called_back": "replied", "texted_back": "replied", "bad_number": "wrong_number",
    "buy": "purchase", "refi": "refinance", "cash_out": "cash_out_refinance", "remodel": "home_improvement",
    "conv": "conventional", "nonqm": "non_qm", "line_of_credit": "heloc",
    "scheduled": "set", "booked": "set", "done": "held", "met": "held", "noshow": "no_show", "canceled": "cancelled",
    "begun": "started", "applied": "submitted", "approved": "preapproved", "pre_approved": "preapproved",
    "under_contract": "in_process", "processing": "in_process", "underwriting": "in_process", "ctc": "clear_to_close",
    "rejected": "denied", "funded": "closed", "won": "closed", "dead": "lost", "nurturing": "nurture",
    "later": "nurture", "active": "open",
    "unreachable": "never_reached", "ghosted": "went_cold", "rate": "chose_other_lender_rate",
    "dti": "denied_debt_to_income", "credit": "denied_credit", "cash": "bought_with_cash",
    "holiday": "vacation", "pto": "vacation", "ill": "sick", "course": "training",
    "monday": "mon", "tuesday": "tue", "wednesday": "wed", "thursday": "thu", "friday": "fri", "saturday": "sat",
    "sunday": "sun", "ended": "date", "name": "borrower", "client_name": "borrower", "telephone": "phone",
    "mobile": "phone", "cell": "phone", "mail_address": "email", "referred_by": "partner", "referral_source": "source",
    "attempts": "contact_attempts", "contacts": "contact_attempts", "calls": "contact_attempts",
    "updates": "partner_updates", "next": "next_step", "comments": "notes",
})  # fmt: skip


def nearest(word: str, candidates: Iterable[str], close: float = CLOSE) -> str | None:
    """The candidate that `word` most likely stands for, `None` where none comes near."""
    known = list(candidates)
    if len(word) > LONGEST or not known:
        return None
    plain = spelled(word)
    for candidate in known:
        if spelled(candidate) == plain:
            return candidate
    meant = SYNONYMS.get(plain)
    if meant in known:
        return meant
    return _closest(plain, known, close)


def _closest(plain: str, known: list[str], close: float) -> str | None:
    """The closest of the candidates and of the synonyms that lead to one."""
    leading = {candidate: candidate for candidate in known}
    leading |= {synonym: meant for synonym, meant in SYNONYMS.items() if meant in leading and synonym not in leading}
    found = get_close_matches(plain, leading, n=1, cutoff=close)
    return leading[found[0]] if found else None


def spelled(word: str) -> str:
    """`word` without regard to case, and with underscores for what people put between words."""
    return re.sub(r"[\s_-]+", "_", word.strip().lower())
