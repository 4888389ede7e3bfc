"""A drawing of flat shapes that remembers its contours, for painters that need both."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stylegui.painters.cells import seams
from stylegui.painters.colour import Array, Palette, mix_in, ramp
from stylegui.painters.field import Size, blurred, window
from stylegui.painters.study import frame, polygon, smooth_curve


class Drawing:
    """OKLab colours (H, W, 3) and contours (H, W) in [0, 1]; shapes are given in [0, 1] of width and height."""

    def __init__(self, ground: Array) -> None:
        self.lab = np.array(ground, dtype=np.float32)
        self.size: Size = (self.lab.shape[1], self.lab.shape[0])
        self.contour = np.zeros(self.lab.shape[:2], np.float32)
        self.thick_px = max(self.size) / 480
        self.fx, self.fy = frame(self.size)

    @property
    def ratio(self) -> float:
        """Height over width."""
        return self.size[1] / self.size[0]

    def lay(self, shape: Array, colour: Array, curve: bool = True, line: float = 1.0) -> Array:
        """Fill an outline (N, 2) with a colour (3,) or (H, W, 3); `line`: how strong its contour. Gives the mask."""
        mask = polygon(self.size, smooth_curve(shape, 160, closed=True) if curve else shape, 1)
        box = window(mask, int(np.ceil(self.thick_px * 3)) + 2)
        part = mask[box]
        if not part.size:
            return mask
        mix_in(self.lab[box], np.broadcast_to(colour, self.lab.shape)[box], part)
        rim = np.clip(blurred(seams(part > 0.5), self.thick_px * 0.7) * self.thick_px * 1.9, 0, 1) * line
        self.contour[box] = np.maximum(self.contour[box] * (1 - part * 0.9), rim)
        return mask

    def stroke(self, line: Array, width: float, colour: Array, contour: float = 0.0) -> None:
        """A line through (N, 2) places, `width` in picture widths."""
        path = smooth_curve(line, 60)
        ahead = np.gradient(path * [1, self.ratio], axis=0)
        ahead /= np.hypot(ahead[:, 0], ahead[:, 1])[:, None] + 1e-9
        side = np.stack([-ahead[:, 1], ahead[:, 0] / self.ratio], axis=1) * width / 2
        self.lay(np.vstack([path + side, (path - side)[::-1]]), colour, False, contour)

    def ball(self, x: float, y: float, radius: float, colours: Sequence[Array], line: float = 1.0) -> None:
        """A round thing lit from the upper left; `colours` from dark to light, radius in picture widths."""
        ring = np.arange(14) * np.pi / 7
        shape = np.stack([x + radius * np.cos(ring), y + radius / self.ratio * np.sin(ring)], axis=1)
        shade = 0.55 - ((self.fx - x) * 0.7 + (self.fy - y) * self.ratio) / radius * 0.5
        self.lay(shape, ramp(colours, np.clip(shade, 0, 1)), True, line)


def turned(shape: Array, x: float, y: float, lean: float, grow: float, ratio: float) -> Array:
    """An outline in its own square units set at a place, turned by `lean` radians and grown; (N, 2) in [0, 1]."""
    c, s = np.cos(lean) * grow, np.sin(lean) * grow
    return np.stack([x + shape[:, 0] * c - shape[:, 1] * s, y + (shape[:, 0] * s + shape[:, 1] * c) / ratio], axis=1)


def mirrored(shape: Array) -> Array:
    """Half an outline (x >= 0, top to bottom) with its mirror image."""
    return np.vstack([shape, shape[::-1] * [-1, 1]])


def shades(palette: Palette, place: int, dark: int, light: int) -> list[Array]:
    """A colour of the palette from its shade to its light: three OKLab colours."""
    own = palette[place]
    return [own + (palette[dark] - own) * 0.55, own, own + (palette[light] - own) * 0.5]
