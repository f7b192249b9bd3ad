"""From a parsed command to its module."""

import gc
import os
from importlib import import_module

from textual_tracker import __version__
from textual_tracker.cli.call import Call
from textual_tracker.cli.fewer_imports import import_msgspec
from textual_tracker.cli.output import Output, is_terminal
from textual_tracker.cli.parse import Parsed, parse

STAYING = ("ui", "demo")
"""The commands that stay until the person leaves, so long that garbage is worth looking for."""


def run(typed: list[str]) -> int:
    """Run the command that was typed; without one, the screen on a terminal and today's report elsewhere."""
    parsed = parse(typed)
    if parsed.flag("version"):
        Output(os.environ).line(f"tracker {__version__}")
        return 0
    if parsed.flag("help"):
        _print_help(parsed)
        return 0
    module = _default(parsed) if parsed.verb is None else parsed.verb.module
    call = Call(parsed, os.environ, Output(os.environ, parsed.value("color")))
    import_msgspec()
    if module in STAYING:
        gc.enable()
    code: int = import_module(f"textual_tracker.cli.commands.{module}").run(call)
    return code


def _default(parsed: Parsed) -> str:
    return "ui" if is_terminal(os.environ) and not parsed.flag("json") else "today"


def _print_help(parsed: Parsed) -> None:
    helping = import_module("textual_tracker.cli.help")
    text: str = helping.overview() if parsed.verb is None else helping.of_verb(parsed.verb)
    output = Output(os.environ)
    for line in text.split("\n"):
        output.line(line)
