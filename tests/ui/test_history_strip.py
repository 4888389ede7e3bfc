"""The filmstrip by itself: rows, tiles, mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import JsonValue
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from stylegui.engine.engines import Result
from stylegui.project.document import Document, Version
from stylegui.ui import theme
from stylegui.ui.history import HistoryPanel
from stylegui.ui.history.holding import HOLD_MS
from stylegui.ui.history.marks import SECTION, VersionMarks
from stylegui.ui.history.model import VersionFilter, VersionModel
from stylegui.ui.history.thumbnails import VersionThumbnails
from tests.ui.fakes import make_picture

STRIP_PX = 160


def add(document: Document, title: str = "Night", width: int = 48, height: int = 32, shade: int = 90) -> Version:
    photo = document.photo or make_picture()
    document.set_photo(photo)
    return document.add_version(photo, Result(make_picture(width, height, shade)), title)


class Strip:
    """A panel with its document, and everything it has told."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.marks = VersionMarks(document)
        self.thumbnails = VersionThumbnails()
        self.model = VersionModel(document, self.marks, self.thumbnails)
        self.panel = HistoryPanel(self.model)
        self.view = self.panel.view
        self.panel.resize(900, STRIP_PX)
        self.adopted: list[Version] = []
        self.peeked: list[Version | None] = []
        self.rated: list[tuple[list[Version], int]] = []
        self.dragged: list[Version] = []
        self.panel.adopted.connect(self.adopted.append)
        self.panel.peeked.connect(self.peeked.append)
        self.view.rated.connect(lambda versions, rating: self.rated.append((versions, rating)))
        self.view.drag_wanted.connect(self.dragged.append)

    def middle(self, row: int) -> QPoint:
        """The middle of a tile's picture, in the viewport."""
        return self.view.visualRect(self.model.index(row, 0)).center() - QPoint(0, 20)

    def press(self, row: int) -> None:
        QTest.mousePress(self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.middle(row))

    def release(self, row: int) -> None:
        QTest.mouseRelease(self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.middle(row))


@pytest.fixture
def document() -> Document:
    return Document()


@pytest.fixture
def strip(qtbot: QtBot, document: Document) -> Iterator[Strip]:
    """A strip of five versions, shown."""
    for number in range(5):
        add(document, f"Style {number + 1}", shade=40 * number + 20)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # In two steps: what another test has undone is set anew only where it seems to be another one.
    theme.apply_theme(app, "light")
    theme.apply_theme(app, "dark")
    strip = Strip(document)
    qtbot.addWidget(strip.panel)
    strip.panel.show()
    qtbot.waitExposed(strip.panel)
    qtbot.waitUntil(lambda: all(strip.model.tile(row).pixmap is not None for row in range(5)))
    yield strip
    strip.thumbnails.shut_down()
    theme.apply_theme(app, "dark")


def numbers(strip: Strip) -> list[int]:
    return [version.number for version in strip.model.versions]


def test_rows_follow_the_document(qtbot: QtBot, qtmodeltester: ModelTester, document: Document) -> None:
    strip = Strip(document)
    qtbot.addWidget(strip.panel)
    qtmodeltester.check(strip.model)
    versions = [add(document, f"Style {number}") for number in range(4)]
    assert numbers(strip) == [1, 2, 3, 4]
    document.remove_version(versions[1])
    assert numbers(strip) == [1, 3, 4]
    document.restore_version(versions[1], 1)
    assert numbers(strip) == [1, 2, 3, 4]
    document.set_rating(versions[2], 4)
    document.set_rating(versions[3], -1)
    strip.panel.show_filter(VersionFilter.RATED)
    assert numbers(strip) == [3]
    strip.panel.show_filter(VersionFilter.KEPT)
    assert numbers(strip) == [1, 2, 3]
    document.set_rating(versions[0], -1)
    assert numbers(strip) == [2, 3]
    strip.panel.show_filter(VersionFilter.ALL)
    assert numbers(strip) == [1, 2, 3, 4]
    qtmodeltester.check(strip.model)
    strip.thumbnails.shut_down()


def test_a_new_version_leaves_the_selection_alone(strip: Strip, document: Document) -> None:
    strip.view.select(document.versions[1])
    add(document)
    assert strip.view.versions == [document.versions[1]]


def test_a_sentence_says_why_there_is_nothing(qtbot: QtBot, document: Document) -> None:
    strip = Strip(document)
    qtbot.addWidget(strip.panel)
    strip.panel.show()
    assert "kept here" in strip.panel._sentence.text() and strip.panel._sentence.isVisible()
    version = add(document)
    assert not strip.panel._sentence.isVisible()
    strip.panel.show_filter(VersionFilter.RATED)
    assert "1 to 5" in strip.panel._sentence.text() and strip.panel._sentence.isVisible()
    strip.panel.show_filter(VersionFilter.KEPT)
    document.set_rating(version, -1)
    assert "rejected" in strip.panel._sentence.text()
    strip.thumbnails.shut_down()


def test_the_current_version_has_a_ring_and_a_rejected_one_is_grey(strip: Strip, document: Document) -> None:
    document.set_rating(document.versions[0], -1)
    document.select_version(document.versions[2])
    image = strip.view.viewport().grab().toImage()
    accent = QColor(theme.DARK.accent)

    def ringed(row: int) -> bool:
        rect = strip.view.visualRect(strip.model.index(row, 0))
        return any(image.pixelColor(rect.center().x(), rect.top() + y) == accent for y in range(12))

    assert [ringed(row) for row in range(5)] == [False, False, True, False, False]
    assert _saturation(image, strip.middle(0) - QPoint(30, 20)) < 0.1
    assert _saturation(image, strip.middle(4) - QPoint(30, 20)) > 0.1


def _saturation(image: QImage, point: QPoint) -> float:
    return float(image.pixelColor(point).hsvSaturationF())


def test_a_double_click_or_enter_goes_to_a_version(strip: Strip, document: Document) -> None:
    QTest.mouseDClick(strip.view.viewport(), Qt.MouseButton.LeftButton, pos=strip.middle(1))
    assert strip.adopted == [document.versions[1]]
    strip.view.select(document.versions[3])
    QTest.keyClick(strip.view, Qt.Key.Key_Return)
    assert strip.adopted[1:] == [document.versions[3]]


def test_a_click_only_selects(strip: Strip, document: Document) -> None:
    QTest.mouseClick(strip.view.viewport(), Qt.MouseButton.LeftButton, pos=strip.middle(2))
    assert strip.view.versions == [document.versions[2]]
    assert strip.adopted == [] and strip.peeked == []


def test_holding_the_button_peeks_until_it_is_let_go(strip: Strip, document: Document, qtbot: QtBot) -> None:
    strip.press(1)
    assert strip.peeked == []
    qtbot.waitUntil(lambda: strip.peeked == [document.versions[1]], timeout=20 * HOLD_MS)
    strip.release(1)
    assert strip.peeked == [document.versions[1], None]


def test_holding_space_peeks_and_the_arrows_move_on(strip: Strip, document: Document) -> None:
    strip.view.select(document.versions[1])
    QTest.keyPress(strip.view, Qt.Key.Key_Space)
    QTest.keyClick(strip.view, Qt.Key.Key_Right)
    QTest.keyRelease(strip.view, Qt.Key.Key_Space)
    assert strip.peeked == [document.versions[1], document.versions[2], None]


def test_a_peek_ends_where_the_focus_goes_elsewhere(strip: Strip, document: Document) -> None:
    strip.view.select(document.versions[0])
    strip.view.setFocus()
    QTest.keyPress(strip.view, Qt.Key.Key_Space)
    strip.panel.header.scrub.film_button.setFocus()
    strip.view.clearFocus()
    assert strip.peeked[-1] is None


def test_dragging_is_no_peek(strip: Strip, document: Document) -> None:
    strip.press(3)
    QTest.mouseMove(strip.view.viewport(), strip.middle(3) + QPoint(40, 0))
    assert strip.dragged == [document.versions[3]]
    assert not strip.view.holding._timer.isActive()


def test_clicking_a_star_rates_and_clicking_it_again_takes_it_back(strip: Strip, document: Document) -> None:
    cell = strip.view.visualRect(strip.model.index(1, 0))
    points = [QPoint(x, y) for x in range(cell.left(), cell.right()) for y in range(cell.top(), cell.bottom(), 4)]
    third = next(point for point in points if strip.view._delegate.star_at(cell, point) == 3)
    QTest.mouseClick(strip.view.viewport(), Qt.MouseButton.LeftButton, pos=third + QPoint(2, 2))
    assert strip.rated == [([document.versions[1]], 3)]
    document.set_rating(document.versions[1], 3)
    QTest.mouseClick(strip.view.viewport(), Qt.MouseButton.LeftButton, pos=third + QPoint(2, 2))
    assert strip.rated[1:] == [([document.versions[1]], 0)]


def test_the_wheel_moves_along(strip: Strip, document: Document) -> None:
    for _ in range(30):
        add(document)
    QApplication.processEvents()
    bar = strip.view.horizontalScrollBar()
    bar.setValue(0)
    wheel = QWheelEvent(
        QPointF(100, 50),
        QPointF(100, 50),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(strip.view.viewport(), wheel)
    assert bar.value() > 50


def test_tiles_are_as_high_as_there_is_room(strip: Strip) -> None:
    low = strip.view._delegate.picture_px
    strip.panel.resize(900, 2 * STRIP_PX)
    QApplication.processEvents()
    assert strip.view._delegate.picture_px > 1.5 * low
    assert strip.view.visualRect(strip.model.index(0, 0)).height() <= 2 * STRIP_PX


def test_only_what_is_near_is_made(qtbot: QtBot, document: Document) -> None:
    for _ in range(120):
        add(document)
    strip = Strip(document)
    qtbot.addWidget(strip.panel)
    strip.panel.show()
    qtbot.waitExposed(strip.panel)
    strip.view.horizontalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: strip.thumbnails._held.any_size(document.versions[0].id, (128, 192, 256)) is not None)
    qtbot.waitUntil(lambda: not strip.thumbnails._waiting and not strip.thumbnails._running)
    assert strip.thumbnails._held.any_size(document.versions[60].id, (128, 192, 256)) is None
    strip.thumbnails.shut_down()


def test_a_tip_tells_how_it_was_made(strip: Strip, document: Document) -> None:
    parent = document.versions[0]
    version = document.add_version(
        document.photo or make_picture(), Result(make_picture(640, 480), complete=False), "Waves", parent=parent.id
    )
    strip.marks.set_seconds(version, 62.0)
    tip = strip.model.index_of(version).data(Qt.ItemDataRole.ToolTipRole)
    for words in (
        "6 · Waves",
        "Instant, Fine",
        "Strength 75 %",
        "640 × 480 px in 1 min",
        "today",
        "Stopped",
        "version 1",
    ):
        assert words in tip, words


def test_those_who_listen_hear_what_others_see(strip: Strip, document: Document) -> None:
    version = document.versions[1]
    document.set_rating(version, 2)
    strip.marks.set_favourites([version], True)
    document.select_version(version)
    spoken = strip.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Version 2, Style 2, 48 × 32 px, 2 stars, favourite, shown now"


def test_a_title_is_typed_in_place(strip: Strip, document: Document, qtbot: QtBot) -> None:
    asked: list[tuple[Version, str]] = []
    strip.model.renamed.connect(lambda version, title: asked.append((version, title)))
    strip.view.rename(document.versions[2])
    editor = QApplication.focusWidget()
    assert editor is not None and editor is not strip.view
    QTest.keyClicks(editor, "Dawn")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked == [(document.versions[2], "Dawn")])


def test_marks_from_any_file_do_no_harm(document: Document) -> None:
    version = add(document)
    nonsenses: list[JsonValue] = ["text", ["list"], {"favourites": 5, "seconds": []}, {"seconds": {version.id: "long"}}]
    for nonsense in nonsenses:
        document.set_section(SECTION, nonsense)
        marks = VersionMarks(document)
        assert marks.seconds(version) is None
        assert not marks.is_favourite(version)
    marks.set_seconds(version, 3.0)
    marks.set_favourites([version], True)
    again = VersionMarks(document)
    assert again.seconds(version) == 3.0
    assert again.is_favourite(version)


def test_a_change_of_theme_is_painted(strip: Strip) -> None:
    dark = strip.panel.grab().toImage().pixelColor(strip.panel.width() - 5, 20)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply_theme(app, "light")
    light = strip.panel.grab().toImage().pixelColor(strip.panel.width() - 5, 20)
    assert dark.lightness() < 100 < light.lightness()
