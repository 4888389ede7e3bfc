"""The palette knife: slabs of stiff paint that a flat blade lays down, levels, tears and scrapes.

A slab is a flat plateau: the blade fills the hollows under it. It leaves a sharp ridge where it lifts and a lip along
one side, draws two half mixed colours into streaks, and where it runs out of paint it only catches the high places, so
that what lies underneath shows. Every pixel round a slab is looked up in the slab's own coordinates.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, noise, smoothstep

LENGTH, WIDTH = 192, 96  # of one trace of the blade


@dataclass(frozen=True)
class Slabs:
    """Slabs to lay, the first first: centres (N, 2), runs and widths (N,) in pixels, angles (N,) in radians.

    Two OKLab colours each (N, 3); load (N,): 0 scrapes nearly bare, 1 leaves a full slab.
    """

    centres: Array
    runs_px: Array
    widths_px: Array
    angles: Array
    colours: Array
    seconds: Array
    load: Array

    def part(self, chosen: slice | Array) -> Slabs:
        return Slabs(
            self.centres[chosen], self.runs_px[chosen], self.widths_px[chosen], self.angles[chosen],
            self.colours[chosen], self.seconds[chosen], self.load[chosen],
        )  # fmt: skip


class Blade:
    """The traces a blade can leave: streaks, torn ends and relief, each (K, LENGTH, WIDTH)."""

    def __init__(self, rng: np.random.Generator, count: int = 20) -> None:
        along = np.linspace(0, 1, LENGTH, dtype=np.float32)[:, None]
        across = np.linspace(-1, 1, WIDTH, dtype=np.float32)[None, :]
        size = (WIDTH, LENGTH)
        streak, cover, wear, rise = [], [], [], []
        for _ in range(count):
            bands = noise(size, (9, 0.7), rng) + 0.55 * noise(size, (26, 1.2), rng)
            fine = noise(size, (90, 1.6), rng)
            lift = 0.965 - 0.045 * np.abs(_row(rng, 20)) - 0.03 * rng.random() * across
            start = 0.012 * np.abs(_row(rng, 30))
            side = 0.975 - 0.03 * np.abs(noise(size, (3, 16), rng)) * (across > 0)
            inside = smoothstep(-0.008, 0.012, along - start) * smoothstep(0.012, -0.008, along - lift)
            inside = inside * smoothstep(0.025, -0.01, np.abs(across) - side)
            ridge = np.exp(-(((along - lift + 0.018) / 0.014) ** 2)) * (0.75 + 0.35 * _row(rng, 14))
            lip = np.exp(-(((across - side + 0.05) / 0.045) ** 2)) * (0.7 + 0.4 * noise(size, (2, 9), rng))
            thread = np.exp(-(((across + side - 0.05) / 0.03) ** 2)) * 0.4 * rng.random()
            waves = 0.05 * np.sin(2 * np.pi * along * rng.uniform(3, 7) + 2 * bands)  # the blade stutters
            flat = 0.30 + 0.10 * across * rng.choice([-1, 1]) + 0.03 * fine + waves * rng.random()
            streak.append(np.tanh(1.3 * bands + 0.25 * fine))
            cover.append(inside)
            wear.append(0.55 * noise(size, (30, 5), rng) + 0.35 * noise(size, (60, 30), rng) - 1.5 * (along - 0.35))
            rise.append(flat + rng.uniform(0.5, 1.2) * ridge + rng.uniform(0.1, 0.8) * lip + thread)
        self.streak, self.cover, self.wear, self.rise = (
            np.stack(kind).astype(np.float32).reshape(-1) for kind in (streak, cover, wear, rise)
        )
        self.count = count


def _row(rng: np.random.Generator, bumps: float) -> Array:
    return noise((WIDTH, 4), (bumps, 1.0), rng)[1:2]


class Board:
    """What the knife works on: OKLab colour (H, W, 3), relief (H, W; pixels) and the tooth that catches thin paint."""

    def __init__(self, ground: Array, relief: Array, tooth: Array) -> None:
        self.lab = np.array(ground, dtype=np.float32)
        self.relief = np.array(relief, dtype=np.float32)
        self.tooth = tooth

    @property
    def size(self) -> Size:
        return self.lab.shape[1], self.lab.shape[0]

    def lay(self, slabs: Slabs, blade: Blade, rng: np.random.Generator, thickness_px: float, streaks: float) -> None:
        """Lay slabs in order; `streaks` in [0, 1] is how far the second colour shows."""
        count = len(slabs.centres)
        kinds = rng.integers(blade.count, size=count)
        flips = rng.choice([-1, 1], count)
        levels = thickness_px * rng.uniform(0.6, 1.3, count)
        reach = 0.5 * np.hypot(slabs.runs_px, slabs.widths_px) + 2
        # A few at a time: in a random order they seldom overlap, and one call of numpy serves them all.
        group = int(np.clip(90_000 / max(float(np.mean((2 * reach) ** 2)), 1.0), 1, 128)) if count else 1
        for first in range(0, count, group):
            chosen = slice(first, first + group)
            half = int(np.ceil(reach[chosen].max()))
            self._lay(slabs.part(chosen), blade, kinds[chosen], flips[chosen], levels[chosen], half, streaks)

    def _lay(
        self, slabs: Slabs, blade: Blade, kinds: Array, flips: Array, levels: Array, half: int, streaks: float
    ) -> None:  # fmt: skip
        height, width = self.relief.shape
        offset = np.arange(-half, half + 1)
        column = np.rint(slabs.centres[:, 0]).astype(int)[:, None, None] + offset[None, None, :]
        row = np.rint(slabs.centres[:, 1]).astype(int)[:, None, None] + offset[None, :, None]
        x = (column - slabs.centres[:, 0, None, None]).astype(np.float32)
        y = (row - slabs.centres[:, 1, None, None]).astype(np.float32)
        cosine, sine = (f(slabs.angles).astype(np.float32)[:, None, None] for f in (np.cos, np.sin))
        u = (x * cosine + y * sine) / slabs.runs_px.astype(np.float32)[:, None, None] + 0.5
        v = (y * cosine - x * sine) * (flips / slabs.widths_px).astype(np.float32)[:, None, None] + 0.5
        near = (u >= 0) & (u < 1) & (v >= 0) & (v < 1) & (column >= 0) & (column < width) & (row >= 0) & (row < height)
        which, down, over = np.nonzero(near)
        if not len(which):
            return
        u, v = u[near], v[near]
        flat = row[which, down, 0] * width + column[which, 0, over]
        trace = (kinds[which] * LENGTH + (u * LENGTH).astype(int)) * WIDTH + (v * WIDTH).astype(int)
        lab, relief = self.lab.reshape(-1, 3), self.relief.reshape(-1)
        worn = blade.wear[trace] + 0.8 * self.tooth.reshape(-1)[flat] + 3.6 * slabs.load[which] - 0.9
        cover = blade.cover[trace] * smoothstep(-0.25, 0.25, worn)
        share = np.clip(0.5 + 0.62 * blade.streak[trace] - (0.5 - 0.5 * streaks), 0, 1)[:, None]
        first = slabs.colours[which]
        paint = first + (slabs.seconds[which] - first) * share
        weight = cover[:, None]
        lab[flat] += (paint - lab[flat]) * weight
        full = np.clip(0.25 + 0.9 * slabs.load[which], 0, 1)
        level = levels[which] * full * (0.7 + blade.rise[trace])
        relief[flat] += (level + 0.20 * relief[flat] - relief[flat]) * cover
