"""The JSON of `plan`."""

from textual_tracker.analytics.planning.own import Plan, PlanLine
from textual_tracker.analytics.planning.plan import Range, Step
from textual_tracker.analytics.planning.words import missing_sentence
from textual_tracker.cli.reports.rows import Row


def plan_row(plan: Plan) -> Row:
    """The whole plan."""
    return {
        "closings": plan.wanted,
        "officer": plan.officer,
        "from": plan.window.start,
        "to": plan.window.end,
        "history_from": plan.history.start,
        "months": plan.months,
        "working_days": plan.working_days,
        "closed": plan.closed,
        "closed_a_month": plan.a_month(plan.closed),
        "needs": [_line(line, plan) for line in plan.lines],
        "missing": None if plan.unknown is None else missing_sentence(plan.unknown),
    }


def _line(line: PlanLine, plan: Plan) -> Row:
    number, days = line.need.number, plan.working_days
    return {
        "what": line.need.what,
        "a_month": None if number is None else _range(number),
        "a_working_day": None if number is None or days is None else _range(number.per(days)),
        "done": line.done,
        "done_a_month": plan.a_month(line.done),
        "goal_a_working_day": line.goal,
        "share": _share(line.need.step),
    }


def _range(found: Range) -> Row:
    return {"low": found.low, "likely": found.likely, "high": found.high}


def _share(step: Step) -> Row | None:
    """How many of the next thing there are for one of these."""
    if not step.is_known:
        return None
    share = step.share
    return {"rate": share.likely, "n": step.used, "low": share.low, "high": share.high, "made": step.made}
