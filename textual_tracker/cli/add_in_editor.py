"""A new record typed in the person's own editor, into a text that has every field and what is known already.

The text lies in the user's state folder until the record is written. If that does not come about, it stays there.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

import msgspec

from textual_tracker.cli.asking import can_ask
from textual_tracker.cli.call import Call
from textual_tracker.cli.faulty_text import ask_for_one
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.new_partner import agree_on_namesakes, partner_facts
from textual_tracker.cli.officers import acting_officer
from textual_tracker.cli.writing import carry_out
from textual_tracker.config import editor
from textual_tracker.config.resources import schema_folder
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Partner, Referral
from textual_tracker.editing.actions.filled_in import add_filled_in
from textual_tracker.editing.actions.new_referral import facts_of
from textual_tracker.editing.compose import Facts
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.edits import Value
from textual_tracker.editing.judging import problems_of, told
from textual_tracker.editing.one_line import NewReferral
from textual_tracker.editing.plan import FileChange
from textual_tracker.editing.record_file import open_file
from textual_tracker.editing.skeleton import MODELINE, skeleton
from textual_tracker.errors import RefusedEditError, TrackerError
from textual_tracker.store import drafts
from textual_tracker.store.layout import stem
from textual_tracker.workspace import Workspace
from textual_tracker.workspace.edit_loop import place_of

New = Literal["referral", "partner"]
Agree = Callable[[Call, Workspace, NewReferral], None]
QUESTION = "e: edit again, k: keep the text for later and add nothing?"
NOTHING = "Nothing was added."
NAMELESS: Final = re.compile(r" *name:[ \t]*(#.*)?$")


def type_referral(call: Call, new: NewReferral | None, agree: Agree) -> int:
    """Add the referral that a person types, beginning with `new`; `agree` asks about who seems to be here already."""
    workspace = open_workspace(call)
    officer = acting_officer(call, workspace.journal.settings)
    known: dict[str, Value | None] = {}

    def begin(draft: Draft) -> str:
        known.update(facts_of(draft, new or NewReferral(name=""), officer=officer))
        return ""

    senders = workspace.plan(begin, time=call.time(), judged=False).changes

    def agreed(record: Referral | Partner) -> None:
        if isinstance(record, Referral):
            same = NewReferral(
                name=record.name, phone=record.phone, email=record.email, received=(record.received, None)
            )
            agree(call, workspace, same)

    return _Typed(call, workspace, "referral", known, senders, agreed).go_on()


def type_partner(call: Call) -> int:
    """Add the partner that a person types, beginning with what the words after `partner` say."""
    facts = partner_facts(call, call.words[1:])
    workspace = open_workspace(call)

    def agreed(record: Referral | Partner) -> None:
        agree_on_namesakes(call, workspace.journal, record.name)

    return _Typed(call, workspace, "partner", facts, (), agreed).go_on()


class _Typed:
    """A text in the editor, as often as it takes to make a record of it."""

    def __init__(
        self,
        call: Call,
        workspace: Workspace,
        kind: New,
        facts: Facts,
        senders: tuple[FileChange, ...],
        agreed: Callable[[Referral | Partner], None],
    ) -> None:
        self._call = call
        self._workspace = workspace
        self._kind = kind
        self._senders = senders
        self._agreed = agreed
        self._given = skeleton(kind, facts, _modeline(workspace.root, kind))
        self._file = drafts.keep(workspace.root, f"new-{kind}", self._given.encode())

    def go_on(self) -> int:
        """Let it be typed, and add what was typed; the result is the exit code."""
        place = _first_gap(self._given)
        try:
            while True:
                typed = self._edit(place)
                if typed is None:
                    self._call.output.say(NOTHING)
                    return 0
                place, refusal = self._try(typed)
                if not refusal:
                    return 0
                self._call.output.say(refusal)
                if ask_for_one(self._call, QUESTION, ("e", "k")) == "k":
                    self._call.output.say(self._kept)
                    return 0
        except TrackerError as error:
            raise type(error)(f"{error}\n{self._kept}" if self._file.exists() else str(error)) from None
        except KeyboardInterrupt:
            self._call.output.say(self._kept)
            raise

    def _edit(self, place: tuple[int, int]) -> bytes | None:
        """What was typed; None where nothing was, and then the text is gone."""
        try:
            editor.run(editor.command(self._call.environ, (str(self._file), *place)), self._file.parent)
        finally:
            data = self._file.read_bytes() if self._file.exists() else b""
            typed = bool(_lines(data) - _lines(self._given.encode()))
            if not typed:
                self._file.unlink(missing_ok=True)
        return data if typed else None

    def _try(self, typed: bytes) -> tuple[tuple[int, int], str]:
        """Add what was typed. Else where to go on, and why it was not added.

        Raises RefusedEditError where it cannot be asked what to do about that.
        """
        self._workspace.refresh()
        errors = self._errors(typed)
        refusal = "\n".join(told(errors))
        if not errors:
            try:
                self._add(typed)
            except RefusedEditError as error:
                refusal = str(error)
        if refusal and not can_ask(self._call):
            raise RefusedEditError(refusal)
        return place_of(errors) if errors else _first_gap(typed.decode("utf-8", "replace")), refusal

    def _errors(self, typed: bytes) -> list[Problem]:
        """What is wrong, at the lines of the text as it was typed."""
        found = problems_of(self._workspace.journal, self._call.today(), self._unnamed, typed)
        return [msgspec.structs.replace(one, path=self._file.name) for one in found if one.severity == ERROR]

    def _add(self, typed: bytes) -> None:
        """Write the record, with those who sent it and are new here as well."""
        self._agreed(open_file(self._kind, self._unnamed, typed).record)
        add = add_filled_in(self._kind, typed, self._given)

        def act(draft: Draft) -> str:
            says = add(draft)
            named = {self._partner_of(draft)}
            for change in self._senders:
                if change.after is not None and stem(change.path) in named and not draft.exists(change.path):
                    draft.write(change.path, change.after)
            return says

        carry_out(self._call, self._workspace, act)
        if self._call.parsed.flag("dry_run"):
            self._call.output.say(self._kept)
        else:
            self._file.unlink(missing_ok=True)

    def _partner_of(self, draft: Draft) -> str | None:
        """The id of the partner who sent the referral that is about to be written."""
        record = draft.file(draft.changes[0].path).record
        return record.partner if isinstance(record, Referral) else None

    @property
    def _unnamed(self) -> str:
        """Where such a record would lie, while it has no name of its own."""
        day = self._call.today()
        return f"referrals/{day.year}/{day}-new.yaml" if self._kind == "referral" else "partners/new.yaml"

    @property
    def _kept(self) -> str:
        return f"What you typed is kept: {self._file}"


def _lines(text: bytes) -> set[bytes]:
    return {line.strip() for line in text.splitlines() if line.strip()}


def _first_gap(text: str) -> tuple[int, int]:
    """The line at which the name is missing, else the first line that is no remark."""
    lines = text.splitlines()
    found = [number for number, line in enumerate(lines, 1) if NAMELESS.match(line)]
    begun = [number for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    number = (found or begun or [1])[0]
    return number, min(len(lines[number - 1].partition(" #")[0].rstrip()) + 1, 200) if found else 1


def _modeline(root: Path, kind: New) -> str:
    """The first line, with the schema's own place: the text lies elsewhere than the record will."""
    name = f"{kind}.schema.json"
    beside = root / ".schema" / name
    return f"{MODELINE} $schema={(beside if beside.exists() else schema_folder() / name).as_uri()}"
