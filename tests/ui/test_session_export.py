"""Results on their way to the disk."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stylegui.engine.images import load_picture, read_recipe
from stylegui.ui.dialogs.export import ExportDialog
from tests.ui.studios import TestStudio


@pytest.fixture
def painted(studio: TestStudio) -> TestStudio:
    studio.make_ready()
    studio.paint()
    return studio


def open_dialog(studio: TestStudio) -> ExportDialog:
    studio.trigger("export")
    dialog = studio.session.exporter.dialog
    assert dialog is not None
    return dialog


def export(studio: TestStudio) -> Path:
    dialog = open_dialog(studio)
    with studio.qtbot.waitSignal(studio.session.exporter.saved) as caught:
        dialog.accept()
    assert caught.args is not None
    path = caught.args[0]
    assert isinstance(path, Path)
    return path


def test_export_writes_the_result_with_its_recipe_beside_the_photo(painted: TestStudio) -> None:
    path = export(painted)
    assert path == painted.home / "photos" / "harbour - Coral.png"
    assert load_picture(path).size == (48, 32)
    recipe = read_recipe(path)
    assert recipe is not None
    assert recipe["engine"] == "paint"
    assert "harbour - Coral.png" in painted.message


def test_cancelling_writes_nothing(painted: TestStudio) -> None:
    before = set((painted.home / "photos").iterdir())
    open_dialog(painted).reject()
    assert painted.session.exporter.dialog is None
    assert set((painted.home / "photos").iterdir()) == before


def test_only_one_dialog_opens(painted: TestStudio) -> None:
    dialog = open_dialog(painted)
    painted.trigger("export")
    assert painted.session.exporter.dialog is dialog
    dialog.reject()


def test_export_again_replaces_the_file_of_the_same_result(painted: TestStudio, qtbot: QtBot) -> None:
    path = export(painted)
    path.write_bytes(b"old")
    with qtbot.waitSignal(painted.session.exporter.saved):
        painted.trigger("export_again")
    assert load_picture(path).size == (48, 32)
    assert sorted(each.name for each in path.parent.glob("harbour - *")) == ["harbour - Coral.png"]


def test_export_again_puts_another_result_beside_the_first(painted: TestStudio, qtbot: QtBot) -> None:
    export(painted)
    painted.paint()
    with qtbot.waitSignal(painted.session.exporter.saved) as caught:
        painted.trigger("export_again")
    assert caught.args == [painted.home / "photos" / "harbour - Coral (2).png"]


def test_export_again_asks_the_first_time(painted: TestStudio) -> None:
    painted.trigger("export_again")
    assert painted.session.exporter.dialog is not None
    painted.session.exporter.dialog.reject()


def test_choices_are_remembered(painted: TestStudio, tmp_path: Path) -> None:
    dialog = open_dialog(painted)
    dialog._format.set_value("tiff")
    dialog._refresh()
    dialog._target._folder.setText(str(tmp_path))
    with painted.qtbot.waitSignal(painted.session.exporter.saved):
        dialog.accept()
    dialog = open_dialog(painted)
    assert dialog.options.format == "tiff"
    assert dialog.path.parent == tmp_path
    dialog.reject()


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(painted: TestStudio, qtbot: QtBot) -> None:
    path = export(painted)
    old = path.read_bytes()
    path.unlink()
    path.mkdir()
    (path / "inside").write_bytes(old)
    painted.trigger("export_again")
    qtbot.waitUntil(lambda: not painted.session.exporter.writing)
    assert "harbour - Coral.png" in painted.message
    assert (path / "inside").read_bytes() == old


def test_closing_waits_for_files_that_are_being_written(painted: TestStudio) -> None:
    dialog = open_dialog(painted)
    path = dialog.path
    dialog.accept()
    assert painted.window.close()
    assert load_picture(path).size == (48, 32)


def test_the_result_can_be_dragged_out_as_a_file(painted: TestStudio) -> None:
    path = painted.session.exporter.file_for_drag()
    assert path is not None
    assert path.name == "harbour - Coral 1.png"
    assert read_recipe(path) is not None
    painted.session.exporter.close()
    assert not path.exists()


def test_there_is_nothing_to_drag_without_a_result(studio: TestStudio) -> None:
    studio.open_photo()
    assert studio.session.exporter.file_for_drag() is None


def test_an_exported_picture_brings_its_settings_back(studio: TestStudio, qtbot: QtBot) -> None:
    studio.open_photo()
    studio.choose("coral", "waves")
    studio.session.blend.set_weights([1.5, 0.5])
    studio.document.set_params(studio.document.params.model_copy(update={"strength": 25.0}))
    studio.paint()
    path = export(studio)
    studio.document.set_params(studio.document.params.model_copy(update={"strength": 90.0}))
    studio.choose("night")
    with qtbot.waitSignal(studio.session.intake.recipe_found):
        studio.session.open_photo(path)
    assert "settings" in studio.message
    studio.window.canvas.message_action_triggered.emit()
    qtbot.waitUntil(lambda: studio.session.blend.ready)
    assert studio.document.params.strength == 25.0
    assert [(style.name, style.weight) for style in studio.document.styles] == [("Coral", 1.5), ("Waves", 0.5)]
    studio.trigger("undo")
    qtbot.waitUntil(lambda: studio.session.blend.ready)
    assert studio.document.params.strength == 90.0
    assert studio.session.blend.ids == ["night"]


def test_settings_with_a_style_that_is_gone_say_so(studio: TestStudio) -> None:
    recipe = {"engine": "paint", "params": {"strength": 10}, "styles": [{"title": "Gone"}, {"title": "Night"}]}
    studio.session.restorer.offer(recipe)
    studio.window.canvas.message_action_triggered.emit()
    assert studio.document.params.strength == 10
    assert studio.session.blend.ids == ["night"]
    assert "Gone" in studio.message


def test_settings_that_cannot_be_understood_are_no_trouble(studio: TestStudio) -> None:
    studio.session.restorer.offer({"engine": "hologram"})
    assert studio.message == ""
    assert "does not know" in studio.window.status.sentence
