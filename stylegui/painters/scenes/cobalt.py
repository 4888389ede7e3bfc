"""Cobalt painting under the glaze: strokes and washes of blue, and the cranes drawn with them."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, ramp, shifted
from stylegui.painters.field import blurred, fbm, mix, noise, smoothstep
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.study import smooth_curve

Strokes = list[tuple[Array, Array | float]]  # paths (N, 2) with their widths


class Cobalt:
    """Blue painted on the raw glaze with a wet brush: how much of it lies where, (H, W)."""

    def __init__(self, stage: Stage, rng: np.random.Generator) -> None:
        self.stage, self.rng = stage, rng
        self.forms = rng.spawn(1)[0]  # for what must be alike at every size, which noise is not
        self.unit = max(stage.size) / 1536
        self.depth: Array = np.zeros((stage.size[1], stage.size[0]), np.float32)
        self.load = 0.85 + 0.22 * noise(stage.size, 26, rng)

    def strokes(self, paths: Strokes, strength: float = 0.9) -> None:
        """Strokes of one load: each a path (N, 2) and widths, in design units."""
        plate = Plate(self.stage, 1)
        for path, widths in paths:
            plate.line(smooth_curve(np.asarray(path, np.float64), 36), widths)
        mask = blurred(plate.mask(), 0.9 * self.unit)
        rim = np.clip(mask - blurred(mask, 2.6 * self.unit), 0, 1)
        self.depth = np.maximum(self.depth, strength * mask * self.load + 0.25 * rim)

    def wash(self, mask: Array, strength: Array | float) -> None:
        """A wash with a darker edge where it dried."""
        soft = blurred(mask, 1.5 * self.unit)
        rim = np.clip(soft - blurred(soft, 5 * self.unit), 0, 1)
        self.depth = np.maximum(self.depth, soft * np.asarray(strength) * self.load + 0.30 * rim * np.asarray(strength))

    def spare(self, mask: Array, share: float = 1.0) -> None:
        """Leave white."""
        self.depth = self.depth * (1 - share * blurred(mask, 0.9 * self.unit))

    def fill(self, points: Array) -> Array:
        """(H, W) mask of an outline."""
        plate = Plate(self.stage, 1)
        plate.fill(smooth_curve(points, 120, closed=True))
        return plate.mask()

    def on(self, ground: Array, blue: Array) -> Array:
        """The body (H, W, 3) with its painting: pale where thin, nearly black where it heaped up."""
        size = self.stage.size
        bled = 0.65 * self.depth + 0.35 * blurred(self.depth, 3.2 * self.unit)
        piled = smoothstep(0.9, 1.9, noise(size, 150, self.rng)) * bled
        depth = np.clip(bled * (1 + 0.10 * fbm(size, 40, self.rng, 3)) + 0.25 * piled, 0, 1.25) / 1.25
        ink = ramp(
            [
                mix(ground[0, 0], blue, 0.30),
                mix(ground[0, 0], blue, 0.62),
                blue,
                shifted(blue, -0.09),
                shifted(blue, -0.14),
            ],
            depth,
        )
        return mix(ground, ink, smoothstep(0.0, 0.30, depth))


def crane(at: Array, scale: float, side: float) -> dict[str, Strokes]:
    """A crane on the wing: strokes for its outline and pale feathers, its dark feathers, neck and legs."""

    def out(*points: tuple[float, float]) -> Array:
        return np.array(points) * [side * scale, scale] + at

    thin = 0.010 * scale
    dark: Strokes = [
        (out((0.18, 0.0), (0.36, -0.05), (0.52, 0.00), (0.66, -0.04)), np.array([0.060, 0.036, 0.028]) * scale),
        (out((0.64, -0.04), (0.72, -0.045), (0.83, -0.02)), np.array([0.030, 0.012, 0.004]) * scale),
        (out((-0.20, 0.05), (-0.42, 0.09), (-0.66, 0.10)), np.array([0.016, 0.010, 0.008]) * scale),
        (out((-0.20, 0.07), (-0.42, 0.125), (-0.63, 0.155)), np.array([0.016, 0.010, 0.008]) * scale),
    ]
    line: Strokes = [
        (out((0.20, -0.03), (0.06, -0.09), (-0.10, -0.07), (-0.26, 0.03)), thin),
        (out((0.20, 0.03), (0.08, 0.10), (-0.08, 0.11), (-0.26, 0.05)), thin),
    ]
    for root, tip, bow, many in (
        ((0.08, -0.06), (-0.12, -0.78), -0.10, 9), ((-0.02, 0.06), (-0.06, 0.62), 0.10, 8),
    ):  # fmt: skip
        sweep = np.array(tip) - np.array(root)
        for k in range(many):
            share = k / (many - 1)
            foot = np.array(root) + sweep * 0.62 * share + [-0.05 * share, 0]
            end = np.array(tip) * (0.30 + 0.70 * share) + np.array([-0.40 + 0.22 * share, 0.0])
            middle = (foot + end) / 2 + [0.04, bow * 0.2]
            line.append((out(tuple(foot), tuple(middle), tuple(end)), thin))
            if share > 0.25:
                inner = foot + (end - foot) * 0.60
                dark.append(
                    (
                        out(tuple(inner), tuple((inner + end) / 2 + [0.012, 0]), tuple(end)),
                        np.array([0.014, 0.042, 0.010]) * scale,
                    )
                )
        lead = [
            (root[0] + 0.03, root[1]), (root[0] + sweep[0] * 0.30 + 0.04, root[1] + sweep[1] * 0.33),
            (root[0] + sweep[0] * 0.62 - 0.02, root[1] + sweep[1] * 0.64), (tip[0] - 0.18, tip[1]),
        ]  # fmt: skip
        line.append((out(*lead), thin * 1.5))
    return {"dark": dark, "line": line}
