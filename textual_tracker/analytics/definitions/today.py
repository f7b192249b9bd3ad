"""What the numbers of the day mean."""

from textual_tracker.analytics.definitions.definition import Definition
from textual_tracker.analytics.definitions.stalled import AT_RISK, LONG_DEAD, STALLED, WAITED

PARTNERS = Definition(
    "partners waiting",
    "Partners who sent somebody, or are to be told as well, and have not heard what happened since. Soon are those for"
    " whom a day or two is left.",
)
COUNTERS = Definition(
    "calls 6/15",
    "Today's counter and its goal. A counter is the larger of what you typed and what today's records show, so nothing"
    " counts twice.",
)
STREAK = Definition(
    "streak",
    "Working days in a row on which the goals named in journal.yaml were met, up to today, or to yesterday while today"
    " is not done. Days off and holidays are skipped; a working day of which nothing is known ends it.",
)
NEXT = Definition(
    "next",
    "The first of the deadlines and calls, in the order of the stalled list; where there is none, today's appointment,"
    " the partner to tell, or the weekday's list.",
)

DEFINITIONS = (NEXT, STALLED, AT_RISK, WAITED, LONG_DEAD, PARTNERS, COUNTERS, STREAK)
