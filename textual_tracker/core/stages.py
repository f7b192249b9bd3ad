"""The stages of a referral, and which facts reach them.

Source: the journal format, "Derived: the stage" (docs/journal-format.md).
"""

from enum import IntEnum


class Stage(IntEnum):
    """The stages in order; the two endings other than closing lie outside the order and above it."""

    received = 1
    attempting = 2
    contacted = 3
    appointment_set = 4
    appointment_held = 5
    application_started = 6
    application_submitted = 7
    preapproved = 8
    in_process = 9
    clear_to_close = 10
    closed = 11
    nurture = 12
    lost = 13


ENDINGS = {"closed": Stage.closed, "nurture": Stage.nurture, "lost": Stage.lost}
APPLICATION_STAGE = {
    "started": Stage.application_started,
    "submitted": Stage.application_submitted,
    "preapproved": Stage.preapproved,
    "in_process": Stage.in_process,
    "clear_to_close": Stage.clear_to_close,
    "denied": Stage.application_submitted,
    "withdrawn": Stage.application_started,
    "incomplete": Stage.application_started,
}
MILESTONE_STAGE = {
    "started": Stage.application_started,
    "submitted": Stage.application_submitted,
    "preapproved": Stage.preapproved,
    "under_contract": Stage.in_process,
    "conditional_approval": Stage.in_process,
    "clear_to_close": Stage.clear_to_close,
}
TOUCHES = (
    "started", "submitted", "preapproved", "under_contract", "appraisal_ordered", "appraisal_received",
    "conditional_approval", "clear_to_close", "decided",
)  # fmt: skip
"""The dates of an application that are touches of the referral."""

ENDED_BADLY = frozenset({"denied", "withdrawn", "incomplete"})
