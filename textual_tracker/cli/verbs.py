"""Every command and every option there is: the table behind the parser, the help and the completion."""

from textual_tracker.cli.grammar import Argument, Option, Verb
from textual_tracker.cli.numbers_verbs import EXPLAIN, NUMBERS_VERBS
from textual_tracker.cli.writing_verbs import WRITING_VERBS

COLORS = ("auto", "always", "never")
SHELLS = ("bash", "zsh", "fish")
FORMATS = ("text", "json", "github")

GLOBAL_OPTIONS = (
    Option("-C", "--journal", metavar="DIR", values=":folders", summary="the journal's folder ($TRACKER_JOURNAL)"),
    Option("--today", metavar="DATE", summary="see the journal as of this day ($TRACKER_TODAY)"),
    Option("--json", summary="print one JSON value instead of text"),
    Option("--color", metavar="WHEN", values=COLORS, summary="auto, always or never (auto; see also $NO_COLOR)"),
    Option("--no-index", summary="read every file again, and leave the cache alone"),
    Option("--version", summary="print the version"),
    Option("-h", "--help", summary="print help, of a command or of all"),
)
"""Accepted before the command and after it."""

VERBS = (
    Verb(
        "ui",
        Option("--serve", summary="in the browsers of this machine instead of the terminal"),
        Option("--port", metavar="N", summary="where --serve listens (8137); 0 for any that is free"),
        summary="open the terminal screen",
        json=False,
    ),
    Verb(
        "today",
        Option("--who", metavar="NAME", values=":officers", summary="only what is this officer's to do"),
        EXPLAIN,
        summary="what to do next: deadlines, calls, appointments, partners to tell",
    ),
    Verb(
        "stalled",
        Option("--at-risk", summary="also the referrals that soon will be"),
        Option("--partners", summary="the partners who have not been told"),
        Option("--who", metavar="NAME", values=":officers", summary="only what is this officer's to do"),
        Option("--all", summary="unfold the long-dead rows"),
        Option("--exit-code", summary="exit with 1 where a row is shown"),
        EXPLAIN,
        summary="who is waiting, since when, and what to do",
    ),
    Verb(
        "list",
        Option("--all", summary="the closed, the lost and those in nurture too"),
        argument=Argument(
            "QUERY",
            many=True,
            dashed=True,
            values=":query",
            summary="such as stage:contacted amount:>300000 -partner:chen dana",
        ),
        summary="the open referrals, or those that match a query",
    ),
    Verb(
        "show",
        argument=Argument("REF", least=1, many=True, values=":referrals", summary="an id or a name, or a part of one"),
        summary="one referral: its timeline, and what fires",
    ),
    Verb(
        "check",
        Option("--format", metavar="FORMAT", values=FORMATS, summary="text, json or github (text)"),
        Option("--fix", summary="put quotes around what needs them, then check"),
        Option("--dry-run", summary="with --fix: show what would be written as a patch, and write nothing"),
        argument=Argument("PATH", many=True, values=":files", summary="only these files and folders"),
        summary="every problem in the journal's files, with its line",
    ),
    *NUMBERS_VERBS,
    *WRITING_VERBS,
    Verb(
        "init",
        Option("--no-git", summary="do not make it a git repository"),
        Option("--bare", summary="without the examples"),
        argument=Argument("DIR", values=":folders", summary="the folder (this one)"),
        summary="start a journal",
        json=False,
    ),
    Verb("demo", summary="look around in a sample journal; nothing is kept"),
    Verb("upgrade", summary="refresh the journal's copies of the schemas", json=False),
    Verb(
        "schema",
        argument=Argument("NAME", values=":schemas", summary="such as referral, or output/stalled"),
        summary="print a JSON Schema; without a name, their names",
    ),
    Verb(
        "completion",
        argument=Argument("SHELL", least=1, values=SHELLS, summary="bash, zsh or fish"),
        summary="print the completion script of a shell",
        json=False,
    ),
)


def verb_named(name: str) -> Verb | None:
    """The command of this name."""
    return next((verb for verb in VERBS if verb.name == name), None)


def options_of(verb: Verb | None) -> tuple[Option, ...]:
    """All options that the command takes, the global ones last; `None`: no command was given."""
    if verb is None:
        return GLOBAL_OPTIONS
    return verb.options + tuple(option for option in GLOBAL_OPTIONS if verb.json or option.name != "json")
