"""A page to send to a partner: thanks, where each of their referrals stands, and what closed, as Markdown.

Source: docs/numbers.md, "What may be said": words of stages only, never an amount, a reason or the day of a decision.
Whoever did not consent to more is "we are in touch", whatever became of them, and is counted nowhere else: neither
where they stand on the page nor whether they stand on it may tell it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from textual_tracker.analytics.markdown import escaped
from textual_tracker.analytics.partners.message import greeting
from textual_tracker.analytics.partners.words import IN_TOUCH, where_it_stands
from textual_tracker.analytics.results.words import date_label
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.analytics.wording import count
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.vocabulary import CAUSE_OF, NO_REFERRALS

MOST = 20
"""So many people of one part stand on the page."""

SOMEBODY = "Your loan officer"

Part: TypeAlias = Literal["closed", "stands", "later", "not ahead"]
TITLES: dict[Part, str] = {
    "closed": "Closed",
    "stands": "Where they stand",
    "later": "Later",
    "not ahead": "Did not go ahead",
}
"""The parts of the page, in their order."""


def partner_report(
    snapshot: Snapshot, partner: Partner, window: Window, signed: Sequence[str] = (), officer: str | None = None
) -> str:
    """The page about those whom the partner sent in `window`, and of those sent before it about the open ones.

    Newest first. `signed` are the names below it: of one the page says "me", of several "us". Only of one officer's
    where `officer` is an officer's id.
    """
    parts = _parts(snapshot, partner, window, officer)
    name = escaped(", ".join(signed)) or SOMEBODY
    me = "us" if len(signed) > 1 else "me"
    lines = [
        f"# For {escaped(partner.name)}: the people you sent",
        "",
        f"{name}, {date_label(snapshot.today)}",
        "",
        f"{escaped(greeting(partner))},",
        "",
        _thanks(parts, window, snapshot.today, me),
    ]
    for part, title in TITLES.items():
        if parts[part]:
            lines += ["", f"## {title}", "", *_listed(snapshot, part, parts[part])]
    people = sum(map(len, parts.values()))
    if people:
        lines += ["", f"Call {me} about {'them' if people == 1 else 'any of them'}, any time."]
    lines += ["", name]
    return "\n".join(lines) + "\n"


def officers_on(snapshot: Snapshot, partner: Partner, window: Window) -> set[str | None]:
    """The ids of the officers whose referrals are on the page of all; `None` stands for those who name none."""
    return {one.officer for members in _parts(snapshot, partner, window, None).values() for one in members}


def _parts(snapshot: Snapshot, partner: Partner, window: Window, officer: str | None) -> dict[Part, list[Referral]]:
    """Who is on the page, and where, newest first."""
    parts: dict[Part, list[Referral]] = {part: [] for part in TITLES}
    for referral in _newest_first(snapshot.referrals):
        if referral.partner == partner.id and officer in {None, referral.officer}:
            part = _part(snapshot, referral, window)
            if part is not None:
                parts[part].append(referral)
    return parts


def _newest_first(referrals: Iterable[Referral]) -> list[Referral]:
    return sorted(referrals, key=lambda referral: (referral.received, referral.id), reverse=True)


def _part(snapshot: Snapshot, referral: Referral, window: Window) -> Part | None:
    """Where on the page the referral stands; `None` for nowhere."""
    standing = snapshot.standing(referral)
    if standing.stage is Stage.lost and CAUSE_OF.get(standing.outcome.reason or "") == NO_REFERRALS:
        return None
    is_in_window = referral.received in window
    if _shares_nothing(referral):
        return "stands" if is_in_window else None
    if standing.is_open:
        return "stands"
    if not is_in_window:
        return None
    if standing.stage is Stage.nurture:
        return "later"
    return "closed" if standing.stage is Stage.closed else "not ahead"


def _shares_nothing(referral: Referral) -> bool:
    """Whether no more may be said than that there is contact. Of a file in error it is not known, so it is not."""
    return referral.consent_to_share == "none" or referral.faulty or referral.stale


def _thanks(parts: dict[Part, list[Referral]], window: Window, today: dt.date, me: str) -> str:
    """`Thank you for the 19 people whom you sent me since 11 Mar 2025. 8 of them have closed.`; or that nobody came."""
    sent = sum(referral.received in window for members in parts.values() for referral in members)
    since = f"since {date_label(window.start)}"
    if window.end < today:
        since = f"from {date_label(window.start)} to {date_label(window.end)}"
    if not any(parts.values()):
        we = "We" if me == "us" else "I"
        return f"{we} have not heard of anybody from you {since}, and would be glad to help the next one."
    many = "the person" if sent == 1 else f"the {sent} people"
    thanks = f"Thank you for {many} whom you sent {me} {since}."
    if not sent:
        thanks = f"Thank you for the {'person' if sum(map(len, parts.values())) == 1 else 'people'} whom you sent {me}."
    closed = len(parts["closed"])
    if not closed:
        return f"{thanks} This is where things stand."
    have = "has" if closed == 1 else "have"
    return f"{thanks} {closed if sent > 1 else 'The loan'} {'of them ' if sent > 1 else ''}{have} closed."


def _listed(snapshot: Snapshot, part: Part, members: list[Referral]) -> Iterator[str]:
    """A line each of those of whom there is something to say; of the others the names alone, in one paragraph."""
    shown, more = members[:MOST], len(members) - MOST
    if part in {"stands", "later"}:
        for referral in shown:
            says = IN_TOUCH if _shares_nothing(referral) else where_it_stands(snapshot, referral, "")
            yield f"- **{escaped(referral.name)}**: {says}"
        if more > 0:
            yield f"- and {count(more, 'other')}"
    else:
        names = ", ".join(escaped(referral.name) for referral in shown)
        yield f"{names} and {count(more, 'other')}." if more > 0 else f"{names}."
