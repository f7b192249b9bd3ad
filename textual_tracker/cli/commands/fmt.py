"""`tracker fmt`: the spacing and the quoting of files, put in order."""

from textual_tracker.analytics.wording import count
from textual_tracker.cli.call import Call
from textual_tracker.cli.chosen import chosen, chosen_files
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.patience import patience
from textual_tracker.cli.writing import carry_out, written_row
from textual_tracker.editing.actions.formatting import Formatting
from textual_tracker.editing.draft import Draft
from textual_tracker.editing.plan import Plan


def run(call: Call) -> int:
    """Put the files in order; with `--check` only name those that are not, and end with 1 if there are any."""
    workspace = open_workspace(call, call.here / call.words[0] if call.words else None)
    formatting = Formatting(chosen_files(workspace.journal, chosen(call, workspace.root)))

    def patiently(draft: Draft) -> str:
        with patience(call.output, "putting the files in order …"):
            return formatting(draft)

    if not call.parsed.flag("check"):
        return carry_out(call, workspace, patiently, more=formatting.left, judged=False)
    plan = workspace.plan(patiently, judged=False)
    _name(call, plan, formatting.left)
    return 1 if plan.changes else 0


def _name(call: Call, plan: Plan, left: list[str]) -> None:
    """Print the files that are not in order, and say which could not be looked at."""
    if call.json:
        call.output.json(written_row(plan, written=False))
    else:
        for path in plan.paths:
            call.output.line(path)
    for sentence in left:
        call.output.say(sentence)
    if plan.changes and not call.json:
        are = "is" if len(plan.changes) == 1 else "are"
        call.output.say(f"{count(len(plan.changes), 'file')} {are} not in order; tracker fmt puts them in order")
