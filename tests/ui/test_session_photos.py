"""Photos and styles coming in, and going out by copy."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture, PictureError, load_picture
from stylegui.resources import resource
from stylegui.ui import blend
from tests.ui.studios import TestStudio, write_photo


def make_image(width: int = 30, height: int = 20) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 40, 30))
    return image


def test_an_opened_photo_is_on_the_canvas_and_in_the_title(studio: TestStudio) -> None:
    path = studio.open_photo("harbour.png")
    assert studio.window.canvas.has_photo
    assert studio.window.windowTitle() == "harbour.png[*] – stylegui"
    assert studio.document.photo is not None
    assert Path(studio.document.photo.source) == path


@pytest.mark.parametrize(
    ("name", "content"), [("empty.jpg", b""), ("text.png", b"not a picture"), ("cut.png", None), ("gone.png", None)]
)
def test_a_file_that_is_no_photo_says_so_and_nothing_is_lost(
    studio: TestStudio, qtbot: QtBot, tmp_path: Path, name: str, content: bytes | None
) -> None:
    studio.open_photo()
    before = studio.document.photo
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    elif name == "cut.png":
        path.write_bytes(write_photo(tmp_path / "whole.png", 200, 200).read_bytes()[:120])
    with qtbot.waitSignal(studio.session.intake.loading_failed):
        studio.session.open_photo(path)
    assert name in studio.message
    assert studio.document.photo is before


def test_the_newest_of_two_photos_wins(studio: TestStudio, qtbot: QtBot) -> None:
    first, second = (write_photo(studio.home / f"{name}.png") for name in ("first", "second"))
    with qtbot.waitSignal(studio.session.intake.photo_loaded):
        studio.session.open_photo(first)
        studio.session.open_photo(second)
    qtbot.waitUntil(lambda: not studio.tasks.busy)
    assert studio.document.photo is not None
    assert studio.document.photo.name == "second.png"


def test_opened_photos_are_in_the_recent_menu(studio: TestStudio, qtbot: QtBot) -> None:
    studio.open_photo("a.png")
    studio.open_photo("b.png")
    menu = studio.window.recent_menu
    menu.aboutToShow.emit()
    entries = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert entries == ["&1  b.png", "&2  a.png", "Clear list"]
    with qtbot.waitSignal(studio.session.intake.photo_loaded):
        menu.actions()[1].trigger()
    assert studio.window.windowTitle().startswith("a.png")
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]


def test_the_chosen_file_is_opened_and_its_folder_remembered(
    studio: TestStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_photo(studio.home / "holiday" / "sea.png")
    folders: list[str] = []

    def answer(_parent: object, _title: str, folder: str, _pattern: str) -> tuple[str, str]:
        folders.append(folder)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    for _ in range(2):
        with qtbot.waitSignal(studio.session.intake.photo_loaded):
            studio.trigger("open")
    assert folders == ["", str(path.parent)]


def test_the_sample_is_a_photo_with_a_style(studio: TestStudio, qtbot: QtBot) -> None:
    with qtbot.waitSignal(studio.session.intake.photo_loaded):
        studio.window.canvas.sample_requested.emit()
    qtbot.waitUntil(lambda: studio.session.blend.ready)
    assert len(studio.document.styles) == 1
    studio.window.recent_menu.aboutToShow.emit()
    assert [action.isEnabled() for action in studio.window.recent_menu.actions()] == [False]


def test_a_picture_on_the_clipboard_is_pasted(studio: TestStudio, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(make_image())
    with qtbot.waitSignal(studio.session.intake.photo_loaded):
        studio.trigger("paste")
    assert studio.document.photo is not None
    assert studio.document.photo.size == (30, 20)


def test_a_picture_on_the_clipboard_can_be_a_style(studio: TestStudio, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(make_image())
    studio.trigger("paste_style")
    qtbot.waitUntil(lambda: len(studio.document.styles) == 1)
    assert studio.document.styles[0].picture.size == (30, 20)


@pytest.mark.parametrize("name", ["paste", "paste_style"])
def test_an_empty_clipboard_is_told(studio: TestStudio, name: str) -> None:
    mime = QMimeData()
    mime.setText("just words")
    QGuiApplication.clipboard().setMimeData(mime)
    studio.trigger(name)
    assert "clipboard" in studio.message


def test_copy_gives_what_is_seen_at_its_full_size(studio: TestStudio) -> None:
    assert not studio.window.actions_by_id["copy"].isEnabled()
    studio.make_ready()
    studio.paint()
    studio.trigger("copy")
    assert QGuiApplication.clipboard().image().width() == 48


def test_dropped_pictures_become_photo_and_style_and_can_be_swapped(studio: TestStudio, qtbot: QtBot) -> None:
    photo = write_photo(studio.home / "one.png", shade=100)
    style = write_photo(studio.home / "two.png", shade=220)
    studio.window.canvas.both_dropped.emit(photo, style)
    qtbot.waitUntil(lambda: studio.document.photo is not None and len(studio.document.styles) == 1)
    assert studio.window.windowTitle().startswith("one.png")
    assert "two.png" in studio.message
    with qtbot.waitSignal(studio.session.intake.photo_loaded):
        studio.window.canvas.message_action_triggered.emit()
    assert studio.window.windowTitle().startswith("two.png")


def test_of_several_dropped_photos_the_first_is_opened(studio: TestStudio, qtbot: QtBot) -> None:
    paths = [write_photo(studio.home / f"{name}.png") for name in "ab"]
    with qtbot.waitSignal(studio.session.intake.photo_loaded):
        studio.window.canvas.photo_dropped.emit(paths)
    assert studio.window.windowTitle().startswith("a.png")
    assert "2" in studio.message


def test_a_refused_drop_says_why(studio: TestStudio) -> None:
    studio.window.canvas.drop_refused.emit("There is no picture in what you dropped.")
    assert studio.message == "There is no picture in what you dropped."


def test_a_style_is_chosen_in_the_gallery(studio: TestStudio, qtbot: QtBot) -> None:
    gallery = studio.window.gallery
    gallery.view.style_chosen.emit("night")
    qtbot.waitUntil(lambda: [style.name for style in studio.document.styles] == ["Night"])
    gallery.view.blend_toggled.emit("waves")
    qtbot.waitUntil(lambda: [style.name for style in studio.document.styles] == ["Night", "Waves"])
    studio.window.paint_panel.blend.style_removed.emit("night")
    assert [style.name for style in studio.document.styles] == ["Waves"]
    assert gallery.current_ids() == ["waves"]


def test_choosing_and_turning_knobs_can_be_undone(studio: TestStudio, qtbot: QtBot) -> None:
    assert not studio.window.actions_by_id["undo"].isEnabled()
    studio.window.gallery.view.style_chosen.emit("night")
    panel = studio.window.paint_panel.parameters
    for value in (70.0, 80.0):
        panel._rows["strength"].editor.set_value(value)
        panel.value_changed.emit("strength", value)
    assert studio.window.actions_by_id["undo"].text() == "&Undo: Strength 60 % → 80 %"
    studio.trigger("undo")
    assert studio.document.params.strength == 60.0
    assert panel.params() == studio.document.params
    studio.trigger("undo")
    qtbot.waitUntil(lambda: studio.session.blend.ready)
    assert studio.session.blend.ids == []
    assert studio.window.gallery.current_ids() == []
    studio.trigger("redo")
    studio.trigger("redo")
    qtbot.waitUntil(lambda: studio.session.blend.ready)
    assert studio.document.params.strength == 80.0
    assert studio.session.blend.ids == ["night"]


def test_a_style_dropped_on_the_canvas_joins_the_library_and_is_chosen(studio: TestStudio, qtbot: QtBot) -> None:
    path = write_photo(studio.home / "monet.png", 64, 64, shade=90)
    studio.window.canvas.styles_dropped.emit([path])
    qtbot.waitUntil(lambda: len(studio.document.styles) == 1)
    assert studio.library.get(studio.session.blend.ids[0]) is not None
    assert studio.window.gallery.current_ids() == studio.session.blend.ids


def test_gallery_styles_dropped_on_the_canvas_are_chosen(studio: TestStudio, qtbot: QtBot) -> None:
    studio.window.canvas.styles_dropped.emit(["waves"])
    qtbot.waitUntil(lambda: [style.name for style in studio.document.styles] == ["Waves"])


def test_a_style_that_cannot_be_read_drops_out_and_says_so(
    studio: TestStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(path: Path) -> Picture:
        if path.parent.name == "night":
            raise PictureError("“image.png” is damaged.")
        return load_picture(path)

    monkeypatch.setattr(blend, "load_picture", load)
    with qtbot.waitSignal(studio.session.blend.loading_failed):
        studio.session.blend.choose(["coral", "night"])
    qtbot.waitUntil(lambda: studio.session.blend.ready)
    assert studio.session.blend.ids == ["coral"]
    assert studio.window.gallery.current_ids() == ["coral"]
    assert studio.message == "“image.png” is damaged."


@pytest.mark.parametrize("style", ["waves", "FILE"])
def test_photo_and_style_are_opened_from_the_command_line(studio: TestStudio, qtbot: QtBot, style: str) -> None:
    photo = write_photo(studio.home / "été.png")
    if style == "FILE":
        style = str(write_photo(studio.home / "own.png", shade=77))
    studio.session.open_arguments([str(photo), style])
    qtbot.waitUntil(lambda: studio.document.photo is not None and len(studio.document.styles) == 1)
    assert studio.window.windowTitle().startswith("été.png")


def test_a_style_that_is_not_there_is_told(studio: TestStudio, qtbot: QtBot) -> None:
    photo = write_photo(studio.home / "photo.png")
    with qtbot.waitSignal(studio.session.blend.loading_failed):
        studio.session.open_arguments([str(photo), "no-such-style"])
    qtbot.waitUntil(lambda: studio.document.photo is not None)
    assert "no-such-style" in studio.message


def test_bytes_of_a_picture_are_a_photo(studio: TestStudio, qtbot: QtBot) -> None:
    content = write_photo(studio.home / "small.png", 17, 11).read_bytes()
    with qtbot.waitSignal(studio.session.intake.photo_loaded):
        studio.window.canvas.photo_dropped.emit([content])
    assert studio.document.photo is not None
    assert studio.document.photo.size == (17, 11)


def test_each_sample_photo_comes_with_a_style_unless_one_is_chosen(studio: TestStudio, qtbot: QtBot) -> None:
    samples = sorted(resource("samples").glob("*.jpg"))
    with qtbot.waitSignal(studio.session.intake.photo_loaded):
        studio.window.canvas.photo_dropped.emit([samples[0]])
    (first,) = studio.session.blend.ids
    assert studio.library.get(first) is not None
    qtbot.waitUntil(lambda: studio.session.blend.ready)
    studio.choose("waves")
    with qtbot.waitSignal(studio.session.intake.photo_loaded):
        studio.window.canvas.photo_dropped.emit([samples[-1]])
    assert studio.session.blend.ids == ["waves"]
