"""What the numbers of activity mean."""

from textual_tracker.analytics.definitions.definition import Definition

COUNTERS = Definition(
    "calls, follow-ups, notes …",
    "A counter of a day is the larger of what you typed and what that day's records show. Calls are attempts, touches"
    " and updates by call or voicemail, follow-ups every attempt but a referral's first, notes what went by mail,"
    " conversations those in which both sides spoke, appointments those agreed on that day.",
)
DONE = Definition(
    "done",
    "A day on which the goals named in streak were met; partly is a day on which something towards a goal was done.",
)
SCORE = Definition("score", "The mean over your daily goals of how far each was met, at most 100% each.")
STREAK = Definition(
    "streak",
    "Working days done in a row, up to today, or to yesterday while today is not done yet, whatever the window."
    " Weekends, holidays and days off are skipped; a working day that is not done, or not known, ends it.",
)
AVERAGE = Definition(
    "a day",
    "The mean a day over the days of which anything is known, weekends on which something was done among them. What is"
    " not known is not zero.",
)
MISSING = Definition(
    "missing (?)",
    "A working day of which nothing is known: no file, and nothing in the records, between the first known day and"
    " yesterday. Days off and holidays are never missing.",
)
BESIDE = Definition(
    "activity beside results",
    "The same weeks, what was done in them and what happened in them: applications by the day submitted, closings by"
    " the day closed. What a week brings comes from calls of weeks before.",
)
RATIOS = Definition(
    "from calls to closings",
    "One total of the window divided by the other. The calls of people who close later are in it, and the closings of"
    " people called before.",
)
TOGETHER = Definition(
    "all officers",
    "Without --who a shared journal counts all together; goals are those of all who have begun, from the"
    " first day on of which anything of theirs is known.",
)

DEFINITIONS = (COUNTERS, DONE, SCORE, STREAK, AVERAGE, MISSING, BESIDE, RATIOS, TOGETHER)
