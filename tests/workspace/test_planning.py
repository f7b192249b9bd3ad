"""A plan is made on the files as they are now, and only where it leaves them in order."""

from pathlib import Path

import pytest

from tests.workspace.writing import DANA, TODAY, journal
from textual_tracker.editing.actions.contact import SHORT, log_contact, log_touch
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Put, Value
from textual_tracker.editing.plan import diff
from textual_tracker.errors import FileChangedError, RefusedEditError
from textual_tracker.store import reread
from textual_tracker.workspace import Workspace

ORTIZ = "2026-03-02-dana-ortiz"
TEXT = """\
    borrower: Dana Ortiz   # met at the open house
    partner: sarah-chen
    """


def test_a_first_contact_is_a_section_of_its_own(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: TEXT})

    plan = workspace.plan(log_contact(ORTIZ, SHORT["vm"]))

    assert plan.says == "Dana Ortiz: tried (voicemail, left message)"
    assert diff(plan.changes) == (
        f"--- a/{DANA}\n+++ b/{DANA}\n@@ -1,2 +1,5 @@\n"
        " borrower: Dana Ortiz   # met at the open house\n"
        " partner: sarah-chen\n"
        "+\n"
        "+contact_attempts:\n"
        "+  - {date: 2026-03-10, channel: voicemail, result: left_message}\n"
    )


def test_nothing_is_written_by_a_plan(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: TEXT})
    before = (tmp_path / DANA).read_bytes()

    workspace.plan(log_contact(ORTIZ, SHORT["r"]))

    assert (tmp_path / DANA).read_bytes() == before


def test_the_file_is_read_anew_not_the_record_that_was_loaded(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: TEXT})
    (tmp_path / DANA).write_text("borrower: Dana Ortiz Lee\npartner: sarah-chen\n", encoding="utf-8")

    plan = workspace.plan(log_contact(ORTIZ, SHORT["r"]))

    assert plan.says == "Dana Ortiz Lee: contacted (call, reached)"
    assert b"Dana Ortiz Lee" in (plan.changes[0].after or b"")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: TEXT})
    (tmp_path / DANA).unlink()

    with pytest.raises(FileChangedError, match="is not there any more; nothing was written"):
        workspace.plan(log_contact(ORTIZ, SHORT["r"]))


def test_a_file_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: TEXT})
    (tmp_path / DANA).write_text("borrower: Dana Ortiz\npartner: [sarah-chen\n", encoding="utf-8")

    with pytest.raises(RefusedEditError, match=rf"{DANA}:2:\d+ cannot be read, so nothing is written into it"):
        workspace.plan(log_contact(ORTIZ, SHORT["r"]))


def test_an_error_is_refused_with_the_place_that_it_would_have_had(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: TEXT})

    def act(draft: Draft) -> str:
        draft.edit(DANA, Put(("source",), "realtr"))
        return "Dana Ortiz: source realtr"

    with pytest.raises(RefusedEditError) as refused:
        workspace.plan(act)

    assert str(refused.value) == (
        "that would leave an error in the file, so nothing was written:\n"
        f'{DANA}:2:9: error: "realtr" is not a source [enum]\n'
        "  2 | source: realtr\n"
        "    |         ^^^^^^ did you mean real_estate_agent?"
    )


def test_an_error_that_is_there_already_keeps_nobody_from_logging(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: "borrower: Dana Ortiz\nsource: realtr\n"})

    plan = workspace.plan(log_contact(ORTIZ, SHORT["r"]))

    assert plan.remarks == ()


def test_what_becomes_odd_is_remarked_and_not_refused(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {DANA: TEXT})

    def act(draft: Draft) -> str:
        draft.edit(DANA, Put(("partner",), "sara-chen"))
        return "Dana Ortiz: partner sara-chen"

    (remark,) = workspace.plan(act).remarks

    assert (remark.code, remark.line, remark.hint) == ("unknown_partner", 2, "did you mean sarah-chen?")


LEE = "referrals/2026/2026-02-27-lee-bell.yaml"
MARCUS = "referrals/2026/2026-03-06-marcus-hale.yaml"


def test_whom_a_new_number_makes_a_likely_duplicate_is_remarked(tmp_path: Path) -> None:
    """At the line that changed, whichever of the two came first; what `tracker check` would say is no surprise."""
    workspace = journal(tmp_path, {
        DANA: TEXT,
        LEE: "borrower: {name: Lee Bell, phone: 541-555-0168}\npartner: sarah-chen\n",
        MARCUS: "borrower: {name: Marcus Hale, phone: 5415550168}\npartner: sarah-chen\n",
    })  # fmt: skip

    remarks = workspace.plan(_put(DANA, ("borrower",), {"name": "Dana Ortiz", "phone": "541-555-0168 x2"})).remarks

    assert [(one.code, one.path, one.line, one.message) for one in remarks] == [
        ("duplicate", DANA, 3, f"this looks like Lee Bell of {LEE}: the same phone, received 2026-02-27"),
        ("duplicate", DANA, 3, f"this looks like Marcus Hale of {MARCUS}: the same phone, received 2026-03-06"),
    ]


def test_a_likely_duplicate_that_was_one_before_is_not_remarked_again(tmp_path: Path) -> None:
    twin = "borrower: {name: Dana Ortiz}\npartner: sarah-chen\n"
    workspace = journal(tmp_path, {DANA: TEXT, LEE: twin})

    assert workspace.plan(log_contact(ORTIZ, SHORT["r"])).remarks == ()
    assert workspace.plan(_put(DANA, ("borrower", "phone"), "541-555-0168")).remarks == ()


def test_a_likely_duplicate_may_have_been_settled_long_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who writes in a line reads a journal without those who are settled."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(reread, "RACY_NS", -1_000_000_000_000)  # as if the files were old enough to be trusted
    lost = (
        "borrower: {name: Lee Bell, phone: 541-555-0168}\nsource: cpa\n"
        "outcome: {status: lost, date: 2026-03-02, reason: went_cold}\n"
    )
    root = journal(tmp_path / "journal", {DANA: TEXT, LEE: lost}).root
    Workspace.open(root, today=lambda: TODAY)
    workspace = Workspace.open(root, today=lambda: TODAY, settled=False)
    assert [one.name for one in workspace.journal.referrals.values()] == ["Dana Ortiz"]

    (remark,) = workspace.plan(_put(DANA, ("borrower", "phone"), "541-555-0168")).remarks

    assert remark.code == "duplicate"


def _put(path: str, field: tuple[str, ...], value: Value) -> Action:
    def act(draft: Draft) -> str:
        draft.edit(path, Put(field, value))
        return "done"

    return act


def test_a_touch_of_a_partner_is_written_into_the_partners_file(tmp_path: Path) -> None:
    workspace = journal(tmp_path, {})

    plan = workspace.plan(log_touch("sarah-chen", SHORT["b"], note="two buyers coming"))

    assert plan.says == "Sarah Chen: contacted (call, replied)"
    assert plan.changes[0].after == (
        b"name: Sarah Chen\ntype: real_estate_agent\nprefers: text\ntouches:\n"
        b"  - {date: 2026-03-10, channel: call, result: replied, note: two buyers coming}\n"
    )
