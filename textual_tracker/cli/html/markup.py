"""HTML that cannot be broken out of: whatever is not markup already is text, and is escaped."""

from html import escape

from textual_tracker.cli.text import safe

VOID = frozenset({"meta", "br"})
"""Elements without an end."""


class Markup(str):
    """Finished HTML. Elsewhere it is made only of the program's own constants, never of a name or of anything typed."""

    __slots__ = ()


def tag(name: str, /, *content: str, **attributes: object) -> Markup:
    """An element. `class_` is the attribute `class`, `aria_label` is `aria-label`; one that is `None` is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(safe(_value(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = joined(*content)
    return Markup(f"<{name}{written}>" if name in VOID else f"<{name}{written}>{inside}</{name}>")


def joined(*content: str) -> Markup:
    """Several pieces one behind the other."""
    return Markup("".join([part if isinstance(part, Markup) else escape(safe(part)) for part in content]))


def lines(*content: str) -> Markup:
    """The same, a line each, so that the file can be read."""
    return Markup("\n".join([joined(part) for part in content if part]))


def _value(value: object) -> str:
    """A number of an SVG is written as short as it is exact enough for a screen."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
