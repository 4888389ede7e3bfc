"""Writing on the board: the words of a note on its paper, or the caption below a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QGraphicsItem, QGraphicsTextItem, QStyle, QStyleOptionGraphicsItem, QWidget

from stylegui.project.board import Pin
from stylegui.ui.board.drawing import CAPTION_FONT_PX, INK, NOTE_MARGIN_PX, Look, prepare_note


class Writer(QGraphicsTextItem):
    """A field over a pin. It is done when it loses the focus, with Esc, or with Enter (a note: Ctrl+Enter)."""

    done = Signal(str, str)
    """The id of the pin, and what was written."""
    grown = Signal(str, str)
    """The same, while it is being written."""

    def __init__(self, pin: Pin, look: Look, over: QGraphicsItem) -> None:
        super().__init__(over)
        self.pin_id = pin.id
        self._is_note = pin.kind == "note"
        self._is_done = False
        if self._is_note:
            prepare_note(self.document(), pin, look.font)
            self.setPos(NOTE_MARGIN_PX, NOTE_MARGIN_PX)
            self.setDefaultTextColor(QColor(INK))
        else:
            font = QFont(look.font)
            font.setPixelSize(CAPTION_FONT_PX)
            self.document().setDocumentMargin(0)
            self.setFont(font)
            self.setPos(1, pin.height + 5)
            self.setDefaultTextColor(QColor(look.caption))
        self.setPlainText(pin.text)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.setTabChangesFocus(True)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self.setTextCursor(cursor)
        self.document().contentsChanged.connect(self._tell)

    def _tell(self) -> None:
        if not self._is_done:
            self.grown.emit(self.pin_id, self.toPlainText())

    def finish(self) -> None:
        """Hand over what was written, once."""
        if not self._is_done:
            self._is_done = True
            self.done.emit(self.pin_id, self.toPlainText().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (enter and (controlled or not self._is_note)):
            event.accept()
            self.finish()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu borrows the focus for a moment, such as to paste.
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        # The dashed frame of Qt is not needed: the pin has a ring.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, widget)  # type: ignore[arg-type]  # the stub forbids None
