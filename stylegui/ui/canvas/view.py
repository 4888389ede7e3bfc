"""The canvas as the artist meets it: the stage with mouse, keys, touchpad, drag and drop, and what floats above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from stylegui.ui.canvas import look
from stylegui.ui.canvas.banner import Banner, Kind
from stylegui.ui.canvas.camera import FIT_MARGIN_PX
from stylegui.ui.canvas.chooser import ReferenceChooser
from stylegui.ui.canvas.drag_out import FileSource, Grip, drag_out, dragged_far
from stylegui.ui.canvas.drops import DropZones
from stylegui.ui.canvas.hud import Hud
from stylegui.ui.canvas.modes import Label
from stylegui.ui.canvas.navigation import Navigable
from stylegui.ui.canvas.way_back import WayBack
from stylegui.ui.canvas.welcome import Welcome

HUD_INSET_PX = FIT_MARGIN_PX + round(1.5 * look.UNIT_PX)
KEYBOARD_FOCUS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class CanvasView(Navigable):
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
    reference_menu_requested = Signal(QPoint)
    """Offer other pictures to compare with, at this point of the screen."""
    message_closed = Signal()
    message_action_triggered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carried_from: QPointF | None = None
        self._peek_keys: tuple[QKeySequence, ...] = (QKeySequence(Qt.Key.Key_Backslash),)
        self._peek_key = 0
        self._file_source: FileSource | None = None
        self._welcome = Welcome(self)
        self._grip = Grip(self)
        self._way_back = WayBack(self)
        self._chooser = ReferenceChooser(self)
        self._hud = Hud(self)
        self._banner = Banner(self)
        self._zones = DropZones(self)
        self._welcome.open_requested.connect(self.open_photo_requested)
        self._welcome.sample_requested.connect(self.sample_requested)
        self._welcome.sample_chosen.connect(self.photo_dropped)
        self._grip.drag_started.connect(self._drag_out)
        self._grip.clicked.connect(self.export_requested)
        self._way_back.taken.connect(self.way_back_taken)
        self._chooser.menu_requested.connect(self.reference_menu_requested)
        self._banner.closed.connect(self.message_closed)
        self._banner.action_triggered.connect(self.message_action_triggered)
        self._zones.photo_dropped.connect(self.photo_dropped)
        self._zones.styles_dropped.connect(self.styles_dropped)
        self._zones.both_dropped.connect(self.both_dropped)
        self._zones.refused.connect(self.drop_refused)
        self.setAcceptDrops(True)
        self.setMinimumSize(30 * look.UNIT_PX, 30 * look.UNIT_PX)
        self.setAccessibleName(self.tr("Canvas"))
        self.content_changed()

    # What floats above the picture

    def set_hud(self, lines: Sequence[str] | None, progress: float | None = None) -> None:
        """Show the progress pill: the first line stands out, `progress` (0..1) fills a bar. None hides it."""
        self._hud.set_content(lines or (), progress)
        self._show_grip()
        self._hud.place(self.size(), HUD_INSET_PX)
        self.refresh()

    def set_way_back(self, name: str, tip: str = "") -> None:
        """While a preview is shown, offer the way back to what it took the place of; "" offers none."""
        self._way_back.lead_to(name, tip)
        self._show_grip()
        self.refresh()

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
        """Let nothing fade, glide or flicker."""
        super().set_reduced_motion(reduced)
        self._zones.reduced_motion = reduced

    def set_peek_keys(self, keys: Iterable[QKeySequence]) -> None:
        """The keys that show the photo as long as one of them is held; sequences of several strokes cannot be."""
        self._peek_keys = tuple(keys)
        self.content_changed()

    def set_file_source(self, source: FileSource | None) -> None:
        """Where the file comes from when a finished result is dragged out; without one it cannot be."""
        self._file_source = source
        self.content_changed()

    # What the stage tells

    def content_changed(self) -> None:
        super().content_changed()
        self._welcome.setVisible(not self.has_photo and not self.has_result)
        self._show_grip()
        self._describe()

    def _describe(self) -> None:
        """Say what is seen to those who do not see it."""
        if not self.has_photo and not self.has_result:
            about = [self.tr("Empty. Drop a photo here, or open one.")]
        elif self.has_finished_result:
            about = [self.tr("Shows the result.")]
        elif self.has_preview:
            about = [self.tr("Shows a preview of the result.")]
        elif self.has_result:
            about = [self.tr("Shows the picture being painted.")]
        else:
            about = [self.tr("Shows the photo.")]
        if self.mode_words:
            about = [self.mode_words]
        if self.has_result and self.active_mode.whole_canvas:
            about.append(self._peek_hint())
        self.setAccessibleDescription(" ".join(words for words in about if words))

    def _peek_hint(self) -> str:
        if not self._peek_keys:
            return ""
        key = self._peek_keys[0].toString(QKeySequence.SequenceFormat.NativeText)
        if self._reference is None:
            return self.tr("Hold {} to see the photo.").format(key)
        return self.tr("Hold {} to see what it is compared with.").format(key)

    @Slot()
    def _on_pointed(self) -> None:
        self._describe()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.mode_words))

    def refresh(self) -> None:
        """Put what floats on the picture where it belongs now."""
        super().refresh()
        area, flipped = self.outcome_area(), abs(self.wipe_angle) > 90
        grip_is_left = self.is_wiping() and self.sides_swapped != flipped
        self._grip.place(area, left=grip_is_left)
        self._way_back.place(area, right=grip_is_left)
        floating = (self._grip, self._way_back, self._hud, self._banner)
        self.active_mode.reserved = QRegion()
        for widget in floating:
            if not widget.isHidden():
                self.active_mode.reserved += widget.geometry()
        self._chooser.follow(next((label for label in super().labels() if label.choice), None))

    def labels(self) -> list[Label]:
        """The labels that are drawn; the choice among them is a widget."""
        return [label for label in super().labels() if not label.choice]

    def _show_grip(self) -> None:
        seen = self._hud.isHidden() and not self.outcome_area().isEmpty()
        self._way_back.setVisible(bool(self._way_back.name) and self.has_preview and seen)
        self._grip.setVisible(self._is_takeable() and seen)

    def _is_takeable(self) -> bool:
        """Whether what is shown can be exported or dragged out."""
        return (self.has_finished_result or self.has_preview) and self._file_source is not None

    # Mouse

    @Slot()
    def _drag_out(self) -> None:
        self.let_go()
        self._carried_from = None
        if self._file_source is None:
            return
        path = self._file_source()  # of a preview there is none: it is painted at full size first
        if self.has_finished_result:
            drag_out(self, self.result_image(), path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.button() is Qt.MouseButton.LeftButton and not self._space_held:
            self._carried_from = event.position() if self._is_takeable() else None
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._carried_from is None:
            super().mouseMoveEvent(event)
        elif dragged_far(self._carried_from, event.position()):
            self._drag_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._carried_from = None
        super().mouseReleaseEvent(event)

    # Keys

    def keeps_key(self, event: QKeyEvent) -> bool:
        """A shortcut with the same key would only tell that it was pressed; here it counts how long it is held."""
        return self._is_peek_key(event) or super().keeps_key(event)

    def _is_peek_key(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._peek_keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_peek_key(event):
            self._peek_key = event.key()
            self.set_peek(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() == self._peek_key:
            # Modifiers may be let go first: the key alone counts.
            self._peek_key = 0
            self.set_peek(False)
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_focus_shown(event.reason() in KEYBOARD_FOCUS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere is never reported: let go of everything now."""
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
