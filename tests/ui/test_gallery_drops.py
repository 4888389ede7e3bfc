"""Styles dragged out of the gallery, pictures dropped into it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.engine.images import decode_picture
from stylegui.ui.gallery import GalleryPanel
from stylegui.ui.gallery.dragging import drag_pixmap
from stylegui.ui.gallery.model import StyleRole
from stylegui.ui.gallery.pages import DropOverlay
from stylegui.ui.mime import STYLE_MIME, read_pictures, style_ids
from tests.ui.gallery_library import child, make_library, picture_file

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def panel(qtbot: QtBot, home: Path) -> Iterator[GalleryPanel]:
    panel = GalleryPanel(make_library(home))
    qtbot.addWidget(panel)
    panel.resize(320, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    panel.shut_down()


def urls(*paths: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def enter(panel: GalleryPanel, mime: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(60, 60), COPY, mime, LEFT, PLAIN)
    event.ignore()
    QApplication.sendEvent(panel, event)
    return event.isAccepted()


def drop(panel: GalleryPanel, mime: QMimeData) -> None:
    # Qt delivers a drop only to where the drag was let in.
    assert enter(panel, mime)
    QApplication.sendEvent(panel, QDropEvent(QPointF(60, 60), COPY, mime, LEFT, PLAIN))


def test_files_are_handed_on(panel: GalleryPanel, tmp_path: Path) -> None:
    dropped: list[object] = []
    panel.styles_dropped.connect(dropped.append)
    files = [picture_file(tmp_path, "a.png"), picture_file(tmp_path, "b c.png")]
    overlay = child(panel, DropOverlay)
    mime = urls(*files)
    assert enter(panel, mime)
    assert overlay.isVisible()
    assert overlay.geometry() == panel.rect()
    drop(panel, mime)
    assert not overlay.isVisible()
    assert dropped == [files]


def test_the_light_goes_out_when_the_drag_leaves(panel: GalleryPanel, tmp_path: Path) -> None:
    mime = urls(tmp_path / "a.png")
    enter(panel, mime)
    QApplication.sendEvent(panel, QDragLeaveEvent())
    assert not child(panel, DropOverlay).isVisible()


def test_a_dropped_picture_becomes_a_style(qtbot: QtBot, panel: GalleryPanel, tmp_path: Path) -> None:
    panel.styles_dropped.connect(panel.add_styles)
    with qtbot.waitSignal(panel.styles_added) as added:
        drop(panel, urls(picture_file(tmp_path, "sea.png")))
    assert panel.view.current_id() == added.args[0][0]


def test_styles_from_the_gallery_itself_are_not_taken(panel: GalleryPanel) -> None:
    model = panel.view.shown
    assert not enter(panel, model.mimeData([model.index(0, 0)]))
    assert not child(panel, DropOverlay).isVisible()


def test_a_refused_drop_says_why(panel: GalleryPanel) -> None:
    messages: list[tuple[str, str]] = []
    panel.message.connect(lambda text, kind: messages.append((text, kind)))
    drop(panel, urls("https://example.org/picture.jpg"))
    text, kind = messages[0]
    assert "not fetched from the web" in text and kind == "warning"


def test_styles_leave_as_ids_and_as_files(panel: GalleryPanel) -> None:
    model = panel.view.shown
    mime = model.mimeData([model.index(0, 0), model.index(1, 0)])
    wanted = [model.index(row, 0).data(StyleRole.STYLE) for row in (0, 1)]
    assert json.loads(bytes(mime.data(STYLE_MIME).data())) == [style.id for style in wanted]
    assert style_ids(mime) == [style.id for style in wanted]
    assert [Path(url.toLocalFile()) for url in mime.urls()] == [style.path for style in wanted]


@pytest.mark.parametrize("content", [b"", b"{", b'{"a": 1}', b"[1, null]", b"\xff"])
def test_odd_style_data_gives_no_ids(content: bytes) -> None:
    mime = QMimeData()
    mime.setData(STYLE_MIME, content)
    assert style_ids(mime) == []


def test_image_data_becomes_a_picture(qapp: QApplication) -> None:
    image = QImage(6, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 200, 30))
    mime = QMimeData()
    mime.setImageData(image)
    (source,) = read_pictures(mime).sources
    assert isinstance(source, bytes)
    picture = decode_picture(source, "pasted")
    assert picture.size == (6, 4)
    assert picture.to_uint8()[2, 3].tolist() == [10, 200, 30]


def test_pictures_in_html_and_text_are_found(tmp_path: Path) -> None:
    file = picture_file(tmp_path, "sea.png")
    inline = base64.b64encode(file.read_bytes()).decode()
    html = QMimeData()
    html.setHtml(f'<p><img alt="a" src="file://{file}"><IMG src=\'data:image/png;base64,{inline}\'></p>')
    assert read_pictures(html).sources == [file, file.read_bytes()]
    text = QMimeData()
    text.setText(f"file://{file}\n{file}\nhello\n")
    assert read_pictures(text).sources == [file]
    broken = QMimeData()
    broken.setHtml('<img src="data:image/png;base64,@@@">')
    assert read_pictures(broken).sources == []
    assert read_pictures(broken).refusal == "There is no picture in what you dropped."


def test_a_folder_stands_for_its_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "art"
    folder.mkdir()
    files = [picture_file(folder, "a.PNG"), picture_file(folder, "b.bmp")]
    (folder / "notes.txt").write_text("no picture")
    assert read_pictures(urls(folder)).sources == files
    (tmp_path / "void").mkdir()
    assert read_pictures(urls(tmp_path / "void")).refusal == "There are no pictures in the folder “void”."


def test_what_hangs_at_the_pointer_shows_the_pictures(qtbot: QtBot, panel: GalleryPanel) -> None:
    index = panel.view.shown.index(0, 0)
    qtbot.waitUntil(lambda: index.data(StyleRole.THUMBNAIL) is not None)
    thumbnail = index.data(StyleRole.THUMBNAIL)
    for scale in (1.0, 2.0):
        pixmap = drag_pixmap([thumbnail, thumbnail], scale)
        image = pixmap.toImage()
        assert pixmap.devicePixelRatio() == scale
        centre = image.pixelColor(image.width() // 2, image.height() // 2)
        wanted = thumbnail.toImage().pixelColor(thumbnail.width() // 2, thumbnail.height() // 2)
        assert abs(centre.red() - wanted.red()) + abs(centre.blue() - wanted.blue()) < 12
        assert image.pixelColor(0, 0).alpha() == 0
