"""A woman in large sunglasses that mirror a beach, before a striped summer sun."""

from __future__ import annotations

import numpy as np

from stylegui.painters.field import noise, smoothstep
from stylegui.painters.lines import arc, xy
from stylegui.painters.scenes.separations import Separations
from stylegui.painters.study import smooth_curve

MIDDLE = 0.406
HAIR = [[0.400, 0.150], [0.275, 0.165], [0.185, 0.245], [0.150, 0.360], [0.158, 0.470], [0.118, 0.560], [0.112, 0.665],
        [0.165, 0.735], [0.245, 0.745], [0.330, 0.715], [0.480, 0.715], [0.575, 0.750], [0.660, 0.735], [0.705, 0.660],
        [0.690, 0.555], [0.655, 0.470], [0.662, 0.355], [0.625, 0.240], [0.530, 0.165]]  # fmt: skip
FACE = [[0.406, 0.235], [0.310, 0.255], [0.262, 0.340], [0.255, 0.440], [0.268, 0.530], [0.305, 0.610], [0.355, 0.662],
        [0.406, 0.680], [0.457, 0.662], [0.507, 0.610], [0.544, 0.530], [0.557, 0.440], [0.550, 0.340],
        [0.502, 0.255]]  # fmt: skip
FRINGE = [[0.395, 0.205], [0.300, 0.215], [0.235, 0.300], [0.225, 0.420], [0.252, 0.440], [0.285, 0.345],
          [0.340, 0.295], [0.420, 0.285], [0.490, 0.315], [0.535, 0.365], [0.560, 0.440], [0.585, 0.430],
          [0.580, 0.310], [0.510, 0.215]]  # fmt: skip
LENS = [[0.022, 0.402], [0.060, 0.378], [0.120, 0.372], [0.172, 0.374], [0.196, 0.362], [0.178, 0.420], [0.155, 0.468],
        [0.105, 0.490], [0.055, 0.478], [0.028, 0.440]]  # fmt: skip


def sunglasses(plan: Separations) -> None:
    """Plan the print; the plan's generator picks the backdrop, the pattern of the dress and the tilt of the head."""
    rng = plan.rng
    side = float(rng.choice([-1.0, 1.0]))  # where the light comes from
    _backdrop(plan, int(rng.integers(0, 2)))
    _hair_back(plan, side)
    _shoulders(plan, int(rng.integers(0, 2)))
    _head(plan, side)
    _mouth_and_nose(plan, side)
    _fringe(plan, side)
    _glasses(plan)
    _earrings(plan)


def _backdrop(plan: Separations, kind: int) -> None:
    stage = plan.stage
    y = stage.y
    plate = plan.plane
    plan.everywhere(plan.region(0.95 * smoothstep(0.30, 0.95, y), 0.95 - 0.70 * smoothstep(0.0, 0.85, y), 0.0, 0.0))
    sun = xy(MIDDLE, 0.43)
    away = stage.near(sun[0], sun[1])
    if kind == 0:  # rays
        ray = plan.region(0.0, 0.10, 0.85 - 0.5 * smoothstep(0.3, 0.75, away), 0.0)
        for turn in np.linspace(0, 2 * np.pi, 18, endpoint=False):
            ends = [sun + 1.2 * xy(np.cos(turn + d), np.sin(turn + d)) for d in (-0.085, 0.085)]
            plate.fill(np.array([sun, ends[0], ends[1]]), ray)
    else:  # bubbles of the summer
        tones = [plan.region(0.0, 0.0, 0.9, 0.0), plan.region(0.85, 0.0, 0.0, 0.0), plan.region(0.0, 0.0, 0.0, 0.0)]
        for _ in range(26):
            cx, cy, r = plan.rng.uniform(0, 0.82), plan.rng.uniform(0.02, 0.98), plan.rng.uniform(0.012, 0.055)
            plate.dot(cx, cy, r, tones[int(plan.rng.integers(0, 3))])
    plate.dot(sun[0], sun[1], 0.358, plan.region(0.0, 0.0, 0.0, 0.0))
    plate.dot(sun[0], sun[1], 0.345, plan.region(0.95 * smoothstep(0.12, 0.78, y), 0.0, 1.0, 0.0))


def _hair_back(plan: Separations, side: float) -> None:
    """A wavy bob: dark, with strands of the first ink where the light falls."""
    rng = plan.rng
    x = plan.stage.x
    outline = smooth_curve(np.array(HAIR), 160, closed=True)
    plan.plane.fill(outline, plan.region(0.55 + 0.4 * smoothstep(-0.2, 0.3, side * (x - MIDDLE)), 0.85, 0.0, 0.92))
    shine, deep = plan.region(1.0, 0.30, 0.15, 0.0), plan.region(0.9, 0.75, 0.0, 0.35)
    for way in (-1, 1):
        for k in range(13):
            u = k / 12
            strand = np.array([[MIDDLE + way * 0.03, 0.175 + 0.035 * u], [MIDDLE + way * (0.235 - 0.085 * u),
                               0.265 + 0.02 * u], [MIDDLE + way * (0.243 - 0.070 * u), 0.440],
                               [MIDDLE + way * (0.285 - 0.080 * u), 0.600], [MIDDLE + way * (0.230 - 0.090 * u),
                               0.715]])  # fmt: skip
            path = smooth_curve(strand, 70)
            first = int(rng.integers(4, 34))
            part = path[first : first + int(rng.integers(16, 34))]
            width = 0.0125 * np.sin(np.linspace(0.05, np.pi - 0.05, len(part))) * rng.uniform(0.6, 1.1)
            plan.plane.line(part, width, shine if (way == side) == (k % 3 != 0) else deep)


def _shoulders(plan: Separations, kind: int) -> None:
    stage = plan.stage
    neck = np.array(
        [[0.335, 0.600], [0.340, 0.730], [0.300, 0.790], [0.406, 0.840], [0.512, 0.790], [0.472, 0.730], [0.477, 0.600]]
    )
    chest = np.array([[0.406, 0.770], [0.300, 0.785], [0.150, 0.830], [0.040, 0.895], [-0.03, 1.05], [0.84, 1.05],
                      [0.772, 0.895], [0.662, 0.830], [0.512, 0.785]])  # fmt: skip
    skin = plan.region(0.22, 0.0, 0.34, 0.0)
    body = smooth_curve(chest, 90, closed=True)
    plan.plane.line(np.vstack([body, body[:1]]), 0.012, plan.region(0.3, 0.9, 0.0, 1.0))
    plan.plane.fill(body, skin)
    plan.plane.fill(smooth_curve(neck, 60, closed=True), skin)
    shade = np.array([[0.340, 0.640], [0.345, 0.700], [0.406, 0.748], [0.467, 0.705], [0.474, 0.640]])
    plan.plane.fill(smooth_curve(shade, 40, closed=True), plan.region(0.78, 0.28, 0.30, 0.0))
    collar = plan.region(0.85, 0.25, 0.30, 0.0)
    for way in (-1, 1):
        bone = smooth_curve(
            np.array([[MIDDLE + way * 0.03, 0.842], [MIDDLE + way * 0.10, 0.828], [MIDDLE + way * 0.20, 0.838]]), 30
        )
        plan.plane.line(bone, 0.007 * np.sin(np.linspace(0.1, np.pi - 0.1, 30)), collar)
    dress = np.array([[0.120, 0.842], [0.190, 0.872], [0.300, 0.908], [0.406, 0.892], [0.512, 0.908], [0.622, 0.872],
                      [0.692, 0.842], [0.772, 0.895], [0.86, 1.06], [-0.05, 1.06], [0.040, 0.895]])  # fmt: skip
    outline = smooth_curve(dress, 120, closed=True)
    bands = stage.y + 0.05 * np.cos((stage.x - MIDDLE) * 7)
    if kind == 0:
        stripe = smoothstep(-0.1, 0.1, np.sin(bands * 170))
        cloth = plan.region(0.05, 1.0 * stripe, 0.0, 0.25 * stripe)
    else:
        spots = np.cos(stage.x * 105) + np.cos((stage.y + 0.3 * stage.x) * 105)
        cloth = plan.region(1.0 - smoothstep(0.55, 0.75, spots), 0.12, 0.95 * smoothstep(0.55, 0.75, spots), 0.0)
    plan.plane.fill(outline, cloth)
    plan.plane.line(outline[:75], 0.006, plan.region(0.3, 0.9, 0.0, 1.0))


def _head(plan: Separations, side: float) -> None:
    stage = plan.stage
    x, y = stage.x, stage.y
    face = smooth_curve(np.array(FACE), 120, closed=True)
    lit = -side * (x - MIDDLE) / 0.15
    blush = np.exp(-(((np.abs(x - MIDDLE) - 0.098) / 0.045) ** 2) - ((y - 0.545) / 0.036) ** 2)
    tone = 0.14 + 0.20 * smoothstep(-0.4, 1.0, lit) + 0.40 * blush + 0.15 * smoothstep(0.36, 0.26, y)
    plan.plane.fill(face, plan.region(tone, 0.0, 0.30, 0.0))
    shadow = np.array([[0.15, 0.30], [0.152, 0.44], [0.140, 0.530], [0.101, 0.612], [0.050, 0.664], [0.0, 0.682],
                       [0.040, 0.640], [0.078, 0.580], [0.100, 0.515], [0.105, 0.430], [0.118, 0.330]])  # fmt: skip
    plan.plane.fill(
        smooth_curve(shadow * xy(-side, 1) + xy(MIDDLE, 0), 80, closed=True), plan.region(0.62, 0.24, 0.36, 0.0)
    )
    ink = plan.region(0.4, 0.9, 0.0, 1.0)
    jaw = face[38:84]
    plan.plane.line(jaw, 0.0062 * np.sin(np.linspace(0.1, np.pi - 0.1, len(jaw))), ink)
    for way in (-1, 1):
        brow = smooth_curve(np.array([[0.036, 0.340], [0.075, 0.318], [0.122, 0.314], [0.172, 0.348]]), 30) * xy(
            way, 1
        ) + xy(MIDDLE, 0)
        plan.plane.line(brow, 0.015 * np.sin(np.linspace(0.7, np.pi - 0.05, 30)), ink)


def _mouth_and_nose(plan: Separations, side: float) -> None:
    ink, lip, deep, light = (plan.region(0.5, 0.9, 0.0, 1.0), plan.region(1.0, 0.0, 0.10, 0.0),
                             plan.region(1.0, 0.45, 0.0, 0.0), plan.region(0.10, 0.0, 0.0, 0.0))  # fmt: skip
    upper = smooth_curve(
        np.array(
            [
                [-0.070, 0.598],
                [-0.038, 0.584],
                [-0.014, 0.574],
                [0.0, 0.580],
                [0.014, 0.574],
                [0.038, 0.584],
                [0.070, 0.598],
            ]
        ),
        50,
    )
    lower = smooth_curve(np.array([[0.070, 0.598], [0.040, 0.622], [0.0, 0.634], [-0.040, 0.622], [-0.070, 0.598]]), 40)
    shift = xy(MIDDLE, 0)
    plan.plane.fill(np.vstack([upper, lower]) + shift, lip)
    gap = np.array(
        [
            [-0.060, 0.598],
            [-0.020, 0.594],
            [0.0, 0.598],
            [0.020, 0.594],
            [0.060, 0.598],
            [0.025, 0.606],
            [-0.025, 0.606],
        ]
    )
    plan.plane.fill(np.vstack([upper, gap[::-1][2:]]) + shift, deep)
    plan.plane.fill(smooth_curve(gap, 40, closed=True) + shift, ink)
    plan.plane.line(
        smooth_curve(np.array([[-0.022, 0.6195], [0.0, 0.6235], [0.016, 0.6205]]), 16) * xy(side, 1) + shift,
        np.array([0.001, 0.006, 0.001]),
        light,
    )
    plan.plane.line(
        smooth_curve(np.array([[-0.024, 0.648], [0.0, 0.653], [0.024, 0.648]]), 20) + shift,
        np.array([0.001, 0.005, 0.001]),
        deep,
    )
    nose = np.array(
        [
            [-side * 0.022, 0.470],
            [-side * 0.030, 0.520],
            [-side * 0.032, 0.540],
            [-side * 0.006, 0.548],
            [-side * 0.004, 0.500],
        ]
    )
    plan.plane.fill(smooth_curve(nose, 40, closed=True) + shift, plan.region(0.58, 0.20, 0.34, 0.0))
    for way in (-1, 1):
        plan.plane.line(
            smooth_curve(np.array([[way * 0.030, 0.533], [way * 0.033, 0.545], [way * 0.017, 0.549]]), 16) + shift,
            np.array([0.001, 0.006, 0.003]),
            ink,
        )


def _fringe(plan: Separations, side: float) -> None:
    x = plan.stage.x
    plan.plane.fill(
        smooth_curve(np.array(FRINGE), 140, closed=True),
        plan.region(0.7 + 0.3 * smoothstep(-0.1, 0.2, side * (x - MIDDLE)), 0.80, 0.0, 0.92),
    )
    shine = plan.region(1.0, 0.25, 0.20, 0.0)
    for k in range(9):
        u = k / 8
        path = smooth_curve(
            np.array(
                [
                    [-0.015, 0.222 + 0.05 * u],
                    [0.070 + 0.01 * u, 0.240 + 0.05 * u],
                    [0.148 - 0.012 * u, 0.330 + 0.03 * u],
                ]
            ),
            40,
        )
        plan.plane.line(
            path[6:34] * xy(side, 1) + xy(MIDDLE + 0.012 * side, 0),
            0.0085 * np.sin(np.linspace(0.1, np.pi - 0.1, 28)) * (0.5 + u % 0.4),
            shine,
        )


def _glasses(plan: Separations) -> None:
    """Cat-eye frames; each lens mirrors a sea with a low sun and a palm."""
    stage = plan.stage
    frame, gleam = plan.region(0.25, 0.85, 0.0, 1.0), plan.region(0.0, 0.0, 0.0, 0.0)
    sky = plan.region(
        0.95 * smoothstep(0.470, 0.385, stage.y) ** 0.8, 0.55 * smoothstep(0.405, 0.365, stage.y), 0.95, 0.0
    )
    sea = plan.region(
        0.15, 0.95, 0.12 + 0.5 * smoothstep(0.1, 0.9, np.sin(stage.y * 900 + 3 * noise(stage.size, 30, plan.rng))), 0.0
    )
    sun, palm = plan.region(0.0, 0.0, 0.55, 0.0), plan.region(0.2, 0.9, 0.0, 1.0)
    for way in (-1, 1):
        lens = smooth_curve(np.array(LENS), 90, closed=True) * xy(way, 1) + xy(MIDDLE, 0)
        middle = lens.mean(axis=0)
        plan.plane.fill(middle + (lens - middle) * 1.17, frame)
        plan.plane.fill(lens, sky)
        inside = lens[lens[:, 1] > 0.448]
        inside = inside[np.argsort(np.arctan2(inside[:, 1] - 0.440, inside[:, 0] - middle[0]))]
        plan.plane.fill(inside, sea)
        plan.plane.fill(arc(middle[0] - 0.020, 0.4475, 0.030, np.pi, 2 * np.pi, 30), sun)
        trunk = smooth_curve(np.array([[0.046, 0.466], [0.042, 0.440], [0.030, 0.412]]), 16) + xy(middle[0], 0)
        plan.plane.line(trunk, np.array([0.007, 0.004]), palm)
        for turn in (-2.9, -2.2, -1.2, -0.4, 0.2):
            leaf = (
                trunk[-1]
                + smooth_curve(
                    np.array(
                        [
                            [0, 0],
                            [0.5 * np.cos(turn), 0.5 * np.sin(turn) - 0.12],
                            [np.cos(turn), np.sin(turn) * 0.6 + 0.25],
                        ]
                    ),
                    14,
                )
                * 0.033
            )
            plan.plane.line(leaf, np.array([0.003, 0.0065, 0.001]), palm)
        streak = np.array([[-0.052, 0.386], [-0.036, 0.382], [-0.062, 0.452], [-0.074, 0.444]]) + xy(middle[0], 0)
        plan.plane.fill(streak, gleam)
    bridge = smooth_curve(np.array([[-0.030, 0.408], [0.0, 0.396], [0.030, 0.408]]), 24) + xy(MIDDLE, 0)
    plan.plane.line(bridge, 0.015, frame)
    for way in (-1, 1):
        shine = smooth_curve(np.array([[0.060, 0.368], [0.120, 0.3605], [0.176, 0.360]]), 24) * xy(way, 1) + xy(
            MIDDLE, 0
        )
        plan.plane.line(shine, 0.0035 * np.sin(np.linspace(0.1, np.pi - 0.1, 24)), plan.region(0.8, 0.0, 0.0, 0.0))


def _earrings(plan: Separations) -> None:
    gold, dark, light = (
        plan.region(0.25, 0.0, 1.0, 0.0),
        plan.region(0.9, 0.5, 0.2, 0.8),
        plan.region(0.0, 0.0, 0.2, 0.0),
    )
    for way in (-1, 1):
        x, y = MIDDLE + way * 0.176, 0.610
        plan.plane.dot(x, y, 0.046, dark)
        plan.plane.dot(x, y, 0.041, gold)
        plan.plane.dot(x, y + 0.004, 0.024, dark)
        plan.plane.dot(x - 0.018, y - 0.022, 0.008, light)
