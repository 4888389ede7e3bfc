"""A panel of celadon with inlaid cranes and clouds."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted
from stylegui.painters.field import Size, blurred, fbm, mix, noise
from stylegui.painters.scenes.ceramics import Ware
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.study import smooth_curve


def celadon_panel(size: Size, rng: np.random.Generator, palette: Palette) -> Ware:
    """A panel of celadon with cranes and clouds inlaid in white and dark slip, some of them in rings."""
    stage = Stage.whole(size, size[0] / size[1], margin=0.0)
    x, y = stage.x, stage.y
    unit = max(size) / 1536
    glaze = palette[2]
    lab = np.zeros((size[1], size[0], 3), np.float32) + shifted(glaze, -0.05, 1.15)
    wide, pitch = size[0] / size[1], 0.30
    white, dark = shifted(palette[0], 0.0), mix(palette[6], palette[2], 0.18)
    whites, darks, carved = Plate(stage, 1), Plate(stage, 1), Plate(stage, 1)
    rows = int(1 / (pitch * 0.866)) + 2
    columns = int(wide / pitch) + 2
    forms = rng.spawn(1)[0]  # for what must be alike at every size, which noise is not
    first = forms.uniform(0.2, 0.8)
    for row in range(-1, rows):
        for column in range(-1, columns):
            cx = (column + 0.5 * (row % 2) + 0.15 * first) * pitch
            cy = (row + first) * pitch * 0.866
            side = 1.0 if (column + row) % 2 else -1.0
            if (column - row) % 2 == 0:
                for radius, width, plate_ in ((0.126, 0.0062, whites), (0.115, 0.0030, darks)):
                    turn = np.linspace(0, 2 * np.pi, 80)
                    plate_.line(np.stack([cx + radius * np.cos(turn), cy + radius * np.sin(turn)], axis=1), width)
            _inlaid_crane(whites, darks, np.array([cx, cy + 0.012]), 0.142, side, forms)
            for k in range(2):
                _cloud(whites, carved, cx + pitch * 0.5, cy + (k - 0.5) * 0.078, 0.044, side * (1 - 2 * k))
    pale, ink = blurred(whites.mask(), 1.1 * unit), blurred(darks.mask(), 1.0 * unit)
    cut = carved.mask()
    veil = 0.82 + 0.10 * noise(size, 30, rng)
    lab = mix(lab, mix(glaze, white, 0.80), pale * veil)
    lab = mix(lab, dark, ink * veil)
    lab[..., 0] -= 0.055 * blurred(cut, 2.2 * unit)
    lab[..., 0] += 0.035 * fbm(size, 2.4, rng, 3) - 0.05 * np.clip(
        np.hypot((x / wide - 0.5) * 1.1, y - 0.5) - 0.35, 0, 1
    )
    bump_x, bump_y = fbm(size, 1.6, rng, 2), fbm(size, 1.6, rng, 2)
    mask = np.ones((size[1], size[0]), np.float32)
    lean_x = 0.16 * bump_x + 0.45 * (x / wide - 0.5)
    lean_y = 0.16 * bump_y + 0.45 * (y - 0.5)
    blow = (wide * forms.uniform(0.32, 0.68), forms.uniform(0.35, 0.62))
    return Ware(stage, mask, lab, lean_x, lean_y, 0.085, lab, blow, reach=1.15 * max(1.0, wide / 1.33), seam=1.25)


def _inlaid_crane(whites: Plate, darks: Plate, at: Array, scale: float, side: float, rng: np.random.Generator) -> None:
    """A crane of white slip with dark neck, bill, legs and tail."""
    tilt = rng.normal(-0.12, 0.14)
    cosine, sine = np.cos(tilt), np.sin(tilt)

    def out(*points: tuple[float, float]) -> Array:
        p = np.array(points)
        p = np.stack([p[:, 0] * cosine - p[:, 1] * sine, p[:, 0] * sine + p[:, 1] * cosine], axis=1)
        return smooth_curve(p * [side * scale, scale] + at, 30)

    whites.line(out((0.24, -0.01), (0.05, -0.02), (-0.22, 0.05)), np.array([0.05, 0.15, 0.05]) * scale)
    for tip, many in (((-0.30, -0.66), 8), ((-0.16, 0.52), 7)):
        for k in range(many):
            share = (k + 1) / many
            end = (tip[0] * (0.5 + 0.5 * share) - 0.16 * (1 - share) + 0.16 * share, tip[1] * (0.34 + 0.66 * share))
            foot = (0.10 - 0.10 * (1 - share), 0.02 * np.sign(tip[1]))
            whites.line(
                out(foot, ((foot[0] + end[0]) / 2 + 0.06, (foot[1] + end[1]) / 2), end),
                np.array([0.06, 0.062, 0.018]) * scale,
            )
    whites.line(
        out((0.22, -0.01), (0.36, -0.10), (0.50, -0.06), (0.60, -0.10)), np.array([0.055, 0.036, 0.045]) * scale
    )
    darks.line(out((0.34, -0.085), (0.46, -0.08), (0.54, -0.075)), np.array([0.012, 0.022, 0.012]) * scale)
    darks.line(out((0.62, -0.10), (0.70, -0.105), (0.80, -0.09)), np.array([0.030, 0.010]) * scale)
    darks.line(out((0.575, -0.120), (0.585, -0.118), (0.60, -0.118)), 0.022 * scale)
    for drop in (0.03, 0.085):
        darks.line(out((-0.22, 0.05 + drop * 0.3), (-0.42, 0.07 + drop), (-0.64, 0.06 + drop * 1.6)), 0.018 * scale)
    for k in range(3):
        darks.line(
            out((-0.20, 0.03 + 0.02 * k), (-0.27, 0.02 + 0.03 * k), (-0.33, 0.0 + 0.045 * k)),
            np.array([0.02, 0.04, 0.012]) * scale,
        )


def _cloud(whites: Plate, carved: Plate, x: float, y: float, scale: float, side: float) -> None:
    """A cloud like the head of a mushroom, with a trailing tail."""
    t = np.linspace(0, 1, 24)
    for sign in (-1, 1):
        curl = 1.35 * np.pi * t
        radius = scale * (0.42 - 0.24 * t)
        path = np.stack([x + sign * (scale * 0.40 - radius * np.cos(curl)), y - radius * np.sin(curl)], axis=1)
        whites.line(path, np.array([0.09, 0.13, 0.10]) * scale)
    tail = np.stack([x + side * scale * (0.1 + 1.5 * t), y + scale * (0.22 + 0.22 * np.sin(t * 5))], axis=1)
    whites.line(tail, np.array([0.15, 0.10, 0.03]) * scale)
    carved.line(
        np.stack([x + scale * np.cos(6.28 * t) * 0.95, y - scale * (0.15 + 0.62 * np.sin(6.28 * t))], axis=1),
        0.05 * scale,
    )
