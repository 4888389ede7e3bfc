"""The steps that can be undone, by name: a click goes back to one, or on to it again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QListView, QWidget

from stylegui.ui import theme
from stylegui.ui.icons import icon

ICON_PX = 16
ROW_PX = 28
MARGIN_PX = 6
Index = QModelIndex | QPersistentModelIndex


class StepsModel(QAbstractListModel):
    """The beginning and then one row for each step; those that are undone come last and are dimmed."""

    def __init__(self, stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._count = stack.count()
        stack.indexChanged.connect(self._follow)
        stack.cleanChanged.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        """Steps were done, undone, forgotten, or have become others."""
        count = self._stack.count()
        if count < self._count:
            self.beginRemoveRows(QModelIndex(), count + 1, self._count)
            self._count = count
            self.endRemoveRows()
        elif count > self._count:
            self.beginInsertRows(QModelIndex(), self._count + 1, count)
            self._count = count
            self.endInsertRows()
        self.dataChanged.emit(self.index(0, 0), self.index(self._count, 0))

    def is_done(self, row: int) -> bool:
        """Whether the step of a row counts now; the beginning always does."""
        return row <= self._stack.index()

    def text(self, row: int) -> str:
        """What a row says."""
        return self._stack.text(row - 1) if row else self.tr("Beginning")

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not index.isValid() or row > self._count:
            return None
        done, here = self.is_done(row), row == self._stack.index()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.text(row) if done else self.tr("{}, undone").format(self.text(row))
        if role == Qt.ItemDataRole.DecorationRole:
            name = icon_of(self._stack.command(row - 1)) if row else "photo"
            return icon(name, "accent" if here else "text" if done else "text_off")
        if role == Qt.ItemDataRole.ForegroundRole:
            look = theme.current()
            return QColor(look.text if done else look.text_dim)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, ROW_PX)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold if here else QFont.Weight.Normal)
            # That a step is undone is not told by its colour alone.
            font.setItalic(not done)
            return font
        return None


class StepsView(QListView):
    """Click a step, or press Enter on it, to have everything as it was right after it."""

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._model = StepsModel(stack, self)
        self.setModel(self._model)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setViewportMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setProperty("role", "steps")
        self.setAccessibleName(self.tr("Steps to undo"))
        self.setAccessibleDescription(self.tr("Enter goes back to a step, or on to it again."))
        self.clicked.connect(self._go_to)
        stack.indexChanged.connect(self._show_here)
        self._show_here(stack.index())

    @Slot(QModelIndex)
    def _go_to(self, index: QModelIndex) -> None:
        self._stack.setIndex(index.row())

    @Slot(int)
    def _show_here(self, row: int) -> None:
        index = self._model.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(self.currentIndex())
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(240, 220)


def icon_of(command: QUndoCommand | None) -> str:
    """The icon of a step: its own, else that of its first part, else a plain one."""
    own = getattr(command, "icon", "")
    if own:
        return str(own)
    if command is not None and command.childCount():
        return icon_of(command.child(0))
    return "undo"
