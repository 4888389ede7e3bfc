"""The painters, each with a small picture in the colours that are chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QImageReader,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from stylegui.painters import PAINTERS, WORKS
from stylegui.resources import resources_root
from stylegui.ui import theme

COLUMNS = 2
GAP_PX = 10
RADIUS_PX = 7.0
RING_PX = 2.5
TITLE_SPACE_PX = 5
WORK_PX = 140

Index = QModelIndex | QPersistentModelIndex


class PainterModel(QAbstractListModel):
    """All painters of the table, in its order."""

    PAINTER = Qt.ItemDataRole.UserRole
    PICTURE = Qt.ItemDataRole.UserRole + 1
    FRESH = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._painters = list(PAINTERS.values())
        self._pictures: dict[str, tuple[QImage, bool]] = {}

    def show_works(self) -> None:
        """Until a painter has painted here, let a work of its in the gallery stand for it, faded."""
        for work in WORKS:
            if work.painter not in self._pictures:
                reader = QImageReader(str(resources_root() / "styles" / work.id / "image.jpg"))
                size = reader.size()
                reader.setScaledSize(size.scaled(WORK_PX, WORK_PX, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
                if not (image := reader.read()).isNull():
                    self._pictures[work.painter] = (image, False)

    def row_of(self, painter: str) -> int:
        return next(row for row, each in enumerate(self._painters) if each.id == painter)

    def show_picture(self, painter: str, image: QImage | None) -> None:
        """Show a painter's picture; None says that the one that is shown is of yesterday."""
        before = self._pictures.get(painter)
        if image is not None:
            self._pictures[painter] = (image, True)
        elif before is not None:
            self._pictures[painter] = (before[0], False)
        index = self.index(self.row_of(painter), 0)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._painters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._painters):
            return None
        painter = self._painters[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return QCoreApplication.translate("Painters", painter.title)
        if role == self.PAINTER:
            return painter.id
        image, fresh = self._pictures.get(painter.id, (None, False))
        if role == self.PICTURE:
            return image
        return fresh if role == self.FRESH else None


class PainterList(QListView):
    """Painters in two columns; one is chosen."""

    painter_picked = Signal(str)
    visible_changed = Signal()
    """Other painters have come into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PainterModel(self)
        self._model.show_works()
        self._delegate = _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Painters"))
        self.setCurrentIndex(self._model.index(0, 0))
        self.selectionModel().currentChanged.connect(self._tell)
        self.verticalScrollBar().valueChanged.connect(self.visible_changed)

    @property
    def table(self) -> PainterModel:
        return self._model

    @property
    def chosen(self) -> str:
        """The id of the chosen painter."""
        return str(self.currentIndex().data(PainterModel.PAINTER))

    @property
    def picture(self) -> QImage | None:
        """What is shown of the chosen painter."""
        picture = self.currentIndex().data(PainterModel.PICTURE)
        return picture if isinstance(picture, QImage) else None

    def choose(self, painter: str) -> None:
        """Choose a painter as if it had been clicked."""
        self.setCurrentIndex(self._model.index(self._model.row_of(painter), 0))

    def visible(self) -> list[str]:
        """The painters in sight, from the top."""
        sight = self.viewport().rect()
        rows = (self._model.index(row, 0) for row in range(self._model.rowCount()))
        return [str(index.data(PainterModel.PAINTER)) for index in rows if self.visualRect(index).intersects(sight)]

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.painter_picked.emit(str(current.data(PainterModel.PAINTER)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        cell = self._delegate.fit((self.viewport().width() - 1) // COLUMNS, self.font())
        self.setGridSize(cell)
        super().resizeEvent(event)
        self.visible_changed.emit()


class _Delegate(QStyledItemDelegate):
    """A rounded picture with the painter's name below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cell = QSize(110, 110)

    def fit(self, width_px: int, font: QFont) -> QSize:
        """Cells are so wide from now on; their whole size."""
        picture_px = (width_px - GAP_PX) * 3 // 4
        self._cell = QSize(width_px, picture_px + GAP_PX + TITLE_SPACE_PX + QFontMetrics(font).height() + 4)
        return self._cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = theme.current()
        cell = QRect(option.rect)
        width = cell.width() - GAP_PX
        rect = QRectF(cell.left() + GAP_PX / 2, cell.top() + GAP_PX / 2, width, width * 3 // 4)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        image = index.data(PainterModel.PICTURE)
        painter.fillPath(shape, QColor(look.raised))
        if isinstance(image, QImage):
            painter.setOpacity(1.0 if index.data(PainterModel.FRESH) else 0.45)
            painter.fillPath(shape, _filling(image, rect))
            painter.setOpacity(1.0)
        if hovered and not chosen:
            painter.fillPath(shape, QColor(255, 255, 255, 26))
        line = QColor(look.text)
        line.setAlphaF(0.12)
        painter.setPen(QPen(line, 1))
        painter.drawPath(shape)
        if chosen:
            painter.setPen(QPen(QColor(look.accent), RING_PX))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), RADIUS_PX + 3, RADIUS_PX + 3)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(look.text), 1, Qt.PenStyle.DotLine))
                painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), RADIUS_PX + 1, RADIUS_PX + 1)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(look.text if chosen or hovered else look.text_dim))
        below = QRectF(rect.left() - 3, rect.bottom() + TITLE_SPACE_PX, rect.width() + 6, cell.bottom() - rect.bottom())
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, title)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._cell


def _filling(image: QImage, rect: QRectF) -> QBrush:
    """The image as a brush that covers `rect`: filling a path is smooth at the corners, clipping is not."""
    brush = QBrush(image)
    scale = max(rect.width() / image.width(), rect.height() / image.height())
    left = rect.center().x() - image.width() * scale / 2
    top = rect.center().y() - image.height() * scale / 2
    brush.setTransform(QTransform(scale, 0, 0, scale, left, top))
    return brush
