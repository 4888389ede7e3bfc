"""Several versions at once on one canvas: panes, keys, stars, and a job that streams beside them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture
from stylegui.ui import theme
from stylegui.ui.canvas import CanvasView, CompareMode

COLOURS = {"a": (200, 30, 30), "b": (30, 30, 200), "c": (30, 160, 60), "d": (200, 160, 20)}
LIVE = (150, 20, 150)
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

Colour = tuple[int, int, int]


def image(color: Colour) -> QImage:
    filled = QImage(120, 80, QImage.Format.Format_RGB32)
    filled.fill(QColor(*color))
    return filled


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    """Four versions in two rows and two columns."""
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.resize(900, 620)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_photo(Picture(np.full((800, 1200, 3), 90, np.uint8)))
    canvas.set_contact([(image(colour), f"Version {key}", key) for key, colour in COLOURS.items()])
    canvas.set_compare_mode(CompareMode.N_UP)
    canvas.setFocus()
    return canvas


def middles(canvas: CanvasView) -> list[QPoint]:
    return [canvas.picture_area(pane).center().toPoint() for pane in canvas.panes()]


def seen(canvas: CanvasView, point: QPoint) -> Colour:
    colour = canvas.grab().toImage().pixelColor(point)
    return colour.red(), colour.green(), colour.blue()


def test_each_pane_shows_its_version_through_one_camera(canvas: CanvasView) -> None:
    assert [seen(canvas, point) for point in middles(canvas)] == list(COLOURS.values())
    corners = [canvas.picture_area(pane).topLeft() - QPointF(pane.topLeft()) for pane in canvas.panes()]
    assert len({(corner.x(), corner.y()) for corner in corners}) == 1
    canvas.zoom_to(1.0, QPointF(middles(canvas)[3]))
    assert [seen(canvas, pane.center()) for pane in canvas.panes()] == list(COLOURS.values())


def test_arrows_and_the_pointer_choose_the_pane_that_keys_act_on(canvas: CanvasView) -> None:
    visited = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(canvas, key)
        visited.append(canvas.current_contact)
    assert visited == ["b", "d", "c", "a", "a"]
    QTest.mouseMove(canvas, middles(canvas)[3])
    assert canvas.current_contact == "d"
    frame = canvas.picture_area(canvas.panes()[3]).topLeft().toPoint() - QPoint(2, -30)
    accent = theme.accent()
    assert seen(canvas, frame) == (accent.red(), accent.green(), accent.blue())
    place = canvas.picture_area(canvas.panes()[0]).topLeft()
    canvas.zoom_to(1.0)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.current_contact == "d"
    assert canvas.picture_area(canvas.panes()[0]).topLeft() != place


def test_keys_rate_reject_choose_and_leave(canvas: CanvasView, qtbot: QtBot) -> None:
    rated: list[tuple[str, int]] = []
    canvas.contact_rated.connect(lambda key, rating: rated.append((key, rating)))
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    for key in (Qt.Key.Key_4, Qt.Key.Key_R, Qt.Key.Key_R, Qt.Key.Key_0):
        QTest.keyClick(canvas, key)
    assert rated == [("b", 4), ("b", -1), ("b", 0), ("b", 0)]
    with qtbot.waitSignal(canvas.contact_chosen) as chosen:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert chosen.args == ["b"]
    with qtbot.waitSignal(canvas.contact_left):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)


def test_its_keys_are_not_taken_by_shortcuts(canvas: CanvasView) -> None:
    taken: list[str] = []
    for keys in ("3", "R", "Esc"):
        action = QAction(canvas)
        action.setShortcut(keys)
        action.triggered.connect(lambda *_, keys=keys: taken.append(keys))
        canvas.addAction(action)
    rated: list[int] = []
    canvas.contact_rated.connect(lambda _, rating: rated.append(rating))
    for key in (Qt.Key.Key_3, Qt.Key.Key_R, Qt.Key.Key_Escape):
        QTest.keyClick(canvas, key)
    assert (taken, rated) == ([], [3, -1])


def test_stars_are_clicked_and_the_same_star_again_takes_them_back(canvas: CanvasView, qtbot: QtBot) -> None:
    strip, area = canvas._grid._strip, canvas.picture_area(canvas.panes()[2])
    rated: list[tuple[str, int]] = []
    canvas.contact_rated.connect(lambda key, rating: rated.append((key, rating)))
    cells = [cell.center().toPoint() for cell in strip.cells(area)]
    QTest.mouseMove(canvas, cells[2])
    for cell in (cells[2], cells[2], cells[5]):
        QTest.mouseClick(canvas, LEFT, NO_KEY, cell)
    assert rated == [("c", 3), ("c", 0), ("c", -1)]
    with qtbot.waitSignal(canvas.contact_chosen) as chosen:
        QTest.mouseClick(canvas, LEFT, NO_KEY, cells[6])
    assert chosen.args == ["c"]
    with qtbot.waitSignal(canvas.contact_chosen):
        QTest.mouseDClick(canvas, LEFT, NO_KEY, middles(canvas)[0])


def test_a_rejected_version_is_veiled(canvas: CanvasView) -> None:
    before = seen(canvas, middles(canvas)[1])
    canvas.set_contact_rating("b", -1)
    assert seen(canvas, middles(canvas)[1]) != before == COLOURS["b"]
    canvas.set_contact_rating("b", 2)
    assert seen(canvas, middles(canvas)[1]) == before


def test_what_is_being_painted_has_a_pane_of_its_own(canvas: CanvasView) -> None:
    canvas.set_result_frame(np.full((40, 60, 3), LIVE, np.uint8))
    assert len(canvas.panes()) == 5
    assert [seen(canvas, point) for point in middles(canvas)] == [*COLOURS.values(), LIVE]
    rated: list[int] = []
    canvas.contact_rated.connect(lambda _, rating: rated.append(rating))
    QTest.mouseMove(canvas, middles(canvas)[4])
    QTest.keyClick(canvas, Qt.Key.Key_5)
    assert rated == [], "it is no version yet"
    canvas.set_result_frame(np.full((80, 120, 3), COLOURS["a"], np.uint8))
    assert seen(canvas, middles(canvas)[4]) == COLOURS["a"]


def test_at_most_nine_are_shown_and_none_shows_the_picture_alone(canvas: CanvasView) -> None:
    canvas.set_contact([(image(COLOURS["a"]), str(number), str(number)) for number in range(12)])
    assert len(canvas.panes()) == 9
    canvas.set_contact([])
    assert len(canvas.panes()) == 1
    assert seen(canvas, canvas.rect().center()) == (90, 90, 90)


def test_a_picture_that_comes_later_takes_its_place_and_the_current_pane_stays(canvas: CanvasView) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    contacts = canvas.contacts
    canvas.set_contact([contacts[2], contacts[1]._replace(image=image(LIVE)), contacts[0]])
    assert canvas.current_contact == "b"
    shown = [seen(canvas, point) for point in middles(canvas)]
    assert shown == [COLOURS["c"], LIVE, COLOURS["a"]]
