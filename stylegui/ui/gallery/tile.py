"""Where the parts of a tile are, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPixmap

GAP_PX = 12
RADIUS_PX = 8.0
SPOT_PX = 30  # where a click means the star or the tick
BADGE_PX = 22
BADGE_INSET_PX = 6
SWATCH_SHARE, SWATCH_MIN_PX, SWATCH_MAX_PX = 0.28, 26, 72


@dataclass(frozen=True)
class Tile:
    """All that is seen of one style. `position` is its place in the blend of `blend_size`, 0 if it is not chosen.

    `painted` is the artist's photo in this style, and `arrival` how much of it is to be seen, from 0 to 1.
    """

    title: str
    pixmap: QPixmap | None
    palette: tuple[str, ...]
    favourite: bool
    rating: int
    position: int
    blend_size: int
    missing: bool
    failed: bool
    painted: QPixmap | None = None
    arrival: float = 1.0


def picture_rect(cell: QRect) -> QRect:
    """The square of the picture within a cell."""
    side = cell.width() - GAP_PX
    return QRect(cell.left() + GAP_PX // 2, cell.top() + GAP_PX // 2, side, side)


def swatch_rect(picture: QRect | QRectF) -> QRectF:
    """Where the style itself is shown on a photo that is painted in it: the corner at the top left, where skies are."""
    side = max(SWATCH_MIN_PX, min(SWATCH_MAX_PX, round(picture.width() * SWATCH_SHARE)))
    return QRectF(picture.left() + BADGE_INSET_PX, picture.top() + BADGE_INSET_PX, side, side)


def star_rect(cell: QRect) -> QRect:
    """Where a click marks the style as a favourite: the corner at the top right."""
    picture = picture_rect(cell)
    return QRect(picture.right() - SPOT_PX + 1, picture.top(), SPOT_PX, SPOT_PX)


def tick_rect(cell: QRect) -> QRect:
    """Where a click selects the style: the corner at the bottom right."""
    picture = picture_rect(cell)
    return QRect(picture.right() - SPOT_PX + 1, picture.bottom() - SPOT_PX + 1, SPOT_PX, SPOT_PX)


def title_rect(cell: QRect) -> QRect:
    """Where a title is typed: over the foot of the picture."""
    picture = picture_rect(cell)
    return QRect(picture.left() + 4, picture.bottom() - SPOT_PX, picture.width() - 8, SPOT_PX - 3)


def badge_rect(corner: QRect | QRectF) -> QRectF:
    """The disc or box in the middle of a corner's spot."""
    badge = QRectF(0, 0, BADGE_PX, BADGE_PX)
    badge.moveCenter(QRectF(corner).center())
    return badge
