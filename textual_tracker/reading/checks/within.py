"""Checks within one record, made when its file is read. They do not depend on today."""

import datetime as dt
from collections.abc import Iterator

from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.reading.checks.contradictions import contradictions
from textual_tracker.reading.checks.endings import after_the_ending
from textual_tracker.reading.checks.finding import Finding, finding
from textual_tracker.reading.checks.order import out_of_order
from textual_tracker.reading.decode import Group, day_at
from textual_tracker.reading.names import day_in, year_folder


def check_record(record: Referral | Day | Partner | Settings, group: Group) -> list[Finding]:
    """What is odd about one record by itself; `group` is the data that it was made from."""
    if isinstance(record, Referral):
        return [*_names(record, "received", record.received), *_facts(record)]
    if isinstance(record, Day):
        return [*_names(record, "date", day_at(group, "date") or record.date), *_not_named(record)]
    if isinstance(record, Settings):
        return list(_limits(record))
    return []


def _limits(settings: Settings) -> Iterator[Finding]:
    """Rules that are stalled before they are at risk, which then nothing ever is."""
    for rule, limits in settings.stalled.items():
        at_risk, stalled = limits or (None, None)
        if at_risk is not None and stalled is not None and at_risk > stalled:
            message = f"{rule} is stalled at {stalled}, before it is at risk at {at_risk}"
            hint = f"the first number is for at risk: write [{stalled}, {at_risk}]"
            yield finding(settings.path, f"stalled.{rule}", "limits_order", message, hint)


def _not_named(day: Day) -> Iterator[Finding]:
    if day_in(day.id) is None:
        message = f"the file of a day is named by its date, this one is {day.id}"
        yield finding(day.path, "date", "file_date", message, f"rename it to {day.date}.yaml")


def _facts(referral: Referral) -> Iterator[Finding]:
    yield from out_of_order(referral)
    yield from after_the_ending(referral)
    if not referral.faulty:  # what was dropped for an error may be what seems to be missing
        yield from contradictions(referral)


def _names(record: Referral | Day, field: str, day: dt.date) -> Iterator[Finding]:
    """What the file's name and folder say, against the day in the file."""
    named = day_in(record.id)
    if named is not None and named != day:
        message = f"the file is named {named}, but {field} says {day}"
        yield finding(record.path, field, "file_date", message, "correct the one that is wrong")
        return
    year = year_folder(record.path)
    if year is not None and year != f"{day:%Y}":
        message = f"the file lies in the folder {year}, but {field} is {day}"
        yield finding(record.path, field, "year_folder", message, f"move the file into the folder {day:%Y}")
