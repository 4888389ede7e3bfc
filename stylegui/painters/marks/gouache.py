"""Opaque gouache scumbled along arcs: a flat, rather dry brush turned about a centre, on canvas whose tooth shows.

A first coat lies matt and nearly closed; a second, stiffer one is dragged over it in arcs as wide as the brush, so that
it breaks up on the weave where the brush runs dry and neighbours fuse by hand. Everything is worked out for the pixels
of a shape at once, in polar coordinates of its centre.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, mixed_rows, shifted
from stylegui.painters.field import Size, grid, noise, smoothstep
from stylegui.painters.relief import weave

TEXTURE = (2048, 256)  # along the arc, across it
LUCK = 8192


class Ground:
    """Canvas under gouache: OKLab colour (H, W, 3), relief (H, W; pixels) and the tooth of the weave."""

    def __init__(self, lab: Array, rng: np.random.Generator) -> None:
        self.lab = np.array(lab, dtype=np.float32)
        self.size: Size = (self.lab.shape[1], self.lab.shape[0])
        self.unit = max(self.size) / 1536
        cloth = weave(self.size, rng, 330)
        self.tooth = 0.55 * cloth + 0.45 * noise(self.size, 240, rng)
        self.relief = 0.35 * cloth * self.unit
        self.x, self.y = grid(self.size)
        self.wander = 0.0035 * noise(self.size, 6, rng), 0.0010 * noise(self.size, 40, rng)
        self.hair = 0.75 * noise(TEXTURE, (14.0, 900.0), rng) + 0.5 * noise(TEXTURE, (50.0, 420.0), rng)
        self.luck = rng.standard_normal(LUCK).astype(np.float32)

    def polar(self, x: float, y: float) -> tuple[Array, Array]:
        """Radius (long sides) and angle (radians) of every pixel about a place in [0, 1] of width and height, (H, W).

        They waver a little, as a hand does.
        """
        long_side = max(self.size)
        dx, dy = self.x - x * self.size[0] / long_side, self.y - y * self.size[1] / long_side
        radius = np.hypot(dx, dy)
        turn = np.arctan2(dy, dx) + self.wander[0] / np.maximum(radius, 0.05)
        return radius + self.wander[0] + self.wander[1], turn

    def scumble(
        self, inside: Array, radius: Array, turn: Array, fade: Array, first: Array, last: Array,
        rng: np.random.Generator, brush: float = 0.021,
    ) -> None:  # fmt: skip
        """Paint where `inside` (H, W; bool) in arcs of the polar field; colour goes from first to last as `fade` does.

        fade: (H, W) in [0, 1]; brush: its width in long sides.
        """
        flat = np.flatnonzero(inside.reshape(-1))
        if not len(flat):
            return
        r, angle, share = (np.asarray(field.reshape(-1)[flat], np.float32) for field in (radius, turn, fade))
        salt = int(rng.integers(LUCK))
        angle = np.mod(angle - rng.uniform(0, 2 * np.pi), 2 * np.pi)  # where the brush starts its round
        lane_place = r / brush + 0.25 * self.luck[salt]
        lane = np.floor(lane_place).astype(np.int64)
        across = (lane_place - lane) * 2 - 1
        begin = self.luck[(lane * 7 + salt) % LUCK]
        path = angle * np.maximum(r, 0.6 * brush) / (brush * 5.5) + 3 * begin
        piece = np.floor(path).astype(np.int64)
        along = path - piece
        own = self.luck[(lane * 131 + piece * 17 + salt) % LUCK]
        other = self.luck[(lane * 57 + piece * 91 + salt + 5) % LUCK]
        row = ((r / brush * 46 + 31 * begin).astype(np.int64)) % TEXTURE[1]
        column = ((angle * (0.35 + r * 5) * 95 + 211 * own).astype(np.int64)) % TEXTURE[0]
        hair = self.hair[row, column]
        tooth = self.tooth.reshape(-1)[flat]
        lab, relief = self.lab.reshape(-1, 3), self.relief.reshape(-1)
        cover = smoothstep(-0.3, 0.3, 0.45 * hair + 0.55 * tooth + 1.15)[:, None] * 0.96  # first coat
        coat = mixed_rows(
            shifted(first, -0.035, 0.95), shifted(last, -0.035, 0.95), np.clip(share + 0.05 * other, 0, 1)
        )
        coat[:, 0] += 0.010 * hair + 0.014 * own
        lab[flat] += (coat - lab[flat]) * cover
        load = 0.72 - 1.5 * along**2.2 - 0.55 * np.abs(across) ** 4 + 0.30 * other
        touch = smoothstep(-0.28, 0.28, load + 0.50 * hair + 0.55 * tooth)
        coat = mixed_rows(first, last, np.clip(share + 0.10 * own, 0, 1))
        coat[:, 0] += 0.030 * other + 0.016 * hair + 0.012
        tint = 0.020 * np.stack([own, other], axis=1)
        coat[:, 1:] *= 1.06 + tint[:, :1] * 3
        lab[flat] += (coat - lab[flat]) * touch[:, None] * 0.92
        rim = np.exp(-(((np.abs(across) - 0.90) / 0.10) ** 2)) + 0.8 * np.exp(-(((along - 0.04) / 0.04) ** 2))
        body = (1.0 + 0.55 * hair + 0.9 * rim) * touch * self.unit
        relief[flat] = relief[flat] * (1 - 0.45 * touch) + 1.5 * body
