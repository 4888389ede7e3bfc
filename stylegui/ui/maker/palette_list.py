"""The list of palettes: the painter's own colours, the artist's, those of pictures, and the named ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from stylegui.painters.palettes import PALETTES
from stylegui.ui import theme
from stylegui.ui.maker.swatches import paint_strip

OWN = "own"
MINE = "mine"
PHOTO = "photo"

PICTURES_KEPT = 6
STRIP_PX = 16
PADDING_PX = 8

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class PaletteEntry:
    """A palette in the list. `placed` names the painter in whose places the colours stand already, if any.

    `hint` is shown in place of colours that are not there yet; such an entry cannot be chosen.
    """

    key: str
    title: str
    colours: tuple[str, ...] = ()
    placed: str = ""
    hint: str = ""


class PaletteModel(QAbstractListModel):
    """First what is the artist's own, newest first, then the named palettes."""

    ENTRY = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = PaletteEntry(OWN, self.tr("The painter's own"))
        self._mine: PaletteEntry | None = None
        self._photo = PaletteEntry(PHOTO, self.tr("From my photo"), hint=self.tr("Open a photo to take its colours."))
        self._pictures: list[PaletteEntry] = []
        self._named = [PaletteEntry(each.id, each.title, each.palette.colours) for each in PALETTES.values()]
        self._entries = self._arranged()

    @property
    def entries(self) -> list[PaletteEntry]:
        return self._entries

    def row_of(self, key: str) -> int:
        """The row of an entry, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def put(self, entry: PaletteEntry) -> None:
        """Show an entry in its place, in place of the one of the same key."""
        if entry.key == OWN:
            self._own = entry
        elif entry.key == MINE:
            self._mine = entry
        elif entry.key == PHOTO:
            self._photo = entry
        else:
            others = [other for other in self._pictures if other.key != entry.key]
            self._pictures = [entry, *others][:PICTURES_KEPT]
        self._update()

    def _arranged(self) -> list[PaletteEntry]:
        mine = [] if self._mine is None else [self._mine]
        return [self._own, *mine, self._photo, *self._pictures, *self._named]

    def _update(self) -> None:
        fresh = self._arranged()
        if [each.key for each in fresh] == [each.key for each in self._entries]:
            self._entries = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, 0))
            return
        self.beginResetModel()
        self._entries = fresh
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Palettes", entry.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.hint or None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return entry.hint or ", ".join(entry.colours)
        return entry if role == self.ENTRY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usable = not self._entries[index.row()].hint
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if usable else Qt.ItemFlag.NoItemFlags


class PaletteList(QListView):
    """Palettes as swatch strips; one is chosen."""

    palette_picked = Signal(object)
    """The `PaletteEntry` that the artist chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PaletteModel(self)
        self._key = OWN
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Palettes"))
        self.selectionModel().currentChanged.connect(self._tell)
        self._model.modelReset.connect(self._restore)
        self._restore()

    @property
    def palettes(self) -> PaletteModel:
        return self._model

    @property
    def chosen(self) -> PaletteEntry:
        """The palette in use."""
        return self._model.entries[max(0, self._model.row_of(self._key))]

    def put(self, entry: PaletteEntry, *, choose: bool = False) -> None:
        """Show an entry, and use it where `choose` says so; neither is signalled."""
        if choose:
            self._key = entry.key
        self._model.put(entry)
        self._restore()

    def choose(self, key: str) -> None:
        """Use a palette as if it had been clicked."""
        row = self._model.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))

    @Slot()
    def _restore(self) -> None:
        self.selectionModel().blockSignals(True)
        index = self._model.index(max(0, self._model.row_of(self._key)), 0)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = current.data(PaletteModel.ENTRY)
        if isinstance(entry, PaletteEntry) and not entry.hint:
            self._key = entry.key
            self.palette_picked.emit(entry)


class _Delegate(QStyledItemDelegate):
    """A title, and the colours below it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(PaletteModel.ENTRY)
        look = theme.current()
        rect = QRectF(option.rect).adjusted(6, 1, -6, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and not entry.hint
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(look.accent), 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft if chosen else look.hover))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        inner = rect.adjusted(PADDING_PX, PADDING_PX - 2, -PADDING_PX, -PADDING_PX)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(look.text_off if entry.hint else look.text))
        metrics = QFontMetrics(font)
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, int(inner.width()))
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.drawText(inner, start, title)
        strip = QRectF(inner.left(), inner.bottom() - STRIP_PX, inner.width(), STRIP_PX)
        if entry.hint:
            hint = metrics.elidedText(entry.hint, Qt.TextElideMode.ElideRight, int(strip.width()))
            painter.setPen(option.palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText))
            painter.drawText(strip, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, hint)
        else:
            paint_strip(painter, strip.adjusted(0.5, 0.5, -0.5, -0.5), entry.colours)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(180, QFontMetrics(option.font).height() + STRIP_PX + 2 * PADDING_PX + 6)
