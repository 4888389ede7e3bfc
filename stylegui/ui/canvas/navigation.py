"""Moving about in the picture with mouse, wheel, touchpad, touch screen and keys, and handing on what modes want."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from stylegui.ui.canvas import look
from stylegui.ui.canvas.stage import Stage

ZOOM_PER_NOTCH = 1.2
NOTCH = 120
ARROW_PAN_PX = 8 * look.UNIT_PX
ARROWS = {
    Qt.Key.Key_Left: QPointF(ARROW_PAN_PX, 0),
    Qt.Key.Key_Right: QPointF(-ARROW_PAN_PX, 0),
    Qt.Key.Key_Up: QPointF(0, ARROW_PAN_PX),
    Qt.Key.Key_Down: QPointF(0, -ARROW_PAN_PX),
}
NO_MODIFIERS = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)

Grab = Literal["pan", "mode"]


class Navigable(Stage):
    """A stage that the hand moves about in. What it does with the picture itself is left to subclasses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grab: Grab | None = None
        self._grabbed_at = QPointF()
        self._space_held = False
        self._turned = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def toggle_fit(self, at: QPointF | None = None) -> None:
        """From fitted to 100 % and back."""
        if self.is_fitted:
            self.zoom_to(1.0, at)
        else:
            self.fit()

    def camera_taken(self) -> None:
        """The hand moved the camera. To extend."""

    def update_cursor(self, point: QPointF) -> None:
        """The pointer's shape says what a press would do."""
        shape = None if self._space_held or self._grab == "pan" else self.active_mode.cursor(point)
        if self._grab == "pan":
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space_held:
            shape = Qt.CursorShape.OpenHandCursor
        if shape is None:
            self.unsetCursor()
        elif isinstance(shape, QCursor) or self.cursor().shape() is not shape:
            self.setCursor(shape)

    def _take(self, event: QMouseEvent) -> Grab | None:
        """What a press starts."""
        if not self.has_photo and not self.has_result:
            return None
        if event.button() is Qt.MouseButton.MiddleButton:
            return "pan"
        if event.button() is not Qt.MouseButton.LeftButton:
            return None
        if not self._space_held and self.active_mode.press(event.position(), event.modifiers()):
            return "mode"
        return "pan"

    def let_go(self) -> None:
        """End whatever is held."""
        if self._grab == "mode":
            self.active_mode.release()
        self._grab = None

    def _zoom_by(self, factor: float, at: QPointF) -> None:
        if self.has_photo or self.has_result:
            self._camera.zoom_by(factor, self.in_pane(at))
            self.camera_moved()
            self.camera_taken()

    def _pan_by(self, delta: QPointF) -> None:
        self.pan(delta)
        self.camera_taken()

    def _adjust_by(self, angle: int, *, fine: bool) -> None:
        """A notch is a step; touchpads and fine wheels give parts of one."""
        self._turned = self._turned + angle if self._turned * angle >= 0 else angle
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        if steps:
            self.adjust_comparison(steps, fine=fine)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grab = self._take(event)
        if grab is None:
            super().mousePressEvent(event)
            return
        self._grab, self._grabbed_at = grab, event.position()
        self.update_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._grab == "pan":
            self._pan_by(point - self._grabbed_at)
            self._grabbed_at = point
        elif self._grab == "mode":
            self.active_mode.drag(point, event.modifiers())
        if self._grab != "mode":
            self.active_mode.hover(None if self._space_held else point)
        self.update_cursor(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.let_go()
        self.update_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self.active_mode.double_click(event.position()):
            self.toggle_fit(event.position())
            self.camera_taken()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._grab is None:
            self.active_mode.hover(None)

    # Wheel and touchpad

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms; two fingers on a touchpad pan. Control always zooms, Shift pans sideways, Alt adjusts."""
        angle, pixels = event.angleDelta(), event.pixelDelta()
        modifiers = event.modifiers()
        touchpad = (
            event.phase() is not Qt.ScrollPhase.NoScrollPhase
            or event.device().type() is QPointingDevice.DeviceType.TouchPad
        )
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            # With Alt held, a wheel is told as if it went sideways.
            self._adjust_by(angle.y() or angle.x(), fine=shift)
        elif shift and not touchpad:
            self._pan_by(QPointF((angle.x() or angle.y()) / NOTCH * ARROW_PAN_PX, 0))
        elif touchpad and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self._pan_by(QPointF(pixels) if not pixels.isNull() else QPointF(angle) / NOTCH * ARROW_PAN_PX)
        elif angle.y():
            self._zoom_by(ZOOM_PER_NOTCH ** (angle.y() / NOTCH), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self.keeps_key(event):
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom_by(max(1 + event.value(), 0.1), event.position())
                return True
            if event.gestureType() is Qt.NativeGestureType.SmartZoomNativeGesture:
                self.toggle_fit(event.position())
                self.camera_taken()
                return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinch(pinch)
                return True
        return super().event(event)

    def _pinch(self, pinch: QPinchGesture) -> None:
        """Two fingers on a touch screen move and zoom at once."""
        self.let_go()
        center = QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint()))
        before = QPointF(self.mapFromGlobal(pinch.lastCenterPoint().toPoint()))
        if not pinch.lastCenterPoint().isNull():
            self._pan_by(center - before)
        if pinch.scaleFactor() > 0:
            self._zoom_by(pinch.scaleFactor(), center)

    # Keys

    def keeps_key(self, event: QKeyEvent) -> bool:
        """Whether a key counts here before shortcuts see it: one that is held, or that the mode wants. To extend."""
        return self._is_space(event) or self.active_mode.wants_key(event)

    @staticmethod
    def _is_space(event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.active_mode.key(event):
            return
        if key == Qt.Key.Key_Space:
            self._space_held = True
            self.active_mode.hover(None)
            self.update_cursor(QPointF(self.mapFromGlobal(self.cursor().pos())))
        elif key in ARROWS and not event.modifiers() & NO_MODIFIERS:
            self._pan_by(ARROWS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space_held = False
                self.update_cursor(QPointF(self.mapFromGlobal(self.cursor().pos())))
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere is never reported: let go of it now."""
        self._space_held = False
        super().focusOutEvent(event)
