"""Finding the node of a path in a tree: `("contact_attempts", 2, "date")`."""

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.reading.paths import Path


def node_at(root: Node, path: Path) -> Node | None:
    """The value at `path`, `None` where nothing stands there."""
    node: Node | None = root
    for element in path:
        node = _child(node, element)
        if node is None:
            return None
    return node


def key_at(root: Node, path: Path) -> Node:
    """What names the value at `path`: its key, the item itself in a list, the root for the whole.

    Where nothing stands at `path`, it is the same for the nearest path above it.
    """
    for length in range(len(path), 0, -1):
        parent = node_at(root, path[: length - 1])
        if isinstance(parent, MappingNode):
            key = _key(parent, path[length - 1])
            if key is not None:
                return key
        item = node_at(root, path[:length])
        if item is not None:
            return item
    return root


def in_flow(root: Node, path: Path) -> bool:
    """Whether the mapping or list at `path` is written in brackets."""
    node = node_at(root, path)
    return isinstance(node, MappingNode | SequenceNode) and bool(node.flow_style)


def _child(node: Node | None, element: str | int) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if _names(key, element)), None)
    if isinstance(node, SequenceNode) and isinstance(element, int) and element < len(node.value):
        item: Node = node.value[element]
        return item
    return None


def _key(node: MappingNode, element: str | int) -> Node | None:
    return next((key for key, _ in node.value if _names(key, element)), None)


def _names(key: Node, element: str | int) -> bool:
    return isinstance(key, ScalarNode) and key.value == element
