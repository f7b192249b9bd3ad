"""`tracker check`: every problem of the journal's files, each with its place."""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from textual_tracker.analytics.wording import count
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.problems import print_problem
from textual_tracker.cli.rows import problem_row
from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.errors import UsageError


def run(call: Call) -> int:
    """Print the problems; 1 where one of them is an error."""
    workspace = open_workspace(call, call.here / call.words[0] if call.words else None)
    wanted = _wanted(call, workspace.root)
    problems = [problem for problem in workspace.problems(call.today()) if _is_wanted(problem.path, wanted)]
    form = "json" if call.json else call.parsed.value("format") or "text"
    if form == "json":
        call.output.data(msgspec.json.encode(_report(workspace.journal, problems, wanted)) + b"\n")
    else:
        for problem in problems:
            if form == "github":
                call.output.line(_annotation(problem, _github_prefix(call, workspace.root)))
            else:
                print_problem(call.output, problem)
        _say_summary(call, len(_files(workspace.journal, wanted)), problems)
    return 1 if any(problem.severity == ERROR for problem in problems) else 0


def _wanted(call: Call, root: Path) -> list[str]:
    """The paths asked for, relative to the journal with forward slashes; "" is all of it."""
    wanted = []
    for typed in call.words:
        path = _existing(typed, (call.here, root))
        if not path.is_relative_to(root.resolve()):
            raise UsageError(f"{typed} is not in the journal {root}")
        relative = path.relative_to(root.resolve()).as_posix()
        wanted.append("" if relative == "." else relative)
    return wanted


def _existing(typed: str, bases: tuple[Path, ...]) -> Path:
    """The file or folder, as seen from here, else from the journal."""
    for base in bases:
        path = base / typed
        if os.path.lexists(path):
            return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
    raise UsageError(f"there is no {typed}, neither here nor in the journal")


def _is_wanted(path: str, wanted: list[str]) -> bool:
    return not wanted or any(not one or path == one or path.startswith(f"{one}/") for one in wanted)


def _files(journal: Journal, wanted: list[str]) -> set[str]:
    """The files looked at."""
    paths = {journal.settings.path, *(problem.path for problem in journal.unreadable)}
    for records in (journal.referrals, journal.days, journal.partners):
        paths.update(record.path for record in records.values())
    return {path for path in paths if _is_wanted(path, wanted)}


def _report(journal: Journal, problems: list[Problem], wanted: list[str]) -> dict[str, object]:
    return {
        "files": len(_files(journal, wanted)),
        "records": {
            "referrals": _number(journal.referrals.values(), wanted),
            "activity": _number(journal.days.values(), wanted),
            "partners": _number(journal.partners.values(), wanted),
        },
        "problems": [problem_row(problem) for problem in problems],
    }


def _number(records: Iterable[Referral | Day | Partner], wanted: list[str]) -> int:
    return sum(_is_wanted(record.path, wanted) for record in records)


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
