from pathlib import Path

import pytest

from stylegui.paths import HOME_VARIABLE, Paths


def test_home_variable_moves_all_four_folders(home: Path) -> None:
    paths = Paths.of_user()
    assert paths == Paths.below(home)
    folders = {paths.config, paths.data, paths.cache, paths.state}
    assert len(folders) == 4
    assert all(folder.parent == home for folder in folders)


def test_relative_home_does_not_depend_on_later_folder_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(HOME_VARIABLE, "portable")
    assert Paths.of_user().config == tmp_path / "portable" / "config"


def test_without_the_variable_the_system_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, "")
    paths = Paths.of_user()
    assert all("stylegui" in folder.parts for folder in (paths.config, paths.data, paths.cache, paths.state)), paths
    assert paths.cache != paths.data


def test_asking_for_paths_makes_nothing(home: Path) -> None:
    paths = Paths.of_user()
    assert paths.settings_file.name == "settings.json"
    assert paths.models.parent == paths.styles.parent == paths.data
    assert list(home.iterdir()) == []
