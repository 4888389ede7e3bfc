"""The menu of looks: applied and undone, kept, changed, given away."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from stylegui.engine.request import InstantParams, PaintParams
from stylegui.project.presets import ParameterPreset, PresetShelf, write_presets
from stylegui.ui.gallery.asking import NameDialog
from stylegui.ui.parameters.presets import PresetBar
from tests.ui.studios import TestStudio


def bar(studio: TestStudio) -> PresetBar:
    return studio.window.paint_panel.presets


def entries(studio: TestStudio) -> dict[str, QAction]:
    """The menu as it opens, submenus included: {words: action}."""
    menu = bar(studio).menu
    menu.aboutToShow.emit()
    return dict(_actions(menu))


def _actions(menu: QMenu) -> list[tuple[str, QAction]]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += _actions(inner)
        elif action.text():
            found.append((action.text().replace("&&", "&"), action))
    return found


def answer(studio: TestStudio, name: str) -> None:
    dialog = next(each for each in studio.window.findChildren(NameDialog) if each.isVisible())
    dialog.set_name(name)
    dialog.accept()


def set_strength(studio: TestStudio, value: float) -> None:
    studio.document.set_params(studio.document.params.model_copy(update={"strength": value}))


def test_a_look_is_one_step_and_leaves_the_canvas_alone(studio: TestStudio) -> None:
    studio.document.set_params(PaintParams(size_px=512, seed=7, preset="draft"))
    assert bar(studio).text == "As usual"
    entries(studio)["Watercolour, soft"].trigger()
    params = studio.document.paint_params
    assert (params.strength, params.brush_size, params.colour_finish) == (45, 130, 70)
    assert (params.size_px, params.seed, params.preset) == (512, 7, "draft")
    assert bar(studio).text == "Watercolour, soft"
    assert entries(studio)["Watercolour, soft"].isChecked()
    assert studio.session._undo_stack.undoText() == "Look “Watercolour, soft”"
    studio.trigger("undo")
    assert studio.document.paint_params == PaintParams(size_px=512, seed=7, preset="draft")
    assert bar(studio).text == "As usual"


def test_every_engine_has_looks_of_its_own(studio: TestStudio) -> None:
    studio.document.set_engine("instant")
    entries(studio)["Abstract"].trigger()
    assert studio.document.instant_params == InstantParams(strength=100, brush_size=190)
    assert studio.document.paint_params == PaintParams()


def test_settings_of_ones_own_are_kept_under_a_name(studio: TestStudio) -> None:
    set_strength(studio, 33)
    assert bar(studio).text == "Own settings"
    entries(studio)["Save as preset…"].trigger()
    answer(studio, "  Nebel & Licht ")
    assert bar(studio).text == "Nebel & Licht"
    set_strength(studio, 80)
    entries(studio)["Nebel & Licht"].trigger()
    assert studio.document.params.strength == 33
    assert PresetShelf(studio.paths.config / "presets.json").names("paint") == ["Nebel & Licht"]


def test_own_presets_are_replaced_renamed_and_deleted_with_a_way_back(studio: TestStudio) -> None:
    set_strength(studio, 33)
    studio.session.presetting.save("Mine")
    set_strength(studio, 44)
    entries(studio)["Replace with the settings shown"].trigger()
    assert bar(studio).text == "Mine"
    entries(studio)["Rename…"].trigger()
    answer(studio, "Yours")
    assert bar(studio).text == "Yours"
    entries(studio)["Delete"].trigger()
    assert "Yours" not in entries(studio)
    assert studio.message == "The preset “Yours” is deleted."
    studio.window.canvas.message_action_triggered.emit()
    assert bar(studio).text == "Yours"


def test_back_to_the_usual_look(studio: TestStudio) -> None:
    set_strength(studio, 33)
    entries(studio)["As usual"].trigger()
    assert studio.document.paint_params == PaintParams()


def test_presets_are_given_away_and_taken_over(studio: TestStudio, tmp_path: Path) -> None:
    set_strength(studio, 33)
    studio.session.presetting.save("Mine")
    studio.session.presetting.write(tmp_path / "a.stylepresets")
    studio.session.presetting.load(tmp_path / "a.stylepresets")
    assert list(studio.session.presetting.presets())[-1] == "own:Mine"  # not twice
    others = [ParameterPreset.of("Mine", PaintParams(strength=1)), ParameterPreset.of("I", InstantParams(detail=9))]
    write_presets(tmp_path / "b.stylepresets", others)
    studio.session.presetting.load(tmp_path / "b.stylepresets")
    assert studio.window.status.sentence == "2 presets were loaded."
    presets = studio.session.presetting.presets()
    assert {"own:Mine", "own:Mine 2"} < presets.keys()
    assert presets["own:Mine"].applied(PaintParams()) == PaintParams(strength=33)
    (tmp_path / "c.stylepresets").write_text("nothing")
    studio.session.presetting.load(tmp_path / "c.stylepresets")
    assert "holds no presets" in studio.message


def test_a_network_that_is_not_here_is_not_chosen(studio: TestStudio) -> None:
    studio.window.paint_panel.panels["paint"].set_encoder_availability({"builtin": True})
    elsewhere = PaintParams(strength=10, encoder="vgg19", style_weights={"relu1_1": 1.0})
    studio.session.presetting._shelf.put("paint", "VGG", ParameterPreset.of("VGG", elsewhere).values)
    studio.session.presetting.apply("own:VGG")
    assert studio.document.paint_params == PaintParams(strength=10)


def test_a_disk_that_takes_nothing_is_told(studio: TestStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio.session.presetting._shelf, "_path", Path("/proc/no/such/presets.json"))
    studio.session.presetting.save("Mine")
    assert "The presets could not be saved" in studio.message
    assert "Mine" not in entries(studio)
