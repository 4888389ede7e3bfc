"""Desert at sundown: a huge banded sun behind mesas, dunes in folds, tall cacti."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import noise, smoothstep
from stylegui.painters.lines import arc, normals, xy
from stylegui.painters.scenes.separations import Separations
from stylegui.painters.study import smooth_curve


def cactus_desert(plan: Separations) -> None:
    """Plan the print; the plan's generator moves the sun, the mesas and the cacti."""
    stage, rng = plan.stage, plan.rng
    y = stage.y
    plate = plan.plane
    sun = xy(rng.uniform(0.60, 0.74), 0.405)
    glow = np.exp(-((stage.near(sun[0], sun[1]) / 0.42) ** 2))
    plan.everywhere(plan.region(0.96 * smoothstep(0.10, 0.50, y), 1.0 - smoothstep(0.06, 0.40, y), 0.15 + 0.80 * glow,
                                0.60 * smoothstep(0.24, 0.0, y)))  # fmt: skip
    stars = plan.region(0.0, 0.0, 0.0, 0.0)
    for _ in range(60):
        plate.dot(rng.uniform(0, 1.34), rng.uniform(0.02, 0.26) ** 1.1, rng.uniform(0.0012, 0.0034), stars)
    ring = plan.region(0.12, 0.0, 0.35, 0.0)
    plate.dot(sun[0], sun[1], 0.268, ring)
    plate.dot(sun[0], sun[1], 0.250, plan.region(0.95 * smoothstep(0.22, 0.70, y), 0.0, 1.0, 0.0))
    for k in range(6):  # bars of haze across the sun
        low, high = 0.440 + 0.038 * k, 0.444 + 0.0412 * k
        half = np.sqrt(0.252**2 - (low - sun[1]) ** 2)
        plate.fill(xy(sun[0], 0) + np.array([[-half, low], [half, low], [half, high], [-half, high]]), ring)
    _clouds(plan)
    _mesas(plan)
    _dunes(plan)
    for foot, tall in ((xy(0.235, 0.905), 0.560), (xy(1.145, 0.850), 0.400), (xy(0.905, 0.735), 0.165),
                       (xy(0.455, 0.715), 0.125), (xy(1.255, 0.700), 0.110)):  # fmt: skip
        _cactus(plan, foot + rng.normal(0, 0.01, 2), tall)
    _agave(plan, xy(0.62, 0.955), 0.135)
    _agave(plan, xy(0.055, 0.930), 0.105)
    _birds(plan, sun)


def _clouds(plan: Separations) -> None:
    rng = plan.rng
    tones = (plan.region(0.75, 0.18, 0.15, 0.0), plan.region(0.10, 0.0, 0.35, 0.0))
    for k in range(7):
        at, cy, long = rng.uniform(0.0, 1.3), rng.uniform(0.10, 0.36), rng.uniform(0.10, 0.24)
        t = np.linspace(-1, 1, 40)
        lumps = np.abs(np.sin(t * rng.uniform(3, 6) + k)) * 0.6 + 0.4
        top = cy - 0.030 * np.sqrt(1 - t**2) * lumps
        shape = np.stack([at + long * t, top], axis=1)
        base = np.stack([at + long * t[::-1], cy + 0.007 * np.sqrt(1 - t**2)], axis=1)
        plan.plane.fill(np.vstack([shape, base]), tones[0])
        plan.plane.fill(np.vstack([shape, shape[::-1] * xy(1, 1) + xy(0, 0.009)]), tones[1])


def _mesas(plan: Separations) -> None:
    """Flat-topped rocks in two distances, lit on the side of the sun."""
    rng = plan.rng
    y = plan.stage.y
    for base, heights, tones, shade in (
        (
            0.625,
            ((0.02, 0.22, 0.135), (0.35, 0.10, 0.085), (1.02, 0.14, 0.10), (1.28, 0.16, 0.16)),
            (1.0, 0.42, 0.10, 0.0),
            (1.0, 0.85, 0.0, 0.0),
        ),
        (
            0.665,
            ((0.16, 0.13, 0.115), (0.86, 0.075, 0.165), (1.17, 0.20, 0.085)),
            (1.0, 0.12, 0.80, 0.0),
            (1.0, 1.0, 0.20, 0.45),
        ),
    ):
        strata = 0.10 * np.sin(y * 330 + 0.8 * noise(plan.stage.size, (4, 8), rng))
        light = plan.region(tones[0] + strata, tones[1] + strata, tones[2], tones[3])
        dark = plan.region(shade[0], shade[1] + strata, shade[2], shade[3])
        for at, wide, tall in heights:
            at += rng.normal(0, 0.015)
            edge = rng.normal(0, 0.006, 12)
            left = np.array([[at - wide * 0.80, base], [at - wide * 0.62, base - 0.35 * tall],
                             [at - wide * 0.50, base - 0.42 * tall], [at - wide * 0.47, base - 0.97 * tall],
                             [at - wide * 0.2, base - tall]])  # fmt: skip
            right = left[::-1] * xy(-1, 1) + xy(2 * at, 0)
            outline = np.vstack([left, right]) + np.stack([edge[:10], 0 * edge[:10]], axis=1)
            plan.plane.fill(outline, light)
            for k in range(7):
                fx = at + wide * (-0.42 + 0.14 * k) + rng.normal(0, 0.008)
                crack = np.array([[fx, base - 0.98 * tall], [fx + 0.16 * wide / 2, base - 0.96 * tall],
                                  [fx + 0.02, base - 0.4 * tall], [fx + 0.05 * wide, base], [fx - 0.03 * wide, base],
                                  [fx, base - 0.4 * tall]])  # fmt: skip
                if k % 2 or fx < at - 0.2 * wide:
                    plan.plane.fill(crack, dark)
        low = np.array([[-0.1, base - 0.002], [1.45, base - 0.002], [1.45, base + 0.06], [-0.1, base + 0.06]])
        plan.plane.fill(low, light)


def _dunes(plan: Separations) -> None:
    """Folds of sand: the near ones darker, each with a lit crest and wind ripples."""
    rng = plan.rng
    stage = plan.stage
    t = np.linspace(-0.1, 1.45, 90)
    lines = []
    for k in range(6):
        base = 0.655 + 0.052 * k + 0.006 * k * k
        wave = 0.020 + 0.008 * k
        lines.append(base + wave * np.sin(t * (5.2 - 0.45 * k) + rng.uniform(0, 6)) + 0.4 * wave * np.sin(t * 11 + k))
    for k, line in enumerate(lines):
        depth = k / 5
        below = np.clip(stage.y - np.interp(stage.x[0], t, line)[None, :], 0, 1)
        ripple = smoothstep(0.0, 0.5, np.sin(below * (480 - 55 * k) + 2.0 * noise(stage.size, (5, 8), rng)))
        lit = smoothstep(0.012 + 0.030 * depth, 0.004, below + 0.012 * noise(stage.size, (9, 3), rng))
        fall = np.interp(stage.x - 1.6 * below, t, np.gradient(line, t)) + 0.05 * noise(stage.size, (12, 5), rng)
        shade = smoothstep(0.015, 0.05, fall) * smoothstep(0.16, 0.0, below) * (1 - lit)
        body = plan.region((0.22 + 0.55 * depth + 0.15 * ripple) * (1 - lit) + 0.8 * shade,
                           (0.40 * depth**1.5 + 0.20 * ripple * depth) * (1 - lit) + 0.45 * shade,
                           1.0 - 0.25 * depth * (1 - lit) - 0.4 * shade)  # fmt: skip
        plan.plane.fill(np.vstack([np.stack([t, line], axis=1), [[1.45, 1.1], [-0.1, 1.1]]]), body)


def _cactus(plan: Separations, foot: Array, tall: float) -> None:
    """A saguaro: ribbed columns lit from the sun's side, a few flowers on top."""
    rng = plan.rng
    wide = 0.135 * tall
    skin, ribs, rim = (
        plan.region(0.12, 0.92, 0.45, 0.30),
        plan.region(0.30, 1.0, 0.10, 0.92),
        plan.region(0.10, 0.35, 1.0, 0.0),
    )
    flower = plan.region(1.0, 0.0, 0.2, 0.0)
    shadow = arc(foot[0] - 0.10 * tall, foot[1] + 0.012 * tall, 0.34 * tall, 0, 2 * np.pi, 40, 0.10)
    plan.plane.fill(shadow, plan.region(0.75, 0.80, 0.30, 0.25))
    arms = []
    for way in (-1, 1):
        at, out, rise = rng.uniform(0.34, 0.58), rng.uniform(0.20, 0.26), rng.uniform(0.22, 0.36)
        arms.append(np.array([[0, -at * tall], [way * 0.6 * out * tall, -(at - 0.015) * tall],
                              [way * out * tall, -(at + 0.07) * tall],
                              [way * (out + 0.01) * tall, -(at + rise) * tall]]))  # fmt: skip
    columns = [(arm, 0.66) for arm in arms] + [
        (np.array([[0, 0.01 * tall], [0.004 * tall, -0.5 * tall], [0, -tall]]), 1.0)
    ]
    for points, share in columns:
        spine = smooth_curve(points + foot, 50)
        width = (
            share
            * wide
            * np.minimum(1, 0.80 + 0.4 * np.linspace(0, 1, 50))
            * np.sqrt(np.clip(1.02 - np.linspace(0, 1, 50) ** 14, 0, 1))
        )
        plan.plane.line(spine, width + 0.018 * tall * share, ribs)
        plan.plane.line(spine, width, skin)
        across = normals(spine)
        for lane in (-0.40, -0.22, -0.02, 0.19):
            plan.plane.line(spine[1:-1] + across[1:-1] * (lane * width[1:-1])[:, None], 0.07 * width[1:-1], ribs)
        plan.plane.line(spine[2:-1] + across[2:-1] * (0.40 * width[2:-1])[:, None], 0.10 * width[2:-1], rim)
        tip = spine[-1]
        for k in (-1, 0, 1):
            plan.plane.dot(tip[0] + k * 0.26 * width[25], tip[1] - 0.012 * tall, 0.13 * width[25] + 0.001, flower)


def _agave(plan: Separations, foot: Array, size: float) -> None:
    rng = plan.rng
    tones = (plan.region(0.0, 0.95, 0.50, 0.55), plan.region(0.0, 0.60, 0.80, 0.0))
    for k, turn in enumerate(np.linspace(-1.35, 1.35, 13)[rng.permutation(13)]):
        reach = size * rng.uniform(0.75, 1.0) * (1 - 0.12 * abs(turn))
        tip = foot + reach * xy(np.sin(turn), -np.cos(turn) * 0.92)
        side = 0.085 * size * xy(np.cos(turn), np.sin(turn))
        bulge = foot + 0.45 * (tip - foot)
        plan.plane.fill(
            smooth_curve(np.array([foot - 0.5 * side, bulge - side, tip, bulge + side, foot + 0.5 * side]), 30),
            tones[0],
        )
        plan.plane.fill(
            smooth_curve(np.array([foot, bulge - 0.1 * side, tip, bulge + 0.75 * side, foot + 0.3 * side]), 30),
            tones[k % 2],
        )


def _birds(plan: Separations, sun: Array) -> None:
    rng = plan.rng
    ink = plan.region(0.3, 0.8, 0.0, 1.0)
    for _ in range(5):
        at = sun + xy(rng.uniform(-0.34, 0.24), rng.uniform(-0.20, 0.02))
        span = rng.uniform(0.016, 0.034)
        wings = smooth_curve(np.array([[-1, -0.25], [-0.5, -0.52], [0, 0.0], [0.5, -0.52], [1, -0.2]]), 24) * span + at
        plan.plane.line(wings, np.array([0.02, 0.16, 0.22, 0.16, 0.02]) * span, ink)
