"""What floats above the picture: progress pill, message and the invitation of the empty canvas."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture
from stylegui.resources import resource
from stylegui.ui.canvas import CanvasView
from stylegui.ui.canvas.look import PANEL_ACCENT
from stylegui.ui.canvas.samples import Tile

PHOTO = Picture(np.full((400, 600, 3), 90, np.uint8))
LINES = ["Painting", "step 12 of 300", "about 0:42 left"]


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.resize(640, 480)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def button(canvas: CanvasView, text: str) -> QAbstractButton:
    buttons = [*canvas.findChildren(QPushButton), *canvas.findChildren(QToolButton)]
    [found] = [each for each in buttons if each.isVisible() and text in (each.text(), each.accessibleName())]
    return found


def filled_px(canvas: CanvasView) -> int:
    """How many pixels of the pill have the accent's colour."""
    image = canvas._hud.grab().toImage()
    return sum(image.pixelColor(x, y) == PANEL_ACCENT for x in range(image.width()) for y in range(image.height()))


def test_the_pill_shows_lines_and_progress(canvas: CanvasView) -> None:
    canvas.set_photo(PHOTO)
    canvas.set_hud(LINES, 0.25)
    quarter = filled_px(canvas)
    canvas.set_hud(LINES, 0.75)
    assert filled_px(canvas) > 2.5 * quarter > 0
    assert canvas.rect().contains(canvas._hud.geometry())
    assert canvas._hud.accessibleName() == ", ".join(LINES)
    canvas.set_hud(LINES)
    assert filled_px(canvas) == 0
    canvas.set_hud(None)
    assert not canvas._hud.isVisible()


@pytest.mark.parametrize(("given", "kept"), [(-1.0, 0.0), (7.0, 1.0), (0.5, 0.5)])
def test_progress_is_kept_in_range(canvas: CanvasView, given: float, kept: float) -> None:
    canvas.set_hud(LINES, given)
    assert canvas._hud.progress == kept


def test_running_digits_do_not_shake_the_pill(canvas: CanvasView) -> None:
    canvas.set_hud(["Painting", "step 288 of 300"], 0.9)
    wide = canvas._hud.geometry()
    canvas.set_hud(["Painting", "step 1 of 300"], 0.9)
    assert canvas._hud.geometry() == wide
    canvas.set_hud(["Painting"], 0.9)
    assert canvas._hud.width() < wide.width()


def test_the_pill_stays_inside_a_narrow_canvas_and_lets_the_mouse_through(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_photo(PHOTO)
    canvas.resize(260, 300)
    canvas.set_hud([*LINES, "2048 × 1365 px", "NVIDIA GeForce RTX 4090"], 0.5)
    assert canvas.rect().contains(canvas._hud.geometry())
    assert canvas.childAt(canvas._hud.geometry().center()) is None


def test_a_message_is_read_and_closed(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_message("The picture “boat.jpg” is empty.", "error")
    assert canvas.message == "The picture “boat.jpg” is empty."
    assert canvas.rect().contains(canvas._banner.geometry())
    with qtbot.waitSignal(canvas.message_closed):
        QTest.mouseClick(button(canvas, "Close this message"), Qt.MouseButton.LeftButton)
    assert canvas.message == ""


def test_a_message_can_offer_one_action(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_message("Photo and style may be mixed up.", "info", "Swap")
    with qtbot.waitSignal(canvas.message_action_triggered), qtbot.assertNotEmitted(canvas.message_closed):
        QTest.mouseClick(button(canvas, "Swap"), Qt.MouseButton.LeftButton)
    assert canvas.message == ""
    canvas.set_message("Saved.")
    with pytest.raises(ValueError, match="not enough values"):
        button(canvas, "Swap")


def test_clearing_a_message_says_nothing(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_message("Saved.")
    with qtbot.assertNotEmitted(canvas.message_closed):
        canvas.clear_message()
    assert canvas.message == ""


def test_a_long_message_wraps(canvas: CanvasView) -> None:
    canvas.set_message("Saved.")
    one_line = canvas._banner.height()
    canvas.set_message("There was not enough memory for 4096 px, so the picture goes on at 2048 px, which fits. " * 2)
    assert canvas._banner.height() > one_line
    assert canvas.rect().contains(canvas._banner.geometry())


def test_the_empty_canvas_invites(qtbot: QtBot, canvas: CanvasView) -> None:
    with qtbot.waitSignal(canvas.open_photo_requested):
        QTest.mouseClick(button(canvas, "Open photo…"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(canvas.sample_requested):
        QTest.keyClick(button(canvas, "Try a sample"), Qt.Key.Key_Space)
    canvas.set_photo(PHOTO)
    assert not canvas._welcome.isVisible()
    canvas.clear()
    assert canvas._welcome.isVisible()


def test_a_sample_on_the_empty_canvas_opens_like_a_dropped_photo(qtbot: QtBot, canvas: CanvasView) -> None:
    tiles = [tile for tile in canvas.findChildren(Tile) if tile.isVisible()]
    assert {tile.path for tile in tiles} == set(resource("samples").glob("*.jpg"))
    with qtbot.waitSignal(canvas.photo_dropped) as dropped:
        QTest.mouseClick(tiles[2], Qt.MouseButton.LeftButton)
    assert dropped.args == [[tiles[2].path]]


@pytest.mark.parametrize(("size", "rows"), [((1100, 760), 1), ((480, 640), 2), ((320, 480), 0), ((900, 330), 0)])
def test_samples_take_as_few_rows_as_fit(qtbot: QtBot, canvas: CanvasView, size: tuple[int, int], rows: int) -> None:
    canvas.resize(*size)
    qtbot.wait(20)
    tiles = [tile for tile in canvas.findChildren(Tile) if tile.isVisible()]
    assert len({tile.mapTo(canvas, tile.rect().topLeft()).y() for tile in tiles}) == rows
    assert all(canvas.rect().contains(tile.rect().translated(tile.mapTo(canvas, QPoint()))) for tile in tiles)
