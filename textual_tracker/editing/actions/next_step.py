"""The next step: what is to be done, by whom and when; once done it moves to the log, with the person's own keys."""

import datetime as dt

from textual_tracker.core.problems import ERROR
from textual_tracker.core.records import NextStep
from textual_tracker.core.stages import ENDINGS
from textual_tracker.editing.actions.course import ended_words, fact_day, put_changed, without_empty
from textual_tracker.editing.draft import Action, Draft, in_the_way
from textual_tracker.editing.edits import Append, Edit, Put, Remove, Value
from textual_tracker.editing.record_file import ReferralFile
from textual_tracker.editing.words import day_words, on_day
from textual_tracker.errors import RefusedEditError, UsageError
from textual_tracker.reading.shape import OWN_KEY

SECTION = "next_step"
FIELDS = ("due", "who", "action")


def set_next_step(referral_id: str, due: dt.date, action: str, *, who: str | None = None) -> Action:
    """`action` is due on a day; it takes the place of the next step before it, which is a plan and no fact."""
    wanted = NextStep(due=due, who=who or None, action=action.strip())

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        referral = file.record
        said = day_words(due, draft.today)
        if not wanted.action:
            raise UsageError(f"what is to be done on {said}? tracker next {referral.id} {due} ACTION")
        if due < draft.today:
            raise RefusedEditError(f"{said} is past; a next step lies ahead")
        if referral.outcome.status in ENDINGS:
            raise RefusedEditError(
                f"{ended_words(draft, referral)}, and next steps are for open referrals; "
                f"open it again with: tracker reopen {referral.id}"
            )
        if referral.next_step == wanted:
            raise RefusedEditError(f"nothing to change: that is {referral.name}'s next step already")
        draft.edit(file.path, *_written(file, wanted))
        by = f" ({who})" if who else ""
        return f"{referral.name}: next step {said}: {wanted.action}{by}{_instead(referral.next_step)}"

    return act


def step_done(referral_id: str, *, on: dt.date | None = None, note: str = "") -> Action:
    """The next step was done on the day `on`, `None`: today; it becomes a line of the log, with `note` behind it."""

    def act(draft: Draft) -> str:
        file = draft.referral(referral_id)
        day = fact_day(draft, on)
        step = file.record.next_step
        fault = next((one for one in file.problems if one.field == SECTION and one.severity == ERROR), None)
        if fault is not None:
            raise in_the_way(fault)
        if step is None or step == NextStep():
            raise RefusedEditError(
                f"{file.record.name} has no next step that could be done; "
                f"one is set with: tracker next {file.record.id} WHEN ACTION"
            )
        what = step.action or "next step"
        entry = {"date": day.isoformat(), "by": step.who, "note": f"{what}; {note}" if note else what, **_own(file)}
        draft.edit(file.path, Append(("log",), without_empty(entry), takes=((SECTION,),)), Remove((SECTION,)))
        return f"{file.record.name}: done: {what}{on_day(day, draft.today)}"

    return act


def _written(file: ReferralFile, step: NextStep) -> list[Edit]:
    due = step.due.isoformat() if step.due is not None else None
    values: dict[str, Value] = without_empty({"due": due, "who": step.who, "action": step.action})
    if not file.at(SECTION):
        return [Put((SECTION,), values)]
    gone = [Remove((SECTION, name)) for name in FIELDS if name not in values and file.at(SECTION, name) is not None]
    return [*put_changed(file, SECTION, values), *gone]


def _own(file: ReferralFile) -> dict[str, "Value | None"]:
    """Keys of the person's own that stand beside the step: they were said of it, so they go with it."""
    typed = file.at(SECTION)
    return {name: value for name, value in typed.items() if name.startswith(OWN_KEY)} if isinstance(typed, dict) else {}


def _instead(step: NextStep | None) -> str:
    return f" (instead of: {step.action})" if step is not None and step.action else ""
