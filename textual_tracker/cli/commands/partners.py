"""`tracker partners`: who waits for word, who went quiet, and what the referrals of each came to."""

from collections.abc import Sequence

from textual_tracker.analytics.naming import find_partner
from textual_tracker.analytics.partners.scorecard import Scorecard, Scorecards, scorecards
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.asked import asked_officer, asked_window, explained
from textual_tracker.cli.call import Call
from textual_tracker.cli.html.file import asked_page, put
from textual_tracker.cli.html.whose import whose
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.reports.partner_card import print_card
from textual_tracker.cli.reports.partner_page import print_page, unread
from textual_tracker.cli.reports.partner_table import print_scorecards
from textual_tracker.cli.reports.scorecard_row import scorecards_row
from textual_tracker.core.letters import plain
from textual_tracker.errors import NotOneRecordError


def run(call: Call) -> int:
    """Print everybody, those who are named, or with `--report` a page to send to one of them."""
    if explained(call, "partners"):
        return 0
    window = asked_window(call)
    report = call.parsed.value("report")
    if report is not None:
        return print_page(call, window, report)
    page = asked_page(call)
    snapshot = open_snapshot(call)
    officer = asked_officer(call, snapshot)
    found = scorecards(snapshot, window, unread(snapshot.journal), officer)
    named = _named(snapshot, found, call.words) if call.words else None
    if page is not None:
        from textual_tracker.cli.html.partners_page import partners_page  # noqa: PLC0415 - few ask for a page

        put(call, page, partners_page(snapshot, found, named, whose(call, snapshot, officer)))
    elif call.json:
        call.output.json(scorecards_row(snapshot, found, named, officer))
    elif named is None:
        print_scorecards(call, snapshot, found, officer)
    else:
        for number, card in enumerate(named):
            if number:
                call.output.line()
            print_card(call, snapshot, card, window, found.ranked)
    return 0


def _named(snapshot: Snapshot, found: Scorecards, words: Sequence[str]) -> tuple[Scorecard, ...]:
    """The partners whom the words name: all words one, or each of them one. An id without a file is one too.

    Raises NotOneRecordError where one of them is nobody, or several.
    """
    by_id = {card.id: card for card in found.cards}

    def one(typed: str) -> Scorecard:
        exact = by_id.get(plain(typed.removeprefix("@")))
        return exact if exact is not None else by_id[find_partner(snapshot, typed).id]

    try:
        return (one(" ".join(words)),)
    except NotOneRecordError:
        if len(words) == 1:
            raise
    return tuple(dict.fromkeys(map(one, words)))
