"""What a person types in one line, as values: a new referral, a next step, counts, fields with their values.

Each is read from words, as a shell hands them over or `split_words` takes them from a line. Nothing here looks at the
journal or writes; a line that makes no sense is a UsageError with the nearest one that does.
"""

from textual_tracker.editing.one_line.assignments import Assignment, parse_assignments
from textual_tracker.editing.one_line.choices import a_choice
from textual_tracker.editing.one_line.counts import Count, parse_counts
from textual_tracker.editing.one_line.new_referral import NewReferral, parse_new_referral
from textual_tracker.editing.one_line.next_step import SaidStep, parse_next_step
from textual_tracker.editing.one_line.words import split_words

__all__ = [
    "Assignment",
    "Count",
    "NewReferral",
    "SaidStep",
    "a_choice",
    "parse_assignments",
    "parse_counts",
    "parse_new_referral",
    "parse_next_step",
    "split_words",
]
