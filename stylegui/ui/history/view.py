"""The strip: versions from left to right, moved along with the wheel, held to be seen, chosen with two clicks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from stylegui.project.document import Version
from stylegui.ui.history.delegate import FilmDelegate
from stylegui.ui.history.holding import Holding
from stylegui.ui.history.model import Index, VersionModel
from stylegui.ui.history.tile import LEAST_PICTURE_PX, WIDEST

NOTCH = 120
PX_PER_NOTCH = 96
HEIGHT_PX = 158
MARGIN_PX = 6
_Key = Qt.Key
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


class FilmView(QListView):
    """Tiles of versions. A double click or Enter goes to a version; holding the button or Space only peeks at it.

    Signals about several versions carry a list of `Version`, in the order of the strip.
    """

    adopted = Signal(object)
    """A `Version` to go to."""
    rated = Signal(object, int)
    favourite_toggled = Signal(object)
    removal_wanted = Signal(object)
    drag_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    selection_moved = Signal()
    """Others are selected now."""

    def __init__(self, model: VersionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._pressed_at = QPoint()
        self._pressed: Version | None = None
        self._pressed_star = 0
        self._delegate = FilmDelegate(model, self)
        self.holding = Holding(self)
        self._seen_timer = QTimer(self)
        self._seen_timer.setSingleShot(True)
        self._seen_timer.setInterval(0)
        self._seen_timer.timeout.connect(self._tell_seen)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewportMargins(MARGIN_PX, 0, 0, 0)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Versions"))
        self.setAccessibleDescription(
            self.tr(
                "Enter goes to a version, holding Space shows it on the canvas, 0 to 5 rate it, R rejects it, "
                "full stop marks a favourite, Delete removes it."
            )
        )
        self.horizontalScrollBar().valueChanged.connect(self._seen_timer.start)
        model.rowsInserted.connect(self._seen_timer.start)
        model.rowsRemoved.connect(self._seen_timer.start)
        model.modelReset.connect(self._seen_timer.start)
        self.selectionModel().selectionChanged.connect(self.selection_moved)
        self._fit()

    @property
    def versions(self) -> list[Version]:
        """What keys and menus are about: the selected versions, in the order of the strip."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.versions[row] for row in rows]

    @property
    def version(self) -> Version | None:
        """The version that has the focus."""
        return self._model.version_at(self.currentIndex())

    def select(self, version: Version | None) -> None:
        """Give a version the focus, select it alone, and bring it into sight."""
        index = self._model.index_of(version)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()

    @Slot(object)
    def rename(self, version: Version) -> None:
        """Let the artist type another title in place."""
        self.select(version)
        self.edit(self._model.index_of(version))

    def rows_in_sight(self) -> range:
        """The rows whose tiles are, at least in part, within sight."""
        middle = self.viewport().height() // 2
        count = self._model.rowCount()
        first, last = self._row_at(QPoint(1, middle)), self._row_at(QPoint(self.viewport().width() - 1, middle))
        if not count or first < 0:
            return range(0)
        return range(first, count if last < 0 else last + 1)

    def _row_at(self, point: QPoint) -> int:
        return self.indexAt(point).row()

    @Slot()
    def _tell_seen(self) -> None:
        rows = self.rows_in_sight()
        ahead = range(max(0, rows.start - len(rows)), min(self._model.rowCount(), rows.stop + len(rows)))
        self._model.retain_thumbnails(rows, ahead)

    @Slot()
    def _fit(self) -> None:
        """Have tiles as high as the strip; the bar below them has its place whether it is needed or not."""
        strip_px = self.height() - self.horizontalScrollBar().sizeHint().height()
        if self._delegate.set_room(strip_px, self.font()):
            long_px = round(self._delegate.picture_px * WIDEST * self.devicePixelRatioF() * 0.75)
            self._model.set_thumbnail_px(long_px)
            self.scheduleDelayedItemsLayout()
        self._seen_timer.start()

    def keyboardSearch(self, search: str) -> None:
        """Letters and digits are commands here, not the beginning of a title."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == _Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.holding.hold(self.version)
            return
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.version is not None:
                self.adopted.emit(self.version)
            return
        if event.key() == _Key.Key_F2 and self.version is not None:
            self.rename(self.version)
            return
        super().keyPressEvent(event)
        if self.holding.seen is not None:
            self.holding.hold(self.version)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _Key.Key_Space and not event.isAutoRepeat():
            self.holding.let_go()
            return
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # A key that is let go elsewhere is never reported.
        self.holding.let_go()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._pressed_at = event.position().toPoint()
        self._pressed, self._pressed_star = self._model.version_at(index), 0
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._pressed_star = self._delegate.star_at(self.visualRect(index), self._pressed_at)
            if not self._pressed_star and not event.modifiers():
                self.holding.press(self._pressed)
        if not self._pressed_star:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        self._delegate.set_pointer(position)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.update(self.indexAt(position))
            super().mouseMoveEvent(event)
            return
        far = (position - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far and event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            version, self._pressed = self._pressed, None
            self.holding.let_go()
            if not self._pressed_star:
                self.drag_wanted.emit(version)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.holding.let_go()
        star, version, self._pressed_star = self._pressed_star, self._pressed, 0
        if not star:
            super().mouseReleaseEvent(event)
            return
        index = self.indexAt(event.position().toPoint())
        if version is not None and self._delegate.star_at(self.visualRect(index), event.position().toPoint()) == star:
            self.rated.emit([version], 0 if self._model.rating(version) == star else star)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        version = self._model.version_at(index)
        on_star = self._delegate.star_at(self.visualRect(index), event.position().toPoint()) if version else 0
        if version is not None and not on_star and event.button() is Qt.MouseButton.LeftButton:
            self.adopted.emit(version)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel has one direction, and so has the strip."""
        angle, pixels = event.angleDelta(), event.pixelDelta()
        if not pixels.isNull():
            way = pixels.x() or pixels.y()
        else:
            way = round((angle.x() or angle.y()) / NOTCH * PX_PER_NOTCH)
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - way)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.holding.let_go()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            where = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(self.versions, self.viewport().mapToGlobal(where))

    def leaveEvent(self, event: QEvent) -> None:
        self._delegate.set_pointer(QPoint(-1, -1))
        self.viewport().update()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LEAST_PICTURE_PX + 60)
