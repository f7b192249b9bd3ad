"""What else happened, and what is to be done next."""

from benchmarks.simulator.clock import Clock
from benchmarks.simulator.dice import Dice
from benchmarks.simulator.story import Story

LOGGED = {
    "under_contract": ("contract in, title ordered", "earnest money at title", "offer accepted, sent the timeline"),
    "appraisal_received": ("value is there", "value 4k over", "appraisal fine, two small repairs", "came in at price"),
    "conditional_approval": ("seven conditions, four are ours", "insurance binder in", "list of conditions sent out"),
    "submitted": ("file complete", "last return in", "ordered the verification of employment"),
}
ACTIONS = {
    "attempting": ("call before work", "try the work number", "ask the partner for a second number"),
    "contacted": ("two times for a meeting", "send the worksheet, then call", "call after they have talked it over"),
    "appointment_held": ("application link again", "list of documents", "answer the question about points"),
    "application_started": ("pay stubs", "missing bank statements", "co-borrower's signature", "second W-2"),
    "application_submitted": ("ask underwriting", "letter of explanation", "verification of employment"),
    "preapproved": ("call before the weekend's showings", "new letter at list price", "ask how Sunday went"),
    "in_process": ("chase the appraisal", "homeowner's insurance", "conditions to underwriting"),
    "clear_to_close": ("book the signing", "wire instructions by phone", "final numbers"),
}
PLANNED = 0.4
"""The share of open referrals with a next step."""


def write_log(dice: Dice, story: Story) -> None:
    """Fill `story.log` with what the file's milestones brought."""
    for application in story.applications:
        for name, texts in LOGGED.items():
            if name in application and dice.chance(0.12):
                story.log.append({"date": application[name], "note": dice.pick(texts)})
    story.log.sort(key=lambda entry: entry["date"])


def write_next_step(dice: Dice, story: Story, clock: Clock) -> None:
    """What is planned at the end of the simulation, if anything; seldom something that should have been done."""
    stage = next((v.stage for v in story.visits if v.entered <= clock.last < v.left), "")
    if stage in ACTIONS and dice.chance(PLANNED):
        due = clock.last + dice.weighted(((1, 5), (2, 4), (3, 3), (5, 2), (-1, 0.6)))
        story.next_step = {"due": clock.day(due), "action": dice.pick(ACTIONS[stage])}
