"""Ink on absorbent paper: washes that spread, and strokes of a loaded brush that swell, lift and run dry."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, blurred, fbm, noise, smoothstep
from stylegui.painters.lines import ribbon


class Scroll:
    """Absorbent paper: ink, red and cool pigment it holds, each (H, W) in optical density."""

    def __init__(self, size: Size, rng: np.random.Generator) -> None:
        self.size, self.rng = size, rng
        self.unit = max(size) / 1536
        self.ink = np.zeros((size[1], size[0]), np.float32)
        self.red, self.cool = np.zeros_like(self.ink), np.zeros_like(self.ink)
        self.fibre = 0.6 * fbm(size, (60, 240), rng, 3) + 0.6 * fbm(size, 260, rng, 2)
        self.streaks = [_streak_texture(rng) for _ in range(12)]

    def wash(self, density: Array, wet_px: float = 0.0, layer: Array | None = None) -> None:
        """Add a wash (H, W); it spreads and pools unevenly. `layer` is the ink unless it names another pigment."""
        film = blurred(density, wet_px * self.unit) if wet_px > 0 else density
        pool = 1 + 0.22 * fbm(self.size, 6, self.rng, 5) + 0.07 * self.fibre
        store = self.ink if layer is None else layer
        store += film * np.clip(pool, 0.2, 2)

    def stroke(
        self, path: Array, widths: Array, dark: float, dry: float = 0.3, wet: float = 0.25, layer: Array | None = None
    ) -> None:  # fmt: skip
        """One brush stroke along `path` (N, 2; pixels) with widths (N,) in pixels.

        dry: how soon the bristles part (flying white); wet: how much darker its borders dry.
        """
        x, y, u, v = _shaped(path, widths)
        if x.size == 0:
            return
        rng = self.rng
        texture = self.streaks[int(rng.integers(len(self.streaks)))]
        rows, columns = texture.shape
        hair = texture[(u * (rows - 1)).astype(int)[:, None], ((v * 0.5 + 0.5) * (columns - 1)).astype(int)[None, :]]
        side = smoothstep(1.0, 0.88, np.abs(v) + 0.03 * hair)
        height, wide = self.ink.shape
        column, row = np.rint(x).astype(np.int32), np.rint(y).astype(np.int32)
        inside = (column >= 0) & (column < wide) & (row >= 0) & (row < height)
        column, row = np.clip(column, 0, wide - 1), np.clip(row, 0, height - 1)
        flat = row * wide + column
        load = 1.9 - dry * (0.7 + 2.3 * u[:, None])
        cover = smoothstep(-0.25, 0.35, load + 0.75 * hair + 0.35 * self.fibre.reshape(-1)[flat] - 0.55)
        rim = wet * np.exp(-(((np.abs(v) - 0.86) / 0.12) ** 2))
        lean = 1 + 0.30 * v  # one side of the brush carries more ink
        amount = dark * cover * side * (0.78 + 0.14 * hair + rim) * lean * inside
        ink = (self.ink if layer is None else layer).reshape(-1)
        ink[flat] = np.maximum(ink[flat], amount) + 0.35 * np.minimum(ink[flat], amount)


def _streak_texture(rng: np.random.Generator) -> Array:
    return 0.7 * noise((64, 200), (90.0, 2.2), rng) + 0.5 * noise((64, 200), (220.0, 4.0), rng)


def _shaped(path: Array, widths: Array) -> tuple[Array, Array, Array, Array]:
    """A ribbon whose width follows `widths`."""
    x, y, u, v = ribbon(path, max(float(widths.max()), 1.5), 0.0)
    if x.size == 0:
        return x, y, u, v
    share = np.interp(u, np.linspace(0, 1, len(widths)), widths)[:, None] / max(float(widths.max()), 1.5)
    middle = x.shape[1] // 2
    cx, cy = x[:, middle : middle + 1], y[:, middle : middle + 1]
    return cx + (x - cx) * share, cy + (y - cy) * share, u, v
