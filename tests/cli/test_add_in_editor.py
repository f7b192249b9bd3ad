"""`tracker add -e`: a new record typed in the person's own editor."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.cli.scripted import Answers, Editor, put

ZOE = "referrals/2026/2026-03-10-zoe-park.yaml"
MODELINE = "# yaml-language-server: $schema=../../.schema/referral.schema.json\n"
NAMED = put("  name: ", "  name: Zoe Park ")
SENT = put("\nsource: ", "\nsource: past_client ")


def kept(tmp_path: Path) -> list[Path]:
    """The texts that are kept for the person."""
    return sorted((tmp_path / "state/textual-tracker/kept").rglob("*.yaml"))


def test_what_is_typed_becomes_the_record_and_nothing_else_is_left(
    tracker: Tracker, journal: Path, editor: Editor, tmp_path: Path
) -> None:
    editor(f"{NAMED}; {SENT}")
    ran = tracker("add", "-e")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"Zoe Park: new referral (past client)\n  {ZOE}\n"
    assert (journal / ZOE).read_text() == (
        f"{MODELINE}borrower:\n  name: Zoe Park\nsource: past_client\nreceived: 2026-03-10\n"
    )
    assert kept(tmp_path) == []
    assert tracker("undo").code == 0
    assert not (journal / ZOE).exists()


def test_what_the_words_say_stands_in_its_place(tracker: Tracker, journal: Path, editor: Editor) -> None:
    editor(put("program: fha", "program: va"))
    assert tracker("add", "-e", "Zoe", "Park", "555-0171", "@chen", "$385k", "program=fha").code == 0
    assert (journal / ZOE).read_text() == (
        f"{MODELINE}borrower:\n  name: Zoe Park\n  phone: 555-0171\npartner: sarah-chen\n"
        "received: 2026-03-10\nloan: {program: va, amount: 385000}\n"
    )


def test_who_types_where_the_editor_stands_types_the_name(
    tracker: Tracker, journal: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Micro is told line and column in one word, `+8:9`."""
    step = (
        "line, column = map(int, sys.argv[1][1:].split(':')); lines = text().splitlines(True); row = lines[line - 1]; "
    )
    step += "lines[line - 1] = row[: column - 1] + 'Zoe Park' + row[column - 1 :]; file.write_text(''.join(lines)); "
    editor(step + SENT)
    (tmp_path / "vi").rename(tmp_path / "micro")
    monkeypatch.setenv("EDITOR", str(tmp_path / "micro"))
    assert tracker("add", "-e").code == 0
    assert "borrower:\n  name: Zoe Park\n" in (journal / ZOE).read_text()


def test_the_editor_opens_where_the_name_is_missing_with_the_schema_in_its_own_place(
    tracker: Tracker, editor: Editor, tmp_path: Path
) -> None:
    called = editor(
        f"pathlib.Path({str(tmp_path / 'seen')!r}).write_text(text())",
    )
    tracker("add", "-e")
    text = (tmp_path / "seen").read_text().splitlines()
    assert text[0].startswith("# yaml-language-server: $schema=file:///")
    line = int(called.read_text().split()[0].removeprefix("+"))
    assert text[line - 1].startswith("  name:")


@pytest.mark.parametrize("step", ["pass", "file.write_text('')", "file.unlink()", "file.write_text(text() + '\\n\\n')"])
def test_what_was_not_touched_adds_nothing(
    tracker: Tracker, journal: Path, editor: Editor, tmp_path: Path, step: str
) -> None:
    before = sorted(journal.rglob("*"))
    editor(step)
    ran = tracker("add", "-e", "Zoe", "Park", "@chen")
    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing was added.\n")
    assert kept(tmp_path) == []
    assert sorted(journal.rglob("*")) == before


def test_errors_are_shown_at_the_lines_that_were_typed(
    tracker: Tracker, journal: Path, editor: Editor, answers: Answers
) -> None:
    called = editor(f"{NAMED}; {SENT}; {put('program: ,', 'program: fhaa,')}", put("fhaa", "fha"))
    answers("e")
    ran = tracker("add", "-e")
    assert ran.code == 0
    line = int(called.read_text().splitlines()[1].split()[0].removeprefix("+"))
    assert "new-referral." in ran.err
    assert f".yaml:{line}:" in ran.err
    assert '"fhaa" is not a loan program' in ran.err
    assert "loan: {program: fha}\n" in (journal / ZOE).read_text()


def test_a_text_may_be_kept_for_later(
    tracker: Tracker, journal: Path, editor: Editor, answers: Answers, tmp_path: Path
) -> None:
    editor(put("\nsource: ", "\nsource: cpa "))
    answers("k")
    ran = tracker("add", "-e")
    [file] = kept(tmp_path)
    assert ran.code == 0
    assert 'error: a borrower needs "name"' in ran.err
    assert ran.err.endswith(f"What you typed is kept: {file}\n")
    assert "source: cpa" in file.read_text()
    assert not (journal / ZOE).exists()


def test_who_leaves_the_question_loses_nothing(
    tracker: Tracker, editor: Editor, answers: Answers, tmp_path: Path
) -> None:
    editor(put("\nsource: ", "\nsource: cpa "))
    answers()
    ran = tracker("add", "-e")
    [file] = kept(tmp_path)
    assert (ran.code, ran.err.endswith(f"What you typed is kept: {file}\n")) == (130, True)


def test_without_a_terminal_a_text_with_errors_is_refused_and_kept(
    tracker: Tracker, editor: Editor, tmp_path: Path
) -> None:
    editor(f"{NAMED}; {put('program: ,', 'program: fhaa,')}")
    ran = tracker("add", "-e")
    [file] = kept(tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"What you typed is kept: {file}\n")


def test_somebody_who_is_here_already_is_asked_about(
    tracker: Tracker, journal: Path, editor: Editor, answers: Answers, tmp_path: Path
) -> None:
    editor(put("  name: ", "  name: Dana Ortiz ") + f"; {SENT}", "pass")
    answers("n", "e", "y")
    ran = tracker("add", "-e")
    assert ran.code == 0
    assert ran.err.count("This looks like Dana Ortiz, received 2026-03-06") == 2
    assert (journal / "referrals/2026/2026-03-10-dana-ortiz.yaml").exists()
    assert kept(tmp_path) == []


def test_a_new_sender_gets_a_file_if_they_still_sent_it(tracker: Tracker, journal: Path, editor: Editor) -> None:
    editor(put("program: ,", "program: va,"))
    ran = tracker("add", "-e", "Zoe", "Park", "@pat-lee", "source=cpa")
    assert (ran.code, ran.err) == (0, "")
    assert (journal / "partners/pat-lee.yaml").read_text().endswith("name: Pat Lee\ntype: cpa\nstatus: prospect\n")
    tracker("undo")

    editor(put("partner: pat-lee", "partner: sarah-chen"))
    assert tracker("add", "-e", "Zoe", "Park", "@pat-lee", "source=cpa").code == 0
    assert not (journal / "partners/pat-lee.yaml").exists()


def test_a_sender_who_seems_mistyped_is_asked_about_before_the_editor_opens(tracker: Tracker, editor: Editor) -> None:
    called = editor(put("program: ,", "program: va,"))
    ran = tracker("add", "-e", "Zoe", "Park", "@chenn")
    assert (ran.code, ran.err.splitlines()[-1]) == (2, "Nothing was written; --yes makes Chenn a new partner.")
    assert called.read_text() == ""


def test_a_partner(tracker: Tracker, journal: Path, editor: Editor, tmp_path: Path) -> None:
    editor(put("name: Kim Wu", "name: Kim Wu-Lee"))
    ran = tracker("add", "partner", "-e", "Kim", "Wu", "type=cpa")
    assert (ran.code, ran.out) == (0, "Kim Wu-Lee: new partner (cpa)\n  partners/kim-wu-lee.yaml\n")
    assert (journal / "partners/kim-wu-lee.yaml").read_text().splitlines()[1:] == ["name: Kim Wu-Lee", "type: cpa"]
    assert kept(tmp_path) == []


def test_dry_run_shows_the_record_and_keeps_the_text(
    tracker: Tracker, journal: Path, editor: Editor, tmp_path: Path
) -> None:
    editor(f"{NAMED}; {SENT}")
    ran = tracker("add", "-e", "--dry-run")
    [file] = kept(tmp_path)
    assert ran.code == 0
    assert "+  name: Zoe Park\n" in ran.out
    assert ran.err.endswith(f"What you typed is kept: {file}\n")
    assert not (journal / ZOE).exists()


def test_an_editor_that_fails_keeps_what_was_typed(tracker: Tracker, editor: Editor, tmp_path: Path) -> None:
    editor(f"{NAMED}; sys.exit(1)")
    ran = tracker("add", "-e")
    [file] = kept(tmp_path)
    assert ran.code == 2
    assert ran.err.startswith("tracker: The editor ended with an error (1): ")
    assert ran.err.endswith(f"What you typed is kept: {file}\n")


def test_an_editor_that_is_missing_leaves_nothing_behind(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
    ran = tracker("add", "-e")
    assert (ran.code, "kept" in ran.err) == (2, False)
    assert kept(tmp_path) == []


def test_what_cannot_be_written_is_kept(tracker: Tracker, journal: Path, editor: Editor, tmp_path: Path) -> None:
    editor(f"{NAMED}; {SENT}; os.rename({str(journal / 'referrals/2026')!r}, {str(journal / 'referrals/x')!r}); "
           f"pathlib.Path({str(journal / 'referrals/2026')!r}).write_text('')")  # fmt: skip
    ran = tracker("add", "-e")
    [file] = kept(tmp_path)
    assert ran.code == 2
    assert ran.err.endswith(f"What you typed is kept: {file}\n")


def test_a_line_taken_away_is_a_change(tracker: Tracker, journal: Path, editor: Editor) -> None:
    editor("file.write_text(''.join(line for line in text().splitlines(True) if not line.startswith('tags')))")
    assert tracker("add", "-e", "Zoe", "Park", "@chen", "tag:va").code == 0
    assert "tags" not in (journal / ZOE).read_text()


def test_a_day_that_has_no_file_yet_gets_one(tracker: Tracker, journal: Path, editor: Editor, tmp_path: Path) -> None:
    path = "activity/2026/2026-03-06.yaml"
    editor(put("\ncalls: ", "\ncalls: 4"), "pass")
    ran = tracker("edit", "2026-03-06")
    assert (ran.code, ran.out, ran.err) == (0, f"Fri 6 Mar: new day\n  {path}\n", "")
    modeline = "# yaml-language-server: $schema=../../.schema/activity.schema.json\n"
    assert (journal / path).read_text() == f"{modeline}date: 2026-03-06\ncalls: 4\n"
    assert tracker("undo").code == 0
    assert not (journal / path).exists()
    assert tracker("edit", "2026-03-06").err == "Nothing was added.\n"
    assert kept(tmp_path) == []
