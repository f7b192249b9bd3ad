"""Carrying out an action from the command line: planned, shown or written, and told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from textual_tracker.cli.call import Call
from textual_tracker.cli.output import Output
from textual_tracker.cli.patience import patience_with_git
from textual_tracker.cli.streams import abandon
from textual_tracker.editing.draft import Action
from textual_tracker.editing.patch import patch
from textual_tracker.editing.plan import Plan, diff
from textual_tracker.errors import FileChangedError
from textual_tracker.store.refusals import why
from textual_tracker.workspace import Workspace

TRIES = 10
"""So often is it planned anew when another program wrote the same file in the same moment."""


def carry_out(
    call: Call, workspace: Workspace, action: Action, *, more: Sequence[str] = (), judged: bool = True
) -> int:
    """Write what `action` says, or with `--dry-run` show it as a diff; `more` is said on stderr beside it.

    `judged`: see `Workspace.plan`.
    """
    if call.parsed.flag("dry_run"):
        plan = workspace.plan(action, time=call.time(), judged=judged)
        show_plan(call, plan)
        remark = plan.aside
    else:
        plan, remark = write(call, workspace, action, judged=judged)
        tell_plan(call, plan)
    say_remarks(call, plan)
    for sentence in (*more, remark):
        if sentence:
            call.output.say(sentence)
    return 0


def write(call: Call, workspace: Workspace, action: Action, *, judged: bool = True) -> tuple[Plan, str]:
    """What was written, and what did not work beside it.

    Whoever else writes at the same moment loses nothing: the plan is made again on what they wrote.
    """
    waiting = partial(patience_with_git, call.output)
    for _ in range(TRIES - 1):
        plan = workspace.plan(action, time=call.time(), judged=judged)
        try:
            return plan, workspace.perform(plan, waiting=waiting).remark
        except FileChangedError:
            workspace.refresh()
    plan = workspace.plan(action, time=call.time(), judged=judged)
    return plan, workspace.perform(plan, waiting=waiting).remark


def tell_plan(call: Call, plan: Plan) -> None:
    """Print what was written: the sentence, and the files."""
    with surely_told(call.output, plan.says):
        if call.json:
            call.output.json(written_row(plan, written=True))
            return
        call.output.line(plan.says)
        for path in plan.paths:
            call.output.line(f"  {path}", "quiet")


@contextmanager
def surely_told(output: Output, says: str = "") -> Iterator[None]:
    """What was written is told in the block. Where stdout does not take it, stderr does: nothing has failed by that.

    `says` is the sentence; "": it was told already.
    """
    try:
        yield
        output.stdout.flush()
    except OSError as error:
        abandon("stdout")
        output.say(f"It is written, but standard output does not take the answer ({why(error)}). {says}".rstrip())


def show_plan(call: Call, plan: Plan) -> None:
    """Print what would be written: into a pipe as a patch that git applies, elsewhere as lines to look at."""
    if call.json:
        call.output.json(written_row(plan, written=False))
        return
    if call.output.width is None and not call.output.coloured:
        call.output.data(patch(plan.changes))
    else:
        for line in diff(plan.changes).splitlines():
            call.output.line(line, "strong" if line.startswith(("---", "+++")) else DIFF_STYLES.get(line[:1], ""))
    call.output.say(f"{plan.says} (nothing was written)")


DIFF_STYLES = {"-": "stalled", "+": "at_risk", "@": "quiet"}
"""Orange for what goes, blue for what comes: never green and red."""


def say_remarks(call: Call, plan: Plan) -> None:
    """Say on stderr what the change makes odd."""
    for problem in plan.remarks:
        place = f"{problem.path}:{problem.line}:{problem.column}"
        call.output.say(f"{place}: {problem.severity}: {problem.message} [{problem.code}]")
        if problem.hint:
            call.output.say(f"    {problem.hint}")


def written_row(plan: Plan, *, written: bool) -> dict[str, Any]:
    """The JSON of a write (`schema/output/write.schema.json`)."""
    return {
        "written": written,
        "says": plan.says,
        "paths": list(plan.paths),
        "diff": diff(plan.changes),
        "remarks": [
            {"path": p.path, "line": p.line, "column": p.column, "code": p.code, "message": p.message, "hint": p.hint}
            for p in plan.remarks
        ],
    }
