"""A new record that is typed in the person's own editor, into a text that has every field and what is known already.

The text lies in the user's state folder until the record is written. If that does not come about, it stays there.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from textual_tracker.cli.asking import can_ask
from textual_tracker.cli.call import Call
from textual_tracker.cli.faulty_text import ask_for_one
from textual_tracker.cli.writing import carry_out
from textual_tracker.config import editor
from textual_tracker.config.resources import schema_folder
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.editing.compose import Facts
from textual_tracker.editing.draft import Action
from textual_tracker.editing.judging import problems_of, told
from textual_tracker.editing.record_file import open_file
from textual_tracker.editing.skeleton import MODELINE, skeleton
from textual_tracker.errors import RefusedEditError, TrackerError
from textual_tracker.reading.schema import Kind
from textual_tracker.store import drafts
from textual_tracker.workspace import Workspace
from textual_tracker.workspace.edit_loop import place_of

QUESTION = "e: edit again, k: keep the text for later and add nothing?"
NOTHING = "Nothing was added."
NAMELESS: Final = re.compile(r" *name:[ \t]*(#.*)?$")


class Wanted(NamedTuple):
    """What is to be typed: a record of this kind, of which `facts` are known.

    `path` is where it lies, or would lie while it has no name. `add` gives the action that writes what was typed, from
    the text and the one that it was made of; `agreed` asks about the record before, and raises RefusedEditError.
    """

    kind: Kind
    facts: Facts
    path: str
    add: Callable[[bytes, str], Action]
    agreed: Callable[[Any], None]


class TypedRecord:
    """A text in the editor, as often as it takes to make a record of it."""

    def __init__(self, call: Call, workspace: Workspace, wanted: Wanted) -> None:
        self._call = call
        self._workspace = workspace
        self._wanted = wanted
        self._given = skeleton(wanted.kind, wanted.facts, _modeline(workspace.root, wanted.kind))
        self._file = drafts.keep(workspace.root, f"new-{wanted.kind}", self._given.encode())

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
            typed = _lines(data) not in ([], _lines(self._given.encode()))
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
        found = problems_of(self._workspace.journal, self._call.today(), self._wanted.path, typed)
        return [msgspec.structs.replace(one, path=self._file.name) for one in found if one.severity == ERROR]

    def _add(self, typed: bytes) -> None:
        """Write the record."""
        wanted = self._wanted
        wanted.agreed(open_file(wanted.kind, wanted.path, typed).record)
        carry_out(self._call, self._workspace, wanted.add(typed, self._given))
        if self._call.parsed.flag("dry_run"):
            self._call.output.say(self._kept)
        else:
            self._file.unlink(missing_ok=True)

    @property
    def _kept(self) -> str:
        return f"What you typed is kept: {self._file}"


def _lines(text: bytes) -> list[bytes]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _first_gap(text: str) -> tuple[int, int]:
    """The place where the name is missing, a blank behind its colon; else the first line that is no remark."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if NAMELESS.match(line):
            return number, line.index(":") + 3
    begun = (number for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#"))
    return next(begun, 1), 1


def _modeline(root: Path, kind: Kind) -> str:
    """The first line, with the schema's own place: the text lies elsewhere than the record will."""
    name = f"{kind}.schema.json"
    beside = root / ".schema" / name
    return f"{MODELINE} $schema={(beside if beside.exists() else schema_folder() / name).as_uri()}"
