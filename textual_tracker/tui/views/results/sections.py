"""The lines of the view from top to bottom."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from textual_tracker.analytics.diagnosis.verdict import Diagnosis, Verdict
from textual_tracker.analytics.diagnosis.words import LITTLE
from textual_tracker.analytics.results.early import FEW, first_early, usual_text
from textual_tracker.analytics.results.results import Results
from textual_tracker.analytics.results.words import (
    IN_THESE_DAYS,
    NOTHING,
    closings_counted,
    days_text,
    key_label,
    month_of_window,
    number,
    rate_of_text,
    ratio_rows,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.median import Median
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.analytics.wording import stage_label, word
from textual_tracker.core.stages import Stage
from textual_tracker.tui.views.results.behind import Crowd
from textual_tracker.tui.views.results.lines import (
    ACTIVITY,
    DIAGNOSIS,
    FUNNEL,
    GROUPS,
    IN_STAGE,
    LATE,
    MONTHS,
    PEOPLE,
    RANKED,
    SPEED,
    WHY_NOT,
    Figure,
    GroupLine,
    Item,
    LateLine,
    LossLine,
    MonthLine,
    PersonLine,
    Says,
    StepLine,
    Title,
    VerdictLine,
)
from textual_tracker.tui.widgets.ink import Piece

AT_STEP: Mapping[str, Stage] = MappingProxyType(
    {
        "referrals": Stage.received,
        "within_one": Stage.attempting,
        "six_attempts": Stage.contacted,
        "contacted_to_set": Stage.appointment_set,
        "set_to_held": Stage.appointment_held,
        "held_to_application": Stage.application_started,
        "submitted_to_closed": Stage.closed,
    }
)
"""The stage of the funnel at which each verdict loses people."""
INDENT = "   "
WHOLE = "The diagnosis and activity are about all of an officer's work: they stand here without this query."


def lines(
    snapshot: Snapshot, found: Results, diagnosis: Diagnosis | None, by: str, usual: Median, hint: str
) -> Iterator[Item]:
    """All of them; none where nobody is counted. `hint` says which keys lead further.

    `usual` are the days to close over all of history.

    Without a `diagnosis` these are only some of an officer's referrals, and what was done is not known of them apart.
    """
    if not found.received:
        return
    yield Title(FUNNEL, FUNNEL, hint)
    yield from _funnel(found, diagnosis)
    if diagnosis is not None:
        yield from _titled(DIAGNOSIS, "", [VerdictLine(verdict) for verdict in diagnosis.verdicts])
    yield from _why_not(found)
    yield from _grouped(snapshot, found, by, usual)
    if by == "month":
        yield from _months(found)
    yield from _titled(SPEED, "", list(_speed(found)))
    yield from _titled(IN_STAGE, "half of them stay for no longer", list(_stage_times(found)))
    if diagnosis is not None:
        yield from _titled(ACTIVITY, IN_THESE_DAYS, list(_ratios(found)))
    else:
        yield Says("\0space whole")
        yield Says("\0whole", (Piece(WHOLE, "quiet"),))


def people(crowds: Sequence[Crowd]) -> Iterator[Item]:
    """Those behind a line, under what they have in common."""
    for place, crowd in enumerate(crowds):
        yield Title(LATE if crowd.late else PEOPLE, crowd.title, str(crowd.size), place)
        yield from map(LateLine, crowd.late) if crowd.late else map(PersonLine, crowd.referrals)


def costliest(diagnosis: Diagnosis | None) -> Verdict | None:
    """What breaks and would bring the most, as far as that can be known."""
    known = (verdict for verdict in diagnosis.fired if verdict.leverage is not None) if diagnosis is not None else ()
    return max(known, key=lambda verdict: verdict.leverage or 0.0, default=None)


def closings(a_month: float) -> str:
    """`2.1 closings a month`."""
    return "less than 0.1 closings a month" if a_month < LITTLE else f"{a_month:.1f} closings a month"


def _titled(section: str, note: str, items: Sequence[Item]) -> Iterator[Item]:
    if items:
        yield Says(f"\0space {section}")
        yield Title(section, section, note)
        yield from items


def _funnel(found: Results, diagnosis: Diagnosis | None) -> Iterator[Item]:
    worst = costliest(diagnosis)
    at = AT_STEP.get(worst.step) if worst is not None else None
    for step in found.funnel:
        yield StepLine(step, found.received)
        if worst is not None and step.stage is at:
            says = f"{INDENT}← costs you most: {closings(worst.leverage or 0.0)}"
            yield Says("\0costs most", (Piece(says, "stalled"),))


def _why_not(found: Results) -> Iterator[Item]:
    most = max((loss.count for loss in found.losses), default=0)
    rows: list[Item] = [LossLine(loss, found.lost, most) for loss in found.losses]
    causes = ", ".join(f"{word(cause.cause) or 'no reason written'} {cause.count}" for cause in found.causes)
    nobody = Says("\0nobody lost", (Piece(f"{INDENT}Nobody was lost.", "quiet"),))
    yield from _titled(WHY_NOT, causes, rows or [nobody])


def _grouped(snapshot: Snapshot, found: Results, by: str, usual: Median) -> Iterator[Item]:
    rows = {
        "source": found.by_source,
        "partner": found.by_partner,
        "month": found.by_month,
        "officer": found.by_officer,
    }[by]
    first = next((place for place, row in enumerate(rows) if row.received), 0)
    yield Says("\0space groups")
    yield Title(RANKED if by == "partner" else GROUPS, f"BY {by.upper()}")
    early = first_early(rows, snapshot.today, usual) if by == "month" else len(rows)
    for place, row in enumerate(rows[first:], first):
        if place == max(early, first):
            says = f"{INDENT}↓ too early for a close rate: {usual_text(usual)}"
            yield Says("\0too early", (Piece(says, "quiet"),))
        yield GroupLine(by, row, key_label(by, row.key, snapshot, found.window), place >= early)


def _months(found: Results) -> Iterator[Item]:
    """What happened in each month, from the first in which anything did."""
    rows = [MonthLine(seen, month_of_window(seen.month, found.window)) for seen in found.snapshots]
    first = next((place for place, row in enumerate(rows) if row.seen.received or row.seen.closed), len(rows))
    yield from _titled(MONTHS, "", rows[first:])


def _speed(found: Results) -> Iterator[Figure]:
    speed, attempts, second = found.speed, found.attempts, found.second_chances
    yield _median("first_attempt", "to the first attempt", speed.to_first_attempt, "attempted")
    yield _share("within_one", "within one working day", speed.within_one, "attempted, or waiting for longer")
    if attempts.per_referral is not None:
        each = " each" if attempts.never_reached > 1 else ""
        tries = f"{'1 try' if attempts.per_referral == 1 else f'{number(attempts.per_referral)} tries'}{each}"
        yield Figure("attempts", SPEED, "never reached", f"{attempts.never_reached:,}", tries)
        yield _share("gave_up_early", "given up before six tries", attempts.gave_up_early, "given up")
    yield _to_closing(found)
    if second.reopened:
        since = f"{second.closed or 'none'} closed since{f', {second.lost} lost again' if second.lost else ''}"
        yield Figure("second_chances", SPEED, "came back", f"{second.reopened:,}", since)


def _median(name: str, label: str, median: Median, over: str) -> Figure:
    value = NOTHING if median.value is None else days_text(median.value)
    return Figure(name, SPEED, label, value, f"median of {median.n:,} {over}" if median.n else f"nobody {over} yet")


def _to_closing(found: Results) -> Figure:
    label, median = "from received to closing", found.days_to_close
    if median.value is None and found.closed:
        return Figure("days_to_close", SPEED, label, NOTHING, f"{found.closed:,} closed, on no day that can be right")
    shown = _median("days_to_close", label, median, "closed")
    return shown if median.value is None else shown._replace(note=f"median of {closings_counted(found)}")


def _share(name: str, label: str, rate: Rate | None, whom: str) -> Figure:
    if rate is None:
        return Figure(name, SPEED, label, NOTHING, f"nobody {whom} yet")
    if rate.is_few:
        return Figure(name, SPEED, label, f"{rate.hits} of {rate.n}", "" if label.startswith(whom) else whom)
    said, _, of = rate_of_text(rate).partition(" ")
    return Figure(name, SPEED, label, said, f"{of} {whom}")


def _stage_times(found: Results) -> Iterator[Figure]:
    rows = [row for row in found.stage_times if row.n]
    drawn = {row.stage: row.median_days or 0.0 for row in rows if row.n >= FEW}
    most = max(drawn.values(), default=0.0)
    for row in rows:
        value = NOTHING if row.median_days is None else days_text(row.median_days)
        note = f"of {row.n:,}{f', {row.waiting:,} still there' if row.waiting else ''}"
        yield Figure(row.stage.name, IN_STAGE, stage_label(row.stage), value, note, drawn.get(row.stage, 0.0), most)


def _ratios(found: Results) -> Iterator[Figure]:
    if found.weekly:
        for name, value, of in ratio_rows(found.ratios):
            yield Figure(name, ACTIVITY, name, value, of)
