"""Posters with whiplash lines: a woman with lilies, irises, a pond with dragonflies."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, shifted
from stylegui.painters.field import mix
from stylegui.painters.lines import Point, curve, ellipse, moved, turned
from stylegui.painters.scenes.poster import BRIGHT, Poster, swell, whiplash

# paper, key ink, gold, skin, auburn, sage, deep teal, mauve, coral
PAPER, INK, GOLD, SKIN, AUBURN, SAGE, TEAL, MAUVE, CORAL = range(9)
Placing = Callable[[list[Point] | Array], Array]
PETAL = curve([(0.0, 0.0), (0.25, 0.15), (0.60, 0.23), (0.88, 0.13), (1.0, 0.0), (0.88, -0.13), (0.60, -0.23),
    (0.25, -0.15)],
              60, closed=True)  # fmt: skip


def bent(outline: Array, bend: float) -> Array:
    """A shape that lies along the x axis, bent into an arc by `bend` radians over its unit length."""
    x, y = outline[:, 0], outline[:, 1]
    if abs(bend) < 1e-3:
        return outline
    r = 1 / bend
    return np.stack([(r - y) * np.sin(x * bend), r - (r - y) * np.cos(x * bend)], axis=1)


def border(poster: Poster, ground: int) -> None:
    """A frame of two gold lines with leaves that uncurl from the corners."""
    flats, s = poster.flats, poster.flats.short
    w, h, d = flats.width, flats.height, 0.058 * s
    flats.rim(d, ground)
    poster.lines.rim(d, 0)
    for inset, half, pen in (
        (d, 0.0026, 1),
        (d * 0.80, 0.0032, BRIGHT),
        (d * 0.28, 0.0042, BRIGHT),
        (d * 0.14, 0.0014, 1),
    ):
        ring = np.array(
            [[inset, inset], [w - inset, inset], [w - inset, h - inset], [inset, h - inset], [inset, inset]]
        )
        poster.lines.stroke(ring, half * s / 0.8, pen)
    leaf = poster.ink(mix(poster.palette[SAGE], poster.palette[GOLD], 0.25))
    bud = poster.ink(CORAL)
    for cx, sx in ((0.0, 1), (w, -1)):
        for cy, sy in ((0.0, 1), (h, -1)):
            for flip in (False, True):
                for k, (long, start) in enumerate(((0.30, 0.05), (0.21, 0.09))):
                    path = whiplash((0.02 * s, start * s), -0.12 + 0.5 * k, long * s, 0.75, 0.8, 5.2 - 9.4 * k, 0.4)
                    path = path[:, ::-1] if flip else path
                    poster.ribbon(moved(path * [sx, sy], cx, cy), swell(90, 0.003, 0.009, 0.003, 0.3) * s, leaf, 0.0018)
            poster.shape(ellipse((cx + sx * 0.045 * s, cy + sy * 0.045 * s), 0.026 * s, 0.026 * s), bud, 0.003)
            poster.line(ellipse((cx + sx * 0.045 * s, cy + sy * 0.045 * s), 0.012 * s, 0.012 * s), 0.002, BRIGHT, 1.0)


def halo(poster: Poster, at: Point, radius: float, inner: int, ring: int) -> None:
    """A disc behind the subject with a ring of florets in gold."""
    gold = poster.ink(GOLD, None, (*at, radius, 0.4), metal=True)
    poster.shape(ellipse(at, radius, radius, count=120), gold, 0.0034)
    poster.shape(ellipse(at, radius * 0.955, radius * 0.955, count=120), ring, 0.0022)
    poster.shape(ellipse(at, radius * 0.80, radius * 0.80, count=120), gold, 0.0026)
    poster.shape(ellipse(at, radius * 0.775, radius * 0.775, count=120), inner, 0.0022)
    bud = poster.ink(mix(poster.palette[CORAL], poster.palette[PAPER], 0.25))
    leaf = poster.ink(mix(poster.palette[SAGE], poster.palette[PAPER], 0.15))
    count = 26
    for k in range(count):
        a = 2 * np.pi * k / count
        x, y = at[0] + 0.878 * radius * np.cos(a), at[1] + 0.878 * radius * np.sin(a)
        size = 0.068 * radius
        if k % 2:
            for turn in (-0.75, 0.75):
                poster.shape(
                    turned(moved(bent(PETAL, turn), -0.1, 0), a + turn * 1.3 + np.pi / 2, size * 1.6, (x, y)),
                    leaf,
                    0.0012,
                )
            continue
        for p in range(6):
            poster.shape(turned(PETAL, a + p * np.pi / 3, size, (x, y)), bud, 0.0012)
        poster.shape(ellipse((x, y), size * 0.3, size * 0.3, count=16), gold, 0.001)


def woman(poster: Poster) -> None:
    """A woman in profile with closed eyes; her hair flows out of the halo, lilies grow before her."""
    rng, s, palette = poster.rng, poster.flats.short, poster.palette
    side = float(rng.choice([-1, 1]))
    tall = poster.flats.height
    _backdrop(
        poster,
        mix(palette[int(rng.choice([TEAL, TEAL, MAUVE, SAGE, CORAL]))], palette[PAPER], 0.52),
        mix(palette[SAGE], palette[PAPER], 0.5),
    )
    head = poster.flats.spot(-0.03 * side, -0.15 * min(1.0, tall / s / 1.2))
    k = 1.10 * s
    halo(poster, (head[0] + 0.02 * s * side, head[1] - 0.02 * s), 0.385 * s, poster.ink(mix(palette[PAPER],
        palette[GOLD], 0.30), mix(palette[GOLD], palette[CORAL], 0.3),
                                            (*head, 0.34 * s, 0.75)), poster.ink(mix(palette[TEAL], palette[INK],
                                            0.25)))  # fmt: skip

    def at(points: list[Point] | Array) -> Array:
        return moved(turned(np.asarray(points, np.float64), 0.10) * [side * k, k], *head)

    hair = mix(palette[AUBURN], palette[int(rng.choice([AUBURN, AUBURN, GOLD, INK]))], 0.5)
    _hair(poster, at, k, hair, behind=True)
    face = [(0.00, -0.20), (0.055, -0.185), (0.088, -0.150), (0.099, -0.115), (0.0925, -0.088), (0.107, -0.055),
        (0.132, -0.018),
            (0.134, -0.005), (0.117, 0.006), (0.104, 0.010), (0.107, 0.022), (0.117, 0.034), (0.112, 0.043),
            (0.101, 0.047),
            (0.112, 0.053), (0.110, 0.066), (0.096, 0.076), (0.099, 0.092), (0.101, 0.112), (0.088, 0.133),
            (0.058, 0.138),
            (0.010, 0.122), (-0.020, 0.105), (-0.030, 0.16), (-0.022, 0.22), (0.010, 0.275), (0.08, 0.315),
            (0.12, 0.40),
            (-0.30, 0.40), (-0.22, 0.30), (-0.135, 0.24), (-0.120, 0.16), (-0.12, 0.05), (-0.10, -0.12)]  # fmt: skip
    skin = poster.ink(SKIN, mix(palette[CORAL], palette[SKIN], 0.55), (*at([(0.08, -0.06)])[0], 0.40 * k, 0.45))
    poster.shape(at(curve(face, 260, closed=True)), skin, 0.0040)
    _dress(poster, at, k)
    lip = poster.ink(CORAL, mix(palette[CORAL], palette[INK], 0.3), (*at([(0.1, 0.03)])[0], 0.05, 0.6))
    mouth = [(0.1015, 0.047), (0.086, 0.046), (0.104, 0.028), (0.117, 0.034), (0.112, 0.043), (0.101, 0.047),
        (0.112, 0.053),
             (0.109, 0.066), (0.098, 0.063), (0.086, 0.046)]  # fmt: skip
    poster.flats.fill(at(curve(mouth, 60)), lip)
    for share, reach in ((0.90, 1.25), (0.83, 1.0), (0.76, 0.72)):  # the blush, crayoned softly
        blush = poster.ink(
            mix(palette[CORAL], palette[SKIN], share), mix(palette[CORAL], palette[SKIN], 0.5), (0, 0, 0.5, 0.3)
        )
        poster.flats.fill(at(ellipse((0.035, 0.014), 0.029 * reach, 0.021 * reach, 0.3)), blush)
    for points, width in (
        ([(0.101, 0.047), (0.090, 0.045), (0.080, 0.048)], 0.0020), ([(0.040, -0.064), (0.060, -0.056),
            (0.084, -0.064)], 0.0036),
        ([(0.040, -0.070), (0.058, -0.083), (0.082, -0.080)], 0.0014), ([(0.026, -0.103), (0.055, -0.121),
            (0.093, -0.113)], 0.0034),
        ([(0.106, 0.004), (0.110, -0.010), (0.121, -0.006)], 0.0018), ([(-0.020, 0.105), (0.006, 0.098),
            (0.02, 0.08)], 0.0014),
        ([(-0.05, 0.30), (0.00, 0.285), (0.03, 0.295)], 0.0016),
    ):  # fmt: skip
        poster.line(at(curve(points, 40)), width * k, ends=0.15)
    for x, y in ((0.050, -0.060), (0.060, -0.0565), (0.070, -0.058), (0.080, -0.062)):
        poster.line(at(curve([(x, y), (x + 0.006, y + 0.008), (x + 0.013, y + 0.011)], 12)), 0.0013 * k, ends=0.2)
    _hair(poster, at, k, hair, behind=False)
    for x, lean, tallness in ((0.30, 0.16, 0.50), (0.40, 0.06, 0.64), (0.22, 0.02, 0.34)):
        foot = poster.flats.spot(x * side * min(1.25, poster.flats.width / s), tall / s * 0.5)
        _lily(poster, foot, -np.pi / 2 + lean * side, tallness * min(tall, 1.0), 0.105 * s, side)
    border(poster, poster.ink(mix(palette[PAPER], palette[SAGE], 0.45)))


def _backdrop(poster: Poster, colour: Array, low: Array) -> None:
    """The ground, darker towards its edges, with wide whiplash bands low down."""
    flats = poster.flats
    middle = (flats.width / 2, flats.height * 0.4)
    poster.flats.box(
        0, 0, flats.width, flats.height, poster.ink(colour, shifted(colour, -0.15, 1.25), (*middle, 0.62, 0.9))
    )
    for k in range(5):
        y = flats.height * (0.70 + 0.075 * k)
        x = np.linspace(-0.05, flats.width + 0.05, 70)
        wave = y + 0.025 * poster.flats.short * np.sin(x * 7 + k * 1.9 + poster.rng.uniform(0, 1))
        outline = np.vstack(
            [np.stack([x, wave], 1), [[flats.width + 0.1, flats.height + 0.1], [-0.1, flats.height + 0.1]]]
        )
        tone = shifted(mix(low, poster.palette[TEAL], 0.12 * k), -0.012 * k)
        poster.shape(outline, poster.ink(tone, None, (flats.width / 2, y, 0.5, 0.6)), 0.0018, BRIGHT if k % 2 else 1)


def _dress(poster: Poster, at: Placing, k: float) -> None:
    """Shoulders and a gown whose folds fall from one clasp."""
    palette = poster.palette
    dye = palette[int(poster.rng.choice([MAUVE, MAUVE, TEAL, CORAL, SAGE]))]
    gown = poster.ink(mix(dye, palette[PAPER], 0.18), mix(dye, palette[INK], 0.3),
                      (*at([(0.0, 0.30)])[0], 0.5 * k, 0.85))  # fmt: skip
    shoulders = [(-0.46, 0.85), (-0.43, 0.50), (-0.34, 0.365), (-0.16, 0.345), (0.02, 0.385), (0.12, 0.37),
        (0.22, 0.44), (0.27, 0.60),
                 (0.30, 0.85)]  # fmt: skip
    poster.shape(at(curve(shoulders, 160)), gown, 0.0042)
    for j in range(11):
        t = j / 10
        fold = [
            (0.02 - 0.30 * t, 0.375 - 0.01 * t),
            (0.06 - 0.42 * t, 0.50),
            (0.12 - 0.5 * t, 0.62),
            (0.02 - 0.36 * t, 0.85),
        ]
        poster.line(at(curve(fold, 50)), (0.0030 - 0.0015 * (j % 2)) * k, BRIGHT if j % 4 == 2 else 1, 0.1)
    gold = poster.ink(GOLD, None, (*at([(0.0, 0.36)])[0], 0.1, 0.3), metal=True)
    hem = curve([(-0.335, 0.372), (-0.16, 0.352), (0.02, 0.392), (0.12, 0.378), (0.215, 0.442)], 90)
    poster.ribbon(at(hem), np.full(90, 0.010 * k), gold, 0.002)
    for j in range(6, 88, 9):
        poster.shape(ellipse(at(hem)[j], 0.007 * k, 0.007 * k, count=16), poster.ink(CORAL), 0.0012)


def _hair(poster: Poster, at: Placing, k: float, hair: Array, behind: bool) -> None:
    """Locks that leave the parting, stream back and roll up."""
    rng, palette = poster.rng, poster.palette
    tones = [
        poster.ink(mix(hair, palette[other], share), mix(hair, palette[INK], 0.45),
                   (*at([(-0.05, -0.2)])[0], 0.5 * k, 0.85))
        for other, share in ((GOLD, 0.15), (GOLD, 0.45), (INK, 0.18), (CORAL, 0.25))
    ]  # fmt: skip
    if behind:
        for j in range(34):
            t = (j % 17) / 16
            start = (-0.10 - 0.05 * np.sin(np.pi * t), -0.13 + 0.30 * t)
            heading = np.pi + 0.55 - 1.9 * t + rng.normal(0, 0.10)
            long = rng.uniform(0.30, 0.56) * (0.8 + 0.55 * t)
            curl = float(rng.choice([-1, 1])) * rng.uniform(2.5, 6.5)
            path = at(
                whiplash(
                    start,
                    heading,
                    long,
                    rng.uniform(0.55, 0.95),
                    rng.uniform(1.0, 1.35),
                    curl,
                    0.9 + rng.normal(0, 0.25),
                )
            )
            half = swell(90, 0.018, rng.uniform(0.016, 0.027), 0.003, 0.3) * k
            poster.ribbon(path, half, tones[int(rng.integers(4))], 0.0026)
            poster.line(path[6:80], 0.0013 * k, BRIGHT if rng.random() < 0.3 else 1)
        return
    cap = [(0.050, -0.190), (0.020, -0.135), (-0.010, -0.075), (-0.028, -0.010), (-0.020, 0.050), (-0.045, 0.100),
        (-0.10, 0.155),
           (-0.165, 0.125), (-0.190, 0.02), (-0.180, -0.12), (-0.12, -0.215), (-0.03, -0.245),
           (0.035, -0.225)]  # fmt: skip
    poster.shape(at(curve(cap, 160, closed=True)), tones[0], 0.0036)
    for j in range(15):
        t = j / 14
        sweep = [(0.045 - 0.035 * t, -0.197 + 0.045 * t), (-0.03 - 0.035 * t, -0.215 + 0.11 * t),
            (-0.115 - 0.012 * t, -0.14 + 0.17 * t),
                 (-0.150 + 0.03 * t, 0.01 + 0.11 * t), (-0.205 + 0.05 * t, 0.10 + 0.09 * t)]  # fmt: skip
        path = at(curve(sweep, 90))
        poster.ribbon(path, swell(90, 0.006, 0.013, 0.006, 0.5) * k, tones[j % 4], 0.0020)
        poster.line(path[8:82], 0.0010 * k, BRIGHT if j % 4 == 1 else 1)
    for j in range(5):  # loose strands before the ear and over the shoulder
        start = (-0.03 - 0.022 * j, 0.06 + 0.012 * j)
        path = at(whiplash(start, 1.5 + 0.12 * j, 0.30 + 0.05 * j, 0.65, 1.0, (-1) ** j * 5.5, 0.3 * j))
        poster.ribbon(path, swell(90, 0.008, 0.014, 0.002, 0.35) * k, tones[(j + 1) % 4], 0.0022)
    petal = poster.ink(PAPER, mix(palette[MAUVE], palette[PAPER], 0.4), (*at([(-0.06, -0.12)])[0], 0.05 * k, 0.6))
    heart = poster.ink(GOLD, None, (0, 0, 1, 0.2), metal=True)
    for x, y, size in ((-0.045, -0.150, 0.060), (-0.105, -0.100, 0.052), (-0.125, -0.030, 0.042), (0.01, -0.19, 0.044)):
        turn = rng.uniform(0, 1)
        for p in range(6):
            poster.shape(turned(PETAL, turn + p * np.pi / 3, size * k, tuple(at([(x, y)])[0])), petal, 0.0020)
        poster.shape(ellipse(at([(x, y)])[0], size * 0.2 * k, size * 0.2 * k, count=20), heart, 0.0016)


def _lily(poster: Poster, foot: Point, heading: float, long: float, size: float, side: float) -> None:
    """A lily on a swaying stem: bud, leaves and one open flower with stamens."""
    palette, rng = poster.palette, poster.rng
    stem = whiplash(foot, heading, long, 0.28, 0.9, 0.5 * side, rng.uniform(0, 1))
    green = poster.ink(
        mix(palette[SAGE], palette[TEAL], 0.25), mix(palette[TEAL], palette[INK], 0.35), (*foot, long, 0.6)
    )
    for j in range(8, 66, 9):
        turn = heading + float((-1) ** j) * rng.uniform(0.35, 0.75)
        leaf = bent(PETAL * [1, 0.42], float((-1) ** j) * 0.9)
        poster.shape(turned(leaf, turn, size * rng.uniform(1.5, 2.3), tuple(stem[j])), green, 0.0024)
    poster.ribbon(stem, swell(90, 0.012, 0.010, 0.008) * size / 0.105, green, 0.0024)
    flowers = [(stem[-1], heading + 0.55 * side, 1.0), (stem[70], heading - 1.0 * side, 0.8)]
    white = poster.ink(PAPER, mix(palette[SAGE], palette[PAPER], 0.35), (*stem[-1], size * 1.1, 0.7))
    rose = poster.ink(
        mix(palette[PAPER], palette[CORAL], 0.14), mix(palette[CORAL], palette[PAPER], 0.4), (*stem[-1], size, 0.6)
    )
    gold = poster.ink(GOLD, None, (0, 0, 1, 0.2), metal=True)
    for place, a, share in flowers:
        for turn, bend, reach, ink in ((-0.85, -1.5, 1.0, rose), (0.85, 1.5, 1.0, rose), (0.0, 0.15, 1.05, rose),
                                       (-0.42, -1.0, 1.15, white), (0.42, 1.0, 1.15, white)):  # fmt: skip
            outline = turned(bent(PETAL * [1, 1.15], bend), a + turn * 0.6, size * 1.25 * reach * share, tuple(place))
            poster.shape(outline, ink, 0.0026)
            rib = turned(bent(np.stack([np.linspace(0.1, 0.85, 20), np.zeros(20)], 1), bend), a + turn * 0.6,
                         size * 1.25 * reach * share, tuple(place))  # fmt: skip
            poster.line(rib, 0.0014)
        for turn in (-0.35, -0.12, 0.12, 0.35):
            end = np.array(place) + size * share * 1.15 * np.array([np.cos(a + turn), np.sin(a + turn)])
            poster.line(np.linspace(place, end, 12), 0.0016, BRIGHT, 0.7)
            poster.shape(ellipse(end, size * 0.075, size * 0.035, a + turn + 1.3, 20), gold, 0.0014)
    bud = bent(PETAL * [1, 0.75], 0.3 * side)
    poster.shape(turned(bud, heading - 0.35 * side, size * 0.95, tuple(stem[80])), white, 0.0024)
