"""`tracker undo`: take back the last write of the program."""

from functools import partial

from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.patience import patience_with_git
from textual_tracker.cli.whom import SPARE
from textual_tracker.cli.writing import show_plan, tell_plan
from textual_tracker.editing.plan import Plan


def run(call: Call) -> int:
    """Put the files of the last write back as they were, if they are still as it left them."""
    workspace = open_workspace(call, settled=False, spare=SPARE)
    if call.parsed.flag("dry_run"):
        show_plan(call, workspace.plan_undo())
        return 0
    undone = workspace.undo(waiting=partial(patience_with_git, call.output))
    tell_plan(call, Plan(says=f"Undone: {undone.says}", changes=undone.changes))
    if undone.remark:
        call.output.say(undone.remark)
    return 0
