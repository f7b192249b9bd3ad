"""The frame is painted before anything that knows the journal is imported, the records are shown before the rest."""

import subprocess
import sys

import pytest

HEAVY = ("msgspec", "yaml", "jsonschema", "jsonschema_rs", "watchdog")


def loaded(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after `statement`."""
    code = f"{statement}; import sys; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_the_frame_needs_neither_the_domain_nor_what_reads_it() -> None:
    modules = loaded("import textual_tracker.tui.app")
    assert not modules & set(HEAVY)
    ours = {name for name in modules if name.startswith("textual_tracker.")}
    assert {name.split(".")[1] for name in ours} == {"tui"}


def test_the_desk_needs_nothing_that_reads_or_watches_files() -> None:
    modules = loaded("import textual_tracker.tui.desk; textual_tracker.tui.desk.make_view('pipeline')")
    assert not modules & (set(HEAVY) - {"msgspec"})
    assert "textual_tracker.tui.views.problems.view" not in modules
    assert "textual_tracker.workspace" not in modules


@pytest.mark.parametrize("package", ["textual", "rich"])
def test_the_entry_imports_nothing_before_it_is_called(package: str) -> None:
    assert package not in loaded("import textual_tracker.tui")
