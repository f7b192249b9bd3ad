"""textual-tracker: a loan officer's referral tracking system in plain text."""

__version__ = "0.1.0"
