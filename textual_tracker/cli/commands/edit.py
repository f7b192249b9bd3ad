"""`tracker edit`: a file in the person's own editor, checked when they leave it."""

import time
from functools import partial
from pathlib import Path

from textual_tracker.analytics.wording import count
from textual_tracker.cli.asking import can_ask
from textual_tracker.cli.call import Call
from textual_tracker.cli.edited_file import ToEdit, file_to_edit
from textual_tracker.cli.faulty_text import ask_for_one, show_errors
from textual_tracker.cli.patience import patience_with_git
from textual_tracker.cli.writing import say_remarks, show_plan, tell_plan
from textual_tracker.config import editor
from textual_tracker.editing.plan import FileChange
from textual_tracker.errors import TrackerError
from textual_tracker.store import drafts
from textual_tracker.workspace.edit_loop import (
    Left,
    Opened,
    accept,
    close_file,
    discard,
    first_place,
    judged,
    look_again,
    open_file,
    place_of,
)

ERRORS_LEFT = 1
QUESTION = "e: edit again, k: keep it as it is, d: discard what you typed?"


def run(call: Call) -> int:
    """Open the file that the words name; 1 where it has new errors afterwards."""
    wanted = file_to_edit(call)
    if wanted.is_new:
        from textual_tracker.cli.add_in_editor import type_day  # noqa: PLC0415 - rarely needed

        return type_day(call, wanted.workspace, wanted.path)
    if call.parsed.flag("dry_run"):
        return _try(call, wanted)
    opened = open_file(wanted.workspace.root, wanted.path)
    return _Edit(call, wanted, opened).go_on(first_place(wanted.workspace, opened))


class _Edit:
    """One file in the editor, as often as it takes."""

    def __init__(self, call: Call, wanted: ToEdit, opened: Opened) -> None:
        self._call = call
        self._workspace = wanted.workspace
        self._opened = opened
        self._took = 0.0

    def go_on(self, place: tuple[int, int]) -> int:
        """Open it at a line and a column, and settle what was left; the result is the exit code."""
        while True:
            left, failure = self._edit(place)
            if not left.is_changed:
                return self._close(left, failure)
            if failure is not None:
                self._call.output.say(str(failure))
            if not left.errors:
                return self._keep(left) if failure is None else self._keep(left) or failure.exit_code
            show_errors(self._call, left.errors)
            if not can_ask(self._call):
                return self._keep(left)
            answer = self._ask(left)
            if answer != "e":
                return self._keep(left) if answer == "k" else self._discard(left)
            place = place_of(left.errors)

    def _edit(self, place: tuple[int, int]) -> tuple[Left, TrackerError | None]:
        """What the editor left, and what went wrong with it."""
        root, failure = self._workspace.root, None
        began = time.monotonic()
        try:
            editor.run(editor.command(self._call.environ, (str(root / self._opened.path), *place)), root)
        except TrackerError as error:
            failure = error
        self._took = time.monotonic() - began
        self._workspace.refresh()
        return look_again(self._workspace, self._opened), failure

    def _close(self, left: Left, failure: TrackerError | None) -> int:
        """The file is as it was."""
        close_file(self._opened)
        if failure is not None:
            raise failure
        told = f"{left.plan.says[0].upper()}{left.plan.says[1:]}."
        self._call.output.say(editor.NOT_WAITED if self._opened.is_watched and self._took < editor.AT_ONCE else told)
        return 0

    def _ask(self, left: Left) -> str:
        """What is to become of a text with errors. Who leaves the question keeps it."""
        try:
            return ask_for_one(self._call, QUESTION, ("e", "k", "d"))
        except KeyboardInterrupt:
            self._keep(left)
            raise

    def _keep(self, left: Left) -> int:
        """Leave the file as it is now, and tell what that means."""
        waiting = partial(patience_with_git, self._call.output)
        remark = accept(self._workspace, self._opened, left, waiting=waiting).remark
        tell_plan(self._call, left.plan)
        say_remarks(self._call, left.plan)
        show_errors(self._call, left.standing)
        if remark:
            self._call.output.say(remark)
        if left.errors:
            them = "it" if len(left.errors) == 1 else "them"
            self._call.output.say(
                f"Kept as it was typed, with {count(len(left.errors), 'error')}: tracker check shows {them}, "
                "tracker undo takes the edit back."
            )
        return ERRORS_LEFT if left.errors else 0

    def _discard(self, left: Left) -> int:
        """Give the file back what it held, and say where lies what was typed."""
        kept = discard(self._workspace, self._opened, left)
        self._call.output.say(f"{self._opened.path} is as it was. What you typed is kept: {kept}")
        return 0


def _try(call: Call, wanted: ToEdit) -> int:
    """Let a copy of the file be edited, and show what that would change."""
    opened = open_file(wanted.workspace.root, wanted.path)
    before = opened.before or b""
    close_file(opened)
    copy = drafts.keep(wanted.workspace.root, wanted.path, before)
    after = _edited(call, copy, first_place(wanted.workspace, opened), before)
    left = judged(wanted.workspace, FileChange(wanted.path, before, after))
    show_plan(call, left.plan)
    say_remarks(call, left.plan)
    show_errors(call, left.errors)
    if left.is_changed:
        call.output.say(f"What you typed is kept: {copy}")
    return ERRORS_LEFT if left.errors else 0


def _edited(call: Call, copy: Path, place: tuple[int, int], before: bytes) -> bytes:
    """What the editor leaves in a copy, which goes where nothing was changed in it."""
    try:
        editor.run(editor.command(call.environ, (str(copy), *place)), copy.parent)
    finally:
        after = copy.read_bytes() if copy.exists() else before
        if after == before:
            copy.unlink(missing_ok=True)
    return after
