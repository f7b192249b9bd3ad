"""What the words of the review mean."""

from textual_tracker.analytics.definitions.definition import Definition

WEEK = Definition(
    "the week",
    "From Monday to today, or to the Sunday of the week asked for. What was done, moved, received, closed and lost is"
    " what is dated in it.",
)
DONE = Definition(
    "done",
    "The counters of all its days against the goals of its working days, days off and days before the first known one"
    " left out. A day is done when the goals named in streak are met.",
)
MOVED = Definition(
    "moved",
    "First talks, appointments agreed and what became of them, and the dated milestones of applications. What has no"
    " date is in no week.",
)
WAITING = Definition(
    "waiting",
    "Who is stalled today, worst first, as tracker stalled has it, and the partners whom tracker stalled --partners"
    " lists; of a past week too, it is those who wait now.",
)
FORECAST = Definition("forecast", "This month's, as tracker forecast has it today.")
ONE_THING = Definition(
    "one thing to change",
    "The first verdict of tracker diagnose over the last twelve months: the step that would bring the most closings if"
    " it reached its target.",
)
NAMES = Definition(
    "customers' names",
    "The page has names, amounts and reasons in it, and no notes. It is for whoever may see your customers' data.",
)

DEFINITIONS = (WEEK, DONE, MOVED, WAITING, FORECAST, ONE_THING, NAMES)
