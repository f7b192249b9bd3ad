"""`p`: a milestone of the loan, on the day that it is; or one of its deadlines, on a day to come."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from textual_tracker.core.records import ApplicationFacts, Referral
from textual_tracker.editing.actions.milestone import FELL_THROUGH, MILESTONES, Milestone, mark
from textual_tracker.editing.spoken import plan_day
from textual_tracker.editing.words import day_words
from textual_tracker.errors import UsageError
from textual_tracker.tui.writing.row import Row
from textual_tracker.tui.writing.steps import Ask, Choice, Choose, Echo, Write

KEYS: Final = MappingProxyType({
    "s": ("started", "started", "started"),
    "b": ("submitted", "submitted", "submitted"),
    "p": ("preapproved", "pre-approved", "pre-appr."),
    "u": ("under-contract", "under contract", "contract"),
    "o": ("appraisal-ordered", "appraisal ordered", "appr. out"),
    "r": ("appraisal-received", "appraisal received", "appr. in"),
    "v": ("conditional-approval", "conditional approval", "cond. ok"),
    "c": ("clear-to-close", "clear to close", "clear"),
    "e": ("expected-close", "expected closing …", "closing …"),
    "k": ("lock-expires", "lock expires …", "lock …"),
    "x": ("expires", "letter expires …", "letter …"),
    "f": (FELL_THROUGH, "fell through", "fell thr."),
    "d": ("denied", "denied", "denied"),
    "w": ("withdrawn", "withdrawn", "withdr."),
    "i": ("incomplete", "incomplete", "incompl."),
})  # fmt: skip
"""By its key, the milestone, and what it is called, in short too."""
ENDINGS: Final = frozenset({FELL_THROUGH, "denied", "withdrawn", "incomplete"})
REPLACED: Final = ("application",)
IN_PROCESS: Final = frozenset({"in_process", "clear_to_close"})


def milestone(row: Row, referral: Referral) -> Choose:
    """The milestones that the loan has not passed, and its deadlines."""
    return Choose(f"{referral.name}: milestone", list(_choices(row, referral)))


def _choices(row: Row, referral: Referral) -> Iterator[Choice]:
    application = row.look.snapshot.standing(referral).application
    for key, (word, label, short) in KEYS.items():
        marked = MILESTONES[word]
        if marked.deadline:
            yield Choice(key, label, _deadline(row, referral, word, marked), short)
        elif _is_to_come(application, word, marked):
            write = Write(mark(referral.id, word), (referral,), parts=REPLACED)
            yield Choice(key, label, _surely(referral, label, write) if word in ENDINGS else write, short)


def _surely(referral: Referral, label: str, write: Write) -> Choose:
    """What ends a contract or an application has a key of its own beside harmless ones: it is asked once more."""
    return Choose(f"{referral.name}: {label}?", [Choice("y", f"yes, {label}", write)])


def _is_to_come(application: ApplicationFacts, word: str, marked: Milestone) -> bool:
    """Whether it can be marked: it has no day yet. Only a contract can fall through."""
    if word == FELL_THROUGH:
        return application.under_contract is not None or application.status in IN_PROCESS
    if marked.field == "decided":
        return application.status != marked.status
    return marked.field is None or getattr(application, marked.field) is None


def _deadline(row: Row, referral: Referral, word: str, marked: Milestone) -> Ask:
    """The line for a day; the one on record is kept beside it, so nothing is lost by a new one."""

    def read(text: str) -> Echo:
        try:
            day, time = plan_day(text, row.today)
        except UsageError as error:
            return Echo(str(error))
        if time is not None:
            return Echo("only the day is written; leave the hour out")
        return Echo(
            f"{marked.says} {day_words(day, row.today)}",
            Write(mark(referral.id, word, day=day), (referral,), parts=REPLACED),
        )

    return Ask(f"{referral.name}, {marked.says}:", "28 apr", read)
