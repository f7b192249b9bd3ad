"""A new referral, partner or day, typed in the person's own editor."""

from collections.abc import Callable

from msgspec.structs import replace

from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.new_partner import agree_on_namesakes, partner_facts
from textual_tracker.cli.officers import acting_officer
from textual_tracker.cli.sender import sure_sender
from textual_tracker.cli.typed_record import TypedRecord, Wanted
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.editing.actions.day_file import day_of
from textual_tracker.editing.actions.filled_in import add_filled_in, add_filled_in_day
from textual_tracker.editing.actions.new_referral import facts_of
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Value
from textual_tracker.editing.one_line import NewReferral
from textual_tracker.editing.plan import FileChange
from textual_tracker.store.layout import stem
from textual_tracker.workspace import Workspace

Agree = Callable[[Call, Workspace, NewReferral], None]


def type_referral(call: Call, new: NewReferral | None, agree: Agree) -> int:
    """Add the referral that a person types, beginning with `new`; `agree` asks about who seems to be here already."""
    workspace = open_workspace(call)
    officer = acting_officer(call, workspace.journal.settings)
    begun = new or NewReferral(name="")
    begun = replace(begun, partner_word=sure_sender(call, workspace.journal, begun.partner_word))
    known: dict[str, Value | None] = {}

    def begin(draft: Draft) -> str:
        known.update(facts_of(draft, begun, officer=officer))
        return ""

    senders = workspace.plan(begin, time=call.time(), judged=False).changes

    def add(typed: bytes, given: str) -> Action:
        return _with_sender(add_filled_in("referral", typed, given), senders)

    def agreed(record: Referral) -> None:
        day = record.received, None
        agree(call, workspace, NewReferral(name=record.name, phone=record.phone, email=record.email, received=day))

    today = call.today()
    path = f"referrals/{today.year}/{today}-new.yaml"
    return TypedRecord(call, workspace, Wanted("referral", known, path, add, agreed)).go_on()


def type_partner(call: Call) -> int:
    """Add the partner that a person types, beginning with what the words after `partner` say."""
    facts = partner_facts(call, call.words[1:])
    workspace = open_workspace(call)

    def add(typed: bytes, given: str) -> Action:
        return add_filled_in("partner", typed, given)

    def agreed(record: Partner) -> None:
        agree_on_namesakes(call, workspace.journal, record.name)

    return TypedRecord(call, workspace, Wanted("partner", facts, "partners/new.yaml", add, agreed)).go_on()


def type_day(call: Call, workspace: Workspace, path: str) -> int:
    """Add the day whose file is to lie at `path`."""

    def add(typed: bytes, given: str) -> Action:
        return add_filled_in_day(path, typed, given)

    def agreed(_record: Day) -> None:
        """There is one of each day."""

    facts: dict[str, Value | None] = {"date": str(day_of(path))}
    return TypedRecord(call, workspace, Wanted("activity", facts, path, add, agreed)).go_on()


def _with_sender(add: Action, senders: tuple[FileChange, ...]) -> Action:
    """The same, and the file of the partner who sent the referral, if they are new here."""

    def act(draft: Draft) -> str:
        says = add(draft)
        record = draft.file(draft.changes[0].path).record
        for change in senders:
            if change.after is not None and stem(change.path) == record.partner and not draft.exists(change.path):
                draft.write(change.path, change.after)
        return says

    return act
