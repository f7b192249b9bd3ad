"""What the results mean."""

from textual_tracker.analytics.definitions.definition import Definition

RECEIVED = Definition(
    "received",
    "The referrals received in the window (the last 12 months, unless you say otherwise), with what is known of them"
    " today: one received in January that closes in March is a closing of January's referrals. Left out are those lost"
    " for a reason that says they were no referrals (duplicate, wrong contact, out of area, not a referral), and those"
    " whose file has an error.",
)
CLOSE_RATE = Definition(
    "close rate",
    "Of those decided, that is closed or lost, the share that closed. A loss is decided sooner than a closing, so it is"
    " too low for the newest referrals, and rises as they are decided. It says that it is too early for it while the"
    " first of these people came less than twice the days ago that your closings usually take.",
)
SO_FAR = Definition(
    "so far",
    "The closed among all received. It lies under the close rate as long as some are undecided, and grows with them.",
)
CONTROLLABLE = Definition(
    "controllable",
    "The close rate without those lost to qualification (denied) or to the market (not ready, stopped looking, bought"
    " with cash, contract fell through, partner withdrew): what is left was in your hands.",
)
INTERVAL = Definition(
    "29% (21–38%)",
    "The share, and where the true one lies with 95% confidence (Wilson): the fewer people, the wider. Of fewer than"
    " ten the counts stand alone, 3 of 5, because a percentage would promise too much.",
)
FUNNEL = Definition(
    "funnel",
    "How many came as far as a stage, or further; a stage that was skipped counts as reached, and closed is reached by"
    " closing alone. Beside it the share of all received, and the share of those who reached the stage before.",
)
UNDECIDED = Definition(
    "undecided",
    "Those who have not come so far and still may: they are open, or in nurture. The more there are, the more a share"
    " may still grow.",
)
WHY_NOT = Definition(
    "why not",
    "The lost by cause and reason. The cause says where to look: follow-up, speed, scripting and process are the work;"
    " qualification and the market are not.",
)
BY = Definition(
    "by source, partner, month, officer",
    "The same people put in groups: received, contacted, appointment held, applied (the application was submitted),"
    " closed, lost, still open, in nurture, dollars funded, and the median days from received to closing.",
)
AT_LEAST = Definition(
    "at least",
    "What a partner's close rate is at least, with nine chances in ten (the lower end of the 80% credible interval). It"
    " starts from what all partners have in common, so that one closing of one does not beat eight of ten. Partners"
    " stand in this order; those with fewer than three decided stand below the others.",
)
SNAPSHOT = Definition(
    "closed in the month",
    "What closed in a month beside what was received in it: not the same people. While more come every month it lies"
    " under the close rate: with half of all closing two months later, and 10, 20, 40 received a month, the third month"
    " shows 5 beside 40.",
)
SPEED = Definition(
    "within one working day",
    "The share attempted by the next working day after they were received (after hours or on a day off: from the next"
    " working day on). Whoever still waits for a first attempt counts once that takes longer; whoever ended without one"
    " is counted among those given up instead. The median days to the first attempt are calendar days.",
)
ATTEMPTS = Definition(
    "never reached",
    "Those with whom nobody has spoken, and how often each was tried on average. Given up are those among them who are"
    " lost or in nurture.",
)
DAYS_IN_STAGE = Definition(
    "days in stage",
    "The median time in a stage, whatever came next. Where some are still there it is the days after which half have"
    " left (Kaplan-Meier): they count with the days so far. – means that fewer than half have left. Only stays that"
    " began on a known day count; whoever passed a stage within a day stayed for 0, and whoever came"
    " back stays there anew: so there may be more stays than people.",
)
TO_CLOSING = Definition(
    "from received to closing",
    "The median of the calendar days, over those that closed on a known day. A closing dated before the referral came"
    " is an error of the dates, and is left out.",
)
SECOND_CHANCES = Definition(
    "came back",
    "Referrals that came back in the window after they were lost, in nurture or closed, whenever they were received,"
    " and what became of them since.",
)
RATIOS = Definition(
    "activity to closings",
    "How many of one it takes for one of the next, over the days of the window, whoever it was about. Calls,"
    " conversations and appointments are your daily counters; applications are those submitted in the window, closings"
    " those closed in it, whenever their people were received: so they are not the closed among those received in it."
    " Of one referral one application counts, the one at hand; whoever closed and came back closed all the same. Both"
    " numbers stand beside each ratio, and where none was recorded there is no ratio.",
)

DEFINITIONS = (
    RECEIVED, CLOSE_RATE, SO_FAR, CONTROLLABLE, INTERVAL, FUNNEL, UNDECIDED, WHY_NOT, BY, AT_LEAST, SNAPSHOT, SPEED,
    ATTEMPTS, DAYS_IN_STAGE, TO_CLOSING, SECOND_CHANCES, RATIOS,
)  # fmt: skip
