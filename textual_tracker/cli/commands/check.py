"""`tracker check`: every problem of the journal's files, each with its place; with `--fix` fewer than before."""

from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

from textual_tracker.analytics.wording import count
from textual_tracker.cli.call import Call
from textual_tracker.cli.chosen import chosen, chosen_files, is_chosen
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.problems import print_problem
from textual_tracker.cli.reports.rows import problem_row
from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.errors import UsageError
from textual_tracker.workspace import Workspace


def run(call: Call) -> int:
    """Print the problems; 1 where one of them is an error."""
    workspace = open_workspace(call, call.here / call.words[0] if call.words else None)
    wanted = chosen(call, workspace.root)
    if call.parsed.flag("dry_run") and not call.parsed.flag("fix"):
        raise UsageError("--dry-run shows what --fix would write; write tracker check --fix --dry-run")
    if call.parsed.flag("fix"):
        return _fix(call, workspace, wanted)
    problems = _problems(call, workspace, wanted)
    _print(call, workspace, wanted, problems)
    return _code(problems)


def _code(problems: list[Problem]) -> int:
    return 1 if any(problem.severity == ERROR for problem in problems) else 0


def _print(call: Call, workspace: Workspace, wanted: list[str], problems: list[Problem]) -> None:
    form = "json" if call.json else call.parsed.value("format") or "text"
    if form == "json":
        call.output.json(_report(workspace.journal, problems, wanted))
    else:
        for problem in problems:
            if form == "github":
                call.output.line(_annotation(problem, _github_prefix(call, workspace.root)))
            else:
                print_problem(call.output, problem)
        _say_summary(call, len(chosen_files(workspace.journal, wanted)), problems)


def _problems(call: Call, workspace: Workspace, wanted: list[str]) -> list[Problem]:
    return [problem for problem in workspace.problems(call.today()) if is_chosen(problem.path, wanted)]


def _fix(call: Call, workspace: Workspace, wanted: list[str]) -> int:
    """Put into quotes what needs them, say what, and print what is left; with `--dry-run` only show the change."""
    from textual_tracker.cli.writing import (  # noqa: PLC0415 - a check that writes nothing does without
        show_plan,
        surely_told,
        write,
    )
    from textual_tracker.editing.actions.mending import Mending  # noqa: PLC0415 - the same
    from textual_tracker.editing.quoting import MENDABLE  # noqa: PLC0415 - the same

    problems = _problems(call, workspace, wanted)
    mending = Mending(sorted({problem.path for problem in problems if problem.code in MENDABLE}))
    if call.parsed.flag("dry_run"):
        show_plan(call, workspace.plan(mending, judged=False))
        return 0
    _, remark = write(call, workspace, mending, judged=False)
    workspace.refresh()
    for sentence in filter(None, (*mending.mended, remark)):
        call.output.say(sentence)
    left = _problems(call, workspace, wanted)
    with surely_told(call.output) if mending.mended else nullcontext():
        _print(call, workspace, wanted, left)
    return _code(left)


def _report(journal: Journal, problems: list[Problem], wanted: list[str]) -> dict[str, object]:
    return {
        "files": len(chosen_files(journal, wanted)),
        "records": {
            "referrals": _number(journal.referrals.values(), wanted),
            "activity": _number(journal.days.values(), wanted),
            "partners": _number(journal.partners.values(), wanted),
        },
        "problems": [problem_row(problem) for problem in problems],
    }


def _number(records: Iterable[Referral | Day | Partner], wanted: list[str]) -> int:
    return sum(is_chosen(record.path, wanted) for record in records)


def _say_summary(call: Call, files: int, problems: list[Problem]) -> None:
    """One short line, for the person rather than for the pipe."""
    if problems:
        errors = sum(problem.severity == ERROR for problem in problems)
        warnings = count(len(problems) - errors, "warning")
        call.output.say(f"{count(errors, 'error')}, {warnings} in {count(files, 'file')}")
    elif call.output.stderr.isatty():
        call.output.say(f"{count(files, 'file')}, nothing to complain about")


def _github_prefix(call: Call, root: Path) -> str:
    """What leads from the repository, in which GitHub looks, to the journal."""
    workspace = call.environ.get("GITHUB_WORKSPACE", "")
    if workspace and root.resolve().is_relative_to(Path(workspace).resolve()):
        inside = root.resolve().relative_to(Path(workspace).resolve()).as_posix()
        return "" if inside == "." else f"{inside}/"
    return ""


def _annotation(problem: Problem, prefix: str) -> str:
    """A problem as a workflow command of GitHub Actions, which shows it beside the line."""
    place = {
        "file": prefix + problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "endColumn": str(problem.column + problem.width),
        "title": problem.code,
    }
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in place.items())
    text = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity} {properties}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(sign):02X}" if sign in f"%\r\n{more}" else sign for sign in text)
