"""What a command that counts is asked for: which days, which officer, or what its numbers mean."""

import datetime as dt
import re

from textual_tracker.analytics.definitions import definitions_of
from textual_tracker.analytics.nobodys import left_out_sentence
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window, last_twelve_months
from textual_tracker.cli.call import Call
from textual_tracker.cli.officers import officer_id
from textual_tracker.core.calendar import ONE_DAY
from textual_tracker.errors import UsageError

MONTH = re.compile(r"(\d{4})-(\d{2})")
DECEMBER = 12


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
        raise UsageError(f"--from {call.parsed.value('from')} is {start}, and that lies ahead")
    if start > end:
        raise UsageError(f"the window ends on {end}, before it begins on {start}")
    return Window(start, end)


def asked_officer(call: Call, snapshot: Snapshot) -> str | None:
    """The id of the officer that `--who` names; `None`: all of them, or a journal of one.

    What one officer's numbers leave out because it is nobody's is said on stderr: it is in none of the reports.
    Raises NotOneRecordError where nobody, or more than one officer, is called that.
    """
    typed = call.parsed.value("who")
    officer = officer_id(snapshot.journal.settings, typed) if typed else None
    if officer is not None and not call.json:
        sentence = left_out_sentence(snapshot)
        if sentence:
            call.output.say(sentence)
    return officer


def explained(call: Call, what: str) -> bool:
    """Whether `--explain` was given; then the definitions of the report `what` are printed."""
    if not call.parsed.flag("explain"):
        return False
    for number, definition in enumerate(definitions_of(what)):
        if number:
            call.output.line()
        call.output.line(definition.term, "strong")
        call.output.paragraph(definition.means)
    return True


def _day(call: Call, option: str, *, last: bool) -> dt.date | None:
    """The day of an option; of a month its first, or its last."""
    typed = call.parsed.value(option)
    if typed is None:
        return None
    if found := MONTH.fullmatch(typed):
        year, month = int(found[1]), int(found[2])
        if year < dt.MINYEAR or not 1 <= month <= DECEMBER:
            raise UsageError(f'there is no month "{typed}"; write --{option} 2026-03')
        first = dt.date(year, month, 1)
        return month_end(first) if last else first
    from textual_tracker.editing.spoken import fact_day  # noqa: PLC0415 - most ask for the last twelve months

    return fact_day(typed, call.today())[0]


def month_end(day: dt.date) -> dt.date:
    """The last day of its month."""
    if (day.year, day.month) == (dt.MAXYEAR, DECEMBER):
        return dt.date.max
    following = dt.date(day.year + day.month // DECEMBER, day.month % DECEMBER + 1, 1)
    return following - ONE_DAY
