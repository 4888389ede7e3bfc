"""The mixer pad under the hand: mouse, keys, menu, both directions of reading, any width."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeySequence, QPixmap, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stylegui.ui import theme
from stylegui.ui.parameters.mixer import MixerPad

TITLES = ("Night wind", "Great wave", "Kilim", "Green fire")
LEFT = Qt.MouseButton.LeftButton
MakePad = Callable[..., MixerPad]


@pytest.fixture
def make_pad(qtbot: QtBot) -> MakePad:
    """A shown pad for so many styles, in a window of its own."""
    windows = []  # qtbot does not keep them

    def make(count: int, width: int = 292, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> MixerPad:
        window = QWidget()
        window.setLayoutDirection(direction)
        pad = MixerPad(TITLES[:count])
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pad)
        layout.addStretch(1)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(width, 400)
        window.show()
        qtbot.waitExposed(window)
        return pad

    return make


def heard(signal: Any) -> list[tuple[Any, ...]]:
    """A list to which every emission adds what it carried."""
    emitted: list[tuple[Any, ...]] = []
    signal.connect(lambda *carried: emitted.append(carried))
    return emitted


def at(pad: MixerPad) -> QPoint:
    return pad.field.point_px().toPoint()


def only(index: int, count: int) -> object:
    return pytest.approx(np.eye(count)[index], abs=1e-3)


def middle_of(widget: QWidget, pad: MixerPad) -> QPoint:
    return widget.mapTo(pad, widget.rect().center())


class TestMouse:
    @pytest.mark.parametrize("count", [2, 3, 4])
    def test_the_point_goes_where_it_is_dragged(self, make_pad: MakePad, qtbot: QtBot, count: int) -> None:
        pad = make_pad(count)
        moved, rested = heard(pad.moved), heard(pad.rested)
        start = at(pad)
        qtbot.mousePress(pad.field, LEFT, pos=start)
        assert len(moved) == 0, "taking the point does not move it"
        for step in (5, 10, 400):
            qtbot.mouseMove(pad.field, start + QPoint(step, step if count == 4 else 0))
        assert len(rested) == 0
        qtbot.mouseRelease(pad.field, LEFT, pos=start)
        assert len(rested) == 1
        assert len(moved) == 3
        if count != 3:
            assert pad.field.shares == only(count - 1, count)
        assert moved[2][0] == pad.field.shares
        assert min(pad.field.shares) > 0

    def test_a_press_beside_the_point_brings_it_there(self, make_pad: MakePad, qtbot: QtBot) -> None:
        pad = make_pad(4)
        aim = at(pad) + QPoint(-40, 30)
        qtbot.mouseClick(pad.field, LEFT, pos=aim)
        assert (pad.field.point_px() - QPointF(aim)).manhattanLength() < 1e-6

    def test_beside_the_triangle_nothing_happens(self, make_pad: MakePad, qtbot: QtBot) -> None:
        pad = make_pad(3)
        moved = heard(pad.moved)
        qtbot.mouseClick(pad.field, LEFT, pos=QPoint(4, 4))
        qtbot.mouseClick(pad.field, Qt.MouseButton.MiddleButton, pos=at(pad) + QPoint(20, 0))
        assert len(moved) == 0

    def test_a_double_click_mixes_equal_parts(self, make_pad: MakePad, qtbot: QtBot) -> None:
        pad = make_pad(3)
        pad.set_shares([0.8, 0.1, 0.1])
        qtbot.mouseDClick(pad.field, LEFT, pos=at(pad))
        assert pad.field.shares == pytest.approx([1 / 3] * 3)

    @pytest.mark.parametrize("count", [2, 3, 4])
    def test_a_click_on_a_corner_leaves_nothing_else(self, make_pad: MakePad, qtbot: QtBot, count: int) -> None:
        pad = make_pad(count)
        for index, corner in enumerate(pad.corners):
            with qtbot.waitSignals([pad.moved, pad.rested]):
                qtbot.mouseClick(corner, LEFT)
            assert pad.field.shares == only(index, count)
            assert [c.accessibleDescription() == "100 %" for c in pad.corners] == [i == index for i in range(count)]

    def test_escape_takes_a_drag_back(self, make_pad: MakePad, qtbot: QtBot) -> None:
        pad = make_pad(2)
        pad.set_shares([0.3, 0.7])
        qtbot.mousePress(pad.field, LEFT, pos=at(pad))
        qtbot.mouseMove(pad.field, at(pad) + QPoint(-30, 0))
        assert pad.field.shares != [0.3, 0.7]
        moved, rested = heard(pad.moved), heard(pad.rested)
        qtbot.keyClick(pad.field, Qt.Key.Key_Escape)
        assert not pad.held
        assert moved[0][0] == pad.field.shares == [0.3, 0.7]
        assert len(rested) == 1

    def test_news_from_outside_leave_the_point_in_the_hand(self, make_pad: MakePad, qtbot: QtBot) -> None:
        pad = make_pad(2)
        qtbot.mousePress(pad.field, LEFT, pos=at(pad))
        pad.set_shares([0.9, 0.1])
        assert pad.field.shares == [0.5, 0.5]
        qtbot.mouseRelease(pad.field, LEFT, pos=at(pad))
        pad.set_shares([0.9, 0.1])
        assert pad.field.shares == [0.9, 0.1]

    def test_the_wheel_is_left_to_the_panel(self, make_pad: MakePad) -> None:
        pad = make_pad(4)
        pad.field.setFocus()
        centre = QPointF(pad.field.rect().center())
        wheel = QWheelEvent(
            centre,
            pad.field.mapToGlobal(centre),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(pad.field, wheel)
        assert not wheel.isAccepted()
        assert pad.field.shares == [0.25] * 4


class TestKeys:
    def test_arrows_move_by_one_and_with_shift_by_ten(self, make_pad: MakePad, qtbot: QtBot) -> None:
        pad = make_pad(2)
        pad.field.setFocus()
        qtbot.keyClick(pad.field, Qt.Key.Key_Right)
        assert pad.field.shares == pytest.approx([0.49, 0.51])
        qtbot.keyClick(pad.field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        assert pad.field.shares == pytest.approx([0.59, 0.41])
        qtbot.keyClick(pad.field, Qt.Key.Key_Home)
        assert pad.field.shares == pytest.approx([0.5, 0.5])

    @pytest.mark.parametrize("count", [3, 4])
    def test_every_corner_can_be_reached(self, make_pad: MakePad, qtbot: QtBot, count: int) -> None:
        pad = make_pad(count)
        pad.field.setFocus()
        key, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
        ways = {
            3: [(key.Key_Up,), (key.Key_Down, key.Key_Left), (key.Key_Right,)],
            4: [(key.Key_Up, key.Key_Left), (key.Key_Right,), (key.Key_Down, key.Key_Left), (key.Key_Right,)],
        }[count]
        for index, way in enumerate(ways):
            for arrow in way:
                for _ in range(30):
                    qtbot.keyClick(pad.field, arrow, shift)
            assert pad.field.shares == only(index, count)

    def test_a_held_key_is_one_change(self, make_pad: MakePad, qtbot: QtBot) -> None:
        pad = make_pad(4)
        pad.field.setFocus()
        qtbot.waitUntil(pad.field.hasFocus)
        rested = heard(pad.rested)
        for _ in range(5):
            qtbot.keyPress(pad.field, Qt.Key.Key_Down)
        assert len(rested) == 0
        qtbot.keyRelease(pad.field, Qt.Key.Key_Down)
        assert len(rested) == 1
        qtbot.keyPress(pad.field, Qt.Key.Key_Down)
        pad.field.clearFocus()
        assert len(rested) == 2, "also where the focus goes away before the key comes up"

    def test_keys_of_the_window_wait_while_the_pad_has_the_focus(self, make_pad: MakePad, qtbot: QtBot) -> None:
        pad = make_pad(2)
        shortcut = QShortcut(QKeySequence("Right"), pad.window())
        stolen = heard(shortcut.activated)
        pad.field.setFocus()
        qtbot.waitUntil(pad.field.hasFocus)
        qtbot.keyClick(pad.field, Qt.Key.Key_Right)
        assert pad.field.shares == pytest.approx([0.49, 0.51])
        assert len(stolen) == 0

    def test_the_menu_does_all_that_a_click_does(self, make_pad: MakePad) -> None:
        pad = make_pad(3)
        pad.field.setFocus()
        for entry, shares in (("Nothing but “Great wave”", only(1, 3)), ("Equal parts", pytest.approx([1 / 3] * 3))):
            pad.field.show_menu(pad.field.mapToGlobal(at(pad)))
            menu = pad.field.findChildren(QMenu)[-1]
            next(action for action in menu.actions() if action.text() == entry).trigger()
            menu.close()
            assert pad.field.shares == shares


class TestWords:
    def test_the_mix_is_told(self, make_pad: MakePad) -> None:
        pad = make_pad(3)
        pad.set_shares([0.5, 0.3, 0.2])
        assert pad.field.accessibleName() == "Mix of the styles"
        assert pad.field.accessibleDescription() == "Night wind 50 %, Great wave 30 %, Kilim 20 %"
        assert [corner.accessibleDescription() for corner in pad.corners] == ["50 %", "30 %", "20 %"]
        assert all(title in corner.accessibleName() for title, corner in zip(TITLES, pad.corners, strict=False))
        pad.set_titles(["A", "B", "C"])
        assert pad.field.accessibleDescription() == "A 50 %, B 30 %, C 20 %"
        assert "“B”" in pad.corners[1].toolTip()


class TestPlaces:
    @pytest.mark.parametrize("count", [2, 3, 4])
    @pytest.mark.parametrize("width", [240, 281, 292, 700])
    def test_nothing_is_cut_off_and_nothing_overlaps(self, make_pad: MakePad, count: int, width: int) -> None:
        pad = make_pad(count, width)
        assert pad.width() == width
        parts = [pad.field, *pad.corners]
        for number, part in enumerate(parts):
            assert pad.rect().contains(part.geometry())
            for other in parts[number + 1 :]:
                assert not part.geometry().intersects(other.geometry())
        assert pad.height() == pad.heightForWidth(width)
        assert pad.height() < 320

    @pytest.mark.parametrize("count", [2, 3, 4])
    def test_reading_from_the_right_all_is_mirrored(self, make_pad: MakePad, qtbot: QtBot, count: int) -> None:
        rtl = make_pad(count, direction=Qt.LayoutDirection.RightToLeft)
        ltr = make_pad(count)
        for mirrored, plain in zip(rtl.corners, ltr.corners, strict=True):
            assert mirrored.geometry().left() == ltr.width() - 1 - plain.geometry().right()
        for index, corner in enumerate(rtl.corners):
            rtl.set_shares(np.eye(count)[index].tolist())
            way = middle_of(corner, rtl) - rtl.field.mapTo(rtl, at(rtl))
            others = [middle_of(other, rtl) - rtl.field.mapTo(rtl, at(rtl)) for other in rtl.corners]
            assert way.manhattanLength() == min(other.manhattanLength() for other in others)
        rtl.set_shares([1 / count] * count)
        before = at(rtl)
        qtbot.keyClick(rtl.field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        assert at(rtl).x() < before.x(), "an arrow goes where it points"
        rtl.window().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        assert [c.geometry() for c in rtl.corners] == [c.geometry() for c in ltr.corners]


class TestLooks:
    def test_the_field_has_the_colours_of_the_pictures(self, make_pad: MakePad) -> None:
        pad = make_pad(2)
        for index, colour in enumerate(("#d02020", "#2030d0")):
            picture = QPixmap(40, 30)
            picture.fill(QColor(colour))
            pad.set_thumbnail(index, picture)
        image = pad.field.grab().toImage()
        y = image.height() // 2
        left, right = image.pixelColor(14, y), image.pixelColor(image.width() - 14, y)
        assert left.red() > left.blue() + 80
        assert right.blue() > right.red() + 80
        corner = pad.corners[0].grab().toImage()
        assert corner.pixelColor(corner.width() // 2, 20) == QColor("#d02020")

    @pytest.mark.parametrize("choice", ["dark", "light"])
    @pytest.mark.parametrize("count", [2, 3, 4])
    def test_the_focus_is_seen(self, make_pad: MakePad, qtbot: QtBot, choice: theme.Choice, count: int) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply_theme(app, choice)
        pad = make_pad(count)
        pad.field.setFocus()
        qtbot.waitUntil(pad.field.hasFocus)
        image = pad.field.grab().toImage()
        bottom = [image.pixelColor(image.width() // 2, image.height() - 1 - y) for y in range(4)]
        assert theme.accent() in bottom

    def test_a_mix_that_no_point_means_has_a_broken_ring(self, make_pad: MakePad) -> None:
        pad = make_pad(4)
        whole = pad.field.grab().toImage()
        pad.set_shares([0.5, 0, 0, 0.5])
        assert at(pad) == pad.field.rect().center() or (at(pad) - pad.field.rect().center()).manhattanLength() <= 2
        assert pad.field.grab().toImage() != whole
