"""One door to a journal, for the command line and for the screen alike."""

import datetime as dt
import threading
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from textual_tracker.config.places import index_file
from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.store.load import Loaded, load, reload, save
from textual_tracker.store.names import names_of
from textual_tracker.store.opening import read_file

if TYPE_CHECKING:
    from textual_tracker.editing.draft import Action
    from textual_tracker.editing.plan import Plan
    from textual_tracker.store.names import Name
    from textual_tracker.store.placing import Placing
    from textual_tracker.store.vanishing import Absence
    from textual_tracker.store.watching.watch import Watcher
    from textual_tracker.workspace.writing import Undone, Waiting, Written


class Workspace:
    """An open journal: its records and problems as last looked at, swapped whole when a refresh finds a change.

    `refresh` may run in a worker thread while others read: each of them sees one journal or the next, never a mix.
    """

    def __init__(self, loaded: Loaded, *, today: Callable[[], dt.date], cache: Path | None) -> None:
        self.today = today
        self._loaded = loaded
        self._saved = loaded
        self._cache = cache
        self._looking = threading.Lock()
        self._placing: Placing | None = None
        self._told: tuple[Journal, dt.date, tuple[Problem, ...]] | None = None

    @classmethod
    def open(
        cls,
        root: Path,
        *,
        today: Callable[[], dt.date],
        use_index: bool = True,
        settled: bool = True,
        spare: int = 0,
        staying: bool = False,
    ) -> "Workspace":
        """Load the journal at `root`, through the index in the user's cache folder unless told otherwise.

        Without `settled`, referrals that closed or were lost by today, with no second chance ahead, may be left out:
        who asks who is stalled gets the same answer sooner. `names_left_out` says who that is. An index from which no
        more than `spare` files differ stays as it is. `staying`: for a program that stays, in as little memory as may
        be.
        """
        file = index_file(str(root)) if use_index else None
        cache = Path(file) if file is not None else None
        loaded = load(root, cache=cache, settled_by=None if settled else today(), spare=spare, staying=staying)
        return cls(loaded, today=today, cache=cache)

    @property
    def root(self) -> Path:
        """The journal's folder."""
        return self._loaded.root

    @property
    def journal(self) -> Journal:
        """The records and problems as last looked at; another object after a change, the same while there is none."""
        return self._loaded.journal

    @property
    def names_left_out(self) -> str:
        """Ids and names of the settled referrals that `journal` is without (`textual_tracker.core.letters.listed`)."""
        return self._loaded.names_left_out

    @property
    def absence(self) -> "Absence":
        """What the last look missed of the journal at its place: if anything, `journal` is what it said last."""
        return self._loaded.absence

    def refresh(self, *, patient: bool = False, folders: Collection[str] | None = None) -> bool:
        """Look at the disk again. True: something changed: `journal` is a new one, or `absence` another.

        `patient`: what seems lost is not believed before a second look, which is due at `settles_at`. `folders`
        (relative to the journal) are the only ones to look at; None: all.
        """
        with self._looking:
            before = self._loaded
            after = reload(before, moment=time.monotonic() if patient else None, only=folders, cache=self._cache)
            self._loaded = after
        return after.journal is not before.journal or after.absence != before.absence

    @property
    def settles_at(self) -> float | None:
        """When a second look is due (monotonic seconds), because something seems lost; None: none is."""
        return self._loaded.settles_at()

    def watch(self, on_refreshed: Callable[[], None]) -> "Watcher":
        """Keep `journal` true while files change; `on_refreshed` is called, in the watcher's thread, after each change.

        So it is when the journal goes from its place, or comes back. The watcher runs already; whoever asked for it
        stops it.
        """
        from textual_tracker.store.watching.watch import Watcher  # noqa: PLC0415 - the command line looks once

        def look() -> None:
            changed = self.refresh(patient=True, folders=watcher.take_folders())
            if (moment := self.settles_at) is not None:
                watcher.look_again(moment)
            if changed:
                on_refreshed()

        watcher = Watcher(self.root, look)
        watcher.start()
        return watcher

    def plan(self, action: "Action", *, time: dt.time | None = None, judged: bool = True) -> "Plan":
        """What `action` would write, as of today and on the files as they are now; `time` is the hour, if one is known.

        Without `judged` the errors of a file are no reason to refuse: for what changes the form of a text, no fact.

        Raises:
            RefusedEditError: it makes no sense here, or would leave an error in a file; the message says which.
            FileChangedError: a file that it needs is gone.
        """
        from textual_tracker.workspace.planning import plan_action  # noqa: PLC0415 - who only reads does without

        return plan_action(
            self.root,
            self.journal,
            action,
            today=self.today(),
            time=time,
            judged=judged,
            everybody=self.everybody,
        )

    def everybody(self) -> Journal:
        """The journal with the settled referrals that may have been left out; then it is read anew."""
        return self.journal if self._loaded.whole else load(self.root, cache=self._cache).journal

    def perform(self, plan: "Plan", *, waiting: "Waiting" = nullcontext) -> "Written":
        """Write what was planned; `undo` takes it back. `waiting` surrounds the time that git takes.

        Raises:
            FileChangedError: a file is not the one that was planned from; nothing was written.
            NotWrittenError: the disk refused; every file is as it was.
        """
        from textual_tracker.workspace.writing import perform  # noqa: PLC0415 - as above

        return perform(self.root, plan, auto_commit=self.journal.settings.auto_commit, waiting=waiting)

    def write(self, plan: "Plan") -> "Written":
        """The same for who does not wait for git: `commit` is told afterwards, before anything else is written."""
        from textual_tracker.workspace.writing import write  # noqa: PLC0415 - as above

        return write(self.root, plan)

    def commit(self, paths: Sequence[str], message: str) -> str:
        """Tell git of what was written, where the journal wants that; a remark where that did not work, else ""."""
        from textual_tracker.workspace.writing import commit  # noqa: PLC0415 - as above

        return commit(self.root, paths, message) if self.journal.settings.auto_commit else ""

    def plan_undo(self) -> "Plan":
        """What `undo` would write; raises what it would raise."""
        from textual_tracker.workspace.writing import plan_undo  # noqa: PLC0415 - as above

        return plan_undo(self.root)

    def undo(self, *, waiting: "Waiting" = nullcontext) -> "Undone":
        """Take back the program's last write, if its files are still as it left them. `waiting`: as in `perform`.

        Raises:
            RefusedEditError: there is nothing to undo.
            FileChangedError: a file has changed since; nothing was written.
        """
        from textual_tracker.workspace.writing import undo  # noqa: PLC0415 - as above

        return undo(self.root, auto_commit=self.journal.settings.auto_commit, waiting=waiting)

    def take_back(self) -> "Undone":
        """The same for who does not wait for git."""
        from textual_tracker.workspace.writing import take_back  # noqa: PLC0415 - as above

        return take_back(self.root)

    def close(self) -> None:
        """Remember what was read, for the next start. The journal's own files are never written here."""
        if self._cache is not None and self._loaded is not self._saved:
            save(self._loaded, self._cache)
            self._saved = self._loaded

    def names(self) -> "list[Name]":
        """Kind, id and name of every referral and partner, as completion offers them."""
        return names_of(self.journal)

    def problems(self, today: dt.date | None = None) -> tuple[Problem, ...]:
        """Every problem of the journal as of `today`, in the order of its place: of files, and across records."""
        day = self.today() if today is None else today
        loaded = self._loaded
        told = self._told
        if told is None or told[0] is not loaded.journal or told[1] != day:
            told = (loaded.journal, day, self._all_problems(loaded, day))
            self._told = told
        return told[2]

    def _all_problems(self, loaded: Loaded, today: dt.date) -> tuple[Problem, ...]:
        from textual_tracker.reading.checks import check_journal  # noqa: PLC0415 - most commands show no problems
        from textual_tracker.store.placing import Placing  # noqa: PLC0415 - the same, and it brings in the YAML parser

        if self._placing is None:
            self._placing = Placing()
        across = self._placing.place(check_journal(loaded.journal, today), loaded.state.folders, self._text)
        return tuple(sorted([*loaded.journal.problems, *across], key=lambda problem: problem.sort_key))

    def _text(self, path: str) -> str | None:
        """The text of a file as it is now; None where it cannot be read."""
        data = read_file(str(self.root), path)
        return None if isinstance(data, Problem) else data.decode("utf-8", "replace")
