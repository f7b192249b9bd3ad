"""Where a new key goes: behind the last key that the schema names before it."""

from typing import NamedTuple

from yaml.nodes import MappingNode

from textual_tracker.reading.shape import Shape


class Place(NamedTuple):
    """By their number in the group: the pair that the new one follows, or else the one that it stands before."""

    behind: int | None
    before: int | None = None


def place_of(name: str, node: MappingNode, shape: Shape) -> Place:
    """The place of a new key in a group that holds at least one; `shape` is the group's.

    A key that the schema does not know goes to the end, and those that are there count for nobody's place.
    """
    order = {known: place for place, known in enumerate(shape.properties or ())}
    last = Place(len(node.value) - 1)
    if name not in order:
        return last
    places = [(order[key.value], number) for number, (key, _) in enumerate(node.value) if key.value in order]
    if lower := [place for place in places if place[0] < order[name]]:
        return Place(max(lower)[1])
    return Place(None, places[0][1]) if places else last
