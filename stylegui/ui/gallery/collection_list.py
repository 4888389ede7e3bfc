"""The collections as a list beside the tiles, where the gallery is wide: styles can be dropped on its entries."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from stylegui.library import FAVOURITES
from stylegui.ui import icons
from stylegui.ui.gallery.collections import COUNT_ROLE, ICON_PX, CountDelegate, Entry
from stylegui.ui.mime import style_ids

WIDTH_PX = 190
_KEY_ROLE = Qt.ItemDataRole.UserRole
_TAKES_ROLE = Qt.ItemDataRole.UserRole + 2


class CollectionList(QListView):
    """Shows the same entries as the box of collections. `styles_dropped_on` tells a collection's key and ids."""

    collection_changed = Signal(str)
    styles_dropped_on = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(CountDelegate(self))
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setFixedWidth(WIDTH_PX)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setViewportMargins(8, 4, 0, 0)
        self.setStyleSheet("QListView::item { padding: 4px 6px; border-radius: 5px; }")
        self.setAccessibleName(self.tr("Collections"))
        self.setAcceptDrops(True)
        self._chosen = ""
        self._filling = False
        self.selectionModel().currentChanged.connect(self._choose)

    def set_groups(self, groups: list[list[Entry]]) -> None:
        """Offer these, with a line between the groups."""
        self._filling = True
        self._items.clear()
        for group in groups:
            if group and self._items.rowCount():
                line = QStandardItem()
                line.setFlags(Qt.ItemFlag.NoItemFlags)
                line.setData("separator", Qt.ItemDataRole.AccessibleDescriptionRole)
                self._items.appendRow(line)
            for entry in group:
                item = QStandardItem(icons.icon(entry.icon, "text_dim"), entry.text)
                item.setData(entry.key, _KEY_ROLE)
                item.setData(entry.count, COUNT_ROLE)
                item.setData(entry.icon == "collection" or entry.key == FAVOURITES, _TAKES_ROLE)
                spoken = self.tr("{}, {} styles").format(entry.text, entry.count)
                item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
                item.setToolTip(entry.text)
                self._items.appendRow(item)
        self._filling = False
        self.show_collection(self._chosen)

    @Slot(str)
    def show_collection(self, key: str) -> None:
        """Mark this one as chosen."""
        self._chosen = key
        found = next((index for index in self._indexes() if index.data(_KEY_ROLE) == key), QModelIndex())
        self._filling = True
        self.setCurrentIndex(found)
        self._filling = False

    def target_at(self, position: QPoint) -> str:
        """The key of the collection there that takes styles, or ""."""
        index = self.indexAt(position)
        return str(index.data(_KEY_ROLE)) if index.isValid() and index.data(_TAKES_ROLE) else ""

    def _indexes(self) -> list[QModelIndex]:
        return [self._items.index(row, 0) for row in range(self._items.rowCount())]

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        key = index.data(_KEY_ROLE)
        if not self._filling and isinstance(key, str):
            self._chosen = key
            self.collection_changed.emit(key)

    def _mark(self, position: QPoint) -> bool:
        """Light up the entry that would take a drop here."""
        target = self.indexAt(position) if self.target_at(position) else QModelIndex()
        self._filling = True
        self.setCurrentIndex(target)
        self._filling = False
        return target.isValid()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if style_ids(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._mark(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.show_collection(self._chosen)

    def dropEvent(self, event: QDropEvent) -> None:
        key = self.target_at(event.position().toPoint())
        self.show_collection(self._chosen)
        if key:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.styles_dropped_on.emit(key, style_ids(event.mimeData()))
