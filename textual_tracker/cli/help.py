"""Help, made from the table of commands."""

from textual_tracker.cli.grammar import Option, Verb
from textual_tracker.cli.verbs import GLOBAL_OPTIONS, VERBS, options_of

INTRODUCTION = """\
tracker: who sent you whom, and what became of it.

  tracker                    the terminal screen; not on a terminal: today's report
  tracker COMMAND [WORDS]"""


def overview() -> str:
    """All commands and the options that all of them take."""
    commands = [(verb.name, verb.summary) for verb in VERBS]
    options = [(_spelling(option), option.summary) for option in GLOBAL_OPTIONS]
    before_or_after = _section("Options, before or after the command", options)
    return "\n".join([INTRODUCTION, "", *_section("Commands", commands), "", *before_or_after])


def of_verb(verb: Verb) -> str:
    """One command with its words and its options."""
    usage = f"tracker {verb.name}" + (" [OPTIONS]" if verb.options else "")
    lines = [usage + (f" {verb.argument.usage}" if verb.argument else ""), "", f"  {_sentence(verb.summary)}"]
    if verb.argument is not None:
        lines += ["", *_section("Words", [(verb.argument.metavar, verb.argument.summary)])]
    for title, options in _option_groups(verb):
        lines += ["", *_section(title, [(_spelling(option), option.summary) for option in options])]
    return "\n".join(lines)


def _option_groups(verb: Verb) -> list[tuple[str, list[Option]]]:
    own = [option for option in verb.options if not option.hidden]
    everywhere = [option for option in options_of(verb) if option in GLOBAL_OPTIONS and not option.hidden]
    return [group for group in (("Options", own), ("Options of every command", everywhere)) if group[1]]


def _spelling(option: Option) -> str:
    return ", ".join(option.flags) + (f" {option.metavar}" if option.metavar else "")


def _section(title: str, rows: list[tuple[str, str]]) -> list[str]:
    width = max(len(name) for name, _ in rows)
    return [f"{title}:", *(f"  {name:<{width}}  {_text}" for name, _text in rows)]


def _sentence(summary: str) -> str:
    return summary[0].upper() + summary[1:] + "."
