"""The canvas as the artist meets it: the stage with mouse, keys, touchpad, drag and drop, and what floats above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from stylegui.ui.canvas import look
from stylegui.ui.canvas.banner import Banner, Kind
from stylegui.ui.canvas.camera import FIT_MARGIN_PX
from stylegui.ui.canvas.drag_out import FileSource, Grip, drag_out, dragged_far
from stylegui.ui.canvas.drops import DropZones
from stylegui.ui.canvas.hud import Hud
from stylegui.ui.canvas.stage import Stage
from stylegui.ui.canvas.way_back import WayBack
from stylegui.ui.canvas.welcome import Welcome

ZOOM_PER_NOTCH = 1.2
NOTCH = 120
ARROW_PAN_PX = 8 * look.UNIT_PX
HUD_INSET_PX = FIT_MARGIN_PX + round(1.5 * look.UNIT_PX)
ARROWS = {
    Qt.Key.Key_Left: QPointF(ARROW_PAN_PX, 0),
    Qt.Key.Key_Right: QPointF(-ARROW_PAN_PX, 0),
    Qt.Key.Key_Up: QPointF(0, ARROW_PAN_PX),
    Qt.Key.Key_Down: QPointF(0, -ARROW_PAN_PX),
}
KEYBOARD_FOCUS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)

Grab = Literal["pan", "wipe", "out"]


class CanvasView(Stage):
    """Photo and result with everything around them. It decides nothing: it shows, and tells what the user asked for.

    Dropped pictures come as a list of `Path` (files) and `bytes` (the content of an image file), gallery styles as a
    list of ids (`str`).
    """

    photo_dropped = Signal(object)
    styles_dropped = Signal(object)
    both_dropped = Signal(object, object)
    drop_refused = Signal(str)
    open_photo_requested = Signal()
    sample_requested = Signal()
    export_requested = Signal()
    way_back_taken = Signal()
    context_menu_requested = Signal(QPoint)
    message_closed = Signal()
    message_action_triggered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grab: Grab | None = None
        self._grabbed_at = QPointF()
        self._space_held = False
        self._peek_keys: tuple[QKeySequence, ...] = (QKeySequence(Qt.Key.Key_Backslash),)
        self._peek_key = 0
        self._file_source: FileSource | None = None
        self._welcome = Welcome(self)
        self._grip = Grip(self)
        self._way_back = WayBack(self)
        self._hud = Hud(self)
        self._banner = Banner(self)
        self._zones = DropZones(self)
        self._welcome.open_requested.connect(self.open_photo_requested)
        self._welcome.sample_requested.connect(self.sample_requested)
        self._welcome.sample_chosen.connect(self.photo_dropped)
        self._grip.drag_started.connect(self._drag_out)
        self._grip.clicked.connect(self.export_requested)
        self._way_back.taken.connect(self.way_back_taken)
        self._banner.closed.connect(self.message_closed)
        self._banner.action_triggered.connect(self.message_action_triggered)
        self._zones.photo_dropped.connect(self.photo_dropped)
        self._zones.styles_dropped.connect(self.styles_dropped)
        self._zones.both_dropped.connect(self.both_dropped)
        self._zones.refused.connect(self.drop_refused)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(30 * look.UNIT_PX, 30 * look.UNIT_PX)
        self.setAccessibleName(self.tr("Canvas"))
        self.content_changed()

    # What floats above the picture

    def set_hud(self, lines: Sequence[str] | None, progress: float | None = None) -> None:
        """Show the progress pill: the first line stands out, `progress` (0..1) fills a bar. None hides it."""
        self._hud.set_content(lines or (), progress)
        self._show_grip()
        self._hud.place(self.size(), HUD_INSET_PX)

    def set_way_back(self, name: str, tip: str = "") -> None:
        """While a preview is shown, offer the way back to what it took the place of; "" offers none."""
        self._way_back.lead_to(name, tip)
        self._show_grip()
        self.camera_moved()

    def set_message(self, text: str, kind: Kind = "info", action: str | None = None) -> None:
        """Show one sentence on top, with a button where `action` names one. An empty text takes it away."""
        self._banner.show_message(text, kind, action)
        self._banner.place(self.size())

    def clear_message(self) -> None:
        self.set_message("")

    @property
    def message(self) -> str:
        """The sentence that is shown now, or an empty string."""
        return "" if self._banner.isHidden() else self._banner.text

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let nothing fade or glide."""
        self._zones.reduced_motion = reduced

    def set_peek_keys(self, keys: Iterable[QKeySequence]) -> None:
        """The keys that show the photo as long as one of them is held; sequences of several strokes cannot be."""
        self._peek_keys = tuple(keys)
        self.content_changed()

    def set_file_source(self, source: FileSource | None) -> None:
        """Where the file comes from when a finished result is dragged out; without one it cannot be."""
        self._file_source = source
        self.content_changed()

    def toggle_fit(self, at: QPointF | None = None) -> None:
        """From fitted to 100 % and back."""
        if self.is_fitted:
            self.zoom_to(1.0, at)
        else:
            self.fit()

    # What the stage tells

    def content_changed(self) -> None:
        super().content_changed()
        empty = not self.has_photo and not self.has_result
        self._welcome.setVisible(empty)
        self._show_grip()
        if empty:
            about = self.tr("Empty. Drop a photo here, or open one.")
        elif self.has_finished_result:
            about = " ".join((self.tr("Shows the result."), self._peek_hint())).strip()
        elif self.has_preview:
            about = " ".join((self.tr("Shows a preview of the result."), self._peek_hint())).strip()
        elif self.has_result:
            about = " ".join((self.tr("Shows the picture being painted."), self._peek_hint())).strip()
        else:
            about = self.tr("Shows the photo.")
        self.setAccessibleDescription(about)

    def _peek_hint(self) -> str:
        if not self._peek_keys:
            return ""
        key = self._peek_keys[0].toString(QKeySequence.SequenceFormat.NativeText)
        return self.tr("Hold {} to see the photo.").format(key)

    def camera_moved(self) -> None:
        super().camera_moved()
        pane = self._panes()[0 if self.sides_swapped else -1]
        grip_is_left = self.sides_swapped and self.is_wiping()
        self._grip.place(self.picture_area(pane), left=grip_is_left)
        self._way_back.place(self.picture_area(pane), right=grip_is_left)

    def _show_grip(self) -> None:
        self._way_back.setVisible(bool(self._way_back.name) and self.has_preview and self._hud.isHidden())
        self._grip.setVisible(self._is_takeable() and self._hud.isHidden())

    def _is_takeable(self) -> bool:
        """Whether what is shown can be exported or dragged out."""
        return (self.has_finished_result or self.has_preview) and self._file_source is not None

    # Mouse

    def _grab_for(self, event: QMouseEvent) -> Grab | None:
        """What a press starts."""
        button, control = event.button(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not self.has_photo and not self.has_result:
            return None
        if button is Qt.MouseButton.MiddleButton:
            return "pan"
        if button is not Qt.MouseButton.LeftButton:
            return None
        if self._space_held:
            return "pan"
        if control:
            return "out" if self._is_takeable() else None
        return "wipe" if self._over_wipe(event.position()) else "pan"

    def _over_wipe(self, point: QPointF) -> bool:
        return self.is_wiping() and self._wipe.grabs(point, self.picture_area())

    def _update_cursor(self, point: QPointF) -> None:
        over_wipe = self._grab == "wipe" or (self._grab is None and not self._space_held and self._over_wipe(point))
        if over_wipe != self._wipe.hovered:
            self._wipe.hovered = over_wipe
            self.update()
        if over_wipe:
            self.setCursor(Qt.CursorShape.SplitHCursor)
        elif self._grab == "pan":
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    @Slot()
    def _drag_out(self) -> None:
        self._grab = None
        if self._file_source is None:
            return
        path = self._file_source()  # of a preview there is none: it is painted at full size first
        if self.has_finished_result:
            drag_out(self, self.result_image(), path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grab = self._grab_for(event)
        if grab is None:
            super().mousePressEvent(event)
            return
        self._grab, self._grabbed_at = grab, event.position()
        self._update_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._grab == "pan":
            self.pan(point - self._grabbed_at)
            self._grabbed_at = point
        elif self._grab == "wipe":
            self._wipe.move_to(point.x(), self.picture_area())
            self.update()
        elif self._grab == "out" and dragged_far(self._grabbed_at, point):
            self._drag_out()
        self._update_cursor(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grab = None
        self._update_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._over_wipe(event.position()):
            self.toggle_fit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._wipe.hovered and self._grab is None:
            self._wipe.hovered = False
            self.update()

    # Wheel and touchpad

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms; two fingers on a touchpad pan. Control always zooms, Shift pans sideways."""
        angle, pixels = event.angleDelta(), event.pixelDelta()
        modifiers = event.modifiers()
        touchpad = (
            event.phase() is not Qt.ScrollPhase.NoScrollPhase
            or event.device().type() is QPointingDevice.DeviceType.TouchPad
        )
        if modifiers & Qt.KeyboardModifier.ShiftModifier and not touchpad:
            self.pan(QPointF((angle.x() or angle.y()) / NOTCH * ARROW_PAN_PX, 0))
        elif touchpad and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self.pan(QPointF(pixels) if not pixels.isNull() else QPointF(angle) / NOTCH * ARROW_PAN_PX)
        elif angle.y():
            self._zoom_by(ZOOM_PER_NOTCH ** (angle.y() / NOTCH), event.position())
        event.accept()

    def _zoom_by(self, factor: float, at: QPointF) -> None:
        if self.has_photo or self.has_result:
            self._camera.zoom_by(factor, self.in_pane(at))
            self.camera_moved()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_held_key(event):
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom_by(max(1 + event.value(), 0.1), event.position())
                return True
            if event.gestureType() is Qt.NativeGestureType.SmartZoomNativeGesture:
                self.toggle_fit(event.position())
                return True
        return super().event(event)

    # Keys

    def _is_held_key(self, event: QKeyEvent) -> bool:
        """A shortcut with the same key would only tell that it was pressed; here it counts how long it is held."""
        return self._is_space(event) or self._is_peek_key(event)

    @staticmethod
    def _is_space(event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier

    def _is_peek_key(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._peek_keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._is_peek_key(event):
            self._peek_key = event.key()
            self.set_peek(True)
        elif key == Qt.Key.Key_Space:
            self._space_held = True
            self._update_cursor(QPointF(self.mapFromGlobal(self.cursor().pos())))
        elif key in ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.pan(ARROWS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() == self._peek_key:
            # Modifiers may be let go first: the key alone counts.
            self._peek_key = 0
            self.set_peek(False)
        elif event.key() == Qt.Key.Key_Space:
            self._space_held = False
            self._update_cursor(QPointF(self.mapFromGlobal(self.cursor().pos())))
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_focus_shown(event.reason() in KEYBOARD_FOCUS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere is never reported: let go of everything now."""
        self._space_held = False
        self.set_peek(False)
        self.set_focus_shown(False)
        super().focusOutEvent(event)

    # Drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not self and self._zones.begin(event.mimeData(), event.position()):
            self._accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._zones.zones:
            self._zones.move_over(event.position())
            self._accept_copy(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._zones.end()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._zones.zones:
            self._accept_copy(event)
            self._zones.drop(event.mimeData(), event.position())

    @staticmethod
    def _accept_copy(event: QDropEvent) -> None:
        """Only ever copy: a file manager would delete the file after a move."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    # Others

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu_requested.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._welcome.setGeometry(self.rect())
        self._hud.place(self.size(), HUD_INSET_PX)
        self._banner.place(self.size())
        self._zones.setGeometry(self.rect())
