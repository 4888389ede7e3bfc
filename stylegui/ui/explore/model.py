"""The sheet as a table: rows and columns with their values in words, a picture and a rating in each cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from stylegui.project.exploring import Cell

AnyIndex = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole
IMAGE_ROLE = Qt.ItemDataRole.UserRole + 1
RATING_ROLE = Qt.ItemDataRole.UserRole + 2
TROUBLE_ROLE = Qt.ItemDataRole.UserRole + 3


class SheetModel(QAbstractTableModel):
    """Holds what there is; who paints the pictures hands them in one by one."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[str] = []
        self._columns: list[str] = []
        self._keys: dict[tuple[int, int], str] = {}
        self._cells: dict[tuple[int, int], Cell] = {}
        self._images: dict[tuple[int, int], QImage] = {}
        self._troubles: dict[tuple[int, int], str] = {}
        self.ratings: dict[str, int] = {}

    def show(self, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Cell], keys: Sequence[str]) -> None:
        """Show another sheet, without pictures yet; `keys` are what the cells' ratings are kept under."""
        self.beginResetModel()
        self._rows, self._columns = list(rows), list(columns)
        self._cells = {cell.place: cell for cell in cells}
        self._keys = {cell.place: key for cell, key in zip(cells, keys, strict=True)}
        self._images, self._troubles = {}, {}
        self.endResetModel()

    def cell(self, index: AnyIndex) -> Cell | None:
        return self._cells.get((index.row(), index.column())) if index.isValid() else None

    @property
    def cells(self) -> list[Cell]:
        return list(self._cells.values())

    @property
    def painted(self) -> int:
        """How many cells have their picture, or a word about why not."""
        return len(self._images.keys() | self._troubles.keys())

    def image(self, place: tuple[int, int]) -> QImage | None:
        return self._images.get(place)

    def set_image(self, place: tuple[int, int], image: QImage) -> None:
        """A picture is there."""
        self._images[place] = image
        self._tell(place)

    def set_trouble(self, place: tuple[int, int], text: str) -> None:
        """A picture could not be made: one sentence."""
        self._troubles[place] = text
        self._tell(place)

    def rating(self, place: tuple[int, int]) -> int:
        return self.ratings.get(self._keys.get(place, ""), 0)

    def rate(self, index: AnyIndex, rating: int) -> None:
        """1 to 5, 0 for none."""
        key = self._keys.get((index.row(), index.column()))
        if key is not None:
            self.ratings = {**self.ratings, key: rating} if rating else _without(self.ratings, key)
            self._tell((index.row(), index.column()))

    def _tell(self, place: tuple[int, int]) -> None:
        index = self.index(*place)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = (index.row(), index.column())
        if place not in self._cells:
            return None
        words = f"{self._rows[place[0]]}, {self._columns[place[1]]}"
        if role == CELL_ROLE:
            return self._cells[place]
        if role == IMAGE_ROLE:
            return self._images.get(place)
        if role == RATING_ROLE:
            return self.rating(place)
        if role == TROUBLE_ROLE:
            return self._troubles.get(place, "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            rating = self.rating(place)
            return f"{words}, {'★' * rating}" if rating else words
        return words if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        names = self._columns if orientation == Qt.Orientation.Horizontal else self._rows
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and section < len(names):
            return names[section]
        return None


def _without(ratings: dict[str, int], key: str) -> dict[str, int]:
    return {other: rating for other, rating in ratings.items() if other != key}
