"""The detail of a line: its numbers in words, what they mean, and the referrals behind it."""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from textual_tracker.analytics.definitions import diagnose as of_verdicts
from textual_tracker.analytics.definitions import partners as of_partners
from textual_tracker.analytics.definitions import results as of_results
from textual_tracker.analytics.definitions.definition import Definition
from textual_tracker.analytics.diagnosis import words
from textual_tracker.analytics.diagnosis.verdict import Verdict
from textual_tracker.analytics.partners.told import Due
from textual_tracker.analytics.results.early import usual_text
from textual_tracker.analytics.results.words import number, other_rates_text, rate_of_text, reason_label
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import about_label, count, day, money, stage_label, word
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.tui.actions import BY_ID
from textual_tracker.tui.views.page_parts import line, title
from textual_tracker.tui.views.results.behind import Crowd
from textual_tracker.tui.views.results.lines import (
    ACTIVITY,
    IN_STAGE,
    Figure,
    GroupLine,
    Item,
    LossLine,
    MonthLine,
    StepLine,
    VerdictLine,
)
from textual_tracker.tui.views.results.sections import AT_STEP, closings, costliest
from textual_tracker.tui.views.results.worked import ResultList
from textual_tracker.tui.views.words import DOT, dotted
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.text_pane import BLANK, Paragraph

MOST = 40
"""Names that a page has of each crowd; the list behind it has all."""
HANG = 2
OF_FIGURES = MappingProxyType(
    {
        "first_attempt": of_results.SPEED,
        "within_one": of_results.SPEED,
        "attempts": of_results.ATTEMPTS,
        "gave_up_early": of_results.ATTEMPTS,
        "days_to_close": of_results.TO_CLOSING,
        "second_chances": of_results.SECOND_CHANCES,
    }
)
"""What the numbers of the section on speed mean."""
OF_VERDICTS = MappingProxyType(
    {
        "speed": of_verdicts.SPEED,
        "follow-up": of_verdicts.FOLLOW_UP,
        "scripting": of_verdicts.SCRIPTING,
        "process": of_verdicts.PROCESS,
        "partner care": of_partners.TOLD,
        "traffic": of_verdicts.TRAFFIC,
        "qualification": of_verdicts.QUALIFICATION,
    }
)
"""What the verdicts mean, by their names."""


def line_page(snapshot: Snapshot, found: ResultList, item: Item) -> Iterator[Paragraph]:
    """Everything about a line."""
    crowds = found.behind.get(item.key, ())
    if isinstance(item, StepLine):
        yield from _step(found, item)
    elif isinstance(item, LossLine):
        yield from _loss(item)
    elif isinstance(item, GroupLine):
        yield from _group(found, item)
    elif isinstance(item, MonthLine):
        yield from _month(item)
    elif isinstance(item, Figure):
        yield from _figure(item)
    elif isinstance(item, VerdictLine):
        yield from _verdict(item.verdict)
    yield from _behind(snapshot, crowds)


def _head(text: str, *says: str) -> Iterator[Paragraph]:
    yield line(Piece(text, "strong"))
    for each in filter(None, says):
        yield line(Piece(each))


def _meaning(*definitions: Definition) -> Iterator[Paragraph]:
    for definition in definitions:
        yield BLANK
        yield line(Piece(definition.means, "quiet"))


def _step(found: ResultList, item: StepLine) -> Iterator[Paragraph]:
    step = item.step
    if step.stage is Stage.received:
        rates = other_rates_text(found.results.close_rates).split(DOT)
        yield from _head(stage_label(step.stage), f"{step.reached} received in these days.", *rates)
    else:
        before = stage_label(Stage(step.stage - 1))
        whom = f"who came to {before}"
        of_previous = (
            f"nobody came to {before}" if step.from_previous is None else rate_of_text(step.from_previous, whom)
        )
        of_all = "" if step.from_received is None else rate_of_text(step.from_received, "received")
        yield from _head(stage_label(step.stage), of_previous, of_all, _may_come(found, item))
    worst = costliest(found.diagnosis)
    if worst is not None and AT_STEP.get(worst.step) is step.stage:
        yield BLANK
        yield line(Piece(f"This step costs you most: {closings(worst.leverage or 0.0)}.", "stalled"))
        yield from _base(worst)
        yield line(Piece(on_screen(worst.advice)))
    yield from _meaning(of_results.RECEIVED if step.stage is Stage.received else of_results.FUNNEL)


def _may_come(found: ResultList, item: StepLine) -> str:
    """Those who stand right before the stage, as in the list below, and apart from them those who are further off."""
    before = Stage(item.step.stage - 1)
    further_off = next(step.undecided for step in found.results.funnel if step.stage is before)
    here = item.step.undecided - further_off
    if not here:
        return f"{further_off} who did not come to {stage_label(before)} yet may still come." if further_off else ""
    more = f"; so may {further_off} who did not come so far yet" if further_off else ""
    return f"{here} who came to {stage_label(before)} and no further may still come{more}."


def _base(verdict: Verdict) -> Iterator[Paragraph]:
    """Of how many the advice speaks, which are fewer than the funnel has: not all are judged yet."""
    rate = verdict.rate
    if rate is not None:
        left_out = words.not_judged(verdict)
        judged = f"Judged are {rate.n}: {rate.hits} made it, {rate.n - rate.hits} did not."
        yield line(Piece(f"{left_out}. {judged}" if left_out else judged))


def on_screen(text: str) -> str:
    """A sentence of the reports, with the views in place of the commands: `1 Today` for `tracker today`."""
    return re.sub(r"\btracker (today|stalled)\b", _view_of, text)


def _view_of(command: re.Match[str]) -> str:
    view = BY_ID[command[1]]
    return f"{view.shown_key} {view.label}"


def _loss(item: LossLine) -> Iterator[Paragraph]:
    loss = item.loss
    cause = f"The cause is {word(loss.cause)}." if loss.cause else ""
    yield from _head(reason_label(loss.reason), f"{loss.count} of {item.lost} who were lost.", cause)
    yield from _meaning(of_results.WHY_NOT)


def _group(found: ResultList, item: GroupLine) -> Iterator[Paragraph]:
    group = item.group
    fates = {"closed": group.closed, "lost": group.lost, "open": group.open, "in nurture": group.nurture}
    became = dotted(f"{number} {name}" for name, number in fates.items() if number)
    rate = "" if group.close_rate is None else f"Close rate: {rate_of_text(group.close_rate, 'decided')}."
    took = "" if group.median_days is None else f"Half of them closed within {number(group.median_days)} days."
    funded = f"{money(group.amount)} funded." if group.amount else ""
    yield from _head(item.name, f"{group.received} received{': ' if became else '.'}{became}", rate, took, funded)
    if item.is_early and group.received > group.decided:
        yield line(Piece(f"Too early for a close rate: {usual_text(found.usual)}."))
    yield from _meaning(of_results.BY, *((of_results.AT_LEAST,) if item.by == "partner" else ()))


def _month(item: MonthLine) -> Iterator[Paragraph]:
    """What happened in the month itself, which is no rate of those received in it."""
    seen = item.seen
    yield from _head(item.name, f"In it {seen.closed or 'nobody'} closed, and {seen.received or 'nobody'} came.")
    yield from _meaning(of_results.SNAPSHOT)


def _figure(item: Figure) -> Iterator[Paragraph]:
    join = ": " if item.section == ACTIVITY else ", "
    yield from _head(item.name, f"{item.value}{f'{join}{item.note}' if item.note else ''}")
    if item.section == IN_STAGE:
        yield from _meaning(of_results.DAYS_IN_STAGE)
    else:
        yield from _meaning(of_results.RATIOS if item.section == ACTIVITY else OF_FIGURES[item.id])


def _verdict(verdict: Verdict) -> Iterator[Paragraph]:
    yield from _head(
        words.title(verdict),
        f"{verdict.measured[0].upper()}{verdict.measured[1:]}: {words.measured(verdict)}.",
        dotted((words.goal(verdict), words.finding(verdict), words.gain(verdict))),
    )
    if verdict.tells_why:
        yield from _base(verdict)
    elif words.not_judged(verdict):
        yield line(Piece(f"{words.not_judged(verdict)}.", "quiet"))
    if verdict.advice:
        yield BLANK
        yield line(Piece(on_screen(verdict.advice), "strong" if verdict.fires else "text"))
    yield from _meaning(OF_VERDICTS[verdict.name], *((of_verdicts.GAIN,) if words.gain(verdict) else ()))


def _behind(snapshot: Snapshot, crowds: Sequence[Crowd]) -> Iterator[Paragraph]:
    """The names, the newest first, and the key that leads to all of them."""
    if crowds:
        yield BLANK
        yield line(Piece(BY_ID["right"].shown_keys, "accent"), Piece("  lists them, to open and to act on", "quiet"))
    for crowd in crowds:
        yield from title(crowd.title.upper(), str(crowd.size))
        if crowd.late:
            yield from (_word(snapshot, due) for due in crowd.late[:MOST])
        else:
            yield from (_name(snapshot, referral) for referral in crowd.referrals[:MOST])
        if crowd.size > MOST:
            yield line(Piece(f"… and {crowd.size - MOST} more", "quiet"))


def _name(snapshot: Snapshot, referral: Referral) -> Paragraph:
    """`Dana Ortiz  lost Tue 3 Mar · not ready`."""
    standing, today = snapshot.standing(referral), snapshot.today
    since = standing.entered or standing.outcome.date
    where = f"{stage_label(standing.stage)} {day(since, today) if since is not None else ''}".rstrip()
    reason = standing.outcome.reason
    why = "" if standing.is_open or reason is None else reason_label(reason)
    return line(Piece(referral.name), Piece(f"  {dotted((where, why))}", "quiet"), hang=HANG)


def _word(snapshot: Snapshot, due: Due) -> Paragraph:
    """`Dana Ortiz  contacted, to Mike Tran · after 3 working days`."""
    whom = f"{about_label(due.about)}, to {snapshot.journal.partner_name(due.partner)}"
    when = f"{'never,' if due.told is None else 'after'} {count(due.waited, 'working day')}"
    return line(Piece(due.referral.name), Piece(f"  {dotted((whom, when))}", "quiet"), hang=HANG)
