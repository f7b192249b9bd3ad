"""The commands that count, from activity to closings: rows of the table in `textual_tracker.cli.verbs`."""

from textual_tracker.cli.grammar import Option, Verb

FROM = Option("--from", metavar="DATE", summary="the first day that counts: 2026-01-01, 2026-01 (a year ago)")
TO = Option("--to", metavar="DATE", summary="the last day that counts: fri, 2026-02-28, 2026-02 (today)")
WHO = Option("--who", metavar="OFFICER", summary="one officer's only, in a journal of several")
EXPLAIN = Option("--explain", summary="say what each number means, and print nothing else")
HTML = Option("--html", metavar="FILE", values=":files", summary="write one self-contained page, which prints well")

KINDS = ("source", "partner", "month", "officer")

NUMBERS_VERBS: tuple[Verb, ...] = (
    Verb(
        "plan",
        Option("--closings", metavar="N", summary="closings wanted a month (the goal in journal.yaml)"),
        WHO,
        EXPLAIN,
        summary="what a goal of closings takes: calls a month and a working day, at your own ratios",
    ),
)
