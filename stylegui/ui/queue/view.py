"""The list of jobs: dragged into order, moved and removed with keys, each with its deeds at the end of its row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from stylegui.jobs.record import JobRecord
from stylegui.ui.queue.delegate import QueueDelegate
from stylegui.ui.queue.model import QueueModel

_Key = Qt.Key
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_STEPS = {_Key.Key_Up: -1, _Key.Key_Down: 1}


class QueueView(QListView):
    """Rows of jobs. It decides nothing: it tells what is asked for, with the `JobRecord` that it is about."""

    deed_wanted = Signal(object, str)
    """"pause", "resume", "stop", "retry", "remove", "toggle" (pause or go on), or "open" (look at what came of it)."""
    step_wanted = Signal(object, int)
    """One place up (-1) or down (1)."""
    menu_wanted = Signal(object, QPoint)

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = QueueDelegate(model, self)
        self._pressed: tuple[int, str] = (0, "")
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Queue of pictures"))
        self.setAccessibleDescription(
            self.tr(
                "Alt with the up and down keys moves a picture that waits, Space pauses the one that is painted, "
                "Delete removes a picture, Enter tries a failed one again or shows what was painted."
            )
        )

    @property
    def record(self) -> JobRecord | None:
        """The job that has the focus."""
        return self._model.record_at(self.currentIndex())

    def select(self, job_id: int) -> None:
        """Give a job the focus."""
        index = self._model.index_of(job_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _deed_at(self, position: QPoint) -> tuple[int, str]:
        index = self.indexAt(position)
        record = self._model.record_at(index)
        if record is None:
            return 0, ""
        return record.id, self._delegate.deed_at(self.visualRect(index), index.row(), position)

    @Slot()
    def _tell_open(self) -> None:
        if self.record is not None:
            self.deed_wanted.emit(self.record, "open")

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not the beginning of a title."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record, key, modifiers = self.record, _Key(event.key()), event.modifiers()
        if record is not None and key in _STEPS and modifiers & Qt.KeyboardModifier.AltModifier:
            self.step_wanted.emit(record, _STEPS[key])
        elif record is not None and not modifiers and key == _Key.Key_Space:
            self.deed_wanted.emit(record, "toggle")
        elif record is not None and not modifiers and key in (_Key.Key_Delete, _Key.Key_Backspace):
            self.deed_wanted.emit(record, "remove")
        elif record is not None and key in _ENTER and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self._tell_open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._deed_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not self._pressed[1]:
            self._pressed = (0, "")
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        self._delegate.set_pointer(position)
        self.viewport().update()
        if not self._pressed[1]:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, (0, "")
        if not pressed[1]:
            super().mouseReleaseEvent(event)
            return
        position = event.position().toPoint()
        record = self._model.record_at(self.indexAt(position))
        if record is not None and self._deed_at(position) == pressed:
            self.deed_wanted.emit(record, pressed[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._deed_at(event.position().toPoint())[1]:
            self.setCurrentIndex(index)
            self._tell_open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        record = self._model.record_at(index)
        if record is not None:
            where = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(record, self.viewport().mapToGlobal(where))

    def dropEvent(self, event: QDropEvent) -> None:
        """A drop on a row is one before or after it."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        row = index.row() if index.isValid() else self._model.rowCount()
        if index.isValid() and position.y() > self.visualRect(index).center().y():
            row += 1
        action = Qt.DropAction.MoveAction
        if self._model.canDropMimeData(event.mimeData(), action, row, 0, QModelIndex()):
            self._model.dropMimeData(event.mimeData(), action, row, 0, QModelIndex())
        # What is left of the drag must not remove the row: the model has moved it.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._delegate.set_pointer(QPoint(-1, -1))
        self.viewport().update()
        super().leaveEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(320, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 60)
