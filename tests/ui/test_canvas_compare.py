"""Every way of comparing, told by the pixels of real widgets: where one picture is seen, and where the other."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture
from stylegui.ui.canvas import CanvasView, CompareMode
from stylegui.ui.canvas.compare import GAP_PX, MAX_CONTACTS, panes
from stylegui.ui.canvas.modes import Difference, Flicker, Lens
from stylegui.ui.canvas.modes.difference import difference, ramp
from stylegui.ui.canvas.modes.flicker import PACES_HZ
from stylegui.ui.canvas.modes.wipe import Line

RED, BLUE, GREEN, GREY = (200, 30, 30), (30, 30, 200), (30, 160, 60), (120, 120, 120)
CENTER = QPoint(320, 240)
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier

Colour = tuple[int, int, int]


def plain(color: Colour, width: int = 1200, height: int = 800) -> Picture:
    return Picture(np.full((height, width, 3), color, np.uint8), name="plain.png")


def image(color: Colour, width: int = 120, height: int = 80) -> QImage:
    filled = QImage(width, height, QImage.Format.Format_RGB32)
    filled.fill(QColor(*color))
    return filled


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    """A red photo and a blue result, in a window of 640 × 480: the picture lies at (24, 43) and is 592 × 395 large."""
    canvas = CanvasView()
    qtbot.addWidget(canvas)
    canvas.resize(640, 480)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.set_photo(plain(RED))
    canvas.set_result(plain(BLUE))
    return canvas


def rgb(color: QColor) -> Colour:
    return color.red(), color.green(), color.blue()


def seen(canvas: CanvasView, *points: QPoint) -> list[Colour]:
    shown = canvas.grab().toImage()
    return [rgb(shown.pixelColor(point)) for point in points]


def points_of(canvas: CanvasView, colour: Colour) -> int:
    """How many of a coarse grid's points show a colour."""
    shown = canvas.grab().toImage()
    return sum(
        rgb(shown.pixelColor(x, y)) == colour
        for x, y in itertools.product(range(2, canvas.width(), 8), range(2, canvas.height(), 8))
    )


def drag(canvas: CanvasView, start: QPointF, *way: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mousePress(canvas, LEFT, keys, start.toPoint())
    for point in way:
        QTest.mouseMove(canvas, point.toPoint())
    QTest.mouseRelease(canvas, LEFT, keys, way[-1].toPoint())


def wheel(canvas: CanvasView, notches: int, keys: Qt.KeyboardModifier) -> None:
    angle = QPoint(notches * 120, 0) if keys & ALT else QPoint(0, notches * 120)
    place, none = QPointF(CENTER), Qt.MouseButton.NoButton
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(canvas, QWheelEvent(place, place, QPoint(), angle, none, keys, phase, False))


def frame(colour: Colour) -> NDArray[np.uint8]:
    return np.full((80, 120, 3), colour, np.uint8)


# The wipe


@pytest.mark.parametrize(
    ("angle", "first", "second"),
    [
        (0, QPoint(100, 240), QPoint(540, 240)),
        (90, QPoint(200, 150), QPoint(200, 350)),
        (180, QPoint(540, 240), QPoint(100, 240)),
        (-90, QPoint(200, 350), QPoint(200, 150)),
        (45, QPoint(180, 150), QPoint(460, 340)),
        (135, QPoint(460, 150), QPoint(180, 340)),
    ],
)
def test_the_wipe_parts_the_picture_at_any_angle(canvas: CanvasView, angle: int, first: QPoint, second: QPoint) -> None:
    canvas.set_compare_mode("wipe")
    canvas.set_wipe_angle(angle)
    assert seen(canvas, first, second) == [RED, BLUE]
    canvas.set_sides_swapped(True)
    assert seen(canvas, first, second) == [BLUE, RED]


def test_dragging_an_end_turns_the_line_about_its_middle_and_snaps(canvas: CanvasView) -> None:
    canvas.set_compare_mode("wipe")
    area = canvas.picture_area()
    end, middle = QPointF(area.center().x(), area.top() + 32), area.center()
    drag(canvas, end, middle + QPointF(120, -100), middle + QPointF(150, -3))
    assert canvas.wipe_angle == 90
    assert seen(canvas, QPoint(100, 140), QPoint(100, 340)) == [RED, BLUE]
    assert canvas.wipe_position == pytest.approx(0.5, abs=0.01)
    drag(canvas, QPointF(area.left() + 32, middle.y()), middle + QPointF(-100, 40), middle + QPointF(-101, 60))
    assert canvas.wipe_angle == pytest.approx(90 - np.degrees(np.arctan2(60, 101)), abs=1.5)


def test_shift_turns_the_line_from_anywhere_and_near_the_middle_nothing_jumps(canvas: CanvasView) -> None:
    canvas.set_compare_mode("wipe")
    middle = canvas.picture_area().center()
    drag(canvas, middle, middle + QPointF(3, 4), keys=SHIFT)
    assert canvas.wipe_angle == 0
    drag(canvas, middle + QPointF(0, 80), middle + QPointF(-60, 60), keys=SHIFT)
    assert canvas.wipe_angle == 45


def test_the_line_is_moved_across_itself_however_it_is_turned(canvas: CanvasView) -> None:
    canvas.set_compare_mode("wipe")
    canvas.turn_wipe()
    assert canvas.wipe_angle == 90
    middle = canvas.picture_area().center()
    drag(canvas, middle + QPointF(90, 0), middle + QPointF(140, 100))
    assert canvas.wipe_angle == 90
    assert seen(canvas, QPoint(100, 320), QPoint(100, 370)) == [RED, BLUE]
    canvas.turn_wipe()
    assert canvas.wipe_angle == 0


def test_the_line_keeps_its_place_in_the_view_while_frames_come_and_the_picture_moves(canvas: CanvasView) -> None:
    canvas.set_compare_mode("wipe")
    canvas.set_wipe_angle(30)
    canvas.zoom_to(2.0)
    before = canvas.wipe_position, points_of(canvas, RED)
    canvas.set_result_frame(frame(GREEN))
    canvas.pan(QPointF(40, 10))
    assert (canvas.wipe_position, points_of(canvas, RED)) == before
    assert points_of(canvas, BLUE) == 0
    assert points_of(canvas, GREEN) > 1000


@pytest.mark.parametrize("angle", [0, 20, 45, 77, 90, 135, 180, -60])
@pytest.mark.parametrize("position", [0.0, 0.3, 1.0])
def test_a_line_goes_through_its_point_and_stays_in_the_picture(angle: float, position: float) -> None:
    area, line = QRectF(20, 30, 400, 250), Line(position, angle)
    chord = line.chord(area)
    roomy = area.adjusted(-1, -1, 1, 1)
    assert roomy.contains(chord.p1())
    assert roomy.contains(chord.p2())
    if 0 < position < 1:
        assert chord.length() > 100
        assert abs(line.distance(chord.center(), area)) < 1e-6
        assert line.through(chord.center(), area).position == pytest.approx(position, abs=0.005)


def test_both_labels_are_seen_at_every_angle_and_lie_on_their_own_side(canvas: CanvasView) -> None:
    canvas.set_file_source(lambda: None)
    canvas.set_compare_mode("wipe")
    area = canvas.picture_area()
    for angle in range(-180, 180, 15):
        canvas.set_wipe_angle(angle)
        placed = canvas.active_mode.labels()
        assert len(placed) == 2, angle
        line = Line(0.5, angle)
        sides = [line.distance(label.rect(canvas.active_mode.font).center(), area) for label in placed]
        assert sides[0] < 0 < sides[1], angle
        for label in placed:
            whole = label.rect(canvas.active_mode.font).toAlignedRect()
            assert not whole.intersects(canvas._grip.geometry()), angle


# Side by side


def test_pictures_stand_above_each_other_where_that_makes_them_larger(canvas: CanvasView) -> None:
    canvas.set_photo(plain(RED, 1600, 500))
    canvas.set_result(plain(BLUE, 1600, 500))
    canvas.set_compare_mode("side_by_side")
    assert seen(canvas, QPoint(320, 120), QPoint(320, 360)) == [RED, BLUE]
    assert "above" in canvas.accessibleDescription()


@pytest.mark.parametrize("count", range(1, MAX_CONTACTS + 1))
@pytest.mark.parametrize("picture", [QSize(1200, 800), QSize(600, 1200), QSize(2000, 500)])
def test_panes_are_of_one_size_apart_and_within_the_canvas(count: int, picture: QSize) -> None:
    found = panes(count, QSize(811, 607), picture)
    assert len(found) == count
    assert {pane.size().toTuple() for pane in found} == {found[0].size().toTuple()}
    assert all(QRect(0, 0, 811, 607).contains(pane) for pane in found)
    for one, other in itertools.combinations(found, 2):
        grown = one.adjusted(-GAP_PX + 1, -GAP_PX + 1, GAP_PX - 1, GAP_PX - 1)
        assert not grown.intersects(other)


# Flicker


def test_flicker_takes_turns_while_frames_come(canvas: CanvasView, qtbot: QtBot) -> None:
    canvas.set_compare_mode("flicker")
    mode = canvas.active_mode
    assert isinstance(mode, Flicker)
    assert seen(canvas, CENTER) == [BLUE]
    canvas.adjust_comparison(5)
    assert mode.pace_hz == max(PACES_HZ) <= 3
    qtbot.waitUntil(lambda: seen(canvas, CENTER) == [RED])
    canvas.set_result_frame(frame(GREEN))
    qtbot.waitUntil(lambda: seen(canvas, CENTER) == [GREEN])
    qtbot.waitUntil(lambda: seen(canvas, CENTER) == [RED])
    canvas.set_compare_mode("off")
    assert not mode.is_running


def test_with_reduced_motion_flicker_stands_still_until_enter(canvas: CanvasView) -> None:
    canvas.set_reduced_motion(True)
    canvas.set_compare_mode("flicker")
    mode = canvas.active_mode
    assert isinstance(mode, Flicker)
    assert not mode.is_running
    assert seen(canvas, CENTER) == [BLUE]
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert seen(canvas, CENTER) == [RED]
    canvas.set_reduced_motion(False)
    assert mode.is_running


# Difference


def ready(canvas: CanvasView) -> bool:
    mode = canvas.active_mode
    return isinstance(mode, Difference) and mode.is_ready


def test_the_difference_is_dark_where_pictures_agree_and_light_where_not(canvas: CanvasView, qtbot: QtBot) -> None:
    pixels = np.full((800, 1200, 3), RED, np.uint8)
    pixels[:, 600:] = (200, 30, 130)
    canvas.set_result(Picture(pixels))
    canvas.set_compare_mode("difference")
    qtbot.waitUntil(lambda: ready(canvas))
    same, apart = seen(canvas, QPoint(150, 240), QPoint(500, 240))
    colours = [QColor.fromRgb(int(packed)) for packed in ramp(2)]
    assert (same, apart) == (rgb(colours[0]), rgb(colours[100]))
    canvas.adjust_comparison(-1)
    qtbot.waitUntil(lambda: seen(canvas, QPoint(500, 240)) == [rgb(QColor.fromRgb(int(ramp(1)[100])))])


def test_a_new_frame_brings_a_new_difference(canvas: CanvasView, qtbot: QtBot) -> None:
    canvas.set_compare_mode("difference")
    qtbot.waitUntil(lambda: ready(canvas))
    for colour in (RED, GREEN, RED):
        canvas.set_result_frame(frame(colour))
        wanted = rgb(QColor.fromRgb(int(ramp(2)[max(abs(a - b) for a, b in zip(RED, colour, strict=True))])))
        qtbot.waitUntil(lambda wanted=wanted: seen(canvas, CENTER) == [wanted])  # type: ignore[misc]


def test_only_what_is_visible_is_compared(canvas: CanvasView, qtbot: QtBot) -> None:
    canvas.set_compare_mode("difference")
    canvas.zoom_to(8.0)
    mode = canvas.active_mode
    assert isinstance(mode, Difference)
    qtbot.waitUntil(lambda: ready(canvas))
    assert mode._image.size() == canvas.size()
    canvas.set_compare_mode("off")
    assert mode._image.isNull(), "the memory is given back"


def test_the_ramp_grows_lighter_and_the_largest_channel_counts() -> None:
    levels = ramp(1)
    lightness = [QColor.fromRgb(int(packed)).toHsl().lightness() for packed in levels]
    assert lightness == sorted(lightness)
    first = np.zeros((1, 2, 4), np.uint8)
    second = np.array([[[0, 40, 7, 255], [9, 0, 0, 255]]], np.uint8)
    second[..., 3] = 0
    assert difference(first, second, np.arange(256, dtype=np.uint32)).tolist() == [[40, 9]]


def test_two_fingers_on_a_touch_screen_move_and_zoom(canvas: CanvasView) -> None:
    canvas.set_compare_mode("wipe")
    touch, zoom = QTest.createTouchDevice(), canvas.zoom
    held = canvas._camera.to_picture(QPointF(CENTER))
    QTest.touchEvent(canvas, touch).press(0, CENTER - QPoint(40, 0)).press(1, CENTER + QPoint(40, 0)).commit()
    for reach in (60, 90, 120):
        left, right = CENTER - QPoint(reach, 0), CENTER + QPoint(reach, 0)
        QTest.touchEvent(canvas, touch).move(0, left).move(1, right).commit()
    QTest.touchEvent(canvas, touch).release(0, left).release(1, right).commit()
    assert canvas.zoom > 1.5 * zoom
    assert (canvas._camera.to_picture(QPointF(CENTER)) - held).manhattanLength() < 20
    assert canvas.wipe_position == 0.5


# The lens


def test_the_lens_shows_the_other_picture_at_the_pointer(canvas: CanvasView) -> None:
    canvas.set_compare_mode("lens")
    QTest.mouseMove(canvas, QPoint(200, 240))
    assert seen(canvas, QPoint(200, 240), QPoint(200, 300), QPoint(420, 240)) == [RED, RED, BLUE]
    QTest.mouseMove(canvas, QPoint(420, 240))
    assert seen(canvas, QPoint(200, 240), QPoint(420, 240)) == [BLUE, RED]
    canvas.set_result_frame(frame(GREEN))
    assert seen(canvas, QPoint(200, 240), QPoint(420, 240)) == [GREEN, RED]


def test_alt_and_wheel_size_the_lens_and_with_shift_magnify(canvas: CanvasView) -> None:
    pixels = np.full((800, 1200, 3), RED, np.uint8)
    pixels[:, 660:] = GREY
    canvas.set_photo(Picture(pixels))
    canvas.set_result(plain(BLUE))
    canvas.set_compare_mode("lens")
    QTest.mouseMove(canvas, CENTER)
    mode, before = canvas.active_mode, points_of(canvas, BLUE)
    assert isinstance(mode, Lens)
    zoom = canvas.zoom
    wheel(canvas, 1, ALT)
    assert points_of(canvas, BLUE) < before
    assert seen(canvas, CENTER + QPoint(20, 0), CENTER + QPoint(60, 0)) == [RED, GREY]
    wheel(canvas, 2, ALT | SHIFT)
    assert mode.magnification == 2
    # The edge, 30 pixels from the middle, is now 60 away from it.
    assert seen(canvas, CENTER + QPoint(50, 0), CENTER + QPoint(70, 0)) == [RED, GREY]
    assert canvas.zoom == zoom


# What the result is compared with


@pytest.mark.parametrize("mode", ["wipe", "side_by_side", "lens", "flicker"])
def test_anything_can_be_what_the_result_is_compared_with(canvas: CanvasView, mode: str) -> None:
    canvas.set_reference(image(GREEN), "Version 2")
    canvas.set_compare_mode(mode)
    if mode == "flicker":
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert points_of(canvas, GREEN) > 100
    assert points_of(canvas, RED) == 0
    assert canvas._chooser.isVisible()
    assert canvas._chooser.accessibleName() == "Compared with: Version 2"
    assert "Version 2" in canvas.accessibleDescription()
    canvas.set_reference(None)
    if mode == "flicker":
        assert canvas._chooser.accessibleName() == "Compared with: Photo"
    else:
        assert points_of(canvas, RED) > 100


def test_another_shape_is_kept(canvas: CanvasView) -> None:
    canvas.set_reference(image(GREEN, 60, 60), "Style")
    canvas.set_compare_mode("side_by_side")
    pane = canvas.panes()[0]
    area = canvas.picture_area(pane)
    middle, aside = area.center().toPoint(), QPoint(round(area.left()) + 10, round(area.center().y()))
    assert seen(canvas, middle)[0] == GREEN
    assert seen(canvas, aside)[0] not in (GREEN, RED, BLUE)


def test_holding_the_key_shows_what_the_result_is_compared_with(canvas: CanvasView) -> None:
    canvas.set_reference(image(GREEN), "Version 2")
    for mode in ("off", "wipe", "difference", "lens"):
        canvas.set_compare_mode(mode)
        QTest.keyPress(canvas, Qt.Key.Key_Backslash)
        assert seen(canvas, QPoint(150, 200), QPoint(500, 300)) == [GREEN, GREEN], mode
        QTest.keyRelease(canvas, Qt.Key.Key_Backslash)


def test_the_chooser_asks_for_its_menu_by_mouse_and_keyboard(canvas: CanvasView, qtbot: QtBot) -> None:
    canvas.set_compare_mode("wipe")
    with qtbot.waitSignal(canvas.reference_menu_requested):
        QTest.mouseClick(canvas._chooser, LEFT)
    canvas._chooser.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(canvas.reference_menu_requested):
        QTest.keyClick(canvas._chooser, Qt.Key.Key_Space)
    canvas.set_compare_mode("off")
    assert not canvas._chooser.isVisible()


def test_a_glimpse_takes_the_place_of_everything_until_it_ends(canvas: CanvasView) -> None:
    canvas.set_compare_mode("side_by_side")
    canvas.set_glimpse(image(GREEN), "Version 1")
    assert seen(canvas, CENTER, QPoint(150, 300)) == [GREEN, GREEN]
    canvas.set_glimpse(None)
    assert points_of(canvas, GREEN) == 0
    assert points_of(canvas, RED) > 100


def test_a_new_photo_forgets_what_the_last_was_compared_with(canvas: CanvasView) -> None:
    canvas.set_reference(image(GREEN), "Version 2")
    canvas.set_photo(plain(GREY))
    canvas.set_result(plain(BLUE))
    canvas.set_compare_mode("wipe")
    assert points_of(canvas, GREEN) == 0
    assert canvas.reference_label == "Photo"


# What is kept


def test_what_was_set_comes_back_and_nonsense_does_no_harm(canvas: CanvasView, qtbot: QtBot) -> None:
    canvas.set_compare_mode(CompareMode.WIPE)
    canvas.set_wipe_angle(37.5)
    canvas.set_wipe_position(0.25)
    canvas.set_compare_mode(CompareMode.LENS)
    canvas.adjust_comparison(1)
    canvas.adjust_comparison(3, fine=True)
    kept = canvas.comparison_state()
    other = CanvasView()
    qtbot.addWidget(other)
    other.restore_comparison(kept)
    assert (other.wipe_angle, other.wipe_position) == (37.5, 0.25)
    assert other.comparison_state()["lens"]["magnification"] == kept["lens"]["magnification"] == 3
    nonsense = {"wipe": {"angle": 725.0, "position": 9.0}, "flicker": {"pace": 99.0}, "lens": {"radius_px": -5.0}}
    other.restore_comparison(nonsense)
    assert (other.wipe_angle, other.wipe_position) == (5, 1)
    assert other.comparison_state()["flicker"]["pace"] == 3


def test_every_way_says_what_is_seen(canvas: CanvasView) -> None:
    canvas.set_contact([(image(GREEN), "Version 1", "a"), (image(GREY), "Version 2", "b")])
    told = set()
    for mode in CompareMode:
        canvas.set_compare_mode(mode)
        told.add(canvas.accessibleDescription())
    assert len(told) == len(CompareMode)
    assert all(told)
