"""One referral's record as it stood at the end of a day: the story, cut."""

import datetime as dt
from collections.abc import Iterable

from benchmarks.simulator.story import Facts, Story

MILESTONES = ("started", "submitted", "preapproved", "in_process", "clear_to_close")
APPLICATION_KEYS = (
    "status", "started", "submitted", "preapproved", "expires", "under_contract", "appraisal_ordered",
    "appraisal_received", "conditional_approval", "clear_to_close", "decided", "expected_close", "lock_expires",
)  # fmt: skip
PLANS = {"expires": "preapproved", "expected_close": "in_process", "lock_expires": "in_process"}
"""Dates ahead, and the milestone that must have come before they are known."""


def record(story: Story, end: dt.datetime) -> Facts:
    """The referral's mapping, keys in the format's order, with nothing that is dated after `end`."""
    facts: Facts = {"borrower": story.borrower, "source": None, "partner": story.sender.partner}
    if story.sender.partner is None:
        facts["source"] = story.sender.source
    facts["also_tell"] = story.also_tell
    facts["received"] = story.received
    if story.received_time is not None:
        facts["received"] = dt.datetime.combine(story.received, story.received_time)
    facts["loan"] = story.loan
    facts["contact_attempts"] = _until(story.attempts, end)
    facts["appointment"] = _appointment(story, end)
    facts["application"] = _application(story, end)
    facts["outcome"] = _outcome(story, end)
    facts["partner_updates"] = [update for update in story.updates if _was_told(update, facts, end)]
    facts["next_step"] = story.next_step
    facts["log"] = _until(story.log, end)
    facts["consent_to_share"] = story.consent
    facts["tags"] = story.tags
    facts["notes"] = story.notes
    return facts


OF_THE_MORNING = frozenset({"received", "thanks", "attempted", "contacted", "no_news"})
TWO_WAY = frozenset({"reached", "replied"})
MORNING = 10
AFTERNOON = 15


def is_over(moment: dt.date, end: dt.datetime, hour: int = AFTERNOON) -> bool:
    """Whether something dated so has happened by `end`; without a time of day it happens at `hour`."""
    if isinstance(moment, dt.datetime):
        return moment <= end
    return moment < end.date() or (moment == end.date() and end.hour >= hour)


def _until(events: Iterable[Facts], end: dt.datetime, hour: int = AFTERNOON) -> list[Facts]:
    return [event for event in events if is_over(event["date"], end, hour)]


def _was_told(update: Facts, facts: Facts, end: dt.datetime) -> bool:
    """Milestones are told in the afternoon; that all is well, and who came in, in the morning's round."""
    hour = MORNING if update["about"] in OF_THE_MORNING else AFTERNOON
    talked = any(attempt["result"] in TWO_WAY for attempt in facts["contact_attempts"])
    return is_over(update["date"], end, hour) and (update["about"] != "contacted" or talked)


def _appointment(story: Story, end: dt.datetime) -> Facts:
    agreed = [meeting for meeting in story.meetings if is_over(meeting["set"], end)]
    if not agreed:
        return {}
    *earlier, last = agreed
    facts = dict(last)
    if not is_over(last["date"], end):
        facts["status"] = "set"
    if earlier:
        facts["earlier"] = earlier
    return facts


def _application(story: Story, end: dt.datetime) -> Facts:
    begun = [item for item in story.applications if _begun(item, end)]
    if not begun:
        return {}
    earlier = [_ended(item, end) for item in begun if "ended" in item and is_over(item["ended"], end)]
    running = [item for item in begun if "ended" not in item or not is_over(item["ended"], end)]
    facts = _current(running, end)
    if earlier:
        facts["earlier"] = earlier
    moved = [move for item in begun for move in item.get("moved", ()) if is_over(move["date"], end)]
    if moved:
        facts["moved"] = sorted(moved, key=lambda move: move["date"])
    return facts


def _begun(item: Facts, end: dt.datetime) -> bool:
    return any(is_over(day, end) for name, day in item.items() if name in APPLICATION_KEYS and _is_fact(name))


def _is_fact(name: str) -> bool:
    return name not in PLANS and name != "status"


def _ended(item: Facts, end: dt.datetime) -> Facts:
    facts = _dated(item, end)
    facts["ended"] = item["ended"]
    if "reason" in item:
        facts["reason"] = item["reason"]
    return facts


def _current(running: list[Facts], end: dt.datetime) -> Facts:
    """What counts now: the contract in force, and what was there before it."""
    merged: Facts = {}
    moved: list[Facts] = []
    for item in reversed(running):
        merged.update(item)
        moved = item.get("moved", [])
    facts = _dated(merged, end, moved)
    facts.pop("status", None)
    status = _status(facts)
    if "status" in merged and is_over(merged["decided"], end):
        status = merged["status"]
    return {"status": status, **facts} if facts else {}


def _status(facts: Facts) -> str:
    if "clear_to_close" in facts:
        return "clear_to_close"
    if "under_contract" in facts or "conditional_approval" in facts:
        return "in_process"
    return next((name for name in ("preapproved", "submitted") if name in facts), "started")


def _dated(item: Facts, end: dt.datetime, moved: Iterable[Facts] = ()) -> Facts:
    """The dates of an application that had happened, or were planned, by `end`."""
    facts = {}
    if "status" in item and "decided" in item and is_over(item["decided"], end):
        facts["status"] = item["status"]
    in_process = any(name in item and is_over(item[name], end) for name in ("under_contract", "conditional_approval"))
    for name in APPLICATION_KEYS:
        if name not in item or name == "status":
            continue
        day = item[name]
        if name not in PLANS:
            known = is_over(day, end)
        elif name == "expires":
            known = "preapproved" in item and is_over(item["preapproved"], end)
        else:
            known = in_process
        if known:
            facts[name] = day
    for move in reversed(list(moved)):
        if not is_over(move["date"], end) and move["what"] in facts:
            facts[move["what"]] = move["from"]
    return facts


def _outcome(story: Story, end: dt.datetime) -> Facts:
    begun = [ending for ending in story.endings if is_over(ending["date"], end)]
    if not begun:
        return {}
    earlier = [ending for ending in begun if "ended" in ending and is_over(ending["ended"], end)]
    current = [ending for ending in begun if ending not in earlier]
    facts = _without_plans(current[-1], end) if current else {}
    facts.pop("ended", None)
    if earlier:
        facts["earlier"] = [_without_plans(ending, end) for ending in earlier]
    return facts


def _without_plans(ending: Facts, end: dt.datetime) -> Facts:
    """The ending with the second chance's day that was written last."""
    facts = {name: value for name, value in ending.items() if name != "put_off"}
    for day, revisit in ending.get("put_off", ()):
        if is_over(day, end):
            facts["revisit"] = revisit
    return facts
