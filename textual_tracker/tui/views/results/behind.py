"""The referrals behind each line: who was lost at a step, for a reason, who came from whom, who misses a target."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from textual_tracker.analytics.diagnosis.verdict import Diagnosis
from textual_tracker.analytics.partners.told import Due, dues_in
from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.endings import Ending
from textual_tracker.analytics.results.groups import Key
from textual_tracker.analytics.results.months import month_of
from textual_tracker.analytics.results.results import Results
from textual_tracker.analytics.results.speed import ENOUGH, first_attempt, within_one
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.tui.views.results.lines import (
    figure_key,
    group_key,
    loss_key,
    month_key,
    step_key,
    verdict_key,
)


class Crowd(NamedTuple):
    """Some referrals, the newest first, and what they have in common.

    `late` are words about them that came late, or never, the newest first; they are listed in place of the referrals.
    """

    title: str
    referrals: Sequence[Referral]
    late: Sequence[Due] = ()

    @property
    def size(self) -> int:
        """How many are listed."""
        return len(self.late or self.referrals)


Behind = Mapping[str, Sequence[Crowd]]
"""Those behind each line, by its key; no crowd is empty."""


def behind(
    snapshot: Snapshot, found: Results, diagnosis: Diagnosis | None, by: str, closed: Sequence[Ending] = ()
) -> Behind:
    """Everybody behind every line, with the grouping `by`; `closed` is what closed in the window."""
    newest = found.members[::-1]
    pairs = [
        *_steps(newest),
        *_losses(newest),
        *_groups(snapshot, newest, by),
        *_figures(snapshot, newest),
        *_verdicts(snapshot, diagnosis),
        *_months(newest if by == "month" else (), closed),
    ]
    seen: dict[str, list[Crowd]] = {}
    for key, crowd in pairs:
        if crowd.referrals:
            seen.setdefault(key, []).append(crowd)
    return seen


def key_of(snapshot: Snapshot, member: Member, by: str) -> Key:
    """In which row of the grouping `by` the member is counted."""
    referral = member.referral
    if by == "source":
        return snapshot.journal.source_of(referral)
    if by == "month":
        return month_of(referral.received)
    return referral.partner if by == "partner" else referral.officer


def _crowd(title: str, members: Iterable[Member]) -> Crowd:
    return Crowd(title, [member.referral for member in members])


def _steps(newest: Sequence[Member]) -> Iterator[tuple[str, Crowd]]:
    """Behind a stage who came to the one before it and no further; behind the first one everybody."""
    at: dict[Stage, list[Member]] = {}
    for member in newest:
        at.setdefault(member.furthest, []).append(member)
    yield step_key(Stage.received), _crowd("received", newest)
    yield step_key(Stage.closed), _crowd("closed", (member for member in newest if member.fate == "closed"))
    for stage in Stage:
        if Stage.received < stage <= Stage.closed:
            short = [one for one in at.get(Stage(stage - 1), ()) if one.fate != "closed"]
            yield step_key(stage), _crowd("lost before it", (one for one in short if one.fate == "lost"))
            yield step_key(stage), _crowd("not there yet", (one for one in short if one.fate != "lost"))


def _losses(newest: Sequence[Member]) -> Iterator[tuple[str, Crowd]]:
    lost: dict[str | None, list[Member]] = {}
    for member in newest:
        if member.fate == "lost":
            lost.setdefault(member.reason, []).append(member)
    for reason, members in lost.items():
        yield loss_key(reason), _crowd("lost for it", members)


def _groups(snapshot: Snapshot, newest: Sequence[Member], by: str) -> Iterator[tuple[str, Crowd]]:
    rows: dict[Key, list[Member]] = {}
    for member in newest:
        rows.setdefault(key_of(snapshot, member, by), []).append(member)
    for key, members in rows.items():
        for title, fate in (("closed", "closed"), ("lost", "lost"), ("still open", "open"), ("in nurture", "nurture")):
            yield group_key(by, key), _crowd(title, (one for one in members if one.fate == fate))


def _months(newest: Sequence[Member], closed: Sequence[Ending]) -> Iterator[tuple[str, Crowd]]:
    """Behind a month who closed in it, and who came in it, which are not the same people."""
    came = ((member.referral.received, member.referral) for member in newest)
    ended = ((ending.date, ending.referral) for ending in closed)
    for title, dated in (("closed in it", ended), ("received in it", came)):
        months: dict[str, list[Referral]] = {}
        for day, referral in dated:
            months.setdefault(month_of(day), []).append(referral)
        for month, referrals in months.items():
            yield month_key(month), Crowd(title, referrals)


def _figures(snapshot: Snapshot, newest: Sequence[Member]) -> Iterator[tuple[str, Crowd]]:
    today = snapshot.today
    first = {member.referral.id: first_attempt(member, today) for member in newest}
    late = (one for one in newest if within_one(one, first[one.referral.id], snapshot) is False)
    yield figure_key("within_one"), _crowd("not within one working day", late)
    unreached = [member for member in newest if member.furthest < Stage.contacted]
    yield figure_key("attempts"), _crowd("never reached", unreached)
    given_up = (one for one in unreached if one.fate in {"lost", "nurture"} and one.standing.all_attempts < ENOUGH)
    yield figure_key("gave_up_early"), _crowd("given up before six attempts", given_up)
    yield figure_key("days_to_close"), _crowd("closed", (member for member in newest if member.fate == "closed"))
    waiting: dict[Stage, list[Member]] = {}
    for member in newest:
        if member.fate == "open":
            waiting.setdefault(member.standing.stage, []).append(member)
    for stage, members in waiting.items():
        yield figure_key(stage.name), _crowd("there now", members)


def _verdicts(snapshot: Snapshot, diagnosis: Diagnosis | None) -> Iterator[tuple[str, Crowd]]:
    if diagnosis is None:
        return
    for verdict in diagnosis.verdicts:
        if verdict.step == "told":
            due = dues_in(snapshot, diagnosis.window, diagnosis.officer)
            late = [word for word in reversed(due) if not word.in_time]
            yield verdict_key(verdict), Crowd("told late, or never", verdict.behind, late)
        else:
            yield verdict_key(verdict), Crowd("those behind it", verdict.behind)
