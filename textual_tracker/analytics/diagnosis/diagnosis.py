"""What breaks: every step judged against its target, and what mending it would bring.

Source: docs/numbers.md, "Diagnosis".
"""

from collections.abc import Sequence

from msgspec.structs import replace

from textual_tracker.analytics.diagnosis import advice, calling, leverage, steps
from textual_tracker.analytics.diagnosis.evidence import Evidence
from textual_tracker.analytics.diagnosis.judgement import judged
from textual_tracker.analytics.diagnosis.targets import target_of
from textual_tracker.analytics.diagnosis.traffic import traffic
from textual_tracker.analytics.diagnosis.verdict import Diagnosis, Name, Verdict
from textual_tracker.analytics.partners.told import dues_in, told_share
from textual_tracker.analytics.results.closing import close_rates
from textual_tracker.analytics.results.cohort import Member, cohort
from textual_tracker.analytics.results.happened import happened
from textual_tracker.analytics.results.known_part import is_short, known_part
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.core.stages import Stage

FUNNEL = frozenset({"speed", "follow-up", "scripting", "process"})
SCRIPTING = (
    ("contacted_to_set", "of those talked with, agreed to an appointment", Stage.contacted, Stage.appointment_set),
    ("set_to_held", "of the appointments agreed, held", Stage.appointment_set, Stage.appointment_held),
    (
        "held_to_application",
        "of the appointments held, led to an application",
        Stage.appointment_held,
        Stage.application_started,
    ),
)


def diagnosis(snapshot: Snapshot, window: Window, officer: str | None = None) -> Diagnosis:
    """The verdicts on those received in `window`, as of the snapshot's day; of one officer only where one is given."""
    members = cohort(snapshot, window, officer)
    history = known_part(snapshot, window, officer)
    closed = None if is_short(history) else len(happened(snapshot, window, officer).closings) / history.months
    # Where nobody closed, or the time is short, what a step brings is no number, but the order of the steps is known.
    closings = closed or 1.0
    found = [
        _speed(snapshot, members, closings),
        _six_attempts(snapshot, members, closings),
        _stalled(snapshot, members),
        *(_scripting(snapshot, members, closings, *row) for row in SCRIPTING),
        _process(snapshot, members, closings),
    ]
    breaks = any(verdict.fires for verdict in found if verdict.name in FUNNEL)
    found.append(_partner_care(snapshot, window, officer))
    found.append(_traffic(snapshot, members, history, closings, breaks=breaks))
    found.append(_qualification(members))
    ordered = sorted(found, key=_rank)
    return Diagnosis(
        window=window,
        history=history,
        officer=officer,
        received=len(members),
        came=sum(one.received in window and officer in {None, one.officer} for one in snapshot.referrals),
        closings_a_month=closed,
        verdicts=tuple(ordered if closed else [replace(verdict, leverage=None) for verdict in ordered]),
    )


def _rank(verdict: Verdict) -> tuple[bool, bool, float]:
    """What fires first, that which brings the most before the others."""
    return (not verdict.fires, verdict.leverage is None, -(verdict.leverage or 0.0))


def _verdict(
    snapshot: Snapshot, name: Name, step: str, measured: str, evidence: Evidence, *, at_most: bool = False
) -> Verdict:
    """The evidence judged against the target; what it would bring, and what to do, is for the caller to say."""
    target = target_of(snapshot.journal.settings, name.replace("-", "_").replace(" ", "_"), step)
    rate = evidence.share_of_missed if at_most else evidence.rate
    status, chance, needed = judged(rate, target, at_most=at_most)
    return Verdict(
        name=name,
        step=step,
        measured=measured,
        status=status,
        rate=rate,
        target=target,
        at_most=at_most,
        chance=chance,
        needed=needed,
        left_out=evidence.left_out,
        behind=evidence.behind,
    )


def _mended(verdict: Verdict, gain: float | None, what_to_do: str) -> Verdict:
    return replace(verdict, leverage=gain, advice=what_to_do) if verdict.fires else verdict


def _stepped(verdict: Verdict, gain: float | None, evidence: Evidence) -> Verdict:
    """The same of a step of the funnel, where the reasons are known of those who did not make it."""
    what_to_do = advice.of_a_step(verdict.step, evidence.missed)
    mended = _mended(verdict, gain, what_to_do)
    return replace(mended, tells_why=advice.tells_why(what_to_do, verdict.step)) if verdict.fires else verdict


def _speed(snapshot: Snapshot, members: Sequence[Member], closings: float) -> Verdict:
    evidence = calling.in_time(snapshot, members)
    verdict = _verdict(snapshot, "speed", "within_one", "first attempted within one working day", evidence)
    gain = leverage.of_speed(snapshot, members, verdict.target or 0.0, closings) if verdict.fires else None
    return _mended(verdict, gain, advice.STEPS["within_one"])


def _six_attempts(snapshot: Snapshot, members: Sequence[Member], closings: float) -> Verdict:
    evidence = calling.six_attempts(snapshot, members)
    verdict = _verdict(snapshot, "follow-up", "six_attempts", "of those never reached, tried six times", evidence)
    gain = leverage.of_six_attempts(members, evidence, verdict.target or 0.0, closings) if verdict.fires else None
    return _mended(verdict, gain, advice.of_six_attempts(evidence.missed))


def _stalled(snapshot: Snapshot, members: Sequence[Member]) -> Verdict:
    evidence = calling.not_stalled(snapshot, members)
    measured = "of those open before an application is submitted, stalled"
    verdict = _verdict(snapshot, "follow-up", "stalled", measured, evidence, at_most=True)
    return _mended(verdict, None, advice.of_stalled(snapshot, evidence.missed))


def _scripting(
    snapshot: Snapshot,
    members: Sequence[Member],
    closings: float,
    step: str,
    measured: str,
    stage: Stage,
    to: Stage,
) -> Verdict:
    evidence = steps.came_from(snapshot, members, stage, to)
    verdict = _verdict(snapshot, "scripting", step, measured, evidence)
    gain = leverage.of_a_step(evidence.rate, verdict.target or 0.0, closings)
    return _stepped(verdict, gain, evidence)


def _process(snapshot: Snapshot, members: Sequence[Member], closings: float) -> Verdict:
    evidence = steps.submitted_to_closed(members)
    measured = "of the applications submitted and decided, closed"
    verdict = _verdict(snapshot, "process", "submitted_to_closed", measured, evidence)
    gain = leverage.of_a_step(evidence.rate, verdict.target or 0.0, closings)
    return _stepped(verdict, gain, evidence)


def _partner_care(snapshot: Snapshot, window: Window, officer: str | None) -> Verdict:
    """Of the words that were due since a day of the window; behind it stands whoever they were about."""
    due = dues_in(snapshot, window, officer)
    late = [one.referral for one in reversed(due) if not one.in_time]
    target = target_of(snapshot.journal.settings, "partner_care", "told")
    rate = told_share(due)
    status, chance, needed = judged(rate, target)
    verdict = Verdict(
        name="partner care",
        step="told",
        measured="of the words due to partners, given in time",
        status=status,
        rate=rate,
        target=target,
        chance=chance,
        needed=needed,
        behind=tuple({referral.id: referral for referral in late}.values()),
    )
    return _mended(verdict, None, advice.of_told(snapshot, due))


def _traffic(
    snapshot: Snapshot, members: Sequence[Member], history: Window, closings: float, *, breaks: bool
) -> Verdict:
    goals = snapshot.journal.settings.goals.monthly  # as they are written, whoever is asked for
    verdict = traffic(
        goals.get("referrals") or None,
        goals.get("closings") or None,
        len(members),
        history,
        close_rates(members).decided,
        breaks=breaks,
    )
    if verdict.status == "no_goal":
        return replace(verdict, advice=advice.NO_GOAL)
    if verdict.status == "waits":
        return replace(verdict, advice=advice.WAITS if breaks else advice.WAITS_FOR_RATE)
    gain = closings * ((verdict.goal or 0) / verdict.a_month - 1) if verdict.a_month else None
    return _mended(verdict, gain, advice.STEPS["referrals"])


def _qualification(members: Sequence[Member]) -> Verdict:
    evidence = steps.kept_by_qualification(members)
    return Verdict(
        name="qualification",
        step="lost_to_it",
        measured="of those decided, lost to qualification",
        status="reported",
        rate=evidence.share_of_missed,
        target=None,
        behind=evidence.behind,
        advice=advice.QUALIFICATION if evidence.missed else "",
    )
