"""A scorecard in words and figures, the same on the command line and on the screen."""

from collections.abc import Iterable, Sequence

from textual_tracker.analytics.partners.care import PartnerRow
from textual_tracker.analytics.partners.scorecard import Scorecard, Scorecards
from textual_tracker.analytics.partners.told import Due
from textual_tracker.analytics.results.ranking import FEW, Ranked
from textual_tracker.analytics.results.words import rate_of_text, share_of_text
from textual_tracker.analytics.rules import AT_RISK, STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.analytics.wording import about_label, count, day

NAMED = 3
"""So many names stand in a sentence."""

ORDER = (
    "Best first by the lower end of likely: what 9 chances in 10 lie above. Those with fewer than"
    f" {FEW} decided stand below."
)


def headline(snapshot: Snapshot, rows: Sequence[PartnerRow]) -> str:
    """`2 partners wait for word (Mike Tran and Jin Park), 1 soon will, 1 went quiet (Ron Hale)`.

    Who waits longest beyond the limit is named first, as in the day's list, in whatever order the rows are.
    """
    first: dict[str, PartnerRow] = {}
    for row in sorted(rows, key=lambda row: row.sort_key):
        first.setdefault(row.partner, row)
    named: dict[str | None, list[str]] = {}
    for partner, row in first.items():
        named.setdefault(row.level, []).append(snapshot.journal.partner_name(partner))
    waiting, soon, quiet = (named.get(level, []) for level in (STALLED, AT_RISK, None))
    waits = count(len(waiting), "partner waits", "partners wait") if waiting else "no partner waits"
    parts = [f"{waits} for word{_names(waiting)}"]
    parts += [f"{len(soon)} soon will"] if soon else []
    parts += [f"{len(quiet)} went quiet{_names(quiet)}"] if quiet else []
    return ", ".join(parts)


def _names(names: Sequence[str]) -> str:
    """` (Mike Tran)`, ` (Mike Tran and Jin Park)`, ` (Mike Tran, Jin Park, Ron Hale and 4 more)`; "" of nobody."""
    shown, more = list(names[:NAMED]), len(names) - NAMED
    last = [f"{more} more"] if more > 0 else [shown.pop()] if len(shown) > 1 else []
    return f" ({' and '.join([', '.join(shown), *last])})" if shown else ""


def told_headline(found: Scorecards) -> str:
    """`told in time 87% of 526 (84–89%)`."""
    return "no word was due" if found.told is None else f"told in time {rate_of_text(found.told)}"


def closed_text(card: Scorecard) -> str:
    """`8 of 11`: closed, of those who are decided; "" where nobody is."""
    group = card.group
    return f"{group.closed} of {group.decided}" if group.decided else ""


def reached_text(card: Scorecard) -> str:
    """`19 received · 15 contacted · 12 met · 11 applied · 8 closed · 3 lost · 8 open`; what is none is left out."""
    group = card.group
    counted = {
        "contacted": group.contacted,
        "met": group.appointments_held,
        "applied": group.applications,
        "closed": group.closed,
        "lost": group.lost,
        "open": group.open,
        "in nurture": group.nurture,
    }
    return " · ".join([f"{group.received or 'nobody'} received", *(f"{n} {name}" for name, n in counted.items() if n)])


def place_text(card: Scorecard, ranked: int) -> str:
    """`, 2nd of the 12 with 3 or more decided`: where they stand in the order; "" where there is none to speak of."""
    if card.place is None or ranked < FEW:
        return ""
    return f", {_ordinal(card.place)} of the {ranked} with {FEW} or more decided"


def _ordinal(number: int) -> str:
    """`1st`, `12th`, `22nd`."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def likely_text(ranked: Ranked[str] | None) -> str:
    """`57% (42–72%)`: what their close rate is likely to be; "" where too few are decided to say."""
    if ranked is None or ranked.is_few:
        return ""
    return f"{ranked.mean:.0%} ({100 * ranked.low:.0f}–{ranked.high:.0%})"


def told_text(told: Rate | None) -> str:
    """`94% of 97`; of few `3 of 5`; "" where nothing was due."""
    return "" if told is None else share_of_text(told)


def ago_text(days: int | None) -> str:
    """`4 days ago`; "" for never."""
    if days is None:
        return ""
    return f"{count(days, 'day')} ago" if days else "today"


def gap_text(days: int | None) -> str:
    """`16 days`: the usual days between two of their referrals; "" where nothing is usual yet."""
    return "" if days is None else count(max(days, 1), "day")


def last_sent_text(card: Scorecard) -> str:
    """`4 days ago, usually one in 16 days`; "" for never."""
    ago, usual = ago_text(card.days_since), card.usual_gap
    if usual is None:
        return ago
    return f"{ago}, usually one {'a day' if usual <= 1 else f'in {gap_text(usual)}'}"


def due_text(snapshot: Snapshot, due: Due) -> str:
    """`contacted on Thu 5 Mar, told 3 working days later`; `thanks due Mon 2 Mar, never given`."""
    today = snapshot.today
    since = day(due.day, today)
    what = f"thanks due {since}" if due.about == "thanks" else f"{about_label(due.about)} {since}"
    if due.told is None:
        return f"{what}, never {'given' if due.about == 'thanks' else 'told'}"
    verb = "given" if due.about == "thanks" else "told"
    return f"{what}, {verb} {count(due.waited, 'working day')} later"


def late(dues: Iterable[Due]) -> list[Due]:
    """Those that were late or never came, newest first."""
    return sorted((due for due in dues if not due.in_time), key=lambda due: (due.day, due.referral.id), reverse=True)
