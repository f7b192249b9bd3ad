"""What the numbers of the plan mean."""

from textual_tracker.analytics.definitions.definition import Definition

WANTED = Definition(
    "4 closings a month",
    "What --closings says, else goals: monthly: closings: in journal.yaml, as it is written, whoever is asked for.",
)
NOW = Definition(
    "now a month",
    "What was done in the last twelve months, divided by twelve; where the journal is younger, since the first day of"
    " which anything is known. Of less than 30 days the counts stand there as they are."
    " Calls, conversations and appointments are the counters of your days, applications those"
    " submitted, closings those closed.",
)
NEEDED = Definition(
    "needed",
    "The closings wanted, divided by your own shares, step by step: of your applications so many closed, of your"
    " appointments so many became applications, and so on back to the calls. It takes for granted that these stay as"
    " they are, and forgets that a call of today closes months from now. Where one of them was never recorded, neither"
    " it nor anything before it can be told.",
)
RANGE = Definition(
    "range",
    "Where the true number lies, with a confidence of 95%, as far as so few or so many cases can tell. It puts the"
    " intervals of all steps together on the log scale; it is not the worst case of each at once.",
)
WORKING_DAY = Definition(
    "a working day",
    "The number a month, divided by the working days of an average month of the next twelve: those of journal.yaml,"
    " without its holidays and its days off.",
)
GOAL = Definition(
    "goal",
    "Your goal a working day, as goals: daily: in journal.yaml has it; of all officers together that of each, added.",
)
SHARE = Definition(
    "35% (33–36%)",
    "The share, with its Wilson 95% interval. Of fewer than ten, and where there are more of the next than of these"
    " (people who call back make conversations that took no call), only the counts are said.",
)

DEFINITIONS = (WANTED, NOW, NEEDED, RANGE, WORKING_DAY, GOAL, SHARE)
