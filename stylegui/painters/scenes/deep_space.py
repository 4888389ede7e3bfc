"""Deep space: pillars of dust before a cluster, a tilted spiral, a ringed planet under an arch of gas."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, blurred, fbm, grid, mix, noise, slope, smoothstep
from stylegui.painters.study import Study, along_contours, distance, frame

VOID, VIOLET, BLUE, TEAL, ROSE, ORANGE, GOLD, WHITE, DUST = range(9)


@dataclass
class Solid:
    """Something with a hard edge: its mask (H, W) and its OKLab colours (H, W, 3)."""

    mask: Array
    lab: Array


@dataclass
class Space:
    """A view into space.

    threads: where filaments run, (H, W) in [0, 1]; glows: (amount (H, W), colour); stars: (x, y, reach), shares of
    width and height, reach in long sides; hidden: where no star is seen.
    """

    study: Study
    threads: Array
    hidden: Array
    glows: list[tuple[Array, Array]] = field(default_factory=list)
    stars: list[tuple[float, float, float]] = field(default_factory=list)
    solids: list[Solid] = field(default_factory=list)


def deep_space(size: Size, rng: np.random.Generator, palette: Palette, motif: int) -> Space:
    """`motif`: 0 pillars, 1 spiral, 2 planet."""
    space = (_pillars, _spiral, _planet)[motif](size, rng, palette)
    for _ in range(6):
        space.stars.append((rng.uniform(0.05, 0.95), rng.uniform(0.05, 0.9), rng.uniform(0.012, 0.024)))
    return space


def _clouds(size: Size, rng: np.random.Generator, stretch: float = 1.0) -> Array:
    """Billows: fractal noise folded and bent by itself, about [0, 1]."""
    x, y = grid(size)
    bend_x, bend_y = fbm(size, 2.2, rng, 5), fbm(size, 2.2, rng, 5)
    first = np.abs(fbm(size, (2.6, 2.6 * stretch), rng, 6))
    wave = np.sin((x * 3.1 + 0.55 * bend_x) * 2.2) * np.sin((y * 3.4 + 0.55 * bend_y) * 2.2)
    return np.asarray(np.clip(0.62 - 0.36 * first + 0.30 * wave + 0.10 * bend_x, 0, 1))


def _pillars(size: Size, rng: np.random.Generator, palette: Palette) -> Space:
    study = Study.blank(size)
    fx, fy = frame(size)
    x, _ = grid(size)
    side = float(rng.choice([-1, 1]))
    sx, sy = 0.5 + side * 0.20, 0.20
    far = distance(size, sx, sy)
    gas = _clouds(size, rng)
    tone = np.clip(1.0 - 1.35 * far + 0.60 * (gas - 0.4), 0, 1)
    back = ramp(
        [palette[VOID], palette[BLUE], palette[TEAL], mix(palette[TEAL], palette[GOLD], 0.5), palette[GOLD]], tone
    )
    rosy = smoothstep(0.30, 0.85, fbm(size, 2.4, rng, 5) + 0.9 * fy - 0.25)
    back = mix(back, ramp([palette[VIOLET], palette[ROSE]], gas), 0.75 * rosy)
    study.lay(np.ones_like(x), back, along_contours(gas + 0.3 * far), np.clip(0.15 + 0.8 * tone, 0, 0.85))
    rough, fine = fbm(size, 4.5, rng, 6), fbm(size, 11, rng, 4)
    dust = np.full(x.shape, -9.0, np.float32)
    for at, top, wide in ((0.22, 0.30, 0.085), (0.46, 0.16, 0.105), (0.70, 0.42, 0.075), (0.86, 0.60, 0.08)):
        axis = at if side > 0 else 1 - at
        down = fy - top - rng.normal(0, 0.02)
        lean = axis + 0.10 * side * np.sin(down * 3.0) * 0.5 + 0.022 * np.sin(down * 17 + at * 20)
        half = wide * (0.55 + 0.75 * np.clip(down, 0, 1)) * smoothstep(-0.02, 0.11, down)
        dust = np.maximum(dust, half - np.abs(fx - lean) + 0.020 * rough + 0.008 * fine)
    floor = (fy - 0.90 + 0.06 * rough) * 0.6
    dust = np.maximum(dust, floor)
    mask = smoothstep(-0.004, 0.012, dust)
    across, down = slope(blurred(dust, 0.004 * max(size)) * max(size))
    to_x, to_y = (sx - fx) * size[0], (sy - fy) * size[1]
    norm = np.hypot(to_x, to_y) + 1e-3
    facing = np.clip(-(across * to_x + down * to_y) / norm, 0, 1.4)
    rim = np.exp(-np.clip(dust, 0, 1) / 0.020) * np.clip(1.5 * facing + 0.15, 0, 1.5)
    folds = 0.5 + 0.5 * np.sin(dust * 120 + 2.2 * rough)
    body = ramp(
        [palette[VOID], palette[DUST], mix(palette[DUST], palette[ORANGE], 0.75)],
        np.clip(0.16 + 0.42 * folds + 0.24 * rough + 0.3 * facing, 0, 1),
    )
    edge = ramp([palette[DUST], palette[ORANGE], palette[GOLD], palette[WHITE]], np.clip(1.15 * rim, 0, 1))
    study.lay(
        mask, mix(body, edge, np.clip(1.4 * rim + 0.15 * facing, 0, 1)), along_contours(dust), np.clip(0.5 + rim, 0, 1)
    )
    space = Space(study, np.clip(0.75 * rim * mask + 0.45 * gas * (1 - mask) * tone, 0, 1), 0.92 * mask)
    space.glows = [
        (0.75 * np.exp(-((far / 0.12) ** 2)) * (1 - 0.8 * mask), palette[WHITE]),
        (0.30 * np.exp(-((far / 0.34) ** 2)), palette[GOLD]),
    ]
    space.stars = [
        (sx, sy, 0.085),
        (sx + 0.07 * side, sy + 0.08, 0.030),
        (sx - 0.08, sy - 0.05, 0.036),
        (sx + 0.03, sy - 0.11, 0.022),
    ]
    return space


def _spiral(size: Size, rng: np.random.Generator, palette: Palette) -> Space:
    study = Study.blank(size)
    x, y = grid(size)
    wide, tall = size[0] / max(size), size[1] / max(size)
    side = float(rng.choice([-1, 1]))
    cx, cy, tilt = wide * 0.5, tall * 0.50, 0.42 * side
    dx, dy = x - cx, y - cy
    u = (np.cos(tilt) * dx + np.sin(tilt) * dy) / min(1.0, 1.25 * min(wide, tall))
    v = (np.cos(tilt) * dy - np.sin(tilt) * dx) / (0.52 * min(1.0, 1.25 * min(wide, tall)))
    r = np.hypot(u, v) + 1e-4
    a = np.arctan2(v, u)
    ragged = 0.55 * fbm(size, 4, rng, 6)
    turn = 2 * a + side * 7.4 * np.log(r + 0.035) + ragged
    arm = 0.5 + 0.5 * np.cos(turn)
    disc = np.exp(-((r / 0.30) ** 2)) + 0.55 * np.exp(-r / 0.26) * smoothstep(0.75, 0.35, r)
    gas = _clouds(size, rng)
    light = disc * (0.22 + 0.95 * arm**1.6) * (0.55 + 0.7 * gas)
    core = np.exp(-((r / 0.085) ** 2))
    back = ramp(
        [palette[VOID], mix(palette[VOID], palette[VIOLET], 0.65), mix(palette[BLUE], palette[VIOLET], 0.5)],
        np.clip(0.75 * gas + 0.2 * fbm(size, 2, rng, 4), 0, 1),
    )
    colours = [
        palette[VOID],
        palette[VIOLET],
        palette[BLUE],
        palette[TEAL],
        mix(palette[TEAL], palette[WHITE], 0.6),
        palette[WHITE],
    ]
    lab = mix(back, ramp(colours, np.clip(1.25 * light, 0, 1)), smoothstep(0.04, 0.35, light))
    warm = np.exp(-((r / 0.20) ** 2))
    lab = mix(
        lab,
        ramp(
            [palette[ROSE], palette[ORANGE], palette[GOLD], palette[WHITE]],
            np.clip(1.2 * core + 0.35 * arm * warm, 0, 1),
        ),
        np.clip(1.2 * warm * (0.35 + 0.65 * arm) + core, 0, 1),
    )
    lanes = (
        smoothstep(0.80, 1.0, 0.5 + 0.5 * np.cos(turn + 1.15 * side))
        * smoothstep(0.05, 0.12, r)
        * smoothstep(0.55, 0.30, r)
    )
    lab = mix(lab, palette[DUST], 0.72 * lanes * (0.5 + 0.5 * gas))
    knots = (
        smoothstep(1.15, 1.6, noise(size, 34, rng) + 0.9 * arm) * smoothstep(0.08, 0.16, r) * smoothstep(0.62, 0.3, r)
    )
    lab = mix(lab, mix(palette[ROSE], palette[WHITE], 0.15), 0.85 * knots)
    swirl = np.arctan2(dy, dx) + np.pi / 2
    flow = along_contours(r + 0.02 * a)
    study.lay(
        np.ones_like(x),
        lab,
        np.where(light > 0.06, flow, swirl),
        np.clip(0.10 + 1.1 * light + 0.4 * core + 0.4 * knots, 0, 1),
    )
    space = Space(study, np.clip(1.3 * light * (0.4 + 0.6 * arm), 0, 1) * (r > 0.07), np.clip(0.8 * core, 0, 1))
    space.glows = [(0.85 * core, palette[WHITE]), (0.22 * np.exp(-((r / 0.30) ** 2)), palette[GOLD])]
    space.stars = [(0.5 + 0.34 * side, 0.20, 0.055), (0.5 - 0.38 * side, 0.78, 0.040)]
    return space


def _planet(size: Size, rng: np.random.Generator, palette: Palette) -> Space:
    study = Study.blank(size)
    x, y = grid(size)
    wide, tall = size[0] / max(size), size[1] / max(size)
    side = float(rng.choice([-1, 1]))
    px, py, radius = wide * (0.5 + side * 0.13), tall * 0.60, 0.255 * min(1.0, tall / 0.75)
    gas = _clouds(size, rng, 1.5)
    bow = np.hypot(x - wide * (0.5 - side * 0.42), (y - tall * 1.02) * 1.05) - 0.62 + 0.055 * fbm(size, 3, rng, 5)
    arch = np.exp(-((bow / 0.085) ** 2)) * (0.55 + 0.75 * gas)
    under = np.exp(-np.clip(-bow, 0, 1) / 0.22) * (bow < 0)
    tone = np.clip(0.28 * gas + 0.85 * arch + 0.25 * under, 0, 1)
    back = ramp([palette[VOID], palette[VIOLET], palette[ROSE], palette[ORANGE], palette[GOLD], palette[WHITE]], tone)
    cold = smoothstep(-0.3, 0.8, fbm(size, 1.8, rng, 4) - 2.2 * bow - 0.2)
    back = mix(
        back,
        ramp(
            [palette[VOID], palette[BLUE], palette[TEAL], mix(palette[TEAL], palette[WHITE], 0.5)],
            np.clip(gas * 0.75 + 0.35 * arch, 0, 1),
        ),
        0.80 * (1 - cold),
    )
    study.lay(
        np.ones_like(x), back, along_contours(bow + 0.12 * gas), np.clip(0.12 + 0.85 * arch + 0.25 * gas, 0, 0.95)
    )
    dx, dy = (x - px) / radius, (y - py) / radius
    r = np.hypot(dx, dy)
    ball = np.clip((1 - r) * radius * max(size) + 0.5, 0, 1)
    lean = 0.40 * side
    along, over = np.cos(lean) * dx - np.sin(lean) * dy, np.cos(lean) * dy + np.sin(lean) * dx
    depth = np.sqrt(np.clip(1 - r**2, 0, 1))
    lat = over + 0.16 * depth + 0.030 * fbm(size, (5, 16), rng, 5)
    bands = np.sin(lat * 9) + 0.6 * np.sin(lat * 23 + 1) + 0.35 * np.sin(lat * 47) + 0.5 * fbm(size, (6, 40), rng, 4)
    light = np.clip(-0.62 * side * dx * -1 - 0.55 * dy + 0.62 * depth, 0, 1.2)
    skin = ramp(
        [palette[DUST], palette[ORANGE], palette[GOLD], palette[WHITE], palette[ROSE]],
        np.clip(0.45 + 0.22 * bands, 0, 1),
    )
    night = mix(palette[VOID], palette[VIOLET], 0.35)
    skin = mix(np.broadcast_to(night, skin.shape), skin, np.clip(light * 1.25, 0, 1))
    skin = mix(skin, palette[TEAL], 0.65 * smoothstep(0.86, 1.0, r) * np.clip(light + 0.15, 0, 1))
    grain = shifted(skin, 0.0)
    grain[..., 0] += 0.018 * fbm(size, 60, rng, 3)
    ring_r = np.hypot(along, over / 0.27)
    plate = smoothstep(1.30, 1.34, ring_r) * smoothstep(2.28, 2.22, ring_r)
    gaps = 0.62 + 0.38 * np.sin(ring_r * 34) * np.sin(ring_r * 11 + 1)
    plate = plate * np.clip(gaps, 0.10, 1) * (1 - 0.9 * smoothstep(0.035, 0.015, np.abs(ring_r - 1.86)))
    shadow = smoothstep(1.15, 0.75, np.abs(along + 0.25 * side)) * (over < 0)
    ring_lab = mix(
        ramp(
            [palette[DUST], palette[GOLD], palette[WHITE], palette[ROSE]],
            np.clip((ring_r - 1.3) / 0.95 + 0.10 * np.sin(ring_r * 60), 0, 1),
        ),
        palette[VOID],
        0.5 * shadow,
    )
    front = plate * (over > 0)
    space = Space(study, np.clip(0.9 * arch + 0.2 * gas, 0, 1), np.clip(ball + plate, 0, 1))
    rear = plate * (over <= 0) * (1 - ball)
    cast = smoothstep(0.09, 0.03, np.abs(over - 0.20 - 0.10 * depth)) * ball * 0.45
    grain = mix(grain, palette[VOID], cast)
    space.solids = [Solid(0.92 * rear, ring_lab), Solid(ball, grain), Solid(0.92 * front, ring_lab)]
    mx, my, mr = px - side * radius * 2.05, py - radius * 1.35, radius * 0.17
    moon = np.hypot(x - mx, y - my) / mr
    lit_side = np.clip(0.55 + 0.6 * (side * (x - mx) - (y - my)) / mr, 0, 1)
    pits = 0.10 * noise(size, 30, rng)
    face = ramp(
        [palette[VOID], mix(palette[BLUE], palette[VIOLET], 0.4), palette[GOLD], palette[WHITE]],
        np.clip(lit_side + pits, 0, 1),
    )
    space.solids.append(Solid(np.clip((1 - moon) * mr * max(size) + 0.5, 0, 1), face))
    halo = np.exp(-np.clip(r - 1, 0, 9) / 0.10) * (r > 0.98)
    space.glows = [(0.32 * halo, palette[TEAL]), (0.30 * np.clip(arch, 0, 1) ** 2, palette[GOLD])]
    space.stars = [(0.5 - 0.30 * side, 0.20, 0.070), (0.5 + 0.40 * side, 0.14, 0.040)]
    return space
