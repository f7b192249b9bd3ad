"""`tracker partners`: who waits for word, who went quiet, and what the referrals of each came to."""

from collections.abc import Sequence

import msgspec

from textual_tracker.analytics.naming import find_partner
from textual_tracker.analytics.partners.report import partner_report
from textual_tracker.analytics.partners.scorecard import Scorecard, Scorecards, scorecards
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.cli.asked import asked_window, explained
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.officers import acting_officer
from textual_tracker.cli.partner_card import print_card
from textual_tracker.cli.partner_table import print_scorecards
from textual_tracker.cli.scorecard_row import scorecards_row
from textual_tracker.core.journal import Journal
from textual_tracker.core.letters import plain
from textual_tracker.errors import NotOneRecordError, UsageError
from textual_tracker.store.layout import kind_of, stem


def run(call: Call) -> int:
    """Print everybody, those who are named, or with `--report` a page to send to one of them."""
    if explained(call, "partners"):
        return 0
    window = asked_window(call)
    report = call.parsed.value("report")
    if report is not None:
        return _report(call, window, report)
    snapshot = open_snapshot(call)
    found = scorecards(snapshot, window, _unread(snapshot.journal))
    named = _named(snapshot, found, call.words) if call.words else None
    if call.json:
        call.output.data(msgspec.json.encode(scorecards_row(snapshot, found, named)) + b"\n")
    elif named is None:
        print_scorecards(call, snapshot, found)
    else:
        for number, card in enumerate(named):
            if number:
                call.output.line()
            print_card(call, snapshot, card, window, found.ranked)
    return 0


def _report(call: Call, window: Window, typed: str) -> int:
    if call.json:
        raise UsageError("--report writes a page in Markdown; leave --json out")
    if call.words:
        raise UsageError(f"--report is about one partner, and there is {typed} already; leave {call.words[0]} out")
    snapshot = open_snapshot(call)
    page = partner_report(snapshot, find_partner(snapshot, typed), window, _officer(call, snapshot))
    for line in page.splitlines():
        call.output.line(line)
    return 0


def _officer(call: Call, snapshot: Snapshot) -> str:
    """Who signs: in a shared journal whom `$TRACKER_OFFICER` names, else all of them."""
    settings = snapshot.journal.settings
    if not settings.officers:
        return settings.officer or ""
    acting = acting_officer(call, settings)
    return " and ".join(settings.officers.values()) if acting is None else settings.officers[acting]


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


def _unread(journal: Journal) -> list[str]:
    """The ids of partners whose file cannot be read."""
    return [stem(problem.path) for problem in journal.unreadable if kind_of(problem.path) == "partner"]
