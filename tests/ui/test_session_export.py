"""Results on their way to the disk."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from stylegui.engine.images import PictureError, load_picture, read_recipe
from stylegui.project import outgoing
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


def press(dialog: ExportDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def written_by(studio: TestStudio, dialog: ExportDialog, count: int) -> list[Path]:
    """The files that an accepted dialog has written, `count` of them."""
    paths: list[Path] = []
    studio.session.exporter.saved.connect(paths.append)
    dialog.accept()
    studio.qtbot.waitUntil(lambda: len(paths) == count and not studio.session.exporter.writing)
    studio.session.exporter.saved.disconnect(paths.append)
    return paths


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
    press(dialog, "TIFF")
    dialog._form.target.set_folder(tmp_path)
    with painted.qtbot.waitSignal(painted.session.exporter.saved):
        dialog.accept()
    dialog = open_dialog(painted)
    assert dialog.options.format == "tiff"
    assert dialog.folder == tmp_path
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
    assert path is not None
    dialog.accept()
    assert painted.window.close()
    assert load_picture(path).size == (48, 32)


def test_several_presets_of_several_results_are_written_in_one_go(painted: TestStudio) -> None:
    painted.paint()
    painted.session.exporter.export_versions(painted.document.versions)
    dialog = painted.session.exporter.dialog
    assert dialog is not None
    dialog._list.set_ticked(["builtin:web", "builtin:layers"])
    paths = written_by(painted, dialog, 4)
    assert [path.name for path in paths] == [
        "harbour - Coral.jpg",
        "harbour - Coral.ora",
        "harbour - Coral (2).jpg",
        "harbour - Coral (2).ora",
    ]
    assert painted.message == "Saved 4 files."
    assert all(read_recipe(path) is not None for path in paths)
    assert all(painted.session.exporter.has_exported(version) for version in painted.document.versions)


def test_export_again_repeats_all_presets_and_replaces_their_files(painted: TestStudio) -> None:
    dialog = open_dialog(painted)
    dialog._list.set_ticked(["builtin:web", "builtin:layers"])
    paths = written_by(painted, dialog, 2)
    for path in paths:
        path.write_bytes(b"old")
    again: list[Path] = []
    painted.session.exporter.saved.connect(again.append)
    painted.trigger("export_again")
    painted.qtbot.waitUntil(lambda: len(again) == 2)
    assert again == paths
    assert all(load_picture(path).size == (48, 32) for path in paths)


def test_a_taken_name_is_left_alone_when_the_artist_says_so(painted: TestStudio, qtbot: QtBot) -> None:
    path = export(painted)
    path.write_bytes(b"mine")
    dialog = open_dialog(painted)
    press(dialog, "Skip")
    dialog.accept()
    qtbot.waitUntil(lambda: not painted.session.exporter.writing)
    assert path.read_bytes() == b"mine"
    assert painted.message == "Nothing was saved: there are files of these names already."


def test_the_photo_is_never_written_over(painted: TestStudio) -> None:
    photo = painted.home / "photos" / "harbour.png"
    before = photo.read_bytes()
    dialog = open_dialog(painted)
    press(dialog, "Replace it")
    dialog._form.target._name.setText("{photo}")
    assert written_by(painted, dialog, 1) == [photo.with_name("harbour (2).png")]
    assert photo.read_bytes() == before


def test_saving_many_can_be_stopped(painted: TestStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that is being written is finished; the others are not begun."""
    begun, go_on = threading.Event(), threading.Event()
    real = outgoing.write

    def slowly(*arguments: Any, **more: Any) -> Any:
        begun.set()
        assert go_on.wait(10)
        return real(*arguments, **more)

    monkeypatch.setattr("stylegui.ui.writing.write", slowly)
    painted.session.exporter.export_versions(painted.document.versions * 3)
    dialog = painted.session.exporter.dialog
    assert dialog is not None
    dialog.accept()
    painted.qtbot.waitUntil(lambda: painted.message == "Saving 1 of 3…" and begun.is_set())
    painted.window.canvas.message_action_triggered.emit()
    go_on.set()
    painted.qtbot.waitUntil(lambda: not painted.session.exporter.writing)
    assert painted.message == "Stopped: 1 of 3 files were saved."
    assert len(list((painted.home / "photos").glob("harbour - *"))) == 1


def test_one_file_that_fails_does_not_cost_the_others(painted: TestStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    real = outgoing.write

    def full(subject: Any, plan: Any, *arguments: Any, **more: Any) -> Any:
        if plan.save.format == "ora":
            raise PictureError("“x.ora” cannot be saved: there is not enough space on the disk.")
        return real(subject, plan, *arguments, **more)

    monkeypatch.setattr("stylegui.ui.writing.write", full)
    dialog = open_dialog(painted)
    dialog._list.set_ticked(["builtin:web", "builtin:layers", "current"])
    paths = written_by(painted, dialog, 2)
    assert sorted(path.suffix for path in paths) == [".jpg", ".png"]
    assert painted.message == "“x.ora” cannot be saved: there is not enough space on the disk. 2 of 3 were saved."


def test_a_drive_that_is_removed_is_told(painted: TestStudio, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog = open_dialog(painted)
    dialog._form.target.set_folder(stick)
    stick.rmdir()
    dialog.accept()
    painted.qtbot.waitUntil(lambda: not painted.session.exporter.writing)
    assert painted.message == "“harbour - Coral.png” cannot be saved: the folder “stick” does not exist."


def test_the_style_is_credited_beside_the_photographer(painted: TestStudio) -> None:
    path = export(painted)
    with Image.open(path) as image:
        words = image.getexif()[0x010E].encode("latin-1").decode()
        assert words == "Painted with stylegui in the style of “Coral”."
        assert b"Painted with stylegui" in image.info["xmp"]


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
