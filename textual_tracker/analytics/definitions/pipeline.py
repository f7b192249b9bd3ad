"""What the numbers of the pipeline mean."""

from textual_tracker.analytics.definitions.definition import Definition
from textual_tracker.analytics.definitions.stalled import AT_RISK, STALLED

STAGE = Definition(
    "the stage",
    "The furthest that the dated facts of the file show: an attempt, a two-way contact, an appointment, the dates of"
    " the application. Nothing is moved by hand. Each column holds a group of stages, and only open referrals.",
)
DAYS = Definition(
    "days in stage (4d)",
    "Calendar days since the day on which it came to its stage. It is left out where the file does not say that day.",
)
DOLLARS = Definition(
    "the dollars",
    "The sum of the loans' amounts in the column; a referral without an amount adds nothing.",
)
CLOSED = Definition(
    "closed this month",
    "Those that closed since the first of this month, with the amounts that were funded.",
)

DEFINITIONS = (STAGE, DAYS, DOLLARS, CLOSED, STALLED, AT_RISK)
