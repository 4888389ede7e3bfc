"""A head in profile with a knot of hair, for chalks.

The head is a relief swollen from its outline and lit from the front.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.field import Size, blurred, fbm, noise, slope, smoothstep
from stylegui.painters.marks.chalk import Form, Sheet, hatched
from stylegui.painters.study import along_contours, frame, polygon, smooth_curve

PROFILE = [
    [0.405, 0.185], [0.352, 0.225], [0.328, 0.285], [0.322, 0.335], [0.314, 0.362], [0.322, 0.392], [0.300, 0.430],
    [0.268, 0.470], [0.262, 0.487], [0.276, 0.500], [0.304, 0.507], [0.300, 0.520], [0.282, 0.540], [0.284, 0.552],
    [0.302, 0.559], [0.290, 0.570], [0.288, 0.585], [0.304, 0.602], [0.302, 0.622], [0.304, 0.650], [0.322, 0.673],
    [0.356, 0.682], [0.410, 0.672], [0.448, 0.668], [0.458, 0.700], [0.456, 0.750], [0.430, 0.800], [0.350, 0.845],
    [0.230, 0.890], [0.150, 0.960], [0.110, 1.060], [0.960, 1.060], [0.930, 0.960], [0.850, 0.880], [0.740, 0.825],
    [0.675, 0.770], [0.652, 0.700], [0.660, 0.600], [0.690, 0.500], [0.700, 0.380], [0.660, 0.250], [0.580, 0.170],
    [0.490, 0.150],
]  # fmt: skip
HAIR = [
    [0.398, 0.205], [0.372, 0.215], [0.400, 0.155], [0.470, 0.118], [0.560, 0.115], [0.645, 0.155], [0.705, 0.235],
    [0.730, 0.330], [0.725, 0.420], [0.705, 0.500], [0.680, 0.570], [0.655, 0.625], [0.630, 0.610], [0.600, 0.560],
    [0.566, 0.555], [0.540, 0.520], [0.505, 0.470], [0.470, 0.420], [0.440, 0.370], [0.425, 0.310], [0.408, 0.250],
]  # fmt: skip
BUN = (0.762, 0.470, 0.085)


def listening_profile(sheet: Sheet) -> None:
    """Draw the head: smudged tone, hatching, hair, features."""
    form = _Head(sheet.size, sheet.rng)
    sheet.smudge(0.30 * form.dark**1.5 + 0.16 * form.hair * form.dark)
    sheet.smudge(0.16 * form.skin * form.dark, "red")
    hatched(sheet, Form(form.body, form.skin, form.dark, form.highlight, form.bend))
    _hair(sheet, form)
    _features(sheet, form)


class _Head:
    """Masks and tones (H, W) of the head."""

    def __init__(self, size: Size, rng: np.random.Generator) -> None:
        self.size = size
        fx, fy = frame(size)
        ratio = size[1] / size[0]
        long_side = max(size)
        body = polygon(size, smooth_curve(np.array(PROFILE), 500, closed=True), 1)
        hair = polygon(size, smooth_curve(np.array(HAIR), 300, closed=True), 1)
        bun = np.hypot(fx - BUN[0], (fy - BUN[1]) * ratio)
        knot = smoothstep(BUN[2] + 0.003, BUN[2] - 0.003, bun + 0.005 * noise(size, 8, rng))
        ear = smoothstep(1.05, 0.95, np.hypot((fx - 0.566) / 0.023, (fy - 0.495) * ratio / 0.056 - (fx - 0.566) * 6))
        hair = hair * (1 - ear)
        self.hair = np.maximum(hair, knot)
        self.body = np.maximum(body, self.hair)
        self.skin = body * (1 - self.hair)
        swell = sum(
            blurred(self.body, s * long_side) * w for s, w in ((0.006, 0.25), (0.016, 0.6), (0.04, 1.4), (0.085, 2.6))
        )
        swell = swell + 0.6 * blurred(hair, 0.02 * long_side) + 0.8 * blurred(knot, 0.02 * long_side)
        for x, y, radius, rise in (
            (0.40, 0.475, 0.050, 0.14), (0.375, 0.385, 0.020, -0.26), (0.415, 0.60, 0.05, 0.12),
            (0.505, 0.60, 0.05, 0.22),
            (0.325, 0.55, 0.020, 0.10), (0.560, 0.49, 0.020, 0.20), (0.52, 0.74, 0.05, -0.30),
        ):  # fmt: skip
            swell = swell + rise * np.exp(-((fx - x) ** 2 + ((fy - y) * ratio) ** 2) / radius**2)
        self.swell = np.asarray(swell)
        across, down = slope(self.swell * long_side * 0.060)
        norm = np.sqrt(across**2 + down**2 + 1)
        shade = (across * 0.74 + down * 0.30 + 0.56) / norm  # a unit normal against a light from the upper left
        cast = np.exp(-(((fx - 0.50) / 0.10) ** 2) - ((fy - 0.735) / 0.060) ** 2)
        cast = cast + 0.5 * np.exp(-(((fx - 0.60) / 0.05) ** 2) - ((fy - 0.64) / 0.08) ** 2)
        dark = np.clip(0.78 - 0.95 * shade + 0.50 * cast + 0.04 * noise(size, 5, rng), 0, 1)
        dress = (
            smoothstep(-0.005, 0.005, fy - 0.845 - 0.07 * np.cos((fx - 0.52) * 6.5) + 0.004 * noise(size, 12, rng))
            * body
        )
        jaw = np.exp(
            -(((fx - 0.375) / 0.105) ** 2) - ((fy - 0.640) / 0.042) ** 2
        )  # light thrown back from the shoulder
        dark = dark * (1 - 0.72 * jaw * self.skin)
        dark = np.where(self.hair > 0.5, 0.30 + 0.75 * dark, dark)
        dark = dark * (1 - dress) + (0.28 + 0.6 * dark + 0.18 * noise(size, (10, 4), rng)) * dress
        self.dress = dress
        wall = 0.62 * np.exp(-(((fx - 0.20) / 0.22) ** 2) - ((fy - 0.47) / 0.42) ** 2) + 0.18 * smoothstep(0.6, 1.0, fx)
        wall = wall + 0.05 * fbm(size, 3, rng, 4)
        edge = np.minimum(np.minimum(fx, 1 - fx), np.minimum(fy, 1 - fy) * ratio) + 0.02 * noise(size, 5, rng)
        wall = wall * smoothstep(0.02, 0.12, edge)
        self.dark = np.asarray(np.clip(dark * self.body + wall * (1 - self.body), 0, 1))
        self.fade = smoothstep(1.06, 0.90, fy + 0.03 * noise(size, 6, rng))
        self.dark = self.dark * self.fade
        self.bend = np.where(self.body > 0.5, along_contours(blurred(self.swell, 0.006 * long_side)), 0.9)
        gleam = np.clip((shade - 0.84) / 0.16, 0, 1) + 0.7 * ear * (fx < 0.575)
        self.highlight = np.clip(gleam, 0, 1) * self.body * self.fade * (1 - dress)


def _hair(sheet: Sheet, form: _Head) -> None:
    """Long lines that run from the brow round the head into the knot, and round the knot itself."""
    rng, unit = sheet.rng, sheet.unit
    for _ in range(520):
        t = rng.uniform(0, 1)
        lift = rng.normal(0, 0.008)
        start = np.array([0.385 + 0.17 * t**1.2, 0.205 + 0.33 * t + lift])
        crown = np.array([0.53 + 0.05 * t, 0.115 + 0.30 * t**0.9 + lift])
        back = np.array([0.655 + 0.01 * t, 0.20 + 0.28 * t + lift])
        end = np.array([0.715, 0.40 + 0.12 * t]) + rng.normal(0, 0.008, 2)
        curve = smooth_curve(np.array([start, crown, back, end]), 60)
        first = int(rng.integers(0, 25))
        last = int(rng.integers(first + 16, 60))
        chalk = str(rng.choice(["black", "black", "black", "red", "white"], p=[0.3, 0.3, 0.2, 0.14, 0.06]))
        force = rng.uniform(0.25, 0.95) * (0.55 if chalk == "white" else 1.0)
        sheet.line(chalk, curve[first:last] * form.size, rng.uniform(1.8, 3.6) * unit, force)
    ratio = form.size[0] / form.size[1]
    for _ in range(150):
        radius = BUN[2] * np.sqrt(rng.uniform(0.02, 1))
        begin, span = rng.uniform(0, 2 * np.pi), rng.uniform(0.8, 2.2)
        a = np.linspace(begin, begin + span, 24)
        r = radius * (1 - 0.12 * np.linspace(0, 1, 24))
        curve = np.stack([BUN[0] + r * np.cos(a), BUN[1] + r * np.sin(a) * ratio], axis=1)
        dark = 0.35 + 0.5 * np.clip(0.5 + 0.6 * np.sin(a - 0.6), 0, 1)
        chalk = str(rng.choice(["black", "red", "white"], p=[0.82, 0.13, 0.05]))
        sheet.line(chalk, curve * form.size, rng.uniform(1.8, 3.4) * unit, dark * rng.uniform(0.7, 1.1))
    for _ in range(26):
        x = rng.uniform(0.42, 0.50)
        curve = smooth_curve(np.array([[x - 0.02, 0.25 + (x - 0.42) * 2], [x - 0.005, 0.36 + (x - 0.42) * 2.2],
                                       [x - 0.01 + rng.normal(0, 0.02),
                                       0.46 + (x - 0.42) * 2 + rng.normal(0, 0.02)]]), 24)  # fmt: skip
        sheet.line("black", curve * form.size, 1.8 * unit, rng.uniform(0.2, 0.55))


def _features(sheet: Sheet, form: _Head) -> None:
    """The contour and the drawing of eye, brow, nostril, lips, ear, collar and earring: searched with several lines."""
    rng, unit = sheet.rng, sheet.unit

    def draw(points: list[list[float]], width: float, force: float, chalk: str = "black", times: int = 2) -> None:
        for _ in range(times):
            knots = np.array(points) + rng.normal(0, 0.0011, (len(points), 2))
            curve = smooth_curve(knots, 14 * len(points)) * form.size
            swell = force * (0.65 + 0.35 * np.sin(np.linspace(0, 3.1, 9)) + rng.normal(0, 0.10, 9))
            sheet.line(chalk, curve, width * unit, np.clip(swell, 0.05, 1))

    draw(PROFILE[:12], 3.4, 0.85, times=3)
    draw(PROFILE[10:24], 3.4, 0.85, times=3)
    draw(PROFILE[22:31], 3.8, 0.8, times=3)
    draw(PROFILE[32:38], 4.0, 0.7, times=3)
    draw([[0.322, 0.352], [0.345, 0.338], [0.385, 0.338], [0.420, 0.356]], 5.5, 0.85, times=4)
    draw([[0.338, 0.392], [0.352, 0.383], [0.374, 0.384], [0.396, 0.398]], 3.4, 0.95, times=3)
    draw([[0.341, 0.395], [0.352, 0.408], [0.376, 0.408], [0.394, 0.400]], 2.0, 0.5)
    draw([[0.342, 0.372], [0.362, 0.365], [0.392, 0.376]], 2.2, 0.5)
    for dx in (0.346, 0.349, 0.353):
        draw([[dx, 0.385], [dx + 0.003, 0.395], [dx + 0.001, 0.404]], 5.0, 0.95, times=2)
    draw([[0.336, 0.391], [0.327, 0.388], [0.322, 0.381]], 1.8, 0.6)
    draw([[0.345, 0.391], [0.3455, 0.3925]], 2.4, 1.0, "white", 2)
    draw([[0.283, 0.495], [0.296, 0.489], [0.307, 0.494]], 4.0, 0.9, times=3)
    draw([[0.312, 0.468], [0.323, 0.483], [0.316, 0.500]], 2.4, 0.55)
    draw([[0.284, 0.553], [0.305, 0.555], [0.328, 0.552], [0.345, 0.558]], 3.0, 0.85, times=3)
    for k in range(14):
        draw([[0.287 + 0.003 * k, 0.538 + 0.001 * k], [0.291 + 0.003 * k, 0.551]], 2.8, 0.6, "red", 1)
        draw([[0.291 + 0.0025 * k, 0.560], [0.292 + 0.0025 * k, 0.576 - 0.0006 * k]], 2.8, 0.55, "red", 1)
    draw([[0.300, 0.590], [0.318, 0.594], [0.330, 0.590]], 2.6, 0.45)
    draw(
        [
            [0.545, 0.470],
            [0.556, 0.452],
            [0.577, 0.450],
            [0.587, 0.470],
            [0.580, 0.500],
            [0.565, 0.530],
            [0.553, 0.540],
            [0.548, 0.522],
        ],
        3.0,
        0.8,
        times=3,
    )
    draw([[0.556, 0.470], [0.570, 0.464], [0.575, 0.482], [0.564, 0.505]], 2.4, 0.6)
    draw([[0.553, 0.545], [0.553, 0.565]], 2.0, 0.8)
    for _ in range(3):
        draw([[0.549, 0.578], [0.553, 0.572], [0.557, 0.578], [0.553, 0.585], [0.549, 0.578]], 3.0, 0.95, "white", 2)
    draw([[0.430, 0.664], [0.480, 0.655], [0.530, 0.615], [0.555, 0.560]], 2.6, 0.5)
    draw([[0.475, 0.700], [0.500, 0.765], [0.520, 0.840]], 2.8, 0.45)
    draw([[0.400, 0.820], [0.470, 0.868], [0.560, 0.880], [0.660, 0.850], [0.715, 0.812]], 5.0, 0.85, times=4)
    draw([[0.405, 0.812], [0.474, 0.858], [0.560, 0.869], [0.655, 0.840]], 3.4, 0.6, "white", 3)
    for k in range(24):
        x = 0.18 + 0.030 * k
        draw(
            [
                [0.50 + (x - 0.5) * 0.55, 0.872 + 0.02 * abs(x - 0.5)],
                [0.5 + (x - 0.5) * 0.85, 0.93],
                [x + rng.normal(0, 0.01), 1.03],
            ],
            4.5,
            0.55,
            times=1,
        )
    draw([[0.312, 0.30], [0.305, 0.345]], 2.5, 0.5, "white", 2)
    draw([[0.276, 0.462], [0.296, 0.428]], 3.6, 0.8, "white", 3)
    draw([[0.345, 0.455], [0.372, 0.470], [0.395, 0.470]], 5.0, 0.35, "red", 6)
