"""The gallery's item models: all styles, and those that a search lets through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)

from stylegui.library import Style, StyleLibrary
from stylegui.ui.gallery.choice import StyleChoice
from stylegui.ui.gallery.thumbnails import ThumbnailLoader
from stylegui.ui.mime import STYLE_MIME, style_mime

Index = QModelIndex | QPersistentModelIndex


class StyleRole(IntEnum):
    """What a tile can ask for beyond Qt's own roles."""

    STYLE = Qt.ItemDataRole.UserRole + 1
    STYLE_ID = Qt.ItemDataRole.UserRole + 2
    THUMBNAIL = Qt.ItemDataRole.UserRole + 3
    THUMBNAIL_FAILED = Qt.ItemDataRole.UserRole + 4
    FAVOURITE = Qt.ItemDataRole.UserRole + 5
    BLEND_POSITION = Qt.ItemDataRole.UserRole + 6
    BLEND_SIZE = Qt.ItemDataRole.UserRole + 7


class StyleModel(QAbstractListModel):
    """All styles of the library, each with its thumbnail, its favourite mark and its place in the blend."""

    title_edited = Signal(str, str)

    def __init__(self, library: StyleLibrary, choice: StyleChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._choice = choice
        self._styles: list[Style] = []
        self._thumbnail_px = 256
        self.thumbnails = ThumbnailLoader(library, self)
        self.thumbnails.thumbnail_ready.connect(self._announce_thumbnail)
        self.reload()

    def reload(self) -> None:
        """Take over the library's styles, with as few changes as show the difference."""
        wanted = {style.id: style for style in self._library.styles()}
        for row in reversed(range(len(self._styles))):
            if self._styles[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._styles[row]
                self.endRemoveRows()
        for row, style in enumerate(self._styles):
            if wanted[style.id] != style:
                self._styles[row] = wanted[style.id]
                self.dataChanged.emit(self.index(row), self.index(row))
        known = {style.id for style in self._styles}
        if fresh := [style for style in wanted.values() if style.id not in known]:
            first = len(self._styles)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._styles += fresh
            self.endInsertRows()
        self.thumbnails.forget_failures()

    def set_thumbnail_size(self, size_px: int) -> None:
        """How large tiles are now, in device pixels."""
        self._thumbnail_px = size_px

    def index_of(self, style_id: str) -> QModelIndex:
        """The index of a style; invalid if there is none of that id."""
        for row, style in enumerate(self._styles):
            if style.id == style_id:
                return self.index(row)
        return QModelIndex()

    @Slot()
    def announce_marks(self) -> None:
        """Tell the views that favourites or the choice changed."""
        if self._styles:
            marks = (StyleRole.FAVOURITE, StyleRole.BLEND_POSITION, StyleRole.BLEND_SIZE)
            roles = [*marks, Qt.ItemDataRole.AccessibleTextRole]
            self.dataChanged.emit(self.index(0), self.index(len(self._styles) - 1), roles)

    @Slot(str)
    def _announce_thumbnail(self, style_id: str) -> None:
        index = self.index_of(style_id)
        if index.isValid():
            roles = [StyleRole.THUMBNAIL, StyleRole.THUMBNAIL_FAILED, Qt.ItemDataRole.DecorationRole]
            self.dataChanged.emit(index, index, roles)

    def _spoken(self, style: Style) -> str:
        parts = [style.title, style.collection]
        if self._library.is_favourite(style.id):
            parts.append(self.tr("favourite"))
        if position := self._choice.position(style.id):
            chosen = len(self._choice.ids)
            parts.append(self.tr("chosen") if chosen == 1 else self.tr("number {} in the blend").format(position))
        return ", ".join(part for part in parts if part)

    @staticmethod
    def _explained(style: Style) -> str:
        origin = " · ".join(part for part in (style.collection, style.credit, style.licence) if part)
        return "\n".join(part for part in (style.title, origin, ", ".join(style.tags)) if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._styles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        style = self._styles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return style.title
            case Qt.ItemDataRole.DecorationRole | StyleRole.THUMBNAIL:
                return self.thumbnails.pixmap(style, self._thumbnail_px)
            case Qt.ItemDataRole.ToolTipRole:
                return self._explained(style)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(style)
            case StyleRole.STYLE:
                return style
            case StyleRole.STYLE_ID:
                return style.id
            case StyleRole.THUMBNAIL_FAILED:
                return self.thumbnails.has_failed(style.id)
            case StyleRole.FAVOURITE:
                return self._library.is_favourite(style.id)
            case StyleRole.BLEND_POSITION:
                return self._choice.position(style.id)
            case StyleRole.BLEND_SIZE:
                return len(self._choice.ids)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        style = self._styles[index.row()]
        title = " ".join(str(value).split())
        if style.builtin or not title or title == style.title:
            return False
        self.title_edited.emit(style.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        return flags if self._styles[index.row()].builtin else flags | Qt.ItemFlag.ItemIsEditable

    def mimeTypes(self) -> list[str]:
        return [STYLE_MIME, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return style_mime(self._styles[index.row()] for index in indexes if index.isValid())

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


class StyleFilterModel(QSortFilterProxyModel):
    """Shows the styles that a search found, in the order in which it found them."""

    def __init__(self, source: StyleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place: dict[str, int] = {}
        self.setSourceModel(source)
        self.sort(0)

    def show(self, styles: Iterable[Style]) -> None:
        """Let exactly these through, in this order."""
        self._place = {style.id: place for place, style in enumerate(styles)}
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self._id_at(self.sourceModel().index(source_row, 0, source_parent)) in self._place

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        last = len(self._place)
        left = self._place.get(self._id_at(source_left), last)
        return left < self._place.get(self._id_at(source_right), last)

    @staticmethod
    def _id_at(index: Index) -> str:
        return str(index.data(StyleRole.STYLE_ID))
