"""The canvas driven like an artist drives it: pictures come and go, mouse, wheel, touchpad and keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QImage,
    QKeySequence,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture
from stylegui.ui import theme
from stylegui.ui.canvas import CanvasView, CompareMode
from stylegui.ui.canvas import view as canvas_view
from stylegui.ui.canvas.drag_out import drag_mime

RED, BLUE, GREEN = (200, 30, 30), (30, 30, 200), (30, 160, 60)
CENTER = QPoint(320, 240)
NO_BUTTON, NO_KEY = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


def plain(color: tuple[int, int, int], width: int = 1200, height: int = 800) -> Picture:
    return Picture(np.full((height, width, 3), color, np.uint8), name="plain.png")


def split(left: tuple[int, int, int], right: tuple[int, int, int], width: int, height: int) -> Picture:
    pixels = np.full((height, width, 3), left, np.uint8)
    pixels[:, width // 2 :] = right
    return Picture(pixels)


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.resize(640, 480)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def seen(canvas: CanvasView, point: QPoint) -> tuple[int, int, int]:
    return rgb(canvas.grab().toImage().pixelColor(point))


def wheel(
    canvas: CanvasView,
    angle: QPoint,
    at: QPoint = CENTER,
    *,
    keys: Qt.KeyboardModifier = NO_KEY,
    pixels: QPoint | None = None,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
) -> None:
    place, moved = QPointF(at), pixels or QPoint()
    QApplication.sendEvent(canvas, QWheelEvent(place, place, moved, angle, NO_BUTTON, keys, phase, False))


def drag(
    qtbot: QtBot,
    canvas: CanvasView,
    start: QPoint,
    end: QPoint,
    button: Qt.MouseButton,
    keys: Qt.KeyboardModifier = NO_KEY,
) -> None:
    QTest.mousePress(canvas, button, keys, start)
    for point in ((start + end) / 2, end):
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, button, keys, end)


# What is shown


def test_photo_then_frames_then_result_lie_in_one_place(canvas: CanvasView) -> None:
    canvas.set_photo(split(RED, BLUE, 1200, 800))
    left, right = CENTER - QPoint(4, 0), CENTER + QPoint(4, 0)
    assert (seen(canvas, left), seen(canvas, right)) == (RED, BLUE)
    for width, height in ((96, 64), (193, 129), (384, 256)):
        canvas.set_result_frame(split(GREEN, RED, width, height).pixels)
        assert seen(canvas, left - QPoint(8, 0)) == GREEN
        assert seen(canvas, right + QPoint(8, 0)) == RED
    canvas.set_result(split(BLUE, GREEN, 768, 512))
    assert (seen(canvas, left), seen(canvas, right)) == (BLUE, GREEN)
    canvas.set_result(None)
    assert seen(canvas, left) == RED


def test_frames_leave_the_camera_alone(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.zoom_to(3.0, QPointF(100, 80))
    before = canvas.picture_area(), canvas.zoom
    zooms: list[float] = []
    canvas.zoom_changed.connect(zooms.append)
    for size in (64, 512, 2048):
        canvas.set_result_frame(plain(BLUE, size, size * 2 // 3).pixels)
        assert (canvas.picture_area(), canvas.zoom) == before
    assert zooms == []


def test_a_finished_result_is_the_measure_of_100_percent_and_nothing_moves(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.zoom_to(0.4, QPointF(400, 300))
    area = canvas.picture_area()
    canvas.set_result(plain(BLUE, 600, 400))
    assert canvas.zoom == pytest.approx(0.8)
    assert canvas.picture_area() == area
    canvas.set_result(None)
    assert canvas.zoom == pytest.approx(0.4)


def test_a_new_photo_is_fitted_and_the_old_result_goes(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    canvas.zoom_100()
    canvas.set_photo(plain(GREEN, 300, 900))
    assert not canvas.has_result
    assert canvas.is_fitted
    assert seen(canvas, CENTER) == GREEN


def test_clear_brings_the_invitation_back(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    canvas.clear()
    assert not canvas.has_photo
    assert canvas.shown_image().isNull()
    assert canvas.grab().toImage().pixelColor(2, 2) == QColor(theme.current().canvas)


def test_a_result_alone_can_be_shown(canvas: CanvasView) -> None:
    canvas.set_result_frame(plain(GREEN, 90, 60).pixels)
    canvas.set_compare_mode("wipe")
    assert seen(canvas, CENTER) == GREEN
    canvas.set_result(plain(BLUE, 900, 600))
    assert seen(canvas, CENTER) == BLUE


def test_pixels_are_squares_above_200_percent_and_soft_below(canvas: CanvasView) -> None:
    canvas.set_photo(split((0, 0, 0), (255, 255, 255), 40, 30))

    def tones() -> set[int]:
        row = canvas.grab().toImage().copy(0, 240, 640, 1)
        area = canvas.picture_area().toRect()
        return {QColor(row.pixel(x, 0)).red() for x in range(area.left() + 1, area.right() - 1)}

    canvas.zoom_to(8.0)
    assert tones() == {0, 255}
    canvas.zoom_to(1.9)
    assert len(tones()) > 2


def test_100_percent_is_exact(canvas: CanvasView) -> None:
    pixels = np.random.default_rng(3).integers(0, 256, (50, 70, 3), dtype=np.uint8)
    canvas.set_photo(Picture(pixels))
    canvas.zoom_100()
    area = canvas.picture_area().toRect()
    shown = canvas.grab().toImage()
    corner = shown.pixelColor(area.topLeft())
    last = shown.pixelColor(area.bottomRight())
    assert rgb(corner) == tuple(pixels[0, 0])
    assert rgb(last) == tuple(pixels[-1, -1])


def test_the_shown_image_is_a_copy_at_full_size(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED, 1200, 800))
    assert canvas.shown_image().width() == 1200
    canvas.set_result(plain(BLUE, 600, 400))
    assert canvas.shown_image().size().toTuple() == (600, 400)
    canvas.set_peek(True)
    assert rgb(canvas.shown_image().pixelColor(0, 0)) == RED
    assert rgb(canvas.result_image().pixelColor(0, 0)) == BLUE


# Zoom and pan


def test_wheel_zooms_about_the_pointer(canvas: CanvasView) -> None:
    canvas.set_photo(split(RED, BLUE, 1200, 800))
    zoom = canvas.zoom
    wheel(canvas, QPoint(0, 120), CENTER)
    assert canvas.zoom > zoom
    assert seen(canvas, CENTER - QPoint(4, 0)) == RED
    assert seen(canvas, CENTER + QPoint(4, 0)) == BLUE
    zoom = canvas.zoom
    wheel(canvas, QPoint(0, -120), CENTER)
    assert canvas.zoom < zoom
    assert seen(canvas, CENTER - QPoint(4, 0)) == RED


def test_wheel_stops_at_100_percent(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    zooms: list[float] = []
    canvas.zoom_changed.connect(zooms.append)
    for _ in range(12):
        wheel(canvas, QPoint(0, 120))
    assert {0.5, 1.0, 2.0} <= set(zooms)


def test_touchpad_pans_and_control_zooms(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.zoom_100()
    canvas._camera.zoom_to(0.4)
    left = canvas.picture_area().left()
    wheel(canvas, QPoint(240, 0), pixels=QPoint(20, 0), phase=Qt.ScrollPhase.ScrollUpdate)
    assert canvas.picture_area().left() == left + 20
    assert canvas.zoom == 0.4
    control = Qt.KeyboardModifier.ControlModifier
    wheel(canvas, QPoint(0, 120), pixels=QPoint(0, 20), phase=Qt.ScrollPhase.ScrollUpdate, keys=control)
    assert canvas.zoom > 0.4


def test_pinch_and_smart_zoom(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    fitted, place = canvas.zoom, QPointF(CENTER)
    pad = QPointingDevice.primaryPointingDevice()

    def gesture(kind: Qt.NativeGestureType, value: float) -> None:
        event = QNativeGestureEvent(kind, pad, 2, place, place, place, value, QPointF())
        QApplication.sendEvent(canvas, event)

    gesture(Qt.NativeGestureType.ZoomNativeGesture, -0.05)
    assert canvas.zoom == pytest.approx(fitted * 0.95)
    gesture(Qt.NativeGestureType.SmartZoomNativeGesture, 0)
    assert canvas.is_fitted


@pytest.mark.parametrize("button", [Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton])
def test_dragging_pans(qtbot: QtBot, canvas: CanvasView, button: Qt.MouseButton) -> None:
    canvas.set_photo(plain(RED))
    canvas.zoom_to(0.4)
    place = canvas.picture_area().topLeft()
    drag(qtbot, canvas, CENTER, CENTER + QPoint(30, -20), button)
    assert canvas.picture_area().topLeft() == place + QPointF(30, -20)


def test_space_pans_even_over_the_wipe_handle(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    canvas.set_compare_mode("wipe")
    canvas.zoom_to(0.4)
    canvas.setFocus()
    area, position = canvas.picture_area(), canvas.wipe_position
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    drag(qtbot, canvas, area.center().toPoint(), area.center().toPoint() + QPoint(40, 0), Qt.MouseButton.LeftButton)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.wipe_position == position
    assert canvas.picture_area().left() == area.left() + 40
    assert canvas.cursor().shape() is not Qt.CursorShape.OpenHandCursor


def test_arrows_pan(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.zoom_to(0.4)
    place = canvas.picture_area().topLeft()
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    moved = canvas.picture_area().topLeft() - place
    assert moved.x() > 0 > moved.y()


def test_double_click_goes_between_fit_and_100_percent(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, NO_KEY, CENTER)
    assert canvas.zoom == 1.0
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, NO_KEY, CENTER)
    assert canvas.is_fitted


def test_resizing_keeps_a_fitted_picture_fitted_and_a_zoom_as_it_is(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    fitted = canvas.zoom
    canvas.resize(500, 400)
    assert canvas.is_fitted
    assert canvas.zoom < fitted
    canvas.zoom_100()
    canvas.resize(640, 480)
    assert canvas.zoom == 1.0


# Comparison


def test_another_key_can_be_held_to_see_the_photo(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    canvas.set_peek_keys([QKeySequence("Ctrl+O")])
    QTest.keyPress(canvas, Qt.Key.Key_Backslash)
    assert not canvas.is_peeking
    QTest.keyPress(canvas, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert canvas.is_peeking
    QTest.keyRelease(canvas, Qt.Key.Key_O)
    assert not canvas.is_peeking
    assert canvas.accessibleDescription() == "Shows the result. Hold Ctrl+O to see the photo."


def test_backslash_shows_the_photo_while_it_is_held(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_result_frame(plain(BLUE, 300, 200).pixels)
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Backslash)
    assert seen(canvas, CENTER) == RED
    canvas.set_result_frame(plain(GREEN, 300, 200).pixels)
    assert seen(canvas, CENTER) == RED
    QTest.keyRelease(canvas, Qt.Key.Key_Backslash)
    assert seen(canvas, CENTER) == GREEN


def test_the_held_key_is_not_taken_by_a_shortcut(canvas: CanvasView) -> None:
    action = QAction(canvas)
    action.setShortcut("\\")
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    triggered: list[bool] = []
    action.triggered.connect(triggered.append)
    canvas.addAction(action)
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Backslash)
    assert canvas.is_peeking
    QTest.keyRelease(canvas, Qt.Key.Key_Backslash)
    assert not canvas.is_peeking
    assert triggered == []


def test_losing_the_focus_ends_the_peek(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Backslash)
    canvas.clearFocus()
    assert not canvas.is_peeking


def test_the_wipe_is_dragged_by_its_handle_while_frames_come(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_result_frame(plain(BLUE, 300, 200).pixels)
    canvas.set_compare_mode(CompareMode.WIPE)
    left, right = QPoint(120, 300), QPoint(520, 300)
    assert (seen(canvas, left), seen(canvas, right)) == (RED, BLUE)
    handle = canvas.picture_area().center().toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NO_KEY, handle)
    canvas.set_result_frame(plain(GREEN, 600, 400).pixels)
    QTest.mouseMove(canvas, QPoint(90, 240))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NO_KEY, QPoint(90, 240))
    assert (seen(canvas, left), seen(canvas, right)) == (GREEN, GREEN)
    assert seen(canvas, QPoint(60, 300)) == RED
    assert canvas.is_fitted


def test_the_handle_cannot_leave_the_picture(qtbot: QtBot, canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    canvas.set_compare_mode("wipe")
    drag(qtbot, canvas, CENTER, QPoint(5000, 10), Qt.MouseButton.LeftButton)
    assert canvas.wipe_position == 1.0


def test_side_by_side_shares_one_camera(canvas: CanvasView) -> None:
    canvas.set_photo(split(RED, GREEN, 1200, 800))
    canvas.set_result(split(BLUE, RED, 600, 400))
    canvas.set_compare_mode("side_by_side")
    near, far = QPoint(60, 240), QPoint(260, 240)
    step = QPoint(324, 0)
    assert [seen(canvas, point) for point in (near, far, near + step, far + step)] == [RED, GREEN, BLUE, RED]
    wheel(canvas, QPoint(0, 120), far + step)
    assert [seen(canvas, point) for point in (far, far + step)] == [GREEN, RED]
    assert canvas._camera.to_pane(canvas._camera.to_picture(QPointF(far))).toPoint() == far


def test_sides_can_be_swapped(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    canvas.set_compare_mode("wipe")
    canvas.set_sides_swapped(True)
    assert (seen(canvas, QPoint(120, 300)), seen(canvas, QPoint(520, 300))) == (BLUE, RED)


def test_comparing_waits_for_both_pictures(qtbot: QtBot, canvas: CanvasView) -> None:
    with qtbot.waitSignal(canvas.compare_mode_changed) as told:
        canvas.set_compare_mode("side_by_side")
    assert told.args == ["side_by_side"]
    canvas.set_photo(plain(RED))
    assert seen(canvas, CENTER) == RED
    canvas.set_result(plain(BLUE))
    assert seen(canvas, CENTER) == rgb(QColor(theme.current().canvas))


# The way out


def test_the_result_travels_as_a_file_and_as_pixels(tmp_path: Path, qapp: QApplication) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB888)
    image.fill(QColor(*RED))
    mime = drag_mime(image, tmp_path / "boat.png")
    assert [url.toLocalFile() for url in mime.urls()] == [str(tmp_path / "boat.png")]
    assert QImage(mime.imageData()).size() == image.size()
    assert not drag_mime(image, None).hasUrls()


def test_a_click_on_the_grip_asks_for_an_export(canvas: CanvasView, qtbot: QtBot) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_file_source(lambda: None)
    canvas.set_result(plain(BLUE))
    with qtbot.waitSignal(canvas.export_requested):
        QTest.mouseClick(canvas._grip, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("mode", [CompareMode.SIDE_BY_SIDE, CompareMode.WIPE])
def test_the_grip_stays_on_the_result_when_sides_are_swapped(canvas: CanvasView, mode: CompareMode) -> None:
    canvas.set_photo(plain(RED))
    canvas.set_file_source(lambda: None)
    canvas.set_result(plain(BLUE))
    canvas.set_compare_mode(mode)
    middle = canvas.width() / 2
    assert canvas._grip.geometry().center().x() > middle
    canvas.set_sides_swapped(True)
    assert canvas._grip.geometry().center().x() < middle


def test_control_drag_and_the_grip_carry_a_finished_result_away(
    qtbot: QtBot, canvas: CanvasView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The drag itself belongs to the window system and waits for a drop that nobody makes here.
    carried: list[tuple[int, Path | None]] = []

    def carry(source: CanvasView, image: QImage, path: Path | None) -> None:
        carried.append((image.width(), path))

    monkeypatch.setattr(canvas_view, "drag_out", carry)
    canvas.set_file_source(lambda: tmp_path / "result.png")
    canvas.set_photo(plain(RED))
    control = Qt.KeyboardModifier.ControlModifier
    drag(qtbot, canvas, CENTER, CENTER + QPoint(60, 0), Qt.MouseButton.LeftButton, control)
    canvas.set_result_frame(plain(BLUE, 300, 200).pixels)
    drag(qtbot, canvas, CENTER, CENTER + QPoint(60, 0), Qt.MouseButton.LeftButton, control)
    assert carried == []
    assert not canvas._grip.isVisible()
    canvas.set_result(plain(BLUE, 600, 400))
    drag(qtbot, canvas, CENTER, CENTER + QPoint(60, 0), Qt.MouseButton.LeftButton, control)
    grip = canvas._grip
    assert canvas.picture_area().contains(grip.geometry().center().toPointF())
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, NO_KEY, QPoint(8, 8))
    QTest.mouseMove(grip, QPoint(40, 40))
    assert carried == [(600, tmp_path / "result.png")] * 2


def test_right_click_asks_for_a_menu(qtbot: QtBot, canvas: CanvasView) -> None:
    with qtbot.waitSignal(canvas.context_menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 6), QPoint(50, 60))
        QApplication.sendEvent(canvas, event)
    assert asked.args == [QPoint(50, 60)]


def test_it_says_what_it_shows(canvas: CanvasView) -> None:
    assert canvas.accessibleName()
    told = {canvas.accessibleDescription()}
    canvas.set_photo(plain(RED))
    told.add(canvas.accessibleDescription())
    canvas.set_result_frame(plain(BLUE).pixels)
    told.add(canvas.accessibleDescription())
    canvas.set_result(plain(BLUE))
    told.add(canvas.accessibleDescription())
    assert len(told) == 4


def test_keys_that_qt_has_no_name_for_are_harmless(canvas: CanvasView) -> None:
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.KeyPress, 0x0416, NO_KEY, "Ж")
    QApplication.sendEvent(canvas, event)
    assert not event.isAccepted()


def test_the_keyboard_focus_is_seen(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED))
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert seen(canvas, QPoint(0, 100)) == rgb(theme.accent())
    canvas.clearFocus()
    assert seen(canvas, QPoint(0, 100)) == rgb(QColor(theme.current().canvas))


def test_the_surround_follows_the_theme(canvas: CanvasView, qapp: QApplication) -> None:
    canvas.set_photo(plain(RED))
    dark = seen(canvas, QPoint(2, 2))
    theme.apply_theme(qapp, "light")
    try:
        assert seen(canvas, QPoint(2, 2)) == rgb(QColor(theme.LIGHT.canvas)) != dark
    finally:
        theme.apply_theme(qapp, "dark")
