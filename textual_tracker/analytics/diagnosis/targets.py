"""The shares that the diagnosis measures by: those of journal.yaml, else the usual ones."""

from types import MappingProxyType

from textual_tracker.core.settings import Settings

USUAL = MappingProxyType(
    {
        ("speed", "within_one"): 0.9,
        ("follow_up", "six_attempts"): 0.8,
        ("follow_up", "stalled"): 0.1,
        ("scripting", "contacted_to_set"): 0.6,
        ("scripting", "set_to_held"): 0.8,
        ("scripting", "held_to_application"): 0.7,
        ("process", "submitted_to_closed"): 0.75,
        ("partner_care", "told"): 0.9,
    }
)


def target_of(settings: Settings, verdict: str, step: str) -> float:
    """The target of one step, from 0 to 1."""
    return settings.targets.get(verdict, {}).get(step, USUAL[verdict, step])
