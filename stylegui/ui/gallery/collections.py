"""Which part of the library is shown: a list of collections with the number of styles in each, and their order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QToolButton,
    QWidget,
)

from stylegui.library import Order
from stylegui.ui import icons, theme

COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
ICON_PX = 16
_COUNT_ROOM_PX = 44
_ARROW_ROOM_PX = 24
_INSET_PX = 8

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """One line of the list: what it is called, what `StyleLibrary.search` takes for it, and how many it holds."""

    text: str
    key: str
    count: int
    icon: str = ""


class CollectionBox(QComboBox):
    """Chooses a collection. Groups of entries are kept apart by a line; the chosen one stays if it can."""

    collection_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Collection"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(24)
        self.setItemDelegate(CountDelegate(self))
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.currentIndexChanged.connect(self._tell)

    @property
    def collection(self) -> str:
        """What is chosen, as `StyleLibrary.search` takes it."""
        return str(self.currentData() or "")

    def set_groups(self, groups: list[list[Entry]]) -> None:
        """Offer these. Says nothing if the choice stays."""
        before = self.collection
        self.blockSignals(True)
        self.clear()
        for group in groups:
            if group and self.count():
                self.insertSeparator(self.count())
            for entry in group:
                self.addItem(icons.icon(entry.icon, "text_dim"), entry.text, entry.key)
                place = self.count() - 1
                self.setItemData(place, entry.count, COUNT_ROLE)
                spoken = self.tr("{}, {} styles").format(entry.text, entry.count)
                self.setItemData(place, spoken, Qt.ItemDataRole.AccessibleTextRole)
        self.setCurrentIndex(max(0, self.findData(before)))
        self.blockSignals(False)
        self.update()
        if self.collection != before:
            self._tell()

    @Slot(str)
    def show_collection(self, key: str) -> None:
        """Choose this one; the first one if it is not there."""
        self.setCurrentIndex(max(0, self.findData(key)))

    @Slot()
    def _tell(self) -> None:
        self.collection_changed.emit(self.collection)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        count = self.currentData(COUNT_ROLE)
        number = QLocale().toString(count) if isinstance(count, int) else ""
        metrics = self.fontMetrics()
        room = QRect(_INSET_PX, 0, self.width() - _INSET_PX - _ARROW_ROOM_PX, self.height())
        name_px = room.width() - metrics.horizontalAdvance(number) - _INSET_PX
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        name = metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, name_px)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(QColor(theme.current().text_dim))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)


class CountDelegate(QStyledItemDelegate):
    """An entry with its number at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator":
            line = QColor(theme.current().line)
            rect = QRect(option.rect)
            painter.fillRect(rect.left() + _INSET_PX, rect.center().y(), rect.width() - 2 * _INSET_PX, 1, line)
            return
        super().paint(painter, option, index)
        count = index.data(COUNT_ROLE)
        if isinstance(count, int):
            painter.save()
            painter.setPen(QColor(theme.current().text_dim))
            room = QRect(option.rect).adjusted(0, 0, -_INSET_PX - 2, 0)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, QLocale().toString(count)
            )
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        if index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator":
            return QSize(size.width(), 9)
        return QSize(size.width() + _COUNT_ROOM_PX, max(size.height(), 28))


class OrderButton(QToolButton):
    """Chooses the order of the tiles."""

    order_changed = Signal(object)
    """The artist has chosen an `Order`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icons.icon("sort"))
        self.setAccessibleName(self.tr("Order"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._group = QActionGroup(self)
        words = {
            Order.GALLERY: self.tr("As in a gallery"),
            Order.TITLE: self.tr("By title"),
            Order.ARTIST: self.tr("By artist"),
            Order.NEWEST: self.tr("Newest first"),
            Order.RATING: self.tr("Best rated first"),
        }
        for order, text in words.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(order)
            self._group.addAction(action)
        self._group.actions()[0].setChecked(True)
        self._group.triggered.connect(self._choose)
        self.setMenu(menu)
        self._explain()

    @property
    def order(self) -> Order:
        """The order that is chosen."""
        chosen = self._group.checkedAction()
        order = chosen.data() if chosen is not None else None
        return order if isinstance(order, Order) else Order.GALLERY

    def show_order(self, order: Order) -> None:
        """Show this order as chosen, without a signal."""
        for action in self._group.actions():
            if action.data() is order:
                action.setChecked(True)
        self._explain()

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._explain()
        self.order_changed.emit(action.data())

    def _explain(self) -> None:
        chosen = self._group.checkedAction()
        self.setToolTip(self.tr("Order: {}").format(chosen.text() if chosen is not None else ""))
