"""The floors hold, and a command loads no more than it needs."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from textual_tracker.analytics.definitions import REPORTS
from textual_tracker.config.resources import sample_journal_folder

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "textual_tracker"
JOURNAL = ROOT / "tests" / "cli" / "journal"
HEAVY = ("textual", "rich", "yaml", "jsonschema", "jsonschema_rs", "watchdog")
"""What a command that reads does without, when nothing changed since the last one."""

READING = (
    ("diagnose",),
    ("results", "--html", "-"),
    ("stalled",),
    ("stalled", "--at-risk", "--json"),
    ("stalled", "--partners"),
    ("list",),
    ("list", "stage:contacted", "--json"),
    ("today",),
    ("today", "--json"),
    ("results",),
    ("results", "--by", "month", "--json"),
    ("partners",),
    ("partners", "chen", "--json"),
    ("partners", "--report", "chen"),
    ("activity",),
    ("plan", "--closings", "5"),
    ("review",),
    ("forecast",),
    ("forecast", "--json"),
)
PURE = ("core", "analytics")
IMPURE = frozenset({"os", "io", "pathlib", "subprocess", "sqlite3", "socket", "tempfile", "shutil", "time", "random"})
"""What a pure module has no use for: the disk, the network, other programs, the clock, chance."""


def loaded(journal: Path, *words: str, cache: Path) -> set[str]:
    """The modules that are in memory after `tracker` ran with these words in a process of its own."""
    script = (
        "import sys\n"
        "from textual_tracker.cli.main import main\n"
        f"code = main({list(words)!r})\n"
        "sys.stderr.write('\\n'.join(sorted(sys.modules)))\n"
        "raise SystemExit(code)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache), "TRACKER_TODAY": "2026-03-10"}
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=journal, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.split())


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A journal and the cache in which its index lies; its files are old enough to be believed."""
    folder = tmp_path_factory.mktemp("warm")
    journal = folder / "journal"
    shutil.copytree(JOURNAL, journal)
    for path in journal.rglob("*"):
        os.utime(path, (1_767_225_600, 1_767_225_600))
    loaded(journal, "list", cache=folder / "cache")
    return journal, folder / "cache"


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_commands_load_nothing_heavy_when_nothing_changed(
    warm: tuple[Path, Path], words: tuple[str, ...]
) -> None:
    journal, cache = warm
    assert loaded(journal, *words, cache=cache).isdisjoint(HEAVY)


def test_the_table_of_the_stalled_loads_nothing_that_a_budget_of_milliseconds_cannot_bear(
    warm: tuple[Path, Path],
) -> None:
    needless = {"argparse", "json", "statistics", "subprocess", "wcwidth", "textual_tracker.analytics.partners.care"}
    needless |= {"_hashlib", "inspect", "typing_extensions"}
    assert loaded(warm[0], "stalled", cache=warm[1]).isdisjoint(needless)


COUNTING = (
    ("today",), ("stalled", "--at-risk"), ("stalled", "--partners"), ("list", "--all"), ("activity",), ("results",),
    ("partners",), ("diagnose",), ("plan",), ("forecast", "--all"), ("review",), ("show", "gordon-amsel"), ("check",),
)  # fmt: skip


@pytest.mark.skipif(not (sample_journal_folder() / "journal.yaml").is_file(), reason="no sample journal")
@pytest.mark.parametrize("words", COUNTING, ids=" ".join)
def test_names_of_plain_letters_and_the_programs_own_signs_need_no_table_of_all_characters(
    tmp_path_factory: pytest.TempPathFactory, words: tuple[str, ...]
) -> None:
    """Wcwidth takes as long to import as a small command."""
    cache = tmp_path_factory.getbasetemp() / "cache-of-the-sample"
    assert loaded(sample_journal_folder(), *words, "--today", "2026-03-10", cache=cache).isdisjoint({"wcwidth"})


def test_a_changed_file_is_what_brings_in_the_parser(warm: tuple[Path, Path], tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    shutil.copytree(warm[0], journal)
    modules = loaded(journal, "list", cache=tmp_path / "cache")
    assert {"yaml", "jsonschema_rs"} <= modules
    assert modules.isdisjoint({"textual", "rich", "watchdog"})


def test_a_command_that_writes_loads_what_reads_one_file_and_nothing_that_explains_or_draws(
    warm: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    modules = loaded(warm[0], "log", "kai", "vm", "--dry-run", cache=warm[1])
    needless = {"argparse", "statistics", "subprocess", "wcwidth", "platformdirs", "textual_tracker.history"}
    assert modules.isdisjoint({"textual", "rich", "watchdog", "jsonschema", *needless})


@pytest.mark.parametrize(
    "words",
    [
        ("--version",),
        ("--complete", "fish", "--", "sta"),
        ("--complete", "bash", ":", "tracker list stage:con"),
        ("--complete", "bash", ":", "tracker log dana te"),
    ],
    ids=" ".join,
)
def test_the_quickest_answers_load_almost_nothing(warm: tuple[Path, Path], words: tuple[str, ...]) -> None:
    modules = loaded(warm[0], *words, cache=warm[1])
    needless = {"msgspec", "argparse", "pathlib", "platformdirs", "json", "subprocess", "_hashlib"}
    assert modules.isdisjoint({*HEAVY, *needless})


def test_ids_are_completed_from_the_names_alone(warm: tuple[Path, Path]) -> None:
    modules = loaded(warm[0], "--complete", "zsh", "--", "show", "da", cache=warm[1])
    assert modules.isdisjoint({*HEAVY, "msgspec", "argparse", "pathlib", "platformdirs", "json", "subprocess"})


def test_a_command_loads_no_other_command(warm: tuple[Path, Path]) -> None:
    modules = loaded(warm[0], "list", cache=warm[1])
    commands = {name for name in modules if name.startswith("textual_tracker.cli.commands.")}
    assert commands == {"textual_tracker.cli.commands.list"}


def test_the_floors_of_the_house() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    ran = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    "module", [path for floor in PURE for path in sorted((PACKAGE / floor).rglob("*.py"))], ids=lambda path: path.stem
)
def test_core_and_analytics_know_neither_the_disk_nor_the_clock(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"open", "print", "input"}, called
            assert called.rpartition(".")[2] not in {"today", "now", "utcnow"}, called
    assert imported.isdisjoint(IMPURE)


def test_a_page_of_html_is_made_of_what_the_program_says_and_of_texts_that_are_escaped() -> None:
    """Outside of `markup`, where texts are escaped, `Markup` is given constants alone."""
    pages = [path for path in sorted((PACKAGE / "cli").rglob("*.py")) if path.name != "markup.py"]
    calls = [
        (path.name, argument)
        for path in pages
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Markup"
        for argument in node.args
    ]
    assert calls
    for name, argument in calls:
        variables = {node.id for node in ast.walk(argument) if isinstance(node, ast.Name)}
        assert all(variable.isupper() for variable in variables), f"{name}: Markup({ast.unparse(argument)})"
        assert not any(isinstance(node, ast.Call) for node in ast.walk(argument)), name


def test_every_report_that_has_definitions_is_known_without_looking_for_its_file() -> None:
    folder = PACKAGE / "analytics" / "definitions"
    assert {path.stem for path in folder.glob("*.py")} - {"__init__", "definition"} == REPORTS


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_file_grows_beyond_reading(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 320
    assert path.stem not in {"utils", "util", "common", "misc", "helpers"}
