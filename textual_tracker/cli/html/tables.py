"""Tables of a page: a head that is repeated on each sheet of paper, and columns of numbers on the right."""

from collections.abc import Iterable, Sequence

from textual_tracker.cli.html.markup import Markup, joined, lines, tag


class Heading:
    """The head of a column. `number`: set to the right. `bar`: it holds a drawing, which repeats a number."""

    __slots__ = ("bar", "number", "title")

    def __init__(self, title: str, *, number: bool = False, bar: bool = False) -> None:
        self.title = title
        self.number = number
        self.bar = bar


def text(title: str) -> Heading:
    """A column of words."""
    return Heading(title)


def number(title: str) -> Heading:
    """A column of numbers."""
    return Heading(title, number=True)


def bar() -> Heading:
    """A column of drawn bars."""
    return Heading("", bar=True)


def table(headings: Sequence[Heading], rows: Iterable[Sequence[str]], *, dense: bool = False) -> Markup:
    """A row each; the first cell of a row names it. Columns in which nobody has anything are left out.

    `dense`: there are many columns, so they stand closer.
    """
    written = [tuple(row) for row in rows]
    kept = [place for place in range(len(headings)) if any(row[place] for row in written)]
    if not written or not kept:
        return Markup()
    head = tag("tr", *(_head(headings[place]) for place in kept))
    body = [
        tag("tr", *(_cell(headings[place], row[place], is_first=place == kept[0]) for place in kept)) for row in written
    ]
    whole = tag("table", lines(tag("thead", head), tag("tbody", lines(*body))))
    return tag("div", whole, class_="wide dense" if dense else "wide")


def facts(pairs: Iterable[tuple[str, str]]) -> Markup:
    """A few numbers that stand out, each above what it is."""
    found = [tag("li", tag("b", value), what) for value, what in pairs if value]
    return tag("ul", lines(*found), class_="figures") if found else Markup()


def paragraphs(said: Iterable[str], class_: str | None = None) -> Markup:
    """A sentence each."""
    return joined(*(tag("p", one, class_=class_) for one in said if one))


def _head(heading: Heading) -> Markup:
    return tag("th", heading.title, scope="col", class_=_class(heading))


def _cell(heading: Heading, content: str, *, is_first: bool) -> Markup:
    if is_first:
        return tag("th", content, scope="row", class_=_class(heading))
    return tag("td", content, class_=_class(heading))


def _class(heading: Heading) -> str | None:
    return "bar" if heading.bar else "number" if heading.number else None
