"""What a command that counts is asked for: which days, which officer, or what its numbers mean."""

import datetime as dt

from textual_tracker.analytics.definitions import definitions_of
from textual_tracker.analytics.nobodys import left_out_sentence
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window, last_twelve_months
from textual_tracker.cli.call import Call
from textual_tracker.cli.officers import asked_who, officer_id
from textual_tracker.cli.period import period, said_day
from textual_tracker.errors import UsageError

ASKS_FOR_MORE = ("json", "html", "report")
"""Options that ask for something else than an explanation."""


def asked_window(call: Call) -> Window:
    """The days from `--from` to `--to`; the last twelve months where neither is given.

    Nothing after today counts, so the window ends today at the latest. Raises UsageError for what is no day, for a
    window that ends before it begins, and for one that begins after today.
    """
    today = call.today()
    usual = last_twelve_months(today)
    end = min(_day(call, "to", last=True) or today, today)
    start = _day(call, "from", last=False) or (usual.start if end == today else last_twelve_months(end).start)
    if start > today:
        raise UsageError(f"--from {said_day(call.parsed.value('from') or '', start, 'lies ahead')}")
    if start > end:
        raise UsageError(f"the window ends on {end}, before it begins on {start}")
    return Window(start, end)


def asked_officer(call: Call, snapshot: Snapshot) -> str | None:
    """The id of the officer that `--who` names; `None`: all of them, or a journal of one.

    What one officer's numbers leave out because it is nobody's is said on stderr: it is in none of the reports.
    Raises NotOneRecordError where nobody, or more than one officer, is called that.
    """
    typed = asked_who(call)
    officer = officer_id(snapshot.journal.settings, typed) if typed else None
    if officer is not None and not call.json:
        sentence = left_out_sentence(snapshot)
        if sentence:
            call.output.say(sentence)
    return officer


def explained(call: Call, what: str) -> bool:
    """Whether `--explain` was given; then the definitions of the report `what` are printed.

    Raises UsageError beside an option that asks for something else.
    """
    if not call.parsed.flag("explain"):
        return False
    for other in ASKS_FOR_MORE:
        if call.parsed.flag(other) or call.parsed.value(other) is not None:
            raise UsageError(
                f"--explain says what the numbers mean, and nothing else; leave out --{other}, or --explain"
            )
    for number, definition in enumerate(definitions_of(what)):
        if number:
            call.output.line()
        call.output.line(definition.term, "strong")
        call.output.paragraph(definition.means)
    return True


def _day(call: Call, option: str, *, last: bool) -> dt.date | None:
    """The day of an option; of a month or a year its first, or its last."""
    typed = call.parsed.value(option)
    if typed is None:
        return None
    if (days := period(typed, option, call.today())) is not None:
        return days[1] if last else days[0]
    from textual_tracker.editing.spoken import fact_day  # noqa: PLC0415 - most ask for the last twelve months

    return fact_day(typed, call.today())[0]
