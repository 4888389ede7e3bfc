"""The versions of a document as rows, oldest first, through a filter."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from stylegui.project.document import Change, Document, Version
from stylegui.ui.history.marks import VersionMarks
from stylegui.ui.history.thumbnails import VersionThumbnails
from stylegui.ui.history.tile import FilmTile
from stylegui.ui.history.words import plain_text, time_text, tip_text

Index = QModelIndex | QPersistentModelIndex
VERSION_ID = Qt.ItemDataRole.UserRole


class VersionFilter(enum.Enum):
    """Which versions the strip shows."""

    ALL = "all"
    RATED = "rated"
    KEPT = "kept"

    def takes(self, rating: int) -> bool:
        """Whether a version of this rating (-1 for rejected) is shown."""
        return self is VersionFilter.ALL or rating > (0 if self is VersionFilter.RATED else -1)


class VersionModel(QAbstractListModel):
    """Follows the document. Rows come and go one by one, so that selection and scroll position stay."""

    renamed = Signal(object, str)
    """A title was typed for a `Version`."""
    refreshed = Signal()
    """The rows, or what they show, may be others now."""

    def __init__(
        self, document: Document, marks: VersionMarks, thumbnails: VersionThumbnails, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._marks = marks
        self._thumbnails = thumbnails
        self._filter = VersionFilter.ALL
        self._rows: list[Version] = []
        self._thumbnail_px = 192
        self.has_making: Callable[[Version], bool] = lambda _version: False
        """Whether there is a making of a version; cheap."""
        thumbnails.arrived.connect(self._on_thumbnail)
        document.observe(self._on_document_changed)
        self._follow()

    @property
    def versions(self) -> tuple[Version, ...]:
        """Those that are shown, in their order."""
        return tuple(self._rows)

    @property
    def document_count(self) -> int:
        """How many versions there are, shown or not."""
        return len(self._document.versions)

    @property
    def filter(self) -> VersionFilter:
        return self._filter

    def set_filter(self, wanted: VersionFilter) -> None:
        """Show these versions only."""
        if wanted is not self._filter:
            self._filter = wanted
            self._follow()

    def set_thumbnail_px(self, px: int) -> None:
        """How long the long side of thumbnails should be, in pixels of the screen."""
        self._thumbnail_px = px

    def retain_thumbnails(self, in_sight: range, near: range) -> None:
        """Have the pictures made of what is in sight, then of what is near; requests for others are dropped."""
        self._thumbnails.retain({self._rows[row].id for row in near})
        for row in (*in_sight, *(row for row in near if row not in in_sight)):
            self._thumbnails.pixmap(self._rows[row], self._thumbnail_px)

    def rating(self, version: Version) -> int:
        """1 to 5, 0 for none, -1 for rejected."""
        return self._document.rating(version)

    def version_at(self, index: Index) -> Version | None:
        """The version of a row, None for no row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, version: Version | None) -> QModelIndex:
        """The row of a version; an invalid index where it is not shown."""
        return self.index(self._rows.index(version), 0) if version in self._rows else QModelIndex()

    def shape(self, row: int) -> tuple[int, int]:
        """(width, height) of a version's picture."""
        return self._rows[row].size

    def tile(self, row: int) -> FilmTile:
        """What is seen of a version."""
        version = self._rows[row]
        return FilmTile(
            number=version.number,
            title=version.title,
            time=time_text(version.created),
            size=version.size,
            rating=self._document.rating(version),
            favourite=self._marks.is_favourite(version),
            current=version is self._document.current,
            complete=version.complete,
            has_making=self.has_making(version),
            pixmap=self._thumbnails.pixmap(version, self._thumbnail_px),
            failed=self._thumbnails.has_failed(version.id),
        )

    def tell_changed(self, version: Version) -> None:
        """Something about a version is shown differently now."""
        if (index := self.index_of(version)).isValid():
            self.dataChanged.emit(index, index)

    def _on_document_changed(self, change: Change) -> None:
        if change in (Change.VERSIONS, Change.RATINGS, Change.SECTIONS):
            self._follow()

    def _follow(self) -> None:
        """Show what the document holds now."""
        wanted = [each for each in self._document.versions if self._filter.takes(self._document.rating(each))]
        staying = set(wanted)
        for row in reversed(range(len(self._rows))):
            if self._rows[row] not in staying:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        known = set(self._rows)
        if [each for each in wanted if each in known] != self._rows:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
        for row, version in enumerate(wanted):
            if row >= len(self._rows) or self._rows[row] is not version:
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, version)
                self.endInsertRows()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.refreshed.emit()

    @Slot(str)
    def _on_thumbnail(self, version_id: str) -> None:
        for version in self._rows:
            if version.id == version_id:
                self.tell_changed(version)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        version = self.version_at(index)
        if version is None:
            return None
        if role == VERSION_ID:
            return version.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return version.title
        if role == Qt.ItemDataRole.ToolTipRole:
            parent = self._document.version_by_id(version.parent)
            return tip_text(version, self._marks.seconds(version), parent)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            current, favourite = version is self._document.current, self._marks.is_favourite(version)
            return plain_text(version, self._document.rating(version), current=current, favourite=favourite)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        version = self.version_at(index)
        title = str(value).strip()
        if version is None or role != Qt.ItemDataRole.EditRole or not title or title == version.title:
            return False
        self.renamed.emit(version, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        own = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | own


def in_order(document: Document, versions: Sequence[Version]) -> list[Version]:
    """Versions as they follow each other in the document."""
    wanted = set(versions)
    return [each for each in document.versions if each in wanted]
