"""Where the diary and the settings file are."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from cramplog import paths
from cramplog.errors import BadSetting


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize("variables", [{}, {"XDG_DATA_HOME": "/x/d", "XDG_CONFIG_HOME": "/x/c"}])
def test_the_folders_found_by_hand_are_the_platforms(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert paths.data_folder() == platformdirs.user_data_dir("cramplog", appauthor=False)
    config = Path(platformdirs.user_config_dir("cramplog", appauthor=False)) / "config.toml"
    assert paths.config_file() == str(config)


def test_elsewhere_the_platform_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: "/Library/cramplog")
    assert paths.data_folder() == "/Library/cramplog"


def test_an_option_outdoes_the_environment_and_that_the_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths.diary_file() == str(tmp_path / ".local/share/cramplog/diary.db")
    (tmp_path / "settings.toml").write_text('db = "~/from-settings.db"')
    monkeypatch.setenv("CRAMPLOG_CONFIG", "~/settings.toml")
    assert paths.diary_file() == str(tmp_path / "from-settings.db")
    monkeypatch.setenv("CRAMPLOG_DB", "~/from-environment.db")
    assert paths.diary_file() == str(tmp_path / "from-environment.db")
    assert paths.diary_file("~/from-option.db") == str(tmp_path / "from-option.db")


def test_a_made_folder_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    paths.make_folder(str(folder))
    assert folder.stat().st_mode & 0o777 == 0o700
    paths.make_folder(str(folder))
    paths.make_folder("")


@pytest.mark.parametrize(
    "content", ["db = 3", 'dbb = "x"', "db =", "\udcff", 'db = "x"\nweek = "monday"']
)
def test_a_settings_file_that_is_none_says_what_it_holds(tmp_path: Path, content: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(BadSetting, match=r"config\.toml"):
        paths.read_settings(str(path))


def test_a_settings_file_names_the_diary(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('db = "~/cramps.db"\n')
    assert paths.read_settings(str(path)) == {"db": "~/cramps.db"}
