"""Pieces for a wall: a crowned heart with wings, four interlocking letters, a cat's face, built of closed shapes.

Places are in a 4:3 box: x in [0, 4/3], y in [0, 1], downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.study import smooth_curve


@dataclass
class Part:
    """One shape of a piece, painted over the ones before it.

    shapes: closed outlines (N, 2) taken together; fill: which paints fade into one another from top to bottom;
    lines: drawn inside in the outline's paint; shines: drawn in the brightest paint; holes: cut out of the shapes;
    level: 1 outlined boldly, 0 thinly; bubbles: whether dots are sprayed into it.
    """

    shapes: list[Array]
    fill: tuple[int, ...]
    lines: list[Array] = field(default_factory=list)
    shines: list[Array] = field(default_factory=list)
    holes: list[Array] = field(default_factory=list)
    level: float = 1.0
    bubbles: bool = False


def _mirrored(points: Array) -> Array:
    return np.asarray(points * [-1.0, 1.0] + [4 / 3, 0.0])


def _curve(points: list[tuple[float, float]] | Array, count: int = 120, closed: bool = True) -> Array:
    return smooth_curve(np.asarray(points, np.float64), count, closed)


def winged_heart(rng: np.random.Generator) -> list[Part]:
    """A heart between two spread wings under a crown."""
    parts: list[Part] = []
    lift = rng.uniform(-0.06, 0.06)
    tiers = [(9, 0.50, 0.36, (7, 4)), (7, 0.40, 0.22, (3, 4)), (6, 0.27, 0.13, (6, 2))]
    for count, reach, drop, fill in tiers:
        for k in range(count):
            share = k / (count - 1)
            root = np.array([0.545 - 0.10 * (1 - share) * (reach / 0.5), 0.50 - 0.14 * (1 - share) + 0.05 * share])
            angle = np.pi + 0.62 + lift - 1.45 * share - (0.10 if drop < 0.2 else 0)
            length = reach * (1.0 - 0.52 * share**1.2) * rng.uniform(0.96, 1.04)
            way = np.array([np.cos(angle), np.sin(angle)])
            side = np.array([-way[1], way[0]])
            wide = 0.052 * (0.75 + 0.5 * reach)
            bow = side * 0.10 * length
            feather = _curve(
                [tuple(root + side * wide * 0.5), tuple(root + way * length * 0.55 + bow + side * wide * 0.62),
                 tuple(root + way * length * 0.93 + side * wide * 0.42), tuple(root + way * length),
                 tuple(root + way * length * 0.90 - side * wide * 0.55),
                 tuple(root + way * length * 0.5 + bow - side * wide * 0.55), tuple(root - side * wide * 0.5)], 70,
            )  # fmt: skip
            quill = np.array([root + way * length * t + bow * np.sin(np.pi * t) for t in np.linspace(0.5, 0.86, 8)])
            for shape, line in ((feather, quill), (_mirrored(feather), _mirrored(quill))):
                parts.append(Part([shape], fill, [line] if drop > 0.2 else [], [], level=0.35))
    t = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    hx = 16 * np.sin(t) ** 3
    hy = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    heart = np.stack([2 / 3 + hx * 0.0150, 0.555 + hy * 0.0172], axis=1)
    shines = [
        _curve([(0.485, 0.52), (0.490, 0.44), (0.535, 0.395), (0.580, 0.400)], 40, False),
        _curve([(0.482, 0.565), (0.487, 0.585)], 8, False),
        _curve([(0.765, 0.405), (0.790, 0.402)], 8, False),
    ]
    crack = np.array([[0.80, 0.52], [0.775, 0.60], [0.735, 0.67], [0.69, 0.74]])
    parts.append(Part([heart], (4, 3, 3, 6), [_curve(crack, 30, False)], shines, bubbles=True))
    tips = [(0.515, 0.105), (0.59, 0.060), (2 / 3, 0.030), (0.743, 0.060), (0.818, 0.105)]
    base_y, low_y, m = 0.215, 0.285, 2 / 3
    corners = [(0.548, low_y), (0.515, 0.105), (0.577, 0.185), (0.590, 0.060), (0.633, 0.175), (m, 0.03),
               (0.700, 0.175), (0.743, 0.060), (0.756, 0.185), (0.818, 0.105), (0.785, low_y), (m, 0.3)]  # fmt: skip
    band = _curve([(0.545, base_y + 0.035), (2 / 3, base_y + 0.052), (0.788, base_y + 0.035)], 30, False)
    parts.append(Part([np.array(corners)], (7, 4, 4), [band], [np.array([[0.560, 0.20], [0.567, 0.235]])]))
    ring = np.stack([np.cos(t[::6]), np.sin(t[::6])], axis=1)
    for k, (x, y) in enumerate(tips):
        parts.append(Part([ring * 0.0175 + [x, y]], (5 if k % 2 else 3,), level=0.5))
    return parts


def _bar(a: tuple[float, float], b: tuple[float, float], wide: float, lean: float = 0.0, flare: float = 1.0) -> Array:
    """A heavy stroke with slanted ends, `flare` times as wide at its end."""
    start, end = np.array(a), np.array(b)
    way = (end - start) / np.hypot(*(end - start))
    side = np.array([-way[1], way[0]]) * wide / 2
    tilt = way * lean
    return np.array([start + side + tilt, end + side * flare + tilt, end - side * flare - tilt, start - side - tilt])


def _arrow(a: tuple[float, float], b: tuple[float, float], wide: float) -> list[Array]:
    """A stroke that ends in an arrow head at `b`."""
    start, end = np.array(a), np.array(b)
    way = (end - start) / np.hypot(*(end - start))
    side = np.array([-way[1], way[0]])
    neck = end - way * wide * 1.25
    head = np.array([neck + side * wide * 1.05, end, neck - side * wide * 1.05, neck])
    return [_bar(a, (float(neck[0] + way[0] * 0.01), float(neck[1] + way[1] * 0.01)), wide), head]


def interlocked_letters(rng: np.random.Generator) -> list[Part]:
    """N, O, V, A in heavy slanted bars that overlap and end in arrows."""
    w = 0.098
    tilt = rng.uniform(0.01, 0.03)
    n = [_bar((0.17, 0.80), (0.13, 0.24), w, tilt), _bar((0.11, 0.27), (0.44, 0.76), w, -tilt),
         *_arrow((0.42, 0.80), (0.40, 0.07), w)]  # fmt: skip
    n += _arrow((0.19, 0.74), (-0.02, 0.93), w * 0.8)
    ring = [(0.47, 0.42), (0.55, 0.25), (0.68, 0.21), (0.78, 0.32), (0.79, 0.57), (0.71, 0.76), (0.57, 0.79),
            (0.47, 0.65)]  # fmt: skip
    core = [(0.575, 0.44), (0.61, 0.35), (0.66, 0.33), (0.69, 0.40), (0.685, 0.55), (0.65, 0.65), (0.60, 0.665),
            (0.57, 0.59)]  # fmt: skip
    o = [np.array(ring)]
    v = [_bar((0.74, 0.20), (0.90, 0.80), w, tilt), *_arrow((0.88, 0.80), (1.03, 0.05), w)]
    v.append(_bar((0.69, 0.215), (0.83, 0.19), w * 0.72, 0.02))
    a = [_bar((0.98, 0.82), (1.13, 0.20), w, tilt), _bar((1.11, 0.20), (1.22, 0.78), w, tilt, 1.15),
         _bar((1.00, 0.60), (1.22, 0.55), w * 0.66, 0.02)]  # fmt: skip
    a += _arrow((1.20, 0.72), (1.36, 0.92), w * 0.8)
    fills = [(5, 5, 8), (4, 3, 6), (7, 4, 3), (5, 8, 6)]
    order = list(rng.permutation(4)) if rng.random() < 0.5 else [3, 2, 1, 0]
    shines = [
        [np.array([[0.100, 0.33], [0.118, 0.62]]), np.array([[0.373, 0.22], [0.383, 0.42]])],
        [_curve([(0.485, 0.50), (0.498, 0.40), (0.56, 0.285), (0.62, 0.250)], 30, False)],
        [np.array([[0.735, 0.29], [0.80, 0.52]]), np.array([[0.955, 0.33], [0.930, 0.47]])],
        [np.array([[1.045, 0.40], [1.01, 0.55]]), np.array([[1.162, 0.30], [1.185, 0.44]])],
    ]
    letters = [Part(n, fills[0]), Part(o, fills[1], holes=[np.array(core)], bubbles=True), Part(v, fills[2]),
               Part(a, fills[3], bubbles=True)]  # fmt: skip
    for letter, lights in zip(letters, shines, strict=True):
        letter.shines = lights
    t = np.linspace(0, 2 * np.pi, 10, endpoint=False)
    star = np.stack([np.sin(t), -np.cos(t)], axis=1) * np.where(np.arange(10) % 2, 0.45, 1.0)[:, None]
    stars = [Part([star * r + [x, y]], (7,), level=0.5) for x, y, r in ((0.56, 0.105, 0.045), (0.28, 0.15, 0.03),
             (1.20, 0.10, 0.042))]  # fmt: skip
    return [letters[index] for index in order] + stars


def cat_face(rng: np.random.Generator) -> list[Part]:
    """A cat that looks out of the wall, in facets of colour, with lit eyes."""
    m = 2 / 3
    head = [(0.325, 0.10), (0.365, 0.075), (0.53, 0.235), (m, 0.215), (0.803, 0.235), (0.968, 0.075), (1.008, 0.10),
            (1.030, 0.44), (1.115, 0.565), (1.050, 0.585), (1.090, 0.70), (1.005, 0.695), (0.985, 0.795),
            (0.90, 0.78), (0.80, 0.900), (m, 0.935), (0.533, 0.900), (0.433, 0.78), (0.348, 0.795), (0.328, 0.695),
            (0.243, 0.70), (0.283, 0.585), (0.218, 0.565), (0.303, 0.44)]  # fmt: skip
    parts = [Part([np.array(head)], (8, 5, 5, 8), bubbles=True)]
    half: list[tuple[list[tuple[float, float]], tuple[int, ...], float]] = [
        ([(0.350, 0.135), (0.375, 0.135), (0.505, 0.275), (0.390, 0.400)], (3, 6), 0.6),
        ([(0.375, 0.205), (0.465, 0.285), (0.400, 0.365)], (6, 8), 0.3),
        ([(0.560, 0.245), (0.650, 0.235), (0.640, 0.400), (0.600, 0.365)], (3, 4), 0.4),
        ([(0.430, 0.345), (0.540, 0.265), (0.580, 0.385), (0.520, 0.395)], (7, 5), 0.4),
        ([(0.310, 0.500), (0.425, 0.560), (0.300, 0.565), (0.245, 0.560)], (4, 3), 0.4),
        ([(0.300, 0.620), (0.430, 0.620), (0.350, 0.685), (0.270, 0.690)], (4, 3), 0.4),
        ([(0.360, 0.715), (0.450, 0.665), (0.430, 0.755), (0.365, 0.775)], (4, 3), 0.4),
        ([(0.455, 0.660), (0.560, 0.600), (0.655, 0.665), (0.640, 0.790), (0.560, 0.825), (0.470, 0.765)], (2, 7), 0.5),
        ([(0.600, 0.420), (0.655, 0.440), (0.650, 0.600), (0.590, 0.575)], (3, 6), 0.4),
    ]
    for points, fill, level in half:
        shape = np.array(points)
        parts += [Part([shape], fill, level=level), Part([_mirrored(shape)], fill, level=level)]
    chin = [(0.555, 0.835), (m, 0.800), (0.778, 0.835), (0.745, 0.890), (m, 0.915), (0.588, 0.890)]
    parts.append(Part([_curve(chin)], (2, 4), level=0.5))
    eye = _curve([(0.400, 0.470), (0.445, 0.400), (0.520, 0.405), (0.590, 0.500), (0.580, 0.535), (0.500, 0.550),
                  (0.430, 0.525)])  # fmt: skip
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ring = np.stack([np.cos(t), np.sin(t)], axis=1)
    look = float(rng.uniform(-0.012, 0.012))
    for turn in (False, True):
        place = np.array([0.503, 0.472])
        shapes = [(eye, (2, 7)), (ring * [0.061, 0.068] + place, (7, 4, 3)), (ring * [0.019, 0.058] + place, (1,))]
        for index, (shape, fill) in enumerate(shapes):
            there = _mirrored(shape) if turn else shape
            parts.append(Part([there + np.array([look if index else 0, 0])], fill, level=0.7 if index == 0 else 0.4))
        spot = (_mirrored(place[None])[0] if turn else place) + np.array([look - 0.022, -0.026])
        parts.append(Part([ring * 0.0135 + spot], (2,), level=0.0))
    nose = _curve([(0.615, 0.640), (m, 0.628), (0.718, 0.640), (0.700, 0.690), (m, 0.722), (0.633, 0.690)])
    mouth = _curve([(0.560, 0.765), (0.600, 0.800), (0.650, 0.785), (m, 0.725), (0.683, 0.785), (0.733, 0.800),
        (0.773, 0.765)], 60, False)  # fmt: skip
    parts.append(Part([nose], (4, 3), [mouth], [np.array([[0.640, 0.655], [0.665, 0.650]])], level=0.7))
    whiskers = []
    for k, (y0, y1) in enumerate(((0.700, 0.630), (0.725, 0.715), (0.750, 0.800))):
        line = _curve([(0.545, y0), (0.40, (y0 + y1) / 2 - 0.012), (0.20 + 0.02 * k, y1)], 30, False)
        whiskers += [line, _mirrored(line)]
    parts.append(Part([], (2,), shines=whiskers))
    return parts
