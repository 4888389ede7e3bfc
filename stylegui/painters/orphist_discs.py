"""Orphist discs: rings of pure colour cut into quarters that trade places, after the colour theory of simultaneity."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted, to_pixels
from stylegui.painters.field import Size, blurred, fbm, grid, mix, noise, resized, smoothstep
from stylegui.painters.relief import lit, weave
from stylegui.painters.study import distance

PALETTE = Palette(
    (
        "#17264d", "#1f6fb2", "#57b4c9", "#f2e3bb", "#f6c02d", "#ee7b23", "#c8283c", "#7d2a63", "#2f7d4f", "#9dbf4b",
    )
)  # fmt: skip


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    large = (round(size[0] * 1.5), round(size[1] * 1.5))
    unit = max(large) / 1536
    lab, edge, angle = _discs(large, rng, palette)
    drag = fbm(large, (60, 60), rng, 3)
    strokes = np.sin(angle * 55 + 3.5 * drag) * 0.5 + 0.5 * fbm(large, 140, rng, 2)
    lab[..., 0] += 0.022 * strokes + 0.02 * fbm(large, 6, rng, 4)
    relief = (1.1 * strokes + 0.5 * weave(large, rng, 420) + 2.0 * edge) * unit
    return to_pixels(resized(lit(lab, relief, depth=0.35 / unit, gloss=0.25), size))


def _discs(size: Size, rng: np.random.Generator, palette: Palette) -> tuple[Array, Array, Array]:
    """Colours (H, W, 3), the seams between them and the direction of the brush (H, W)."""
    x, y = grid(size)
    colours = palette.lab
    side = rng.choice([-1, 1])
    centres = [
        (0.5 + side * 0.17, 0.36, 0.40), (0.5 - side * 0.27, 0.64, 0.30), (0.5 + side * 0.34, 0.80, 0.22),
        (0.5 - side * 0.33, 0.16, 0.17), (0.5 - side * 0.02, 0.93, 0.15),
    ]  # fmt: skip
    wobble = 0.004 * noise(size, 6, rng)
    lab = np.empty((size[1], size[0], 3), np.float32)
    lab[:] = palette[3]
    code = np.zeros(x.shape, np.int32)
    angle = np.arctan2(y - 0.4, x - 0.5)
    spread = (np.arctan2(y - 0.3, x - 0.5) / (2 * np.pi) * 9 + 0.8 * np.sin(6 * (x + y))).astype(int)
    for band in np.unique(spread):
        lab[spread == band] = mix(colours[rng.integers(len(colours))], palette[3], 0.35)
    code += spread
    for order, (cx, cy, radius) in enumerate(reversed(centres)):
        r = distance(size, cx, cy) + wobble
        turn = np.arctan2(y - cy * size[1] / max(size), x - cx * size[0] / max(size))
        rings = int(4 + radius * 12)
        edges = np.sort(rng.uniform(0.15, 0.97, rings - 1)) * radius
        edges = np.concatenate([[0.0], 0.6 * edges + 0.4 * np.linspace(radius / rings, radius, rings)[:-1], [radius]])
        start = rng.uniform(0, 2 * np.pi)
        for ring in range(rings):
            parts = int(rng.choice([2, 2, 4, 4, 4, 3])) if ring else 2
            lean = start + rng.normal(0, 0.12) + (np.pi / 4 if rng.random() < 0.2 else 0)
            sector = ((turn - lean) / (2 * np.pi) * parts).astype(np.float32)
            sector = np.floor(sector).astype(int) % parts
            picks = rng.permutation(len(colours))
            for part in range(parts):
                mask = (r >= edges[ring]) & (r < edges[ring + 1]) & (sector == part)
                fade = 0.10 * (r[mask] - edges[ring]) / (edges[ring + 1] - edges[ring])
                colour = shifted(colours[picks[part]], rng.normal(0, 0.02), rng.uniform(0.95, 1.1))
                lab[mask] = colour + np.stack([fade - 0.05, 0 * fade, 0 * fade], axis=1)
                code[mask] = 100 + order * 100 + ring * 7 + part
        angle = np.where(r < radius, r * 6, angle)
    seam = (np.abs(np.diff(code, axis=1, prepend=code[:, :1])) + np.abs(np.diff(code, axis=0, prepend=code[:1]))) > 0
    soft = blurred(seam.astype(np.float32), max(size) / 900)
    return blurred(lab, max(size) / 1600), -smoothstep(0.05, 0.5, soft), angle.astype(np.float32)
