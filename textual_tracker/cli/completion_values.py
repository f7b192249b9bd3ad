"""What completes a value: closed words, files, referrals, officers, schemas, and the terms of a query."""

Candidate = tuple[str, str]
"""(the word, what it is)."""

FILES = ":files"
FOLDERS = ":folders"

STATES = ("open", "closed", "lost", "nurture", "stalled", "at_risk", "returned", "faulty")
QUERY_FIELDS = (
    "stage", "furthest", "is", "rule", "partner", "source", "officer", "received", "entered", "touched", "days",
    "attempts", "amount", "outcome", "reason", "cause", "purpose", "program", "tag", "name", "id",
)  # fmt: skip
"""The fields of the query language and its states; a test holds them to `textual_tracker.analytics.query_fields`."""


def values_for(values: tuple[str, ...] | str) -> list[Candidate] | str:
    """The candidates of one kind, in their order; or `:files`, `:folders`, which the shell knows better."""
    if isinstance(values, tuple):
        return [(value, "") for value in values]
    if values in (FILES, FOLDERS):
        return values
    return []
