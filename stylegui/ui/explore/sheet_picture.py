"""The sheet as one picture, to be kept or shown to somebody."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from stylegui.ui.explore.model import SheetModel

GAP_PX, HEAD_PX, NAMES_PX = 10, 40, 190
PAPER, INK = QColor("#f7f7f5"), QColor("#222222")


def sheet_picture(model: SheetModel, font: QFont) -> QImage:
    """All pictures that are there, with the names of rows and columns; a null image where there are none."""
    images = {cell.place: image for cell in model.cells if (image := model.image(cell.place)) is not None}
    if not images:
        return QImage()
    cell = next(iter(images.values())).size()
    rows, columns = model.rowCount(), model.columnCount()
    width = NAMES_PX + columns * (cell.width() + GAP_PX) + GAP_PX
    height = HEAD_PX + rows * (cell.height() + GAP_PX) + GAP_PX
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(PAPER)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    large = QFont(font)
    large.setPixelSize(17)
    painter.setFont(large)
    painter.setPen(INK)
    across = Qt.Orientation.Horizontal
    for column in range(columns):
        place = QRect(NAMES_PX + column * (cell.width() + GAP_PX), 0, cell.width(), HEAD_PX)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(model.headerData(column, across)))
    for row in range(rows):
        top = HEAD_PX + row * (cell.height() + GAP_PX)
        name = QRect(GAP_PX, top, NAMES_PX - 2 * GAP_PX, cell.height())
        words = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap)
        painter.drawText(name, words, str(model.headerData(row, Qt.Orientation.Vertical)))
        for column in range(columns):
            image = images.get((row, column))
            if image is not None:
                painter.drawImage(QRect(NAMES_PX + column * (cell.width() + GAP_PX), top, *cell.toTuple()), image)
    painter.end()
    return sheet
