"""`tracker plan`: what a goal of closings takes, a month and a working day, at one's own ratios."""

from collections.abc import Sequence

from textual_tracker.analytics.planning import words
from textual_tracker.analytics.planning.own import Plan, own_plan
from textual_tracker.analytics.planning.plan import Range
from textual_tracker.analytics.results.left_out import left_out_sentence
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import count
from textual_tracker.cli.asked import asked_officer, explained
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.reports.plan_row import plan_row
from textual_tracker.cli.table import Column
from textual_tracker.errors import UsageError

MOST = 10_000
"""Closings a month that nobody closes."""


def run(call: Call) -> int:
    """Print the plan; with `--explain` what its words mean, and nothing else."""
    if explained(call, "plan"):
        return 0
    typed = _typed(call)
    snapshot = open_snapshot(call)
    officer = asked_officer(call, snapshot)
    plan = own_plan(snapshot, typed or _goal(snapshot), officer)
    if call.json:
        call.output.json(plan_row(plan))
    else:
        _report(call, snapshot, plan)
    return 0


def _typed(call: Call) -> int | None:
    """The closings that `--closings` asks for. Raises UsageError for what is no number of closings."""
    typed = call.parsed.value("closings")
    if typed is None:
        return None
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= len(str(MOST)) else 0
    if not 0 < number <= MOST:
        raise UsageError(f'--closings is how many closings a month you want, from 1 to {MOST:,}; "{typed}" is not')
    return number


def _goal(snapshot: Snapshot) -> int:
    """The goal of journal.yaml as it is written, whoever is asked for. Raises UsageError for none, 0, or too many."""
    goal = snapshot.journal.settings.goals.monthly.get("closings")
    if goal is None:
        raise UsageError(
            "how many closings a month? journal.yaml has no goal for them (goals: {monthly: {closings: 4}});"
            " say it with --closings 4"
        )
    if not 0 < goal <= MOST:
        raise UsageError(
            f"the goal of {goal:,} closings a month in journal.yaml is not from 1 to {MOST:,};"
            " say another with --closings 4"
        )
    return goal


def _report(call: Call, snapshot: Snapshot, plan: Plan) -> None:
    """A sentence, the table of what it takes, what that rests on, and what is missing."""
    officers = snapshot.journal.settings.officers
    if plan.officer is not None:
        call.output.line(officers.get(plan.officer, plan.officer), "quiet")
    call.output.paragraph(words.headline(plan), "strong")
    for sentence in filter(None, (words.done(plan), words.against_goal(plan))):
        call.output.paragraph(sentence)
    call.output.line()
    _print_needs(call, plan)
    call.output.line()
    call.output.line("WHAT IT RESTS ON", "strong")
    rows = list(words.rests_on(plan))
    what, of, shares = zip(*rows, strict=True)
    call.output.table([Column("", what, right=True), Column("", of), Column("", shares, goes=1)], indent="  ")
    for number, sentence in enumerate(words.cautions(plan)):
        if not number:
            call.output.line()
        call.output.paragraph(sentence)
    without = left_out_sentence(snapshot, plan.officer)
    if without:
        call.output.line()
        call.output.paragraph(without, "quiet")


def _done(plan: Plan, numbers: Sequence[int]) -> Column:
    """What was done a month; where the history is too short for that, what was done in all of it."""
    if plan.months is None:
        return Column(f"in {count(plan.history.days, 'day')}", [f"{one:,}" for one in numbers], right=True)
    return Column("now a month", [words.amount(plan.a_month(one) or 0.0) for one in numbers], right=True)


def _print_needs(call: Call, plan: Plan) -> None:
    """From the calls to the closings, as the work goes; of closings the number is the wish itself."""
    lines, days = plan.lines[::-1], plan.working_days
    wanted = float(plan.wanted)
    monthly = [*(line.need.number for line in lines), Range(wanted, wanted, wanted)]
    daily = [None if one is None or days is None else one.per(days) for one in monthly]
    done = [*(line.done for line in lines), plan.closed]
    goals = [*(line.goal for line in lines), None]
    needed = "needed" if plan.months is not None else "needed a month"
    call.output.table(
        [
            Column("", [*(line.need.what for line in lines), "closings"]),
            _done(plan, done),
            Column(needed, ["?" if one is None else words.amount(one.likely) for one in monthly], right=True),
            Column("range", ["" if one is None else words.span(one) for one in monthly], goes=2),
            Column(
                "a working day", ["" if one is None else words.amount(one.likely) for one in daily], right=True, goes=4
            ),
            Column("range", ["" if one is None else words.span(one) for one in daily], goes=1),
            Column("goal", ["" if one is None else f"{one:,}" for one in goals], right=True, goes=3),
        ],
        indent="  ",
    )
