"""A scorecard in words and figures, the same on the command line and on the screen."""

from collections.abc import Iterable, Sequence

from textual_tracker.analytics.partners.care import PartnerRow
from textual_tracker.analytics.partners.scorecard import Scorecard, Scorecards
from textual_tracker.analytics.partners.told import Due
from textual_tracker.analytics.partners.words import care_headline
from textual_tracker.analytics.results.ranking import FEW, Ranked
from textual_tracker.analytics.results.words import percent, rate_of_text
from textual_tracker.analytics.rules import STALLED
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
    """`2 partners wait for word, 1 went quiet: Mike Tran and Jin Park wait; Ron Hale sent nobody for 120 days`.

    `rows` have the worst of each partner first.
    """
    first: dict[str, PartnerRow] = {}
    for row in rows:
        first.setdefault(row.partner, row)
    name = snapshot.journal.partner_name
    waiting = [name(partner) for partner, row in first.items() if row.level == STALLED]
    quiet = [name(partner) for partner, row in first.items() if row.level is None]
    parts = []
    if waiting:
        parts.append(f"{_names(waiting)} {'waits' if len(waiting) == 1 else 'wait'}")
    if quiet:
        parts.append(f"{_names(quiet)} {'is' if len(quiet) == 1 else 'are'} quiet")
    return f"{care_headline(rows)}: {'; '.join(parts)}" if parts else care_headline(rows)


def _names(names: Sequence[str]) -> str:
    """`Mike Tran`, `Mike Tran and Jin Park`, `Mike Tran, Jin Park, Ron Hale and 4 more`."""
    shown, more = list(names[:NAMED]), len(names) - NAMED
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def told_headline(found: Scorecards) -> str:
    """`told in time 87% of 526 (84–89%)`."""
    return "no word was due" if found.told is None else f"told in time {rate_of_text(found.told)}"


def closed_text(card: Scorecard) -> str:
    """`8 of 11`: closed, of those who are decided; "" where nobody is."""
    group = card.group
    return f"{group.closed} of {group.decided}" if group.decided else ""


def likely_text(ranked: Ranked[str] | None) -> str:
    """`57% (42–72%)`: what their close rate is likely to be; "" where too few are decided to say."""
    if ranked is None or ranked.is_few:
        return ""
    return f"{ranked.mean:.0%} ({100 * ranked.low:.0f}–{ranked.high:.0%})"


def told_text(told: Rate | None) -> str:
    """`94% of 97`; of few `3 of 5`; "" where nothing was due."""
    if told is None:
        return ""
    return f"{told.hits if told.is_few else percent(told)} of {told.n:,}"


def last_sent_text(card: Scorecard) -> str:
    """`4 days ago, usually 16`: when they sent last, and the usual days between; "" for never."""
    days, usual = card.days_since, card.usual_gap
    if days is None:
        return ""
    ago = "today" if days == 0 else f"{count(days, 'day')} ago"
    return ago if usual is None else f"{ago}, usually {max(usual, 1)}"


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
