"""The commands that write, in the order of a referral's life: rows of the table in `textual_tracker.cli.verbs`."""

from textual_tracker.cli.grammar import Argument, Option, Verb

DRY_RUN = Option("--dry-run", summary="show what would be written as a patch, and write nothing")
DATE = Option("--date", metavar="DATE", summary="when it happened, such as fri or 2026-03-06 (today)")
NOTE = Option("--note", metavar="TEXT", summary="anything worth remembering about it")
BY = Option(
    "--by",
    metavar="OFFICER",
    values=":officers",
    summary="who did it, in a journal of several officers ($TRACKER_OFFICER)",
)

ONE_REFERRAL = Argument("REF", least=1, many=True, values=":referrals", summary="an id or a name, or a part of one")

YES = Option("--yes", summary="also where it looks like one that is there already")

WRITING_VERBS = (
    Verb(
        "add",
        Option("-e", "--edit", summary="type it in your editor, into a text that has every field"),
        YES,
        BY,
        DRY_RUN,
        argument=Argument(
            "NAME PHONE @PARTNER",
            many=True,
            values=":add",
            summary="whom, and who sent them; source=cpa, amount=385k; nothing: it is asked for",
        ),
        summary="a new referral: add Dana Ortiz 555-0142 @chen; or partner: add partner Pat Lee type=cpa",
    ),
    Verb(
        "log",
        DATE,
        NOTE,
        BY,
        DRY_RUN,
        argument=Argument(
            "REF CONTACT [RESULT]",
            least=2,
            many=True,
            values=":log",
            summary="na, vm, r, b, t, tr or e; or a channel and a result; of a partner: @chen",
        ),
        summary="a contact: log ortiz vm, log ortiz text reached",
    ),
    Verb(
        "appt",
        DATE,
        NOTE,
        DRY_RUN,
        argument=Argument(
            "REF WHEN",
            least=2,
            many=True,
            values=":appt",
            summary="a day and an hour to come; or held, no-show or cancelled",
        ),
        summary="an appointment: appt ortiz mon 2pm, appt ortiz held",
    ),
    Verb(
        "mark",
        Option("--reason", metavar="REASON", values=":reasons", summary="why a contract fell through"),
        DATE,
        NOTE,
        DRY_RUN,
        argument=Argument(
            "REF MILESTONE [DATE]",
            least=2,
            many=True,
            dashed=True,
            values=":mark",
            summary="a step of the application and its day (today), or a deadline and its day",
        ),
        summary="a milestone: mark ortiz preapproved, mark ortiz expected-close 28 apr",
    ),
    Verb(
        "next",
        DRY_RUN,
        argument=Argument(
            "REF WHEN ACTION",
            least=3,
            many=True,
            dashed=True,
            values=":referrals",
            summary="a day to come and what is to be done, by @somebody if not by you",
        ),
        summary="the next step: next ortiz fri collect pay stubs",
    ),
    Verb("done", DATE, NOTE, DRY_RUN, argument=ONE_REFERRAL, summary="the next step is done, and moves to the log"),
    Verb(
        "tell",
        Option(
            "--about", metavar="WHAT", values=":abouts", summary="what they were told (what is due, else the stage)"
        ),
        Option("--channel", metavar="CHANNEL", values=":channels", summary="how (as the partner prefers it)"),
        Option("--partner", metavar="PARTNER", values=":partners", summary="whom, if not the partner who sent it"),
        DATE,
        NOTE,
        BY,
        DRY_RUN,
        argument=Argument(
            "REF",
            least=1,
            many=True,
            values=":people",
            summary="a referral, or @PARTNER: of all their open referrals",
        ),
        summary="a partner was told: tell ortiz, tell @chen",
    ),
    Verb(
        "close",
        Option("--amount", metavar="AMOUNT", summary="what was funded, such as 385k (the amount of the loan)"),
        DATE,
        NOTE,
        DRY_RUN,
        argument=ONE_REFERRAL,
        summary="the loan closed",
    ),
    Verb(
        "lose",
        Option("--reason", metavar="REASON", values=":reasons", summary="why; asked for where it is missing"),
        Option("--revisit", metavar="DATE", summary="the day of a second chance"),
        DATE,
        NOTE,
        DRY_RUN,
        argument=ONE_REFERRAL,
        summary="the referral is lost: lose ortiz --reason went-cold",
    ),
    Verb(
        "nurture",
        Option("--revisit", metavar="DATE", summary="when to get in touch again; asked for where it is missing"),
        DATE,
        NOTE,
        DRY_RUN,
        argument=ONE_REFERRAL,
        summary="left alone until a day: nurture ortiz --revisit 2026-09-01",
    ),
    Verb("reopen", DATE, NOTE, DRY_RUN, argument=ONE_REFERRAL, summary="who was closed, lost or in nurture is back"),
    Verb(
        "set",
        Option("--date", metavar="DATE", summary="the day on which a deadline was moved (today)"),
        BY,
        DRY_RUN,
        argument=Argument(
            "REF KEY=VALUE",
            least=2,
            many=True,
            values=":set",
            summary="amount=400k, tags+=urgent, notes= to take it out; also of a partner or of today",
        ),
        summary="any field: set ortiz amount=400k phone=555-0142",
    ),
    Verb(
        "count",
        DATE,
        BY,
        DRY_RUN,
        argument=Argument(
            "WHAT",
            least=1,
            many=True,
            dashed=True,
            values=":counters",
            summary="calls+3, notes-1, conversations=5, or calls",
        ),
        summary="today's activity: count calls+3 notes+1",
    ),
    Verb(
        "edit",
        BY,
        DRY_RUN,
        argument=Argument(
            "WHAT",
            least=1,
            many=True,
            values=":people",
            summary="a referral, @PARTNER, a day such as today, journal for journal.yaml, or a path",
        ),
        summary="open the file in your editor ($VISUAL, $EDITOR), and check it when you come back",
    ),
    Verb(
        "fmt",
        Option("--check", summary="name the files that are not in order, and write nothing"),
        DRY_RUN,
        argument=Argument("PATH", many=True, values=":files", summary="only these files and folders"),
        summary="put spacing and quoting in order; comments and data stay",
    ),
    Verb("undo", DRY_RUN, summary="take back the last write of the program"),
)
"""Each has its module in `textual_tracker.cli.commands`."""
