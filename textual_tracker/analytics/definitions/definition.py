"""One definition."""

from typing import NamedTuple


class Definition(NamedTuple):
    """A term as it stands on the screen, and what it means, in a sentence or two for a loan officer."""

    term: str
    means: str
