"""What a library imports on its way to a prompt that does not need it.

msgspec takes a few names from typing_extensions where that is installed, as it is beside Textual, and from typing
where it is not. With typing_extensions come inspect, ast and tokenize: half as slow as starting Python.
"""

import sys
from types import ModuleType
from typing import cast


def import_msgspec() -> None:
    """Import msgspec as it is where typing_extensions is not installed; everybody else still finds it."""
    name = "typing_extensions"
    if name in sys.modules:
        return
    sys.modules[name] = cast("ModuleType", None)  # so Python is told that there is no such module
    try:
        import msgspec  # noqa: F401, PLC0415 - for the sake of the way in which it is done
    finally:
        del sys.modules[name]
