"""A coral reef with fish passing over it."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Palette, ramp, shifted
from stylegui.painters.field import Size, fbm, grid, mix, noise
from stylegui.painters.scenes.living_forms import (
    BLOSSOM,
    DARK,
    DEEP,
    FINGERS,
    FOAM,
    GOLD,
    GRAIN,
    LEAF,
    MAZE,
    SPOTS,
    WARM,
    WATER,
    WHITE,
    Region,
    soft,
)


def reef(size: Size, rng: np.random.Generator, palette: Palette) -> list[Region]:
    """Brain corals, sea fans and tubes piled up on a reef, fish passing over, light falling in from above."""
    x, y = grid(size)
    wide, tall = size[0] / max(size), size[1] / max(size)
    fy = y / tall
    rays = 0.5 + 0.5 * np.sin((x + 0.45 * y) * 24 + 2.2 * noise(size, 3, rng))
    water = ramp(
        [palette[FOAM], palette[WATER], palette[DEEP], palette[DEEP]],
        np.clip(0.10 + 0.95 * fy - 0.16 * rays * (1 - fy) + 0.05 * fbm(size, 3, rng, 3), 0, 1),
    )
    flow = (y + 0.030 * np.sin(x * 9 + rng.uniform(0, 6)) + 0.020 * noise(size, 3, rng)) / GRAIN / 1.35
    regions = [Region(np.ones_like(x), mix(water, palette[FOAM], 0.12), water, coarse=1.35, phase=flow, carve=0.40)]
    for share in (0.10, 0.34, 0.88):
        reach, foot = rng.uniform(0.20, 0.27), tall * rng.uniform(0.82, 0.90)
        regions += _fan(size, rng, palette, (share + rng.normal(0, 0.04)) * wide, foot, reach)
    looks = [(WARM, DARK), (GOLD, WARM), (BLOSSOM, DEEP), (LEAF, DEEP), (FOAM, WATER), (WHITE, WARM)]
    places = [(0.10, 0.80, 0.15), (0.90, 0.78, 0.17), (0.36, 0.90, 0.13), (0.66, 0.93, 0.15),
              (0.52, 0.79, 0.115), (0.22, 1.00, 0.16), (0.80, 1.03, 0.15),
              (0.00, 1.02, 0.13), (0.48, 1.05, 0.14), (1.0, 1.02, 0.12)]  # fmt: skip
    order = rng.permutation(len(looks))
    for index, (fx, level, radius) in enumerate(places):
        ridge, hollow = looks[order[index % len(looks)]]
        regions.append(
            _brain(
                size,
                rng,
                palette,
                fx * wide + rng.normal(0, 0.02),
                level * tall,
                radius * rng.uniform(0.9, 1.15),
                ridge,
                hollow,
            )
        )
        if index in (1, 4, 6):
            regions += _tubes(size, rng, palette, (fx + rng.normal(0, 0.06)) * wide, (level - 0.02) * tall)
    side = float(rng.choice([-1, 1]))
    for fx, level, length in (
        (0.5 - side * 0.07, 0.34, 0.26),
        (0.5 + side * 0.28, 0.20, 0.13),
        (0.5 + side * 0.36, 0.42, 0.11),
        (0.5 - side * 0.38, 0.22, 0.10),
    ):
        regions += _swimmer(size, palette, fx * wide, level * tall, length, side)
    return regions


def _brain(
    size: Size, rng: np.random.Generator, palette: Palette, cx: float, cy: float, radius: float, ridge: int, hollow: int
) -> Region:
    """A dome grown over with a maze, dark towards its foot."""
    x, y = grid(size)
    dx, dy = x - cx, (y - cy) * 1.12
    r = np.hypot(dx, dy) * (1 + 0.06 * np.sin(3 * np.arctan2(dy, dx) + rng.uniform(0, 6)))
    rise = np.sqrt(np.clip(1 - (r / radius) ** 2, 0, 1))
    light = np.clip(0.55 + 0.45 * rise - 0.55 * (dx + 1.5 * dy) / radius * 0.5, 0, 1)
    top = mix(mix(palette[ridge], palette[DEEP], 0.55), shifted(palette[ridge], 0.04), light)
    low = mix(palette[hollow], palette[DEEP], np.clip(0.75 - 0.6 * light, 0, 1))
    kind = (MAZE, FINGERS, SPOTS)[int(rng.integers(3))]
    return Region(
        soft(size, r - radius),
        top,
        low,
        *kind,
        coarse=float(rng.uniform(0.8, 1.2)),
        swell=0.11 * radius / 0.15 * rise,
    )


def _fan(size: Size, rng: np.random.Generator, palette: Palette, cx: float, cy: float, reach: float) -> list[Region]:
    """A sea fan: a flat sheet of ribs that fork from its foot."""
    x, y = grid(size)
    dx, dy = x - cx, cy - y
    r, a = np.hypot(dx, dy), np.arctan2(dx, dy)
    ragged = reach * (1 + 0.05 * np.cos(5 * a + rng.uniform(0, 6)) + 0.03 * noise(size, 14, rng))
    mask = soft(size, np.maximum(r - ragged, (np.abs(a) - 1.15) * r)) * (dy > 0)
    colour = palette[int(rng.choice([BLOSSOM, WARM, GOLD]))]
    tone = mix(mix(colour, palette[DEEP], 0.55), colour, np.clip(r / reach, 0, 1))
    forks = a * reach * 0.75 / GRAIN / 0.75
    return [
        Region(mask, tone, mix(tone, palette[DEEP], 0.62), *FINGERS, coarse=0.75, phase=forks, swell=0.01, edge=0.6)
    ]


def _tubes(size: Size, rng: np.random.Generator, palette: Palette, cx: float, cy: float) -> list[Region]:
    """A cluster of sponge tubes with dark mouths."""
    x, y = grid(size)
    regions = []
    colour = palette[int(rng.choice([BLOSSOM, GOLD, WARM, WHITE]))]
    for k in range(4):
        px, top, thick = (
            cx + (k - 1.5) * 0.040 + rng.normal(0, 0.006),
            cy - rng.uniform(0.08, 0.19),
            rng.uniform(0.017, 0.025),
        )
        lean = px + (k - 1.5) * 0.12 * (cy - y)
        gap = np.maximum(np.abs(x - lean) - thick * (1 + 0.12 * np.sin(y * 70 + k)), np.maximum(top - y, y - cy - 0.06))
        v = np.clip((x - lean) / thick, -1, 1)
        tone = mix(
            shifted(colour, 0.03), mix(colour, palette[DEEP], 0.7), np.clip(0.25 + 0.5 * v + 3 * (y - top - 0.06), 0, 1)
        )
        regions.append(Region(soft(size, gap), tone, mix(tone, palette[DEEP], 0.35), *SPOTS, coarse=0.75,
            swell=0.05 * np.sqrt(1 - v**2), carve=0.7))  # fmt: skip
        mouth_x = px + (k - 1.5) * 0.12 * (cy - top)
        lip = np.hypot((x - mouth_x) / 1.12, (y - top) * 2.3)
        regions.append(Region(soft(size, lip - thick), shifted(colour, 0.08), colour, carve=0.0, swell=0.055, edge=0.5))
        regions.append(Region(soft(size, lip - thick * 0.66), palette[DEEP], palette[DEEP], carve=0.0, swell=0.02))
    return regions


def _swimmer(size: Size, palette: Palette, cx: float, cy: float, length: float, side: float) -> list[Region]:
    """A reef fish in banded stripes."""
    x, y = grid(size)
    u, v = side * (x - cx) / length, (y - cy) / length  # u from the tail (-0.5) to the mouth (0.5)
    half = np.interp(u, [-0.36, -0.28, -0.1, 0.12, 0.32, 0.44, 0.5], [0.045, 0.07, 0.22, 0.27, 0.19, 0.09, 0.0])
    body = soft(size, np.maximum(np.abs(v) - half, np.abs(u + 0.0) - 0.5) * length)
    body = body * (u > -0.36)
    tail = soft(
        size,
        np.maximum(
            np.abs(v) - (0.05 + 0.9 * np.clip(-u - 0.34, 0, 1)), np.maximum(u + 0.33, -u - 0.54 + 0.3 * np.abs(v))
        )
        * length,
    )
    crest = soft(
        size,
        np.maximum(np.abs(v + 0.10) - 0.27 * np.clip(np.cos((u + 0.05) * 3.6), 0, 1), np.abs(u + 0.05) - 0.34) * length,
    )
    skin = mix(palette[GOLD], palette[WARM], np.clip(0.5 - u, 0, 1))
    fins = mix(palette[WARM], palette[DARK], 0.2)
    round_ = np.sqrt(np.clip(1 - (v / np.maximum(half, 1e-3)) ** 2, 0, 1))
    coarse = float(np.clip(length / 0.26, 0.55, 1.15))
    bands = (u + 0.25 * v**2) * length / GRAIN / coarse
    regions = [
        Region(part, palette[GOLD], fins, *FINGERS, coarse=0.75, phase=(v * 2 + u) * length / GRAIN / 0.6, swell=0.01)
        for part in (tail, crest)
    ]
    regions.append(
        Region(body, skin, palette[DARK], *MAZE, coarse=coarse, phase=bands, swell=0.05 * length / 0.26 * round_)
    )
    face = body * (u > 0.30)
    regions.append(
        Region(face, palette[WHITE], palette[WHITE], carve=0.0, swell=0.05 * length / 0.26 * round_, edge=0.3)
    )
    eye = np.hypot(u - 0.365, v + 0.03)
    regions.append(
        Region(soft(size, (eye - 0.035) * length), palette[DARK], palette[DARK], carve=0.0, swell=0.06 * length / 0.26)
    )
    return regions
