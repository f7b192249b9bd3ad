"""The commands that count, from activity to closings: rows of the table in `textual_tracker.cli.verbs`."""

from textual_tracker.cli.grammar import Argument, Option, Verb

FROM = Option("--from", metavar="DATE", summary="the first day that counts: 2026-01-01, 2026-01, 2026 (a year ago)")
TO = Option("--to", metavar="DATE", summary="the last day that counts: fri, 2026-02-28, 2026-02, 2025 (today)")
WHO = Option("--who", metavar="OFFICER", values=":officers", summary="one officer's only, in a journal of several")
EXPLAIN = Option("--explain", summary="say what each number means, and print nothing else")
HTML = Option("--html", metavar="FILE", values=":files", summary="write one self-contained page, which prints well")

KINDS = ("source", "partner", "month", "officer")

NUMBERS_VERBS: tuple[Verb, ...] = (
    Verb(
        "forecast",
        Option("--by", metavar="DATE", summary="the last day of the window: eom, 2026-06-30, 2026-06 (this month's)"),
        WHO,
        Option("--all", summary="the chance of every open referral, not only of the likeliest"),
        HTML,
        EXPLAIN,
        summary="how many will close, on what that rests, and how good it was before",
    ),
    Verb(
        "activity",
        FROM,
        TO,
        WHO,
        HTML,
        EXPLAIN,
        summary="days, goals, streak, a calendar of the year, and what came of it",
    ),
    Verb(
        "results",
        FROM,
        TO,
        Option("--by", metavar="KIND", values=KINDS, summary="source, partner, month or officer (source, and partner)"),
        WHO,
        HTML,
        EXPLAIN,
        summary="what became of the referrals received: funnel, close rate, why not, by whom, how fast",
    ),
    Verb(
        "partners",
        FROM,
        TO,
        Option(
            "--report", metavar="PARTNER", values=":partners", summary="a page to send to this partner, in Markdown"
        ),
        WHO,
        HTML,
        Option("--all", summary="those who sent nobody too, and every row of a card"),
        EXPLAIN,
        argument=Argument(
            "PARTNER", many=True, values=":partners", summary="only these: an id or a name, or a part of one"
        ),
        summary="who waits for word, who went quiet, and what the referrals of each partner came to",
    ),
    Verb(
        "diagnose",
        FROM,
        TO,
        WHO,
        Option("--all", summary="everybody behind a verdict, not only the newest"),
        EXPLAIN,
        summary="what breaks between a referral and a closing, and what to change first",
    ),
    Verb(
        "plan",
        Option("--closings", metavar="N", summary="closings wanted a month (the goal in journal.yaml)"),
        WHO,
        EXPLAIN,
        summary="what a goal of closings takes: calls a month and a working day, at your own ratios",
    ),
    Verb(
        "review",
        Option("--week", metavar="DATE", summary="the week of that day: -7, 2026-03-02 (this week)"),
        WHO,
        EXPLAIN,
        summary="the week on one page of Markdown: done, waiting, closed, lost, ahead",
    ),
)
