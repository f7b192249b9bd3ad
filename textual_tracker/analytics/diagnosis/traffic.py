"""Whether what is missing is referrals, which only a funnel that works can turn into closings."""

from math import exp, lgamma, log
from typing import Literal

from textual_tracker.analytics.diagnosis.judgement import LEAST, SURE, judged
from textual_tracker.analytics.diagnosis.verdict import Status, Verdict
from textual_tracker.analytics.results.known_part import A_MONTH, is_short
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.analytics.window import Window

MEASURED = "referrals a month"


def traffic(
    goal: int | None,
    closings_goal: int | None,
    received: int,
    history: Window,
    close_rate: Rate | None,
    *,
    breaks: bool,
) -> Verdict:
    """Whether fewer than the goal come a month. `goal` and `closings_goal` are more than 0, or `None` for none.

    Of a `history` shorter than a month nothing is said. It waits while a step of the funnel `breaks`, and while the
    close rate lies below the share that the goals ask for (closings of referrals): more referrals would only be lost at
    the same place.
    """
    a_month = None if is_short(history) else received / history.months
    if goal is None:
        return _verdict("no_goal", a_month, None)
    if a_month is None:
        return _verdict("too_few", None, goal, needed=A_MONTH - history.days, of="days")
    if received < LEAST:
        return _verdict("too_few", a_month, goal, needed=LEAST - received, of="referrals")
    chance = chance_of_fewer(received, goal * history.months)
    if a_month >= goal:
        return _verdict("on_target", a_month, goal, chance=chance)
    closing = judged(close_rate, min(closings_goal / goal, 1.0)) if closings_goal else None
    if breaks or (closing is not None and closing.status == "fires"):
        return _verdict("waits", a_month, goal, chance=chance)
    if closing is not None and closing.status == "too_few":
        return _verdict("too_few", a_month, goal, needed=closing.needed, of="decided referrals")
    return _verdict("fires" if chance >= SURE else "undecided", a_month, goal, chance=chance)


def chance_of_fewer(seen: int, goal: float) -> float:
    """The chance that fewer than `goal` are to be expected in a time in which `seen` came: Gamma(1 + seen) below it."""
    if goal <= 0:
        return 0.0
    return max(0.0, 1 - sum(exp(k * log(goal) - goal - lgamma(k + 1)) for k in range(seen + 1)))


def _verdict(
    status: Status,
    a_month: float | None,
    goal: int | None,
    *,
    chance: float | None = None,
    needed: int | None = None,
    of: Literal["", "days", "referrals", "decided referrals"] = "",
) -> Verdict:
    return Verdict(
        name="traffic",
        step="referrals",
        measured=MEASURED,
        status=status,
        rate=None,
        target=None,
        chance=chance,
        needed=needed,
        needed_of=of,
        a_month=a_month,
        goal=goal,
    )
