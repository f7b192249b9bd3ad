"""`tracker show`: one referral, what fires, its chance, and its timeline."""

from textual_tracker.analytics.naming import find_referral
from textual_tracker.analytics.partners.care import PartnerRow, untold_about
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.timeline import timeline
from textual_tracker.analytics.wording import (
    SIGNS,
    came_from,
    clock,
    count,
    long_day,
    money,
    partner_named,
    partner_text,
    rule_text,
    stage_label,
    waited,
    word,
)
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace, warn
from textual_tracker.cli.problems import print_problem
from textual_tracker.cli.reports.show_chance import print_chance, shown_chance
from textual_tracker.cli.reports.show_row import show_row
from textual_tracker.cli.table import Column
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Referral


def run(call: Call) -> int:
    """Print the referral that the words name."""
    workspace = open_workspace(call)
    warn(call, workspace.journal)
    snapshot = Snapshot(workspace.journal, call.today())
    referral = find_referral(snapshot, " ".join(call.words))
    problems = [problem for problem in workspace.problems(call.today()) if problem.path == referral.path]
    chance = shown_chance(snapshot, referral)
    if call.json:
        call.output.json(show_row(snapshot, referral, problems, chance))
        return 0
    _print_head(call, snapshot, referral)
    _print_rules(call, snapshot, referral)
    if chance is not None:
        print_chance(call, chance)
    _print_timeline(call, snapshot, referral)
    _print_texts(call, referral)
    _print_problems(call, problems)
    return 0


def _print_head(call: Call, snapshot: Snapshot, referral: Referral) -> None:
    standing = snapshot.standing(referral)
    days = standing.days_in_stage(snapshot.today)
    since = "" if days is None else f", {count(days, 'day')}"
    name = f"{referral.name} and {referral.co_borrower}" if referral.co_borrower else referral.name
    stands = f"{stage_label(standing.stage)}{since}"
    if call.output.has_room_for(f"{name} · {stands}"):
        call.output.stretches([(name, "strong"), (f" · {stands}", "")])
    else:
        call.output.paragraph(name, "strong")
        call.output.paragraph(stands)
    for line in (_came(snapshot, referral), _wants(snapshot, referral), _reached(referral), referral.path):
        if line:
            call.output.paragraph(line)


def _came(snapshot: Snapshot, referral: Referral) -> str:
    also = [snapshot.journal.partner_name(partner) for partner in referral.also_tell]
    parts = [came_from(snapshot, referral)]
    parts.append(word(snapshot.journal.source_of(referral)) if referral.partner else "")
    parts.append(f"also tell {', '.join(also)}" if also else "")
    parts.append(f"received {long_day(referral.received)} {clock(referral.received_time)}".rstrip())
    parts.append(f"officer {referral.officer}" if referral.officer else "")
    return _joined(*parts)


def _wants(snapshot: Snapshot, referral: Referral) -> str:
    program = word(referral.loan.program)
    return _joined(word(referral.loan.purpose), program, money(snapshot.amount(referral)), ", ".join(referral.tags))


def _reached(referral: Referral) -> str:
    best = f"best {referral.best_time}" if referral.best_time else ""
    refuses = "do not contact" if referral.do_not_contact else ""
    return _joined(referral.phone, referral.email, best, refuses)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _print_rules(call: Call, snapshot: Snapshot, referral: Referral) -> None:
    """What fires, for the borrower and for the partners."""
    fires = snapshot.fires(referral)
    untold = list(untold_about(snapshot, referral))
    if not fires and not untold:
        return
    call.output.line()
    levels = [*(firing.level for firing in fires), *(row.level or "" for row in untold)]
    rules = [rule_text(snapshot, referral, firing) for firing in fires]
    waits = [waited(firing.waited, firing.since, snapshot.today) for firing in fires]
    waits += [waited(row.waited, row.since, snapshot.today) for row in untold]
    call.output.table(
        [
            Column("", [SIGNS.get(level, "") for level in levels], painted=True),
            Column("", rules + [_untold_text(snapshot, row) for row in untold], painted=True),
            Column("", waits),
            Column("", [f"limit {limit}" for limit in (*(f.limit for f in fires), *(row.limit for row in untold))]),
            Column("", [firing.action for firing in fires] + ["tell them" for _ in untold]),
        ],
        levels,
        indent=" ",
    )


def _untold_text(snapshot: Snapshot, row: PartnerRow) -> str:
    return f"{partner_named(snapshot, row.partner)}: {partner_text(row)}"


def _print_timeline(call: Call, snapshot: Snapshot, referral: Referral) -> None:
    """The story; a line of words stands between what happened and what is planned."""
    events = timeline(snapshot, referral)
    for title, found in (
        ("Timeline", [event for event in events if event.date <= snapshot.today]),
        ("Ahead", [event for event in events if event.date > snapshot.today]),
    ):
        if found:
            _title(call, title)
            call.output.table(
                [
                    Column("", [f"{event.date:%a}" for event in found]),
                    Column("", [f"{event.date.day} {event.date:%b %Y}" for event in found], right=True),
                    Column("", [clock(event.time) for event in found]),
                    Column("", [event.text for event in found], least=20),
                ],
                indent="  ",
            )


def _title(call: Call, title: str) -> None:
    call.output.line()
    call.output.line(title, "strong")


def _print_texts(call: Call, referral: Referral) -> None:
    lines = [*referral.notes.splitlines(), *(f"{key}: {text}" for key, text in referral.extra)]
    if lines:
        _title(call, "Notes")
        for line in lines:
            call.output.paragraph(line, indent="  ")


def _print_problems(call: Call, problems: list[Problem]) -> None:
    if problems:
        _title(call, "Problems")
        for problem in problems:
            print_problem(call.output, problem)
