"""Aurora: northern lights over snow and water in soft pastel on dark paper.

A stick is drawn on its side: a straight block of colour as wide as the stick, streaked along its travel, that only
touches the paper's tooth and fills it pass by pass. Curtains take upright strokes, snow the fall of the slope, water
level ones; the last lights are pressed with the corner of the stick.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted, to_pixels
from stylegui.painters.field import Size, bilinear, enlarged, fbm, noise, resized
from stylegui.painters.placing import scattered
from stylegui.painters.relief import lit
from stylegui.painters.scenes.northern_lights import northern_night

# paper, night, deep blue, green light, pale green, rose, violet, snow, snow shadow, window, dark wood
PALETTE = Palette(
    (
        "#232a45", "#0d1430", "#27407f", "#35c98b", "#c8f5b4", "#e2629a", "#7a4fb5", "#eef3f7", "#7f9cc9", "#ffb648",
        "#16202b",
    )
)  # fmt: skip

OVERSIZE = 1.4


@dataclass(frozen=True)
class Pass:
    """One go over the sheet: how wide and long the strokes are (pixels at 1024), how near each other, how pressed.

    wanted: only where the study wants at least this much detail; spread: how far the colours stray.
    """

    width: float
    length: float
    spacing: float
    pressure: float
    wanted: float
    spread: float


PASSES = (
    Pass(46, 120, 30, 0.42, 0.0, 0.045),
    Pass(26, 84, 19, 0.52, 0.0, 0.055),
    Pass(14, 54, 11.5, 0.62, 0.22, 0.050),
    Pass(7.5, 32, 7.5, 0.80, 0.50, 0.040),
    Pass(4.2, 17, 4.8, 0.98, 0.74, 0.030),
)


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = enlarged(size, OVERSIZE)
    study, stars = northern_night(large, rng, palette, seed % 3)
    sheet = Sheet(large, rng, palette)
    for layer in PASSES:
        starts = scattered(large, max(3.0, layer.spacing * sheet.unit), rng)
        at = (starts[:, 0], starts[:, 1])
        need = bilinear(study.detail, *at) + rng.uniform(-0.10, 0.10, len(starts))
        starts = starts[need > layer.wanted]
        if not len(starts):
            continue
        at = (starts[:, 0], starts[:, 1])
        colours = bilinear(study.lab, *at)
        column = np.clip(at[0].astype(int), 0, large[0] - 1)
        row = np.clip(at[1].astype(int), 0, large[1] - 1)
        angles = study.angle[row, column] + rng.normal(0, 0.07, len(starts))
        fine = bilinear(study.detail, *at)
        for index, (x, y) in enumerate(starts):
            colour = shifted(
                colours[index], rng.normal(0, layer.spread), rng.normal(1.12, 0.16), rng.normal(0, 3.5 * layer.spread)
            )
            length = layer.length * rng.uniform(0.6, 1.25) * (1.2 - 0.5 * fine[index])
            sheet.stick(x, y, angles[index], layer.width * rng.uniform(0.7, 1.15), length, colour, layer.pressure)
    for x, y, strength in stars:
        sheet.dot(x, y, strength, ramp([palette[8], palette[7], palette[4]], np.array(rng.random())))
    return to_pixels(resized(sheet.seen(), size))


class Sheet:
    """Dark paper with a tooth, OKLab (H, W, 3), and how much pastel each place holds already (H, W)."""

    def __init__(self, size: Size, rng: np.random.Generator, palette: Palette) -> None:
        self.size, self.rng = size, rng
        self.unit = max(size) / 1024
        laid = np.sin(np.arange(size[1], dtype=np.float32)[:, None] / max(size) * 2 * np.pi * 170)
        self.tooth = np.tanh(0.62 * noise(size, 330, rng) + 0.42 * fbm(size, 120, rng, 2) + 0.22 * laid)
        self.lab = np.broadcast_to(palette[0], (size[1], size[0], 3)).astype(np.float32).copy()
        self.lab[..., 0] += 0.012 * fbm(size, (60, 20), rng, 3)
        self.held = np.zeros((size[1], size[0]), np.float32)
        self.streaks = noise((512, 256), (150, 3), rng) * 0.6 + noise((512, 256), (40, 2), rng) * 0.6

    def stick(
        self, x: float, y: float, angle: float, width: float, length: float, colour: Array, pressure: float
    ) -> None:
        """Drag the side of a stick over (x, y; pixels): a block `width` by `length` (pixels at 1024) along `angle`."""
        unit = self.unit
        wide, long_ = max(1.5, width * unit), max(2.0, length * unit)
        reach = int(np.hypot(wide, long_) / 2) + 2
        x0, x1 = max(0, int(x) - reach), min(self.size[0], int(x) + reach)
        y0, y1 = max(0, int(y) - reach), min(self.size[1], int(y) + reach)
        if x1 <= x0 or y1 <= y0:
            return
        px = np.arange(x0, x1, dtype=np.float32)[None, :] - np.float32(x)
        py = np.arange(y0, y1, dtype=np.float32)[:, None] - np.float32(y)
        c, s = np.float32(np.cos(angle)), np.float32(np.sin(angle))
        u, v = (c * px + s * py) / np.float32(long_ / 2), (c * py - s * px) / np.float32(wide / 2)
        row = np.clip(((u + 1) * 40 + 90).astype(np.int32) + int(self.rng.integers(0, 60)), 0, 255)
        lane = np.clip((v + 1) * min(width * 1.6, 60), 0, 150).astype(np.int32) + int(self.rng.integers(0, 340))
        streak = self.streaks[row, lane]
        ends = np.clip((1.02 - np.abs(u)) * 5, 0, 1) * np.clip((1.02 - np.abs(v)) * (2 + 0.18 * wide), 0, 1)
        window = (slice(y0, y1), slice(x0, x1))
        force = pressure + 0.20 * streak - 0.22 * u
        touch = np.clip((self.tooth[window] + 1.75 * force - 0.62 + 0.55 * self.held[window]) * 1.7 + 0.3, 0, 1)
        cover = touch * ends * np.float32(min(0.96, 0.52 + 0.45 * pressure))
        lab = self.lab[window]
        lab += (colour - lab) * cover[..., None]
        lab[..., 0] += 0.022 * streak * cover
        self.held[window] += (1 - self.held[window]) * 0.55 * cover

    def dot(self, x: float, y: float, strength: float, colour: Array) -> None:
        """Press the corner of the stick once: a star."""
        width = 1.6 + 5.2 * strength
        for turn in (0.3, 1.9):
            self.stick(x, y, turn + self.rng.normal(0, 0.4), width, width * 1.25, colour, 0.8 + 0.6 * strength)

    def seen(self) -> Array:
        """The sheet under a raking light: pastel is dust, so it shines nowhere."""
        relief = 0.8 * self.tooth * (1 - 0.45 * self.held) + 0.9 * self.held
        return lit(self.lab, relief * self.unit, depth=0.32 / self.unit)
