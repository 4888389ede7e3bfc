"""A lighthouse on its rock by moonlight, the sea hatched in long strokes, clouds drifting before the stars."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import fbm, noise, smoothstep
from stylegui.painters.lines import xy
from stylegui.painters.scenes.inkwork import Inkwork
from stylegui.painters.scenes.stage import Plate
from stylegui.painters.study import ridge, smooth_curve

HORIZON = 0.640


def lighthouse_rock(work: Inkwork) -> None:
    """Plan the night; the work's generator shapes the rock and the clouds and says where the moon stands."""
    stage, rng = work.stage, work.rng
    moon = xy(rng.uniform(0.24, 0.34), rng.uniform(0.22, 0.28))
    lamp = xy(0.905, 0.245)
    _sky(work, moon, lamp)
    _sea(work, moon)
    _rock(work)
    _tower(work, lamp)
    _surf(work)
    _sails(work)
    edge = np.minimum(np.minimum(stage.x, stage.ratio - stage.x), np.minimum(stage.y, 1 - stage.y))
    margin = smoothstep(0.052, 0.044, edge + 0.0022 * noise(stage.size, 30, rng))
    work.lay(margin, 0.0)
    for film in work.washes.values():
        film *= 1 - margin


def _sky(work: Inkwork, moon: Array, lamp: Array) -> None:
    stage, rng = work.stage, work.rng
    x, y = stage.x, stage.y
    away = stage.near(moon[0], moon[1])
    tone = 0.90 - 0.42 * smoothstep(0.15, 0.64, y) - 0.62 * np.exp(-((np.clip(away - 0.075, 0, 9) / 0.14) ** 2))
    tone = tone + 0.07 * np.sin(away * 95) * np.exp(-(((away - 0.2) / 0.13) ** 2))
    bank = fbm(stage.size, (2.2, 8.5), rng, 5) + 0.9 * np.exp(-(((y - 0.43) / 0.10) ** 2)) - 0.75
    cloud = smoothstep(-0.05, 0.25, bank)
    lit = smoothstep(0.0, 1.1, bank)
    tone = tone * (1 - cloud) + cloud * (0.10 + 0.55 * lit + 0.15 * smoothstep(0.2, 0.6, away))
    beam = np.zeros_like(x)
    for turn, wide in ((np.pi - 0.16, 0.050), (0.17, 0.060)):
        dx, dy = x - lamp[0], y - lamp[1]
        along = dx * np.cos(turn) + dy * np.sin(turn)
        off = np.abs(-dx * np.sin(turn) + dy * np.cos(turn))
        half = 0.010 + wide * np.clip(along, 0, 2) * 1.4
        beam = np.maximum(beam, smoothstep(half + 0.004, half - 0.004, off) * (along > 0) * np.exp(-along / 0.75))
    tone = tone * (1 - 0.86 * beam)
    stars = Plate(stage, 2)
    for _ in range(85):
        stars.dot(rng.uniform(0, stage.ratio), rng.uniform(0, 0.5) ** 1.2, rng.gamma(2.5, 0.0011) + 0.0012)
    shining = stars.mask() * (1 - cloud)
    disc = smoothstep(0.0765, 0.0735, away)
    everything = np.ones_like(x)
    work.lay(everything, tone * (1 - shining), 0.30 * cloud * lit, 0.06 * noise(stage.size, (3, 6), rng))
    work.wash(smoothstep(0.15, 0.9, tone) * (1 - shining) * (1 - disc), 3, 0.58)
    spots = smoothstep(0.3, 1.3, fbm(stage.size, 9, rng, 3))
    work.lay(disc, 0.02 + 0.20 * spots)
    work.wash(disc, 2, 0.10)


def _sea(work: Inkwork, moon: Array) -> None:
    """Long strokes that lie closer toward us, broken by the moon's glitter."""
    stage, rng = work.stage, work.rng
    x, y = stage.x, stage.y
    depth = np.clip(y - HORIZON, 0, 1)
    water = smoothstep(-0.001, 0.001, y - HORIZON)
    glitter = np.exp(-(((x - moon[0] - 0.02 * np.sin(y * 40)) / (0.05 + 0.42 * depth)) ** 2))
    swell = np.sin((depth + 0.006) ** 0.55 * 92 + 1.3 * noise(stage.size, (6, 4), rng) + 2 * np.sin(x * 5))
    broken = noise(stage.size, (26, 120), rng)
    tone = 0.58 + 0.26 * swell + 0.10 * broken + 0.25 * depth
    tone = tone - glitter * (0.40 + 0.35 * smoothstep(-0.2, 0.8, swell + 0.5 * broken))
    work.lay(water, tone, 0.62 * smoothstep(0.25, 0.8, tone), 0.10 * swell + 0.10 * np.cos(x * 7 + 9 * depth))
    work.wash(water * smoothstep(0.1, 0.7, tone), 3, 0.62)
    work.wash(water * glitter * smoothstep(0.5, 0.2, tone), 2, 0.16)


def _rock(work: Inkwork) -> None:
    """A stack of broken ledges, light on the side of the moon, hatched down its faces."""
    stage, rng = work.stage, work.rng
    line = np.array([[0.52, 0.80], [0.575, 0.735], [0.625, 0.725], [0.655, 0.640], [0.70, 0.615], [0.735, 0.545],
                     [0.785, 0.520], [0.82, 0.475], [0.87, 0.462], [0.95, 0.460], [1.00, 0.482], [1.03, 0.545],
                     [1.085, 0.580], [1.11, 0.655], [1.17, 0.690], [1.20, 0.750], [1.26, 0.80]])  # fmt: skip
    line = line + rng.normal(0, 0.007, line.shape)
    fine = np.stack(
        [np.interp(np.linspace(0, 1, 200), np.linspace(0, 1, len(line)), line[:, k]) for k in (0, 1)], axis=1
    )
    fine = fine + rng.normal(0, 0.0035, fine.shape)
    mask = work.area(np.vstack([fine, [[1.26, 0.84], [0.52, 0.84]]]))
    facets = np.abs(fbm(stage.size, (9, 6), rng, 3)) + 0.22 * np.abs(noise(stage.size, (34, 20), rng))
    down, across = np.gradient(facets * 0.05 * stage.unit)
    shade = 0.50 + 0.60 * (across * 0.9 + down * 0.35) + 0.75 * (stage.x - 0.86) + 0.4 * smoothstep(0.62, 0.80, stage.y)
    cracks = smoothstep(0.10, 0.0, facets)
    tone = np.clip(0.03 + 0.90 * smoothstep(0.02, 1.15, shade) + 0.5 * cracks, 0.03, 0.97)
    work.lay(
        mask,
        tone,
        0.75 * smoothstep(0.30, 0.75, tone),
        1.15 + 0.6 * np.tanh(3 * across) + 0.3 * noise(stage.size, 9, rng),
    )
    work.wash(mask * smoothstep(0.1, 0.6, tone), 2, 0.55)
    work.line(fine, 1.25)


def _tower(work: Inkwork, lamp: Array) -> None:
    """The light: a tapering tower with two dark bands, gallery, lantern, and the keeper's house."""
    stage = work.stage
    x, y = stage.x, stage.y
    foot = 0.470
    house = np.array([[0.955, foot + 0.006], [0.955, 0.425], [0.985, 0.395], [1.015, 0.425], [1.015, foot + 0.020]])
    mask = work.area(house)
    work.lay(mask, 0.14 + 0.5 * smoothstep(0.97, 1.01, x), 0.3, np.pi / 2)
    roof = np.array([[0.946, 0.428], [0.985, 0.388], [1.024, 0.428], [1.010, 0.428], [0.985, 0.404], [0.960, 0.428]])
    work.lay(work.area(roof), 0.9)
    work.lay(work.area(np.array([[0.978, 0.440], [0.992, 0.440], [0.992, 0.458], [0.978, 0.458]])), 0.95)
    work.line(np.vstack([house, house[:1]]), 1.0)
    top = lamp[1] + 0.028
    height = np.clip((foot - y) / (foot - top), 0, 1)
    half = 0.040 - 0.016 * height**0.8
    side = (x - lamp[0]) / half
    mask = smoothstep(1.04, 0.96, np.abs(side)) * (y > top) * (y < foot + 0.012)
    band = np.maximum(work.within(height, 0.24, 0.44, 0.01), work.within(height, 0.64, 0.82, 0.01))
    round_ = 0.06 + 0.62 * smoothstep(-0.35, 0.95, side) - 0.12 * smoothstep(0.80, 1.0, side)
    work.lay(
        mask, np.clip(round_ + 0.48 * band, 0, 0.96), 0.5 * smoothstep(0.0, 0.8, side), np.full_like(x, 0.15) * side
    )
    work.wash(mask * (0.25 + 0.75 * band), 2, 0.50)
    for height_at in (0.16, 0.53, 0.90):
        cy = foot - height_at * (foot - top)
        work.lay(smoothstep(1.1, 0.9, np.hypot((x - lamp[0] + 0.004) / 0.0050, (y - cy) / 0.0095)), 0.97)
    for way in (-1, 1):
        work.line(
            np.array(
                [
                    [lamp[0] + way * 0.040, foot + 0.008],
                    [lamp[0] + way * 0.030, 0.5 * (foot + top)],
                    [lamp[0] + way * 0.024, top],
                ]
            ),
            1.1,
        )
    deck = np.array([[-0.037, 0.030], [-0.031, 0.022], [0.031, 0.022], [0.037, 0.030]]) + lamp
    work.lay(work.area(deck), 0.85)
    glass = np.array([[-0.017, 0.022], [-0.017, -0.018], [0.017, -0.018], [0.017, 0.022]]) + lamp
    work.lay(work.area(glass), 0.0)
    work.wash(work.area(glass), 2, 0.55)
    dome = (
        smooth_curve(
            np.array([[-0.023, -0.016], [-0.014, -0.034], [0.0, -0.042], [0.014, -0.034], [0.023, -0.016]]), 24
        )
        + lamp
    )
    work.lay(work.area(dome), 0.88)
    work.line(np.vstack([dome, dome[:1]]), 1.0)
    work.line(np.array([[0.0, -0.042], [0.0, -0.068]]) + lamp, 0.9)
    for off in (-0.017, -0.006, 0.006, 0.017):
        work.line(np.array([[off, -0.016], [off, 0.022]]) + lamp, 0.7)
    for off in np.linspace(-0.035, 0.035, 9):
        work.line(np.array([[off, 0.008], [off, 0.024]]) + lamp, 0.5)
    work.line(np.array([[-0.036, 0.008], [0.036, 0.008]]) + lamp, 0.6)
    work.line(np.vstack([glass, glass[:1]]), 0.8)


def _surf(work: Inkwork) -> None:
    """Foam round the foot of the rock."""
    stage, rng = work.stage, work.rng
    x, y = stage.x, stage.y
    skyline = 0.772 + 0.016 * np.sin(stage.x[0] * 19) + 0.010 * ridge(stage.size, rng, 22, 4)
    off = y - skyline[None, :]
    reach = smoothstep(0.48, 0.56, x) * smoothstep(1.32, 1.24, x)
    foam = (
        smoothstep(-0.004, 0.002, off)
        * smoothstep(0.066, 0.024, off + 0.014 * noise(stage.size, (18, 30), rng))
        * reach
    )
    lace = 0.28 * smoothstep(0.2, 1.2, noise(stage.size, (40, 70), rng)) + 0.30 * smoothstep(0.03, 0.06, off)
    work.lay(foam, lace)
    for film in work.washes.values():
        film *= 1 - 0.85 * foam
    spray = Plate(stage, 2)
    for _ in range(170):
        px = rng.uniform(0.54, 1.24)
        spray.dot(px, 0.772 - abs(rng.normal(0, 0.030)), rng.gamma(2.5, 0.0007) + 0.0008)
    work.lay(spray.mask(), 0.0)


def _sails(work: Inkwork) -> None:
    """Two boats in the moon's light, and gulls."""
    rng = work.rng
    for x, y, size in ((0.44, 0.655, 0.050), (0.155, 0.668, 0.068)):
        sail = smooth_curve(np.array([[0.0, -1.0], [0.26, -0.5], [0.44, -0.10], [0.0, -0.10]]), 24) * size + xy(x, y)
        jib = np.array([[-0.03, -0.95], [-0.34, -0.10], [-0.03, -0.10]]) * size + xy(x, y)
        hull = smooth_curve(
            np.array([[-0.42, -0.05], [0.48, -0.05], [0.34, 0.12], [-0.30, 0.12]]), 30, closed=True
        ) * size + xy(x, y)
        for part, tone in ((sail, 0.10), (jib, 0.30), (hull, 0.95)):
            work.lay(work.area(part), tone)
            work.line(np.vstack([part, part[:1]]), 0.75)
    for _ in range(6):
        at = xy(rng.uniform(0.50, 0.78), rng.uniform(0.30, 0.50))
        span = rng.uniform(0.012, 0.022)
        wings = smooth_curve(np.array([[-1, -0.30], [-0.5, -0.55], [0, 0.0], [0.5, -0.55], [1, -0.25]]), 20) * span + at
        work.line(wings, 0.9)
