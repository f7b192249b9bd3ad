"""What is due to a partner is judged when the plan is made, on the files as they are then."""

from pathlib import Path

import pytest

from tests.workspace.writing import DANA, TODAY, journal
from textual_tracker.analytics.partners.word_due import word_for, words_for_partner
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.editing.actions.new_referral import add_referral
from textual_tracker.editing.draft import Action
from textual_tracker.editing.one_line import parse_new_referral
from textual_tracker.errors import FileChangedError, RefusedEditError
from textual_tracker.workspace import Workspace
from textual_tracker.workspace.telling import Shown, shown, tell_about, tell_of_all

ORTIZ = "2026-03-02-dana-ortiz"
LEE = "referrals/2026/2026-03-05-lee-bell.yaml"
CHEN = "partners/sarah-chen.yaml"
SENT = "borrower: {}\npartner: sarah-chen\npartner_updates:\n  - {{date: 2026-03-05, about: thanks}}\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return journal(tmp_path / "journal", {DANA: SENT.format("Dana Ortiz"), LEE: SENT.format("Lee Bell")})


def told(workspace: Workspace, path: str) -> list[str]:
    """The updates of today in a file."""
    return [line for line in (workspace.root / path).read_text().splitlines() if "2026-03-10" in line]


def append(workspace: Workspace, path: str, line: str) -> None:
    file = workspace.root / path
    file.write_text(f"{file.read_text()}{line}\n")


def test_who_was_told_meanwhile_is_not_told_again(workspace: Workspace) -> None:
    append(workspace, DANA, "  - {date: 2026-03-10, channel: call, about: no_news}")

    workspace.perform(workspace.plan(tell_of_all("sarah-chen")))

    assert told(workspace, DANA) == ["  - {date: 2026-03-10, channel: call, about: no_news}"]
    assert told(workspace, LEE) == ["  - {date: 2026-03-10, channel: text, about: no_news}"]


def test_where_all_was_told_meanwhile_nothing_is_written(workspace: Workspace) -> None:
    plans = [workspace.plan(tell_of_all("sarah-chen")) for _ in range(2)]
    workspace.perform(plans[0])
    with pytest.raises(FileChangedError):
        workspace.perform(plans[1])
    with pytest.raises(RefusedEditError, match="Sarah Chen has no open referral of which there is something to tell"):
        workspace.plan(tell_of_all("sarah-chen"))


def test_a_word_about_one_is_what_is_due_now(workspace: Workspace) -> None:
    append(workspace, DANA, "contact_attempts:\n  - {date: 2026-03-09, channel: call, result: reached}")

    assert workspace.plan(tell_about(ORTIZ, "sarah-chen")).says == "Sarah Chen: told about Dana Ortiz (contacted, text)"


def test_what_was_said_is_taken_at_its_word(workspace: Workspace) -> None:
    says = workspace.plan(tell_about(ORTIZ, "sarah-chen", about="date_moved", channel="call")).says
    assert says == "Sarah Chen: told about Dana Ortiz (date moved, call)"


def read_of(workspace: Workspace, referral_id: str = "") -> Shown:
    """What a person reads who is about to tell Sarah Chen of one of her referrals, or of all."""
    snapshot = Snapshot(workspace.journal, TODAY)
    if not referral_id:
        return shown(snapshot, words_for_partner(snapshot, "sarah-chen"))
    return shown(snapshot, [word_for(snapshot, snapshot.journal.referrals[referral_id], "sarah-chen")])


@pytest.mark.parametrize(
    ("referral_id", "whom"), [(ORTIZ, "Sarah Chen about Dana Ortiz"), ("", "Sarah Chen")], ids=["of one", "of all"]
)
@pytest.mark.parametrize(
    "line",
    [
        "application: {started: 2026-03-08, preapproved: 2026-03-09}",
        "outcome: {status: lost, date: 2026-03-10, reason: cold}",
    ],
    ids=["another word", "it ended"],
)
def test_who_read_something_else_told_something_else(
    workspace: Workspace, referral_id: str, whom: str, line: str
) -> None:
    read = read_of(workspace, referral_id)
    action = tell_about(ORTIZ, "sarah-chen", read=read) if referral_id else tell_of_all("sarah-chen", read=read)
    assert workspace.plan(action).says.startswith("Sarah Chen: told about")
    append(workspace, DANA, line)
    with pytest.raises(FileChangedError, match=f"^What there is to tell {whom} has just changed; nothing was written."):
        workspace.plan(action)


def test_a_change_of_which_nothing_is_told_stands_in_nobodys_way(workspace: Workspace) -> None:
    read = read_of(workspace)
    append(workspace, DANA, "next_step: {due: 2026-03-12, action: call her}")
    assert workspace.plan(tell_of_all("sarah-chen", read=read)).says == "Sarah Chen: told about 2 referrals"


@pytest.mark.parametrize(
    "action",
    [
        tell_of_all("sarah-chen"),
        tell_about(ORTIZ, "sarah-chen"),
        add_referral(parse_new_referral(["Bo", "Hale", "@chen"], TODAY)),
        add_referral(parse_new_referral(["Bo", "Hale", "source:online", "also_tell=chen"], TODAY)),
    ],
)
def test_whose_file_is_gone_nobody_tells_and_nobody_is_from(workspace: Workspace, action: Action) -> None:
    plan = workspace.plan(action)
    (workspace.root / CHEN).unlink()

    with pytest.raises(FileChangedError, match=f"{CHEN} is not there any more; nothing was written"):
        workspace.plan(action)
    with pytest.raises(FileChangedError, match=f"{CHEN} is not there any more; nothing was written"):
        workspace.perform(plan)
    assert not list(workspace.root.glob("referrals/*/*bo-hale*"))
