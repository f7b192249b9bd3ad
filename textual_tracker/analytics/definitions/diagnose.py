"""What the words of the diagnosis mean."""

from textual_tracker.analytics.definitions.definition import Definition

FIRES = Definition(
    "! fires",
    "The step misses its target, with a chance of 80% or more, told from eight people or more, and the counted share is"
    " on the wrong side as well. What fires stands in the order of what mending it would bring.",
)
LIKELY = Definition(
    "98% likely to be below it",
    "The chance that the true share lies below the target, if nothing was known of it before these were counted.",
)
SHARE = Definition(
    "67 of 134, 50% (42–58%)",
    "How many made the step, of how many that can be judged, and the range in which the true share lies with a"
    " confidence of 95%. Of fewer than ten no percentage is shown.",
)
LEFT_OUT = Definition(
    "not yet",
    "Who is not judged: whoever came to the step within the last ten working days, whether they went on already or not;"
    " whose appointment is today or ahead; in process whoever is not decided. Those who say yes do so at once, so to"
    " count them and not the others would flatter. With those judged they are as many as the funnel counts.",
)
GAIN = Definition(
    "closings a month more",
    "What it would bring if this step alone reached its target and all others stayed as they are: closings a month ×"
    " (target ÷ share − 1). For calling sooner, or more often, it is told from how many more you reach that way. Where"
    " your numbers cannot tell, nothing is said.",
)
SPEED = Definition(
    "speed",
    "Of those attempted, or waiting longer than that: first attempted within one working day. Target 90%.",
)
FOLLOW_UP = Definition(
    "follow-up",
    "Six attempts: of those never reached, ended or received more than ten working days ago, tried six times or more"
    " (an open one who wants no calls is not judged); target 80%. Stalled: of those open before an application is"
    " submitted, the ones that are stalled today; target 10% at most.",
)
SCRIPTING = Definition(
    "scripting",
    "Of those talked with, an appointment agreed (target 60%); of these, held (80%); of these, an application started"
    " (70%).",
)
PROCESS = Definition(
    "process",
    "Of the applications submitted and decided, closed; those lost to qualification or to the market are left out."
    " Target 75%. The funnel has all who came so far under it, the undecided too; the plan and activity to closings set"
    " what was submitted against what closed in the same days.",
)
PARTNER_CARE = Definition("partner care", "Of the words that were due to partners, given in time. Target 90%.")
TRAFFIC = Definition(
    "traffic",
    "Referrals a month, since anything is known, against goals.monthly.referrals; nothing is said of less than 30 days."
    " It fires only when nothing in speed, follow-up, scripting or"
    " process does, and as many close as the goals count on (closings ÷ referrals): before that, more referrals would"
    " be lost at the same place.",
)
QUALIFICATION = Definition(
    "qualification",
    "Of those decided, the ones lost because a loan was denied. It is reported, and blamed on nobody.",
)
UNCLEAR = Definition(
    "not enough data yet",
    "Under eight people nothing is said. With eight or more it may still not be clear: then it says about how many more"
    " it takes, if they go on as those before them. Targets are yours to set: targets: in journal.yaml.",
)

DEFINITIONS = (
    FIRES,
    LIKELY,
    SHARE,
    LEFT_OUT,
    GAIN,
    SPEED,
    FOLLOW_UP,
    SCRIPTING,
    PROCESS,
    PARTNER_CARE,
    TRAFFIC,
    QUALIFICATION,
    UNCLEAR,
)
