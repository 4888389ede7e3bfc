"""Drag and drop onto the canvas: the zones, what they take, and why something is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.ui.canvas import CanvasView
from stylegui.ui.canvas.drops import Zone, guess_photo_and_style
from stylegui.ui.mime import STYLE_MIME

LEFT, MIDDLE, RIGHT = QPoint(60, 240), QPoint(320, 240), QPoint(580, 240)
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
BUTTON, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Told:
    """Everything the canvas says about drops, in order."""

    def __init__(self, canvas: CanvasView) -> None:
        self.drops: list[tuple[object, ...]] = []
        canvas.photo_dropped.connect(lambda what: self.drops.append(("photo", what)))
        canvas.styles_dropped.connect(lambda what: self.drops.append(("styles", what)))
        canvas.both_dropped.connect(lambda photo, style: self.drops.append(("both", photo, style)))
        canvas.drop_refused.connect(lambda why: self.drops.append(("refused", why)))


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.set_reduced_motion(True)
    canvas.resize(640, 480)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


@pytest.fixture
def told(canvas: CanvasView) -> Told:
    return Told(canvas)


def picture_file(folder: Path, name: str, side: int = 8) -> Path:
    image = QImage(side, side, QImage.Format.Format_RGB888)
    image.fill(QColor(90, 120, 150))
    path = folder / name
    assert image.save(str(path))
    return path


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def enter(canvas: CanvasView, mime: QMimeData, at: QPoint) -> QDragEnterEvent:
    event = QDragEnterEvent(at, COPY | MOVE, mime, BUTTON, NO_KEY)
    event.setDropAction(MOVE)
    QApplication.sendEvent(canvas, event)
    return event


def drop(canvas: CanvasView, mime: QMimeData, at: QPoint) -> QDropEvent:
    entered = enter(canvas, mime, at)
    event = QDropEvent(QPointF(at), COPY | MOVE, mime, BUTTON, NO_KEY)
    if entered.isAccepted():
        QApplication.sendEvent(canvas, event)
    return event


def test_a_file_goes_where_it_is_dropped(canvas: CanvasView, told: Told, tmp_path: Path) -> None:
    path = picture_file(tmp_path, "boot im Grün.png")
    drop(canvas, files(path), LEFT)
    drop(canvas, files(path), RIGHT)
    assert told.drops == [("photo", [path]), ("styles", [path])]


def test_zones_light_up_and_go_with_the_drag(canvas: CanvasView, tmp_path: Path) -> None:
    mime = files(picture_file(tmp_path, "a.png"))
    plain = canvas.grab().toImage()
    enter(canvas, mime, LEFT)
    zones = canvas._zones
    assert zones.isVisible()
    assert zones.zones == (Zone.PHOTO, Zone.STYLE)
    hovered = [zones.hovered]
    over_photo = canvas.grab().toImage()
    move = QDragMoveEvent(RIGHT, COPY, mime, BUTTON, NO_KEY)
    QApplication.sendEvent(canvas, move)
    hovered.append(zones.hovered)
    over_style = canvas.grab().toImage()
    assert hovered == [Zone.PHOTO, Zone.STYLE]
    corner = QPoint(40, 60)
    assert over_photo.pixelColor(corner) != over_style.pixelColor(corner)
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    assert not zones.isVisible()
    assert canvas.grab().toImage() == plain


def test_a_drop_only_ever_copies(canvas: CanvasView, told: Told, tmp_path: Path) -> None:
    event = drop(canvas, files(picture_file(tmp_path, "a.png")), LEFT)
    assert event.dropAction() is COPY
    assert event.isAccepted()


def test_two_files_on_the_middle_are_guessed(canvas: CanvasView, told: Told, tmp_path: Path) -> None:
    style, photo = picture_file(tmp_path, "style 3.png", 64), picture_file(tmp_path, "IMG_2041.png")
    enter(canvas, files(style, photo), MIDDLE)
    assert canvas._zones.hovered is Zone.BOTH
    drop(canvas, files(style, photo), MIDDLE)
    drop(canvas, files(style, photo), RIGHT)
    assert told.drops == [("both", photo, style), ("styles", [style, photo])]


def test_one_file_has_no_middle(canvas: CanvasView, told: Told, tmp_path: Path) -> None:
    path = picture_file(tmp_path, "a.png")
    drop(canvas, files(path), MIDDLE - QPoint(2, 0))
    assert told.drops == [("photo", [path])]


@pytest.mark.parametrize(
    ("first", "second", "photo"),
    [
        ("DSC_0001.jpg", "wave.jpg", "DSC_0001.jpg"),
        ("wave.jpg", "20240817_1931.jpg", "20240817_1931.jpg"),
        ("old painting.jpg", "boat.jpg", "boat.jpg"),
        ("a.jpg", "b.jpg", "a.jpg"),
    ],
)
def test_guessing_by_name(first: str, second: str, photo: str) -> None:
    assert guess_photo_and_style(Path(first), Path(second))[0] == Path(photo)


def test_guessing_by_size_where_names_say_nothing(tmp_path: Path) -> None:
    small, large = tmp_path / "a.jpg", tmp_path / "b.jpg"
    small.write_bytes(b"x")
    large.write_bytes(b"xx")
    assert guess_photo_and_style(small, large) == (large, small)


def test_gallery_styles_have_one_zone(canvas: CanvasView, told: Told, tmp_path: Path) -> None:
    mime = files(picture_file(tmp_path, "image.png"))
    mime.setData(STYLE_MIME, json.dumps(["wave", "night"]).encode())
    enter(canvas, mime, LEFT)
    assert canvas._zones.zones == (Zone.STYLE,)
    drop(canvas, mime, LEFT)
    assert told.drops == [("styles", ["wave", "night"])]


def test_image_data_comes_as_an_encoded_picture(canvas: CanvasView, told: Told) -> None:
    image = QImage(12, 7, QImage.Format.Format_RGB888)
    image.fill(QColor(1, 2, 3))
    mime = QMimeData()
    mime.setImageData(image)
    mime.setUrls([QUrl("https://example.org/picture.jpg")])
    drop(canvas, mime, LEFT)
    [(kind, sources)] = told.drops
    assert kind == "photo"
    assert isinstance(sources, list)
    assert QImage.fromData(sources[0]).size() == image.size()


def test_a_refused_drag_says_why_before_and_after_the_drop(canvas: CanvasView, told: Told) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/picture.jpg")])
    enter(canvas, mime, LEFT)
    assert canvas._zones.zones == (Zone.REFUSED,)
    drop(canvas, mime, LEFT)
    [(kind, why)] = told.drops
    assert kind == "refused"
    assert str(why).endswith(".")
    assert not canvas._zones.isVisible()


def test_drags_without_any_content_are_let_pass(canvas: CanvasView, told: Told) -> None:
    mime = QMimeData()
    mime.setData("application/x-something", b"1")
    assert not enter(canvas, mime, LEFT).isAccepted()
    assert not canvas._zones.isVisible()


def test_zones_lie_one_above_the_other_on_a_tall_canvas(canvas: CanvasView, told: Told, tmp_path: Path) -> None:
    canvas.resize(300, 600)
    path = picture_file(tmp_path, "a.png")
    drop(canvas, files(path), QPoint(150, 100))
    drop(canvas, files(path), QPoint(150, 500))
    assert [kind for kind, *_ in told.drops] == ["photo", "styles"]


def test_the_zones_fade_in_unless_motion_is_reduced(canvas: CanvasView, qtbot: QtBot, tmp_path: Path) -> None:
    mime = files(picture_file(tmp_path, "a.png"))
    enter(canvas, mime, LEFT)
    at_once = canvas.grab().toImage()
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    canvas.set_reduced_motion(False)
    enter(canvas, mime, LEFT)
    assert canvas.grab().toImage() != at_once
    qtbot.waitUntil(lambda: canvas.grab().toImage() == at_once)
