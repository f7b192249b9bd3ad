"""Carrying out an action from the command line: planned, shown or written, and told."""

from typing import Any

import msgspec

from textual_tracker.cli.call import Call
from textual_tracker.editing.draft import Action
from textual_tracker.editing.plan import Plan, diff
from textual_tracker.errors import FileChangedError
from textual_tracker.workspace import Workspace

TRIES = 3
"""As often is it planned anew when another program wrote the same file in the same moment."""


def carry_out(call: Call, workspace: Workspace, action: Action) -> int:
    """Write what `action` says, or with `--dry-run` show it as a diff."""
    if call.parsed.flag("dry_run"):
        return show_plan(call, workspace.plan(action, time=call.time()))
    plan, remark = _write(call, workspace, action)
    if call.json:
        call.output.data(msgspec.json.encode(written_row(plan, written=True)) + b"\n")
    else:
        call.output.line(plan.says)
        for path in plan.paths:
            call.output.line(f"  {path}", "quiet")
    say_remarks(call, plan)
    if remark:
        call.output.say(remark)
    return 0


def _write(call: Call, workspace: Workspace, action: Action) -> tuple[Plan, str]:
    """What was written, and what did not work beside it.

    Whoever else writes at the same moment loses nothing: the plan is made again on what they wrote.
    """
    for _ in range(TRIES - 1):
        plan = workspace.plan(action, time=call.time())
        try:
            return plan, workspace.perform(plan).remark
        except FileChangedError:
            workspace.refresh()
    plan = workspace.plan(action, time=call.time())
    return plan, workspace.perform(plan).remark


def show_plan(call: Call, plan: Plan) -> int:
    """Print what would be written, and write nothing."""
    if call.json:
        call.output.data(msgspec.json.encode(written_row(plan, written=False)) + b"\n")
    else:
        for line in diff(plan.changes).splitlines():
            call.output.line(line, DIFF_STYLES.get(line[:1], "") if not line.startswith(("---", "+++")) else "strong")
        call.output.say(f"{plan.says} (nothing was written)")
    say_remarks(call, plan)
    return 0


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
