"""YAML as another program reads it: the core schema of YAML 1.2, where `NO` is text and `5550142` a number."""

import re
from typing import Any

import yaml


class CoreLoader(yaml.SafeLoader):
    """PyYAML with the plain scalars of YAML 1.2; keys stay text, as JSON Schema needs them."""

    yaml_implicit_resolvers = {}


for tag, pattern in (
    ("null", r"^(?:~|null|Null|NULL|)$"),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$"),
    ("int", r"^[-+]?[0-9]+$"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), None)


def _mapping(loader: CoreLoader, node: yaml.MappingNode) -> dict[str, Any]:
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


def _int(_loader: CoreLoader, node: yaml.ScalarNode) -> int:
    return int(node.value)


CoreLoader.add_constructor("tag:yaml.org,2002:map", _mapping)
CoreLoader.add_constructor("tag:yaml.org,2002:int", _int)


def load(text: str) -> Any:
    """The data of the one document in `text`."""
    loader = CoreLoader(text)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()
