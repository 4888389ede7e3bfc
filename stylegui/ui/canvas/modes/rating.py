"""Stars on a picture: how a version is rated, and where to click to rate, reject or take it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from stylegui.ui.canvas import look
from stylegui.ui.canvas.modes.labels import INSET_PX

REJECTED = -1
STARS = 5
REJECT, TAKE = STARS, STARS + 1
ICON_PX = 2 * look.UNIT_PX
CELL_PX = 3 * look.UNIT_PX
HEIGHT_PX = 3.5 * look.UNIT_PX
GAP_PX = look.UNIT_PX
"""Between the stars, rejecting and taking: they are different things."""


class RatingStrip:
    """Five stars, a cross and a tick in the lower left of a picture. Parts are counted from 0, stars first."""

    def __init__(self) -> None:
        self.hot: int | None = None
        """The part under the pointer."""

    def cells(self, area: QRectF) -> list[QRectF]:
        """Where the parts lie on the visible part of a picture; none where there is no room."""
        width = CELL_PX * (STARS + 2) + 2 * GAP_PX + look.UNIT_PX
        if area.width() < width + 2 * INSET_PX or area.height() < 3 * HEIGHT_PX:
            return []
        x, y = round(area.left() + INSET_PX + look.UNIT_PX / 2), round(area.bottom() - INSET_PX - HEIGHT_PX)
        gaps = [0.0] * STARS + [GAP_PX, 2 * GAP_PX]
        return [QRectF(x + CELL_PX * part + gap, y, CELL_PX, HEIGHT_PX) for part, gap in enumerate(gaps)]

    def part_at(self, point: QPointF, area: QRectF) -> int | None:
        """The part at a point."""
        return next((part for part, cell in enumerate(self.cells(area)) if cell.contains(point)), None)

    @staticmethod
    def rating_of(part: int, rating: int) -> int | None:
        """What a click on a part makes of a rating: the same star again takes it back. None where it is to be taken."""
        if part == TAKE:
            return None
        wanted = REJECTED if part == REJECT else part + 1
        return 0 if wanted == rating else wanted

    def draw(self, painter: QPainter, area: QRectF, rating: int, font: QFont, *, active: bool) -> None:
        """Draw it whole where it is active, else only what the rating is."""
        cells = self.cells(area)
        if not cells or not (active or rating):
            return
        if not active:
            cells = cells[:rating] if rating > 0 else cells[:1]
        ground = cells[0].united(cells[-1]).adjusted(-look.UNIT_PX / 2, 0, look.UNIT_PX / 2, 0)
        look.draw_panel(painter, ground, look.UNIT_PX * 0.75)
        if not active and rating == REJECTED:
            self._draw_part(painter, cells[0], "close", lit=True, hot=False)
            return
        hot = self.hot if active else None
        filled = hot + 1 if hot is not None and hot < STARS else rating
        for star in range(min(STARS, len(cells))):
            self._draw_part(painter, cells[star], "star-filled" if star < filled else "star", lit=True, hot=hot == star)
        if active:
            self._draw_part(painter, cells[REJECT], "close", lit=rating == REJECTED, hot=hot == REJECT)
            self._draw_part(painter, cells[TAKE], "check", lit=True, hot=hot == TAKE)
            if hot is not None:
                self._draw_hint(painter, ground, area, hot, font)

    @staticmethod
    def _draw_part(painter: QPainter, cell: QRectF, icon: str, *, lit: bool, hot: bool) -> None:
        corner = cell.center() - QPointF(ICON_PX / 2, ICON_PX / 2)
        colour = look.PANEL_ACCENT if hot else look.PANEL_TEXT if lit else look.PANEL_TEXT_DIM
        look.draw_icon(painter, icon, QRectF(round(corner.x()), round(corner.y()), ICON_PX, ICON_PX), colour)

    def _draw_hint(self, painter: QPainter, ground: QRectF, area: QRectF, part: int, font: QFont) -> None:
        """What a click would do, in words above the strip."""
        words = self.part_words(part)
        size = look.chip_rect(font, words)
        y = ground.top() - look.UNIT_PX / 2 - size.height()
        if y > area.top() and size.width() + 2 * INSET_PX < area.width():
            look.draw_chip(painter, QPointF(area.left() + INSET_PX, round(y)), words, font)

    @staticmethod
    def part_words(part: int) -> str:
        """What a part does."""
        if part == TAKE:
            return QCoreApplication.translate("RatingStrip", "Work on this version (Enter)")
        if part == REJECT:
            return QCoreApplication.translate("RatingStrip", "Reject (R)")
        words = QCoreApplication.translate("RatingStrip", "{} stars ({})")
        return words.format(part + 1, part + 1)
