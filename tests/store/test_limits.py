"""What a person can do about a limit of inotify."""

import errno
from pathlib import Path

import pytest

from textual_tracker.store.watching.limits import limit_of


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    (tmp_path / "max_user_watches").write_text("8192\n")
    (tmp_path / "max_user_instances").write_text("1000\n")
    return tmp_path


@pytest.mark.parametrize(
    ("number", "setting"),
    [
        (errno.ENOSPC, "fs.inotify.max_user_watches=524288"),
        (errno.EMFILE, "fs.inotify.max_user_instances=2000"),
        (errno.EIO, ""),
    ],
)
def test_a_limit_has_a_setting_and_a_value_that_is_enough(settings: Path, number: int, setting: str) -> None:
    assert limit_of(OSError(number, "…"), settings) == setting


def test_what_the_limit_is_now_need_not_be_known(tmp_path: Path) -> None:
    assert limit_of(OSError(errno.ENOSPC, "…"), tmp_path) == "fs.inotify.max_user_watches=524288"
    assert limit_of(OSError("…"), tmp_path) == ""
