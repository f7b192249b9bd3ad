"""The diagnosis on the page of the results: the one thing to change, its evidence, and what holds."""

from textual_tracker.analytics.diagnosis.verdict import Diagnosis, Verdict
from textual_tracker.analytics.diagnosis.words import bar, finding, gain, goal, headline, measured, not_judged, title
from textual_tracker.cli.html.markup import Markup, joined, lines, tag
from textual_tracker.cli.html.page import section
from textual_tracker.cli.html.tables import number, paragraphs, table, text

NAMED = 8
"""So many of the people behind a verdict are named."""


def diagnosis_part(diagnosis: Diagnosis) -> Markup:
    """A section; the sentence first."""
    rest = [verdict for verdict in diagnosis.verdicts if not verdict.fires]
    return section(
        "What to change",
        tag("p", headline(diagnosis), class_="lead"),
        *map(_broken, diagnosis.fired),
        table(
            [text("does not fire"), text("measured"), number("not yet"), text("target"), text("")],
            [
                (
                    title(verdict),
                    measured(verdict),
                    f"{verdict.left_out:,}" if verdict.left_out else "",
                    bar(verdict),
                    finding(verdict),
                )
                for verdict in rest
            ],
        ),
        paragraphs((f"{title(one)}: {one.advice}" for one in rest if one.advice), class_="quiet"),
    )


def _broken(verdict: Verdict) -> Markup:
    said = f"{verdict.measured}: {measured(verdict)}" if verdict.rate is not None else measured(verdict)
    said = "; ".join(filter(None, (said, not_judged(verdict))))
    judged = "; ".join(filter(None, (goal(verdict), finding(verdict), gain(verdict))))
    return tag(
        "div",
        lines(
            tag("h3", f"! {title(verdict)}"),
            paragraphs((_begun(said), _begun(judged), verdict.advice)),
            paragraphs((_people(verdict),), class_="quiet"),
        ),
        class_="verdict",
    )


def _begun(said: str) -> str:
    """As a sentence of its own begins."""
    return f"{said[:1].upper()}{said[1:]}."


def _people(verdict: Verdict) -> Markup:
    """`Kai Brooks, Jo Hale and 59 more`, newest first; a name that is read from the right turns nothing around it."""
    names = [tag("bdi", referral.name) for referral in verdict.behind[:NAMED]]
    more = len(verdict.behind) - len(names)
    listed = [part for name in names for part in (", ", name)][1:]
    return joined(*listed, f" and {more:,} more" if more else "")
