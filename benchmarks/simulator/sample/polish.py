"""What was changed by hand in a simulated record."""

from typing import Any

from benchmarks.simulator.story import Facts

ORDER = (
    "borrower", "source", "partner", "also_tell", "received", "officer", "loan", "contact_attempts", "appointment",
    "application", "outcome", "partner_updates", "next_step", "log", "consent_to_share", "tags", "notes",
)  # fmt: skip


def polished(facts: Facts, change: Facts) -> Facts:
    """`facts` with `change` laid over it: mappings merge, an empty text takes a key away, all else replaces.

    Over a list, a mapping of places ("0", "-1") changes those items, and "+" adds events in their order.
    """
    return in_order(_over(facts, change))


def in_order(facts: Facts) -> Facts:
    """The keys in the format's order."""
    return {name: facts.get(name, [] if name in {"contact_attempts", "partner_updates"} else {}) for name in ORDER}


def _over(below: Any, above: Any) -> Any:
    if isinstance(above, dict) and isinstance(below, list):
        items = list(below)
        for place, change in above.items():
            if place == "+":
                items = sorted(items + change, key=lambda event: str(event["date"])[:10])
            else:
                items[int(place)] = _over(items[int(place)], change)
        return items
    if isinstance(above, dict) and isinstance(below, dict):
        merged = below | {name: _over(below.get(name), change) for name, change in above.items()}
        return {name: value for name, value in merged.items() if value != ""}
    return above
