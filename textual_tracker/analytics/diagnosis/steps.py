"""Scripting, process and qualification: how the steps of the funnel are made, and why they are not."""

from collections.abc import Sequence

from textual_tracker.analytics.diagnosis.evidence import Evidence, came_lately, gathered
from textual_tracker.analytics.results.closing import BEYOND_CONTROL
from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.stages import Stage

QUALIFICATION = "qualification"


def came_from(snapshot: Snapshot, members: Sequence[Member], stage: Stage, to: Stage) -> Evidence:
    """Of those who came as far as `stage`, who came to `to`, where `to` is the one to follow.

    Not judged, whether they are there or not, are those who came to `stage` within the last ten working days; and of
    appointments those whose day is today or ahead. Everybody else who is not there counts as not there, as in the
    funnel.
    """

    def judge(member: Member) -> bool | None:
        if came_lately(snapshot, member, stage) or (stage is Stage.appointment_set and _lies_ahead(snapshot, member)):
            return None
        return member.furthest >= to

    return gathered([member for member in members if member.furthest >= stage], judge)


def submitted_to_closed(members: Sequence[Member]) -> Evidence:
    """Of the applications submitted and decided, who closed, without those lost to qualification or to the market."""

    def judge(member: Member) -> bool | None:
        return member.fate == "closed" if member.is_decided else None

    reached = [member for member in members if member.furthest >= Stage.application_submitted]
    return gathered([member for member in reached if member.cause not in BEYOND_CONTROL], judge)


def kept_by_qualification(members: Sequence[Member]) -> Evidence:
    """Of those decided, who was not lost to qualification."""
    return gathered([member for member in members if member.is_decided], lambda member: member.cause != QUALIFICATION)


def _lies_ahead(snapshot: Snapshot, member: Member) -> bool:
    """Whether the appointment is today or ahead and still to be, and none was held before it.

    One that was cancelled asks to be made anew, whatever its day was: nobody waits for that.
    """
    meeting = member.standing.appointment
    day = None if meeting.status in {"cancelled", "no_show"} else meeting.date
    held_before = any(meeting.status == "held" for meeting in member.referral.appointment.earlier)
    return day is not None and day >= snapshot.today and not held_before
