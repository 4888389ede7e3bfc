"""Ways to compare, what is compared, and how panes share the canvas."""

from __future__ import annotations

import functools
import math
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from stylegui.ui.canvas import look

GAP_PX = look.UNIT_PX
MAX_CONTACTS = 9
UPRIGHT_GAIN = 1.1
"""Two pictures stand side by side, as everyone expects, unless they are that much larger one above the other."""


class CompareMode(StrEnum):
    OFF = "off"
    WIPE = "wipe"
    SIDE_BY_SIDE = "side_by_side"
    FLICKER = "flicker"
    DIFFERENCE = "difference"
    LENS = "lens"
    N_UP = "n_up"


PAIR_MODES = tuple(mode for mode in CompareMode if mode is not CompareMode.N_UP)
"""Those that show one result and what it is compared with, in the order of the key that goes through them."""


class Contact(NamedTuple):
    """One of several versions that are seen together: its picture, its name, the key that signals tell it by."""

    image: QImage
    label: str
    key: str


def panes(count: int, size: QSize, picture: QSize, margin_px: int = 0) -> tuple[QRect, ...]:
    """`count` panes of one size, row by row, in which pictures of this shape become as large as they can.

    All in logical pixels; `margin_px` is what the camera keeps free around a fitted picture. A last row that is not
    full stands in the middle.
    """
    return _panes(count, size.toTuple(), picture.toTuple(), margin_px)


@functools.lru_cache(maxsize=16)
def _panes(count: int, room: tuple[int, int], picture: tuple[int, int], margin_px: int) -> tuple[QRect, ...]:
    """They are asked for many times between two changes."""
    size = QSize(*room)
    if count <= 1:
        return (QRect(0, 0, size.width(), size.height()),)
    wide, high = max(picture[0], 1), max(picture[1], 1)
    best, most = 1, 0.0
    for columns in range(count, 0, -1):
        cell = _cell(size, columns, math.ceil(count / columns))
        scale = min((cell.width() - 2 * margin_px) / wide, (cell.height() - 2 * margin_px) / high)
        if scale > most * (UPRIGHT_GAIN if count == 2 else 1.0):
            best, most = columns, scale
    rows = math.ceil(count / best)
    cell = _cell(size, best, rows)
    found = []
    for index in range(count):
        row, column = divmod(index, best)
        missing = best - min(count - row * best, best)
        indent = missing * (cell.width() + GAP_PX) // 2
        # Whole steps from both edges: the last pane ends where the canvas ends.
        x = _start(size.width(), cell.width(), column, best) + indent
        found.append(QRect(x, _start(size.height(), cell.height(), row, rows), cell.width(), cell.height()))
    return tuple(found)


def _cell(size: QSize, columns: int, rows: int) -> QSize:
    width = (size.width() - GAP_PX * (columns - 1)) // columns
    height = (size.height() - GAP_PX * (rows - 1)) // rows
    return QSize(max(width, 1), max(height, 1))


def _start(whole: int, cell: int, index: int, count: int) -> int:
    return (whole - cell) * index // (count - 1) if count > 1 else 0
