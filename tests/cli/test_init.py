"""`tracker init`: a journal from nothing, and nothing that was there before is lost."""

import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from tests.cli.conftest import Tracker
from textual_tracker.cli.commands import init
from textual_tracker.cli.schema_files import COPIED, schema_bytes
from textual_tracker.reading.reader import read
from textual_tracker.store.kinds import Kind

WRITTEN = [
    ".gitattributes",
    ".gitignore",
    *sorted(f".schema/{name}.schema.json" for name in COPIED),
    "examples/day.yaml",
    "examples/partner.yaml",
    "examples/referral.yaml",
    "journal.yaml",
]


@pytest.fixture
def here(outside: Tracker, tmp_path: Path) -> Path:
    """The empty folder in which the program is run."""
    assert outside is not None
    return tmp_path / "outside"


def files(root: Path) -> list[str]:
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.parts[0] != ".git")


def test_a_new_journal_ends_with_the_next_step_to_type(outside: Tracker, here: Path) -> None:
    ran = outside("init", "my journal")
    assert ran.code == 0
    assert ran.out == (
        f"A new journal: {here}/my journal\n"
        "\n"
        "Next, your first referral: a name, and where it came from.\n"
        "\n"
        "  cd 'my journal'\n"
        "  tracker add Dana Ortiz 555-0142 source=past_client\n"
        "  tracker\n"
    )
    assert files(here / "my journal") == WRITTEN
    assert (here / "my journal/referrals/2026").is_dir()


def test_what_it_tells_to_type_works(outside: Tracker, here: Path) -> None:
    told = outside("init").out.splitlines()[-2]
    assert outside(*told.split()[1:]).code == 0
    assert (here / "referrals/2026/2026-03-10-dana-ortiz.yaml").exists()
    row = outside("list").out.splitlines()[3]
    assert row.split() == ["·", "Dana", "Ortiz", "received", "0", "–", "past", "client", "555-0142", "no", "attempt"]
    assert outside("check").code == 0


def test_a_new_journal_has_nothing_to_complain_about(outside: Tracker) -> None:
    outside("init")
    ran = outside("check", "--json")
    assert (ran.code, ran.json) == (
        0,
        {"files": 1, "records": {"referrals": 0, "activity": 0, "partners": 0}, "problems": []},
    )


@pytest.mark.parametrize(
    ("example", "kind", "path"),
    [
        ("referral.yaml", "referral", "referrals/2026/2026-03-02-dana-ortiz.yaml"),
        ("day.yaml", "activity", "activity/2026/2026-03-02.yaml"),
        ("partner.yaml", "partner", "partners/sarah-chen.yaml"),
    ],
)
def test_every_example_is_a_record_without_fault_where_its_comment_says(example: str, kind: Kind, path: str) -> None:
    text = (init.STARTER / "examples" / example).read_bytes()
    assert path.encode() in text
    reading = read(kind, path, text)
    assert reading.problems == ()
    assert reading.record is not None


def test_every_setting_in_the_comments_of_journal_yaml_is_right() -> None:
    """Take the comment signs away from all that is offered, and the file is still a journal's."""
    text = (init.STARTER / "journal.yaml").read_text()
    offered = [line.removeprefix("# ") for line in text.splitlines() if line.startswith(("# ", "#   "))]
    settings = [line for line in offered if line.split(":")[0].strip().replace("_", "").isalpha() and ":" in line]
    settings = [line for line in settings if not line.startswith("officer:") and line[0] != "u"]
    reading = read("journal", "journal.yaml", ("format: 1\n" + "\n".join(settings) + "\n").encode())
    assert [problem.message for problem in reading.problems] == []
    assert len(settings) >= 12


def test_journal_yaml_offers_every_setting_there_is() -> None:
    text = (init.STARTER / "journal.yaml").read_text()
    settings = msgspec.json.decode(schema_bytes("journal"))["properties"]
    assert [one for one in settings if f"\n{one}:" not in text and f"\n# {one}:" not in text] == []


def test_bare_leaves_the_examples_out(outside: Tracker, here: Path) -> None:
    outside("init", "--bare")
    assert not (here / "examples").exists()
    assert (here / "journal.yaml").is_file()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_it_becomes_a_git_repository_unless_told_otherwise(outside: Tracker, here: Path) -> None:
    outside("init", "with")
    outside("init", "without", "--no-git")
    assert (here / "with/.git").is_dir()
    assert not (here / "without/.git").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_within_a_repository_no_second_one_is_made(outside: Tracker, here: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=here, check=True)
    ran = outside("init", "journal")
    assert ran.err == f"The journal lies in the git repository {here}.\n"
    assert not (here / "journal/.git").exists()


def test_without_git_the_journal_is_as_good(outside: Tracker, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(here))
    ran = outside("init", "journal")
    assert ran.code == 0
    assert ran.err.startswith("git is not installed")
    assert files(here / "journal") == WRITTEN


def test_a_journal_is_never_written_over(outside: Tracker, here: Path) -> None:
    (here / "journal.yaml").write_text("format: 1\nofficer: Ana\n")
    ran = outside("init")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"tracker: {here} is a journal already; nothing was written\n"
    assert files(here) == ["journal.yaml"]


def test_files_that_are_there_are_kept(outside: Tracker, here: Path) -> None:
    (here / ".gitignore").write_text("mine\n")
    ran = outside("init")
    assert ran.err.startswith("kept your own .gitignore\n")
    assert (here / ".gitignore").read_text() == "mine\n"


def test_no_journal_within_a_journal(tracker: Tracker, journal: Path) -> None:
    ran = tracker("init", "referrals/inner")
    assert ran.code == 2
    assert f"lies within the journal {journal}" in ran.err
    assert not (journal / "referrals/inner").exists()


def test_a_file_is_no_folder(outside: Tracker, here: Path) -> None:
    (here / "notes").write_text("")
    assert outside("init", "notes").err == f"tracker: {here}/notes is a file, and a journal is a folder\n"


def test_schema_copies_are_those_of_the_program(outside: Tracker, here: Path) -> None:
    outside("init")
    for name in COPIED:
        assert (here / f".schema/{name}.schema.json").read_bytes() == schema_bytes(name)
