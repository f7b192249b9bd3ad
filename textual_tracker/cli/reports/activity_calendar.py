"""The calendar of `activity` on a terminal: a column a week, a sign a day, so that no colour is needed."""

from collections.abc import Sequence

from textual_tracker.analytics.activity.words import what_it_was
from textual_tracker.analytics.activity.year import ActivityYear, YearDay, week_of
from textual_tracker.analytics.wording import MONTHS
from textual_tracker.cli.call import Call
from textual_tracker.core.calendar import DAYS_IN_WEEK

SIGNS = {
    "done": "█", "partly": "▄", "none of it": "▁", "known": "▪", "missing": "?", "day off": "×", "holiday": "+",
    "not known yet": "·", "no working day": " ",
}  # fmt: skip
LABELS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MARGIN = len("  Mon ")
MONTH_ROOM = len("Mar ")


def print_calendar(call: Call, year: ActivityYear) -> None:
    """The weeks that the terminal has room for, the last ones, with the months above and the signs below."""
    shown = _last_weeks(year, (call.output.width or 0) - MARGIN)
    if not shown:
        return
    first = week_of(shown[0].date)
    weeks = (shown[-1].date - first).days // DAYS_IN_WEEK + 1
    rows = [[" "] * weeks for _ in LABELS]
    for one in shown:
        rows[one.date.weekday()][(one.date - first).days // DAYS_IN_WEEK] = SIGNS[what_it_was(one)]
    call.output.line()
    call.output.line(f"{'':{MARGIN}}{_months(shown, weeks)}", "quiet")
    for label, row in zip(LABELS, rows, strict=True):
        if "".join(row).strip():
            call.output.stretches([(f"  {label} ", "quiet"), ("".join(row), "")])
    used = {what_it_was(one) for one in shown}
    said = [f"{sign} {what}" for what, sign in SIGNS.items() if what in used and sign.strip()]
    call.output.line(f"{'':{MARGIN}}{'  '.join(said)}", "quiet")


def _last_weeks(year: ActivityYear, room: int) -> Sequence[YearDay]:
    """The days from a Monday on whose weeks fit; of a window without a known day, none."""
    known = [one for one in year.days if one.activity.known]
    if not known or room < 1:
        return ()
    fits = week_of(year.window.end).toordinal() - (room - 1) * DAYS_IN_WEEK
    begin = max(fits, week_of(known[0].date).toordinal())
    return [one for one in year.days if one.date.toordinal() >= begin]


def _months(shown: Sequence[YearDay], weeks: int) -> str:
    """`Mar Apr  May`: each month above the week in which it begins, the first one above its first day."""
    first = week_of(shown[0].date)
    begins = {(one.date - first).days // DAYS_IN_WEEK: one.date.month for one in shown if one.date.day == 1}
    heads = begins if any(column < MONTH_ROOM for column in begins) else {0: shown[0].date.month, **begins}
    line = ""
    for column, month in heads.items():
        if column + len(MONTHS[month]) <= weeks:
            line = f"{line:{column}}{MONTHS[month]} "
    return line
