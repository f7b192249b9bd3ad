"""What to do about a verdict that fires: one or two sentences that fit the evidence, and never blame."""

from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType

from textual_tracker.analytics.partners.told import Due
from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.words import percent
from textual_tracker.analytics.rules import STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import rate_of
from textual_tracker.analytics.wording import RULE_LABELS

NAMED = 2
"""So many reasons are named: the most frequent ones."""

REASONS = MappingProxyType(
    {
        "never_reached": "never answered",
        "went_cold": "went cold",
        "chose_other_lender_speed": "chose a lender who was faster",
        "no_show": "did not show up",
        "chose_other_lender_rate": "chose another lender for the rate",
        "chose_other_lender_relationship": "chose a lender whom they knew",
        "paperwork_abandoned": "gave up on the paperwork",
        "missed_contract_date": "missed the date in the contract",
        "not_ready": "were not ready",
        "stopped_looking": "stopped looking",
        "bought_with_cash": "paid in cash",
        "contract_fell_through": "lost the contract",
        "partner_withdrew": "were withdrawn by the partner",
    }
)
"""What became of people, after "3 of them"; a denial is none of these."""

STEPS = MappingProxyType(
    {
        "within_one": "Call whoever comes in before anything else on the day; tracker today says who has not been tried"
        " yet.",
        "six_attempts": "Try six times and by more than one channel before giving anybody up.",
        "stalled": "Work through tracker stalled from the top, and give everybody a next step with a day.",
        "contacted_to_set": "Ask for the appointment in the first talk, with two times to choose from.",
        "set_to_held": "Remind everybody the day before and that morning, and call whoever missed it the same day.",
        "held_to_application": "Start the application while you sit together.",
        "submitted_to_closed": "Say at the start what is needed by when, and look at every file each week.",
        "told": "Tell the partner on the day something happens; tracker today lists who waits for word.",
        "referrals": "The steps hold, so more referrals would become closings: ask the partners who send you most, and"
        " those who went quiet.",
    }
)
BEFORE = MappingProxyType(
    {
        ("contacted_to_set", "chose_other_lender_rate"): "Ask for the appointment in the first talk, before a rate is"
        " named, and keep the rates for when you meet.",
        (
            "contacted_to_set",
            "chose_other_lender_relationship",
        ): "Name in the first talk who sent them and what you do for"
        " people like them, and ask for the appointment there and then.",
        (
            "contacted_to_set",
            "went_cold",
        ): "Let no talk end without a day for the next one; ask for the appointment in the first.",
        ("held_to_application", "chose_other_lender_rate"): "Start the application while you sit together, and compare"
        " what a loan costs in all, not its rate alone.",
        (
            "submitted_to_closed",
            "paperwork_abandoned",
        ): "Ask for all papers in one list, with a day for each, and help with the first.",
        (
            "submitted_to_closed",
            "missed_contract_date",
        ): "Look at every date in the contract each week, and tell everyone as soon as one is in doubt.",
    }
)
"""What to do about a step where so many were lost for this reason above all."""

WAITS = "Mend first what keeps people from closing; more referrals would be lost at the same place."
WAITS_FOR_RATE = "Fewer close than your goals count on, so more referrals alone would not bring you there."
NO_GOAL = "Set goals.monthly.referrals in journal.yaml, and this says whether enough people come."
QUALIFICATION = (
    "This is nobody's fault: it tells whom a loan fits today. Partners who know what is needed send people who qualify."
)


def of_a_step(step: str, missed: Sequence[Member]) -> str:
    """What to do about a step that these did not make: why they did not, as far as that is written, and what helps."""
    reasons = Counter(member.reason for member in missed if member.reason in REASONS).most_common()
    if not reasons or step in {"within_one", "six_attempts", "told"}:
        return STEPS[step]
    said = " and ".join(f"{number} {REASONS[reason or '']}" for reason, number in reasons[:NAMED])
    whom = f"All {said}" if reasons[0][1] == len(missed) else f"Of the {len(missed):,} who did not, {said}"
    return f"{whom}. {BEFORE.get((step, reasons[0][0] or ''), STEPS[step])}"


def tells_why(advice: str, step: str) -> bool:
    """Whether it says of those who did not make the step why they did not, and how many."""
    return advice != STEPS[step]


def of_six_attempts(missed: Sequence[Member]) -> str:
    """The same of those who were tried too seldom: how often they were."""
    attempts = sum(member.standing.all_attempts for member in missed)
    mean = attempts / len(missed) if missed else 0.0
    often = "once" if mean == 1 else f"{mean:.1f} times"
    return f"They were tried {often} on average. {STEPS['six_attempts']}"


def of_stalled(snapshot: Snapshot, missed: Sequence[Member]) -> str:
    """The same of those who are stalled: which rule says so of more than half."""
    rules = Counter(
        next(firing.rule for firing in snapshot.fires(member.referral) if firing.level == STALLED) for member in missed
    )
    rule, number = next(iter(rules.most_common(1)), ("", 0))
    if number <= len(missed) / 2:
        return STEPS["stalled"]
    whom = "all" if number == len(missed) else number
    return f"For {whom} of them it is “{RULE_LABELS[rule]}”. {STEPS['stalled']}"


def of_told(snapshot: Snapshot, due: Sequence[Due]) -> str:
    """The same of these words: which partner waited for most of those that came late, or never."""
    late = Counter(word.partner for word in due if not word.in_time)
    # Of equally many the one who was to hear less, and then the first by id, so that it is always the same one.
    heard = Counter(word.partner for word in due)
    partner = min(late, key=lambda each: (-late[each], heard[each], each), default=None)
    if partner is None:
        return STEPS["told"]
    share = f"{late[partner]} of {heard[partner]}"
    found = rate_of(late[partner], heard[partner])
    if found is not None and not found.is_few:
        share = f"{percent(found)} of {found.n}"
    name = snapshot.journal.partner_name(partner)
    return f"{name} waited most: {share} words came late, or never. {STEPS['told']}"
