"""What breaks, and what mending it would bring: the verdicts, each with its evidence.

Source: docs/numbers.md, "Diagnosis".
"""
