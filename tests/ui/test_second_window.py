"""The second window: what it shows, where it looks, and how it goes away."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture
from stylegui.ui.canvas import CanvasView, CompareMode
from stylegui.ui.second_window import SecondWindow
from tests.ui.studios import TestStudio

RED, BLUE, GREEN = (200, 30, 30), (30, 30, 200), (30, 160, 60)

Colour = tuple[int, int, int]


def plain(colour: Colour) -> Picture:
    return Picture(np.full((400, 600, 3), colour, np.uint8))


def seen(window: SecondWindow, x: float, y: float) -> Colour:
    """The colour at a place of the window, 0..1."""
    shown = window.grab().toImage()
    colour = shown.pixelColor(round(x * shown.width()), round(y * shown.height()))
    return colour.red(), colour.green(), colour.blue()


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.resize(500, 400)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    return canvas


@pytest.fixture
def second(qtbot: QtBot, canvas: CanvasView) -> Iterator[SecondWindow]:
    window = SecondWindow(canvas)
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def test_it_shows_the_result_and_every_frame_of_the_next(canvas: CanvasView, second: SecondWindow) -> None:
    canvas.set_compare_mode("wipe")
    assert seen(second, 0.3, 0.5) == BLUE
    canvas.set_result_frame(np.full((40, 60, 3), GREEN, np.uint8))
    assert seen(second, 0.3, 0.5) == GREEN
    canvas.set_photo(plain(RED))
    assert seen(second, 0.3, 0.5) == RED


def test_it_compares_as_the_canvas_does_where_that_is_wanted(canvas: CanvasView, second: SecondWindow) -> None:
    second.set_shows_comparison(True)
    canvas.set_compare_mode("wipe")
    assert (seen(second, 0.3, 0.3), seen(second, 0.7, 0.3)) == (RED, BLUE)
    canvas.turn_wipe()
    assert (seen(second, 0.3, 0.3), seen(second, 0.3, 0.7)) == (RED, BLUE)
    canvas.set_sides_swapped(True)
    assert (seen(second, 0.3, 0.3), seen(second, 0.3, 0.7)) == (BLUE, RED)
    canvas.set_compare_mode("lens")
    canvas.set_sides_swapped(False)
    area = canvas.picture_area()
    QTest.mouseMove(canvas, QPoint(round(area.left() + 20), round(area.center().y())))
    assert (seen(second, 0.06, 0.5), seen(second, 0.8, 0.5)) == (RED, BLUE)
    second.set_shows_comparison(False)
    assert seen(second, 0.06, 0.5) == BLUE


def test_it_flickers_with_the_canvas_and_never_by_itself(
    canvas: CanvasView, second: SecondWindow, qtbot: QtBot
) -> None:
    second.set_shows_comparison(True)
    canvas.set_compare_mode(CompareMode.FLICKER)
    canvas.adjust_comparison(9)
    for colour in (RED, BLUE, RED):
        qtbot.waitUntil(lambda colour=colour: seen(second, 0.3, 0.5) == colour)  # type: ignore[misc]


def test_it_looks_where_the_canvas_looks_until_the_hand_moves_it(canvas: CanvasView, second: SecondWindow) -> None:
    canvas.zoom_to(2.0, QPointF(100, 100))

    def middles() -> tuple[QPointF, QPointF]:
        return canvas._camera.center, second._camera.center

    ours, theirs = middles()
    assert (ours - theirs).manhattanLength() < 1
    assert second.zoom > 2.0, "it is larger, and shows the same part"
    QTest.mousePress(second, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    QTest.mouseMove(second, QPoint(300, 300))
    QTest.mouseRelease(second, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert not second.follows
    stays = second._camera.center
    canvas.fit()
    assert second._camera.center == stays
    second.set_follows(True)
    assert second.is_fitted


def test_its_menu_does_what_it_says(canvas: CanvasView, second: SecondWindow) -> None:
    menu = second._menu()
    entries = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert entries["Result only"].isChecked()
    entries["As on the canvas"].trigger()
    assert second.shows_comparison
    entries["Follow the canvas"].trigger()
    assert not second.follows
    entries["Full screen"].trigger()
    assert second.isFullScreen()
    QTest.keyClick(second, Qt.Key.Key_F11)
    assert not second.isFullScreen()
    entries["Close"].trigger()
    assert not second.isVisible()


def test_escape_closes_it_and_it_comes_back_as_it_was(studio: TestStudio, qtbot: QtBot) -> None:
    screen, action = studio.session.second_screen, studio.window.actions_by_id["second_window"]
    studio.trigger("second_window")
    window = screen.window
    assert window is not None
    assert action.isChecked()
    window.set_shows_comparison(True)
    window.set_follows(False)
    window.setGeometry(60, 70, 420, 330)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert screen.window is None
    assert not action.isChecked()
    studio.trigger("second_window")
    again = screen.window
    assert again is not None
    assert (again.shows_comparison, again.follows) == (True, False)
    assert again.size().toTuple() == (420, 330)
    studio.trigger("second_window")
    assert screen.window is None


def test_it_closes_with_the_main_window(studio: TestStudio) -> None:
    studio.trigger("second_window")
    assert studio.session.second_screen.window is not None
    studio.end()
    assert studio.session.second_screen.window is None
