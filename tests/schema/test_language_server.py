"""The schemas in the language server that editors use: found through the modeline, without a network."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.schema.language_server import PROGRAM, LanguageServer
from textual_tracker.config.resources import sample_journal_folder, schema_folder

NODE = shutil.which("node")

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="node is not installed"),
    pytest.mark.skipif(not PROGRAM.is_file(), reason="yaml-language-server is not installed: npm install"),
]

MODELINE = "# yaml-language-server: $schema=../../.schema/referral.schema.json\n"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """An empty journal with the schema copies that `tracker init` writes."""
    copies = tmp_path / ".schema"
    copies.mkdir()
    for path in schema_folder().glob("*.schema.json"):
        shutil.copy(path, copies)
    (tmp_path / "referrals" / "2026").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def server(journal: Path) -> Iterator[LanguageServer]:
    assert NODE is not None
    with LanguageServer(NODE, journal) as running:
        yield running


def referral(journal: Path, text: str) -> Path:
    path = journal / "referrals" / "2026" / "2026-03-02-dana-ortiz.yaml"
    path.write_text(MODELINE + text, encoding="utf-8")
    return path


def test_every_record_of_the_sample_journal_is_accepted(journal: Path, server: LanguageServer) -> None:
    shutil.copytree(sample_journal_folder(), journal, dirs_exist_ok=True)
    records = sorted(journal.rglob("*.yaml"))
    assert len(records) > 500
    for path in records:
        assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema="), path.name
    assert server.diagnostics(records) == {}


def test_every_file_of_a_new_journal_is_accepted(tmp_path: Path, server: LanguageServer) -> None:
    new = tmp_path / "new"
    subprocess.run(
        [sys.executable, "-m", "textual_tracker", "init", new, "--no-git"], check=True, stdout=subprocess.PIPE
    )
    files = sorted(new.rglob("*.yaml"))
    assert {path.name for path in files} == {"journal.yaml", "referral.yaml", "day.yaml", "partner.yaml"}
    assert server.diagnostics(files) == {}


def test_text_as_typed_is_accepted(journal: Path, server: LanguageServer) -> None:
    path = referral(
        journal,
        "borrower: {name: NO, phone: 5550142, best_time: 12:30}\n"
        "source:\n"
        "received: 2026-03-02 16:40\n"
        "contact_attempts:\n"
        "  - 2026-03-02\n"
        "  -\n"
        "tags: [02134, on, ~user]\n"
        "x-file: {shelf: 3}\n"
        "notes: true\n",
    )
    assert server.diagnostics([path]) == {}


def test_what_is_broken_is_told_in_plain_words_at_its_place(journal: Path, server: LanguageServer) -> None:
    path = referral(
        journal,
        "borrower: Dana Ortiz\n"
        "received: 3/2/2026\n"
        "loan: {amount: 385000.50}\n"
        "contact_attempts:\n"
        "  - {channel: call}\n"
        "outcome: {status: lost, date: 2026-04-28}\n"
        "parnter: sarah-chen\n",
    )
    assert server.diagnostics([path]) == {
        "referrals/2026/2026-03-02-dana-ortiz.yaml": [
            "3:11 Write the date as 2026-03-02, or with the time of day as 2026-03-02T10:15",
            "4:16 Incorrect type. Expected one of integer, null.",
            '6:5 Missing property "date".',
            '7:1 Missing property "reason".',
            "8:1 Property parnter is not allowed.",
        ]
    }


def test_every_kind_of_record_is_judged_by_its_own_schema(journal: Path, server: LanguageServer) -> None:
    broken = {
        "journal.yaml": (".", "journal", "format: 2"),
        "partners/sarah-chen.yaml": ("..", "partner", "name: Sarah Chen\ntype: realtor"),
        "activity/2026/2026-03-02.yaml": ("../..", "activity", "calls: many"),
        "referrals/2026/2026-03-02-dana.yaml": ("../..", "referral", "borrower: Dana\nsource: realtor"),
    }
    for name, (up, schema, text) in broken.items():
        path = journal / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"# yaml-language-server: $schema={up}/.schema/{schema}.schema.json\n{text}\n", encoding="utf-8"
        )
    found = server.diagnostics([journal / name for name in broken])
    assert {name: len(sentences) for name, sentences in found.items()} == dict.fromkeys(broken, 1)


def test_an_editor_explains_a_key_and_offers_the_words(journal: Path, server: LanguageServer) -> None:
    path = referral(journal, "borrower: Dana Ortiz\nsource: \n")
    assert server.diagnostics([path]) == {}
    assert "Where the referral came from." in server.hover(path, 3, 2)
    offered = server.completions(path, 3, 9)
    assert offered[:3] == ["real_estate_agent", "builder", "financial_advisor"]
