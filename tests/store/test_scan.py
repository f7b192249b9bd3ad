import os
import socket
from pathlib import Path

import pytest

from tests.store.conftest import write
from textual_tracker.core.problems import ERROR, WARNING
from textual_tracker.store import scan as scan_module
from textual_tracker.store.scan import scan

YEAR = "referrals/2026"


def found(root: Path) -> list[str]:
    """The paths of all records that a scan finds."""
    return [scan_module.join(listing.path, mark.name) for listing in scan(root).values() for mark in listing.marks]


def faults(root: Path) -> list[tuple[str, str, str]]:
    """What a scan finds wrong: path, code, severity."""
    return [
        (problem.path, problem.code, problem.severity)
        for listing in scan(root).values()
        for problem in listing.problems
    ]


def test_a_scan_finds_the_records_and_nothing_else(root: Path) -> None:
    write(root, "examples/referral.yaml", "never read")
    write(root, ".schema/referral.schema.json", "{}")
    write(root, "referrals/2026/.hidden.yaml", "")
    write(root, "referrals/2026/dana.yaml~", "")
    write(root, "referrals/2026/notes.txt", "")
    write(root, "referrals/.git/config.yaml", "")
    write(root, "loose.yaml", "")

    assert found(root) == [
        "journal.yaml",
        "activity/2026/2026-03-02.yaml",
        "partners/sarah-chen.yaml",
        "referrals/2026/2026-03-02-dana-ortiz.yaml",
    ]
    assert faults(root) == []


def test_a_folder_of_no_journal_has_nothing(tmp_path: Path) -> None:
    assert found(tmp_path) == []
    assert faults(tmp_path) == []
    assert faults(tmp_path / "nowhere") == [(".", "vanished", WARNING)]


def test_an_edit_of_the_same_size_with_its_time_put_back_changes_the_mark(root: Path) -> None:
    file = root / YEAR / "2026-03-02-dana-ortiz.yaml"
    before = scan(root)[YEAR].marks
    status = file.stat()
    file.write_text("Dana Bruno")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))

    after = scan(root)[YEAR].marks
    assert (after[0].size, after[0].mtime_ns, after[0].inode) == (before[0].size, before[0].mtime_ns, before[0].inode)
    assert after != before


def test_known_folders_are_not_looked_at_again_but_new_ones_in_them_are_found(root: Path) -> None:
    known = scan(root)
    write(root, f"{YEAR}/2026-03-03-lee-ortiz.yaml", "Lee Ortiz")
    write(root, "referrals/2025/2025-01-02-jo-hale.yaml", "Jo Hale")

    assert scan(root, known) == known
    without_top = {path: listing for path, listing in known.items() if path != "referrals"}
    assert [path for path in scan(root, without_top) if path not in known] == ["referrals/2025"]
    without_year = {path: listing for path, listing in known.items() if path != YEAR}
    assert len(scan(root, without_year)[YEAR].marks) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file_is_told_and_never_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(root / YEAR / "pipe.yaml")
    (root / YEAR / "folder.yaml").mkdir()
    write(root, f"{YEAR}/folder.yaml/inside.yaml", "not looked for")
    with socket.socket(socket.AF_UNIX) as bound:
        monkeypatch.chdir(root / YEAR)  # a socket's path may have a hundred characters only
        bound.bind("s.yaml")

        assert faults(root) == [
            (f"{YEAR}/folder.yaml", "not_a_file", ERROR),
            (f"{YEAR}/pipe.yaml", "not_a_file", ERROR),
            (f"{YEAR}/s.yaml", "not_a_file", ERROR),
        ]
    sentences = [problem.message for problem in scan(root)[YEAR].problems]
    assert sentences[:2] == ["this is a folder, not a record", "this is a named pipe, not a record"]


def test_links_inside_are_read_and_others_are_told(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("secret")
    kept = write(root, "kept/kai-brooks.yaml", "Kai Brooks")
    (root / YEAR / "in.yaml").symlink_to(kept)
    (root / YEAR / "out.yaml").symlink_to(outside)
    (root / YEAR / "gone.yaml").symlink_to(root / "nothing.yaml")
    (root / YEAR / "round.yaml").symlink_to("round.yaml")

    listing = scan(root)[YEAR]
    assert [(mark.name, mark.linked, mark.size) for mark in listing.marks] == [
        ("2026-03-02-dana-ortiz.yaml", False, 10),
        ("in.yaml", True, 10),
    ]
    assert faults(root) == [
        (f"{YEAR}/gone.yaml", "dangling_link", ERROR),
        (f"{YEAR}/out.yaml", "link_outside", ERROR),
        (f"{YEAR}/round.yaml", "link_loop", ERROR),
    ]


def test_a_linked_folder_is_walked_once_and_never_in_a_circle(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    write(root, "archive/2024/2024-05-06-jo-hale.yaml", "Jo Hale")
    (root / "referrals" / "2024").symlink_to(root / "archive" / "2024", target_is_directory=True)
    (root / "referrals" / "again").symlink_to(root / "archive" / "2024", target_is_directory=True)
    (root / "referrals" / "this-year").symlink_to("2026", target_is_directory=True)
    (root / "referrals" / "up").symlink_to("..", target_is_directory=True)
    (root / "archive" / "2024" / "self").symlink_to(".", target_is_directory=True)
    (root / "referrals" / "out").symlink_to(tmp_path / "outside", target_is_directory=True)

    referrals = [path for path in found(root) if path.startswith("referrals")]
    assert len(referrals) == 2
    assert {path.rpartition("/")[2] for path in referrals} == {
        "2024-05-06-jo-hale.yaml",
        "2026-03-02-dana-ortiz.yaml",
    }
    assert [(path, code) for path, code, _ in faults(root) if not path.endswith("self")] == [
        ("referrals/out", "link_outside"),
        ("referrals/up", "link_loop"),
    ]


@pytest.mark.parametrize(("target", "code"), [("outside", "link_outside"), (".", "link_loop")])
def test_a_record_folder_may_be_a_link_too_if_it_stays_inside(tmp_path: Path, target: str, code: str) -> None:
    root = tmp_path / "journal"
    write(root, "kept/sarah-chen.yaml", "Sarah Chen")
    (tmp_path / "outside").mkdir()
    (root / "partners").symlink_to("kept", target_is_directory=True)
    (root / "referrals").symlink_to(tmp_path / target if target == "outside" else target, target_is_directory=True)

    assert found(root) == ["partners/sarah-chen.yaml"]
    assert faults(root) == [("referrals", code, ERROR)]


def test_folders_are_read_to_a_bounded_depth(root: Path) -> None:
    write(root, "referrals/2/3/4/5/6/7/8/deep.yaml", "Deep")
    write(root, "referrals/2/3/4/5/6/7/8/9/deeper.yaml", "Deeper")

    assert "referrals/2/3/4/5/6/7/8/deep.yaml" in found(root)
    assert faults(root) == [("referrals/2/3/4/5/6/7/8/9", "too_deep", ERROR)]


def test_a_conflicted_copy_is_a_warning_and_no_record(root: Path) -> None:
    write(root, f"{YEAR}/dana (Ana's conflicted copy 2026-03-02).yaml", "Dana")
    write(root, "journal.sync-conflict-20260302-101500-ABCDEFG.yaml", "Ana")

    assert len(found(root)) == 4
    assert faults(root) == [
        ("journal.sync-conflict-20260302-101500-ABCDEFG.yaml", "conflicted_copy", WARNING),
        (f"{YEAR}/dana (Ana's conflicted copy 2026-03-02).yaml", "conflicted_copy", WARNING),
    ]


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_not_utf8_is_told_with_its_odd_bytes(root: Path) -> None:
    with open(os.fsencode(root / YEAR) + b"/jos\xe9.yaml", "w") as file:  # noqa: PTH123 - a Path takes no bytes
        file.write("José")

    assert faults(root) == [(f"{YEAR}/jos\\xe9.yaml", "file_name", ERROR)]
    assert f"{YEAR}/2026-03-02-dana-ortiz.yaml" in found(root)


def test_a_name_beyond_ascii_is_fine(root: Path) -> None:
    write(root, f"{YEAR}/2026-03-04-ana-gómez.yaml", "Ana Gómez")

    assert f"{YEAR}/2026-03-04-ana-gómez.yaml" in found(root)


def test_a_folder_without_permission_is_told_and_hides_no_other(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "referrals/2025/2025-03-04-jo-hale.yaml", "Jo Hale")
    really_open = os.open

    def refuse(path: str, flags: int) -> int:
        if str(path).endswith("2025"):
            raise PermissionError(13, "Permission denied", path)
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", refuse)

    assert not scan(root)["referrals/2025"].whole
    assert faults(root) == [("referrals/2025", "no_permission", ERROR)]
    assert f"{YEAR}/2026-03-02-dana-ortiz.yaml" in found(root)


@pytest.mark.parametrize(
    "name", ["2026-03-02-dana.yaml.txt", "2026-03-02-dana.ymal", "2026-03-02-dana", "2026-03-02-dana.txt"]
)
def test_a_file_that_was_meant_for_a_record_is_told_and_how_to_name_it(root: Path, name: str) -> None:
    write(root, f"{YEAR}/{name}", "Dana")
    [problem] = scan(root)[YEAR].problems
    assert (problem.code, problem.severity) == ("not_read", "warning")
    assert problem.hint == "rename it to 2026-03-02-dana.yaml"


@pytest.mark.parametrize("name", ["README", "notes.md", "dana.pdf", "2026-03-02-dana.yaml~", ".hidden", "x.yaml.orig"])
def test_what_else_lies_beside_the_records_is_left_alone(root: Path, name: str) -> None:
    write(root, f"{YEAR}/{name}", "Dana")
    assert scan(root)[YEAR].problems == []


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("2026-03-02-dana.yaml", "move it to referrals/2026/"),
        ("2026-03-02.yaml", "move it to activity/2026/"),
        ("Referrals2/x.yaml", ""),
        ("referral/2026/2026-03-02-dana.yaml", "rename it to referrals"),
        ("notes.yaml", ""),
    ],
)
def test_records_at_the_top_of_the_journal_are_told(root: Path, path: str, hint: str) -> None:
    write(root, path, "Dana")
    assert [problem.hint for problem in scan(root)[""].problems if problem.code == "not_read"] == (
        [hint] if hint else []
    )
