"""Which tiles are selected for an action. What is painted with is chosen apart from this, see `choice`."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
    Slot,
)

from stylegui.ui.gallery.model import StyleModel

_Flag = QItemSelectionModel.SelectionFlag


class TileSelection(QObject):
    """Selects rows of a model of styles through Qt's selection model, so that screen readers know them too.

    Ranges go from an anchor: the tile that was selected, or had the focus, before Shift was pressed.
    """

    changed = Signal(int)
    """How many tiles are selected now."""

    def __init__(self, model: StyleModel, selection: QItemSelectionModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._selection = selection
        self._anchor = QPersistentModelIndex()
        self._kept: list[str] = []
        selection.selectionChanged.connect(self._tell)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._bring_back)

    @property
    def count(self) -> int:
        """How many tiles are selected."""
        return sum(part.height() for part in self._selection.selection().toList())

    @property
    def ids(self) -> list[str]:
        """The ids of the selected styles, in the order of their tiles."""
        rows = [row for part in self._selection.selection().toList() for row in range(part.top(), part.bottom() + 1)]
        return [self._model.id_at(row) for row in sorted(rows)]

    def holds(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether this tile is selected."""
        return index.isValid() and self._selection.isSelected(self._model.index(index.row(), 0))

    def set_anchor(self, index: QModelIndex) -> None:
        """Let the next range begin here."""
        self._anchor = QPersistentModelIndex(index)

    def toggle(self, index: QModelIndex) -> None:
        """Select one more tile, or one fewer."""
        self.set_anchor(index)
        self._selection.select(index, _Flag.Toggle)

    def extend_to(self, index: QModelIndex, *, keeping: bool = False) -> None:
        """Select everything from the anchor to here, and nothing else unless `keeping`."""
        start = self._model.index(self._anchor.row(), 0) if self._anchor.isValid() else index
        if not self._anchor.isValid():
            self.set_anchor(index)
        first, last = sorted((start.row(), index.row()))
        found = QItemSelection(self._model.index(first, 0), self._model.index(last, 0))
        self._selection.select(found, _Flag.Select if keeping else _Flag.ClearAndSelect)

    @Slot()
    def select_all(self) -> None:
        """Select every tile that is shown."""
        if rows := self._model.rowCount():
            found = QItemSelection(self._model.index(0, 0), self._model.index(rows - 1, 0))
            self._selection.select(found, _Flag.ClearAndSelect)

    @Slot()
    def clear(self) -> None:
        """Select nothing."""
        self._selection.clearSelection()

    def select_ids(self, style_ids: Iterable[str]) -> None:
        """Select exactly these, as far as they are shown."""
        found = QItemSelection()
        for style_id in style_ids:
            index = self._model.index_of(style_id)
            if index.isValid():
                found.select(index, index)
        self._selection.select(found, _Flag.ClearAndSelect)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.count)

    @Slot()
    def _keep(self) -> None:
        self._kept = self.ids

    @Slot()
    def _bring_back(self) -> None:
        """Qt forgets the selection at a reset; what is still shown stays selected."""
        kept, self._kept = self._kept, []
        if kept:
            self.select_ids(kept)
            self._tell()
