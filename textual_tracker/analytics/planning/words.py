"""What a plan says, in sentences."""

from collections.abc import Iterator

from textual_tracker.analytics.planning.own import Plan, PlanLine
from textual_tracker.analytics.planning.plan import Range, Step
from textual_tracker.analytics.results.words import rate_text
from textual_tracker.analytics.statistics.rate import FEW, rate_of
from textual_tracker.analytics.wording import count, long_day

WHOLE_FROM = 10
"""Numbers from here on are said without a decimal."""

NEXT_THING = {
    "applications": "closing", "appointments": "application", "conversations": "appointment", "calls": "conversation",
}  # fmt: skip
"""What the things of a step lead to."""

COUNTED_BY = {
    "applications": "An application counts in the month in which it was submitted.",
    "appointments": "An appointment counts on the day on which it was agreed (appointment: set).",
    "conversations": "A conversation is an attempt or a touch with the result reached or replied, or what you typed.",
    "calls": "A call is an attempt, a touch or an update by call or voicemail, or what you typed.",
}
A_SHORT_TIME = 60
"""Days of history under which it is said how few they are."""


def amount(number: float) -> str:
    """`421`, `6.2`."""
    return f"{number:,.0f}" if round(number, 1) >= WHOLE_FROM else f"{number:.1f}"


def span(found: Range) -> str:
    """`317–593`; "" of a number that is certain."""
    low, high = amount(found.low), amount(found.high)
    return "" if found.low == found.high else f"{low}–{high}"


def headline(plan: Plan) -> str:
    """What the goal takes of the first thing that is done for it and that a number is known for."""
    closings = f"{count_of(plan.wanted, 'closing')} a month {'takes' if plan.wanted == 1 else 'take'}"
    known = [(need.what, need.number) for need in (line.need for line in plan.lines) if need.number is not None]
    if not known:
        return f"What {closings} cannot be told yet."
    what, number = known[-1]
    daily = "" if plan.working_days is None else f", {amount(number.likely / plan.working_days)} a working day"
    return f"{closings} about {amount(number.likely)} {what} a month ({span(number)}){daily}."


def done(plan: Plan) -> str:
    """What was done instead, on average: `In the last 12 months: 342 calls and 3.3 closings a month.`.

    Of a history that is too short for that the counts: `Since Thu 5 Mar 2026: 6 calls and no closings.`
    """
    over = "In the last 12 months" if plan.history == plan.window else f"Since {long_day(plan.history.start)}"
    calls, months = plan.lines[-1].done, plan.months
    if months is None or not (calls or plan.closed):
        return f"{over}: {_so_many(calls, 'call')} and {_so_many(plan.closed, 'closing')}."
    return f"{over}: {amount(calls / months)} calls and {amount(plan.closed / months)} closings a month."


def _so_many(number: int, one: str) -> str:
    return count_of(number, one) if number else f"no {one}s"


def against_goal(plan: Plan) -> str:
    """Whether the goals a day are enough; "" where nothing is known of calls, or they have no goal."""
    line = plan.lines[-1]
    number = line.need.number
    if number is None or line.goal is None or plan.working_days is None:
        return ""
    daily = number.per(plan.working_days)
    goal = f"The goal of {count_of(line.goal, 'call')} a working day"
    if line.goal < _as_said(daily.low):
        return f"{goal} is less than that: call more, or make more of each call."
    if line.goal < _as_said(daily.likely):
        return f"{goal} may not be enough: it lies on the low side of {span(daily)}."
    if line.goal <= _as_said(daily.high):
        return f"{goal} should be enough, though it may take up to {amount(daily.high)}."
    return f"{goal} is more than that."


def _as_said(number: float) -> float:
    """The number as `amount` says it, so that no sentence contradicts the table."""
    tenths = round(number, 1)
    return float(round(number)) if tenths >= WHOLE_FROM else tenths


def cautions(plan: Plan) -> Iterator[str]:
    """What is missing, and what the numbers rest on where that is little."""
    if plan.unknown is not None:
        yield missing_sentence(plan.unknown)
    if plan.history.days < A_SHORT_TIME:
        yield f"All of this rests on {count(plan.history.days, 'day')} of history."
    elif plan.unknown is None and plan.closed < FEW:
        yield f"It rests on {count(plan.closed, 'closing')}, so the ranges are wide."
    if plan.working_days is None:
        yield "The next 12 months have no working day in journal.yaml, so there is no number a working day."


def missing_sentence(step: Step) -> str:
    """Why there is no number for a step, and for all before it."""
    things, one = step.what, step.what.removesuffix("s")
    following = NEXT_THING[step.what]
    article = "an" if following[0] in "aeiou" else "a"
    if step.made:
        why = f"{count(step.made, following)}, but no {one} in the last 12 months"
    else:
        why = f"No {following} in the last 12 months"
    what = f"so how many {things} {article} {following} takes is not known yet"
    return f"{why}, {what}. {COUNTED_BY[things]}" if step.made else f"{why}, {what}."


def rests_on(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """A row for each step, from calls to closings: `39 closings`, `from 60 applications`, `65% (52–76%)`."""
    for line in reversed(plan.lines):
        step = line.need.step
        following = NEXT_THING[step.what]
        yield count_of(step.made, following), f"from {count_of(step.used, step.what.removesuffix('s'))}", _share(line)


def count_of(number: int, one: str) -> str:
    """`1 call`, `4,106 calls`."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"


def _share(line: PlanLine) -> str:
    """No percentage of few, and none where there are more of the next than of these."""
    step = line.need.step
    rate = rate_of(step.made, step.used) if step.made <= step.used else None
    return "" if rate is None or rate.is_few else rate_text(rate)
