"""What the numbers about partners mean."""

from textual_tracker.analytics.definitions.definition import Definition

SENT = Definition(
    "received",
    "Whom they sent in the window (the last 12 months, unless you say otherwise), with what is known of them today."
    " Those lost for a reason that says they were no referrals, and those whose file has an error, are left out.",
)
CLOSED = Definition("closed", "Of those decided, that is closed or lost, how many closed: 8 of 11.")
LIKELY = Definition(
    "likely",
    "What their close rate is likely to be, and between which ends it lies with 80% probability. It starts from what"
    " all partners have in common, and moves towards their own rate with every referral that is decided. Nothing is"
    " said of fewer than three.",
)
ORDER = Definition(
    "the order",
    "By the lower end of likely, so that one closing of one does not beat eight of ten; those with fewer than three"
    " decided stand below, then those who sent nobody in the window.",
)
TOLD = Definition(
    "told in time",
    "Of the words that were due to them in the window, the share given within one working day: thanks for each"
    " referral, and each piece of news (contacted, appointment held, pre-approved, in process, clear to close, a"
    " contract that fell through, a closing that was moved, nurture, closed, lost). Closed and lost are told by name"
    " only. News that newer news overtook in time was not due, and what may still be told in time does not count yet.",
)
WAITS = Definition(
    "waits for word",
    "They have not been thanked, have not heard the latest news, or have heard nothing for longer than their limit.",
)
QUIET = Definition(
    "went quiet",
    "An active partner of tier A or B, or with three referrals or more, who has sent nobody for more than 90 days and"
    " more than twice their usual gap, and whom you have not been in touch with for 20 working days.",
)
LAST_SENT = Definition(
    "last sent",
    "Calendar days since they sent somebody, and the usual days between two of their referrals (the median), over all"
    " time.",
)
MONEY = Definition(
    "amount, days", "Dollars funded, and the median of the days from received to closing, of the closed."
)

DEFINITIONS = (SENT, CLOSED, LIKELY, ORDER, TOLD, WAITS, QUIET, LAST_SENT, MONEY)
