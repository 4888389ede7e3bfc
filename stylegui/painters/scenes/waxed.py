"""Drawings in wax for batik: fishes among waves, birds in a tree, a sun over mountains."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size
from stylegui.painters.lines import Point, at_lengths, curve, ellipse, lengths, moved, sides, turned
from stylegui.painters.scenes.chart import Chart
from stylegui.painters.scenes.poster import swell, whiplash

# cotton, deep indigo, pale indigo, soga brown, rust, ochre, night (indigo over soga)
COTTON, INDIGO, SKY, SOGA, RUST, OCHRE, NIGHT = range(7)
LEAF = curve([(0.0, 0.0), (0.22, 0.15), (0.6, 0.20), (1.0, 0.0), (0.6, -0.20), (0.22, -0.15)], 60, closed=True)


@dataclass
class Wax:
    """What the wax spared, by palette place: areas filled with a brush, lines and dots drawn with the canting."""

    size: Size
    rng: np.random.Generator
    chart: Chart = field(init=False)

    def __post_init__(self) -> None:
        self.chart = Chart(self.size)

    def area(self, outline: Array, place: int, rim: float = 0.0034, rim_place: int = COTTON) -> None:
        """An area in one dye with a waxed line about it, (N, 2) in long sides."""
        self.chart.fill(outline, place)
        if rim > 0:
            self.line(np.vstack([outline, outline[:2]]), rim, rim_place)

    def line(self, path: Array, half: Array | float, place: int = COTTON) -> None:
        """A line of the canting: wax runs fuller and thinner, and leaves a drop where the tool rested."""
        beat = (
            1 + 0.10 * np.sin(np.arange(len(path)) * self.rng.uniform(0.5, 1.1)) + self.rng.normal(0, 0.03, len(path))
        )
        self.chart.stroke(path, np.asarray(half) * beat, place)
        for end in (path[0], path[-1]):
            self.chart.dot((end[0], end[1]), float(np.mean(half)) * self.rng.uniform(0.9, 1.5), place)

    def dots(self, path: Array, gap: float, radius: float, place: int = COTTON) -> None:
        """A row of drops along a line."""
        for x, y in at_lengths(path, np.arange(gap / 2, lengths(path)[-1], gap)):
            x, y = x + self.rng.normal(0, radius * 0.12), y + self.rng.normal(0, radius * 0.12)
            self.chart.dot((float(x), float(y)), radius * self.rng.uniform(0.75, 1.25), place)

    def ground(self, place: int, gap: float, dot: int) -> None:
        """Dye the cloth and set drops all over it, closely, in wandering rows."""
        w, h = self.chart.width, self.chart.height
        self.chart.box(0, 0, w, h, place)
        for row in range(int(h / gap) + 2):
            for column in range(int(w / gap) + 2):
                x, y = (column + 0.5 * (row % 2)) * gap, row * gap * 0.87
                x, y = x + 0.35 * gap * np.sin(9 * y + x * 5), y + 0.35 * gap * np.sin(8 * x)
                self.chart.dot(
                    (x + self.rng.normal(0, gap * 0.06), y + self.rng.normal(0, gap * 0.06)),
                    gap * self.rng.uniform(0.08, 0.15),
                    dot,
                )


def veined_leaf(wax: Wax, at: Point, angle: float, long: float, wide: float, place: int, bend: float = 0.5) -> None:
    """A leaf with a waxed rib, side veins and rows of drops along its rim."""
    from_stem = LEAF * [1.0, wide]
    bow = np.stack([from_stem[:, 0], from_stem[:, 1] + bend * 0.25 * np.sin(np.pi * from_stem[:, 0])], axis=1)
    outline = turned(bow, angle, long, at)
    wax.area(outline, place, 0.0030)
    t = np.linspace(0.02, 0.95, 24)
    rib = turned(np.stack([t, bend * 0.25 * np.sin(np.pi * t)], axis=1), angle, long, at)
    wax.line(rib, swell(24, 0.0028, 0.0026, 0.0010))
    for k in range(3, 21, 2):
        for sign in (-1, 1):
            reach = wide * 0.17 * np.sin(np.pi * t[k] ** 0.8)
            vein = np.array([[t[k], 0.0], [t[k] + 0.05, 0.5 * reach * sign], [t[k] + 0.13, 0.92 * reach * sign]])
            vein[:, 1] += bend * 0.25 * np.sin(np.pi * vein[:, 0])
            wax.line(turned(vein, angle, long, at), 0.0014)
    wax.dots(
        turned(moved(moved(bow, -0.5, -0.2 * bend) * [0.86, 0.70], 0.5, 0.2 * bend), angle, long, at),
        0.0085,
        0.0013,
        OCHRE,
    )


def cloud(wax: Wax, centres: list[tuple[float, float, float]], bands: tuple[int, ...], step: float) -> None:
    """A cloud or a breaker in nested scalloped bands, each edged with wax; centres give x, y and radius."""
    for k, place in enumerate(bands):
        for grow, ink in ((0.0030, COTTON), (0.0, place)):
            for x, y, r in centres:
                radius = r - k * step + grow
                if radius > 0.004:
                    wax.chart.dot((x, y), radius, ink)


def _swim(wax: Wax, at: Point, long: float, heading: float, side: float, inks: tuple[int, int, int]) -> None:
    """A carp: its body bends as it swims; scales in rows, fins drawn in rays."""
    body, fin, mark = inks
    t = np.linspace(0, 1, 80)
    a = heading + side * (0.75 * np.sin(2.6 * t - 0.4) - 0.3)
    spine = np.array(at) - np.stack([np.cumsum(np.cos(a)), np.cumsum(np.sin(a))], axis=1) * long / 80
    half = (
        np.interp(
            t, [0, 0.03, 0.10, 0.22, 0.38, 0.60, 0.82, 1.0], [0.016, 0.040, 0.080, 0.115, 0.120, 0.085, 0.040, 0.028]
        )
        * long
    )
    half = np.convolve(np.pad(half, 4, mode="edge"), np.ones(9) / 9, mode="valid")
    left, right = sides(spine, half)

    def finned(k: int, edge: Array, turn: float, reach: float, spread: float) -> None:
        base = float(np.arctan2(*(spine[k + 1] - spine[k])[::-1]))
        outline = turned(np.array([[0, 0], [0.7, -spread], [1.0, -0.35 * spread], [0.92, 0.1], [1.0, 0.5 * spread],
            [0.66, spread]]),
                         base + turn, reach * long, tuple(edge[k]))  # fmt: skip
        wax.area(curve(outline, 60, closed=True), fin, 0.0028)
        for ray in np.linspace(-0.75, 0.75, 7):
            line = turned(
                np.array([[0.10, 0.06 * ray], [0.5, 0.5 * spread * ray], [0.88, 0.85 * spread * ray]]),
                base + turn,
                reach * long,
                tuple(edge[k]),
            )
            wax.line(line, 0.0012)

    for edge, sign in ((left, 1.0), (right, -1.0)):
        finned(18, edge, 0.80 * sign, 0.27, 0.30)
        finned(48, edge, 0.50 * sign, 0.17, 0.25)
    for turn in (-0.42, 0.42):
        finned(76, spine, turn, 0.34, 0.24)
    wax.area(np.vstack([left, right[::-1]]), body, 0.0036)
    for k in range(20, 76, 3):
        rows = max(1, int(half[k] / (0.038 * long)))
        for j in range(-rows, rows + 1):
            share = (j + 0.5 * ((k - 20) // 3 % 2)) / (rows + 0.5)
            if abs(share) > 0.93:
                continue
            base = float(np.arctan2(*(spine[k + 1] - spine[k])[::-1]))
            out = np.array([-np.sin(base), np.cos(base)])
            spot = spine[k] + out * share * half[k]
            bow = np.linspace(-1.35, 1.35, 9)
            r = 0.022 * long
            arc = spot + r * np.stack([np.cos(bow + base), np.sin(bow + base)], axis=1)
            if (k * 7 + j * 3) % 11 < 4:
                wax.chart.fill(np.vstack([arc, [spot]]), mark)
            wax.chart.stroke(arc, 0.0011, COTTON)
    cheek = [spine[17] + (left[17] - spine[17]) * 0.96, spine[13], spine[17] + (right[17] - spine[17]) * 0.96]
    wax.line(curve(np.array(cheek), 24), 0.0026)
    for edge in (left, right):
        eye = spine[7] + (edge[7] - spine[7]) * 0.62
        for radius, ink in ((0.019, COTTON), (0.014, NIGHT), (0.006, OCHRE)):
            wax.chart.dot((eye[0], eye[1]), radius * long, ink)
        whisker = whiplash(
            tuple(spine[1]),
            heading + (0.9 if edge is left else -0.9),
            0.12 * long,
            0.4,
            0.8,
            3.0 if edge is left else -3.0,
        )
        wax.line(whisker[::3], 0.0012)
    for k in (9, 11):
        wax.dots(np.array([left[k], spine[k], right[k]]) * 0.8 + spine[k] * 0.2, 0.02 * long, 0.0022, mark)


def fishes(wax: Wax) -> None:
    """Carp that circle between banks of scalloped waves."""
    rng, s = wax.rng, wax.chart.short
    w, h = wax.chart.width, wax.chart.height
    ground, first = int(rng.choice([INDIGO, INDIGO, NIGHT, SOGA])), int(rng.integers(5))
    wax.ground(ground, 0.022 * s, SKY if ground != SOGA else OCHRE)
    side = float(rng.choice([-1, 1]))
    for _ in range(20):  # currents
        x, y = rng.uniform(-0.1, 1.0) * w, rng.uniform(0.02, 0.98) * h
        path = whiplash(
            (x, y),
            rng.normal(0, 0.15),
            rng.uniform(0.2, 0.45) * s,
            0.55,
            1.3,
            float(rng.choice([-5, 5])),
            rng.uniform(0, 6),
        )
        for lane in range(4):
            wax.line(moved(path[lane * 4 :: 2], 0, 0.011 * lane), 0.0022 - 0.0003 * lane, (COTTON, SKY)[lane % 2])
        wax.dots(moved(path[::2], 0, -0.011), 0.011, 0.0016)
    bands = (COTTON, SKY, INDIGO, SKY, COTTON, SOGA, OCHRE)
    for x, y, size in ((0.02, 0.98, 1.25), (0.34, 1.02, 1.0), (0.66, 1.0, 1.2), (1.0, 0.97, 1.2), (0.0, 0.04, 0.9),
        (0.97, 0.03, 1.0),
                       (0.5, -0.02, 0.8)):  # fmt: skip
        centres = []
        for j in range(6):
            a = j / 5 * np.pi + (np.pi if y > 0.5 else 0.0)
            reach = (0.115 + 0.02 * np.sin(j * 2.1)) * size * s
            centres.append(
                (
                    x * w + reach * 1.25 * np.cos(a),
                    y * h + reach * 0.55 * np.sin(a),
                    0.088 * size * s * rng.uniform(0.8, 1.15),
                )
            )
        cloud(wax, [*centres, (x * w, y * h, 0.12 * size * s)], bands, 0.0155 * size * s)
        for flip in (-1.0, 1.0):
            up = -1.0 if y > 0.5 else 1.0
            tail = whiplash(
                (x * w + flip * 0.10 * size * s, y * h + up * 0.13 * size * s),
                np.pi / 2 * up + flip * 0.5 * -up,
                0.24 * size * s,
                0.35,
                0.7,
                flip * up * 6.5,
            )
            wax.line(tail[::2], swell(45, 0.011, 0.009, 0.004) * s / 0.8)
            wax.line(tail[::2], swell(45, 0.0075, 0.0055, 0.001) * s / 0.8, SKY)
    up = float(rng.choice([-1, 1]))
    spots = [
        (0.04, -0.23, 0.66, 0.25),
        (-0.05, 0.20, 0.60, np.pi + 0.2),
        (0.33, 0.02, 0.36, -1.2),
        (-0.36, -0.03, 0.24, 1.4),
    ]
    if w / h > 1.2:
        spots += [(-0.56, -0.02, 0.40, 1.7), (0.62, 0.20, 0.34, 0.8)]
    coats = [
        (RUST, OCHRE, COTTON),
        (COTTON, SKY, RUST),
        (OCHRE, RUST, SOGA),
        (SKY, COTTON, RUST),
        (COTTON, OCHRE, SOGA),
    ]
    for k, (x, y, long, heading) in enumerate(spots):
        angle = (heading if side > 0 else np.pi - heading) * up + rng.normal(0, 0.15)
        ahead = 0.48 * long * s
        px, py = wax.chart.spot(x * side + rng.normal(0, 0.02), y * up + rng.normal(0, 0.02))
        coat = coats[(k + first) % len(coats)]
        _swim(wax, (px + ahead * np.cos(angle), py + ahead * np.sin(angle)), long * s, angle, side * up, coat)
    hem(wax, SOGA if ground != SOGA else NIGHT)


def hem(wax: Wax, place: int) -> None:
    """The border of the cloth: a waxed line, triangles (tumpal) and drops."""
    w, h, s = wax.chart.width, wax.chart.height, wax.chart.short
    d = 0.046 * s
    wax.chart.rim(d, place)
    for inset, half in ((d, 0.0032), (d * 0.22, 0.0020)):
        ring = np.array(
            [[inset, inset], [w - inset, inset], [w - inset, h - inset], [inset, h - inset], [inset, inset]]
        )
        for k in range(4):
            wax.line(np.linspace(ring[k], ring[k + 1], 60), half)
    for start, end, inward in (
        ((d, 0), (w - d, 0), (0, 1)),
        ((d, h), (w - d, h), (0, -1)),
        ((0, d), (0, h - d), (1, 0)),
        ((w, d), (w, h - d), (-1, 0)),
    ):
        first, last, inside = np.array(start, float), np.array(end, float), np.array(inward, float)
        run = last - first
        count = max(2, round(float(np.hypot(*run)) / (0.040 * s)))
        for k in range(count):
            foot = first + run * (k + 0.5) / count + inside * d * 0.28
            half = run / count * 0.40
            tri = np.array([foot - half, foot + half, foot + inside * d * 0.56])
            wax.chart.fill(tri, OCHRE if k % 2 else COTTON)
            wax.chart.fill((tri - tri.mean(axis=0)) * 0.55 + tri.mean(axis=0), RUST if k % 2 else INDIGO)


def suns(wax: Wax) -> None:
    """A great sun in rings over mountains and a quiet sea."""
    rng, s = wax.rng, wax.chart.short
    w, h = wax.chart.width, wax.chart.height
    ground = int(rng.choice([INDIGO, NIGHT, SOGA]))
    wax.ground(ground, 0.026 * s, SKY if ground != SOGA else OCHRE)
    sun = wax.chart.spot(float(rng.choice([-0.08, 0.0, 0.08])), -0.10)
    rays = int(rng.choice([18, 22, 26]))
    for k in range(7):
        wax.dots(
            ellipse(sun, (0.33 + 0.04 * k) * s, (0.33 + 0.04 * k) * s, count=160),
            0.016 * s,
            0.0026 * s,
            (COTTON, SKY)[k % 2],
        )
    for k in range(rays):
        a = 2 * np.pi * k / rays
        long = (0.245 if k % 2 else 0.20) * s
        start = (sun[0] + 0.265 * s * np.cos(a), sun[1] + 0.265 * s * np.sin(a))
        path = whiplash(start, a, long, 0.55, 1.0, 1.4 * (-1) ** k, 0.4)
        half = swell(90, 0.036, 0.020, 0.001, 0.15) * s * 22 / rays * (1.0 if k % 2 else 0.8)
        wax.line(path, half + 0.0034)
        wax.chart.stroke(path, half, (RUST, OCHRE)[k % 2])
        wax.dots(path[6:70], 0.012 * s, 0.0019)
    rings = ((0.290, COTTON), (0.284, SOGA), (0.258, COTTON), (0.252, RUST), (0.205, COTTON), (0.199, OCHRE),
        (0.155, COTTON), (0.149, NIGHT),
             (0.118, COTTON), (0.112, RUST), (0.060, COTTON), (0.054, OCHRE), (0.024, NIGHT))  # fmt: skip
    for radius, place in rings:
        wobble = 1 + 0.006 * np.sin(np.linspace(0, 2 * np.pi, 120, endpoint=False) * 7)
        t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
        wax.chart.fill(
            np.stack([sun[0] + radius * s * wobble * np.cos(t), sun[1] + radius * s * wobble * np.sin(t)], axis=1),
            place,
        )
    for radius, gap, size, place in (
        (0.271, 0.020, 0.0046, COTTON),
        (0.134, 0.017, 0.0040, OCHRE),
        (0.040, 0.014, 0.0030, RUST),
    ):
        wax.dots(ellipse(sun, radius * s, radius * s, count=120), gap * s, size * s, place)
    for k in range(28):
        a = 2 * np.pi * k / 28
        spot = (sun[0] + 0.229 * s * np.cos(a), sun[1] + 0.229 * s * np.sin(a))
        wax.area(turned(moved(LEAF, -0.5, 0) * [1, 1.2], a + 0.7, 0.056 * s, spot), SOGA if k % 2 else OCHRE, 0.0016)
    for k in range(20):
        a = 2 * np.pi * k / 20
        wax.line(
            np.array(
                [
                    [sun[0] + r * s * np.cos(a + t), sun[1] + r * s * np.sin(a + t)]
                    for r, t in ((0.156, 0), (0.176, 0.07), (0.197, 0))
                ]
            ),
            0.0020 * s / 0.8,
            NIGHT,
        )
    for k in range(14):
        a = 2 * np.pi * k / 14
        wax.area(
            turned(LEAF * [1, 1.1], a, 0.050 * s, (sun[0] + 0.062 * s * np.cos(a), sun[1] + 0.062 * s * np.sin(a))),
            OCHRE if k % 2 else SKY,
            0.0014,
        )
    for x, y, size in ((0.06, 0.13, 0.8), (0.93, 0.16, 0.9), (0.95, 0.52, 0.7), (0.04, 0.50, 0.75)):
        centres = [
            (
                x * w + 0.075 * s * size * (j - 2),
                y * h + 0.018 * s * np.sin(j * 2.2),
                0.060 * s * size * (1 - 0.13 * abs(j - 2)),
            )
            for j in range(5)
        ]
        cloud(wax, centres, (COTTON, SKY, INDIGO, SKY, COTTON), 0.0115 * s * size)
    _mountains(wax)
    for row in range(6):  # the sea: rows of crests
        y = h * (0.84 + 0.032 * row)
        step = (0.075 + 0.012 * row) * s
        for k in range(-1, int(w / step) + 2):
            x = (k + 0.5 * (row % 2)) * step
            for radius, place in (
                (0.54, COTTON),
                (0.50, (INDIGO, SKY)[row % 2]),
                (0.38, COTTON),
                (0.34, (SKY, INDIGO)[row % 2]),
                (0.20, COTTON),
                (0.14, SOGA),
            ):
                wax.chart.dot((x, y), radius * step, place)
    hem(wax, NIGHT if ground != NIGHT else SOGA)


def _mountains(wax: Wax) -> None:
    """Peaks in nested bands, waxed between, with rows of drops."""
    rng, s = wax.rng, wax.chart.short
    w, h = wax.chart.width, wax.chart.height
    for x, tall, half, inks in ((0.16, 0.26, 0.34, (SKY, INDIGO)), (0.86, 0.30, 0.36, (SOGA, NIGHT)),
        (0.52, 0.20, 0.36, (RUST, SOGA)), (0.32, 0.13, 0.26, (NIGHT, SKY)),
                                (0.72, 0.13, 0.26, (INDIGO, SKY))):  # fmt: skip
        foot = 0.86 * h
        for k in range(8):
            share = 1 - 0.125 * k
            t = np.linspace(-1, 1, 41)
            rise = (1 - np.abs(t) ** 1.25) * tall * s * share * (1 + 0.05 * np.sin(t * 9 + x * 20))
            outline = np.stack([x * w + t * half * s * share, foot - rise], axis=1)
            wax.chart.fill(outline, inks[k % 2])
            wax.line(outline, 0.0026)
            if k % 2 == 0:
                wax.dots(moved(outline, 0, 0.012 * s), 0.014, 0.0018, OCHRE if rng.random() < 0.6 else COTTON)
