"""A breaking wave with claws of foam over two slim boats; a white mountain far off in its trough."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import noise, smoothstep
from stylegui.painters.lines import lengths, normals, xy
from stylegui.painters.scenes.blocks import DEEP, GREEN, HAZE, KEY, LIGHT, PAPER, RED, WARM, Blocks, signed
from stylegui.painters.study import smooth_curve


def great_wave(blocks: Blocks) -> None:
    """Draw the wave; the blocks' generator varies its height, its stripes and its foam."""
    stage, rng = blocks.stage, blocks.rng
    blocks.areas.image.paste(HAZE, (0, 0, *blocks.areas.image.size))
    lift = rng.uniform(-0.02, 0.02)
    _mountain(blocks, 0.985, 0.655)
    _swell(
        blocks,
        [[0.40, 0.648], [0.7, 0.652], [1.0, 0.660], [1.42, 0.655]],
        [[0.4, 0.95], [0.7, 0.95], [1.0, 0.95], [1.42, 0.95]],
        6,
    )
    _swell(blocks, [[0.66, 0.90], [0.82, 0.755], [1.0, 0.685], [1.16, 0.585], [1.28, 0.49], [1.42, 0.43]],
           [[0.66, 1.0], [0.85, 0.95], [1.05, 0.90], [1.2, 0.85], [1.32, 0.80], [1.42, 0.76]], 9)  # fmt: skip
    _foam(blocks, smooth_curve(np.array([[1.07, 0.640], [1.16, 0.585], [1.28, 0.49], [1.42, 0.43]]), 60), 0.030, 15, 1)
    back = smooth_curve(np.array([[-0.12, 0.72], [0.03, 0.56], [0.13, 0.40], [0.25, 0.245], [0.40, 0.135],
                                  [0.56, 0.105 + lift], [0.70, 0.15 + lift], [0.795, 0.25 + lift],
                                  [0.815, 0.345 + lift]]), 240)  # fmt: skip
    face = smooth_curve(np.array([[0.84, 0.93], [0.70, 0.86], [0.57, 0.76], [0.505, 0.64], [0.495, 0.51],
                                  [0.525, 0.395], [0.60, 0.32], [0.69, 0.295],
                                  [0.765, 0.315 + lift]]), 240)  # fmt: skip
    foot = np.array([[0.6, 1.1], [-0.12, 1.1]])
    blocks.shape(np.vstack([back, face[::-1], foot]), DEEP)
    _stripes(blocks, back, face, 13)
    _boat(blocks, np.array([0.90, 0.775]), 0.40, -0.16)
    _swell(blocks, [[0.50, 1.02], [0.64, 0.93], [0.80, 0.875], [0.98, 0.845], [1.15, 0.80], [1.42, 0.72]],
           [[0.5, 1.15], [0.7, 1.12], [0.9, 1.1], [1.1, 1.08], [1.25, 1.05], [1.42, 1.0]], 8)  # fmt: skip
    crest = smooth_curve(np.array([[0.70, 0.905], [0.80, 0.875], [0.98, 0.845], [1.15, 0.80], [1.42, 0.72]]), 80)
    _foam(blocks, crest, 0.028, 16, 1)
    _cap(blocks, back, face)
    _spray(blocks, lift)
    _boat(blocks, np.array([0.37, 0.850]), 0.42, 0.17)
    near = [[-0.12, 0.82], [0.0, 0.80], [0.10, 0.795], [0.22, 0.845], [0.36, 0.915], [0.52, 0.955], [0.68, 0.985],
            [0.86, 1.02]]  # fmt: skip
    _swell(blocks, near, [[-0.12, 1.05], [0.0, 1.04], [0.1, 1.05], [0.2, 1.06], [0.3, 1.08], [0.5, 1.1], [0.6, 1.12],
                          [0.86, 1.15]], 7)  # fmt: skip
    _foam(blocks, smooth_curve(np.array(near), 120)[8:100], 0.036, 22, 1)
    signed(blocks, 0.105, 0.185, 0.21)
    y = stage.y
    wobble = 0.012 * noise(stage.size, (3, 3), rng)
    blocks.wash((HAZE,), KEY, 0.62 * smoothstep(0.22, 0.02, y + wobble))
    blocks.wash((HAZE,), DEEP, 0.75 * smoothstep(0.40, 0.70, y + wobble))
    blocks.wash((HAZE,), RED, 0.35 * np.exp(-(((y - 0.42 + wobble) / 0.10) ** 2)))
    blocks.wash((DEEP,), KEY, 0.55 * smoothstep(0.55, 0.98, y + wobble))
    blocks.wash((LIGHT,), DEEP, 0.45 * smoothstep(0.45, 0.95, y + 2 * wobble))
    blocks.wash((PAPER,), LIGHT, 0.30 * smoothstep(0.3, 1.2, noise(stage.size, 16, rng) + 0.6 * y))
    blocks.wash((GREEN,), KEY, 0.6 * smoothstep(0.56, 0.70, y))


def _mountain(blocks: Blocks, x: float, foot: float) -> None:
    left = smooth_curve(np.array([[x - 0.26, foot + 0.05], [x - 0.14, foot - 0.035], [x - 0.055, foot - 0.125],
                                  [x - 0.022, foot - 0.165]]), 40)  # fmt: skip
    right = left[::-1] * (-1, 1) + xy(2 * x, 0)
    blocks.shape(np.vstack([left, right]), GREEN)
    edge = [[x - 0.022, foot - 0.165], [x + 0.022, foot - 0.165], [x + 0.075, foot - 0.105]]
    zigzag = np.array([[0.058, -0.085], [0.043, -0.105], [0.032, -0.060], [0.014, -0.098], [0.0, -0.050],
                       [-0.016, -0.095], [-0.030, -0.062], [-0.044, -0.102], [-0.062, -0.078]])  # fmt: skip
    blocks.shape(np.vstack([edge, zigzag + xy(x, foot), [[x - 0.075, foot - 0.105]]]), PAPER, 0.0018)


def _between(first: Array, second: Array, share: Array | float) -> Array:
    weight = np.broadcast_to(np.asarray(share, np.float64), (len(first),))[:, None]
    return np.asarray(first * (1 - weight) + second * weight)


def _stripes(blocks: Blocks, back: Array, face: Array, count: int) -> None:
    """Bands of light blue and white that climb the wave and thin out toward its lip."""
    rng = blocks.rng
    t = np.linspace(0, 1, len(back))
    for k in range(count):
        share = 0.10 + 0.90 * (k + 0.5) / count
        start, end = rng.uniform(0.0, 0.12), rng.uniform(0.80, 0.99)
        keep = (t > start) & (t < end)
        sway = share + 0.010 * np.sin(t * rng.uniform(4, 9) + rng.uniform(0, 6))
        path = _between(back, face, sway)[keep]
        room = np.hypot(*(back - face).T)[keep] / count
        swell = np.sin(np.pi * (t[keep] - start) / (end - start)) ** 0.55
        fork = rng.uniform(0.45, 0.62)
        blocks.band(path, room * fork * swell, LIGHT if k % 3 != 1 else PAPER)
        for off in (-0.5, 0.5):
            line = path + normals(path) * (off * room * fork * swell)[:, None]
            blocks.stroke(line, 0.0024)
        if k % 3 == 0:
            inner = path[len(path) // 6 : -len(path) // 4]
            blocks.stroke(inner, 0.0030)


def _swell(blocks: Blocks, top: list[list[float]], low: list[list[float]], count: int) -> None:
    """A body of water between two lines, with tapering stripes along it."""
    rng = blocks.rng
    upper, lower = smooth_curve(np.array(top), 160), smooth_curve(np.array(low), 160)
    blocks.shape(np.vstack([upper, lower[::-1]]), DEEP)
    t = np.linspace(0, 1, 160)
    for k in range(count):
        share = ((k + 0.55) / count) ** 1.25
        for _ in range(2):
            start = rng.uniform(0, 0.62)
            end = min(1.0, start + rng.uniform(0.30, 0.55))
            keep = (t >= start) & (t <= end)
            path = _between(upper, lower, share + 0.022 * np.sin(t * 9 + k))[keep]
            if len(path) > 4:
                swell = np.sin(np.linspace(0, np.pi, len(path))) ** 0.8
                width = 0.021 * (0.5 + share)
                blocks.band(path, width * swell, LIGHT if rng.random() < 0.8 else PAPER)
                blocks.stroke(path + normals(path) * (0.5 * width * swell)[:, None], 0.0022)


def _claw(blocks: Blocks, place: Array, heading: float, length: float, hook: float, depth: int) -> None:
    """One finger of foam that bends over and ends in talons."""
    t = np.linspace(0, 1, 18)
    turn = heading + hook * t**1.6
    spine = place + np.cumsum(np.stack([np.cos(turn), np.sin(turn)], axis=1) * length / 18, axis=0)
    width = length * (0.30 if depth == 2 else 0.36) * (1 - t**1.3) + 0.0016
    blocks.key.line(spine, width + 2 * blocks.line * 0.62, 255)
    blocks.areas.line(spine, width, PAPER)
    blocks.key.line(spine, width, 0)
    if depth == 2:
        shade = spine[2:12] + normals(spine)[2:12] * (0.16 * width[2:12])[:, None] * np.sign(hook)
        blocks.areas.line(shade, 0.28 * width[2:12] * np.sin(np.linspace(0.3, np.pi, 10)), LIGHT)
    if depth > 0:
        rng = blocks.rng
        for at, side in ((6, 1), (10, -0.6), (13, 1)):
            aside = turn[at] + side * np.sign(hook) * rng.uniform(0.5, 0.9)
            _claw(blocks, spine[at], aside, length * rng.uniform(0.30, 0.42), hook * rng.uniform(0.8, 1.3), depth - 1)


def _foam(blocks: Blocks, crest: Array, reach: float, count: int, depth: int) -> None:
    """A row of small claws along a crest, on a lumpy rim."""
    rng = blocks.rng
    along = np.gradient(crest, axis=0)
    heading = np.arctan2(along[:, 1], along[:, 0])
    lumps = np.linspace(0, len(crest) - 1, count * 2).astype(int)
    for k in lumps:
        radius = reach * rng.uniform(0.26, 0.46)
        x, y = crest[k] + rng.normal(0, 0.12 * reach, 2)
        blocks.key.dot(x, y, radius + blocks.line * 0.5, 255, 0.8)
        blocks.spot(x, y, radius, PAPER, 0.8)
    for k in np.linspace(0, len(crest) - 1, count).astype(int):
        lean = heading[k] + rng.uniform(0.5, 1.1)
        _claw(blocks, crest[k], lean, reach * rng.uniform(0.75, 1.2), rng.uniform(0.3, 0.9), depth)
    for k in lumps[::2]:
        x, y = crest[k] - xy(0, 0.2 * reach)
        blocks.spot(x, y, reach * 0.26, PAPER, 0.8)


def _cap(blocks: Blocks, back: Array, face: Array) -> None:
    """The foam that rolls over the lip: a lobed cap, then claws that reach into the hollow."""
    rng = blocks.rng
    t = np.linspace(0, 1, len(back))
    inner = _between(back, face, 0.30 * smoothstep(0.30, 0.85, t) + 0.20 * smoothstep(0.85, 1.0, t))
    lobes = 0.016 * np.abs(np.sin(t * 52 + 1.2 * np.sin(t * 13)))
    outer = back - normals(back) * (-lobes * smoothstep(0.30, 0.55, t))[:, None] * -1
    keep = t > 0.34
    blocks.shape(np.vstack([outer[keep], inner[keep][::-1]]), PAPER)
    for k in np.linspace(0.42, 0.98, 30):
        at = int(k * (len(back) - 1))
        share = rng.uniform(0.05, 0.5)
        centre = back[at] * (1 - share) + inner[at] * share
        _curl(blocks, centre, rng.uniform(0.010, 0.024), rng.uniform(0, 6.3))
    run = lengths(inner)
    for k in np.linspace(0.36, 0.99, 26):
        at = min(int(np.searchsorted(run, k * run[-1])), len(back) - 2)
        step = inner[at + 1] - inner[at - 1]
        heading = np.arctan2(step[1], step[0]) + rng.uniform(0.15, 0.75)
        size = (0.060 + 0.055 * smoothstep(0.45, 0.85, np.asarray(k))) * rng.uniform(0.8, 1.2)
        _claw(blocks, inner[at] + rng.normal(0, 0.003, 2), heading, float(size), rng.uniform(0.3, 0.9), 2)
    for k in np.linspace(0.36, 1.0, 34):
        at = min(int(k * (len(back) - 1)), len(back) - 2)
        x, y = outer[at] + rng.normal(0, 0.004, 2)
        radius = rng.uniform(0.010, 0.021)
        blocks.key.dot(x, y, radius + blocks.line * 0.5, 255)
        blocks.spot(x, y, radius)
    for k in np.linspace(0.72, 0.995, 13):
        at = int(k * (len(back) - 1))
        step = back[at] - back[at - 2]
        heading = np.arctan2(step[1], step[0]) + rng.uniform(-1.1, -0.3)
        _claw(blocks, back[at] * 0.8 + inner[at] * 0.2, heading, rng.uniform(0.07, 0.10), rng.uniform(0.9, 1.7), 2)
    for k in np.linspace(0.36, 0.97, 60):
        at = min(int(k * (len(back) - 1)), len(back) - 2)
        x, y = back[at] * 0.8 + inner[at] * 0.2
        blocks.spot(x, y, 0.015)


def _curl(blocks: Blocks, centre: Array, radius: float, start: float) -> None:
    turn = np.linspace(start, start + 4.2, 16)
    grow = radius * np.linspace(1, 0.35, 16)
    path = centre + np.stack([np.cos(turn), np.sin(turn)], axis=1) * grow[:, None]
    blocks.areas.line(path, 0.0055 * np.sin(np.linspace(0.2, 3.0, 16)), LIGHT)


def _spray(blocks: Blocks, lift: float) -> None:
    """Drops flung from the lip; they fall on sky and sea alike."""
    rng = blocks.rng
    for _ in range(230):
        x = rng.normal(0.86, 0.13)
        y = 0.27 + lift + 0.75 * abs(x - 0.80) + abs(rng.normal(0, 0.14)) - 0.07
        if x > 0.62:
            radius = float(np.clip(rng.gamma(2.0, 0.0018), 0.0014, 0.008))
            if radius > 0.0045:
                blocks.key.dot(x, y, radius + 0.0011, 255)
            blocks.spot(x, y, radius)


def _boat(blocks: Blocks, place: Array, length: float, tilt: float) -> None:
    """A long slim boat with a sharp bow and rowers bent low."""
    c, s = np.cos(tilt), np.sin(tilt)

    def put(points: list[list[float]], count: int = 0) -> Array:
        shape = np.array(points) * length
        turned = np.stack([shape[:, 0] * c - shape[:, 1] * s, shape[:, 0] * s + shape[:, 1] * c], axis=1) + place
        return smooth_curve(turned, count) if count else turned

    rim = put([[-0.5, -0.015], [-0.25, 0.010], [0.0, 0.020], [0.25, 0.008], [0.42, -0.035], [0.54, -0.095]], 40)
    keel = put([[0.54, -0.095], [0.44, 0.005], [0.28, 0.055], [0.0, 0.075], [-0.28, 0.065], [-0.49, 0.040]], 40)
    for k in range(6):
        x = -0.30 + 0.10 * k
        body = put(
            [[x - 0.035, 0.02], [x - 0.022, -0.035], [x + 0.010, -0.050], [x + 0.040, -0.022], [x + 0.042, 0.02]], 20
        )
        blocks.shape(body, DEEP if k % 2 else LIGHT, 0.0022)
        head = put([[x + 0.034, -0.050]])[0]
        blocks.key.dot(head[0], head[1], 0.029 * length, 255)
        blocks.spot(head[0] + 0.002, head[1] + 0.002, 0.024 * length, WARM)
    blocks.shape(np.vstack([rim, keel]), WARM)
    plank = _between(rim, keel[::-1], 0.45)
    blocks.stroke(plank, 0.0024)
    blocks.stroke(_between(rim, keel[::-1], 0.16), 0.0018)
