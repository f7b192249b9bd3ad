"""The results in words and figures, the same on the command line, on the screen and on a page."""

import datetime as dt

from textual_tracker.analytics.results.closing import CloseRates
from textual_tracker.analytics.results.groups import Key
from textual_tracker.analytics.results.ratios import Ratio, Ratios
from textual_tracker.analytics.results.results import Results
from textual_tracker.analytics.results.speed import Attempts
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.analytics.window import Window, last_twelve_months
from textual_tracker.analytics.wording import MONTHS, word
from textual_tracker.core.calendar import ONE_DAY

NOTHING = "–"
WITHOUT = {"source": "no source", "partner": "no partner", "officer": "no officer"}
"""What those are called who have none."""

PREFIXES = {"denied_": "denied: {}", "chose_other_lender_": "chose another lender ({})"}
OWN_LABELS = {"no_show": "no-show"}
IN_THESE_DAYS = "in these days, whenever received"
"""Stands beside what is counted by its own day, where other numbers are of those received in the window."""

NAMED = 3
"""How many files with an error are named."""

TENTHS_UNDER = 10
"""A number as large as this is said without tenths."""


def percent(rate: Rate) -> str:
    """`29%`; what is neither none nor all is never said to be: `<1%`, `>99%`."""
    text = f"{rate.rate:.0%}"
    if text == "0%" and rate.hits:
        return "<1%"
    return ">99%" if text == "100%" and rate.hits < rate.n else text


def interval(rate: Rate) -> str:
    """`21–38%`: the 95 % interval."""
    return f"{100 * rate.low:.0f}–{rate.high:.0%}"


def rate_text(rate: Rate | None) -> str:
    """`29% (21–38%)`; of few the counts alone, `3 of 5`; of nobody `–`."""
    if rate is None:
        return NOTHING
    return f"{rate.hits} of {rate.n}" if rate.is_few else f"{percent(rate)} ({interval(rate)})"


def rate_of_text(rate: Rate, whom: str = "") -> str:
    """`29% of 108 decided (21–38%)`; of few `3 of 5 decided`."""
    share = share_of_text(rate, whom)
    return share if rate.is_few else f"{share} ({interval(rate)})"


def share_of_text(rate: Rate, whom: str = "") -> str:
    """The same without the interval, where there is no room for it: `29% of 108 decided`; of few `3 of 5 decided`."""
    return f"{rate.hits if rate.is_few else percent(rate)} of {rate.n:,} {whom}".rstrip()


def month_label(year: int, month: int) -> str:
    """`Mar 2026`."""
    return f"{MONTHS[month]} {year}"


def date_label(day: dt.date) -> str:
    """`10 Mar 2026`."""
    return f"{day.day} {month_label(day.year, day.month)}"


def window_label(window: Window, today: dt.date) -> str:
    """`12 months to 10 Mar 2026`, `Jan 2026`, `10 Mar 2026`, `1 Jan 2026 to 15 Feb 2026`."""
    if window == last_twelve_months(today):
        return f"12 months to {date_label(window.end)}"
    if window.days == 1:
        return date_label(window.start)
    if _is_whole_month(window):
        return month_label(window.start.year, window.start.month)
    return f"{date_label(window.start)} to {date_label(window.end)}"


def _is_whole_month(window: Window) -> bool:
    same = (window.start.year, window.start.month) == (window.end.year, window.end.month)
    return same and window.start.day == 1 and _is_last_of_month(window.end)


def _is_last_of_month(day: dt.date) -> bool:
    return day == dt.date.max or (day + ONE_DAY).day == 1


def counts_text(found: Results) -> str:
    """`168 received · 31 closed · 77 lost · 53 still open · 7 in nurture`."""
    parts = [f"{found.received:,} received", f"{found.closed:,} closed", f"{found.lost:,} lost"]
    parts += [f"{found.open:,} still open"]
    parts += [f"{found.nurture:,} in nurture"] if found.nurture else []
    return " · ".join(parts)


def close_rate_text(rates: CloseRates) -> str:
    """`close rate 29% of 108 decided (21–38%)`."""
    if rates.decided is None:
        return "no close rate yet: nobody is closed or lost"
    return f"close rate {rate_of_text(rates.decided, 'decided')}"


def other_rates_text(rates: CloseRates) -> str:
    """`so far 18% of 168 received (13–25%) · controllable 34% of 91 (25–44%)`; "" where nothing is decided."""
    if rates.decided is None or rates.so_far is None:
        return ""
    so_far = f"so far {rate_of_text(rates.so_far, 'received')}"
    if rates.controllable is None:
        return f"{so_far} · controllable: nobody, all were lost to qualification or the market"
    return f"{so_far} · controllable {rate_of_text(rates.controllable)}"


def reason_label(reason: str | None) -> str:
    """`chose another lender (rate)`, `denied: debt to income`, `never reached`."""
    if reason is None:
        return "no reason written"
    for prefix, label in PREFIXES.items():
        if reason.startswith(prefix):
            return label.format(word(reason.removeprefix(prefix)))
    return OWN_LABELS.get(reason) or word(reason)


def key_label(kind: str, key: Key, snapshot: Snapshot, window: Window) -> str:
    """A row's name: of a partner or an officer the name, of a month `Feb 2026`, of a part of one `to 10 Mar 2026`."""
    if key is None:
        only = snapshot.journal.settings
        return only.officer if kind == "officer" and only.officer and not only.officers else WITHOUT[kind]
    if kind == "partner":
        return snapshot.journal.partner_name(key)
    if kind == "officer":
        return snapshot.journal.settings.officers.get(key, key)
    return month_of_window(key, window) if kind == "month" else word(key)


def month_of_window(key: str, window: Window) -> str:
    """`Feb 2026`; of a month that is not whole in the window `from 11 Mar 2025`, `to 10 Mar 2026`."""
    year, month = int(key[:4]), int(key[5:])
    begins = (window.start.year, window.start.month) == (year, month) and window.start.day > 1
    ends = (window.end.year, window.end.month) == (year, month) and not _is_last_of_month(window.end)
    if begins and ends:
        last = window.end.day
        return f"{window.start.day}–{last} {month_label(year, month)}" if window.days > 1 else date_label(window.end)
    if begins:
        return f"from {date_label(window.start)}"
    return f"to {date_label(window.end)}" if ends else month_label(year, month)


def number(value: float) -> str:
    """`2.9`, `45`, `1,250`: with tenths where they matter, and where there are any."""
    if value < TENTHS_UNDER and round(value, 1) != round(value):
        return f"{value:.1f}"
    return f"{value:,.0f}"


def days_text(value: float) -> str:
    """`1 day`, `3.5 days`."""
    return f"{number(value)} day" if value == 1 else f"{number(value)} days"


def speed_lines(found: Results) -> tuple[str, ...]:
    """How fast and how often people were tried, a sentence each."""
    median, in_time = found.speed.to_first_attempt, found.speed.within_one
    lines = []
    if median.value is not None:
        when = "on the day received" if median.value == 0 else f"{days_text(median.value)} after received"
        lines.append(f"first attempt {when} (median of {median.n:,} attempted)")
    if in_time is not None:
        whom = "attempted, or waiting for longer"
        lines.append(f"within one working day: {rate_of_text(in_time, whom)}")
    lines += attempts_lines(found)
    return tuple(lines)


def attempts_lines(found: Results) -> list[str]:
    """How often those were tried who were never reached."""
    tried, early = found.attempts, found.attempts.gave_up_early
    if tried.per_referral is None:
        return []
    lines = [f"{tried.never_reached:,} never reached, {_how_often(tried)}"]
    if early is not None:
        still_open = tried.never_reached - early.n
        lines[0] += f", {still_open:,} of them still open" if still_open else ""
        lines[0] += f"; {rate_of_text(early, 'given up')} had fewer than six tries"
    return lines


def _how_often(tried: Attempts) -> str:
    if tried.per_referral is None or not tried.attempts:
        return "nor tried"
    mean = "once" if tried.attempts == tried.never_reached else f"{number(tried.per_referral)} times"
    return f"tried {mean}{' each' if tried.never_reached > 1 else ''}"


def closing_line(found: Results) -> str:
    """`from received to closing 84 days (median of 31 closed)`; "" where nothing closed on a day that can be right."""
    median = found.days_to_close
    if median.value is None:
        return ""
    return f"from received to closing {days_text(median.value)} (median of {closings_counted(found)})"


def closings_counted(found: Results) -> str:
    """`31 closed`; where some closed on no known day, or before they were received, `30 of 31 closed`."""
    n = found.days_to_close.n
    return f"{found.closed:,} closed" if n == found.closed else f"{n:,} of {found.closed:,} closed"


def second_chances_line(found: Results) -> str:
    """`9 came back in the window: 2 closed since, 4 lost again, 3 undecided`; "" where nobody did."""
    chances = found.second_chances
    if not chances.reopened:
        return ""
    undecided = chances.reopened - chances.closed - chances.lost
    parts = [f"{chances.closed or 'none'} closed since"]
    parts += [f"{chances.lost} lost again"] if chances.lost else []
    parts += [f"{undecided} undecided"] if undecided else []
    line = f"{chances.reopened:,} came back after an ending: {', '.join(parts)}"
    return f"{line}; {chances.closed_before} had closed before" if chances.closed_before else line


def ratio_rows(ratios: Ratios) -> list[tuple[str, str, str]]:
    """Each step from a call to a closing: what it is, how many it takes, and out of how many of both.

    Where none of the first was recorded it does not take 0 of them: then that is what is said.
    """
    named = (
        ("call", "conversation", ratios.calls_per_conversation),
        ("conversation", "appointment", ratios.conversations_per_appointment),
        ("appointment", "application", ratios.appointments_per_application),
        ("application", "closing", ratios.applications_per_closing),
        ("call", "closing", ratios.calls_per_closing),
    )
    return [
        (
            f"{what}s for one {for_one}",
            _with_tenths(ratio.value) if ratio.value else NOTHING,
            _both(ratio, what, for_one),
        )
        for what, for_one, ratio in named
    ]


def _with_tenths(value: float) -> str:
    """`3.0` beside `2.9`; `15`, `105`."""
    return f"{value:.1f}" if round(value, 1) < TENTHS_UNDER else number(value)


def _both(ratio: Ratio, what: str, for_one: str) -> str:
    """`60 applications, 39 closings`; `no applications recorded, 6 closings`."""
    recorded = "" if ratio.numerator else " recorded"
    return f"{_many(ratio.numerator, what)}{recorded}, {_many(ratio.denominator, for_one)}"


def _many(number_of: int, what: str) -> str:
    """`no closings`, `1 call`, `4,106 calls`."""
    return f"1 {what}" if number_of == 1 else f"{f'{number_of:,}' if number_of else 'no'} {what}s"


def left_out_line(found: Results) -> str:
    """`left out: 3 that were no referrals (duplicates and the like), 1 with an error in its file: …`; "" for none."""
    parts = []
    if found.no_referrals:
        verb = "was no referral" if found.no_referrals == 1 else "were no referrals"
        parts.append(f"{found.no_referrals:,} that {verb} (duplicates and the like)")
    if found.left_out:
        its = "its file" if len(found.left_out) == 1 else "their files"
        paths = ", ".join(found.left_out[:NAMED])
        more = f" and {len(found.left_out) - NAMED:,} more" if len(found.left_out) > NAMED else ""
        parts.append(f"{len(found.left_out):,} with an error in {its}: {paths}{more}")
    return f"left out: {', '.join(parts)}" if parts else ""


def nobody_line(snapshot: Snapshot, found: Results) -> str:
    """Why there is nothing to count, and where there would be."""
    received = [one.received for one in snapshot.referrals if found.officer in {None, one.officer}]
    if not received:
        return _nobody_yet(snapshot, found)
    if found.no_referrals or found.faulty:
        came = found.no_referrals + len(found.faulty)
        return f"none of the {came:,} received in the window counts" if came > 1 else "the one received does not count"
    first, last = min(received), max(received)
    if len(received) == 1:
        when = f"the only one came on {date_label(first)}"
    elif first == last:
        when = f"those there are came on {date_label(first)}"
    else:
        when = f"those there are came from {date_label(first)} to {date_label(last)}"
    return f"nobody was received in the window; {when}"


def _nobody_yet(snapshot: Snapshot, found: Results) -> str:
    whose = [one for one in snapshot.journal.referrals.values() if found.officer in {None, one.officer}]
    if whose:
        return f"nobody had been received by {date_label(snapshot.today)}"
    if found.officer is not None:
        return "no referral is recorded for this officer yet"
    return "no referral is recorded yet; tracker add Dana Ortiz 555-0142 @chen records one"
