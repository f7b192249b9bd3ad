"""A problem in text: its place, what is wrong, the line with a caret, and what to do."""

from textual_tracker.cli.output import Output
from textual_tracker.cli.text import cells, safe
from textual_tracker.core.problems import Problem


def print_problem(output: Output, problem: Problem) -> None:
    """`path:line:column: error: message [code]`, then the line with a caret and the hint."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    style = problem.severity
    output.stretches(
        [(f"{place}: ", "strong"), (f"{problem.severity}:", style), (f" {problem.message} [{problem.code}]", "")]
    )
    if problem.excerpt:
        _print_excerpt(output, problem, style)
    elif problem.hint:
        output.line(f"    {problem.hint}")


def _print_excerpt(output: Output, problem: Problem, style: str) -> None:
    """The line as it stands, and beneath it a caret for each cell of what is marked."""
    number = f"  {problem.line} | "
    start = problem.excerpt_column - 1
    before = safe(problem.excerpt[:start])
    marked = safe(problem.excerpt[start : start + problem.width])
    output.line(number + before + safe(problem.excerpt[start:]))
    margin = " " * (len(number) - 2) + "| " + " " * cells(before)
    carets = "^" * max(cells(marked), 1)
    output.stretches([(margin, ""), (carets, style), (f" {problem.hint}" if problem.hint else "", "")])
