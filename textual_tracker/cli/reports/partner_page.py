"""`tracker partners --report`: the page to send to one partner, and what the one who sends it should know."""

from textual_tracker.analytics.naming import find_partner
from textual_tracker.analytics.partners.report import officers_on, partner_report
from textual_tracker.analytics.partners.summary import partner_summaries
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.analytics.wording import count
from textual_tracker.cli.asked import asked_officer
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.markdown_lines import print_markdown
from textual_tracker.cli.officers import acting_officer
from textual_tracker.core.called import PARTNER_SIGN
from textual_tracker.core.journal import Journal
from textual_tracker.core.letters import plain
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Partner
from textual_tracker.errors import NotOneRecordError, UsageError
from textual_tracker.store.layout import kind_of, stem


def print_page(call: Call, window: Window, typed: str) -> int:
    """The page in Markdown on stdout; on stderr that nobody is told by it, and whether they want no word."""
    if call.json:
        raise UsageError("--report writes a page in Markdown; leave --json out")
    if call.parsed.value("html") is not None:
        raise UsageError("--report writes a page in Markdown, to send to one partner; leave --html out")
    if call.words:
        raise UsageError(f"--report is about one partner, and there is {typed} already; leave {call.words[0]} out")
    snapshot = open_snapshot(call)
    partner, officer = _partner(snapshot, typed), asked_officer(call, snapshot)
    signed = _who_signs(call, snapshot, officer, officers_on(snapshot, partner, window))
    print_markdown(call.output, partner_report(snapshot, partner, window, signed, officer).splitlines())
    if partner.status == "do_not_contact":
        call.output.say(f"{partner.name} is not to be contacted (status: do_not_contact): better do not send it.")
    call.output.say(f"This page tells nobody by itself. Once it is sent, tracker tell @{partner.id} records that.")
    return 0


def unread(journal: Journal) -> dict[str, Problem]:
    """What is wrong with the files of partners that cannot be read, by the partner's id."""
    return {stem(one.path): one for one in reversed(journal.unreadable) if kind_of(one.path) == "partner"}


def _partner(snapshot: Snapshot, typed: str) -> Partner:
    """The partner to whom the page goes.

    Raises NotOneRecordError where nobody is meant, or several, or there is no file about them that can be read.
    """
    partner_id, journal = plain(typed.removeprefix(PARTNER_SIGN).strip()), snapshot.journal
    if partner_id not in journal.partners:
        problem = unread(journal).get(partner_id)
        if problem is not None:
            where = f"{problem.path}:{problem.line}:{problem.column}"
            raise NotOneRecordError(f"the file of {partner_id} cannot be read, {where}: {problem.message}")
        missing = next((one for one in partner_summaries(snapshot) if one.id == partner_id), None)
        if missing is not None:
            name = " ".join(word.capitalize() for word in partner_id.split("-"))
            raise NotOneRecordError(
                f"there is no file partners/{partner_id}.yaml, and so no page for them, though"
                f" {count(len(missing.referrals), 'referral names', 'referrals name')} {partner_id};"
                f" tracker add partner {name} type=… makes one"
            )
    return find_partner(snapshot, typed)


def _who_signs(call: Call, snapshot: Snapshot, officer: str | None, on_it: set[str | None]) -> list[str]:
    """The officer asked for; without one in a shared journal whom `$TRACKER_OFFICER` names, else who has all `on_it`.

    Where that is nobody alone, all of them.
    """
    settings = snapshot.journal.settings
    if not settings.officers:
        return [settings.officer] if settings.officer else []
    only = next(iter(on_it)) if len(on_it) == 1 else None
    one = officer or acting_officer(call, settings) or only
    return [settings.officers[one]] if one in settings.officers else list(settings.officers.values())
