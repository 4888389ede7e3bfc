"""A city at night across a river: towers in overprinted inks, lit windows, a big moon, and all of it in the water."""

from __future__ import annotations

import numpy as np
from PIL import Image

from stylegui.painters.field import noise, smoothstep
from stylegui.painters.lines import xy
from stylegui.painters.scenes.separations import Separations
from stylegui.painters.study import smooth_curve

SHORE = 0.700


def city_lights(plan: Separations) -> None:
    """Plan the print; the plan's generator builds the skyline and lights its windows."""
    stage, rng = plan.stage, plan.rng
    y = stage.y
    dusk = smoothstep(0.16, 0.66, y)
    plan.everywhere(
        plan.region(0.95 * dusk, 1.0 - 0.80 * dusk, 0.55 * smoothstep(0.45, 0.72, y), 0.55 * smoothstep(0.26, 0.0, y))
    )
    moon = xy(rng.uniform(0.24, 0.58), rng.uniform(0.20, 0.26))
    star = plan.region(0.0, 0.0, 0.35, 0.0)
    for _ in range(46):
        plan.plane.dot(rng.uniform(0, 0.82), rng.uniform(0.02, 0.42), rng.uniform(0.0012, 0.0036), star)
    plan.plane.dot(moon[0], moon[1], 0.142, plan.region(0.30, 0.75, 0.20, 0.0))
    plan.plane.dot(moon[0], moon[1], 0.120, plan.region(0.28 * smoothstep(-0.05, 0.12, y - moon[1]), 0.0, 0.80, 0.0))
    crater = plan.region(0.28, 0.0, 0.95, 0.0)
    for _ in range(7):
        turn, away = rng.uniform(0, 6.3), rng.uniform(0.01, 0.085)
        plan.plane.dot(moon[0] + away * np.cos(turn), moon[1] + away * np.sin(turn), rng.uniform(0.008, 0.024), crater)
    _towers(plan, 0.44, 15, (1.0, 0.45, 0.0, 0.0), (0.45, 0.0, 0.55, 0.0), 0.10)
    _towers(plan, 0.50, 11, (0.45, 1.0, 0.0, 0.15), (0.0, 0.0, 0.95, 0.0), 0.22)
    _towers(plan, 0.58, 8, (0.35, 0.95, 0.0, 1.0), (0.12, 0.0, 1.0, 0.0), 0.38)
    _water(plan)
    _bridge(plan)
    _signs(plan)


def _towers(
    plan: Separations, top: float, count: int, wall: tuple[float, ...], glass: tuple[float, ...], lit: float
) -> None:
    """A row of towers with set-backs, masts and water tanks; a share `lit` of the windows shines."""
    rng = plan.rng
    y = plan.stage.y
    fade = smoothstep(top - 0.15, SHORE, y)
    body = plan.region(wall[0] + 0.2 * fade, wall[1] - 0.35 * fade * (wall[3] < 0.5), wall[2], wall[3])
    side = plan.region(min(1.0, wall[0] + 0.25), min(1.0, wall[1] + 0.2), wall[2], min(1.0, wall[3] + 0.35))
    window = plan.region(*glass)
    at = -0.05
    while at < 0.85:
        wide = rng.uniform(0.65, 1.25) * 0.86 / count
        high = top + abs(rng.normal(0, 0.075)) - 0.09 * rng.random() ** 3
        steps = [(0.0, high)] + (
            [(0.16, high - rng.uniform(0.025, 0.06)), (0.33, high - rng.uniform(0.07, 0.11))]
            if rng.random() < 0.35
            else []
        )
        for inset, roof in steps:
            left, right = at + inset * wide, at + (1 - inset) * wide
            plan.plane.fill(np.array([[left, roof], [right, roof], [right, SHORE], [left, SHORE]]), body)
            plan.plane.fill(
                np.array([[right - 0.17 * wide, roof], [right, roof], [right, SHORE], [right - 0.17 * wide, SHORE]]),
                side,
            )
        roof = steps[-1][1]
        middle = at + wide / 2
        if rng.random() < 0.45:
            plan.plane.line(
                np.array([[middle, roof], [middle, roof - rng.uniform(0.03, 0.08)]]), np.array([0.005, 0.0018]), side
            )
        elif rng.random() < 0.5:
            plan.plane.fill(np.array([[middle - 0.2 * wide, roof], [middle - 0.2 * wide, roof - 0.020],
                                      [middle, roof - 0.032], [middle + 0.2 * wide, roof - 0.020],
                                      [middle + 0.2 * wide, roof]]), side)  # fmt: skip
        columns = max(2, int(wide / 0.019))
        cell = 0.80 * wide / columns
        tall = cell * rng.choice([0.9, 1.3, 1.9])
        for row in np.arange(high + 0.018, SHORE - 0.02, tall * 1.45):
            for column in range(columns):
                if rng.random() < lit:
                    px = at + 0.05 * wide + cell * column
                    plan.plane.fill(
                        np.array(
                            [[px, row], [px + 0.62 * cell, row], [px + 0.62 * cell, row + tall], [px, row + tall]]
                        ),
                        window,
                    )
        at += wide * rng.uniform(0.92, 1.12)


def _water(plan: Separations) -> None:
    """The river shows the skyline upside down, pulled apart by ripples."""
    stage, rng = plan.stage, plan.rng
    plane = np.asarray(plan.plane.image)
    rows, columns = plane.shape
    y = (np.arange(rows) / plan.plane.scale + stage.top) / stage.unit
    x = np.arange(columns)
    depth = np.clip(y - SHORE, 0, 1)
    source = ((SHORE - depth * 1.25) * stage.unit - stage.top) * plan.plane.scale
    wave = np.sin(depth**0.62 * 190) * (0.004 + 0.030 * depth) + 0.003 * np.sin(depth * 300)
    drift = noise(stage.size, (4, 40), rng)[:, stage.size[0] // 2].repeat(plan.plane.scale)[:rows] * 0.006
    shift = (wave + drift) * stage.unit * plan.plane.scale
    column = np.clip(x[None, :] + shift[:, None], 0, columns - 1).astype(int)
    row = np.clip(source, 0, rows - 1).astype(int)
    mirrored = plane[row[:, None], column]
    wet = np.where((y > SHORE)[:, None], mirrored, plane).astype(np.uint8)
    plan.plane.image.paste(Image.fromarray(wet))
    dark = plan.region(0.20, 1.0, 0.0, 0.72)
    for k in range(90):
        depth_at = rng.random() ** 1.3 * 0.30
        px, py, long = (
            rng.uniform(-0.05, 0.80),
            SHORE + 0.004 + depth_at,
            rng.uniform(0.03, 0.16) * (0.4 + 3 * depth_at),
        )
        path = np.stack([px + long * np.linspace(0, 1, 14), py + 0.0015 * np.sin(np.linspace(0, 7, 14) + k)], axis=1)
        plan.plane.line(path, (0.0022 + 0.018 * depth_at) * np.sin(np.linspace(0.1, np.pi - 0.1, 14)), dark)


def _bridge(plan: Separations) -> None:
    """A suspension bridge low over the water, its cables strung with lamps."""
    ink, lamp = plan.region(1.0, 0.12, 0.0, 0.0), plan.region(0.0, 0.0, 0.9, 0.0)
    deck = smooth_curve(np.array([[-0.05, 0.742], [0.25, 0.722], [0.55, 0.720], [0.90, 0.742]]), 80)
    for at in (0.17, 0.655):
        for off in (-0.016, 0.016):
            plan.plane.line(np.array([[at + off, 0.795], [at + 0.7 * off, 0.575]]), np.array([0.013, 0.009]), ink)
        for cy in (0.60, 0.65, 0.695):
            plan.plane.line(np.array([[at - 0.016, cy], [at + 0.016, cy]]), 0.008, ink)
        plan.plane.fill(
            np.array([[at - 0.035, 0.79], [at + 0.035, 0.79], [at + 0.045, 0.815], [at - 0.045, 0.815]]), ink
        )
    cables = []
    for first, last, sag in ((0.17, 0.655, 0.125), (-0.30, 0.17, 0.115), (0.655, 1.12, 0.115)):
        s = np.linspace(0, 1, 60)
        cables.append(np.stack([first + (last - first) * s, 0.580 + 4 * sag * s * (1 - s)], axis=1))
    for cable in cables:
        plan.plane.line(cable, 0.0062, ink)
        for k in range(2, 60, 3):
            plan.plane.line(np.array([cable[k], [cable[k, 0], 0.73]]), 0.0022, ink)
        for k in range(2, 60, 6):
            plan.plane.dot(cable[k, 0], cable[k, 1] - 0.003, 0.0058, lamp)
    plan.plane.line(deck, 0.016, ink)
    for k in range(3, 80, 4):
        plan.plane.dot(deck[k, 0], deck[k, 1] - 0.013, 0.0034, lamp)


def _signs(plan: Separations) -> None:
    """Two glowing signs on the near roofs."""
    rng = plan.rng
    glow, back = plan.region(1.0, 0.0, 0.15, 0.0), plan.region(0.4, 0.9, 0.0, 1.0)
    for x in (rng.uniform(0.05, 0.15), rng.uniform(0.62, 0.72)):
        y = rng.uniform(0.50, 0.545)
        plan.plane.fill(
            np.array([[x - 0.022, y - 0.055], [x + 0.022, y - 0.055], [x + 0.022, y + 0.055], [x - 0.022, y + 0.055]]),
            back,
        )
        for k in range(4):
            cy = y - 0.038 + 0.026 * k
            plan.plane.line(np.array([[x - 0.012, cy], [x + 0.012, cy + rng.uniform(-0.006, 0.006)]]), 0.007, glow)
