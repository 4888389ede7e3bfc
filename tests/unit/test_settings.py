import json
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from stylegui.settings import Settings, SettingsError, SettingsStore, load_settings, save_settings

SHOWN_GROUPS = {"Appearance", "Behaviour", "Performance"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_first_start_has_the_defaults_and_writes_nothing(path: Path) -> None:
    assert load_settings(path) == (Settings(), "")
    assert not path.parent.exists()


def test_everything_survives_saving_and_loading(path: Path) -> None:
    settings = Settings(
        theme="dark",
        ui_scale=150,
        reduced_motion=True,
        tile_size_px=200,
        confirm_on_close_while_busy=False,
        network_access="never",
        device="cuda:1",
        threads=4,
        memory_cap_mb=2048,
        export_options={"format": "tiff", "bit_depth": 16, "dpi": None},
        last_folders={"photo": "/home/änne/Bilder"},
        shortcuts={"start": "Ctrl+R", "stop": ""},
    )
    save_settings(settings, path)
    assert load_settings(path) == (settings, "")
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1, 2]", b"null", b"\xff\xfe\x00", b'{"theme": "dark"', b"[" * 100_000],
    ids=["empty", "cut", "list", "null", "binary", "unclosed", "deep"],
)
def test_a_broken_file_is_put_aside_with_one_sentence(path: Path, content: bytes) -> None:
    write(path, content)
    settings, notice = load_settings(path)
    assert settings == Settings()
    assert "settings.json.broken" in notice
    assert path.with_name("settings.json.broken").read_bytes() == content
    assert load_settings(path) == (Settings(), "")


def test_one_wrong_value_costs_only_itself(path: Path) -> None:
    write(path, json.dumps({"theme": "dark", "ui_scale": "huge", "threads": -3}))
    settings, notice = load_settings(path)
    assert settings == Settings(theme="dark")
    assert "Interface size, Threads" in notice
    assert path.with_name("settings.json.broken").exists()


def test_keys_of_a_newer_version_are_carried_along(path: Path) -> None:
    write(path, json.dumps({"theme": "light", "brush_engine": {"version": 3}}))
    store = SettingsStore(path)
    assert store.notice == ""
    store.change(threads=2)
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert saved["brush_engine"] == {"version": 3}
    assert (saved["theme"], saved["threads"]) == ("light", 2)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in a file's place reads differently there")
def test_an_unreadable_file_gives_defaults_and_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    settings, notice = load_settings(path)
    assert settings == Settings()
    assert "could not be read" in notice
    assert path.is_dir()


def test_a_failed_save_is_one_sentence_and_the_change_holds(path: Path) -> None:
    write(path.parent, b"a file where the folder should be")
    store = SettingsStore(path)
    with pytest.raises(SettingsError, match=r"^The settings could not be saved \(.+\)\.$"):
        store.change(theme="light")
    assert store.current.theme == "light"


def test_listeners_hear_real_changes_only(path: Path) -> None:
    store = SettingsStore(path)
    heard: list[Settings] = []
    store.subscribe(heard.append)
    store.change(theme="system")
    assert heard == []
    assert not path.exists()
    store.change(theme="dark", threads=3)
    assert [(settings.theme, settings.threads) for settings in heard] == [("dark", 3)]
    assert SettingsStore(path).current == store.current


@pytest.mark.parametrize("values", [{"themes": "dark"}, {"theme": "blue"}, {"ui_scale": 10}, {"device": "tpu; rm"}])
def test_a_wrong_change_changes_nothing(path: Path, values: dict[str, object]) -> None:
    store = SettingsStore(path)
    heard: list[Settings] = []
    store.subscribe(heard.append)
    with pytest.raises(ValueError, match=r"no such setting|validation error"):
        store.change(**values)
    assert store.current == Settings()
    assert heard == []


def test_settings_cannot_be_changed_behind_the_stores_back() -> None:
    with pytest.raises(ValidationError):
        Settings().theme = "dark"


def test_a_folder_whose_name_is_no_text_is_forgotten(path: Path) -> None:
    store = SettingsStore(path)
    store.change(last_folders={"photo": "/pictures/\udcff", "style": "/styles"})
    assert SettingsStore(path).current.last_folders == {"style": "/styles"}


def test_the_dialog_finds_words_for_everything_it_shows() -> None:
    groups = set()
    for name, field in Settings.model_fields.items():
        extra = field.json_schema_extra
        assert isinstance(extra, dict), name
        assert field.title, name
        assert field.description, name
        if extra["group"]:
            groups.add(extra["group"])
        choices = Settings.model_json_schema()["properties"][name].get("enum", [])
        assert isinstance(extra["labels"], dict)
        assert set(choices) <= set(extra["labels"]), name
    assert groups == SHOWN_GROUPS


def test_the_first_start_is_with_instant_so_that_a_picture_is_seen_at_once() -> None:
    assert Settings().engine == "instant"
    with pytest.raises(ValueError, match="engine"):
        Settings(engine="hologram")
