"""Checks beyond the schema: dates and outcomes within one record, and what only all records together tell."""

from textual_tracker.reading.checks.across import check_journal
from textual_tracker.reading.checks.finding import Finding
from textual_tracker.reading.checks.within import check_record

__all__ = ["Finding", "check_journal", "check_record"]
