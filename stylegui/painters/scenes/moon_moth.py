"""A great moth before the full moon, over two sprigs of leaves."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import fbm, noise, smoothstep
from stylegui.painters.lines import xy
from stylegui.painters.scenes.inkwork import Inkwork
from stylegui.painters.scenes.stage import Plate
from stylegui.painters.study import smooth_curve

MIDDLE = 0.40625
FORE = [[0.008, -0.040], [0.080, -0.125], [0.175, -0.200], [0.265, -0.238], [0.322, -0.232], [0.335, -0.205],
        [0.302, -0.170], [0.290, -0.115], [0.285, -0.055], [0.262, -0.005], [0.200, 0.012], [0.110, 0.020],
        [0.012, 0.012]]  # fmt: skip
HIND = [[0.012, -0.005], [0.110, 0.000], [0.200, 0.020], [0.255, 0.075], [0.262, 0.140], [0.228, 0.190], [0.190, 0.215],
        [0.180, 0.275], [0.196, 0.335], [0.186, 0.372], [0.160, 0.365], [0.142, 0.310], [0.126, 0.240], [0.080, 0.190],
        [0.042, 0.130], [0.014, 0.060]]  # fmt: skip


def moon_moth(work: Inkwork) -> None:
    """Plan the plate; the work's generator changes the bands of the wings, the moon's spots and the leaves."""
    rng = work.rng
    centre = xy(MIDDLE, rng.uniform(0.445, 0.465))
    _night(work, xy(MIDDLE, 0.405), 0.292)
    for way in (-1, 1):
        _sprig(work, way)
    bands = rng.uniform(-0.04, 0.04, 4)
    for outline, hind in ((HIND, True), (FORE, False)):
        for way in (-1, 1):
            _wing(work, centre, np.array(outline), way, hind, bands)
    _body(work, centre)


def _night(work: Inkwork, moon: Array, radius: float) -> None:
    """A pale moon with its seas; the sky is darkest at its rim and dissolves into the paper."""
    stage, rng = work.stage, work.rng
    away = stage.near(moon[0], moon[1])
    fade = 0.34 + 0.05 * noise(stage.size, 5, rng)
    sky = 1.15 * np.clip(1 - (away - radius) / fade, 0, 1) ** 1.3
    edge = np.minimum(np.minimum(stage.x, stage.ratio - stage.x), np.minimum(stage.y, 1 - stage.y))
    sky = sky * smoothstep(0.035, 0.10, edge + 0.01 * noise(stage.size, 9, rng))
    outside = smoothstep(radius - 0.0015, radius + 0.0015, away)
    work.lay(outside, sky)
    seas = smoothstep(0.15, 1.3, fbm(stage.size, 4.2, rng, 4)) * (1 - outside)
    craters = smoothstep(1.3, 2.2, noise(stage.size, 22, rng)) * (1 - outside)
    limb = 0.34 * smoothstep(0.55, 1.0, away / radius) ** 2
    work.lay(1 - outside, 0.025 + 0.30 * seas + 0.16 * craters + limb * smoothstep(-0.3, 0.3, stage.x - moon[0]))
    work.wash((1 - outside) * smoothstep(0.2, 0.8, seas), 2, 0.20)
    stars = Plate(stage, 2)
    for _ in range(90):
        turn, reach = rng.uniform(0, 2 * np.pi), radius + 0.02 + abs(rng.normal(0, 0.11))
        stars.dot(moon[0] + reach * np.cos(turn), moon[1] + reach * np.sin(turn), rng.gamma(3.0, 0.0011) + 0.0012)
    for _ in range(7):  # a few with rays
        turn, reach = rng.uniform(np.pi, 2 * np.pi), radius + rng.uniform(0.035, 0.12)
        at, long = moon + reach * xy(np.cos(turn), np.sin(turn)), rng.uniform(0.010, 0.017)
        for ray in (0, np.pi / 2, np.pi, 3 * np.pi / 2):
            stars.line(np.array([at, at + long * xy(np.cos(ray), np.sin(ray))]), np.array([0.0055, 0.0006]))
    shining = stars.mask()
    work.wash(outside * smoothstep(0.05, 0.7, sky) * (1 - shining), 3, 0.50)
    work.lay(shining, 0.0)


def _wing(work: Inkwork, centre: Array, outline: Array, way: int, hind: bool, bands: Array) -> None:
    """One wing: `far` runs from 0 at its root to 1 at its edge, so that bands follow its shape."""
    stage, rng = work.stage, work.rng
    root = xy(0.010, -0.012 if not hind else 0.020)
    shape = smooth_curve(outline, 160)
    t = np.arange(160)
    if hind:
        shape = (
            shape + xy(1, 0.6) * (0.0035 * np.sin(t * 0.85) * smoothstep(35, 45, t) * smoothstep(78, 68, t))[:, None]
        )
    mirrored = shape * xy(way, 1) + centre
    mask = work.area(mirrored)
    work.lay(np.asarray(_grown(work, mirrored)), 0.0)
    px, py = (stage.x - centre[0]) * way - root[0], stage.y - centre[1] - root[1]
    rim = shape - root
    turns, reach = np.arctan2(rim[:, 1], rim[:, 0]), np.hypot(*rim.T)
    order = np.argsort(turns)
    turn = np.arctan2(py, px)
    far = np.hypot(px, py) / np.maximum(np.interp(turn, turns[order], reach[order]), 1e-3)
    wave = far + 0.020 * np.sin(turn * 21) + 0.010 * np.sin(turn * 9 + 2)
    veins = np.abs(np.sin(turn * (13 if hind else 12) + 0.4)) ** 0.5
    tone = 0.34 + 0.05 * noise(stage.size, 30, rng) + 0.30 * smoothstep(0.42, 0.0, far)
    inner, middle, outer, fringe = np.array([0.27, 0.60, 0.83, 0.965]) + (0 if hind else bands)
    tone = (
        tone + 0.45 * np.exp(-(((wave - inner) / 0.028) ** 2)) - 0.30 * np.exp(-(((wave - inner - 0.055) / 0.025) ** 2))
    )
    tone = (
        tone
        - 0.32 * np.exp(-(((wave - middle) / 0.050) ** 2))
        + 0.50 * np.exp(-(((wave - middle - 0.085) / 0.030) ** 2))
    )
    tone = (
        tone
        + 0.42 * smoothstep(outer - 0.06, outer + 0.02, wave)
        - 0.70 * np.exp(-(((wave - outer - 0.055) / 0.018) ** 2))
    )
    tone = tone - 0.45 * smoothstep(fringe - 0.01, fringe + 0.01, far) * veins
    tone = tone + 0.26 * (1 - veins) * smoothstep(0.12, 0.4, far)
    tone = 0.04 + 0.92 * smoothstep(0.06, 0.86, tone)
    eye = (xy(0.128, 0.082), 0.036) if hind else (xy(0.168, -0.098), 0.029)
    ring = np.hypot((stage.x - centre[0]) * way - eye[0][0], stage.y - centre[1] - eye[0][1]) / eye[1]
    spot = np.where(
        ring < 0.34, 0.98, np.where(ring < 0.60, 0.06, np.where(ring < 0.82, 0.62, np.where(ring < 1.0, 0.92, 0.05)))
    )
    glint = (
        np.hypot(
            (stage.x - centre[0]) * way - eye[0][0] + 0.12 * eye[1], stage.y - centre[1] - eye[0][1] + 0.14 * eye[1]
        )
        / eye[1]
    )
    spot = np.where(glint < 0.11, 0.0, spot)
    tone = np.where(ring < 1.12, spot, tone)
    hatch = (
        0.38 * smoothstep(0.02, 0.2, far) * smoothstep(0.97, 0.90, far) * (ring > 1.15) * smoothstep(0.22, 0.6, tone)
    )
    work.lay(mask, np.clip(tone, 0.02, 0.96), hatch, np.arctan2(py, px * way))
    work.wash(mask * (ring > 1.12), 2, 0.20 + 0.10 * hind)
    work.wash(mask * smoothstep(0.4, 0.75, tone) * (ring > 1.12), 2, 0.42)
    work.wash(mask * (ring < 0.82) * (ring > 0.60), 2, 0.80)
    work.line(mirrored, 1.15)


def _grown(work: Inkwork, outline: Array) -> Array:
    """(H, W) a narrow light rim round a shape, which sets it off from what is behind."""
    plate = Plate(work.stage, 1)
    plate.line(outline, 0.011)
    return plate.mask()


def _body(work: Inkwork, centre: Array) -> None:
    """Furry thorax, banded abdomen, feathered antennae."""
    stage, rng = work.stage, work.rng
    for way in (-1, 1):
        feeler = (
            smooth_curve(np.array([[0.006, -0.085], [0.030, -0.130], [0.072, -0.168], [0.118, -0.180]]), 40)
            * xy(way, 1)
            + centre
        )
        plate = Plate(stage, 1)
        plate.line(feeler, np.array([0.010, 0.046, 0.060, 0.050, 0.012]))
        work.lay(plate.mask() * 0.8, 0.03)
        work.line(feeler, 1.3)
        for k in range(3, 39, 2):
            step = feeler[min(k + 1, 39)] - feeler[k - 1]
            out = xy(-step[1], step[0]) / np.hypot(*step)
            comb = 0.030 * np.sin(np.pi * (k / 40) ** 0.8)
            for side in (-1, 1):
                tip = feeler[k] + out * (side * comb) + step / np.hypot(*step) * 0.35 * comb
                work.line(np.linspace(feeler[k], tip, 6), 0.55)
    x, y = (stage.x - centre[0]), (stage.y - centre[1])
    tail = smoothstep(
        1.0, 0.96, np.hypot(x / (0.028 * (1 - 0.5 * np.clip(y - 0.03, 0, 1) / 0.17)), (y - 0.085) / 0.100)
    )
    rings = 0.5 + 0.5 * np.sin((y - 0.6 * x**2 / 0.03) * 300)
    work.lay(tail, 0.22 + 0.55 * rings + 14 * np.abs(x) * 0.9 - 0.25, 0.5 * rings, np.pi / 2)
    chest = smoothstep(1.0, 0.92, np.hypot(x / 0.041, (y + 0.032) / 0.058) + 0.05 * noise(stage.size, 90, rng))
    fur = 0.30 + 0.35 * smoothstep(-0.03, 0.04, x) + 0.16 * noise(stage.size, (90, 24), rng)
    work.lay(chest, fur, 0.9 * chest, np.pi / 2 + 7 * x)
    head = smoothstep(1.05, 0.95, np.hypot(x / 0.020, (y + 0.088) / 0.018))
    work.lay(head, 0.55 + 0.3 * smoothstep(-0.01, 0.02, x))
    work.wash(np.maximum(np.maximum(tail, chest), head), 2, 0.55)
    for way in (-1, 1):
        work.lay(smoothstep(1.1, 0.9, np.hypot((x - 0.0135 * way) / 0.0065, (y + 0.091) / 0.0075)), 0.97)


def _sprig(work: Inkwork, way: int) -> None:
    """A twig with paired leaves that rises from the foot of the plate."""
    stage, rng = work.stage, work.rng
    stem = smooth_curve(np.array([[0.020, 0.915], [0.105, 0.905], [0.205, 0.862], [0.282, 0.785], [0.322, 0.690]]), 80)
    stem = stem * xy(way, 1) + xy(MIDDLE, 0)
    green = np.zeros_like(stage.x)
    for k in range(10, 80, 9):
        step = stem[min(k + 2, 79)] - stem[k - 2]
        heading = np.arctan2(step[1], step[0])
        for side in (-1, 1):
            size = 0.092 * (1 - 0.35 * k / 80) * rng.uniform(0.85, 1.1)
            green = np.maximum(green, _leaf(work, stem[k], heading + side * rng.uniform(0.65, 0.95), size))
    end = stem[-1] - stem[-4]
    green = np.maximum(green, _leaf(work, stem[-1], float(np.arctan2(end[1], end[0])), 0.07))
    work.wash(green, 3, 0.42)
    plate = Plate(stage, 2)
    plate.line(stem, np.linspace(0.010, 0.004, 80))
    work.lay(plate.mask(), 0.75)
    if way > 0:  # the knot that ties them
        tie = smooth_curve(
            np.array([[-0.034, 0.898], [0.0, 0.920], [0.034, 0.898], [0.040, 0.930], [0.0, 0.908], [-0.040, 0.930]]),
            60,
            closed=True,
        )
        work.line(tie + xy(MIDDLE, 0), 1.3)


def _leaf(work: Inkwork, foot: Array, heading: float, size: float) -> Array:
    """A pointed leaf, half of it in shade; returns its mask."""
    stage, rng = work.stage, work.rng
    t = np.linspace(0, 1, 26)
    half = 0.26 * size * np.sin(np.pi * t**0.8) ** 0.85
    bend = 0.10 * size * np.sin(np.pi * t) * rng.choice([-1.0, 1.0])
    c, s = np.cos(heading), np.sin(heading)
    turned = [
        np.stack([t * size * c - off * s, t * size * s + off * c], axis=1) + foot
        for off in (bend + half, bend, bend - half)
    ]
    mask = work.area(np.vstack([turned[0], turned[2][::-1]]))
    dx, dy = stage.x - foot[0], stage.y - foot[1]
    along, off = (dx * c + dy * s) / size, (-dx * s + dy * c) / size
    ribs = 0.5 + 0.5 * np.sin((along - 0.9 * np.abs(off)) * 46)
    shadow = smoothstep(0.05, -0.05, off) if rng.random() < 0.5 else smoothstep(-0.05, 0.05, off)
    work.lay(mask, 0.10 + 0.48 * shadow + 0.22 * ribs * (0.4 + shadow) + 0.15 * smoothstep(0.3, 0.0, along))
    work.line(np.vstack([turned[0], turned[2][::-1]]), 0.8)
    work.line(turned[1], 0.7)
    return mask
