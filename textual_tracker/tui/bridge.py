"""Between the screen and the threads behind it. Nothing else here but `hand` knows that there are threads.

One thread looks at the journal's files, one works out what a view shows, one checks records with each other, one asks
git, so that a key never waits. Each does the newest thing asked of it: what was asked before and not begun is
forgotten. The one that writes does all that was asked of it, in that order.
"""

import datetime as dt
import sys
import threading
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.problems import Problem
from textual_tracker.errors import TrackerError
from textual_tracker.tui.hand import Hand, Job
from textual_tracker.tui.lasting import begin_to_collect
from textual_tracker.tui.messages import Advised, Crashed, Look, LookFailed, RepositorySeen, SnapshotChanged, Worked
from textual_tracker.tui.renames import renamed

if TYPE_CHECKING:
    from textual_tracker.store.watching.watch import Watcher
    from textual_tracker.tui.repository import Repository
    from textual_tracker.tui.writing.pen import Penned
    from textual_tracker.workspace import Workspace

WRITE_SECONDS = 10.0
"""How long a write that is under way, or git, may take after the screen is gone."""
AT_ONCE = 1.0
"""After how long it is said then what is waited for."""
WAITING = "All is written; waiting for git, whose hooks take their time …"
LEFT = "git is still at work, and goes on without tracker."
SWITCH_SECONDS = 0.000_5
"""How long a thread that computes may keep the others waiting; a key waits at each of its system calls."""

ABSENT = {
    "folder": "the folder is gone; this is what it said last",
    "content": "no journal is in the folder any more; this is what it said last",
}
LIMITED = "The system lets no more folders be watched: the files are looked at every 2 seconds. To follow them at once:"


class Bridge:
    """Looks at the journal at `root` when told to, and whenever its files change; tells the screen by `post`.

    To watch, and to check all records with each other, takes longer than to show them: both begin when the first view
    has been worked out. Where the check finds something else than last time, the look is told again. After the first
    check `get_ready` is called in the thread that writes.
    """

    def __init__(
        self,
        root: Path,
        *,
        today: Callable[[], dt.date],
        use_index: bool,
        post: Callable[[Message], object],
        get_ready: Job = lambda: None,
    ) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        self._root = root
        self._today = today
        self._use_index = use_index
        self._post = post
        self._get_ready = get_ready
        self._eyes, self._mind, self._checker, self._git, self._pen = (
            Hand(name, self._crashed) for name in ("look", "work-out", "check", "git", "write")
        )
        self._writes = 0
        self.is_telling_git = False
        """Whether git is at work on what was written last; what is written next waits for it."""
        self._repository: Repository | None = None
        self._workspace: Workspace | None = None
        self._watcher: Watcher | None = None
        self._look_shown: Look | None = None
        self._across: list[Problem] = []
        self._checked: tuple[Problem, ...] | None = None
        self._advised = False
        self._gate = threading.Lock()
        self._stopped = False

    def look(self) -> None:
        """Look at the files, and tell the screen what is there; the first time the whole journal is read."""
        self._eyes.ask("look", self._look)

    def show(self) -> None:
        """Tell the screen what is there, as of today, without looking at the files again."""
        self._eyes.ask("show", self._show)

    def work_out(self, view: str, look: Look, job: Callable[[], object], asked: int = 0) -> None:
        """Work out what a view shows of `look`, which is the question of the number `asked`, and tell the screen."""

        def work() -> None:
            self._tell(Worked(view, look, job(), asked))
            self._eyes.ask("watch", self._watch)
            self._checker.ask("check", self._check)

        self._mind.ask(view, work)

    def write(self, job: "Callable[[Workspace], Penned]") -> None:
        """Do a job that writes, after all those that were asked before; then show the files, and tell what it tells.

        Git hears of it after that, and before the next one is begun: each has a commit of its own.
        """
        self._writes += 1
        name = f"write {self._writes}"

        def write() -> None:
            if self._workspace is not None:
                penned = job(self._workspace)
                self._look_into(self._workspace, penned.folders)  # what is written next builds on it
                self._eyes.ask(name, lambda: self._show_written(penned.message))
                self._tell_git(penned, f"{name}, git")

        self._pen.ask(name, write)

    def look_at_git(self, *, changed: bool) -> None:
        """Look at the journal's git repository; `changed`: files of the journal are others since it was looked at."""
        self._git.ask("changed" if changed else "look", lambda: self._look_at_git(changed=changed))

    def stop(self) -> None:
        """Watch no more, and tell the screen nothing more; what was asked to be written is written."""
        with self._gate:
            self._stopped = True
        for hand in (self._eyes, self._mind, self._checker, self._git):
            hand.stop()
        self._pen.finish(0.0)
        if self._watcher is not None:
            self._watcher.stop()

    def close(self, say: Callable[[str], object] = lambda _: None) -> None:
        """Write to its end what was asked, and remember what was read, for the next start; once the screen is gone.

        Where git takes long, `say` is given a sentence.
        """
        self._pen.finish(AT_ONCE)
        if self.is_telling_git:
            say(WAITING)
        self._pen.finish(WRITE_SECONDS)
        if self.is_telling_git:
            say(LEFT)
        if self._workspace is not None:
            self._workspace.close()

    def _look(self) -> None:
        try:
            if self._workspace is None:
                self._open()
            else:
                self._workspace.refresh()
                self._show()
        except (TrackerError, OSError) as error:
            begin_to_collect()
            self._tell(LookFailed(str(error)))

    def _show_written(self, message: Message) -> None:
        """Show what the files say after a write, where it is not shown yet, and tell what came of it."""
        shown = self._look_shown
        if shown is None or self._workspace is None or shown.snapshot.journal is not self._workspace.journal:
            self._show()
        self._tell(message)

    def _tell_git(self, penned: "Penned", name: str) -> None:
        """Tell git of what was written, and the screen where that did not work."""
        if penned.commit is None:
            return
        self.is_telling_git = True
        try:
            message = penned.commit()
        finally:
            self.is_telling_git = False
        if message is not None:
            self._eyes.ask(name, lambda: self._tell(message))

    def _look_into(self, workspace: "Workspace", folders: Collection[str] | None) -> None:
        """Look at the files in these folders; `None`: in all."""
        try:
            workspace.refresh(folders=folders)
        except (TrackerError, OSError) as error:
            self._tell(LookFailed(str(error)))

    def _open(self) -> None:
        """Read the whole journal, and show it."""
        from textual_tracker.workspace import Workspace  # noqa: PLC0415 - the screen is painted before it is needed

        self._workspace = Workspace.open(self._root, today=self._today, use_index=self._use_index, staying=True)
        self._show()

    def _watch(self) -> None:
        """Begin to watch, once the records are on the screen; its first look finds what changed before that."""
        if self._watcher is not None or self._workspace is None:
            return
        self._watcher = self._workspace.watch(self.show)
        self._watcher.when_polling(self.show)
        if self._watcher.mode == "polling":
            self._show()
        if self._stopped:
            self._watcher.stop()

    def _show(self) -> None:
        """Tell what the files say, with what the last check found across them."""
        if self._workspace is None:
            return
        journal = self._workspace.journal
        problems = sorted([*journal.problems, *self._across], key=lambda problem: problem.sort_key)
        polling = self._watcher is not None and self._watcher.mode == "polling"
        shown = self._look_shown
        followed = renamed(shown.snapshot.journal, journal, shown.renamed) if shown is not None else {}
        snapshot = Snapshot(journal, self._today(), shown.snapshot if shown is not None else None)
        self._tell_look(Look(snapshot, tuple(problems), polling=polling, renamed=followed))
        self._tell_absence()
        self._advise()

    def _tell_absence(self) -> None:
        """Say that there is no journal at its place, where there is none."""
        if self._workspace is not None and (missing := self._workspace.absence):
            self._tell(LookFailed(ABSENT[missing]))

    def _advise(self) -> None:
        """Say once what would let the journal be watched, where only a limit of the system's forbids it."""
        limit = self._watcher.limit if self._watcher is not None else ""
        if limit and not self._advised:
            self._advised = True
            self._tell(Advised(f"{LIMITED} sudo sysctl {limit}"))

    def _check(self) -> None:
        """Check the records of the newest look with each other, and tell it again if that finds something else."""
        look = self._look_shown
        if look is None or self._workspace is None:
            return
        problems = self._workspace.problems(look.snapshot.today)
        if problems is self._checked:
            return
        if self._checked is None:
            begin_to_collect()
            self._pen.ask("get ready", self._get_ready)
        self._checked = problems
        files = Counter(self._workspace.journal.problems)
        self._across = [problem for problem in problems if not files[problem]]
        if problems != look.problems:
            better = Look(look.snapshot, problems, polling=look.polling, renamed=look.renamed)
            self._tell_look(better, instead_of=look)
            self._tell_absence()

    def _look_at_git(self, *, changed: bool) -> None:
        from textual_tracker.tui.repository import Repository  # noqa: PLC0415 - the records are shown before it

        if self._repository is None:
            self._repository = Repository(self._root)
        if self._repository.look(changed=changed):
            self._tell(RepositorySeen(self._repository.state))

    def _tell_look(self, look: Look, *, instead_of: Look | None = None) -> None:
        """Tell a look; one that was made of an older look only if no newer one was told meanwhile."""
        with self._gate:
            if instead_of is not None and self._look_shown is not instead_of:
                return
            self._look_shown = look
        self._tell(SnapshotChanged(look))

    def _crashed(self, error: Exception) -> None:
        self._tell(Crashed(error))

    def _tell(self, message: Message) -> None:
        with self._gate:
            if not self._stopped:
                self._post(message)
