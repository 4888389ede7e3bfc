"""Posters of the waterside with whiplash lines: irises in a panel, dragonflies over a pond."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, shifted
from stylegui.painters.field import mix
from stylegui.painters.lines import Point, curve, ellipse, moved, turned
from stylegui.painters.scenes.nouveau import (
    CORAL,
    GOLD,
    INK,
    MAUVE,
    PAPER,
    PETAL,
    SAGE,
    TEAL,
    bent,
    border,
)
from stylegui.painters.scenes.poster import BRIGHT, Poster, swell, whiplash


def irises(poster: Poster) -> None:
    """Irises before a low gold sun; the water behind them runs in long lines."""
    rng, palette, s, flats = poster.rng, poster.palette, poster.flats.short, poster.flats
    w, h = flats.width, flats.height
    side = float(rng.choice([-1, 1]))
    sky = mix(palette[PAPER], palette[GOLD], 0.28)
    dusk = mix(palette[int(rng.choice([CORAL, CORAL, MAUVE, TEAL]))], palette[GOLD], 0.4)
    bloom = palette[int(rng.choice([MAUVE, MAUVE, CORAL, TEAL]))]
    flats.box(0, 0, w, h, poster.ink(sky, dusk, (w * 0.5, h * 0.62, 0.75, 0.75)))
    sun = poster.flats.spot(float(rng.uniform(0.0, 0.2)) * side, float(rng.uniform(-0.22, -0.10)))
    poster.shape(
        ellipse(sun, 0.275 * s, 0.275 * s, count=120), poster.ink(GOLD, None, (*sun, 0.3, 0.3), metal=True), 0.003
    )
    poster.shape(ellipse(sun, 0.255 * s, 0.255 * s, count=120),
                 poster.ink(mix(palette[CORAL], palette[GOLD], 0.45), CORAL, (sun[0], sun[1] - 0.2 * s, 0.4 * s,
                 0.7)), 0.002)  # fmt: skip
    water(poster, 0.50 * h, mix(palette[TEAL], palette[PAPER], 0.45), sun[0])
    blades(poster, int(26 * w / s), h * 1.02, (0.45, 0.95))
    spots = [(-0.26, -0.20, 1.0), (0.22, -0.27, 1.1), (0.0, 0.02, 1.2), (-0.37, 0.12, 0.8), (0.36, 0.08, 0.85)]
    for k in range(max(0, int((w / s - 1) * 6))):
        spots += [((-1) ** k * (0.50 + 0.13 * (k // 2)), rng.uniform(-0.2, 0.15), rng.uniform(0.7, 1.0))]
    for x, y, scale in sorted(spots, key=lambda spot: spot[1]):
        place = np.array(poster.flats.spot(x * side + rng.normal(0, 0.03), y + rng.normal(0, 0.03)))
        foot = np.array([place[0] + rng.normal(0, 0.05) * s, h * 1.02])
        middle = (place + foot) / 2 + np.array([rng.choice([-1, 1]) * 0.04 * s, 0])
        stem = curve(np.array([place, middle, foot]), 80)
        green = poster.ink(SAGE, mix(palette[TEAL], palette[INK], 0.3), (*place, 0.5, 0.7))
        poster.ribbon(stem, swell(80, 0.008, 0.011, 0.010) * s, green, 0.0024)
        _iris(poster, (float(place[0]), float(place[1])), 0.155 * s * scale, rng.normal(0, 0.10), bloom)
    blades(poster, int(9 * w / s), h * 1.03, (0.25, 0.5))
    border(
        poster,
        poster.ink(
            mix(palette[TEAL], palette[INK], 0.25), mix(palette[TEAL], palette[INK], 0.6), (w / 2, h / 2, 0.8, 0.7)
        ),
    )


def water(poster: Poster, top: float, colour: Array, light: float) -> None:
    """Water from `top` down, drawn with level lines that sway; gold where the light falls."""
    rng, palette, flats = poster.rng, poster.palette, poster.flats
    w, h = flats.width, flats.height
    flats.box(0, top, w, h, poster.ink(colour, mix(palette[TEAL], palette[INK], 0.2), (light, top, 0.65, 0.9)))
    poster.lines.box(0, top, w, h, 0)
    poster.line(np.stack([np.linspace(0, w, 40), np.full(40, top)], 1), 0.0026, ends=1.0)
    glow = poster.ink(mix(palette[GOLD], palette[PAPER], 0.3), CORAL, (light, top, 0.4, 0.5))
    pale = poster.ink(mix(colour, palette[PAPER], 0.45), None, (light, top, 0.5, 0.4))
    for k in range(46):
        depth = ((k + 0.5) / 46) ** 1.25
        y = top + depth * (h - top) + 0.008
        x = rng.uniform(0, w)
        long = (0.08 + 0.30 * depth) * rng.uniform(0.5, 1.2)
        t = np.linspace(-0.5, 0.5, 40)
        path = np.stack([x + t * long, y + 0.006 * (0.4 + depth) * np.sin(t * 9 + rng.uniform(0, 6))], 1)
        near = abs(x - light) < 0.16
        poster.ribbon(
            path,
            swell(40, 0.0, 0.004 + 0.006 * depth, 0.0, 0.5),
            glow if near else pale,
            0.0013,
            BRIGHT if k % 5 == 0 else 1,
        )


def blades(poster: Poster, count: int, foot: float, reach: tuple[float, float]) -> None:
    """Sword leaves from the ground, some folded over."""
    rng, palette = poster.rng, poster.palette
    for k in range(count):
        x = poster.flats.width * ((k + rng.uniform(0.1, 0.9)) / count)
        long = rng.uniform(*reach) * min(poster.flats.height, 1.15 * poster.flats.short)
        lean = rng.normal(0, 0.16)
        path = whiplash(
            (x, foot),
            -np.pi / 2 + lean,
            long,
            0.16,
            0.5,
            float(np.sign(lean)) * rng.choice([0.3, 0.7, 2.2]),
            rng.uniform(0, 2),
        )
        tone = mix(palette[SAGE], palette[TEAL], rng.uniform(0.0, 0.75))
        number = poster.ink(
            shifted(tone, rng.normal(0.02, 0.03)), mix(palette[TEAL], palette[INK], 0.45), (*path[-1], long * 1.1, 0.8)
        )
        poster.ribbon(path, swell(90, 0.010, 0.019, 0.0006, 0.35) * poster.flats.short, number, 0.0024)
        poster.line(path[4:78], 0.0013)


def _iris(poster: Poster, at: Point, size: float, lean: float, bloom: Array) -> None:
    """One iris: standards that close above, falls that droop, a gold beard."""
    palette, rng = poster.palette, poster.rng
    deep = mix(bloom, palette[int(rng.choice([TEAL, MAUVE]))], rng.uniform(0.0, 0.35))
    upper = poster.ink(mix(deep, palette[PAPER], 0.38), deep, (at[0], at[1] - size, size * 1.3, 0.85))
    lower = poster.ink(deep, mix(deep, palette[INK], 0.55), (at[0], at[1] + size * 0.2, size * 0.9, 0.85))
    gold = poster.ink(GOLD, None, (0, 0, 1, 0.2), metal=True)
    sheath = poster.ink(SAGE, mix(palette[TEAL], palette[INK], 0.2), (*at, size, 0.6))
    poster.shape(turned(PETAL * [1, 0.7], np.pi / 2 + lean, size * 0.8, (at[0], at[1] + size * 0.05)), sheath, 0.0022)

    def petal(points: list[Point], ink: int, ribs: int, mirrored: bool = False) -> None:
        flip = np.array([-1.0 if mirrored else 1.0, 1.0])
        wobble = rng.normal(0, 0.018, (len(points), 2))
        outline = curve(np.array(points) + wobble, 90, closed=True) * flip
        poster.shape(turned(outline, lean, size, at), ink, 0.0028)
        root = np.array(points[0]) * flip
        tip = outline[np.argmax(np.hypot(*(outline - root).T))]
        across = np.array([-(tip - root)[1], (tip - root)[0]])
        for r in range(ribs):
            share = (r + 0.5) / ribs * 2 - 1
            vein = curve(
                [
                    tuple(root),
                    tuple(root * 0.5 + tip * 0.5 + across * 0.24 * share),
                    tuple(root * 0.14 + tip * 0.86 + across * 0.20 * share),
                ],
                24,
            )
            poster.line(turned(vein, lean, size, at), 0.0011, BRIGHT if r % 3 == 1 else 1, 0.1)

    petal(
        [
            (0.0, 0.0),
            (-0.16, -0.30),
            (-0.36, -0.62),
            (-0.28, -0.95),
            (0.0, -1.02),
            (0.24, -0.92),
            (0.33, -0.60),
            (0.15, -0.28),
        ],
        upper,
        5,
    )
    for mirrored in (False, True):
        petal(
            [(0.02, 0.02), (0.22, -0.22), (0.46, -0.50), (0.62, -0.86), (0.42, -1.02), (0.16, -0.86), (0.02, -0.48)],
            upper,
            4,
            mirrored,
        )
    for mirrored in (False, True):
        petal([(0.0, 0.0), (0.30, -0.16), (0.66, -0.10), (0.98, 0.22), (1.00, 0.62), (0.78, 0.80), (0.54, 0.62),
            (0.38, 0.24)],
              lower, 5, mirrored)  # fmt: skip
    petal(
        [
            (0.0, -0.05),
            (0.20, 0.10),
            (0.36, 0.45),
            (0.26, 0.86),
            (0.0, 1.0),
            (-0.27, 0.84),
            (-0.35, 0.42),
            (-0.18, 0.10),
        ],
        lower,
        5,
    )
    for turn, long in ((0.0, 0.42), (-1.12, 0.40), (1.12, 0.40)):
        end = np.array([np.sin(turn), np.cos(turn) * 0.9])
        beard = np.stack([np.linspace(0, long, 16) * end[0], np.linspace(0.0, long, 16) * end[1]], 1)
        poster.ribbon(turned(beard, lean, size, at), swell(16, 0.03, 0.055, 0.01, 0.4) * size, gold, 0.0014)


def pond(poster: Poster) -> None:
    """Dragonflies over lily pads, a gold moon in the water."""
    rng, palette, s, flats = poster.rng, poster.palette, poster.flats.short, poster.flats
    w, h = flats.width, flats.height
    side = float(rng.choice([-1, 1]))
    deep = mix(palette[int(rng.choice([TEAL, TEAL, MAUVE, SAGE]))], palette[PAPER], 0.22)
    moon = poster.flats.spot(float(rng.uniform(0.10, 0.22)) * side, float(rng.uniform(-0.26, -0.18)))
    flats.box(0, 0, w, h, poster.ink(deep, mix(palette[TEAL], palette[INK], 0.55), (*moon, 0.70, 0.95)))
    for k in range(9, 0, -1):  # rings of light about the moon, broken by ripples
        r = (0.15 + 0.085 * k) * s
        tone = mix(mix(palette[PAPER], palette[GOLD], 0.45), deep, min(1.0, 0.16 + 0.105 * k))
        t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
        sway = r * (1 + 0.018 * np.sin(t * 5 + k * 1.3) + 0.012 * np.sin(t * 9 + k))
        outline = np.stack([moon[0] + sway * np.cos(t), moon[1] + sway * np.sin(t)], 1)
        poster.shape(outline, poster.ink(tone, None, (*moon, r * 1.5, 0.45)), 0.0018, BRIGHT if k % 3 == 0 else 1)
    poster.shape(
        ellipse(moon, 0.165 * s, 0.165 * s, count=100), poster.ink(GOLD, None, (*moon, 0.2, 0.2), metal=True), 0.003
    )
    poster.shape(
        ellipse(moon, 0.150 * s, 0.150 * s, count=100),
        poster.ink(mix(palette[PAPER], palette[GOLD], 0.2), GOLD, (*moon, 0.2 * s, 0.6)),
        0.0018,
    )
    for k in range(34):
        x, y = rng.uniform(0, w), rng.uniform(0.30, 1.0) * h
        path = whiplash((x, y), rng.normal(0, 0.05), rng.uniform(0.08, 0.26), 0.5, 1.4, rng.choice([-5.0, 5.0]))
        if np.hypot(*(path - np.array(moon)).T).min() > 0.19 * s:
            poster.line(path, 0.0020, BRIGHT if k % 2 else 1)
    for x, y, r in ((-0.42, 0.30, 0.19), (-0.10, 0.42, 0.17), (0.30, 0.36, 0.21), (0.48, 0.12, 0.12),
        (-0.50, 0.02, 0.11), (0.08, 0.22, 0.10),
                    (-0.30, 0.55, 0.2), (0.42, 0.60, 0.2)):  # fmt: skip
        stretch = w / s if abs(x) > 0.25 else 1.0
        _pad(poster, poster.flats.spot(x * side * stretch, y * h / s / 1.15), r * s)
    for x, y, r in ((-0.22, 0.30, 0.115), (0.37, 0.26, 0.10)):
        _lotus(poster, poster.flats.spot(x * side, y), r * s)
    reeds = [(0.95, 0.9), (0.90, 0.72), (0.985, 0.62), (0.04, 0.55), (0.09, 0.40)]
    for x, long in reeds:
        path = whiplash(
            (w * (x if side > 0 else 1 - x), h * 1.02), -np.pi / 2 - 0.08 * side, long * h, 0.14, 0.7, -0.6 * side
        )
        poster.ribbon(
            path,
            swell(90, 0.012, 0.013, 0.001, 0.3) * s,
            poster.ink(SAGE, mix(palette[TEAL], palette[INK], 0.4), (*path[-1], long, 0.8)),
            0.0024,
        )
    _dragonfly(poster, poster.flats.spot(-0.10 * side, -0.07), 0.52 * s, -np.pi / 2 + 0.55 * side)
    _dragonfly(poster, poster.flats.spot(0.33 * side, 0.04), 0.24 * s, -np.pi / 2 - 0.75 * side)
    _dragonfly(poster, poster.flats.spot(-0.36 * side, -0.36), 0.20 * s, -np.pi / 2 + 1.0 * side)
    border(poster, poster.ink(mix(palette[INK], palette[TEAL], 0.45), INK, (w / 2, h / 2, 0.7, 0.6)))


def _pad(poster: Poster, at: Point, r: float) -> None:
    """A lily pad seen aslant: a notch, a turned-up rim, veins."""
    rng, palette = poster.rng, poster.palette
    notch = rng.uniform(0, 2 * np.pi)
    t = np.linspace(notch + 0.16, notch + 2 * np.pi - 0.16, 80)
    wave = 1 + 0.02 * np.sin(t * 7 + notch)
    rim = np.stack([at[0] + r * wave * np.cos(t), at[1] + 0.46 * r * wave * np.sin(t)], 1)
    tone = mix(palette[SAGE], palette[TEAL], rng.uniform(0.0, 0.5))
    under = poster.ink(mix(palette[CORAL], palette[MAUVE], 0.4), mix(palette[MAUVE], palette[INK], 0.4), (*at, r, 0.6))
    poster.shape(np.vstack([moved(rim, 0, 0.018), [at]]), under, 0.003)
    poster.shape(
        np.vstack([rim, [at]]),
        poster.ink(tone, mix(palette[TEAL], palette[INK], 0.3), (at[0] - r, at[1] - r * 0.4, 2.0 * r, 0.85)),
        0.003,
    )
    for a in np.linspace(notch + 0.5, notch + 2 * np.pi - 0.5, 11):
        end = np.array([at[0] + 0.86 * r * np.cos(a), at[1] + 0.46 * 0.86 * r * np.sin(a)])
        fork = curve([at, ((at[0] + end[0]) / 2, (at[1] + end[1]) / 2 - 0.006), (float(end[0]), float(end[1]))], 24)
        poster.line(fork, 0.0016, BRIGHT if rng.random() < 0.35 else 1, 0.2)


def _lotus(poster: Poster, at: Point, size: float) -> None:
    """A water lily in three rows of petals."""
    palette = poster.palette
    pale = poster.ink(
        mix(palette[PAPER], palette[CORAL], 0.18),
        mix(palette[CORAL], palette[PAPER], 0.25),
        (at[0], at[1] - size, size * 1.2, 0.8),
    )
    rose = poster.ink(mix(palette[CORAL], palette[PAPER], 0.5), CORAL, (at[0], at[1] - size, size * 1.3, 0.8))
    for turns, reach, ink, flat in (((-1.5, -1.1, 1.1, 1.5), 1.1, rose, 0.8), ((-0.75, -0.35, 0.35, 0.75, 0.0),
        1.12, rose, 1.0),
                                    ((-1.15, 1.15, -0.6, 0.6, 0.0), 0.85, pale, 1.1)):  # fmt: skip
        for turn in turns:
            outline = turned(bent(PETAL * [1, flat * 1.3], -0.5 * turn), -np.pi / 2 + turn, size * reach, at)
            poster.shape(outline, ink, 0.0026)
    heart = poster.ink(GOLD, None, (0, 0, 1, 0.2), metal=True)
    for turn in np.linspace(-0.6, 0.6, 7):
        end = (at[0] + 0.42 * size * np.sin(turn), at[1] - 0.42 * size * np.cos(turn))
        poster.shape(ellipse(end, size * 0.05, size * 0.09, turn, 16), heart, 0.0012)


def _dragonfly(poster: Poster, at: Point, size: float, heading: float) -> None:
    """A dragonfly from above: four wings with veins and a jointed body."""
    palette = poster.palette
    wing = curve(
        [
            (0.0, 0.0),
            (0.25, 0.075),
            (0.62, 0.125),
            (0.93, 0.085),
            (1.0, 0.01),
            (0.9, -0.06),
            (0.55, -0.075),
            (0.22, -0.035),
        ],
        70,
        closed=True,
    )
    body = poster.ink(
        mix(palette[CORAL], palette[MAUVE], 0.25), mix(palette[MAUVE], palette[INK], 0.5), (*at, size, 0.8)
    )
    gold = poster.ink(GOLD, None, (0, 0, 1, 0.2), metal=True)
    for sign in (-1, 1):
        for lean, reach, tint in ((1.95, 0.92, MAUVE), (1.38, 1.0, PAPER)):
            a = heading + sign * lean
            root = np.array(at) + 0.05 * size * np.array([np.cos(heading), np.sin(heading)]) * (1 if lean < 1.7 else -1)
            glass = mix(mix(palette[PAPER], palette[tint], 0.35), palette[TEAL], 0.15)
            ink = poster.ink(glass, mix(palette[TEAL], palette[PAPER], 0.25), (*root, size * reach, 0.6))
            place = (float(root[0]), float(root[1]))
            shape = wing * [1, -sign]
            poster.shape(turned(shape, a, size * reach, place), ink, 0.0026)
            for share in (-0.38, 0.10, 0.5):
                vein = np.stack(
                    [np.linspace(0.02, 0.94, 30), -sign * share * 0.125 * np.sin(np.linspace(0.15, 2.9, 30))], 1
                )
                poster.line(turned(vein, a, size * reach, place), 0.0013 * (size + 0.3), ends=0.4)
            for x in np.linspace(0.16, 0.9, 15):
                rise = 0.115 * np.sin(np.pi * min(1.0, x * 0.82 + 0.08))
                cross = np.array([[x, -sign * rise * 0.98], [x + 0.03, 0.0], [x - 0.01, sign * rise * 0.5]])
                poster.line(
                    turned(curve(cross, 12), a, size * reach, place),
                    0.0009 * (size + 0.3),
                    BRIGHT if x > 0.5 else 1,
                    0.5,
                )
            poster.shape(
                turned(ellipse((0.86, -sign * 0.075), 0.045, 0.014, 0, 20), a, size * reach, place), gold, 0.0012
            )
    tail = turned(curve([(0.16, 0.0), (0.0, 0.0), (-0.3, 0.015), (-0.62, 0.05), (-0.92, 0.13)], 60), heading, size, at)
    poster.ribbon(
        tail,
        np.interp(np.linspace(0, 1, 60), [0, 0.12, 0.24, 0.4, 0.92, 1], [0.03, 0.06, 0.05, 0.024, 0.024, 0.008]) * size,
        body,
        0.0024,
    )
    for j in range(18, 58, 4):
        poster.line(tail[j : j + 2], 0.020 * size, BRIGHT if j % 8 else 1, 1.0)
    for sign in (-1, 1):
        eye = turned(np.array([[0.19, 0.032 * sign]]), heading, size, at)[0]
        poster.shape(
            ellipse(eye, 0.036 * size, 0.034 * size, count=20),
            poster.ink(mix(palette[TEAL], palette[INK], 0.3)),
            0.002,
        )
