"""The closed lists of words that a journal may use, in the order in which a person chooses among them.

The JSON Schemas repeat them for editors; a test holds the two together.
"""

from types import MappingProxyType

SOURCES = (
    "real_estate_agent", "builder", "financial_advisor", "cpa", "attorney", "insurance_agent", "past_client",
    "sphere", "employer", "title_company", "lender_peer", "online", "self_generated", "other",
)  # fmt: skip
CHANNELS = ("call", "text", "email", "voicemail", "in_person", "video", "mail", "social")
RESULTS = ("no_answer", "left_message", "reached", "replied", "wrong_number", "bounced")
TWO_WAY = frozenset({"reached", "replied"})
"""Results of a contact attempt in which both sides spoke; `replied`: they came to us."""

PURPOSES = ("purchase", "refinance", "cash_out_refinance", "home_improvement", "construction", "reverse", "other")
OF_A_HOUSE = frozenset({"purchase", "construction"})
"""Purposes for which a house has to be found and contracted for; who names another has theirs already."""

PROGRAMS = ("conventional", "fha", "va", "usda", "jumbo", "non_qm", "heloc", "other")
APPOINTMENT_STATUSES = ("none", "set", "held", "no_show", "cancelled")
APPLICATION_STATUSES = (
    "not_started", "started", "submitted", "preapproved", "in_process", "clear_to_close",
    "denied", "withdrawn", "incomplete",
)  # fmt: skip
OUTCOME_STATUSES = ("open", "nurture", "closed", "lost")
ABOUTS = (
    "received", "attempted", "contacted", "appointment", "application", "preapproved", "under_contract", "appraisal",
    "approval", "clear_to_close", "closed", "lost", "nurture", "fell_through", "date_moved", "no_news", "thanks",
)  # fmt: skip
MOVED_DATES = ("expected_close", "lock_expires", "expires", "appointment")
CONSENTS = ("none", "status_only", "full")
TIERS = ("A", "B", "C")
PARTNER_STATUSES = ("active", "prospect", "dormant", "do_not_contact")
DAYS_OFF = ("vacation", "sick", "training")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
COUNTERS = ("calls", "follow_ups", "notes", "conversations", "appointments")
"""A day's activity, in the order of the Freedom Tracker."""

CAUSES = MappingProxyType({
    "follow-up": ("never_reached", "went_cold"),
    "speed": ("chose_other_lender_speed",),
    "scripting": ("no_show", "chose_other_lender_rate", "chose_other_lender_relationship"),
    "process": ("paperwork_abandoned", "missed_contract_date"),
    "qualification": (
        "denied_debt_to_income", "denied_employment", "denied_credit", "denied_collateral", "denied_cash",
        "denied_unverifiable", "denied_incomplete", "denied_mortgage_insurance", "denied_other",
    ),
    "market": ("not_ready", "stopped_looking", "bought_with_cash", "contract_fell_through", "partner_withdrew"),
    "data": ("duplicate", "wrong_contact", "out_of_area", "not_a_referral"),
    "other": ("other",),
})  # fmt: skip
"""Why a referral did not close: cause -> reasons."""

NO_REFERRALS = "data"
"""The cause of losses of what was no referral; they are left out of every rate."""

REASONS = tuple(reason for reasons in CAUSES.values() for reason in reasons)
CAUSE_OF = MappingProxyType({reason: cause for cause, reasons in CAUSES.items() for reason in reasons})
