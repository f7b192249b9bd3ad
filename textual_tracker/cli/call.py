"""What a command is given: the words typed, the clock, and where to print."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from textual_tracker.cli.output import Output
from textual_tracker.cli.parse import Parsed
from textual_tracker.errors import NoJournalError, UsageError


class Call:
    """One run of one command."""

    def __init__(self, parsed: Parsed, environ: Mapping[str, str], output: Output) -> None:
        self.parsed = parsed
        self.environ = environ
        self.output = output
        self.fixed_today = _fixed_today(parsed, environ)

    @property
    def words(self) -> list[str]:
        """The words that are no option."""
        return self.parsed.words

    @property
    def json(self) -> bool:
        """Whether one JSON value is wanted on stdout."""
        return self.parsed.flag("json")

    @property
    def journal(self) -> str | None:
        """The journal's folder as typed with `-C`."""
        return self.parsed.value("journal")

    def on(self, root: Path, today: dt.date) -> "Call":
        """The same call on the throwaway journal at `root`, seen from that day, with no trace left in the cache."""
        values: dict[str, str | bool] = {"journal": str(root), "today": today.isoformat(), "no_index": True}
        return Call(self.parsed.with_values(values), self.environ, self.output)

    @property
    def here(self) -> Path:
        """The folder in which the program was started."""
        try:
            return Path.cwd()
        except FileNotFoundError:
            raise NoJournalError("The folder in which you are does not exist any more; cd to another.") from None

    def today(self) -> dt.date:
        """The day as of which everything is derived: as told, else the system's."""
        return self.fixed_today or dt.date.today()  # noqa: DTZ011  (the person's own day is local)

    def time(self) -> dt.time | None:
        """The time of day, to the minute; `None` where the clock is set to a day."""
        return None if self.fixed_today else dt.datetime.now().time().replace(second=0, microsecond=0)  # noqa: DTZ005 - local


def _fixed_today(parsed: Parsed, environ: Mapping[str, str]) -> dt.date | None:
    """The day that `--today` or `$TRACKER_TODAY` sets."""
    for name, text in (("--today", parsed.value("today")), ("$TRACKER_TODAY", environ.get("TRACKER_TODAY"))):
        if text is not None and (text or name == "--today"):
            return _day(name, text)
    return None


def _day(name: str, text: str) -> dt.date:
    try:
        if len(text) == len("2026-03-06"):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise UsageError(f'{name} is a date such as 2026-03-06, and "{text}" is not')
