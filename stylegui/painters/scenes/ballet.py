"""How chalks draw a dancer with raised arms."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import blurred, fbm, noise, slope, smoothstep
from stylegui.painters.lines import normals
from stylegui.painters.marks.chalk import Form, Sheet, hatched
from stylegui.painters.scenes.dancer import HAIR, HEAD, LIMBS, SKIRT, TORSO, Figure
from stylegui.painters.study import along_contours, frame, places, smooth_curve


def dancer_at_rest(sheet: Sheet) -> None:
    """A dancer with raised arms in a long skirt of gauze, drawn from life: lit from the left, a shadow on the floor."""
    rng, size, unit = sheet.rng, sheet.size, sheet.unit
    figure = Figure(size, float(rng.choice([-1, 1])))
    fx, fy = frame(size)
    skirt, torso, head, hair = (figure.mask(shape) for shape in (SKIRT, TORSO, HEAD, HAIR))
    ring = np.linspace(0, 2 * np.pi, 16)
    bun = np.array([0.046, 0.190]) + 0.022 * np.stack([np.cos(ring), np.sin(ring)], axis=1)[:-1]
    hair = np.maximum(hair, figure.mask(bun))
    limbs = [figure.limb(line, widths) for line, widths in LIMBS]
    arms = np.maximum(limbs[0], limbs[1])
    legs = np.maximum(limbs[3], limbs[4]) * (1 - skirt)
    skin = np.clip(arms + limbs[2] + head + legs, 0, 1) * (1 - hair)
    body = np.clip(skin + hair + torso + skirt, 0, 1)
    swell = np.zeros_like(fx)
    for part, scale in ((skin, 1.0), (torso, 1.2), (hair, 1.0), (skirt, 1.6)):
        inner = sum(
            blurred(part, s * figure.unit_px * scale) * w for s, w in ((0.006, 0.5), (0.014, 1.0), (0.030, 1.6))
        )
        swell = np.where(part > 0.5, inner * scale, swell)
    px, py = (fx * size[0] - figure.left) / figure.unit_px * figure.side, (fy * size[1] - figure.top) / figure.unit_px
    fan = np.arctan2(px - 0.002, py - 0.36)
    fold = np.sin(fan * 46 + 2.0 * noise(size, 5, rng)) * smoothstep(0.48, 0.62, py)
    swell = swell + skirt * fold * 0.055
    across, down = slope(swell * figure.unit_px * 0.075)
    shade = (across * 0.74 + down * 0.30 + 0.56) / np.sqrt(across**2 + down**2 + 1)
    dark = np.clip(0.72 - 0.85 * shade + 0.03 * noise(size, 6, rng), 0, 1)
    dark = np.where(hair > 0.5, 0.45 + 0.6 * dark, dark)
    dark = np.where((torso > 0.5) & (skin < 0.5), 0.26 + 0.75 * dark, dark)
    gauze = np.clip(0.10 + 0.55 * dark + 0.12 * fold + 0.30 * smoothstep(0.0, 0.22, px * 1.0), 0, 0.8)
    dark = np.where(skirt > 0.5, gauze, dark)
    floor = np.exp(-(((px - 0.16) / 0.26) ** 2) - ((py - 0.962) / 0.022) ** 2)
    wall = 0.50 * np.exp(-(((px - 0.30) / 0.20) ** 2) - ((py - 0.46) / 0.34) ** 2) + 0.07 * fbm(size, 3, rng, 4)
    wall = wall + 0.30 * smoothstep(0.86, 0.98, py) * smoothstep(0.62, 0.25, np.abs(px))
    edge = np.minimum(np.minimum(fx, 1 - fx), np.minimum(fy, 1 - fy) * size[1] / size[0]) + 0.02 * noise(size, 5, rng)
    wall = np.clip(wall + 0.75 * floor, 0, 1) * smoothstep(0.02, 0.11, edge)
    dark = np.clip(dark * body + wall * (1 - body), 0, 1)
    gleam = np.clip((shade - 0.80) / 0.2, 0, 1) * body * (1 - hair)
    gleam = np.maximum(gleam, skirt * np.clip(0.75 * fold - px * 2.2, 0, 1) * 0.95)
    sheet.smudge(0.26 * dark**1.4)
    sheet.smudge(0.22 * skin * (0.4 + dark), "red")
    sheet.smudge(0.16 * skirt * (1 - dark), "white")
    bend = np.where(skirt > 0.5, np.pi / 2 - fan * figure.side, along_contours(blurred(swell, 0.006 * figure.unit_px)))
    bend = np.where(body > 0.5, bend, 0.9)
    hatched(sheet, Form(body, skin, dark, np.clip(gleam, 0, 1), bend))
    _skirt(sheet, figure)
    _contours(sheet, figure)
    ribbon = figure.pixels(places("-0.046 0.466, 0.0 0.474, 0.050 0.466"))
    for _ in range(4):
        sheet.line("red", smooth_curve(ribbon, 20) + rng.normal(0, 1.5, 2) * unit, 7 * unit, 0.9)
    bow = figure.pixels(places("0.046 0.468, 0.075 0.500, 0.082 0.560, 0.098 0.610"))
    for _ in range(3):
        sheet.line("red", smooth_curve(bow, 24) + rng.normal(0, 2, 2) * unit, 8 * unit, 0.8)


def _skirt(sheet: Sheet, figure: Figure) -> None:
    """Long lines from the waist to the hem, white in the light and black in the folds; a few loose layers of hem."""
    rng, unit = sheet.rng, sheet.unit
    for _ in range(330):
        t = rng.uniform(-1, 1)
        waist = np.array([0.002 + 0.046 * t, 0.468])
        hem = np.array([-0.008 + 0.245 * t + rng.normal(0, 0.006), 0.795 - 0.028 * t * t + rng.normal(0, 0.010)])
        knee = waist + (hem - waist) * 0.5 + [0.030 * t, -0.012]
        curve = smooth_curve(np.array([waist, knee, hem]), 30)
        first = int(rng.integers(0, 12))
        last = int(rng.integers(first + 10, 30))
        lit = rng.random() < 0.55 - 0.40 * t
        force = rng.uniform(0.25, 0.85) * np.sin(np.linspace(0.3, 2.9, last - first))
        sheet.line(
            "white" if lit else "black",
            figure.pixels(curve[first:last]),
            rng.uniform(2.0, 4.2) * unit,
            force * (1.0 if lit else 0.75),
        )
    for layer in range(5):
        x = np.linspace(-0.25 + 0.008 * layer, 0.235 - 0.006 * layer, 60)
        y = 0.772 - 0.022 * layer + 0.012 * np.sin(x * 60 + layer * 2) + 0.016 * (1 - (x / 0.24) ** 2)
        for begin in range(0, 54, 9):
            piece = np.stack([x, y], axis=1)[begin : begin + int(rng.integers(8, 14))]
            sheet.line(
                "white" if rng.random() < 0.62 else "black",
                figure.pixels(piece),
                rng.uniform(2.0, 4.0) * unit,
                rng.uniform(0.3, 0.85),
            )


def _contours(sheet: Sheet, figure: Figure) -> None:
    """Searching outlines: two or three tries at each, heavier on the shadow side; hair, face and slippers."""
    rng, unit = sheet.rng, sheet.unit

    def draw(line: Array, width: float, force: float, times: int = 2, chalk: str = "black") -> None:
        curve = smooth_curve(line, 60)
        for _ in range(times):
            sheet.line(
                chalk, figure.pixels(curve) + rng.normal(0, 1.3, 2) * unit, width * unit, force * rng.uniform(0.7, 1.1)
            )

    for line, widths in LIMBS[:2] + LIMBS[3:]:
        curve = smooth_curve(line, 40)
        normal = normals(curve)
        half = np.interp(np.linspace(0, 1, 40), np.linspace(0, 1, len(widths)), widths)[:, None] / 2
        for way in (-1, 1):
            edge = curve + normal * half * way
            heavy = 0.85 if (normal[:, 0] * way).mean() > 0 else 0.45
            draw(edge[::3], 2.4 + 1.4 * heavy, heavy)
    draw(places("-0.062 0.302, -0.066 0.340, -0.050 0.395, -0.040 0.440, -0.045 0.470"), 2.6, 0.55)
    draw(places("0.060 0.300, 0.068 0.335, 0.054 0.390, 0.044 0.440, 0.049 0.470"), 3.6, 0.85, 3)
    draw(places("-0.050 0.318, -0.020 0.352, 0.002 0.360, 0.024 0.350, 0.052 0.314"), 3.0, 0.7)
    draw(places("0.002 0.362, 0.002 0.420, 0.003 0.470"), 2.0, 0.45)
    draw(places("-0.036 0.206, -0.044 0.228, -0.038 0.233, -0.036 0.246, -0.016 0.264, 0.012 0.268"), 2.6, 0.8)
    draw(places("-0.034 0.212, -0.026 0.210"), 2.0, 0.8)
    draw(places("-0.033 0.222, -0.025 0.223"), 1.8, 0.7)
    draw(places("-0.034 0.247, -0.026 0.248"), 2.2, 0.8, 2, "red")
    for _ in range(70):
        t = rng.uniform(0, 1)
        start = np.array([-0.038 + 0.045 * t, 0.204 - 0.010 * t])
        end = np.array([0.036, 0.196 + 0.035 * t])
        draw(
            np.array([start, [0.005, 0.168 + 0.024 * t], end]) + rng.normal(0, 0.002, (3, 2)),
            2.2,
            rng.uniform(0.4, 0.95),
            1,
        )
    ring = np.linspace(0, 2 * np.pi, 16)
    for k in range(26):
        reach = 0.024 * np.sqrt((k + 1) / 26)
        draw(
            np.stack([0.046 + reach * np.cos(ring + k), 0.190 + reach * np.sin(ring + k)], axis=1)[
                : int(rng.integers(6, 14))
            ],
            2.4,
            rng.uniform(0.5, 0.95),
            1,
        )
    for foot, toe in (
        (places("-0.014 0.900, -0.010 0.930, -0.006 0.962"), -0.006),
        (places("0.100 0.895, 0.112 0.922, 0.132 0.955"), 0.132),
    ):
        draw(foot, 9.0, 0.75, 3, "red")
        draw(foot + np.array([0.007, 0.0]), 3.0, 0.85, 2)
        draw(np.array([[toe - 0.012, 0.966], [toe + 0.012, 0.966]]), 5.0, 0.8, 2)
    for _ in range(60):
        x = rng.uniform(-0.1, 0.42)
        draw(
            np.array([[x, 0.962 + rng.normal(0, 0.010)], [x + rng.uniform(0.04, 0.12), 0.962 + rng.normal(0, 0.010)]]),
            3.2,
            rng.uniform(0.15, 0.5) * np.exp(-(((x - 0.14) / 0.2) ** 2)),
            1,
        )
