"""Transparent washes on cold-pressed paper.

Every wash is a thin film of pigment over white paper: light passes it twice (Beer-Lambert), pigment gathers at the edge
of the wash as it dries, settles in the hollows of the paper and is pushed aside by blooms of clear water. After
C. Curtis et al., "Computer-Generated Watercolor", SIGGRAPH 1997, without simulating the fluid.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, from_oklab, linear_to_srgb, srgb_to_linear
from stylegui.painters.field import Size, bilinear, blurred, edge_distance, fbm, noise, slope, smoothstep
from stylegui.painters.relief import paper
from stylegui.painters.study import polygon, smooth_curve

PAPER = np.array([0.955, 0.935, 0.885], np.float32)  # linear light


class Sheet:
    """Paper with its washes: the light it sends back, (H, W, 3) linear."""

    def __init__(self, size: Size, rng: np.random.Generator) -> None:
        self.size, self.rng = size, rng
        self.unit = max(size) / 1024
        self.tooth = paper(size, rng, 210)
        self.bend = (noise(size, 14, rng), noise(size, 14, rng), fbm(size, 60, rng, 3), fbm(size, 60, rng, 3))
        calm = rng.spawn(1)[0]  # drawn aside: it must not change what the scenes draw
        front = fbm(size, 2.6, calm, 4)
        ring = np.exp(-(((front - 0.75) / 0.06) ** 2)) * 0.7 - 0.55 * smoothstep(0.75, 1.1, front)
        self.pool = np.clip(1 + 0.20 * fbm(size, 5, calm, 3) + 0.28 * ring, 0.4, 1.8)
        self.light = np.ones((size[1], size[0], 3), np.float32) * PAPER

    def wash(
        self, mask: Array, pigment: Array, density: Array | float = 1.0, *, wet: float = 0.0, edge: float = 0.5,
        granulation: float = 0.35, bloom: float = 0.3, rough: float = 1.0,
    ) -> None:  # fmt: skip
        """Lay one wash of an OKLab pigment where `mask` (H, W) says.

        density: 1 gives the pigment's own colour; wet: how far it bleeds, in pixels at 1024; edge: how dark its rim
        dries; granulation: how much it settles in the paper; bloom: cauliflower marks of water; rough: edge wobble.
        """
        rng, unit = self.rng, self.unit
        coarse = 3.2 * rough * unit
        x = self.bend[0] * coarse + self.bend[2] * 1.3 * rough * unit
        y = self.bend[1] * coarse + self.bend[3] * 1.3 * rough * unit
        row, column = np.mgrid[0 : self.size[1], 0 : self.size[0]].astype(np.float32)
        film = bilinear(np.asarray(mask, np.float32), column + x, row + y)
        if wet > 0:
            film = blurred(film, wet * unit)
            film = smoothstep(0.05, 0.95, film + 0.10 * self.bend[2] * film * (1 - film) * 4)
        inner = blurred(film, 2.2 * unit)
        rim = np.clip(film - inner, 0, 1) * 2.0 + 0.6 * np.clip(film - blurred(film, 7 * unit), 0, 1)
        flow = 1 + 0.22 * fbm(self.size, 5, rng, 4) + 0.10 * fbm(self.size, (18, 30), rng, 3)
        if bloom > 0:
            front = fbm(self.size, 3.5, rng, 6)
            ring = np.exp(-(((front - 0.75) / 0.06) ** 2)) * 0.7 - 0.55 * smoothstep(0.75, 1.1, front)
            flow = flow + bloom * ring
        grains = 1 + granulation * (-0.5 * np.tanh(self.tooth) + 0.3 * noise(self.size, 420, rng))
        amount = film * np.clip(flow, 0.15, 2.5) * np.clip(grains, 0.1, 2.2) + edge * rim
        absorb = -np.log(np.clip(srgb_to_linear(from_oklab(np.asarray(pigment))), 0.012, 0.98))
        self.light *= np.exp(-(amount * density)[..., None] * absorb)

    def touch(
        self, outline: Array, pigment: Array, density: Array | float = 1.0, *, edge: float = 0.45, opaque: float = 0.0,
        wet: float = 0.0, pools: bool = False, to: Array | None = None, toward: tuple[float, float] = (0.0, 1.0),
    ) -> None:  # fmt: skip
        """A small wash inside an outline (N, 2; in [0, 1] of width and height), worked out only around it.

        opaque: how far it stands on dark ground, as body colour does; wet: blur in pixels at 1024; pools: let it pool
        like a large wash; to: another pigment that it runs into in the direction `toward`.
        """
        width, height = self.size
        margin = 6 + int(3 * wet * self.unit)
        x0, y0 = np.floor(outline.min(axis=0) * self.size - margin).astype(int)
        x1, y1 = np.ceil(outline.max(axis=0) * self.size + margin).astype(int)
        x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
        if x1 - x0 < 3 or y1 - y0 < 3:
            return
        window, box = (x1 - x0, y1 - y0), (slice(y0, y1), slice(x0, x1))
        film = polygon(window, (outline * self.size - [x0, y0]) / window, 3)
        if wet > 0:
            film = blurred(film, wet * self.unit)
        tooth = self.tooth[box]
        rim = np.clip(film - blurred(film, 1.5 * self.unit), 0, 1)
        flow = 1 + (0.08 if pools else 0.25) * self.bend[2][box] - 0.25 * tooth
        if pools:
            flow = flow * self.pool[box]
            rim = rim + 0.5 * np.clip(film - blurred(film, 5 * self.unit), 0, 1)
        amount = film * np.clip(flow, 0.2, 2) + edge * 1.6 * rim
        absorb = -np.log(np.clip(srgb_to_linear(from_oklab(np.asarray(pigment))), 0.012, 0.98))
        if to is not None:
            other = -np.log(np.clip(srgb_to_linear(from_oklab(np.asarray(to))), 0.012, 0.98))
            x, y = np.meshgrid(np.linspace(-1, 1, window[0]), np.linspace(-1, 1, window[1]))
            share = smoothstep(-0.8, 0.8, x * toward[0] + y * toward[1] + 0.4 * self.bend[0][box])[..., None]
            absorb = absorb * (1 - share) + other * share
        patch = self.light[box]
        patch += (PAPER - patch) * (opaque * film)[..., None]
        patch *= np.exp(-(amount * density)[..., None] * absorb)

    def finish(self, pigments: list[Array], count: int = 70, top: float = 0.76) -> None:
        """Splatter a few drops below `top` and leave the margin of the sheet bare, torn by hand."""
        rng = self.rng
        for _ in range(count):
            px, py = rng.uniform(0, 1), rng.uniform(top, 1)
            radius = 0.0009 + 0.0026 * rng.random() ** 3
            ring = np.arange(10) * 2 * np.pi / 10
            wob = 1 + 0.15 * rng.standard_normal(10)
            dot = np.stack(
                [px + radius * wob * np.cos(ring), py + radius * wob * np.sin(ring) * self.size[0] / self.size[1]], 1
            )
            pigment = pigments[int(rng.choice(len(pigments)))]
            self.touch(smooth_curve(dot, 24, closed=True), pigment, rng.uniform(0.3, 0.9), edge=0.7)
        edge = edge_distance(self.size) + 0.004 * fbm(self.size, 12, rng, 4)
        self.lift(smoothstep(0.016, 0.010, edge), 0.97)

    def lift(self, mask: Array, share: float) -> None:
        """Take paint off with a damp brush, or spare the paper."""
        bare = PAPER
        self.light += (bare - self.light) * (mask * share)[..., None]

    def pixels(self) -> Array:
        """(H, W, 3) uint8: the dry sheet under a raking light."""
        across, down = slope(self.tooth * self.unit)
        shade = 1 + 0.030 * np.tanh((across + down) * 1.1 / self.unit)
        return np.asarray(np.rint(linear_to_srgb(self.light * shade[..., None]) * 255), dtype=np.uint8)
