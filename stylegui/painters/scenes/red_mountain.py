"""A red mountain in the wind of a clear morning; cranes pass under a pine bough, over a lake with reeds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from stylegui.painters.colour import Array
from stylegui.painters.field import noise, smoothstep
from stylegui.painters.lines import arc, sides, widened, xy
from stylegui.painters.scenes.blocks import DEEP, GREEN, KEY, LIGHT, PAPER, RED, WARM, Blocks, signed
from stylegui.painters.scenes.pine import limb, needles
from stylegui.painters.study import smooth_curve

Put = Callable[[npt.ArrayLike], Array]  # from a bird's own coordinates to those of the design


def red_mountain(blocks: Blocks) -> None:
    """Draw the mountain; the blocks' generator moves its peak, the clouds and the cranes."""
    stage, rng = blocks.stage, blocks.rng
    blocks.areas.image.paste(DEEP, (0, 0, *blocks.areas.image.size))
    sun = bool(rng.random() < 0.5)
    if sun:
        blocks.spot(0.44, 0.40, 0.105, RED)
    _clouds(blocks)
    peak = rng.uniform(0.84, 0.92)
    _mountain(blocks, peak)
    _lake(blocks)
    _bough(blocks)
    for x, y, span, lean in ((0.60, 0.335, 0.30, -0.10), (0.36, 0.52, 0.40, 0.06), (0.83, 0.60, 0.24, -0.16)):
        _crane(blocks, np.array([x, y]) + rng.normal(0, 0.012, 2), span * rng.uniform(0.92, 1.1), lean)
    signed(blocks, 1.235, 0.165, 0.20)
    high = stage.y + 0.012 * noise(stage.size, (3, 3), rng)
    blocks.wash((DEEP,), KEY, 0.55 * smoothstep(0.16, 0.0, high))
    blocks.wash((DEEP,), LIGHT, 0.92 * smoothstep(0.16, 0.46, high) * smoothstep(0.80, 0.74, high))
    blocks.wash((DEEP,), WARM, 0.75 * smoothstep(0.40, 0.66, high) * smoothstep(0.80, 0.74, high))
    blocks.wash((DEEP,), KEY, 0.5 * smoothstep(0.86, 1.0, high))
    blocks.wash((RED,), KEY, 0.50 * smoothstep(0.34, 0.16, high + 0.5 * np.abs(stage.x - peak)))
    blocks.wash((RED,), WARM, 0.65 * smoothstep(0.38, 0.60, high))
    blocks.wash((RED,), GREEN, 0.80 * smoothstep(0.56, 0.70, high))
    blocks.wash((GREEN,), KEY, 0.55 * smoothstep(0.70, 0.80, high) + 0.4 * smoothstep(0.3, 0.05, high))
    blocks.wash((PAPER,), LIGHT, 0.30 * smoothstep(0.3, 1.1, noise(stage.size, (14, 20), rng)))


def _clouds(blocks: Blocks) -> None:
    """Rows of mackerel cloud: flat lobed bars left in the white of the paper."""
    rng = blocks.rng
    for k in range(34):
        y = 0.05 + 0.50 * (k / 34) ** 0.9 + rng.normal(0, 0.008)
        x = rng.uniform(-0.1, 1.25)
        length = rng.uniform(0.10, 0.30)
        count = 40
        t = np.linspace(0, 1, count)
        path = np.stack([x + length * t, y + 0.006 * np.sin(t * 7 + k)], axis=1)
        thick = rng.uniform(0.010, 0.020) * np.sin(np.pi * t) ** 0.6
        blocks.areas.line(path, thick * (0.72 + 0.28 * np.abs(np.sin(t * rng.uniform(9, 16)))), PAPER)
        for _ in range(3):
            at = int(rng.integers(6, count - 6))
            blocks.areas.dot(path[at, 0], path[at, 1] - 0.004, thick[at] * 0.72, PAPER, 0.62)


def _mountain(blocks: Blocks, peak: float) -> None:
    rng = blocks.rng
    left = np.array(
        [[-0.30, 0.80], [0.10, 0.735], [0.36, 0.655], [0.56, 0.530], [0.70, 0.385], [0.79, 0.250], [0.845, 0.178]]
    )
    right = np.array([[0.91, 0.172], [0.965, 0.245], [1.04, 0.365], [1.15, 0.505], [1.30, 0.630], [1.50, 0.740]])
    sides = [smooth_curve(side + xy(peak - 0.878, 0), 90) for side in (left, right)]
    sides = [side + rng.normal(0, 0.0011, side.shape) for side in sides]
    crown = np.array([[0.862, 0.186], [0.880, 0.176], [0.897, 0.188]]) + xy(peak - 0.878, 0)
    blocks.shape(np.vstack([sides[0], crown, sides[1], [[1.6, 0.9], [-0.3, 0.9]]]), RED, 0.0034)
    skyline = np.vstack(sides)
    top = np.array([peak, 0.15])
    for _ in range(34):  # snow in the gullies
        lean = rng.uniform(-0.62, 0.62)
        start, length = rng.uniform(0.035, 0.13), rng.uniform(0.04, 0.17)
        s = np.linspace(start, start + length, 18)
        sway = 0.006 * np.sin(s * rng.uniform(40, 80))
        path = top + np.stack([lean * s * (1 + 0.8 * s) + sway, s * (1 - 0.15 * abs(lean))], axis=1)
        blocks.areas.line(path, 0.010 * np.sin(np.linspace(0.5, np.pi, 18)) ** 1.2, PAPER)
    for _ in range(60):  # ravines
        lean = rng.uniform(-1.15, 1.15)
        start, length = rng.uniform(0.10, 0.34), rng.uniform(0.05, 0.16)
        s = np.linspace(start, start + length, 14)
        path = top + np.stack([lean * s * (0.75 + 0.9 * s) + 0.004 * np.sin(s * 70), s], axis=1)
        path = path[path[:, 1] > np.interp(path[:, 0], *skyline.T) + 0.008]
        if len(path) > 4:
            blocks.stroke(path, 0.0028)
    for _ in range(1500):  # the forest climbs from the foot
        x = rng.uniform(-0.1, 1.45)
        y = 0.79 - abs(rng.normal(0, 0.062)) - 0.06 * np.exp(-(((x - peak - 0.10) / 0.3) ** 2)) * rng.random()
        if y > np.interp(x, *skyline.T) + 0.012:
            tree = rng.uniform(0.0035, 0.0075)
            blocks.areas.line(np.array([[x, y - 1.7 * tree], [x, y]]), np.array([0.001, 1.3 * tree]), GREEN)
            if rng.random() < 0.45:
                blocks.key.line(np.array([[x + 0.3 * tree, y - tree], [x + 0.5 * tree, y]]), 0.0016)


def _lake(blocks: Blocks) -> None:
    rng = blocks.rng
    shore = smooth_curve(np.array([[-0.1, 0.790], [0.3, 0.800], [0.7, 0.783], [1.1, 0.797], [1.45, 0.786]]), 60)
    blocks.shape(np.vstack([shore, [[1.45, 1.1], [-0.1, 1.1]]]), DEEP)
    for k in range(40):
        y = 0.81 + 0.19 * (k / 40) ** 1.1
        x, length = rng.uniform(-0.1, 1.25), rng.uniform(0.08, 0.30)
        t = np.linspace(0, 1, 20)
        path = np.stack([x + length * t, y + 0.003 * np.sin(t * 8 + k)], axis=1)
        blocks.band(path, 0.0075 * np.sin(np.pi * t), LIGHT if k % 4 else RED)
    for base, count in ((0.10, 34), (1.22, 44)):
        for _ in range(count):
            foot = np.array([base + rng.normal(0, 0.085), rng.uniform(0.97, 1.03)])
            tall, bend = rng.uniform(0.09, 0.24), rng.normal(0.03, 0.045)
            path = smooth_curve(np.array([foot, foot + xy(0.25 * bend, -0.6 * tall), foot + xy(bend, -tall)]), 16)
            blocks.key.line(path, np.linspace(0.0095, 0.003, 16))
            blocks.areas.line(path, np.linspace(0.0070, 0.001, 16), GREEN if rng.random() < 0.6 else WARM)
            blocks.key.line(path, np.linspace(0.0060, 0.0005, 16), 0)
            if rng.random() < 0.3:
                blocks.band(path[-4:] - xy(0, 0.008), 0.009 * np.sin(np.linspace(0.4, 2.8, 4)), WARM)


def _bough(blocks: Blocks) -> None:
    """The branch of a pine that hangs in from the upper left."""
    rng = blocks.rng
    main = limb(blocks, np.array([[-0.06, 0.10], [0.08, 0.135], [0.20, 0.095], [0.33, 0.145], [0.46, 0.125]]),
                np.linspace(0.034, 0.006, 40))  # fmt: skip
    twigs = [(main, 0.25)]
    for at, dx, dy in ((10, 0.09, 0.085), (18, 0.13, -0.055), (25, 0.10, 0.085), (5, 0.03, 0.16)):
        start = main[at]
        twig = limb(
            blocks,
            np.array([start, start + xy(0.5 * dx, 0.35 * dy), start + xy(dx, dy)]),
            np.linspace(0.014, 0.004, 40),
        )
        twigs.append((twig, 0.45))
    for twig, first in twigs:
        for share in np.linspace(first, 1.0, 5):
            x, y = twig[min(39, int(share * 39))]
            needles(blocks, x + rng.normal(0, 0.006), y - 0.010, rng.uniform(0.040, 0.054), False)


def _crane(blocks: Blocks, place: Array, span: float, lean: float) -> None:
    """A crane in flight to the right: stretched neck, fingered black wing tips, legs behind."""
    rng = blocks.rng
    c, s = np.cos(lean), np.sin(lean)

    def put(points: npt.ArrayLike) -> Array:
        shape = np.asarray(points, np.float64) * span
        return np.stack([shape[:, 0] * c - shape[:, 1] * s, shape[:, 0] * s + shape[:, 1] * c], axis=1) + place

    _wing(blocks, put, 0.75, rng.uniform(0.80, 1.0))
    for off in (0.0, 0.012):  # legs
        blocks.band(put([[-0.16, 0.03 + off], [-0.34, 0.050 + off], [-0.50, 0.055 + 2 * off]]), 0.010 * span, KEY)
        blocks.key.line(put([[-0.16, 0.03 + off], [-0.34, 0.050 + off], [-0.50, 0.055 + 2 * off]]), 0.011 * span)
    spine = smooth_curve(
        put([[-0.24, 0.035], [-0.12, 0.020], [0.04, 0.0], [0.16, -0.005], [0.27, -0.040], [0.40, -0.035]]), 40
    )
    width = span * np.interp(np.linspace(0, 1, 40), [0, 0.12, 0.32, 0.5, 0.64, 0.9, 1.0],
                             [0.01, 0.075, 0.125, 0.095, 0.042, 0.032, 0.040])  # fmt: skip
    blocks.key.line(spine, width + 0.0045, 255)
    blocks.areas.line(spine, width, PAPER)
    blocks.key.line(spine, width, 0)
    neck = put([[0.20, 0.000], [0.28, -0.022], [0.36, -0.022]])
    blocks.key.line(smooth_curve(neck, 14), 0.020 * span)
    blocks.key.line(put([[0.40, -0.035], [0.455, -0.034], [0.52, -0.026]]), np.array([0.022, 0.014, 0.003]) * span)
    x, y = put([[0.395, -0.048]])[0]
    blocks.spot(x, y, 0.016 * span, RED, 0.7)
    _wing(blocks, put, -0.05, rng.uniform(0.9, 1.1))
    for k in range(4):  # tail plumes
        blocks.key.line(put([[-0.17, 0.012 + 0.010 * k], [-0.27, 0.020 + 0.022 * k]]), np.array([0.018, 0.004]) * span)


def _wing(blocks: Blocks, put: Put, turn: float, beat: float) -> None:
    """A raised wing, turned about the shoulder: secondaries, black-tipped primaries over them, then coverts."""
    shoulder, wrist = np.array([0.09, -0.015]), np.array([0.035, -0.235 * beat])
    c, s = np.cos(turn), np.sin(turn)

    def on(points: Array) -> Array:
        off = points - shoulder
        return put(np.stack([off[:, 0] * c - off[:, 1] * s, off[:, 0] * s + off[:, 1] * c], axis=1) + shoulder)

    def feather(root: Array, tip: Array, wide: float, black: float) -> None:
        t = np.linspace(0, 1, 16)
        bow = np.array([-(tip - root)[1], (tip - root)[0]]) * 0.10
        spine = root + (tip - root) * t[:, None] + bow * np.sin(np.pi * t)[:, None]
        half = wide * (0.55 + 0.45 * t) * np.clip((1 - t) / 0.16, 0, 1) ** 0.5
        leaf = widened(spine, half)
        blocks.shape(on(leaf), PAPER, 0.0024)
        if black > 0:
            cut = t > 1 - black
            left, right = sides(spine, half)
            dark = np.vstack([left[cut], right[cut][::-1]])
            blocks.key.fill(on(dark), 255)

    for k in np.linspace(0, 1, 9):  # secondaries, from the body outward
        root = shoulder * (1 - k) + wrist * k
        feather(root, np.array([-0.20 - 0.12 * k, 0.015 - 0.235 * k * beat]), 0.020, 0.0)
    for k in np.linspace(0, 1, 8):  # primaries
        end = np.array([-0.33 + 0.20 * k, (-0.27 - 0.30 * k**0.8) * beat])
        feather(wrist + xy(0.0, -0.012 * k), end, 0.016, 0.42 - 0.12 * k)
    elbow = wrist + xy(-0.035, -0.045)
    arm = np.array([shoulder + xy(0.02, 0.02), wrist + xy(0.022, 0.0), elbow, wrist + xy(-0.060, 0.030),
                    shoulder + xy(-0.12, 0.02)])  # fmt: skip
    blocks.shape(on(smooth_curve(arm, 40, closed=True)), PAPER, 0.0026)
    for k in np.linspace(0.15, 0.85, 5):  # coverts
        at = shoulder * (1 - k) + wrist * k + xy(-0.025, 0.0)
        scale = arc(at[0] - 0.012, at[1], 0.022, 0.4 * np.pi, 1.3 * np.pi, 12)
        blocks.stroke(on(scale), 0.0020)
