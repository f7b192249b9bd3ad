"""A diagnosis in words, the same in a terminal's lines, on the screen and on a page."""

from types import MappingProxyType

from textual_tracker.analytics.diagnosis.evidence import FRESH
from textual_tracker.analytics.diagnosis.verdict import Diagnosis, Verdict
from textual_tracker.analytics.forecast.words import chance_percent
from textual_tracker.analytics.results.words import date_label, percent
from textual_tracker.analytics.statistics.rate import Rate
from textual_tracker.analytics.wording import count

TITLES = MappingProxyType(
    {
        "within_one": "first attempt",
        "six_attempts": "six attempts",
        "stalled": "stalled",
        "contacted_to_set": "talk to appointment",
        "set_to_held": "appointment kept",
        "held_to_application": "appointment to application",
        "submitted_to_closed": "application to closing",
        "told": "",
        "referrals": "",
        "lost_to_it": "",
    }
)
"""What a step is called behind the verdict's name; "" where the name says it."""

WHOM = MappingProxyType(
    {
        "within_one": "{} people were first attempted within one working day",
        "six_attempts": "{} people never reached were tried six times",
        "stalled": "{} people open before an application is submitted are stalled",
        "contacted_to_set": "{} people talked with agreed to an appointment",
        "set_to_held": "{} appointments agreed were held",
        "held_to_application": "{} appointments held led to an application",
        "submitted_to_closed": "{} applications submitted and decided closed",
        "told": "{} words due to partners were given in time",
    }
)
"""A step as a sentence, around `50% of the 134`."""

LATELY = f"came there in the last {FRESH} working days"
NOT_JUDGED = MappingProxyType(
    {
        "within_one": "{} still {have} time",
        "six_attempts": f"{{}} came in the last {FRESH} working days, or {{want}} no calls, and {{are}} not judged yet",
        "contacted_to_set": f"{{}} {LATELY} and {{are}} not judged yet",
        "set_to_held": f"{{}} {LATELY}, or {{have}} the day ahead, and {{are}} not judged yet",
        "held_to_application": f"{{}} {LATELY} and {{are}} not judged yet",
        "submitted_to_closed": "{} {are} not decided yet",
    }
)
"""Who is not counted in a step, around their number."""

NOTHING_CLOSED = "nothing closed in this time, so what mending it would bring cannot be told"

LITTLE = 0.05
"""Under so many closings a month a gain rounds to none."""


def title(verdict: Verdict) -> str:
    """`scripting: talk to appointment`."""
    step = TITLES[verdict.step]
    return f"{verdict.name}: {step}" if step else verdict.name


def rate_words(rate: Rate | None) -> str:
    """`67 of 134, 50% (42–58%)`; of few `3 of 5`; of none `nobody yet`."""
    if rate is None:
        return "nobody yet"
    counts = f"{rate.hits} of {rate.n}"
    if rate.is_few:
        return counts
    return f"{counts}, {percent(rate)} ({rate.low * 100:.0f}–{rate.high * 100:.0f}%)"


def measured(verdict: Verdict) -> str:
    """What was counted: `67 of 134, 50% (42–58%)`; of traffic `14.0 referrals a month`."""
    if verdict.a_month is not None:
        return f"{verdict.a_month:.1f} {verdict.measured}"
    if verdict.step == "referrals":
        return "less than a month"
    if verdict.step == "told" and verdict.rate is None:
        return "no word was due"
    return rate_words(verdict.rate)


def not_judged(verdict: Verdict) -> str:
    """`12 came there in the last 10 working days and are not judged yet`; "" where everybody is."""
    number = verdict.left_out
    if not number or verdict.step not in NOT_JUDGED:
        return ""
    verbs = (
        {"are": "is", "have": "has", "want": "wants"} if number == 1 else {"are": "are", "have": "have", "want": "want"}
    )
    return NOT_JUDGED[verdict.step].format(number, **verbs)


def goal(verdict: Verdict) -> str:
    """`target 60%`, `target 10% at most`, `goal 20`; "" where there is none."""
    return f"target {bar(verdict)}" if verdict.goal is None and verdict.target is not None else bar(verdict)


def bar(verdict: Verdict) -> str:
    """The same below the word target: `60%`, `10% at most`, `goal 20`."""
    if verdict.goal is not None:
        return f"goal {verdict.goal:,}"
    if verdict.target is None:
        return ""
    return f"{verdict.target * 100:.4g}%{' at most' if verdict.at_most else ''}"


def finding(verdict: Verdict) -> str:
    """What that says: `98% likely to be below it`, never 100%, `on target`, `not enough data yet, 3 more needed`."""
    if verdict.status == "fires" and verdict.chance is not None:
        return f"{chance_percent(verdict.chance)} likely to be {'above' if verdict.at_most else 'below'} it"
    if verdict.status == "undecided":
        if verdict.needed is None:
            return "too near to tell"
        return f"cannot tell yet, about {verdict.needed} more needed"
    if verdict.status == "too_few":
        return f"not enough data yet, {needed(verdict)}"
    return {
        "on_target": "on target",
        "waits": "not the first thing to change",
        "no_goal": "no goal set",
        "reported": "reported, not blamed",
    }[verdict.status]


def needed(verdict: Verdict) -> str:
    """`3 more needed`; of traffic what: `3 more referrals needed`, `25 more days needed`."""
    of = verdict.needed_of.removesuffix("s") if verdict.needed == 1 else verdict.needed_of
    return f"{verdict.needed} more {f'{of} ' if of else ''}needed"


def gain(verdict: Verdict) -> str:
    """`0.7 closings a month more`; "" where nobody can know."""
    if verdict.leverage is None:
        return ""
    if verdict.leverage < LITTLE:
        return "less than 0.1 closings a month more"
    return f"{verdict.leverage:.1f} closings a month more"


def headline(diagnosis: Diagnosis) -> str:
    """The one thing to change, and what it would bring; or that there is none, or that nobody can tell yet."""
    first = diagnosis.first
    if first is not None:
        brings = _what_it_brings(first) if diagnosis.closings_a_month else _nothing_known(diagnosis)
        return f"Change one thing: {first.name}. {_why(first)}; {brings}."
    start, end = date_label(diagnosis.window.start), date_label(diagnosis.window.end)
    if not diagnosis.received and diagnosis.came:
        why = "each was no referral (a duplicate and the like), or has an error in its file"
        return f"Nobody received from {start} to {end} counts, so nothing can be said: {why}."
    if not diagnosis.received:
        return f"Nobody was received from {start} to {end}, so nothing can be said."
    seen = count(diagnosis.received, "referral")
    statuses = {verdict.status for verdict in diagnosis.verdicts}
    if "on_target" not in statuses:
        return f"Not enough data yet to say what to change: {seen} received from {start} on."
    unclear = statuses & {"undecided", "too_few"}
    return f"Nothing breaks, as far as {seen} can tell{'; not everything is clear yet' if unclear else ''}."


def _nothing_known(diagnosis: Diagnosis) -> str:
    if diagnosis.closings_a_month is not None:
        return NOTHING_CLOSED
    days = count(diagnosis.history.days, "day")
    return f"what mending it would bring cannot be told from {days}"


def _why(verdict: Verdict) -> str:
    """`50% of the 134 people talked with agreed to an appointment (target 60%)`."""
    rate = verdict.rate
    if rate is None:
        return f"{verdict.a_month or 0.0:.1f} referrals come a month, and your goal is {verdict.goal}"
    share = str(rate.hits) if rate.is_few else percent(rate)
    return f"{WHOM[verdict.step].format(f'{share} of the {rate.n}')} ({goal(verdict)})"


def _what_it_brings(verdict: Verdict) -> str:
    if verdict.leverage is None:
        return "what mending it would bring cannot be told from your numbers"
    if verdict.goal is not None:
        return f"with {verdict.goal} you would close {_more(verdict.leverage)}"
    return f"at {(verdict.target or 0) * 100:.4g}% you would close {_more(verdict.leverage)}"


def _more(closings: float) -> str:
    return "hardly more" if closings < LITTLE else f"about {closings:.1f} more a month"
