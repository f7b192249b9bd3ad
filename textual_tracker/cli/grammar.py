"""What can be typed, as data: the command line's parser, its help and its completion are all made from it.

Nothing is imported here, so that completing a word costs no more than starting Python.
"""


class Option:
    """A flag of the command line, such as `-C DIR`, `--journal DIR`.

    `flags` are its spellings, the long one last. `metavar` names its value, "" for an option that takes none.
    `values` says what completes the value: the words themselves, or the name of a completer
    (`textual_tracker.cli.completion`). Where `closed`, nothing but those words is accepted.
    """

    __slots__ = ("closed", "flags", "hidden", "metavar", "name", "summary", "values")

    def __init__(
        self,
        *flags: str,
        summary: str,
        metavar: str = "",
        values: tuple[str, ...] | str = "",
        hidden: bool = False,
    ) -> None:
        self.flags = flags
        self.name = flags[-1].lstrip("-").replace("-", "_")
        self.summary = summary
        self.metavar = metavar
        self.values = values
        self.closed = isinstance(values, tuple)
        self.hidden = hidden


class Argument:
    """The words that a command takes, all of one kind: `REF`, `[DIR]`, `[PATH...]`.

    `dashed`: a word that begins with one dash, and is no option, is a word too (`-stage:lost` in a query).
    """

    __slots__ = ("closed", "dashed", "least", "many", "metavar", "summary", "values")

    def __init__(
        self,
        metavar: str,
        *,
        summary: str,
        least: int = 0,
        many: bool = False,
        dashed: bool = False,
        values: tuple[str, ...] | str = "",
    ) -> None:
        self.metavar = metavar
        self.summary = summary
        self.least = least
        self.many = many
        self.dashed = dashed
        self.values = values
        self.closed = isinstance(values, tuple)

    @property
    def usage(self) -> str:
        """The argument as a synopsis shows it; several names are the several words themselves."""
        shown = self.metavar + ("..." if self.many and " " not in self.metavar else "")
        return shown if self.least else f"[{shown}]"


class Verb:
    """One command. `module` in `textual_tracker.cli.commands` has its `run`; `json`: it has a JSON form."""

    __slots__ = ("argument", "json", "module", "name", "options", "summary")

    def __init__(
        self,
        name: str,
        *options: Option,
        summary: str,
        argument: Argument | None = None,
        json: bool = True,
    ) -> None:
        self.name = name
        self.module = name.replace("-", "_")
        self.summary = summary
        self.options = options
        self.argument = argument
        self.json = json
