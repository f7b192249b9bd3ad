"""What a forecast says, in the same words in a terminal's lines and on the screen."""

import datetime as dt

from textual_tracker.analytics.forecast.months import is_month
from textual_tracker.analytics.forecast.outlook import DECIDED_AT_LEAST, Chance, Forecast, Outlook
from textual_tracker.analytics.window import Window
from textual_tracker.analytics.wording import MONTHS, count, day, money, short_money, stage_label

HALF_PERCENT, HALF_A_TENTH = 0.005, 0.05
MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def chance_percent(chance: float) -> str:
    """`71%`. What is still to come is never impossible, nor certain: `<1%`, `>99%`."""
    if chance <= HALF_PERCENT:
        return "<1%"
    return ">99%" if chance >= 1 - HALF_PERCENT else f"{chance:.0%}"


def month_name(date: dt.date) -> str:
    """`March 2026`."""
    return f"{MONTH_NAMES[date.month]} {date.year}"


def window_name(window: Window) -> str:
    """`March 2026`, `1–13 March 2026`, `1 March to 30 June 2026`."""
    start, end = window.start, window.end
    if is_month(window):
        return month_name(start)
    if (start.year, start.month) == (end.year, end.month):
        days = str(start.day) if start == end else f"{start.day}–{end.day}"
        return f"{days} {month_name(start)}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{start.day} {MONTH_NAMES[start.month]}{year} to {end.day} {month_name(end)}"


def likeliest(outlook: Outlook) -> int:
    """The number of closings that has the largest chance."""
    return max(range(len(outlook.distribution)), key=outlook.distribution.__getitem__)


def interval(low: int, high: int) -> str:
    """`4–7`; where both are one number, that: `5`."""
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def most_likely(outlook: Outlook) -> str:
    """`most likely 5 (80%: 4–7)`."""
    return f"most likely {likeliest(outlook):,} (80%: {interval(outlook.low, outlook.high)})"


def closed_number(outlook: Outlook) -> str:
    """How many have closed: `3`, `none`."""
    return f"{outlook.closed_already:,}" if outlook.closed_already else "none"


def headline(outlook: Outlook, today: dt.date) -> str:
    """`March 2026: 3 closed, most likely 5 (80%: 4–7)`; of a window that has not begun nothing is closed."""
    closed = "" if outlook.window.start > today else f"{closed_number(outlook)} closed, "
    return f"{window_name(outlook.window)}: {closed}{most_likely(outlook)}"


def goal_words(outlook: Outlook) -> str:
    """`chance of your goal of 5: 71%`; "" without a goal."""
    said = own_goal(outlook)
    return f"chance of {said}" if said and not outlook.is_reached else said


def own_goal(outlook: Outlook) -> str:
    """`your goal of 5: 71%`, `your goal of 5 is reached`; "" without a goal."""
    if outlook.goal is None or outlook.chance_of_goal is None:
        return ""
    says = " is reached" if outlook.is_reached else f": {goal_percent(outlook)}"
    return f"your goal of {outlook.goal:,}{says}"


def goal_percent(outlook: Outlook) -> str:
    """The chance of the goal; `reached` once it is, "" without one."""
    if outlook.goal is None or outlook.chance_of_goal is None:
        return ""
    return "reached" if outlook.is_reached else chance_percent(outlook.chance_of_goal)


def goal_mark(outlook: Outlook) -> str:
    """What stands at the goal among the bars: `your goal, 5 or more: 71%`, `your goal of 5 is reached`."""
    if outlook.goal is None or outlook.is_reached:
        return goal_words(outlook)
    return f"your goal, {outlook.goal:,} or more: {goal_percent(outlook)}"


def made_of(outlook: Outlook) -> str:
    """Where the expected number comes from: `3 closed, 1.9 from 41 open referrals, 0.3 from those not received yet`.

    Those not received yet are left out where they come to 0.0.
    """
    waiting = max(outlook.expected - outlook.closed_already - outlook.arrivals, 0.0)
    parts = [f"{outlook.closed_already:,} closed"] if outlook.closed_already else []
    parts.append(f"{waiting:.1f} from {count(len(outlook.chances), 'open referral')}")
    if outlook.arrivals >= HALF_A_TENTH:
        parts.append(f"{outlook.arrivals:.1f} from those not received yet")
    return ", ".join(parts)


def without_amount(outlook: Outlook) -> str:
    """`3 open referrals without an amount, taken at the mean of $310,000`; "" where all have one."""
    if not outlook.amount_unknown:
        return ""
    who = f"{count(outlook.amount_unknown, 'open referral')} without an amount"
    if outlook.usual_amount is None:
        return f"{who}, and none is known to take for it"
    return f"{who}, taken at the mean of {money(round(outlook.usual_amount))}"


def rests_on(chance: Chance, today: dt.date) -> str:
    """What a chance rests on: `34 others waited as long`, `expected Fri 13 Mar`."""
    if chance.basis == "expected_close" and chance.expected_close is not None:
        verb = "was expected" if chance.expected_close < today else "expected"
        return f"{verb} {day(chance.expected_close, today)}"
    if chance.basis == "stage":
        return "day of entry unknown"
    if chance.basis == "pooled":
        return f"few waited as long: {chance.been}" if chance.been else "nobody waited as long yet"
    return f"{_others(chance.been)} waited as long"


def rests_on_sentence(chance: Chance) -> str:
    """The same in a sentence, for the page of one referral."""
    stage = f'"{stage_label(chance.stage)}"'
    others = _others(chance.been)
    if chance.basis == "expected_close":
        return f"The stage {stage} says whether it closes ({others} waited there as long), the expected day says when."
    if chance.basis == "stage":
        return f"The day on which it came to {stage} is unknown, so it rests on the stage alone, whatever the days."
    if chance.basis == "pooled":
        been = f"Only {others}" if chance.been else "Nobody"
        return f"{been} waited in {stage} as long as this one, so it leans on the stage as a whole, and on all stages."
    return f"It rests on the {others} that waited in {stage} as long as this one, and what became of them."


def _others(number: int) -> str:
    return f"{number:,} {'other' if number == 1 else 'others'}"


def missing_sentence(forecast: Forecast) -> str:
    """Why there is no number, and what is missing."""
    done = f"{count(forecast.decided, 'referral is', 'referrals are')} decided (closed or lost)"
    have = done if forecast.decided else "no referral is decided (closed or lost)"
    return f"Too little history for a forecast: {have}, and it takes {DECIDED_AT_LEAST}; {forecast.missing} more."


def short_month(date: dt.date, today: dt.date) -> str:
    """`Feb`; of a month that is eleven months ago or longer with its year, `Feb 2025`."""
    ago = (today.year - date.year) * 12 + today.month - date.month
    return MONTHS[date.month] if 0 <= ago < len(MONTHS) - 2 else f"{MONTHS[date.month]} {date.year}"


def windows(forecast: Forecast) -> list[tuple[str, Outlook]]:
    """The windows side by side, each by name: what was asked for, this month, the next, and ninety days."""
    beside = (forecast.this_month, forecast.next_month, forecast.ninety_days)
    found = [(_beside_name(outlook.window), outlook) for outlook in beside if outlook is not None]
    asked = forecast.chosen
    if asked is not None and all(outlook.window != asked.window for _, outlook in found):
        found.insert(0, (window_name(asked.window), asked))
    return found


def _beside_name(window: Window) -> str:
    """The ninety days begin tomorrow, and not on a 1st as all others do: both their ends are said."""
    if is_month(window):
        return month_name(window.start)
    return f"90 days, {_day_of_month(window.start)}–{_day_of_month(window.end)}"


def _day_of_month(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month]}"


def since_when(forecast: Forecast) -> str:
    """Why the window that was asked for has more in it than the ninety days; "" where it is a month."""
    asked = forecast.chosen
    if asked is None or forecast.ninety_days is None or is_month(asked.window):
        return ""
    since = f"{asked.window.start.day} {MONTH_NAMES[asked.window.start.month]}"
    return f"what has closed since {since} is in the first line; the 90 days begin tomorrow"


def of_goal(outlook: Outlook) -> str:
    """`71% for 5`; `reached` once it is; "" without a goal."""
    if outlook.goal is None or outlook.chance_of_goal is None:
        return ""
    return goal_percent(outlook) if outlook.is_reached else f"{goal_percent(outlook)} for {outlook.goal:,}"


def expected_dollars(outlook: Outlook) -> str:
    """`$2.1M`; "" where no amount is known."""
    known = outlook.usual_amount is not None or outlook.expected_amount
    return short_money(round(outlook.expected_amount)) if known else ""


def of_volume_goal(outlook: Outlook) -> str:
    """`70% of $3.0M`: the part of the month's goal in dollars that is expected."""
    if not outlook.volume_goal or not expected_dollars(outlook):
        return ""
    return f"{outlook.expected_amount / outlook.volume_goal:.0%} of {short_money(outlook.volume_goal)}"
