"""The page of `review`: Markdown, to be pasted where a manager reads it. Names are escaped, notes are not in it."""

from collections.abc import Iterable, Iterator, Sequence

from textual_tracker.analytics.diagnosis.words import headline as what_to_change
from textual_tracker.analytics.forecast.record_words import trust
from textual_tracker.analytics.forecast.words import expected_dollars, goal_words, missing_sentence
from textual_tracker.analytics.forecast.words import headline as what_will_close
from textual_tracker.analytics.markdown import escaped
from textual_tracker.analytics.partners.words import tell_sentence
from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.endings import Ending, amount_of
from textual_tracker.analytics.results.left_out import left_out_sentence
from textual_tracker.analytics.results.words import reason_label
from textual_tracker.analytics.review.review import Review
from textual_tracker.analytics.review.words import moved_by_referral, moved_counts, on_day, week_name
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow, folds
from textual_tracker.analytics.wording import (
    DEADLINES,
    came_from,
    count,
    long_day,
    money,
    partner_named,
    rule_text,
    short_money,
    stage_label,
    waited,
    word,
)
from textual_tracker.core.stages import Stage
from textual_tracker.core.vocabulary import COUNTERS

MOST = 12
"""So many are named of those who moved, came or went."""

A_FEW = 5
"""So many are named of those who wait."""


def review_page(snapshot: Snapshot, review: Review) -> Iterator[str]:
    """The lines of the page."""
    settings = snapshot.journal.settings
    whose = (
        settings.officers.get(review.officer or "") or settings.officer or ("All officers" * bool(settings.officers))
    )
    week = f"eek of {week_name(review)}"
    yield f"# {escaped(whose)}: w{week}" if whose else f"# W{week}"
    yield ""
    if _names_anybody(review):
        yield "> This page has customers' names in it. Give it only to people who may see them."
    else:
        yield "> This page names no customer."
    yield from _section("Done", [*_done(review), *_nothing_of(review)])
    if review.moved:
        yield from _section("Moved", _moved(review))
    if review.received or review.faulty:
        yield from _section("Received", _received(snapshot, review))
    if review.closed:
        yield from _section("Closed", _closed(snapshot, review))
    if review.lost:
        yield from _section("Lost", _lost(snapshot, review))
    if review.nurture or review.returned:
        yield from _section("Put off and back", _put_off(snapshot, review))
    now = f" on {long_day(review.today)}" if review.is_over else ""
    yield from _section(f"Waiting{now}", _waiting(snapshot, review))
    yield from _section("Forecast", _forecast(snapshot, review))
    yield from _section("One thing to change", _one_thing(snapshot, review))


def _names_anybody(review: Review) -> bool:
    """Whether any part of the page has the name of a customer in it."""
    came_and_went = (review.moved, review.received, review.closed, review.lost, review.nurture, review.returned)
    waits = any(not folds(row) for row in review.stalled) or any(one.level is not None for one in review.to_tell)
    return waits or any(came_and_went)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield from lines


def _listed(rows: Sequence[str], most: int) -> Iterator[str]:
    yield from (f"- {row}" for row in rows[:most])
    if len(rows) > most:
        yield f"- and {len(rows) - most} more"


def _named(name: str) -> str:
    return f"**{escaped(name)}**"


def _done(review: Review) -> Iterator[str]:
    """The counters of the week against the goals of its days, how many days are done, and the streak of this week."""
    year = review.activity
    due = sum(one.is_due for one in year.days)
    if not any(one.activity.known for one in year.days):
        yield "Nothing is known of these days."
        return
    if year.streak_goals and due:
        done = sum(one.activity.done for one in year.days if one.is_due)
        off = sum(one.kind == "off" for one in year.days)
        days_off = f", {count(off, 'day')} off" if off else ""
        streak = "" if review.is_over else f"; the streak is {count(year.streak, 'working day')}"
        yield f"{done} of {count(due, 'working day')} done{days_off}{streak}."
        yield ""
    goals = year.due_goals
    names = [name for name in year.totals if name in COUNTERS or year.totals[name] or name in goals]
    over = f" for {count(due, 'day')}" if due and goals else ""
    yield f"| | done | goal{over} |"
    yield "|---|---:|---:|"
    for name in names:
        goal = f"{goals[name]:,}" if due and name in goals else ""
        yield f"| {escaped(word(name))} | {year.totals[name]:,} | {goal} |"
    missing = [on_day(date) for date in year.missing]
    if missing:
        yield ""
        yield f"Nothing is known of {', '.join(missing)}."


def _nothing_of(review: Review) -> Iterator[str]:
    """One sentence in place of a heading for each thing that did not happen."""
    happened = {
        "nothing moved": review.moved,
        "nobody was received": review.received or review.faulty,
        "nothing closed": review.closed,
        "nobody was lost": review.lost,
    }
    sentence = ", ".join(says for says, any_of_it in happened.items() if not any_of_it)
    if sentence:
        yield ""
        yield f"{sentence[0].upper()}{sentence[1:]}."


def _moved(review: Review) -> Iterator[str]:
    counts = moved_counts(review.moved)
    yield f"{counts[0].upper()}{counts[1:]}."
    yield ""
    yield from _listed([f"{_named(name)}: {what}" for name, what in moved_by_referral(review)], MOST)


def _received(snapshot: Snapshot, review: Review) -> Iterator[str]:
    if review.received:
        yield f"{count(len(review.received), 'referral')}."
        yield ""
        yield from _listed([_came(snapshot, member) for member in review.received], MOST)
    if review.faulty:
        if review.received:
            yield ""
        files = count(len(review.faulty), "file has", "files have")
        yield f"{files} an error, left out here; tracker check says where."


def _came(snapshot: Snapshot, member: Member) -> str:
    referral = member.referral
    came = came_from(snapshot, referral)
    who = f"{_named(referral.name)}{f', {escaped(came)}' if came else ''}"
    stage = member.standing.stage
    now = "no attempt yet" if stage is Stage.received else f"now {stage_label(stage)}"
    return f"{who}, {on_day(referral.received)}; {now}"


def _closed(snapshot: Snapshot, review: Review) -> Iterator[str]:
    amounts = [amount_of(ending) for ending in review.closed]
    known = [amount for amount in amounts if amount is not None]
    yield f"{count(len(review.closed), 'loan')}{f', {short_money(sum(known))}' if known else ''}."
    yield ""
    rows = [
        f"{_named(ending.referral.name)}{f', {money(amount)}' if amount is not None else ''}, {on_day(ending.date)}"
        f"{_since(snapshot, ending)}"
        for ending, amount in zip(review.closed, amounts, strict=True)
    ]
    yield from _listed(rows, MOST)


def _since(snapshot: Snapshot, ending: Ending) -> str:
    """`; came back since, now contacted`, `; now lost`; "" of an ending that is in force."""
    standing = snapshot.standing(ending.referral)
    is_in_force = (standing.outcome.status, standing.outcome.date) == (ending.facts.status, ending.date)
    if is_in_force:
        return ""
    return f"; {'came back since, ' * standing.is_open}now {stage_label(standing.stage)}"


def _lost(snapshot: Snapshot, review: Review) -> Iterator[str]:
    yield f"{count(len(review.lost), 'referral')}."
    yield ""
    rows = [
        f"{_named(ending.referral.name)}, {on_day(ending.date)}: {reason_label(ending.facts.reason)}"
        f"{_since(snapshot, ending)}"
        for ending in review.lost
    ]
    yield from _listed(rows, MOST)


def _put_off(snapshot: Snapshot, review: Review) -> Iterator[str]:
    rows = []
    for ending in review.nurture:
        revisit = ending.facts.revisit
        again = f", again {long_day(revisit)}" if revisit is not None else ""
        rows.append(f"{_named(ending.referral.name)}: not now{again}{_since(snapshot, ending)}")
    rows += [f"{_named(member.referral.name)}: came back" for member in review.returned]
    yield from _listed(rows, MOST)


def _waiting(snapshot: Snapshot, review: Review) -> Iterator[str]:
    """Who is stalled, worst first, without the long dead, and which partners wait for word."""
    alive = [row for row in review.stalled if not folds(row)]
    dead = len(review.stalled) - len(alive)
    to_decide = (
        f", {'all' if dead == len(review.stalled) > 1 else dead} of them to decide on or close out" if dead else ""
    )
    waits = any(one.level is not None for one in review.to_tell)
    if not review.stalled and not waits:
        yield "Nobody stalled, and no partner waits for word."
        return
    yield f"{len(review.stalled) or 'Nobody'} stalled{to_decide}."
    yield ""
    yield from _listed([_waits(snapshot, row) for row in alive], A_FEW)
    partners = [
        f"{_named(partner_named(snapshot, one.partner))}: {escaped(tell_sentence(one))}" for one in review.to_tell
    ]
    waiting = [row for one, row in zip(review.to_tell, partners, strict=True) if one.level is not None]
    if alive:
        yield ""
    yield f"{count(len(waiting), 'partner waits', 'partners wait') if waiting else 'No partner waits'} for word."
    if waiting:
        yield ""
        yield from _listed(waiting, A_FEW)


def _waits(snapshot: Snapshot, row: StalledRow) -> str:
    referral, firing = row.referral, row.firing
    what = escaped(rule_text(snapshot, referral, firing))
    since = "" if firing.rule in DEADLINES else f", {waited(firing.waited, firing.since, snapshot.today)}"
    return f"{_named(referral.name)}: {what}{since}; {escaped(firing.action)}"


def _forecast(snapshot: Snapshot, review: Review) -> Iterator[str]:
    """This month's, with how good such a range was; where there is too little history, what is missing."""
    outlook = review.forecast.this_month
    if outlook is None:
        yield missing_sentence(review.forecast)
        return
    amount = expected_dollars(outlook)
    sentences = [what_will_close(outlook, snapshot.today), goal_words(outlook), f"{amount} expected" if amount else ""]
    how_good = trust(review.forecast.track_record)
    yield f"{'; '.join(sentence for sentence in sentences if sentence)}. {how_good[0].upper()}{how_good[1:]}."


def _one_thing(snapshot: Snapshot, review: Review) -> Iterator[str]:
    """The first verdict of the diagnosis, and what to do; below it how many are counted nowhere on the page."""
    yield escaped(what_to_change(review.diagnosis))
    first = review.diagnosis.first
    if first is not None and first.advice:
        yield ""
        yield escaped(first.advice)
    without = left_out_sentence(snapshot, review.officer)
    if without:
        yield ""
        yield f"{without}."
