import os
import sys
from pathlib import Path

import platformdirs
import pytest

from textual_tracker.config import places

SYSTEMS_OWN = {"appname": "textual-tracker", "appauthor": False}


def test_the_cache_lies_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert places.cache_folder() == platformdirs.user_cache_dir("textual-tracker", appauthor=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert places.cache_folder() == platformdirs.user_cache_dir("textual-tracker", appauthor=False)


@pytest.mark.skipif(sys.platform != "linux", reason="the rules of XDG")
@pytest.mark.parametrize("cache_home", ["", "relative", "/var/tmp/cache"])  # noqa: S108 - nothing is written there
@pytest.mark.parametrize("home", ["/home/ana", "", "relative", None])
def test_it_follows_xdg_in_every_case_as_platformdirs_does(
    monkeypatch: pytest.MonkeyPatch, cache_home: str, home: str | None
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", cache_home)
    if home is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home)

    assert places.cache_folder() == platformdirs.user_cache_dir("textual-tracker", appauthor=False)


def test_on_other_systems_platformdirs_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def user_cache_dir(*names: object, **options: object) -> str:
        asked.append((names, options))
        return os.path.abspath("caches")  # noqa: PTH100 - text, as platformdirs gives it

    monkeypatch.setattr(platformdirs, "user_cache_dir", user_cache_dir)
    monkeypatch.setattr(sys, "platform", "darwin")

    assert places.cache_folder() == str(Path("caches").resolve())
    assert asked == [(("textual-tracker",), {"appauthor": False})]


@pytest.mark.parametrize("answer", [RuntimeError("no home"), "~/.cache/textual-tracker"])
def test_without_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch, answer: Exception | str) -> None:
    def user_cache_dir(*_names: object, **_options: object) -> str:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(platformdirs, "user_cache_dir", user_cache_dir)
    monkeypatch.delenv("HOME", raising=False)

    assert places.cache_folder() is None
    assert places.index_file("/journal") is None
    assert places.names_file("/journal") is None


def test_each_journal_has_its_own_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "same").symlink_to("a", target_is_directory=True)

    index = places.index_file(str(tmp_path / "a"))
    assert index is not None
    assert index == places.index_file(str(tmp_path / "same"))
    assert index != places.index_file(str(tmp_path / "b"))
    assert places.names_file(str(tmp_path / "a")) == index.removesuffix(".index") + ".names"


def test_the_settings_lie_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TRACKER_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = platformdirs.user_config_dir("textual-tracker", appauthor=False)
    assert places.config_file() == str(Path(folder) / "config.yaml")
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    folder = platformdirs.user_config_dir("textual-tracker", appauthor=False)
    assert places.config_file() == str(Path(folder) / "config.yaml")


def test_a_variable_names_another_file_of_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACKER_CONFIG", "my-keys.yaml")
    assert places.config_file() == str(tmp_path / "my-keys.yaml")
    monkeypatch.setenv("HOME", str(tmp_path / "ana"))
    monkeypatch.setenv("TRACKER_CONFIG", "~/keys.yaml")
    assert places.config_file() == str(tmp_path / "ana" / "keys.yaml")


def test_without_a_home_there_are_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    def user_config_dir(*_names: object, **_options: object) -> str:
        raise RuntimeError("no home")

    monkeypatch.delenv("TRACKER_CONFIG", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(platformdirs, "user_config_dir", user_config_dir)
    assert places.config_file() is None


def test_what_cannot_be_made_again_lies_in_the_state_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for state_home in ("", "relative", str(tmp_path / "state")):
        monkeypatch.setenv("XDG_STATE_HOME", state_home)
        folder = platformdirs.user_state_dir("textual-tracker", appauthor=False)
        assert places.state_folder() == folder
        assert places.kept_folder() == str(Path(folder) / "kept")

    undo, other = places.undo_folder(str(tmp_path / "a")), places.undo_folder(str(tmp_path / "b"))
    assert undo is not None
    assert Path(undo).parent == Path(folder) / "undo"
    assert undo != other
    assert places.lock_file(str(tmp_path / "a")) == str(Path(folder) / "locks" / f"{Path(undo).name}.lock")


def test_without_a_home_there_is_no_state(monkeypatch: pytest.MonkeyPatch) -> None:
    def user_state_dir(*_names: object, **_options: object) -> str:
        raise RuntimeError("no home")

    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(platformdirs, "user_state_dir", user_state_dir)
    assert places.state_folder() is None
    assert places.undo_folder("/journal") is None
    assert places.lock_file("/journal") is None
    assert places.kept_folder() is None
