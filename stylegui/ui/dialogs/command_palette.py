"""A line to type into, and everything below it that can be done: commands, styles, presets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFont, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from stylegui.ui import theme
from stylegui.ui.dialogs.form import dim
from stylegui.ui.finding import NO_FIT, fit
from stylegui.ui.icons import icon

WIDTH_PX = 600
ROWS = 11
ROW_PX = 34
ICON_PX = 18
SHOWN_AT_MOST = 200

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Deed:
    """Something that can be done: its words, where it belongs, its keys, and what does it.

    One that is not `ready` is shown at the end, dimmed: it exists, but not now. `more` is also searched.
    """

    words: str
    do: Callable[[], None] = field(compare=False)
    group: str = ""
    keys: str = ""
    picture: QIcon | None = field(default=None, compare=False)
    ready: bool = True
    more: str = ""


class _Deeds(QAbstractListModel):
    def __init__(self, deeds: Sequence[Deed], latest: Sequence[str]) -> None:
        super().__init__()
        self._all = list(deeds)
        self._latest = {words: place for place, words in enumerate(latest)}
        self.shown: list[Deed] = []
        self.find("")

    def find(self, typed: str) -> None:
        self.beginResetModel()
        if typed.strip():
            fits = [
                (max(fit(typed, each.words), 0.8 * fit(typed, f"{each.words} {each.more}")), each) for each in self._all
            ]
            found = sorted((pair for pair in fits if pair[0] > NO_FIT), key=lambda pair: (not pair[1].ready, -pair[0]))
            self.shown = [each for _, each in found[:SHOWN_AT_MOST]]
        else:
            last = len(self._latest)
            ready = [each for each in self._all if each.ready]
            self.shown = sorted(ready, key=lambda each: self._latest.get(each.words, last))[:SHOWN_AT_MOST]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        deed = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return deed.words
        if role == Qt.ItemDataRole.DecorationRole:
            return deed.picture
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (deed.words, deed.group, deed.keys)))
        return deed if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or self.shown[index.row()].ready:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsSelectable


class _Row(QStyledItemDelegate):
    """Picture, words, and at the end the keys or the group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, max(ROW_PX, option.fontMetrics.height() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        deed, look = index.data(Qt.ItemDataRole.UserRole), theme.current()
        box = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft))
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 5, 5)
        if deed.picture is not None:
            place = QRect(box.left() + 14, box.center().y() - ICON_PX // 2 + 1, ICON_PX, ICON_PX)
            mode = QIcon.Mode.Normal if deed.ready else QIcon.Mode.Disabled
            deed.picture.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
        font = QFont(option.font)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        end = box.right() - 16
        for text, colour in ((deed.keys, look.text), (deed.group, look.text_dim)):
            if text:
                width = metrics.horizontalAdvance(text)
                painter.setPen(QColor(colour if deed.ready else look.text_off))
                painter.drawText(
                    QRect(end - width, box.top(), width, box.height()), Qt.AlignmentFlag.AlignVCenter, text
                )
                end -= width + 18
        start = box.left() + 14 + ICON_PX + 12
        painter.setPen(QColor(look.text if deed.ready else look.text_off))
        words = metrics.elidedText(deed.words, Qt.TextElideMode.ElideRight, end - start)
        painter.drawText(QRect(start, box.top(), end - start, box.height()), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class CommandPalette(QDialog):
    """Runs the deed that is chosen, after it has closed. `latest` are words of deeds that come first."""

    def __init__(self, deeds: Sequence[Deed], latest: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Commands"))
        self.setProperty("role", "palette")
        self.chosen: Deed | None = None
        self._model = _Deeds(deeds, latest)
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Type what you want to do, or a style’s name"))
        self._line.setAccessibleName(self.tr("Find a command"))
        self._line.addAction(icon("search", "text_dim"), QLineEdit.ActionPosition.LeadingPosition)
        self._line.textChanged.connect(self._find)
        self._line.installEventFilter(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(self._take)
        self._nothing = dim(self.tr("There is no command or style of that name."))
        self._nothing.setContentsMargins(14, 8, 14, 12)
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        layout.addWidget(self._nothing)
        self._list.setFixedHeight(ROWS * max(ROW_PX, self.fontMetrics().height() + 14) + 4)
        self._find("")
        self.resize(WIDTH_PX, self.sizeHint().height())
        self._place()

    def shown(self) -> list[str]:
        """The words of what is found, best first."""
        return [deed.words for deed in self._model.shown]

    def _place(self) -> None:
        """Below the top of the window, in its middle, where the eye expects it."""
        parent = self.parentWidget()
        if parent is not None:
            self.setFixedWidth(min(WIDTH_PX, max(parent.width() - 40, 240)))
            corner = parent.mapToGlobal(parent.rect().topLeft())
            self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + min(90, parent.height() // 8))

    @Slot(str)
    def _find(self, typed: str) -> None:
        self._model.find(typed)
        self._go_to(0)
        self._nothing.setVisible(not self._model.shown)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        deed = index.data(Qt.ItemDataRole.UserRole)
        if deed is not None and deed.ready:
            self.chosen = deed
            self.accept()

    def _step(self, rows: int) -> None:
        count = self._model.rowCount()
        if count:
            row = self._list.currentIndex().row() + rows
            row = row % count if abs(rows) == 1 else min(max(row, 0), count - 1)
            self._go_to(row)

    def _go_to(self, row: int) -> None:
        """Make a row the current one, and say it: the focus stays in the line above."""
        index = self._model.index(row, 0)
        self._list.setCurrentIndex(index)
        if index.isValid() and self.isVisible():
            words = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: ROWS - 1,
                Qt.Key.Key_PageUp: 1 - ROWS,
            }
            key = Qt.Key(event.key())
            if key in steps:
                self._step(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)
