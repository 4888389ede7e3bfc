import json
from pathlib import Path
from typing import Any

import pytest

from stylegui.engine.request import InstantParams, PaintParams
from stylegui.project.presets import (
    ParameterPreset,
    PresetError,
    PresetShelf,
    look_fields,
    read_presets,
    shipped,
    tidy_name,
    write_presets,
)
from stylegui.project.setup import EngineId
from tests.conftest import ExpectLog

ENGINES: tuple[EngineId, ...] = ("paint", "instant")


@pytest.fixture
def shelf(tmp_path: Path) -> PresetShelf:
    return PresetShelf(tmp_path / "config" / "presets.json")


def test_what_is_put_on_the_shelf_is_there_next_time(shelf: PresetShelf, tmp_path: Path) -> None:
    shelf.put("paint", "soft", {"strength": 20})
    shelf.put("paint", "Bold", {"strength": 90})
    shelf.put("export", "soft", {"a": 1})
    again = PresetShelf(tmp_path / "config" / "presets.json")
    assert again.names("paint") == ["Bold", "soft"]
    assert again.get("paint", "soft") == {"strength": 20}
    again.rename("paint", "soft", "gentle")
    again.remove("paint", "Bold")
    third = PresetShelf(tmp_path / "config" / "presets.json")
    assert third.names("paint") == ["gentle"] and third.names("export") == ["soft"]
    assert third.get("paint", "soft") is None


def test_a_free_name(shelf: PresetShelf) -> None:
    shelf.put("paint", "soft", {})
    shelf.put("paint", "soft 2", {})
    assert shelf.free_name("paint", "  soft ") == "soft 3"
    assert tidy_name(" \n ") == "Preset"
    assert len(tidy_name("x" * 500)) == 60


@pytest.mark.parametrize("damage", [b"{", b"[]", b'{"format": 2, "paint": {"a": {}}}'])
def test_a_damaged_file_is_put_aside(tmp_path: Path, damage: bytes, expect_log: ExpectLog) -> None:
    path = tmp_path / "presets.json"
    path.write_bytes(damage)
    expect_log("presets were damaged")
    shelf = PresetShelf(path)
    shelf.put("paint", "new", {})
    assert path.with_name("presets.json.broken").read_bytes() == damage
    assert PresetShelf(path).names("paint") == ["new"]


def test_a_disk_that_takes_nothing_changes_nothing(tmp_path: Path, expect_log: ExpectLog) -> None:
    expect_log("presets cannot be read")
    (tmp_path / "config").write_bytes(b"a file where the folder should be")
    shelf = PresetShelf(tmp_path / "config" / "presets.json")
    with pytest.raises(PresetError, match=r"could not be saved \(.+\)\.$"):
        shelf.put("paint", "soft", {})
    assert shelf.names("paint") == []


def test_a_preset_is_a_look_and_leaves_the_canvas_alone() -> None:
    params = PaintParams(strength=20, brush_size=150, size_px=512, seed=9, preset="draft")
    preset = ParameterPreset.of("soft", params)
    other = PaintParams(strength=80, size_px=2048, seed=3, preset="fine", start="photo")
    applied = preset.applied(other)
    assert applied == other.model_copy(update={"strength": 20.0, "brush_size": 150.0})
    assert preset.matches(applied) and not preset.matches(other) and not preset.matches(InstantParams())
    assert not {"size_px", "seed", "preset", "start"} & set(look_fields("paint"))
    assert look_fields("instant") == ["strength", "brush_size", "colour", "detail"]


def test_what_is_not_understood_of_a_preset_stays_as_it_is() -> None:
    values: dict[str, Any] = {"strength": 400, "brush_size": 150.0, "shine": 3, "size_px": 64}
    assert ParameterPreset("x", "paint", values).applied(PaintParams()) == PaintParams(brush_size=150)


@pytest.mark.parametrize("engine", ENGINES)
def test_looks_that_come_with_the_program_are_possible_and_different(engine: EngineId) -> None:
    usual = PaintParams() if engine == "paint" else InstantParams()
    looks = [preset.applied(usual) for preset in shipped(engine).values()]
    assert len(looks) == 5
    assert len({look.model_dump_json() for look in (*looks, usual)}) == 6


def test_presets_can_be_given_away(tmp_path: Path) -> None:
    presets = [ParameterPreset.of("Weich", PaintParams(strength=12)), ParameterPreset.of("x", InstantParams(detail=9))]
    write_presets(tmp_path / "mine.stylepresets", presets)
    assert read_presets(tmp_path / "mine.stylepresets") == presets
    with pytest.raises(PresetError, match=r"could not be saved"):
        write_presets(tmp_path / "no" / "mine.stylepresets", presets)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 1, "presets": [3, {"name": 4}]}'])
def test_files_without_presets_are_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.stylepresets").write_text(content)
    with pytest.raises(PresetError, match=r"“x\.stylepresets” holds no presets"):
        read_presets(tmp_path / "x.stylepresets")
    with pytest.raises(PresetError, match="cannot be read"):
        read_presets(tmp_path / "gone.stylepresets")


def test_strange_entries_are_left_out(tmp_path: Path) -> None:
    entries = [{"name": "a", "engine": "hologram", "values": {}}, {"name": " b\n", "engine": "paint", "values": {}}]
    (tmp_path / "x.stylepresets").write_text(json.dumps({"format": 1, "presets": entries}))
    assert read_presets(tmp_path / "x.stylepresets") == [ParameterPreset("b", "paint", {})]
