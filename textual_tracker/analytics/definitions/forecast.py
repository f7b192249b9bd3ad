"""What the numbers of the forecast mean."""

from textual_tracker.analytics.definitions.definition import Definition

CLOSED = Definition(
    "closed",
    "Loans closed in the window up to today. Every number of that window has them in it. --by counts from the"
    " 1st of this month on; the ninety days begin tomorrow, so nothing has closed in them yet.",
)
LIKELY = Definition("most likely", "The number of closings that has the largest chance of all.")
RANGE = Definition(
    "80% range",
    "The shortest range that holds at least 80% of the chance. Out of ten such ranges about eight should hold"
    " what happens; whether yours did is what the track record says.",
)
EXPECTED = Definition(
    "expected",
    "The mean over all counts: what is closed, the chances of the open referrals added up, and what those may"
    " bring that have not been received yet, at the pace of the last twelve months. Dollars likewise; a referral"
    " without an amount is taken at the mean of those that have one.",
)
GOAL = Definition(
    "chance of your goal",
    "The chance of as many closings as goals: monthly: closings: in journal.yaml, or more, as it is written there,"
    " for one officer as for all. Only a whole calendar month has a goal.",
)
CHANCE = Definition(
    "chance",
    "Of an open referral: that it closes in the window, told from how those before it went on that had waited as"
    " many working days in the same stage. Where few have been there it leans on the stage as a whole, and then on"
    " all stages."
    " What is still to come is never 0% or 100%, not even where it was never, or always, seen: <1% or >99%.",
)
RESTS_ON = Definition(
    "rests on",
    "How many others were in the stage for as long; or the day on which the closing is expected: then the stage"
    " decides whether, and the day decides when, by how late your closings have been against the days promised;"
    " who is expected today may still close today."
    " Where the day of entry is unknown the stage alone counts.",
)
RECORD = Definition(
    "track record",
    "The same forecast made as of the first of each of the last twelve months, from what was known by its date,"
    " beside what happened then. A month is missing where fewer than ten referrals were decided when it began. Take"
    " the forecast with care where fewer than half of the months fell inside their range, or the chances were no better"
    " than fixed percentages.",
)
BRIER = Definition(
    "Brier",
    "How far the chances of single referrals lay from what happened: the mean of the squared differences, 0 for"
    " perfect, 0.25 for saying 50% of everybody. Fixed percentages are one chance a stage, whatever the days: of"
    " yours that stood there on the first of an earlier month, the share that closed by its end.",
)
MEAN_OF_THREE = Definition(
    "three-month mean",
    "The plainest forecast there is: as many closings as in the mean of the three months before.",
)
FLOOR = Definition("too little history", "Under ten decided referrals (closed or lost) there is no number at all.")

DEFINITIONS = (CLOSED, LIKELY, RANGE, EXPECTED, GOAL, CHANCE, RESTS_ON, RECORD, BRIER, MEAN_OF_THREE, FLOOR)
