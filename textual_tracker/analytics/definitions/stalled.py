"""What the numbers of the stalled list mean."""

from textual_tracker.analytics.definitions.definition import Definition

STALLED = Definition(
    "stalled (!)",
    "Somebody has waited past the second limit of a rule: nobody tried yet, no answer, no appointment, a closing that"
    " is late. Each referral stands once, with its worst rule.",
)
AT_RISK = Definition(
    "at risk (·)",
    "The first limit of a rule has come: without anything done they will be stalled in a few working days.",
)
WAITED = Definition(
    "waited",
    "Working days after the day it began, up to and including today: received on Friday, looked at on Monday, is 1."
    " What comes in after hours or on a day off waits from the next working day. Holidays count for nobody; your own"
    " days off do not stop the clock. Of a deadline that lies ahead it says until when there is time.",
)
LIMIT = Definition(
    "limit",
    "The working days that the rule allows; journal.yaml can change it. Where a limit is negative the rule speaks so"
    " many working days before the deadline.",
)
SINCE = Definition(
    "since",
    "The day from which they wait: the last touch, the last attempt, the day received, or the deadline itself. A touch"
    " is something between you and the borrower; telling the partner is none.",
)
ORDER = Definition(
    "the order",
    "Deadlines first, then people who wait for you today, then work that cools. In each, stalled before at risk, those"
    " whom nobody called yet first, then whoever is furthest past the limit.",
)
LONG_DEAD = Definition(
    "to decide or close out",
    "They have waited for more than three times their limit. They need a decision and not a call, so they fold into one"
    " line.",
)

DEFINITIONS = (STALLED, AT_RISK, WAITED, LIMIT, SINCE, ORDER, LONG_DEAD)
