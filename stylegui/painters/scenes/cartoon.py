"""A cartoon for a window: which pane every pixel belongs to, what the pane shows and how much light it has."""

from __future__ import annotations

import numpy as np

from stylegui.painters.cells import compact, seams
from stylegui.painters.colour import Array
from stylegui.painters.field import Size, grid

Rows = dict[int, tuple[int, ...]]  # kind of thing -> places in the palette from dark to light


class Cartoon:
    """Panes as they are drawn one over the other, all (H, W).

    number: any whole number for each pane; kind: what it shows; bright: its light in [0, 1]; heavy: 1 where a form ends
    that stronger lead goes round.
    """

    def __init__(self, size: Size, rows: Rows) -> None:
        self.size, self.rows = size, rows
        shape = (size[1], size[0])
        self.number, self.kind = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        self.bright, self.heavy = np.full(shape, 0.5, np.float32), np.zeros(shape, np.int64)
        self.layers = 0

    def put(
        self, inside: Array, kind: Array | int, piece: Array | int = 0, bright: Array | float = 0.5, heavy: bool = False
    ) -> None:
        """Lay a form over what is there, divided into panes by the whole numbers of `piece`."""
        self.layers += 1
        inside = np.asarray(inside, bool)
        self.number = np.where(
            inside, self.layers * 1_000_000 + np.asarray(piece).astype(np.int64) % 1_000_000, self.number
        )
        self.kind = np.where(inside, kind, self.kind)
        self.bright = np.where(inside, bright, self.bright).astype(np.float32)
        self.heavy = np.where(inside, self.layers if heavy else 0, self.heavy)

    def border(self, kind: int, corner: int, width: float = 0.036, long: float = 1 / 16) -> None:
        """A frame of oblong panes with a square at each corner; sizes in long sides."""
        x, y = grid(self.size)
        to_x, to_y = np.minimum(x, x.max() - x), np.minimum(y, y.max() - y)
        edge = np.argmin(np.stack([x, x.max() - x, y, y.max() - y]), axis=0)
        along = np.floor(np.where(to_x < to_y, y, x) / long)
        self.put(np.minimum(to_x, to_y) < width, kind, edge * 100 + along, 0.4, True)
        quarter = (x > 0.5 * x.max()) * 2 + (y > 0.5 * y.max())
        self.put(np.maximum(to_x, to_y) < width, corner, quarter, 0.5, True)

    @property
    def panes(self) -> Array:
        """(H, W) pane numbers 0 … N - 1."""
        return compact(self.number)

    @property
    def bold(self) -> Array:
        """(H, W): 1 on the heavy leads."""
        return seams(self.heavy)
