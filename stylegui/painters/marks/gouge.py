"""A gouge in lino: lines along a phase field that swell with the light, so that tone comes from cutting alone."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, blurred, noise, slope, smoothstep, window
from stylegui.painters.study import pairs


class Cut:
    """A key block in the making: `ink` (H, W), 1 where lino stays and prints."""

    def __init__(self, size: Size, rng: np.random.Generator) -> None:
        self.size, self.rng = size, rng
        self.wander = 0.10 * noise(size, 24, rng) + 0.08 * noise(size, 70, rng)
        self.foam = np.zeros((size[1], size[0]), np.float32)
        self.ink = np.zeros((size[1], size[0]), np.float32)

    def lines(self, phase: Array, tone: Array, along: Array, breaks: float = 0.5) -> Array:
        """Gouged lines at the whole numbers of `phase`; `tone` in [0, 1] is how much white they leave.

        `along` runs along the lines: each cut starts and ends thin there.
        """
        step = phase + self.wander
        number = np.floor(step)
        scatter = np.sin(number * 127.1 + 311.7) * 43758.5453
        shift = scatter - np.floor(scatter)
        beat = along + shift * 7.3
        cut = np.abs(beat - np.floor(beat) - 0.5) * 2
        swell = 1 - breaks * smoothstep(0.72, 1.0, cut)
        width = np.clip(tone, 0, 1) * swell
        off = np.abs(step - number - 0.5) * 2
        across, down = slope(phase)
        soft = np.clip(2.2 * np.hypot(across, down), 1e-4, 0.5)  # one pixel, in line spacings
        return smoothstep(-1.0, 1.0, (off - width) / soft)

    def put(self, mask: Array, ink: Array) -> None:
        """Replace what is inside `mask`."""
        self.ink = self.ink * (1 - mask) + ink * mask

    def outlined(self, mask: Array, ink: Array, width: float = 0.0016) -> None:
        """Replace what is inside `mask` and leave a black line round it, `width` long sides wide."""
        sigma = width * max(self.size)
        box = window(mask, int(3 * sigma) + 2)
        if not mask[box].size:
            return
        part, rim = mask[box], blurred(mask[box], sigma)
        line = smoothstep(0.12, 0.30, rim) * smoothstep(0.95, 0.75, rim)
        self.ink[box] = np.maximum(self.ink[box] * (1 - part) + np.broadcast_to(ink, mask.shape)[box] * part, line)


class Block:
    """A colour block in the making: polygons in [0, 1] of width and height, drawn fast."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.image = Image.new("L", size, 0)
        self.pen = ImageDraw.Draw(self.image)

    def polygon(self, shape: Array, value: int = 255) -> None:
        self.pen.polygon(pairs(np.asarray(shape, np.float64) * self.size), fill=value)

    def line(self, shape: Array, width: float, value: int = 255) -> None:
        """A line through places, `width` in long sides."""
        points = np.asarray(shape, np.float64) * self.size
        self.pen.line(pairs(points), fill=value, width=max(1, round(width * max(self.size))), joint="curve")

    @property
    def mask(self) -> Array:
        """(H, W) float32 in [0, 1]."""
        return np.asarray(self.image, dtype=np.float32) / 255
