"""The sample photos on the empty canvas: small pictures that open at a click."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QImage, QImageReader, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from stylegui.resources import resource
from stylegui.ui import theme
from stylegui.ui.canvas import look

TILE_PX = (96, 64)
GAP_PX = look.UNIT_PX


class Samples(QWidget):
    """All sample photos, in as few rows as fit."""

    chosen = Signal(object)
    """A list of one path, as of a file that was dropped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_PX)
        folder = resource("samples")
        records = json.loads((folder / "samples.json").read_text(encoding="utf-8"))
        self.tiles = [Tile(folder / record["file"], record["title"], self) for record in records]
        for tile in self.tiles:
            tile.clicked.connect(functools.partial(self.chosen.emit, [tile.path]))
        self._columns = 0

    def fit(self, width_px: int, height_px: int) -> None:
        """Lay the photos out in one row or two, or hide them where there is no room."""
        step_x, step_y = TILE_PX[0] + GAP_PX, TILE_PX[1] + GAP_PX
        for columns in (len(self.tiles), (len(self.tiles) + 1) // 2):
            rows = -(-len(self.tiles) // columns)
            if columns * step_x - GAP_PX <= width_px and rows * step_y - GAP_PX <= height_px:
                self._arrange(columns)
                self.show()
                return
        self.hide()

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for index, tile in enumerate(self.tiles):
                self._grid.addWidget(tile, index // columns, index % columns)


class Tile(QAbstractButton):
    """One sample photo, cut to the shape of the tile and read when it is first seen."""

    def __init__(self, path: Path, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = path
        self._image = QImage()
        self.setFixedSize(*TILE_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(title)
        self.setAccessibleName(self.tr("Sample photo: {}").format(title))

    def _read(self) -> QImage:
        """The photo, just large enough to cover the tile."""
        reader = QImageReader(str(self.path))
        pixels = QSize(*TILE_PX) * self.devicePixelRatioF()
        reader.setScaledSize(reader.size().scaled(pixels, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
        return reader.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._image.isNull():
            self._image = self._read()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, look.UNIT_PX * 0.75, look.UNIT_PX * 0.75)
        if not self._image.isNull():
            painter.setClipPath(outline)
            size = self._image.size().toSizeF().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            # A tall picture shows its upper part: that is where a face is.
            left, top = frame.center().x() - size.width() / 2, frame.top() - (size.height() - frame.height()) * 0.18
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
            painter.setClipping(False)
        here = theme.current()
        lively = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(theme.accent() if lively else look.faded(here.text, 0.25), 2 if lively else 1))
        painter.drawPath(outline)
