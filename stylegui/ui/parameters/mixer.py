"""The mixer pad: two to four styles about a field with one point that sets all their weights."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stylegui.library.palette import main_colours
from stylegui.ui.canvas.pixels import image_pixels
from stylegui.ui.parameters.mixer_corner import PICTURE_PX, MixerCorner
from stylegui.ui.parameters.mixer_field import EDGE_PX, MixerField

GAP_PX = 4
SMALLEST_FIELD_PX = 84
LARGEST_FIELD_PX = 236
LARGEST_LINE_PX = 320


class MixerPad(QWidget):
    """Shows the shares of its styles, which are given in reading order, and lets one hand set them all."""

    moved = Signal(object)  # list[float], the shares, sum 1; follows the hand
    rested = Signal()

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        count = len(titles)
        self.field = MixerField(titles, self)
        self.field.moved.connect(self._show_shares)
        self.field.moved.connect(self.moved)
        self.field.rested.connect(self.rested)
        feet = {2: (), 3: (1, 2), 4: (2, 3)}[count]
        self.corners = [MixerCorner(index in feet, self) for index in range(count)]
        self._palettes: list[tuple[str, ...]] = [()] * count
        for index, corner in enumerate(self.corners):
            corner.clicked.connect(functools.partial(self._choose_only, index))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_titles(titles)
        self._show_shares(self.field.shares)

    @property
    def held(self) -> bool:
        """Whether the point is in the hand."""
        return self.field.held

    def set_titles(self, titles: Sequence[str]) -> None:
        self.field.set_titles(titles)
        for corner, title in zip(self.corners, titles, strict=True):
            corner.set_title(title)

    def set_shares(self, shares: Sequence[float]) -> None:
        """Show these shares (sum 1), without telling anyone. A point that is dragged is left in the hand."""
        self.field.set_shares(shares)
        self._show_shares(shares)

    def set_thumbnail(self, index: int, thumbnail: QPixmap) -> None:
        """Show a style's picture at its corner, and its main colours in the field."""
        self._palettes[index] = main_colours(image_pixels(thumbnail.toImage()))
        self.corners[index].set_thumbnail(thumbnail)
        self.field.set_palettes(self._palettes)

    def _show_shares(self, shares: Sequence[float]) -> None:
        for corner, share in zip(self.corners, shares, strict=True):
            corner.set_share(share)

    def _choose_only(self, index: int) -> None:
        self.field.choose_only(index)

    def _arrangement(self, width: int) -> tuple[QRect, list[QRect]]:
        """Where the field and the corners are in a pad of this width, read from left to right."""
        corner = self.corners[0].sizeHint()
        line, peak = len(self.corners) == 2, len(self.corners) == 3
        room = width - 2 * (corner.width() + GAP_PX)
        side = max(self._least_side(), min(room, LARGEST_LINE_PX if line else LARGEST_FIELD_PX))
        left = (width - side) // 2
        field = QRect(left, corner.height() if peak else 0, side, self.field.height_for(side))
        if line:
            field.moveTop((PICTURE_PX - field.height()) // 2)
        first_x, last_x = left - GAP_PX - corner.width(), left + side + GAP_PX
        edge_px = round(EDGE_PX)
        low_y = field.bottom() + 1 - edge_px - corner.height()
        places = {
            2: [(first_x, 0), (last_x, 0)],
            3: [((width - corner.width()) // 2, 0), (first_x, low_y), (last_x, low_y)],
            4: [(first_x, edge_px), (last_x, edge_px), (first_x, low_y), (last_x, low_y)],
        }[len(self.corners)]
        return field, [QRect(x, y, corner.width(), corner.height()) for x, y in places]

    def _least_side(self) -> int:
        """The smallest field; a square has two corners on each side of it, one above the other."""
        stacked = 2 * self.corners[0].sizeHint().height() + 2 * round(EDGE_PX) + GAP_PX
        return max(SMALLEST_FIELD_PX, stacked) if len(self.corners) == 4 else SMALLEST_FIELD_PX

    def _arrange(self) -> None:
        field, places = self._arrangement(self.width())
        direction = self.layoutDirection()
        frame = self.rect()
        for widget, place in zip([self.field, *self.corners], [field, *places], strict=True):
            widget.setGeometry(self.style().visualRect(direction, frame, place))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        field, places = self._arrangement(width)
        return max(rect.bottom() + 1 for rect in [field, *places])

    def sizeHint(self) -> QSize:
        width = self.minimumSizeHint().width() + 100
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._least_side() + 2 * (self.corners[0].sizeHint().width() + GAP_PX)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._arrange()
        super().changeEvent(event)
