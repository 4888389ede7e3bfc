"""What a tile of the filmstrip shows, and where its parts are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPixmap

GAP_PX = 12
"""Between two pictures."""
TOP_PX = 9
CAPTION_GAP_PX = 7
LINE_GAP_PX = 2
BOTTOM_PX = 5
RADIUS_PX = 6.0
STAR_PX = 13
STARS = 5
LEAST_PICTURE_PX, MOST_PICTURE_PX = 56, 260
NARROWEST, WIDEST = 0.7, 2.2
"""Width of a picture to its height; what goes beyond is shown smaller, with air around it."""
LEAST_WIDTH_PX = STARS * STAR_PX + 34
"""Room for five stars and a time."""


@dataclass(frozen=True)
class FilmTile:
    """All that is seen of one version. `rating` is 1 to 5, 0 for none, -1 for rejected."""

    number: int
    title: str
    time: str
    size: tuple[int, int]
    rating: int
    favourite: bool
    current: bool
    complete: bool
    has_making: bool
    pixmap: QPixmap | None
    failed: bool


def caption_height(metrics: QFontMetrics) -> int:
    """What the two lines below a picture take."""
    return CAPTION_GAP_PX + metrics.height() + LINE_GAP_PX + max(metrics.height(), STAR_PX) + BOTTOM_PX


def picture_height(strip_px: int, metrics: QFontMetrics) -> int:
    """How high pictures are in a strip of this height."""
    return max(LEAST_PICTURE_PX, min(MOST_PICTURE_PX, strip_px - TOP_PX - caption_height(metrics)))


def cell_size(size: tuple[int, int], picture_px: int, metrics: QFontMetrics) -> QSize:
    """The cell of a version of this size, where pictures are `picture_px` high."""
    shape = min(max(size[0] / max(1, size[1]), NARROWEST), WIDEST)
    width = max(round(picture_px * shape), LEAST_WIDTH_PX)
    return QSize(width + GAP_PX, TOP_PX + picture_px + caption_height(metrics))


def picture_rect(cell: QRect, size: tuple[int, int], picture_px: int) -> QRect:
    """Where the whole picture is within a cell: as large as there is room, on the line of the captions."""
    room = QRect(cell.left() + GAP_PX // 2, cell.top() + TOP_PX, cell.width() - GAP_PX, picture_px)
    scale = min(room.width() / max(1, size[0]), room.height() / max(1, size[1]))
    width, height = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    return QRect(room.left() + (room.width() - width) // 2, room.bottom() + 1 - height, width, height)


def caption_rect(cell: QRect, picture_px: int, metrics: QFontMetrics) -> QRect:
    """The line with number and title."""
    top = cell.top() + TOP_PX + picture_px + CAPTION_GAP_PX
    return QRect(cell.left() + GAP_PX // 2, top, cell.width() - GAP_PX, metrics.height())


def rating_rect(cell: QRect, picture_px: int, metrics: QFontMetrics) -> QRect:
    """The line with stars and time."""
    caption = caption_rect(cell, picture_px, metrics)
    height = max(metrics.height(), STAR_PX)
    return QRect(caption.left(), caption.bottom() + 1 + LINE_GAP_PX, caption.width(), height)


def star_rect(line: QRect, place: int) -> QRectF:
    """The star at a place, 0 to 4, in the line of the rating."""
    return QRectF(line.left() + place * STAR_PX, line.center().y() + 1 - STAR_PX / 2, STAR_PX, STAR_PX)
