"""Writes, undos, edits by others and kills in any order, against a model of what must be on the disk then.

A kill is a call of the system after which no other is made, so that nothing is cleaned up: what the next program finds
is what was on the disk at that moment.
"""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.workspace.conftest import DANA, DAY, LEE, make_journal, plan_of, tree
from tests.workspace.faults import Faults, Killed
from textual_tracker.errors import FileChangedError, RefusedEditError
from textual_tracker.store import undo as undo_log
from textual_tracker.store.layout import is_dropping
from textual_tracker.workspace.writing import perform, plan_undo, undo

PATHS = [DANA, LEE, DAY, "partners/sarah-chen.yaml"]
Files = dict[str, str]

texts = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["a\n", "b\n", "ccc\n", "", None]), min_size=1)
moments = st.integers(0, 45)


class Step(NamedTuple):
    """One write: its sentence, which no other has, and of each file what it was and what it became."""

    says: str
    before: dict[str, str | None]
    after: dict[str, str | None]


class Writing(RuleBasedStateMachine):
    """The model: `files` are those of the journal, `log` the writes that can be undone, the last one last."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = contextlib.ExitStack()
        folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        environment = {"HOME": str(folder), "XDG_STATE_HOME": str(folder / "state")}
        self.stack.enter_context(mock.patch.dict(os.environ, environment))
        self.stack.enter_context(mock.patch.object(os, "fsync", return_value=None))
        self.root = make_journal(folder / "journal")
        self.files: Files = tree(self.root)
        self.log: list[Step] = []
        self.count = 0

    def teardown(self) -> None:
        self.stack.close()

    def step(self, wanted: dict[str, str | None]) -> Step:
        self.count += 1
        changed = {path: text for path, text in wanted.items() if self.files.get(path) != text}
        return Step(f"write {self.count}", {path: self.files.get(path) for path in changed}, changed)

    @rule(wanted=texts)
    def write(self, wanted: dict[str, str | None]) -> None:
        step = self.step(wanted)
        perform(self.root, plan_of(self.root, step.says, wanted), auto_commit=False)
        self.files = put(self.files, step.after)
        if step.after:
            self.log.append(step)

    @rule(wanted=texts)
    def somebody_else_edits(self, wanted: dict[str, str | None]) -> None:
        for path, text in wanted.items():
            self.edit(path, text)
        self.files = put(self.files, wanted)

    @rule(wanted=texts, path=st.sampled_from(PATHS), text=st.sampled_from(["z\n", None]))
    def somebody_else_edits_what_is_planned(self, wanted: dict[str, str | None], path: str, text: str | None) -> None:
        planned = plan_of(self.root, "never", wanted)
        changed = self.files.get(path) != text
        self.edit(path, text)
        self.files = put(self.files, {path: text})
        if changed and path in planned.paths:
            with contextlib.suppress(FileChangedError):
                perform(self.root, planned, auto_commit=False)
                raise AssertionError("it overwrote an edit")

    @rule()
    def take_back(self) -> None:
        expected = self.next_undo()
        if isinstance(expected, Step):
            assert plan_undo(self.root).says == f"Undo: {expected.says}"
            assert undo(self.root, auto_commit=False).says == expected.says
            self.log.pop()
            self.files = put(self.files, expected.before)
            return
        with contextlib.suppress(expected):
            undo(self.root, auto_commit=False)
            raise AssertionError("it was undone")

    @rule(wanted=texts, at=moments, after=st.booleans())
    def killed_while_it_writes(self, wanted: dict[str, str | None], at: int, *, after: bool) -> None:
        step = self.step(wanted)
        planned = plan_of(self.root, step.says, wanted)
        with Faults(at, Killed(), after=after, for_good=True).installed(), contextlib.suppress(Killed):
            perform(self.root, planned, auto_commit=False)
        found = self.found()
        assert_between(found, self.files, step.after)
        remembered = step.says in self.remembered()
        assert remembered or found == self.files, "a file was written before what undoes it"
        if remembered:
            self.log.append(step)
        self.files = found

    @rule(at=moments, after=st.booleans())
    def killed_while_it_takes_back(self, at: int, *, after: bool) -> None:
        log = tuple(self.log)
        expected = self.next_undo()
        raised = () if isinstance(expected, Step) else (expected,)
        with Faults(at, Killed(), after=after, for_good=True).installed(), contextlib.suppress(Killed, *raised):
            undo(self.root, auto_commit=False)
        found = self.found()
        if isinstance(expected, Step):
            assert_between(found, self.files, expected.before)
        else:
            assert found == self.files
        remembered = self.remembered()
        for step in log:
            back = any(files == put(files, step.before) for files in (self.files, found))
            assert step.says in remembered or back, "it was forgotten before it was undone"
        self.log = [step for step in log if step.says in remembered]
        self.files = found

    @invariant()
    def the_disk_is_as_the_model_has_it(self) -> None:
        assert self.found() == self.files
        assert self.remembered() == [step.says for step in self.log]

    def next_undo(self) -> Step | type[FileChangedError | RefusedEditError]:
        """The write that is to be undone now, or what is raised. Those of which nothing is left go from the log."""
        while self.log:
            step = self.log[-1]
            states = {path: (self.files.get(path), step.before[path], step.after[path]) for path in step.after}
            if any(now not in (before, after) for now, before, after in states.values()):
                return FileChangedError
            if any(now != before for now, before, _ in states.values()):
                return step
            self.log.pop()
        return RefusedEditError

    def edit(self, path: str, text: str | None) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        if text is not None:
            file.write_text(text)

    def found(self) -> Files:
        """The files that count as records, or could."""
        return {path: text for path, text in tree(self.root).items() if not is_dropping(path.rpartition("/")[2])}

    def remembered(self) -> list[str]:
        return [entry.says for entry in undo_log.entries(self.root)][::-1]


def put(files: Files, texts: dict[str, str | None]) -> Files:
    """The files with these texts in them, `None`: without that file."""
    return {path: text for path, text in {**files, **texts}.items() if text is not None}


def assert_between(found: Files, old: Files, texts: dict[str, str | None]) -> None:
    """Each file is as it was or as it was to become."""
    new = put(old, texts)
    for path in {**found, **old, **new}:
        assert found.get(path) in (old.get(path), new.get(path)), path


TestWriting = Writing.TestCase
TestWriting.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
